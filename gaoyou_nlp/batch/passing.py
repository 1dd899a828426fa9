"""A stream that passes bytes on, and knows how many they were and their checksum."""

from __future__ import annotations

import hashlib
import io
from typing import IO


class PassingStream(io.RawIOBase):
    """Passes bytes on to a stream, and can say where it is even if that one cannot.

    Parameters:
        stream: Takes bytes.

    Examples:
        >>> out = io.BytesIO()
        >>> passing = PassingStream(out)
        >>> passing.write(b"5"), passing.tell(), out.getvalue()
        (1, 1, b'5')
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._at = 0
        self._total = hashlib.sha256()

    def writable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def write(self, data: bytes) -> int:  # type: ignore[override]
        self._stream.write(data)
        self._total.update(data)
        self._at += len(data)
        return len(data)

    @property
    def sha256(self) -> str:
        """The checksum of what was written, in hexadecimal."""
        return self._total.hexdigest()

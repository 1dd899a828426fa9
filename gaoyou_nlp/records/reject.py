"""An input that was set aside."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that was set aside because it cannot be read or annotated.

    Parameters:
        id: The article's id, None where it has none.
        path: The file, ``-`` for standard input.
        line: The line or row in it (counted from 1), None for the file as a whole.
        reason: What is wrong with it.
        raw: Its bytes as they stand in the file; empty for a whole file above 1 MiB.
        offset: The byte of the file at which it goes wrong, where that is known.
        size, sha256: How many bytes a document has, and their checksum in hexadecimal, so that it
            can be found again where ``raw`` does not hold it; 0 and empty for records.
    """

    id: str | None
    path: str
    line: int | None
    reason: str
    raw: bytes = b""
    offset: int | None = None
    size: int = 0
    sha256: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data: ``raw`` as text if UTF-8, else as ``raw_base64``.

        Examples:
            >>> Reject(None, "a.jsonl", 3, "is not JSON", b"{").to_dict()["raw"]
            '{'
        """
        row: dict[str, Any] = {
            "id": self.id,
            "path": self.path,
            "line": self.line,
            "offset": self.offset,
            "reason": self.reason,
        }
        if self.sha256:
            row |= {"size": self.size, "sha256": self.sha256}
        try:
            row["raw"] = self.raw.decode("utf-8")
        except UnicodeDecodeError:
            row["raw_base64"] = b64encode(self.raw).decode("ascii")
        return row

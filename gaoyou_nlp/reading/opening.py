"""Opens input files as bytes, unpacked, and no more of them than allowed."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from gaoyou_nlp.errors import ReadError, missing_extra

STDIN = "-"
"""The name of standard input."""

MAX_BYTES = 16 * 2**30
"""Bytes that a compressed file may unpack to, unless told otherwise."""

MAX_RECORD = 256 * 2**20
"""Bytes of one article, one line, or one page: more is no news but an accident or an attack."""

_BUFFER = 2**16
_WINDOW = 2**27
"""Largest window of a zst file: bounds the memory it can ask for."""


class _Bounded(io.RawIOBase):
    """Unpacked bytes up to a limit; what goes wrong underneath becomes a ``ReadError``."""

    def __init__(self, inner: IO[bytes], path: str, limit: int | None) -> None:
        # ``read1`` hands out what there is before a file that breaks off raises.
        self._read = inner.read1 if isinstance(inner, gzip.GzipFile) else inner.read
        self._path = path
        self._limit = limit
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._read(len(buffer))
        except _packing_errors() as error:
            raise ReadError(f"breaks off: {error}. Get the file again.", path=self._path) from error
        self._count += len(data)
        if self._limit is not None and self._count > self._limit:
            raise ReadError(
                f"unpacks to more than {self._limit} bytes. Raise the limit if you trust the file.",
                path=self._path,
            )
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def open_bytes(
    path: str, *, max_bytes: int = MAX_BYTES, stream: io.BufferedReader | None = None
) -> Iterator[io.BufferedReader]:
    """Open a file, standard input (``-``), or a file packed as ``.gz`` or ``.zst``.

    Parameters:
        path: Its name.
        max_bytes: What a packed file may unpack to.
        stream: The stream itself, if it is open already.

    Yields:
        A buffered stream; reading from it raises ``ReadError`` where the file breaks off or
        unpacks to too much.

    Raises:
        ReadError: It cannot be opened.
        MissingExtraError: A ``.zst`` file without the package zstandard.
    """
    if stream is not None or path == STDIN:
        yield standard_input() if stream is None else stream
        return
    packed = is_packed(path)
    try:
        file = open(path, "rb")  # noqa: SIM115
    except OSError as error:
        raise ReadError(f"cannot be opened: {error.strerror}.", path=path) from error
    with file, _unpacked(file, path) as inner:
        yield io.BufferedReader(_Bounded(inner, path, max_bytes if packed else None), _BUFFER)


def standard_input() -> io.BufferedReader:
    """Return standard input as a stream of bytes that can be peeked into."""
    return io.BufferedReader(_Bounded(sys.stdin.buffer, STDIN, None), _BUFFER)


def is_packed(path: str) -> bool:
    """Whether a file is packed, by its name."""
    return Path(path).suffix.lower() in (".gz", ".zst")


@contextmanager
def _unpacked(file: IO[bytes], path: str) -> Iterator[IO[bytes]]:
    suffix = Path(path).suffix.lower()
    if suffix == ".gz":
        with gzip.GzipFile(fileobj=file, mode="rb") as unzipped:
            yield cast("IO[bytes]", unzipped)
    elif suffix == ".zst":
        try:
            import zstandard
        except ImportError as error:
            raise missing_extra("zstandard", "tables") from error
        decompressor = zstandard.ZstdDecompressor(max_window_size=_WINDOW)
        with decompressor.stream_reader(file, read_across_frames=True) as inner:
            yield inner
    else:
        yield file


def _packing_errors() -> tuple[type[Exception], ...]:
    """What reading a spoiled file raises; zstandard is there only if something asked for it."""
    zstandard = sys.modules.get("zstandard")
    known = (OSError, EOFError, zlib.error)
    return known if zstandard is None else (*known, zstandard.ZstdError)

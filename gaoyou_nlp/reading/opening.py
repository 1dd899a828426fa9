"""Opens input files as bytes, unpacked, and no more of them than allowed."""

from __future__ import annotations

import gzip
import io
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from gaoyou_nlp.errors import ReadError, first_line, missing_extra, os_reason
from gaoyou_nlp.reading.packed_names import is_packed, unpacked_name

STDIN = "-"
"""The name of standard input."""

MAX_BYTES = 16 * 2**30
"""Bytes that a compressed file may unpack to, unless told otherwise."""

MAX_RECORD = 256 * 2**20
"""Bytes of one article, one line, or one page: more is no news but an accident or an attack."""

_BUFFER = 2**16
_WINDOW = 2**27
"""Largest window of a zst file: bounds the memory it can ask for."""


_MAGIC = {".gz": b"\x1f\x8b", ".zst": b"\x28\xb5\x2f\xfd"}
"""What packed files begin with."""

_SKIPPABLE = tuple(bytes((first, 0x2A, 0x4D, 0x18)) for first in range(0x50, 0x60))
"""What frames of a zst file begin with that hold no data."""

_CHUNK = 2**10
"""Bytes of a zst file that are unpacked at a time: they give 32 MiB at most."""


class _Bounded(io.RawIOBase):
    """Unpacked bytes up to a limit; what goes wrong underneath becomes a ``ReadError``."""

    def __init__(self, read: Callable[[int], bytes], path: str, limit: int | None) -> None:
        self._read = read
        self._path = path
        self._limit = limit
        self._count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._read(len(buffer))
        except EOFError as error:
            raise ReadError(
                "breaks off: the file ends too early. Get the file again.", path=self._path
            ) from error
        except _packing_errors() as error:
            raise ReadError(
                f"breaks off: {first_line(error)}. Get the file again.", path=self._path
            ) from error
        self._count += len(data)
        if self._limit is not None and self._count > self._limit:
            raise ReadError(
                f"unpacks to more than {self._limit} bytes. Raise the limit if you trust the file.",
                path=self._path,
            )
        buffer[: len(data)] = data
        return len(data)


class _Frames:
    """Unpacks the frames of a zst file one after the other; a file that ends in one is an error.

    ``ZstdDecompressor.stream_reader`` ends at such a place as at any other.
    """

    def __init__(self, file: IO[bytes], decompressor: Any) -> None:
        self._file = file
        self._decompressor = decompressor
        self._frame: Any = None
        self._packed = b""
        self._data = memoryview(b"")

    def read(self, size: int) -> bytes:
        """Return some bytes, none at the end.

        Raises:
            EOFError: The file ends inside a frame.
        """
        while not self._data:
            self._packed = self._packed or self._file.read(_CHUNK)
            if not self._packed:
                if self._frame is not None:
                    raise EOFError
                return b""
            if self._frame is None:
                self._frame = self._decompressor.decompressobj()
            self._data = memoryview(self._frame.decompress(self._packed))
            self._packed = b""
            if self._frame.eof:
                self._packed, self._frame = self._frame.unused_data, None
        data = bytes(self._data[:size])
        self._data = self._data[size:]
        return data


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
        ReadError: It cannot be opened, or is packed in another way than its name says.
        MissingExtraError: A ``.zst`` file without the package zstandard.
    """
    if stream is not None or path == STDIN:
        yield standard_input() if stream is None else stream
        return
    try:
        file = open(path, "rb")  # noqa: SIM115
    except (OSError, ValueError) as error:
        raise ReadError(f"cannot be opened: {os_reason(error)}.", path=path) from error
    with file:
        _check_packing(file, path)
        read = _unpacking(file, path)
        limit = max_bytes if is_packed(path) else None
        yield io.BufferedReader(_Bounded(read, path, limit), _BUFFER)


def standard_input() -> io.BufferedReader:
    """Return standard input as a stream of bytes that can be peeked into.

    Raises:
        ReadError: It is closed.
    """
    if sys.stdin is None or sys.stdin.closed:
        raise ReadError("standard input is closed. Name a file, or pipe one in.", path=STDIN)
    source: Any = sys.stdin.buffer  # a buffered stream, or what a test puts in its place
    return io.BufferedReader(_Bounded(source.read1, STDIN, None), _BUFFER)


def _check_packing(file: io.BufferedReader, path: str) -> None:
    """Refuse a file whose name says another packing than its first bytes."""
    try:
        begins = file.peek(4)[:4]
    except OSError as error:
        raise ReadError(f"cannot be read: {os_reason(error)}.", path=path) from error
    by_name = Path(path).suffix.lower()
    by_content = next((end for end, magic in _MAGIC.items() if begins.startswith(magic)), None)
    if begins in _SKIPPABLE:
        by_content = ".zst"
    if by_name in _MAGIC and by_content is None:
        what = "is empty" if not begins else "is not packed as its name says"
        raise ReadError(f"breaks off: the file {what}. Get it again, or rename it.", path=path)
    if by_content is not None and by_content != (by_name if by_name in _MAGIC else None):
        raise ReadError(
            f"is packed as {by_content}, which its name does not say. Rename it to "
            f"{unpacked_name(Path(path).name)}{by_content}.",
            path=path,
        )


def _unpacking(file: io.BufferedReader, path: str) -> Callable[[int], bytes]:
    """What reads unpacked bytes of a file."""
    suffix = Path(path).suffix.lower()
    if suffix == ".gz":
        # ``read1`` hands out what there is before a file that breaks off raises.
        return gzip.GzipFile(fileobj=file, mode="rb").read1
    if suffix == ".zst":
        try:
            import zstandard
        except ImportError as error:
            raise missing_extra("zstandard", "tables") from error
        return _Frames(file, zstandard.ZstdDecompressor(max_window_size=_WINDOW)).read
    return file.read1


def _packing_errors() -> tuple[type[Exception], ...]:
    """What reading a spoiled file raises; zstandard is there only if something asked for it."""
    zstandard = sys.modules.get("zstandard")
    known = (OSError, EOFError, zlib.error)
    return known if zstandard is None else (*known, zstandard.ZstdError)

"""Reads what lies in ZIP files, within limits of size, number, ratio and nesting."""

from __future__ import annotations

import io
import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from gaoyou_nlp.errors import ReadError, first_line
from gaoyou_nlp.reading.documents.office import check_members
from gaoyou_nlp.reading.documents.reader import Found, Opened, read_opened
from gaoyou_nlp.records import Reject

DEEPEST = 3
"""How many archives and mails may lie in each other."""

_CHINESE = re.compile(r"[\u3400-\u9fff]")
_SKIPPED = ("__MACOSX/",)
_LEFT_BEHIND = ("~$", ".")
"""How names begin of what Word and systems leave behind."""

_OF_SYSTEMS = ("thumbs.db", "desktop.ini")
_OUTSIDE = ("..", "/")
_SILENT = (
    *(".png", ".jpg", ".jpeg", ".gif", ".bmp", ".svg", ".ico", ".webp", ".mp4", ".mp3"),
    *(".css", ".js", ".woff", ".woff2", ".ttf", ".exe", ".dll"),
)


_SPOILED = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, OSError, EOFError)


def open_archive(opened: Opened) -> Found:
    """Read the documents in a ZIP file in the order of their names, each on its own.

    Parameters:
        opened: The archive.

    Yields:
        Their articles; a reject for each that cannot be read. Pictures, styles and hidden files
        are passed over.

    Raises:
        ReadError: The archive is spoiled, locked, unpacks to too much, or is nested too deeply.
    """
    if opened.level >= DEEPEST:
        raise ReadError(f"lies in more than {DEEPEST} archives. Unpack it first.")
    try:
        with zipfile.ZipFile(io.BytesIO(opened.data)) as archive:
            members = [member for member in archive.infolist() if not member.is_dir()]
            check_members(members)
            for name, member in sorted(_named(members), key=lambda item: item[0]):
                yield from _member(opened, name, archive, member)
    except (zipfile.BadZipFile, NotImplementedError, OSError, EOFError) as error:
        raise ReadError(f"is a spoiled ZIP file: {error}. Get it again.") from error


def _member(opened: Opened, name: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> Found:
    """The articles of a member; one that is spoiled costs none of its neighbours."""
    try:
        data = _unpacked(archive, member)
    except ReadError as error:
        inner = opened.inner(name, b"")
        yield Reject(inner.id, inner.path, None, error.message, size=member.file_size)
        return
    yield from read_opened(opened.inner(name, data))


def _named(members: list[zipfile.ZipInfo]) -> Iterator[tuple[str, zipfile.ZipInfo]]:
    for member in members:
        name = member_name(member)
        path = PurePosixPath(*(part for part in PurePosixPath(name).parts if part not in _OUTSIDE))
        name = str(path)  # of ../../a.txt: nothing is unpacked into a folder, so it is read as well
        hidden = any(part.startswith(_LEFT_BEHIND) for part in path.parts)
        hidden = hidden or path.name.lower() in _OF_SYSTEMS
        if not hidden and not name.startswith(_SKIPPED) and path.suffix.lower() not in _SILENT:
            yield name, member


def member_name(member: zipfile.ZipInfo) -> str:
    """The name of a file in an archive; Windows of China writes it in GBK and does not say so.

    Examples:
        >>> member_name(zipfile.ZipInfo("新闻.txt".encode("gb18030").decode("cp437")))
        '新闻.txt'
        >>> member_name(zipfile.ZipInfo("通知.doc".encode("gb18030").decode("cp437")))
        '通知.doc'
    """
    name = member.filename
    if not member.flag_bits & 0x800 and not name.isascii():
        raw = name.encode("cp437", "replace")
        readings = [text for encoding in ("utf-8", "gb18030") if (text := _decoded(raw, encoding))]
        chinese = (text for text in readings if _CHINESE.search(text))  # 通知 in GBK is UTF-8 too
        return next(chinese, (readings or [name])[0])
    return name


def _decoded(raw: bytes, encoding: str) -> str:
    """A name in an encoding; empty where it is in another."""
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError:
        return ""


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """The bytes of a member, no more of them than it says."""
    try:
        with archive.open(member) as stream:
            return stream.read(member.file_size)
    except NotImplementedError as error:
        raise ReadError("is packed in an unknown way. Unpack the archive first.") from error
    except RuntimeError as error:
        raise ReadError("is locked with a password. Unpack the archive first.") from error
    except _SPOILED as error:
        said = first_line(error)
        raise ReadError(f"is spoiled in the archive: {said}. Get the archive again.") from error

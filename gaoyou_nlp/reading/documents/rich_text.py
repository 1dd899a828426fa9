"""Reads RTF files: their paragraphs; cells of tables parted by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.reading.documents.document import Document
from gaoyou_nlp.reading.documents.office import Written, written_document

MAX_RTF = 32 * 2**20
"""Bytes of an RTF file without its pictures' worth; more is set aside."""

_UNICODE = re.compile(r"\\u(-?\d+)")
_GROUP = re.compile(r"\{[^{}]*\}")
_DELETED = re.compile(r"\\deleted(?![a-z0-9])")
_STAMP = re.compile(r"\\revdttm(?:del)?-?\d+ ?")
_ROW_END = re.compile(r"(\\row(?![a-z]))")
_PARAGRAPH = re.compile(r"\\par(?![a-z])")
_CODE_PAGE = re.compile(rb"\\ansicpg(\d{3,5})")


def read_rtf(data: bytes) -> Document:
    """Read an RTF file.

    Parameters:
        data: Its bytes.

    Returns:
        The document.

    Raises:
        ReadError: It is too large.
        MissingExtraError: striprtf is not installed.
    """
    try:
        from striprtf.striprtf import rtf_to_text
    except ImportError as error:
        raise missing_extra("striprtf", "documents") from error
    if len(data) > MAX_RTF:
        raise ReadError(f"is an RTF file of more than {MAX_RTF} bytes. Save it as .docx.")
    page = _CODE_PAGE.search(data[:2000])
    encoding = f"cp{page[1].decode()}" if page is not None else "cp936"
    source = _UNICODE.sub(_in_range, data.decode("latin-1"))
    source = _STAMP.sub("", _GROUP.sub(_kept, source))
    text: str = rtf_to_text(  # type: ignore[no-untyped-call]
        "".join(_rows_in_lines(source)), encoding=encoding, errors="replace"
    )
    written: list[Written] = []
    rows: list[tuple[str, ...]] = []
    for line in [*text.split("\n"), ""]:
        cells = [cell.strip() for cell in line.rstrip("|").split("|")]
        if len(cells) > 1 or line.endswith("|"):
            rows.append(tuple(cells))
            continue
        if rows:
            written.append(Written(rows=tuple(rows)))
            rows = []
        if line.strip():
            written.append(Written(line.strip().replace("\t", " ")))
    return written_document(written)


def _kept(group: re.Match[str]) -> str:
    """A group as it stands; nothing for one that a marked change deletes."""
    return "" if _DELETED.search(group[0]) else group[0]


def _in_range(code: re.Match[str]) -> str:
    """A character by its number as it stands; the sign for an unknown one if there is none."""
    return code[0] if len(code[1]) < 8 and int(code[1]) <= 0x10FFFF else r"\u65533"


def _rows_in_lines(source: str) -> Iterator[str]:
    """The pieces of an RTF file, the paragraphs inside a row of a table joined: a row is a line.

    Examples:
        >>> "".join(_rows_in_lines(r"a\\par \\trowd b\\par c\\cell\\row d\\par"))
        'a\\\\par \\\\trowd b  c\\\\cell\\\\row d\\\\par'
    """
    pieces = _ROW_END.split(source)
    for at, piece in enumerate(pieces):
        before, row, inside = piece.partition("\\trowd")
        if at + 1 < len(pieces) and row:
            yield before + row + _PARAGRAPH.sub(" ", inside)
        else:
            yield piece

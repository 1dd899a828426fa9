"""Reads OpenDocument texts (.odt): headings, paragraphs and tables in their order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.reading.documents.document import Document
from gaoyou_nlp.reading.documents.office import Written, check_package, written_document

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_GONE = frozenset(
    {f"{_TEXT}{name}" for name in ("tracked-changes", "note", "bookmark", "sequence-decls")}
    | {f"{_OFFICE}annotation", f"{_OFFICE}forms"}
)
_MOST_COPIES = 1000


def read_odt(data: bytes) -> Document:
    """Read an OpenDocument text.

    Parameters:
        data: Its bytes.

    Returns:
        The document; notes, comments and deletions that are only marked are left out.

    Raises:
        ReadError: It is spoiled, locked, or unpacks to too much.
        MissingExtraError: defusedxml is not installed.
    """
    root = _content(data)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise ReadError("holds no text.")
    written = list(_blocks(body, _centred(root)))
    return written_document(written)


Shown = tuple[str, tuple[tuple[str, ...], ...], frozenset[int], frozenset[int]]
"""A sheet: its name, its rows, the numbers of hidden rows and of hidden columns."""


def read_ods(data: bytes) -> Iterator[Shown]:
    """Read an OpenDocument workbook.

    Parameters:
        data: Its bytes.

    Yields:
        The name and the rows of each visible sheet, empty rows between filled ones too, and
        which rows and columns are hidden, counted from 1.

    Raises:
        ReadError, MissingExtraError: As for ``read_odt``.
    """
    root = _content(data)
    hidden = {
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for look in style.iter(f"{_STYLE}table-properties")
        if look.get(f"{_TABLE}display") == "false"
    }
    for table in root.iter(f"{_TABLE}table"):
        if table.get(f"{_TABLE}style-name", "") not in hidden:
            rows: list[tuple[str, ...]] = []
            empty = 0
            unseen: set[int] = set()
            for cells, copies, hides in _repeated(table):
                if cells:
                    first = len(rows) + empty + 1
                    rows += [()] * empty + [cells] * min(copies, _MOST_COPIES)
                    unseen.update(range(first, len(rows) + 1) if hides else ())
                    empty = 0
                else:
                    empty = min(empty + copies, _MOST_COPIES)
            columns = frozenset(_hidden_columns(table))
            yield table.get(f"{_TABLE}name", ""), tuple(rows), frozenset(unseen), columns


def _repeated(table: Any) -> Iterator[tuple[tuple[str, ...], int, bool]]:
    for row in table.iter(f"{_TABLE}table-row"):
        yield _cells(row, frozenset(), "\n"), _count(row, "number-rows-repeated"), _hides(row)


def _hidden_columns(table: Any) -> Iterator[int]:
    number = 1
    for column in table.iter(f"{_TABLE}table-column"):
        count = min(_count(column, "number-columns-repeated"), _MOST_COPIES)
        if _hides(column):
            yield from range(number, number + count)
        number += count


def _hides(element: Any) -> bool:
    return element.get(f"{_TABLE}visibility", "visible") in ("collapse", "filter")


def _count(element: Any, name: str) -> int:
    value = element.get(f"{_TABLE}{name}", "1")
    return int(value) if value.isdecimal() and len(value) < 9 else 1


def _content(data: bytes) -> Any:
    """The content of an OpenDocument package."""
    try:
        from defusedxml.common import EntitiesForbidden
        from defusedxml.ElementTree import fromstring
    except ImportError as error:
        raise missing_extra("defusedxml", "documents") from error
    check_package(data)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise ReadError("is locked with a password. Save it without one.")
        try:
            return fromstring(package.read("content.xml"))
        except EntitiesForbidden as error:
            raise ReadError("declares entities, which are not followed.") from error


def _blocks(parent: Any, centred: frozenset[str]) -> Iterator[Written]:
    for child in parent:
        if child.tag in (f"{_TEXT}p", f"{_TEXT}h"):
            boxes: list[Any] = []
            text = "".join(_characters(child, boxes))
            style = child.get(f"{_TEXT}style-name", "")
            title = style in ("Title", "Heading_20_1") or (
                child.tag.endswith("h") and child.get(f"{_TEXT}outline-level") == "1"
            )
            for line in text.split("\n"):
                if line.strip():
                    yield Written(line, title=title, centred=style in centred)
            for box in boxes:
                yield from _blocks(box, centred)
        elif child.tag == f"{_TABLE}table" and child.find(f".//{_TABLE}table") is not None:
            for cell in _outer_cells(child):  # it sets out the page
                yield from _blocks(cell, centred)
        elif child.tag == f"{_TABLE}table":
            rows = tuple(_rows(child, centred))
            if rows:
                yield Written(rows=rows)
        elif child.tag not in _GONE:
            yield from _blocks(child, centred)


def _outer_cells(table: Any) -> Iterator[Any]:
    """The cells of a table, not those of the tables inside."""
    for child in table:
        if child.tag == f"{_TABLE}table-cell":
            yield child
        else:
            yield from _outer_cells(child)


def _characters(element: Any, boxes: list[Any]) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag == f"{_TEXT}s":
            yield " " * min(int(child.get(f"{_TEXT}c", "1")), _MOST_COPIES)
        elif child.tag == f"{_TEXT}tab":
            yield " "
        elif child.tag == f"{_TEXT}line-break":
            yield "\n"
        elif child.tag in (f"{_DRAW}text-box", f"{_DRAW}frame"):
            boxes.append(child)
        elif child.tag not in _GONE:
            yield from _characters(child, boxes)
        yield child.tail or ""


def _rows(table: Any, centred: frozenset[str]) -> Iterator[tuple[str, ...]]:
    for row in table.iter(f"{_TABLE}table-row"):
        cells = _cells(row, centred)
        if cells:
            yield cells


def _cells(row: Any, centred: frozenset[str], joint: str = "") -> tuple[str, ...]:
    cells: list[str] = []
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        text = joint.join(item.as_line() for item in _blocks(cell, centred))
        cells += [text] * min(_count(cell, "number-columns-repeated"), _MOST_COPIES)
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _centred(root: Any) -> frozenset[str]:
    """The names of the styles that set a paragraph in the middle."""
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iter(f"{_STYLE}style")
        for look in style.iter(f"{_STYLE}paragraph-properties")
        if look.get(f"{_FO}text-align") == "center"
    )

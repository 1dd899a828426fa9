"""Reads Word files (.docx): paragraphs and tables in their order, text boxes, insertions."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from typing import Any

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.reading.documents.document import Document, check_cells
from gaoyou_nlp.reading.documents.office import Written, check_package, written_document

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_GONE = frozenset(
    (f"{_W}del", f"{_W}moveFrom", f"{_MC}Fallback", f"{_W}instrText", f"{_W}pPr", f"{_W}rt")
)
"""Deletions, copies for old programs, fields, looks, and the sounds above words."""

_MARKS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_TITLES = ("title", "heading 1", "标题", "标题 1")
_CENTRED = ("center",)


def read_word(data: bytes) -> Document:
    """Read a Word file.

    Parameters:
        data: Its bytes.

    Returns:
        The document. Deletions that are only marked are left out, insertions and text boxes taken;
        headers, footers, notes and comments are left out. A paragraph counts from 1.

    Raises:
        ReadError: It is spoiled, locked, or unpacks to too much.
        MissingExtraError: python-docx is not installed.
    """
    try:
        import docx
        from docx.opc.exceptions import PackageNotFoundError
    except ImportError as error:
        raise missing_extra("python-docx", "documents") from error
    check_package(data)
    try:
        word = docx.Document(io.BytesIO(data))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise ReadError(f"is a spoiled Word file: {error}. Save it again.") from error
    styles = {style.style_id: (style.name or "").lower() for style in word.styles if style.style_id}
    written = list(_blocks(word.element.body, styles))
    return written_document(written, (word.core_properties.title or "").strip())


def _blocks(parent: Any, styles: dict[str, str]) -> Iterator[Written]:
    above: list[Any] = []
    for child in parent:
        if child.tag == f"{_W}p":
            if child.find(f"{_W}pPr/{_W}rPr/{_W}del") is not None:
                above.append(child)  # its end is deleted: it goes on with the next
                continue
            yield from _paragraph([*above, child], styles)
            above = []
        elif child.tag == f"{_W}tbl" and child.find(f".//{_W}tbl") is not None:
            for cell in child.iter(f"{_W}tc"):  # it sets out the page
                if next(cell.iterancestors(f"{_W}tbl")) is child:
                    yield from _blocks(cell, styles)
        elif child.tag == f"{_W}tbl":
            rows = _rows(child, styles)
            if rows:
                yield Written(rows=rows)
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml", f"{_W}ins"):
            yield from _blocks(child, styles)
    if above:
        yield from _paragraph(above, styles)


def _paragraph(elements: Sequence[Any], styles: dict[str, str]) -> Iterator[Written]:
    """A paragraph, a line break in it parting it, and the text boxes that hang on it."""
    boxes: list[Any] = []
    text = "".join(piece for element in elements for piece in _characters(element, boxes))
    centred, large = _look(elements[-1])
    title = styles.get(_value(elements[-1], "pPr/pStyle"), "") in _TITLES
    for line in text.split("\n"):
        if line.strip():
            yield Written(line.replace("\t", " "), title=title, centred=centred, size=large)
    for box in boxes:
        yield from _blocks(box, styles)


def _characters(element: Any, boxes: list[Any]) -> Iterator[str]:
    for child in element:
        if child.tag in _GONE:
            continue
        if child.tag in (f"{_W}t", f"{_M}t"):
            yield child.text or ""
        elif child.tag in _MARKS:
            yield _MARKS[child.tag]
        elif child.tag == f"{_W}txbxContent":
            boxes.append(child)
        elif child.tag == f"{_W}r" and child.find(f"{_W}rPr/{_W}vanish") is not None:
            continue
        else:
            yield from _characters(child, boxes)


def _rows(table: Any, styles: dict[str, str]) -> tuple[tuple[str, ...], ...]:
    """The cells of a table; a merged one holds its text at its first place."""
    rows: list[tuple[str, ...]] = []
    count = 0
    for row in table.iter(f"{_W}tr"):
        if row.find(f"{_W}trPr/{_W}del") is not None:
            continue
        cells: list[str] = []
        before = _value(row, "trPr/gridBefore")
        cells += [""] * (min(int(before), 63) if before.isdecimal() else 0)
        for cell in row.iter(f"{_W}tc"):
            gone = cell.find(f"{_W}tcPr/{_W}cellDel") is not None
            if gone or next(cell.iterancestors(f"{_W}tr")) is not row:
                continue
            merge = cell.find(f"{_W}tcPr/{_W}vMerge")
            goes_on = merge is not None and merge.get(f"{_W}val", "continue") == "continue"
            text = "" if goes_on else "".join(item.as_line() for item in _blocks(cell, styles))
            across = _value(cell, "tcPr/gridSpan")
            cells += [text] + [""] * (min(int(across), 63) - 1 if across.isdecimal() else 0)
        rows.append(tuple(cells))
        count = check_cells(rows, count)
    return tuple(rows)


def _look(element: Any) -> tuple[bool, float]:
    """Whether a paragraph is centred, and the size of its first run in points (0 if not said)."""
    size = ""
    for run in element.iter(f"{_W}r"):
        size = _value(run, "rPr/sz")
        break
    return _value(element, "pPr/jc") in _CENTRED, float(size) / 2 if size.isdecimal() else 0.0


def _value(element: Any, path: str) -> str:
    found = element.find("/".join(f"{_W}{step}" for step in path.split("/")))
    return "" if found is None else found.get(f"{_W}val") or ""

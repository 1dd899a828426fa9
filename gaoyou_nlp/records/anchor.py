"""Where a person looks: the page, paragraph or cell of a document that a stretch of text is in.

An anchor is ``(start, end, where)``: characters of the article's text, and their place. Anchors
are ordered and do not overlap; characters between them (line ends, tabs) are in no place.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

Box = tuple[float, float, float, float]
"""Left, top, right, bottom in points (1/72 inch) from the top left corner of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of a line on a page.

    Parameters:
        number: The page, counted from 1.
        box: What the piece covers.
        edges: The left edge of each character and the right edge of the last, in points; empty
            where only the whole is known.
    """

    number: int
    box: Box
    edges: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of a document.

    Parameters:
        number: Counted from 1 over the paragraphs of the document that hold text.
        path: The CSS path of its element in an HTML page, else empty.
    """

    number: int
    path: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table.

    Parameters:
        row, column: Counted from 1, in a workbook as Excel does.
        sheet: The sheet of a workbook, else empty.
        table: The table's number in a document, counted from 1; 0 for a sheet.
    """

    row: int
    column: int
    sheet: str = ""
    table: int = 0

    @property
    def name(self) -> str:
        """The cell as Excel names it, the sheet or table before it.

        Examples:
            >>> Cell(3, 28, sheet="项目").name, Cell(2, 1, table=1).name
            ('项目!AB3', 'table 1!A2')
        """
        letters, at = "", self.column
        while at:
            at, rest = divmod(at - 1, 26)
            letters = chr(65 + rest) + letters
        place = self.sheet or (f"table {self.table}" if self.table else "")
        return f"{place}!{letters}{self.row}" if place else f"{letters}{self.row}"


Where = Page | Paragraph | Cell
Anchor = tuple[int, int, Where]


def places(anchors: Sequence[Anchor], start: int, end: int) -> tuple[Anchor, ...]:
    """Cut out the anchors of some characters.

    Parameters:
        anchors: Ordered, not overlapping.
        start, end: The characters.

    Returns:
        The anchors that the stretch touches, cut to it; boxes too where the edges of characters
        are known.

    Examples:
        >>> line = (0, 3, Page(1, (10.0, 0.0, 40.0, 12.0), (10.0, 20.0, 30.0, 40.0)))
        >>> places([line], 1, 2)[0][2].box
        (20.0, 0.0, 30.0, 12.0)
    """
    found: list[Anchor] = []
    at = max(0, bisect_right(anchors, start, key=lambda anchor: anchor[0]) - 1)
    for index in range(at, len(anchors)):  # a slice would copy all that follow
        first, last, where = anchors[index]
        if first >= end:
            break
        left, right = max(first, start), min(last, end)
        if left < right:
            found.append((left, right, _cut(where, left - first, right - first)))
    return tuple(found)


def merged(anchors: Sequence[Anchor]) -> tuple[Where, ...]:
    """Name each place once, pieces of one line of a page as one.

    Examples:
        >>> pieces = [(0, 1, Page(1, (10, 0, 20, 9))), (1, 2, Page(1, (25, 0, 40, 9)))]
        >>> [place.box for place in merged(pieces)]
        [(10, 0, 40, 9)]
    """
    found: list[Where] = []
    for _, _, where in anchors:
        before = found[-1] if found else None
        if isinstance(where, Page) and isinstance(before, Page) and _one_line(before, where):
            left, top, _, bottom = before.box
            found[-1] = Page(before.number, (left, top, where.box[2], bottom))
        elif where != before:
            found.append(where)
    return tuple(found)


def _one_line(before: Page, where: Page) -> bool:
    same = before.number == where.number and before.box[1::2] == where.box[1::2]
    return same and before.box[2] <= where.box[0] + 1


def _cut(where: Where, start: int, end: int) -> Where:
    if not isinstance(where, Page) or not where.edges:
        return where
    edges = where.edges[start : end + 1]
    _, top, _, bottom = where.box
    return replace(where, box=(edges[0], top, edges[-1], bottom), edges=edges)


def place_to_dict(anchors: Sequence[Anchor], start: int, end: int) -> dict[str, Any]:
    """Say where a span is, as JSON-ready data.

    Parameters:
        anchors: Of the article.
        start, end: The span.

    Returns:
        ``source_page`` and ``source_box`` where it begins, and ``source_boxes`` (page and box of
        each piece) if it is broken over lines; or ``source_paragraph`` and, in HTML,
        ``source_path``; or ``source_cell``. Nothing where its place is not known.

    Examples:
        >>> place_to_dict([(0, 2, Cell(3, 2, sheet="项目"))], 0, 2)
        {'source_cell': '项目!B3'}
    """
    pieces = merged(places(anchors, start, end))
    if not pieces:
        return {}
    first = pieces[0]
    if isinstance(first, Cell):
        return {"source_cell": first.name}
    if isinstance(first, Paragraph):
        row: dict[str, Any] = {"source_paragraph": first.number}
        return {**row, "source_path": first.path} if first.path else row
    pages = [piece for piece in pieces if isinstance(piece, Page)]
    row = {"source_page": first.number, "source_box": _rounded(first.box)}
    if len(pages) > 1:
        row["source_boxes"] = [[page.number, *_rounded(page.box)] for page in pages]
    return row


def place_cells(
    anchors: Sequence[Anchor], start: int, end: int
) -> tuple[int | None, str | None, str | None]:
    """Say where a stretch begins, for a row of a table: its page, its box, its cell.

    Examples:
        >>> place_cells([(0, 2, Page(1, (72.0, 90.5, 96.0, 104.0)))], 0, 2)
        (1, '72 90.5 96 104', None)
    """
    row = place_to_dict(anchors, start, end)
    box = row.get("source_box")
    shown = None if box is None else " ".join(f"{edge:g}" for edge in box)
    return row.get("source_page"), shown, row.get("source_cell")


ANCHOR_KEYS: Final = frozenset({"source_page", "source_paragraph", "source_cell"})
"""What ``place_to_dict`` writes of every anchor: one of these."""


def anchors_from_dict(row: Mapping[str, Any], start: int, end: int) -> tuple[Anchor, ...]:
    """Build the anchor of a span from what ``place_to_dict`` wrote; one at most.

    Examples:
        >>> anchors_from_dict({"source_cell": "项目!B3"}, 0, 2)
        ((0, 2, Cell(row=3, column=2, sheet='项目', table=0)),)
    """
    where: Where
    if row.get("source_page") is not None:
        left, top, right, bottom = row["source_box"]
        where = Page(int(row["source_page"]), (left, top, right, bottom))
    elif row.get("source_paragraph") is not None:
        where = Paragraph(int(row["source_paragraph"]), row.get("source_path", ""))
    elif row.get("source_cell"):
        where = _cell(row["source_cell"])
    else:
        return ()
    return ((start, end, where),)


def _cell(name: str) -> Cell:
    place, _, cell = name.rpartition("!")
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = 26 * column + ord(letter) - 64
    number = place.removeprefix("table ")
    if place.startswith("table ") and number.isdecimal():
        return Cell(int(cell[len(letters) :]), column, table=int(number))
    return Cell(int(cell[len(letters) :]), column, sheet=place)


def _rounded(box: Box) -> list[float]:
    return [round(edge, 1) for edge in box]

"""Tables of a page that nothing rules: rows of short cells that stand below each other.

Columns of running text stand so too. A table is believed only where a column of it holds numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gaoyou_nlp.reading.documents.pdf_characters import Char
from gaoyou_nlp.reading.documents.pdf_gutters import end_of, rows_of
from gaoyou_nlp.reading.documents.pdf_lines import Line, line_of
from gaoyou_nlp.reading.documents.pdf_order import Column
from gaoyou_nlp.reading.documents.pdf_paragraphs import Piece
from gaoyou_nlp.reading.documents.pdf_tables import RuledTable
from gaoyou_nlp.reading.form_tables import is_head
from gaoyou_nlp.records.anchor import Page

_LEVEL = 0.35
_GAP = 0.6
"""Heights of a letter between two cells; words of a line stand closer."""

_APART = 3.2
"""Heights of a letter between two rows."""

_FEWEST_ROWS, _FEWEST_CELLS = 3, 3
_MOST_COLUMNS = 30
_FEWEST_LOOSE, _FEW_NUMBERS = 4, 0.2
"""Rows of a table whose cells touch, and the share of numbers among them: columns of running text
hold none."""

_LONGEST_CELL = 40
_NUMBERS = 0.6
"""The share of numbers that a column of numbers holds, its header not counted."""

_NUMBER = re.compile(r"[+\-−]?\d[\d,.]*\s?(?:%|％|万|亿|万元|亿元|元|亩|公里|个|人)?")


_Cell = tuple[str, Page | None]


@dataclass(frozen=True, slots=True)
class _Row:
    cells: list[list[Char]]
    chars: list[Char]
    base: float
    height: float


def bare_tables_of(page: int, chars: Sequence[Char]) -> tuple[list[RuledTable], list[Char]]:
    """Take the tables without lines out of a page.

    Parameters:
        page: Counted from 1.
        chars: Of the page, without those in ruled tables.

    Returns:
        The tables, and the characters that stand in none.
    """
    tables: list[RuledTable] = []
    taken: set[int] = set()
    for block in _blocks(list(map(_row, rows_of(chars)))):
        table = _table(page, block) or _loose(page, block)
        if table is not None:
            tables.append(table)
            taken.update(id(char) for row in block for char in row.chars)
    return tables, [char for char in chars if id(char) not in taken] if taken else list(chars)


def _row(chars: list[Char]) -> _Row:
    """What stands on one height, parted into cells at the wide gaps."""
    height = max(char.bottom - char.top for char in chars)
    cells: list[list[Char]] = []
    for char in chars:
        if cells and char.left - end_of(cells[-1][-1]) < _GAP * height:
            cells[-1].append(char)
        else:
            cells.append([char])
    return _Row(cells, chars, chars[0].base, height)


def _blocks(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Rows of cells that follow each other closely; cells of a row may be missing."""
    block: list[_Row] = []
    for row in rows:
        cells = len(row.cells) > 1 and all(len(cell) <= _LONGEST_CELL for cell in row.cells)
        near = bool(block) and row.base - block[-1].base <= _APART * row.height
        cells = cells or (near and _goes_on(block[-1], row))
        if block and not (near and cells):
            yield block
            block = []
        if cells:
            block.append(row)
    if block:
        yield block


def with_tables(
    columns: Sequence[tuple[Column, list[Piece]]],
) -> Iterator[tuple[Column, list[Piece]]]:
    """Put together the columns of a page that are those of a table, as beside running text.

    Parameters:
        columns: In the order of reading.

    Yields:
        The same columns, and a table in place of those whose short lines stand side by side.
    """
    at = 0
    while at < len(columns):
        last = at + 1
        most = min(len(columns), at + _MOST_COLUMNS)
        while last < most and _beside(columns[at][1], columns[last][1]):
            last += 1
        lines = [piece for _, its in columns[at:last] for piece in its if isinstance(piece, Line)]
        table = _of_lines(_rows_of_lines(lines)) if last - at > 1 else None
        if table is None:
            yield columns[at]
            at += 1
        else:
            yield Column(table.left, table.right), [table]
            at = last


def _beside(first: Sequence[Piece], column: Sequence[Piece]) -> bool:
    """Whether the lines of a column stand on the lines of the first one."""
    bases = sorted(piece.base for piece in first if isinstance(piece, Line))
    its = [piece for piece in column if isinstance(piece, Line)]
    if len(its) < len(column) or len(bases) < _FEWEST_ROWS or len(its) < _FEWEST_ROWS:
        return False
    return all(
        len(line.text) <= _LONGEST_CELL
        and line.page == first[0].page  # type: ignore[union-attr]
        and _distance(bases, line.base) < _LEVEL * line.size
        for line in its
    )


def _distance(places: Sequence[float], place: float) -> float:
    """How far the nearest of some places is."""
    at = bisect_left(places, place)
    return min(abs(near - place) for near in places[max(0, at - 1) : at + 1])


def _rows_of_lines(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.base):
        if rows and line.base - rows[-1][0].base < _LEVEL * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _goes_on(above: _Row, row: _Row) -> bool:
    """Whether a row is the second line of one cell of the row above, not of its first one."""
    if len(row.cells) != 1 or len(above.cells) < _FEWEST_CELLS:
        return False
    left = row.cells[0][0].left
    return any(abs(cell[0].left - left) < _LEVEL * row.height for cell in above.cells[1:-1])


def _table(page: int, block: Sequence[_Row]) -> RuledTable | None:
    return _of_lines(
        [[line for cell in row.cells if (line := line_of(page, cell))] for row in block]
    )


def _loose(page: int, block: Sequence[_Row]) -> RuledTable | None:
    """The rows of a table whose cells touch each other, as a printed sheet cuts them: a line each,
    since which cell is below which header is not seen."""
    cells = ["".join(char.text for char in cell) for row in block for cell in row.cells]
    numbers = sum(_NUMBER.fullmatch(cell) is not None for cell in cells)
    several = sum(len(row.cells) >= _FEWEST_CELLS for row in block)
    if len(block) < _FEWEST_LOOSE or several < len(block) or numbers < _FEW_NUMBERS * len(cells):
        return None
    lines = [[line for cell in row.cells if (line := line_of(page, cell))] for row in block]
    rows = []
    for row in lines:
        box = (row[0].left, min(c.top for c in row), row[-1].end, max(c.bottom for c in row))
        left, top, right, bottom = (round(edge, 2) for edge in box)
        text = " ".join(cell.without_gaps().text for cell in row)
        rows.append(((text, Page(page, (left, top, right, bottom))),))
    its = [cell for row in lines for cell in row]
    left, top = min(cell.left for cell in its), min(cell.top for cell in its)
    right, bottom = max(cell.end for cell in its), max(cell.bottom for cell in its)
    return RuledTable(tuple(rows), left, top, right, bottom, its[0].size)


def _of_lines(lines: Sequence[Sequence[Line]]) -> RuledTable | None:
    """The table of some rows of cells; None where they are none."""
    named = _is_named(lines)
    fewest = 2 if named else _FEWEST_CELLS
    if len(lines) < _FEWEST_ROWS or max(map(len, lines)) < fewest:
        return None
    its = [line for row in lines for line in row]
    columns = _columns(its)
    placed = [[_within(cell, columns) for cell in row] for row in lines]
    if len(columns) < fewest or any(len(set(row)) < len(row) for row in placed):
        return None
    rows: list[tuple[_Cell, ...]] = []
    last: dict[int, Line] = {}
    for row, places in zip(lines, placed, strict=True):
        cells: list[tuple[str, Page | None]] = [("", None)] * len(columns)
        for cell, at in zip(row, places, strict=True):
            left, top, right, bottom = cell.left, cell.top, cell.end, cell.bottom
            box = (round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
            cells[at] = cell.without_gaps().text, Page(cell.page, box)
        first = places[0]
        above = last.get(first)
        if len(row) == 1 and above and _goes_below(above, row[0], columns[first][1], first):
            rows[-1] = _longer(rows[-1], first, cells[first])
        else:
            rows.append(tuple(cells))
            last = {}
        last.update(zip(places, row, strict=True))
    if not named and not any(
        _holds_numbers([row[at][0] for row in rows[1:]]) for at in range(len(columns))
    ):
        return None
    return RuledTable(
        tuple(rows),
        min(cell.left for cell in its),
        min(cell.top for cell in its),
        max(cell.end for cell in its),
        max(cell.bottom for cell in its),
        its[0].size,
    )


def _goes_below(above: Line, line: Line, right: float, column: int) -> bool:
    """Whether a line alone goes on with the cell above it; in the first column, where the names of
    groups stand too, only below a cell that is full."""
    near = line.base - above.base < 2 * line.size
    return column > 0 or (near and right - above.end < line.size)


def _is_named(lines: Sequence[Sequence[Line]]) -> bool:
    """Whether the first row names columns, or the first cells name fields, as those of forms do:
    such cells need no numbers beside them to be those of a table."""
    first = [cell.text for cell in lines[0]] if lines else []
    fields = sum(is_head(row[0].text) for row in lines if len(row) > 1)
    return (len(first) > 1 and all(map(is_head, first))) or (
        fields >= _FEWEST_ROWS and fields >= 0.6 * len(lines)
    )


def _longer(row: tuple[_Cell, ...], at: int, cell: _Cell) -> tuple[_Cell, ...]:
    """A row, one of its cells with another line."""
    (text, place), (more, below) = row[at], cell
    if place is None or below is None:
        return row
    left, top, right, bottom = (
        pick(one, other)
        for pick, one, other in zip((min, min, max, max), place.box, below.box, strict=True)
    )
    whole = text + more, Page(place.number, (left, top, right, bottom))
    return (*row[:at], whole, *row[at + 1 :])


def _columns(cells: Sequence[Line]) -> list[tuple[float, float]]:
    """Where columns begin and end: what cells overlap from above."""
    columns: list[tuple[float, float]] = []
    for cell in sorted(cells, key=lambda one: one.left):
        if columns and cell.left < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], cell.right)
        else:
            columns.append((cell.left, cell.right))
    return columns


def _within(cell: Line, columns: Sequence[tuple[float, float]]) -> int:
    return next(at for at, (left, right) in enumerate(columns) if left <= cell.left <= right)


def _holds_numbers(texts: Sequence[str]) -> bool:
    filled = [text for text in texts if text]
    numbers = sum(_NUMBER.fullmatch(text) is not None for text in filled)
    return len(filled) > 1 and numbers >= _NUMBERS * len(filled)

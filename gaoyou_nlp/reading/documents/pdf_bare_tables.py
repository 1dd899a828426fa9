"""Tables of a page that nothing rules: rows of short cells that stand below each other.

Columns of running text stand so too. A table is believed only where a column of it holds numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gaoyou_nlp.reading.documents.pdf_characters import Char
from gaoyou_nlp.reading.documents.pdf_gutters import end_of, rows_of
from gaoyou_nlp.reading.documents.pdf_lines import Line, line_of
from gaoyou_nlp.reading.documents.pdf_order import Column
from gaoyou_nlp.reading.documents.pdf_paragraphs import Piece
from gaoyou_nlp.reading.documents.pdf_tables import RuledTable
from gaoyou_nlp.records.anchor import Page

_LEVEL = 0.35
_GAP = 0.6
"""Heights of a letter between two cells; words of a line stand closer."""

_APART = 3.2
"""Heights of a letter between two rows."""

_FEWEST_ROWS, _FEWEST_CELLS = 3, 3
_LONGEST_CELL = 40
_NUMBERS = 0.6
"""The share of numbers that a column of numbers holds, its header not counted."""

_NUMBER = re.compile(r"[+\-−]?\d[\d,.]*\s?(?:%|％|万|亿|万元|亿元|元|亩|公里|个|人)?")


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
        table = _table(page, block)
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
        while last < len(columns) and _beside(columns[at][1], columns[last][1]):
            last += 1
        lines = [piece for _, its in columns[at:last] for piece in its if isinstance(piece, Line)]
        table = _of_lines(_rows_of_lines(lines)) if last - at >= _FEWEST_CELLS else None
        if table is None:
            yield columns[at]
            at += 1
        else:
            yield Column(table.left, table.right), [table]
            at = last


def _beside(first: Sequence[Piece], column: Sequence[Piece]) -> bool:
    """Whether the lines of a column stand on the lines of the first one."""
    bases = [piece.base for piece in first if isinstance(piece, Line)]
    its = [piece for piece in column if isinstance(piece, Line)]
    if len(its) < len(column) or len(bases) < _FEWEST_ROWS or len(its) < _FEWEST_ROWS:
        return False
    return all(
        len(line.text) <= _LONGEST_CELL
        and line.page == first[0].page  # type: ignore[union-attr]
        and any(abs(line.base - base) < _LEVEL * line.size for base in bases)
        for line in its
    )


def _rows_of_lines(lines: Sequence[Line]) -> list[list[Line]]:
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda one: one.base):
        if rows and line.base - rows[-1][0].base < _LEVEL * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda one: one.left) for row in rows]


def _table(page: int, block: Sequence[_Row]) -> RuledTable | None:
    return _of_lines(
        [[line for cell in row.cells if (line := line_of(page, cell))] for row in block]
    )


def _of_lines(lines: Sequence[Sequence[Line]]) -> RuledTable | None:
    """The table of some rows of cells; None where they are none."""
    if len(lines) < _FEWEST_ROWS or max(map(len, lines)) < _FEWEST_CELLS:
        return None
    its = [line for row in lines for line in row]
    columns = _columns(its)
    placed = [[_within(cell, columns) for cell in row] for row in lines]
    if len(columns) < _FEWEST_CELLS or any(len(set(row)) < len(row) for row in placed):
        return None
    rows = []
    for row, places in zip(lines, placed, strict=True):
        cells: list[tuple[str, Page | None]] = [("", None)] * len(columns)
        for cell, at in zip(row, places, strict=True):
            left, top, right, bottom = cell.left, cell.top, cell.end, cell.bottom
            box = (round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
            cells[at] = cell.without_gaps().text, Page(cell.page, box)
        rows.append(tuple(cells))
    if not any(_holds_numbers([row[at][0] for row in rows[1:]]) for at in range(len(columns))):
        return None
    return RuledTable(
        tuple(rows),
        min(cell.left for cell in its),
        min(cell.top for cell in its),
        max(cell.end for cell in its),
        max(cell.bottom for cell in its),
        its[0].size,
    )


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

"""A workbook of Excel: a sheet a table, real numbers and days, filters, no formulas.

A sheet holds 1,048,576 rows; what is more goes into further sheets (``mentions_2``). Numbers of
more than 15 digits, which Excel would round, are written as text, and so are days before 1900. A
text longer than 32,767 characters is cut with ``…``.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import IO, Any, Final

from gaoyou_nlp.errors import missing_extra
from gaoyou_nlp.records import Record
from gaoyou_nlp.tables.filling import fill
from gaoyou_nlp.tables.linked import Linked
from gaoyou_nlp.tables.schema import TABLES, Column, Table
from gaoyou_nlp.tables.source import Cell, Cells

MOST_ROWS: Final = 1_048_576
"""Rows of a sheet, its header among them."""
LONGEST: Final = 32_767
"""Characters of a cell."""
_DIGITS: Final = 15
_FIRST_DAY: Final = "1900-03-01"
"""Excel takes 1900 for a leap year: days before this one are another one there."""
_WIDTHS: Final = {"text": 18, "integer": 9, "number": 14, "date": 11, "boolean": 8}
_COLUMNS: Final = ("table", "column", "chinese", "type", "unit", "meaning", "example")
_OPTIONS: Final = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}


def dump(
    records: Iterable[Record],
    stream: IO[bytes],
    *,
    chinese: bool = False,
    most_rows: int = MOST_ROWS,
    linked: Linked | None = None,
) -> int:
    """Write the tables of records as a workbook; memory does not grow with their number.

    Parameters:
        records: Any number.
        stream: Takes bytes.
        chinese: Whether headers are Chinese.
        most_rows: Rows of a sheet at most, its header among them.

    Returns:
        How many records there were.

    Raises:
        MissingExtraError: The package xlsxwriter is not installed.
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise missing_extra("xlsxwriter", "tables") from error
    book = xlsxwriter.Workbook(stream, _OPTIONS)
    book.set_properties({"created": datetime(2000, 1, 1)})  # equal records give equal bytes
    try:
        sink = _Book(book, chinese, most_rows)
        count = fill(records, sink, linked)
        sink.finish()
    except BaseException:
        for sheet in book.worksheets():
            sheet._opt_close()
        raise
    book.close()
    return count


class _Book:
    """Takes rows as rows of sheets."""

    def __init__(self, book: Any, chinese: bool, most_rows: int) -> None:
        self._book, self._chinese, self._most_rows = book, chinese, most_rows
        self._header = book.add_format({"bold": True})
        self._day = book.add_format({"num_format": "yyyy-mm-dd"})
        self._sheets: dict[str, Any] = {}
        self._rows: dict[str, int] = {}
        self._parts: dict[str, int] = {}
        for table in TABLES.values():
            self._open(table)

    def add(self, table: Table, rows: list[Cells]) -> None:
        """Write rows behind those of the table; a full sheet is followed by another."""
        for row in rows:
            if self._rows[table.name] == self._most_rows:
                self._close(table)
                self._open(table)
            at = self._rows[table.name]
            sheet = self._sheets[table.name]
            for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
                if cell is not None:
                    self._write(sheet, at, place, column, cell)
            self._rows[table.name] += 1

    def finish(self) -> None:
        """Set the filters, and add a sheet that says what the columns mean."""
        for table in TABLES.values():
            self._close(table)
        sheet = self._book.add_worksheet("columns")
        sheet.freeze_panes(1, 0)
        sheet.write_row(0, 0, _COLUMNS, self._header)
        rows = ((table.name, column) for table in TABLES.values() for column in table.columns)
        for at, (name, column) in enumerate(rows, 1):
            cells = [name, *(getattr(column, key) for key in ("name", *_COLUMNS[2:]))]
            for place, cell in enumerate(cells):
                sheet.write_string(at, place, cell)

    def _open(self, table: Table) -> None:
        part = self._parts[table.name] = self._parts.get(table.name, 0) + 1
        name = table.chinese if self._chinese else table.name
        sheet = self._book.add_worksheet(name if part == 1 else f"{name}_{part}")
        sheet.freeze_panes(1, 0)
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, _WIDTHS[column.type])
        for place, name in enumerate(table.names(chinese=self._chinese)):
            sheet.write_string(0, place, name, self._header)
        self._sheets[table.name], self._rows[table.name] = sheet, 1

    def _close(self, table: Table) -> None:
        last = max(1, self._rows[table.name] - 1)
        self._sheets[table.name].autofilter(0, 0, last, len(table.columns) - 1)

    def _write(self, sheet: Any, row: int, place: int, column: Column, cell: Cell) -> None:
        text = str(cell)
        if column.type == "boolean":
            sheet.write_boolean(row, place, bool(cell))
        elif column.type == "date" and text >= _FIRST_DAY:
            sheet.write_datetime(row, place, date.fromisoformat(text), self._day)
        elif column.type in ("integer", "number") and _is_short(text):
            sheet.write_number(row, place, float(text))
        else:
            cut = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
            sheet.write_string(row, place, cut)


def _is_short(number: str) -> bool:
    """Whether Excel keeps all digits of a number."""
    return len(number.lstrip("-0.").replace(".", "")) <= _DIGITS

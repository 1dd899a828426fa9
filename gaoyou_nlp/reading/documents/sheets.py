"""Workbooks (.xlsx, .xls, .ods) to sheets: the texts of the cells that are shown."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.reading.documents.kind import kind_of
from gaoyou_nlp.reading.documents.office import check_package
from gaoyou_nlp.reading.documents.open_document import read_ods
from gaoyou_nlp.reading.documents.sheet_marks import Marks, marks_of

MAX_ROWS = 2**20
"""Rows of a sheet: Excel has no more, but a file may say that it has."""

MAX_CELLS = 5_000_000
"""Cells that a workbook may hold."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Parameters:
        name: Its name.
        rows: The texts of its cells as they are shown, rows and columns from the first; those in
            hidden rows and columns are empty.
        notes: What of it is not read.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    notes: tuple[str, ...] = ()


def read_sheets(data: bytes) -> Iterator[Sheet]:
    """Read the visible sheets of a workbook.

    Parameters:
        data: Its bytes: .xlsx, .xlsm, .xls or .ods.

    Yields:
        The sheets. Formulas count as the values that were computed last.

    Raises:
        ReadError: It is spoiled, locked, or too large.
        MissingExtraError: openpyxl, xlrd or defusedxml is not installed.
    """
    kind = kind_of(data)
    if kind != "xls":
        check_package(data)
    sheets = {"xlsx": _new, "ods": _open}.get(kind, _old)(data)
    cells = 0
    for sheet in sheets:
        cells += sum(map(len, sheet.rows))
        if cells > MAX_CELLS:
            raise ReadError(f"holds more than {MAX_CELLS} cells. Part it, or save it as CSV.")
        yield sheet


def _new(data: bytes) -> Iterator[Sheet]:
    try:
        import openpyxl
    except ImportError as error:
        raise missing_extra("openpyxl", "documents") from error
    book = openpyxl.load_workbook(
        io.BytesIO(data), read_only=True, data_only=True, keep_links=False
    )
    marks = marks_of(data)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state != "visible":
                continue
            sheet.reset_dimensions()
            rows = []
            cells = 0
            for row in sheet.iter_rows():
                rows.append(tuple(_shown(cell.value, cell.number_format) for cell in row))
                cells += len(row)
                if cells > MAX_CELLS:
                    raise ReadError(f"holds more than {MAX_CELLS} cells. Part it.")
                if len(rows) > MAX_ROWS:
                    raise ReadError(f"holds more than {MAX_ROWS} rows in a sheet. Part it.")
            yield _seen(sheet.title, rows, marks.get(sheet.title, Marks()))
    finally:
        book.close()


def _open(data: bytes) -> Iterator[Sheet]:
    for name, rows, hidden_rows, hidden_columns in read_ods(data):
        yield _seen(name, rows, Marks(hidden_rows, hidden_columns))


def _seen(name: str, rows: Sequence[tuple[str, ...]], marks: Marks) -> Sheet:
    """A sheet without the cells of its hidden rows and columns."""
    if not (marks.rows or marks.columns):
        return Sheet(name, tuple(rows), tuple(marks.notes(name, 0, 0)))
    shown: list[tuple[str, ...]] = []
    gone: set[int] = set()
    count = 0
    for number, row in enumerate(rows, 1):
        if number in marks.rows:
            count += any(row)
            shown.append(())
            continue
        gone.update(at for at, text in enumerate(row, 1) if text and at in marks.columns)
        shown.append(tuple("" if at in marks.columns else t for at, t in enumerate(row, 1)))
    return Sheet(name, tuple(shown), tuple(marks.notes(name, count, len(gone))))


def _old(data: bytes) -> Iterator[Sheet]:
    book = _old_book(data)
    for sheet in book.sheets():
        if sheet.visibility != 0:
            continue
        rows = [tuple(_old_cell(cell, book) for cell in sheet.row(at)) for at in range(sheet.nrows)]
        hidden = {at + 1 for at, info in sheet.rowinfo_map.items() if info.hidden}
        columns = {at + 1 for at, info in sheet.colinfo_map.items() if info.hidden}
        yield _seen(sheet.name, rows, Marks(frozenset(hidden), frozenset(columns)))


def _old_book(data: bytes) -> Any:
    """The workbook with its formats, so that 85% is not 0.85; without them if they are spoiled."""
    try:
        import xlrd
    except ImportError as error:
        raise missing_extra("xlrd", "documents") from error
    options = {"file_contents": data, "ragged_rows": True, "logfile": io.StringIO()}
    try:
        try:
            return xlrd.open_workbook(**options, formatting_info=True)
        except (xlrd.XLRDError, MemoryError):
            raise
        except Exception:  # spoiled formats raise whatever reading them causes
            return xlrd.open_workbook(**options)
    except MemoryError:
        raise
    except Exception as error:  # xlrd believes sizes and offsets, and raises what comes of it
        if "encrypt" in str(error).lower():
            raise ReadError("is locked with a password. Save it without one.") from error
        raise ReadError(
            "is a spoiled workbook: its records do not fit together. "
            "Open it in Excel or LibreOffice and save it as .xlsx."
        ) from error


def _old_cell(cell: Any, book: Any) -> str:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return _shown(xlrd.xldate_as_datetime(cell.value, book.datemode), "")
        except (ValueError, OverflowError, xlrd.XLDateError):
            return _shown(cell.value, "")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return _shown(bool(cell.value), "")
    return "" if cell.ctype == xlrd.XL_CELL_ERROR else _shown(cell.value, _format(cell, book))


def _format(cell: Any, book: Any) -> str:
    """How the number of a cell is shown."""
    if cell.xf_index is None or cell.xf_index >= len(book.xf_list):
        return ""
    format = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    return "" if format is None else str(format.format_str)


def _shown(value: Any, format: str) -> str:
    """A value about as Excel shows it.

    Examples:
        >>> _shown(23400.0, "#,##0"), _shown(0.85, "0%"), _shown(datetime(2026, 3, 18), "")
        ('23400', '85%', '2026-03-18')
    """
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        percent = "%" in format
        number = round(value * 100, 6) if percent else value
        text = format_number(number)
        return f"{text}%" if percent else text
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value) if isinstance(value, timedelta) else str(value).replace("\r\n", "\n").strip()


def format_number(number: float) -> str:
    """Write a number without needless zeros and without the errors of binary fractions.

    Examples:
        >>> format_number(8560.0), format_number(0.1 + 0.2), format_number(1e20)
        ('8560', '0.3', '100000000000000000000')
    """
    if isinstance(number, int) or number == int(number):
        return str(int(number))
    return format(round(number, 10), ".15g") if abs(number) >= 1e-4 else format(number, "f")

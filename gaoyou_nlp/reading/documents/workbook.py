"""Reads workbooks (.xlsx, .xls, .ods): rows of records, or sheets that are tables."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.reading.documents.document import Draft
from gaoyou_nlp.reading.documents.kind import kind_of
from gaoyou_nlp.reading.documents.office import check_package
from gaoyou_nlp.reading.documents.open_document import read_ods
from gaoyou_nlp.reading.documents.reader import Found, Opened
from gaoyou_nlp.reading.kinds import BODY, HEAD
from gaoyou_nlp.reading.lines import like_headline
from gaoyou_nlp.reading.rows import Input, article_of
from gaoyou_nlp.records import Article, Reject
from gaoyou_nlp.records.anchor import Anchor, Cell

MAX_ROWS = 2**20
"""Rows of a sheet: Excel has no more, but a file may say that it has."""

MAX_CELLS = 5_000_000
"""Cells that a workbook may hold."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: the texts of its cells as they are shown, rows and columns from the first."""

    name: str
    rows: tuple[tuple[str, ...], ...]


def open_workbook(opened: Opened) -> Found:
    """Read the articles of a workbook.

    Parameters:
        opened: The workbook.

    Yields:
        Where a sheet's first filled row has the column of texts, an article for each row below;
        else one article for each sheet, a line a row, cells parted by tabs. Hidden sheets are
        left out. Anchors name sheet and cell.
    """
    found = False
    sheets = list(read_sheets(opened.data))
    for sheet in sheets:
        header = _header(sheet, opened.options.text_column)
        if header is not None:
            found = True
            yield from _records(sheet, header, opened)
        elif any(cell for row in sheet.rows for cell in row):
            found = True
            inner = replace(opened, id=f"{opened.id}#{sheet.name}") if len(sheets) > 1 else opened
            yield from inner.articles(sheet_document(sheet).document())
    if not found:
        raise ReadError("holds no text.")


def sheet_document(sheet: Sheet) -> Draft:
    """Write a sheet as its lines above the table, and the table."""
    draft = Draft()
    rows = list(enumerate(sheet.rows, 1))
    alone = next((at for at, (_, row) in enumerate(rows) if sum(map(bool, row)) > 1), len(rows))
    for number, row in rows[:alone]:
        for column, text in enumerate(row, 1):
            title = number == 1 and "单位" not in text and like_headline(text)
            where = Cell(number, column, sheet=sheet.name)
            draft.paragraph(text, where, kind=HEAD if title else BODY)
    draft.table(
        [(text, Cell(number, column, sheet=sheet.name)) for column, text in enumerate(row, 1)]
        for number, row in rows[alone:]
    )
    return draft


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
            yield Sheet(sheet.title, tuple(rows))
    finally:
        book.close()


def _open(data: bytes) -> Iterator[Sheet]:
    for name, rows in read_ods(data):
        yield Sheet(name, rows)


def _old(data: bytes) -> Iterator[Sheet]:
    try:
        import xlrd
    except ImportError as error:
        raise missing_extra("xlrd", "documents") from error
    try:
        book = xlrd.open_workbook(file_contents=data, ragged_rows=True, logfile=io.StringIO())
    except xlrd.XLRDError as error:
        if "encrypt" in str(error).lower():
            raise ReadError("is locked with a password. Save it without one.") from error
        raise ReadError(f"is a spoiled workbook: {error}. Save it again.") from error
    for sheet in book.sheets():
        if sheet.visibility == 0:
            rows = (sheet.row(at) for at in range(sheet.nrows))
            yield Sheet(
                sheet.name, tuple(tuple(_old_cell(c, book.datemode) for c in r) for r in rows)
            )


def _old_cell(cell: Any, datemode: int) -> str:
    import xlrd

    if cell.ctype == xlrd.XL_CELL_DATE:
        try:
            return _shown(xlrd.xldate_as_datetime(cell.value, datemode), "")
        except (ValueError, OverflowError, xlrd.XLDateError):
            return _shown(cell.value, "")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return _shown(bool(cell.value), "")
    return "" if cell.ctype == xlrd.XL_CELL_ERROR else _shown(cell.value, "")


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
    return str(value) if isinstance(value, timedelta) else str(value).strip()


def format_number(number: float) -> str:
    """Write a number without needless zeros and without the errors of binary fractions.

    Examples:
        >>> format_number(8560.0), format_number(0.1 + 0.2), format_number(1e20)
        ('8560', '0.3', '100000000000000000000')
    """
    if isinstance(number, int) or number == int(number):
        return str(int(number))
    return format(round(number, 10), ".15g") if abs(number) >= 1e-4 else format(number, "f")


def _header(sheet: Sheet, column: str) -> int | None:
    """Which row names the columns of records; none if the column of texts is not among them."""
    for at, row in enumerate(sheet.rows):
        if any(row):
            names = [cell.lower() for cell in row]
            return at if column.lower() in names and sum(map(bool, row)) > 1 else None
    return None


def _records(sheet: Sheet, header: int, opened: Opened) -> Iterator[Article | Reject]:
    options = opened.options
    names = list(sheet.rows[header])
    for wanted in (options.id_column, options.text_column, options.date_column):
        same = [at for at, name in enumerate(names) if name.lower() == wanted.lower()]
        if same and wanted not in names:
            names[same[0]] = wanted
    column = names.index(options.text_column)
    file = Input(opened.path, f"{opened.id}#{sheet.name}", "document")
    for number, row in enumerate(sheet.rows[header + 1 :], header + 2):
        if not any(row):
            continue
        fields = {name: cell for name, cell in zip(names, row, strict=False) if name and cell}
        raw = json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass")
        item = article_of(fields, file, number, options, raw, "utf-8")
        if isinstance(item, Article) and item.source is not None:
            where = Cell(number, column + 1, sheet=sheet.name)
            anchors: Sequence[Anchor] = ((0, len(item.text), where),)
            item = replace(item, source=replace(item.source, anchors=tuple(anchors)))
        yield item

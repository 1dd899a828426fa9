"""Reads workbooks (.xlsx, .xls, .ods): rows of records, or sheets that are tables."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.documents.document import Draft
from gaoyou_nlp.reading.documents.reader import Found, Opened
from gaoyou_nlp.reading.documents.sheets import Sheet, read_sheets
from gaoyou_nlp.reading.kinds import BODY, HEAD
from gaoyou_nlp.reading.lines import like_headline
from gaoyou_nlp.reading.rows import Input, article_of
from gaoyou_nlp.reading.tables import parts_of
from gaoyou_nlp.records import Article, Reject
from gaoyou_nlp.records.anchor import Anchor, Cell


def open_workbook(opened: Opened) -> Found:
    """Read the articles of a workbook.

    Parameters:
        opened: The workbook.

    Yields:
        Where a sheet's first filled row has the column of texts, an article for each row below;
        else one article for each sheet, a line a row, cells parted by tabs. What is hidden,
        sheets, rows and columns, is left out. Anchors name sheet and cell.
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
            yield from inner.articles(sheet_document(sheet).document(notes=sheet.notes))
    if not found:
        raise ReadError("holds no text.")


def sheet_document(sheet: Sheet) -> Draft:
    """Write the tables of a sheet, each below the lines above it."""
    draft = Draft()
    rows = list(enumerate(sheet.rows, 1))
    for start, end in parts_of(sheet.rows):
        part = rows[start:end]
        alone = next((at for at, (_, row) in enumerate(part) if _filled(row) > 1), len(part))
        for number, row in part[:alone]:
            for column, text in enumerate(row, 1):
                title = number == 1 and "单位" not in text and like_headline(text)
                where = Cell(number, column, sheet=sheet.name)
                draft.paragraph(text, where, kind=HEAD if title else BODY)
        draft.table(
            [(text, Cell(number, column, sheet=sheet.name)) for column, text in enumerate(row, 1)]
            for number, row in part[alone:]
        )
    return draft


def _filled(row: Sequence[str]) -> int:
    return sum(map(bool, row))


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

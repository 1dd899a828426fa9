"""Lists of projects saved as CSV: tables without a column of texts, read as a sheet is."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.characters import as_meant
from gaoyou_nlp.reading.decoding import decode
from gaoyou_nlp.reading.documents.reader import Opened
from gaoyou_nlp.reading.documents.sheets import MAX_CELLS, Sheet
from gaoyou_nlp.reading.documents.workbook import sheet_document
from gaoyou_nlp.records import Article

_NAMES = re.compile(r"(?:重[点大])?(?:建设)?(?:项目|工程)(?:名称)?")
_OPENING = 6


def is_list(rows: Sequence[Sequence[str]]) -> bool:
    """Whether one of the first rows names a column of projects, and others beside it.

    Examples:
        >>> is_list([["重点项目表", ""], ["序号", "项目名称", "总投资"]]), is_list([["id", "正文"]])
        (True, False)
    """
    return any(
        sum(map(bool, row)) > 1 and any(_NAMES.fullmatch("".join(cell.split())) for cell in row)
        for row in rows[:_OPENING]
    )


def open_list(opened: Opened, delimiter: str) -> Iterator[Article]:
    """Read a list.

    Parameters:
        opened: Its bytes.
        delimiter: What parts its cells.

    Yields:
        One article, a line a row, cells parted by tabs, with its table; anchors name the cell.

    Raises:
        ReadError: It is spoiled, or holds too much.
    """
    text, encoding = decode(opened.data, opened.encoding or opened.options.encoding)
    rows: list[tuple[str, ...]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(as_meant(text), newline=""), delimiter=delimiter):
            rows.append(tuple(cell.strip() for cell in row))
            cells += len(row)
            if cells > MAX_CELLS:
                raise ReadError(f"holds more than {MAX_CELLS} cells. Part it.")
    except csv.Error as error:
        raise ReadError(f"is no table: {error}.") from error
    yield from opened.articles(sheet_document(Sheet("", tuple(rows))).document(), encoding)

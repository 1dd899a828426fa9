"""A folder of CSV files, one a table, made to open right in Excel."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from gaoyou_nlp.formats.table_csv import guarded
from gaoyou_nlp.records import Record
from gaoyou_nlp.tables.filling import fill
from gaoyou_nlp.tables.linked import Linked
from gaoyou_nlp.tables.schema import TABLES, Column, Table
from gaoyou_nlp.tables.source import Cell, Cells


def dump(
    records: Iterable[Record],
    folder: Path,
    *,
    chinese: bool = False,
    linked: Linked | None = None,
) -> int:
    """Write the tables of records into a folder.

    Parameters:
        records: Any number.
        folder: It is there, and empty.
        chinese: Whether the header line is Chinese.

    Returns:
        How many records there were.
    """
    with ExitStack() as stack:
        writers: dict[str, Any] = {}
        for table in TABLES.values():
            place = folder / f"{table.name}.csv"
            stream = stack.enter_context(open(place, "w", encoding="utf-8-sig", newline=""))
            writers[table.name] = csv.writer(stream)
            writers[table.name].writerow(table.names(chinese=chinese))
        return fill(records, _Files(writers), linked)


def cell_text(column: Column, cell: Cell) -> str:
    """Return a cell as text: exact decimals, ISO days, and no text that may be a formula.

    Examples:
        >>> from gaoyou_nlp.tables.schema import TABLES
        >>> name, start = TABLES["authors"].columns[1], TABLES["authors"].columns[5]
        >>> cell_text(name, "=1+1"), cell_text(start, 5), cell_text(start, None)
        ("'=1+1", '5', '')
    """
    if cell is None:
        return ""
    if column.type == "text":
        return guarded(cell)
    if column.type == "boolean":
        return "true" if cell else "false"
    return str(cell)


class _Files:
    """Takes rows as lines of files."""

    def __init__(self, writers: dict[str, Any]) -> None:
        self._writers = writers

    def add(self, table: Table, rows: list[Cells]) -> None:
        """Write lines."""
        self._writers[table.name].writerows(
            [cell_text(column, cell) for column, cell in zip(table.columns, row, strict=True)]
            for row in rows
        )

"""A folder of Parquet files, one a table."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from gaoyou_nlp.records import Record
from gaoyou_nlp.tables.arrow import arrow_schema, arrow_table, pyarrow
from gaoyou_nlp.tables.filling import fill
from gaoyou_nlp.tables.linked import Linked
from gaoyou_nlp.tables.schema import TABLES, Table
from gaoyou_nlp.tables.source import Cells


def dump(records: Iterable[Record], folder: Path, *, linked: Linked | None = None) -> int:
    """Write the tables of records into a folder; returns how many records there were.

    Raises:
        MissingExtraError: The package pyarrow is not installed.
    """
    pyarrow()
    from pyarrow import parquet

    with ExitStack() as stack:
        writers = {
            table.name: stack.enter_context(
                parquet.ParquetWriter(
                    folder / f"{table.name}.parquet", arrow_schema(table), compression="zstd"
                )
            )
            for table in TABLES.values()
        }
        return fill(records, _Files(writers), linked)


class _Files:
    """Takes rows as row groups of files."""

    def __init__(self, writers: dict[str, Any]) -> None:
        self._writers = writers

    def add(self, table: Table, rows: list[Cells]) -> None:
        """Write a row group."""
        self._writers[table.name].write_table(arrow_table(table, rows))

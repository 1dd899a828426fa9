"""A DuckDB file with all tables, what their columns mean, and views for common questions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from os import fspath
from pathlib import Path
from typing import Any

from gaoyou_nlp.errors import missing_extra
from gaoyou_nlp.formats import writing
from gaoyou_nlp.records import Record
from gaoyou_nlp.tables.arrow import arrow_table, pyarrow
from gaoyou_nlp.tables.filling import fill
from gaoyou_nlp.tables.rows import Cells
from gaoyou_nlp.tables.schema import Table
from gaoyou_nlp.tables.sql import schema_sql


def duckdb() -> Any:
    """Import duckdb.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import duckdb as library
    except ImportError as error:
        raise missing_extra("duckdb", "tables") from error
    return library


write = partial(writing.write, format="duckdb")
"""Write records to a file of this format; see ``gaoyou_nlp.write``."""


def dump(records: Iterable[Record], path: Path) -> int:
    """Write the tables of records into a new DuckDB file; returns how many records there were.

    Raises:
        MissingExtraError: The package duckdb or pyarrow is not installed.
    """
    pyarrow()
    connection = duckdb().connect(fspath(path))
    try:
        for statement in schema_sql("duckdb"):
            connection.execute(statement)
        return fill(records, _Database(connection))
    finally:
        connection.close()


class _Database:
    """Takes rows by Arrow."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection

    def add(self, table: Table, rows: list[Cells]) -> None:
        """Insert rows."""
        self._connection.register("chunk", arrow_table(table, rows))
        self._connection.execute(f'INSERT INTO "{table.name}" SELECT * FROM chunk')
        self._connection.unregister("chunk")

"""An SQLite file with all tables and views; numbers are REAL, days are ISO 8601 text."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from gaoyou_nlp.records import Record
from gaoyou_nlp.tables.filling import fill
from gaoyou_nlp.tables.linked import Linked
from gaoyou_nlp.tables.schema import Table
from gaoyou_nlp.tables.source import Cells
from gaoyou_nlp.tables.sql import schema_sql


def dump(records: Iterable[Record], path: Path, *, linked: Linked | None = None) -> int:
    """Write the tables of records into a new SQLite file; returns how many records there were.

    Raises:
        OSError: There is no room, or SQLite cannot write there for another reason.
    """
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("PRAGMA journal_mode = OFF")  # the file is renamed when it is whole
            connection.execute("PRAGMA synchronous = OFF")
            for statement in schema_sql("sqlite"):
                connection.execute(statement)
            count = fill(records, _Database(connection), linked)
            connection.commit()
    except sqlite3.OperationalError as error:
        raise OSError(str(error)) from error
    return count


class _Database:
    """Takes rows by ``executemany``; decimals become REAL by the type of their column."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, table: Table, rows: list[Cells]) -> None:
        """Insert rows."""
        marks = ", ".join("?" * len(table.columns))
        self._connection.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', rows)
        self._connection.commit()

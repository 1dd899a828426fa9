"""A DuckDB file with all tables, what their columns mean, and views for common questions."""

from __future__ import annotations

from collections.abc import Iterable
from os import fspath
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from gaoyou_nlp.errors import missing_extra
from gaoyou_nlp.records import Record
from gaoyou_nlp.tables import parquet_files
from gaoyou_nlp.tables.linked import Linked
from gaoyou_nlp.tables.schema import TABLES
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


MEMORY: Final = "128MB"
"""What DuckDB may keep in memory while it writes; it would take most of the machine's."""


def dump(records: Iterable[Record], path: Path, *, linked: Linked | None = None) -> int:
    """Write the tables of records into a new DuckDB file.

    They go by Parquet files in a temporary folder beside it: each table is then inserted as a
    whole, which is quicker than many inserts and takes no more memory for more rows.

    Parameters:
        records: Any number.
        path: Where nothing is yet.

    Returns:
        How many records there were.

    Raises:
        MissingExtraError: The package duckdb or pyarrow is not installed.
    """
    library = duckdb()
    with TemporaryDirectory(prefix=".tmp-", dir=path.parent) as folder:
        count = parquet_files.dump(records, Path(folder), linked=linked)
        connection = library.connect(fspath(path), config={"memory_limit": MEMORY, "threads": 1})
        try:
            for statement in schema_sql("duckdb"):
                connection.execute(statement)
            for name in TABLES:
                file = fspath(Path(folder, f"{name}.parquet"))
                insert = f'INSERT INTO "{name}" SELECT * FROM read_parquet(?)'
                connection.execute(insert, [file])
        finally:
            connection.close()
    return count

"""The tables as Arrow: schemas with their meanings, and rows as columns."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, Final

from gaoyou_nlp.errors import missing_extra
from gaoyou_nlp.tables.schema import VERSION, Table
from gaoyou_nlp.tables.source import Cell, Cells

METADATA: Final = b"gaoyou_tables"
"""The key of a file's metadata that holds the version of the tables' schema."""


def pyarrow() -> Any:
    """Import pyarrow.

    Raises:
        MissingExtraError: It is not installed.
    """
    try:
        import pyarrow as pa
    except ImportError as error:
        raise missing_extra("pyarrow", "tables") from error
    return pa


@cache
def arrow_schema(table: Table) -> Any:
    """Return the ``pyarrow.Schema`` of a table, with meanings as metadata.

    Raises:
        MissingExtraError: The package pyarrow is not installed.
    """
    pa = pyarrow()
    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "date": pa.date32(),
        "boolean": pa.bool_(),
    }
    fields = [
        pa.field(column.name, types[column.type], metadata={"meaning": column.meaning})
        for column in table.columns
    ]
    metadata = {METADATA: str(VERSION).encode(), b"meaning": table.meaning.encode()}
    return pa.schema(fields, metadata=metadata)


def arrow_table(table: Table, rows: Sequence[Cells]) -> Any:
    """Return rows as a ``pyarrow.Table``; decimals become the nearest double.

    Raises:
        MissingExtraError: The package pyarrow is not installed.
    """
    pa = pyarrow()
    schema = arrow_schema(table)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(table.columns)
    arrays = [
        _array(pa, column.type, cells, field.type)
        for column, cells, field in zip(table.columns, columns, schema, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _array(pa: Any, kind: str, cells: Sequence[Cell], type: Any) -> Any:
    """A column as an array; decimals and days are strings in rows."""
    if kind in ("number", "date"):
        return pa.array(cells, pa.string()).cast(type)
    return pa.array(cells, type)

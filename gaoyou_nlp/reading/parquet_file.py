"""Reads Parquet tables: one article a row, a value that is spoiled costs no other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from gaoyou_nlp.errors import ReadError, first_line, missing_extra, os_reason
from gaoyou_nlp.reading.rows import Input, Options, article_of, check_columns
from gaoyou_nlp.records import Article, Reject

_BATCH = 256


def read_parquet(file: Input, options: Options) -> Iterator[Article | Reject]:
    """Read the articles of a Parquet file.

    Parameters:
        file: The file.
        options: How to read, with the names of the columns of id, text and date.

    Yields:
        An article or a reject for every row, in order; one reject for a group of rows that is
        spoiled as a whole.

    Raises:
        MissingExtraError: The package pyarrow is not installed.
    """
    try:
        from pyarrow import parquet
    except ImportError as error:
        raise missing_extra("pyarrow", "tables") from error
    try:
        with open(file.path, "rb") as stream, parquet.ParquetFile(stream) as table:
            columns = table.schema_arrow.names
            check_columns(columns, options)
            known = (options.id_column, options.text_column, options.date_column)
            wanted = [name for name in known if name in columns]
            first = 1
            for group in range(table.num_row_groups):
                count = table.metadata.row_group(group).num_rows
                yield from _group(table, group, first, wanted, file, options)
                first += count
    except ReadError as error:
        yield Reject(None, file.name, None, error.message)
    except OSError as error:
        yield Reject(None, file.name, None, f"cannot be read as Parquet: {os_reason(error)}.")
    except _spoiled() as error:
        reason = f"is no Parquet file, or a spoiled one: {first_line(error)}."
        yield Reject(None, file.name, None, reason)


def _group(
    table: Any, group: int, first: int, wanted: list[str], file: Input, options: Options
) -> Iterator[Article | Reject]:
    """The rows of a group, or of what can be read of it."""
    row = first
    last = first + table.metadata.row_group(group).num_rows - 1
    try:
        for batch in table.iter_batches(_BATCH, row_groups=[group], columns=wanted):
            names = batch.schema.names
            for values in zip(*(_values(column) for column in batch.columns), strict=True):
                yield _article(dict(zip(names, values, strict=True)), file, row, options)
                row += 1
    except _spoiled() as error:
        reason = f"rows {row} to {last} are spoiled: {first_line(error)}."
        yield Reject(None, file.name, row, reason)


def _article(fields: dict[str, Any], file: Input, row: int, options: Options) -> Article | Reject:
    for name, value in fields.items():
        if isinstance(value, bytes):
            try:
                fields[name] = value.decode("utf-8")
            except UnicodeDecodeError as error:
                reason = f"byte {error.start + 1} of {name!r} is not UTF-8."
                return Reject(None, file.name, row, reason, value)
    return article_of(fields, file, row, options, _raw(fields), "utf-8")


def _values(column: Any) -> list[Any]:
    """The values of a column; strings as bytes, since they may be anything."""
    import pyarrow as pa

    kinds = {pa.string(): pa.binary(), pa.large_string(): pa.large_binary()}
    if column.type in kinds:
        column = column.view(kinds[column.type])
    elif pa.types.is_timestamp(column.type):  # Python's has no nanoseconds
        column = column.cast(pa.timestamp("us", column.type.tz), safe=False)
    values: list[Any] = column.to_pylist()
    return values


def _raw(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")


def _spoiled() -> tuple[type[Exception], ...]:
    """What reading a spoiled table raises."""
    import pyarrow as pa

    return (OSError, pa.ArrowException, ValueError, OverflowError, TypeError, KeyError)

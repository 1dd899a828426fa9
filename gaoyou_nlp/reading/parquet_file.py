"""Reads Parquet tables: one article a row."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from gaoyou_nlp.errors import missing_extra
from gaoyou_nlp.reading.rows import Input, Options, article_of
from gaoyou_nlp.records import Article, Reject

_BATCH = 256


def read_parquet(file: Input, options: Options) -> Iterator[Article | Reject]:
    """Read the articles of a Parquet file.

    Parameters:
        file: The file.
        options: How to read, with the names of the columns of id and text.

    Yields:
        An article or a reject for every row, in order.

    Raises:
        MissingExtraError: The package pyarrow is not installed.
    """
    try:
        import pyarrow as pa
        from pyarrow import parquet
    except ImportError as error:
        raise missing_extra("pyarrow", "tables") from error
    row = 0
    try:
        with parquet.ParquetFile(file.path) as table:
            columns = table.schema_arrow.names
            if options.text_column not in columns:
                reason = (
                    f"has no column {options.text_column!r}. Its columns are: "
                    f"{', '.join(columns)}. Name the column of the text."
                )
                yield Reject(None, file.path, None, reason)
                return
            known = (options.id_column, options.text_column, options.date_column)
            wanted = [name for name in known if name in columns]
            for batch in table.iter_batches(_BATCH, columns=wanted):
                for fields in batch.to_pylist():
                    row += 1
                    yield article_of(fields, file, row, options, _raw(fields), "utf-8")
    except (OSError, pa.ArrowException, UnicodeDecodeError) as error:
        yield Reject(None, file.path, row + 1, f"is no Parquet file, or a spoiled one: {error}.")


def _raw(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False, default=str).encode("utf-8", "surrogatepass")

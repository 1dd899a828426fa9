"""Parquet: one row an article, spans and records as nested columns, one fixed schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from os import PathLike
from typing import IO, Any

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.formats.atomic import atomic_file
from gaoyou_nlp.records import SCHEMA, Record, check_spans

METADATA = b"gaoyou_schema"
"""The key of the file's metadata that holds the version of the schema."""

_GROUP = 500


def schema() -> Any:
    """Return the schema of a table, a ``pyarrow.Schema`` with its version in the metadata.

    Raises:
        MissingExtraError: The package pyarrow is not installed.
    """
    pa = _pyarrow()
    text, number = pa.string(), pa.int64()
    mentions = pa.list_(number)
    return pa.schema(
        [
            pa.field("id", text, nullable=False),
            pa.field("title", text),
            pa.field("subtitle", text),
            pa.field("kicker", text),
            pa.field("byline", text),
            pa.field("authors", pa.list_(pa.struct({"name": text, "role": text}))),
            pa.field(
                "source",
                pa.struct({"path": text, "encoding": text, "sha256": text, "line": number}),
            ),
            pa.field("text", text, nullable=False),
            pa.field(
                "spans",
                pa.list_(
                    pa.struct(
                        {
                            "start": number,
                            "end": number,
                            "label": text,
                            "text": text,
                            "rule": text,
                            "score": pa.float64(),
                            "source_start": number,
                            "source_end": number,
                            "canonical": text,
                        }
                    )
                ),
            ),
            pa.field(
                "amounts",
                pa.list_(
                    pa.struct(
                        {
                            "span": number,
                            "low": text,
                            "high": text,
                            "currency": text,
                            "comparator": text,
                            "per": text,
                            "vague": pa.bool_(),
                        }
                    )
                ),
            ),
            pa.field(
                "officials",
                pa.list_(
                    pa.struct(
                        {
                            "name": text,
                            "posts": pa.list_(
                                pa.struct(dict.fromkeys(("org", "title", "change", "rule"), text))
                            ),
                            "mentions": mentions,
                        }
                    )
                ),
            ),
            pa.field(
                "projects",
                pa.list_(
                    pa.struct(
                        {"name": text, "status": text, "amount": number, "mentions": mentions}
                    )
                ),
            ),
            pa.field("model", text),
        ],
        metadata={METADATA: str(SCHEMA).encode()},
    )


def write(records: Iterable[Record], path: str | PathLike[str], *, overwrite: bool = False) -> int:
    """Write a table.

    Parameters:
        records: Any number; 500 are held in memory at a time.
        path: The file.
        overwrite: Whether to replace a file that is there.

    Returns:
        How many were written.

    Raises:
        WriteError: The file is there already or cannot be written.
        MissingExtraError: The package pyarrow is not installed.
    """
    _pyarrow()
    with atomic_file(path, overwrite=overwrite) as stream:
        return dump(records, stream)


def dump(records: Iterable[Record], stream: IO[bytes]) -> int:
    """Write a table to an open stream; returns how many rows it has."""
    pa = _pyarrow()
    from pyarrow import parquet

    count = 0
    rows = iter(records)
    with parquet.ParquetWriter(stream, schema(), compression="zstd") as writer:
        while group := [row(record) for record in islice(rows, _GROUP)]:
            writer.write_table(pa.Table.from_pylist(group, schema=schema()))
            count += len(group)
    return count


def row(record: Record) -> dict[str, Any]:
    """Return a record as a row of ``schema``."""
    its = record.to_dict()
    del its["schema"]
    return its


def read(path: str | PathLike[str]) -> Iterator[Record]:
    """Read a table as written here.

    Parameters:
        path: The file.

    Yields:
        The records. Source offsets are not kept, since they follow from the source map.

    Raises:
        ReadError: The file is no such table, or of another schema version.
        MissingExtraError: The package pyarrow is not installed.
    """
    pa = _pyarrow()
    from pyarrow import parquet

    number = 0
    try:
        with parquet.ParquetFile(path) as table:
            found = (table.schema_arrow.metadata or {}).get(METADATA, b"").decode()
            if found != str(SCHEMA):
                raise ReadError(
                    f"has schema {found or 'of its own'}, this version reads {SCHEMA}.", path=path
                )
            for batch in table.iter_batches(_GROUP):
                for its in batch.to_pylist():
                    number += 1
                    yield _record(its)
    except (OSError, pa.ArrowException) as error:
        raise ReadError(f"is no Parquet file, or a spoiled one: {error}.", path=path) from error
    except (KeyError, TypeError, ArithmeticError) as error:
        raise ReadError(f"is no record: {error}.", path=path, line=number) from error


def _record(its: dict[str, Any]) -> Record:
    """A record of a row, in which missing texts and lists are null."""
    whole = {key: value for key, value in its.items() if value is not None}
    record = Record.from_dict(whole)
    check_spans(record.text, record.spans)
    return record


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise missing_extra("pyarrow", "tables") from error
    return pyarrow

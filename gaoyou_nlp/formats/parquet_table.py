"""Parquet: one row an article, spans and records as nested columns, one fixed schema."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from itertools import islice
from os import PathLike
from typing import IO, Any

from gaoyou_nlp.errors import MissingExtraError, ReadError, first_line, missing_extra, quoted
from gaoyou_nlp.formats.json_text import record_of_row
from gaoyou_nlp.records import SCHEMA, SCHEMAS, Condition, DateMention, Figure, Record, Statement

METADATA = b"gaoyou_schema"
"""The key of the file's metadata that holds the version of the schema."""

_GROUP = 500
"""Rows that are held in memory at a time."""

_FOUND: dict[str, type[DateMention | Figure | Statement]] = {
    "dates": DateMention,
    "figures": Figure,
    "statements": Statement,
}
"""Lists of what is found beside spans."""

_PLACE = ("source_start", "source_end", "source_cell")
_SAID = ("start", "end", "text", "rule", *_PLACE)
_EVENT = ("kind", "day", "grain", "planned", *_SAID)
"""Fields of what is told of posts and projects, with its characters."""

_NEEDED = ("id", "text")
"""Columns without nulls."""


def schema() -> Any:
    """Return the schema of a table, a ``pyarrow.Schema`` with its version in the metadata.

    Raises:
        MissingExtraError: The package pyarrow is not installed.
    """
    pa = _pyarrow()
    text, number = pa.string(), pa.int64()
    amount = {
        "span": number,
        **dict.fromkeys(("low", "high", "currency", "comparator", "per"), text),
        "vague": pa.bool_(),
    }
    part = pa.struct({name: _part(pa, name) for name in _SAID})
    event = pa.struct({name: _part(pa, name) for name in _EVENT})
    mentions = pa.list_(number)
    post = {
        **dict.fromkeys(("org", "title", "change", "rule", "body", "area", "area_rule"), text),
        "titles": mentions,
        "started": event,
        "ended": event,
    }
    official = {"name": text, "posts": pa.list_(pa.struct(post)), "mentions": mentions}
    project = {
        "name": text,
        "status": text,
        "amount": number,
        "mentions": mentions,
        **dict.fromkeys(("status_said", "place", "builder"), part),
        "capacity": pa.list_(part),
        "dates": pa.list_(event),
    }
    group = dict.fromkeys(("start", "end", "count", "amount"), number)
    group |= {"text": text, "rule": text, "members": mentions}
    group |= {"source_start": number, "source_end": number}
    source = {"path": text, "encoding": text, "sha256": text, "line": number}
    columns = {
        "id": text,
        "date": text,
        **dict.fromkeys(("title", "subtitle", "kicker", "byline"), text),
        "authors": pa.list_(pa.struct({"name": text, "role": text})),
        "source": pa.struct(source),
        "text": text,
        "spans": pa.list_(pa.struct(_span_fields(pa))),
        "amounts": pa.list_(pa.struct(amount)),
        "officials": pa.list_(pa.struct(official)),
        "projects": pa.list_(pa.struct(project)),
        "project_groups": pa.list_(pa.struct(group)),
        **{name: pa.list_(pa.struct(_fields(pa, kind))) for name, kind in _FOUND.items()},
        "model": text,
        **dict.fromkeys(("author", "publisher", "url"), text),
        "source_page": number,
    }
    fields = [pa.field(name, kind, nullable=name not in _NEEDED) for name, kind in columns.items()]
    return pa.schema(fields, metadata={METADATA: str(SCHEMA).encode()})


def _part(pa: Any, name: str) -> Any:
    """The type of a field of ``Said`` or ``Event``."""
    if name == "planned":
        return pa.bool_()
    return pa.int64() if name.endswith(("start", "end")) else pa.string()


def _fields(pa: Any, kind: type[DateMention | Figure | Statement]) -> dict[str, Any]:
    """The fields of what is found beside spans: strings, and numbers where the type says so."""
    text, number = pa.string(), pa.int64()
    columns = {
        field.name: number if str(field.type).startswith("int") else text for field in fields(kind)
    }
    if kind is Figure:
        condition = {field.name: text for field in fields(Condition)}
        columns["condition"] = pa.struct(condition | {"start": number, "end": number})
    return columns | {"source_start": number, "source_end": number}


def _span_fields(pa: Any) -> dict[str, Any]:
    """The fields of a span."""
    text, number = pa.string(), pa.int64()
    return {
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


def is_own_table(path: str | PathLike[str]) -> bool:
    """Whether a file is a table as written by this library, of whatever kind and version."""
    try:
        pa = _pyarrow()
        from pyarrow import parquet

        with open(path, "rb") as stream, parquet.ParquetFile(stream) as table:
            keys = (table.schema_arrow.metadata or {}).keys()
            return any(key.startswith(b"gaoyou_") for key in keys)
    except MissingExtraError:
        return False
    except (OSError, ValueError, pa.ArrowException):
        return False


def row(record: Record) -> dict[str, Any]:
    """Return a record as a row of ``schema``."""
    columns = record.to_dict()
    del columns["schema"]
    return columns | {"source_page": record.article.page}


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
            found = (
                (table.schema_arrow.metadata or {}).get(METADATA, b"").decode("utf-8", "replace")
            )
            if found not in map(str, SCHEMAS):
                raise ReadError(
                    f"has schema {quoted(found) if found else 'of its own'}, this version reads "
                    f"{SCHEMA}.",
                    path=path,
                )
            for batch in table.iter_batches(_GROUP):
                for columns in batch.to_pylist():
                    number += 1
                    whole = {key: value for key, value in columns.items() if value is not None}
                    yield record_of_row(whole, path, number)
    except (OSError, pa.ArrowException, UnicodeDecodeError) as error:
        reason = first_line(error)
        raise ReadError(f"is no Parquet file, or a spoiled one: {reason}.", path=path) from error


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise missing_extra("pyarrow", "tables") from error
    return pyarrow

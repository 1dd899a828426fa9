"""JSON Lines: one record a line, schema 1."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from os import PathLike
from typing import IO, Any

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats.atomic import atomic_file
from gaoyou_nlp.records import SCHEMA, Record, check_spans


def write(records: Iterable[Record], path: str | PathLike[str], *, overwrite: bool = False) -> int:
    """Write records, all fields, as UTF-8 without a byte order mark.

    Parameters:
        records: Any number.
        path: The file.
        overwrite: Whether to replace a file that is there.

    Returns:
        How many were written.

    Raises:
        WriteError: The file is there already or cannot be written.
    """
    with atomic_file(path, overwrite=overwrite) as stream:
        return dump(records, stream)


def dump(records: Iterable[Record], stream: IO[bytes]) -> int:
    """Write records to an open stream; returns how many."""
    count = 0
    for record in records:
        stream.write(line(record))
        count += 1
    return count


def line(record: Record) -> bytes:
    r"""Return a record as a line with its line end.

    Example:
        >>> from gaoyou_nlp.records import Article
        >>> line(Record(Article("1", "高邮\u2028")))[:28].decode()
        '{"id": "1", "title": "", "su'
    """
    return json.dumps(record.to_dict(), ensure_ascii=False).encode("utf-8") + b"\n"


def read(path: str | PathLike[str]) -> Iterator[Record]:
    """Read records.

    Parameters:
        path: A file as written here; of other JSON Lines ``id``, ``text`` and the spans' ``start``,
            ``end``, ``label``, ``text`` are enough.

    Yields:
        The records. Source offsets are not kept, since they follow from the source map.

    Raises:
        ReadError: Naming the first line that is not JSON, lacks a field, has a newer schema, or
            whose spans do not match its text.
    """
    try:
        with open(path, "rb") as stream:
            for number, raw in enumerate(stream, 1):
                if raw.strip():
                    yield parse(raw, path, number)
    except OSError as error:
        raise ReadError(f"cannot be opened: {error.strerror}.", path=path) from error


def parse(raw: bytes, path: str | PathLike[str], number: int) -> Record:
    """Read a record from a line.

    Raises:
        ReadError: As ``read``.
    """
    try:
        row: Any = json.loads(raw.decode("utf-8-sig" if number == 1 else "utf-8"))
        if not isinstance(row, dict):
            raise ReadError("expected a JSON object with id and text.", path=path, line=number)
        if row.get("schema", SCHEMA) != SCHEMA:
            raise ReadError(
                f"has schema {row['schema']}, this version reads {SCHEMA}. Update gaoyou-nlp.",
                path=path,
                line=number,
            )
        record = Record.from_dict(row)
        record.text.encode("utf-8")
        check_spans(record.text, record.spans)
    except KeyError as error:
        raise ReadError(f"the field {error} is missing.", path=path, line=number) from error
    except ReadError:
        raise
    except (ValueError, TypeError, IndexError, ArithmeticError) as error:
        raise ReadError(f"is no record: {error}.", path=path, line=number) from error
    return record

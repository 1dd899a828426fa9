"""JSON Lines: one record a line, schema 2."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import islice
from os import PathLike
from typing import IO, Any

from gaoyou_nlp.formats.json_text import json_lines, records_of_rows
from gaoyou_nlp.records import Record

_LONG = 100_000
"""Characters from which on a record is written in pieces."""

_ROWS = 200
"""Spans, amounts … that are one piece."""


def dump(records: Iterable[Record], stream: IO[bytes]) -> int:
    """Write records to an open stream; returns how many."""
    count = 0
    for record in records:
        for piece in _pieces(record) if len(record.text) > _LONG else [line(record)]:
            stream.write(piece)
        count += 1
    return count


def _pieces(record: Record) -> Iterator[bytes]:
    """Yield the line of a long record piece by piece: the same bytes, and never all at once."""
    before = "{"
    for name, value in record.fields():
        yield f'{before}"{name}": '.encode()
        before = ", "
        if isinstance(value, str):
            yield b'"'
            for at in range(0, len(value), _LONG):
                yield _json(value[at : at + _LONG])[1:-1]
            yield b'"'
        elif isinstance(value, Iterator):
            start = b"["
            while rows := list(islice(value, _ROWS)):
                yield start + _json(rows)[1:-1]
                start = b", "
            yield b"[]" if start == b"[" else b"]"
        else:
            yield _json(value)
    yield b"}\n"


def line(record: Record) -> bytes:
    r"""Return a record as a line with its line end.

    Examples:
        >>> from gaoyou_nlp.records import Article
        >>> line(Record(Article("1", "高邮\u2028")))[:26].decode()
        '{"id": "1", "date": null, '
    """
    return _json(record.to_dict()) + b"\n"


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode("utf-8")


def read(path: str | PathLike[str]) -> Iterator[Record]:
    """Read records.

    Parameters:
        path: A file as written here, also packed; of other JSON Lines ``id``, ``text`` and the
            spans' ``start``, ``end``, ``label``, ``text`` are enough.

    Yields:
        The records.

    Raises:
        ReadError: Naming the first line that is not JSON, lacks a field, has a newer schema, or
            whose spans do not match its text.
    """
    yield from records_of_rows(json_lines(path), path)

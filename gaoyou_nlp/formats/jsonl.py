"""JSON Lines: one record a line, schema 2."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from os import PathLike
from typing import IO

from gaoyou_nlp.formats.json_text import json_lines, records_of_rows
from gaoyou_nlp.records import Record


def dump(records: Iterable[Record], stream: IO[bytes]) -> int:
    """Write records to an open stream; returns how many."""
    count = 0
    for record in records:
        stream.write(line(record))
        count += 1
    return count


def line(record: Record) -> bytes:
    r"""Return a record as a line with its line end.

    Examples:
        >>> from gaoyou_nlp.records import Article
        >>> line(Record(Article("1", "高邮\u2028")))[:26].decode()
        '{"id": "1", "date": null, '
    """
    return json.dumps(record.to_dict(), ensure_ascii=False).encode("utf-8") + b"\n"


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

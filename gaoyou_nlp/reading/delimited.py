"""Reads CSV and TSV tables, also as Excel writes them: one article a row."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.json_lines import decoded, line_encoding, raw_lines
from gaoyou_nlp.reading.opening import MAX_RECORD, open_bytes
from gaoyou_nlp.reading.rows import Input, Options, article_of, check_columns
from gaoyou_nlp.records import Article, Reject

_SAMPLE = 2**16
_DELIMITERS = ",\t;"


class _Lines:
    """The lines of a table, decoded; keeps the bytes of those that the parser took for a row."""

    def __init__(self, lines: Iterable[bytes], encoding: str) -> None:
        self._lines = iter(lines)
        self._encoding = encoding
        self._taken: list[bytes] = []
        self.number = 0
        self.fault = ""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        raw = next(self._lines)
        self.number += 1
        self._taken.append(raw)
        try:
            return decoded(raw, self._encoding)
        except UnicodeDecodeError as error:
            self.fault = f"byte {error.start + 1} of line {self.number} is not {self._encoding}."
            return raw.decode(self._encoding, "replace")

    def taken(self) -> tuple[bytes, str]:
        """The bytes since the last call, and what was wrong with them."""
        raw, fault = b"".join(self._taken), self.fault
        self._taken, self.fault = [], ""
        return raw, fault


def read_delimited(file: Input, options: Options) -> Iterator[Article | Reject]:
    """Read the articles of a table.

    Parameters:
        file: The file; the first row names the columns, which are parted by comma, semicolon or
            tab.
        options: How to read, with the names of the columns of id and text. A table without the
            column of ids gives ids by rows.

    Yields:
        An article or a reject for every row, in order.
    """
    before = csv.field_size_limit(MAX_RECORD)
    lines = None
    try:
        with open_bytes(file.path, max_bytes=options.max_bytes, stream=file.stream) as stream:
            encoding = options.encoding or line_encoding(stream.peek(_SAMPLE)[:_SAMPLE])
            lines = _Lines(raw_lines(stream, encoding), encoding)
            yield from _rows(lines, file, options, encoding)
    except (ReadError, csv.Error) as error:
        raw, fault = (b"", "") if lines is None else lines.taken()
        at = None if lines is None else lines.number
        reason = error.message if isinstance(error, ReadError) else f"is no table: {error}."
        yield Reject(None, file.name, at, fault or reason, raw)
    finally:
        csv.field_size_limit(before)


def _rows(
    lines: _Lines, file: Input, options: Options, encoding: str
) -> Iterator[Article | Reject]:
    first = next(lines, "")
    delimiter = _delimiter(first)
    if first.lower().startswith("sep="):
        first = next(lines, "")
    columns = next(csv.reader([first], delimiter=delimiter), [])
    names = _resolved(columns, options, file)
    lines.taken()
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    while True:
        start = lines.number + 1
        row = next(rows, None)
        raw, fault = lines.taken()
        if row is None:
            return
        if fault or (row and len(row) != len(columns)):
            reason = fault or f"has {len(row)} fields, expected {len(columns)}."
            yield Reject(None, file.name, start, reason, raw)
        elif any(row):
            fields = dict(zip(names, row, strict=True))
            yield article_of(fields, file, start, options, raw, encoding)


def _delimiter(first: str) -> str:
    if first.lower().startswith("sep=") and first[4:5] not in ("", '"', " ", "\r", "\n"):
        return first[4]
    return max(_DELIMITERS, key=first.count)


def _resolved(columns: Sequence[str], options: Options, file: Input) -> list[str]:
    """The names of the columns, those of id and text spelt as the options spell them."""
    names = [name.strip() for name in columns]
    for wanted in (options.id_column, options.text_column, options.date_column):
        if wanted not in names:
            same = [i for i, name in enumerate(names) if name.lower() == wanted.lower()]
            if same:
                names[same[0]] = wanted
    check_columns(names, options)
    return names

"""Reads CSV and TSV tables, also as Excel writes them: one article a row."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.json_lines import decoded, line_encoding, raw_lines
from gaoyou_nlp.reading.opening import MAX_RECORD, open_bytes
from gaoyou_nlp.reading.rows import Input, Options, article_of, check_columns
from gaoyou_nlp.records import Article, Reject

_SAMPLE = 2**16
_OPENING = 6
_DELIMITERS = ",\t;"
_LINES_OF_A_ROW = 100
"""Lines in which the quotes of a spoiled row are looked for."""

_REASONS = {
    "new-line": "holds a carriage return outside of quotes",
    "end of data": "a quote that begins here does not end",
    "expected after": "holds a quote inside of quotes that is not doubled",
}
"""What the parser's errors mean."""


class _Lines:
    """The lines of a table, decoded; keeps the bytes of those that the parser took for a row."""

    def __init__(self, lines: Iterable[bytes], encoding: str) -> None:
        self._lines = iter(lines)
        self._encoding = encoding
        self._taken: list[bytes] = []
        self._back: deque[bytes] = deque()
        self.number = 0
        self.fault = ""

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        raw = self._back.popleft() if self._back else next(self._lines)
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

    def take_to_the_end_of_quotes(self) -> None:
        """Take the lines that a spoiled row goes on over: to where its quotes are even again.

        Where they never are within a hundred lines, the row is taken to end where it was spoiled.
        """
        quotes, before = sum(raw.count(b'"') for raw in self._taken), len(self._taken)
        while quotes % 2 and len(self._taken) < before + _LINES_OF_A_ROW:
            if next(self, None) is None:
                break
            quotes += self._taken[-1].count(b'"')
        if quotes % 2:
            self._back.extendleft(reversed(self._taken[before:]))
            self.number -= len(self._taken) - before
            del self._taken[before:]


def read_delimited(file: Input, options: Options) -> Iterator[Article | Reject]:
    """Read the articles of a table.

    Parameters:
        file: The file; the first row names the columns, which are parted by comma, semicolon or
            tab.
        options: How to read, with the names of the columns of id and text. A table without the
            column of ids gives ids by rows.

    Yields:
        An article or a reject for every row, in order. A list of projects without a column of
        texts is one article with a table, as a sheet of a workbook is.
    """
    before = csv.field_size_limit(MAX_RECORD)
    lines = None
    try:
        with open_bytes(file.path, max_bytes=options.max_bytes, stream=file.stream) as stream:
            sample = stream.peek(_SAMPLE)[:_SAMPLE]
            encoding = options.encoding or line_encoding(sample)
            delimiter = _delimiter_of_list(sample, encoding, options)
            if delimiter is not None:
                yield from _list(stream.read(MAX_RECORD + 1), file, options, delimiter)
                return
            lines = _Lines(raw_lines(stream, encoding), encoding)
            yield from _rows(lines, file, options, encoding)
    except (ReadError, csv.Error) as error:
        raw, fault = (b"", "") if lines is None else lines.taken()
        at = None if lines is None else lines.number
        reason = error.message if isinstance(error, ReadError) else f"is no table: {error}."
        yield Reject(None, file.name, at, fault or reason, raw)
    finally:
        csv.field_size_limit(before)


def _delimiter_of_list(sample: bytes, encoding: str, options: Options) -> str | None:
    """What parts the cells of a list of projects; None for a table with a column of texts."""
    from gaoyou_nlp.reading.documents.listed import is_list

    lines = sample.decode(encoding, "replace").removeprefix("\ufeff").splitlines()[:_OPENING]
    delimiter = max(_DELIMITERS, key="".join(lines).count)
    rows = [next(csv.reader([line], delimiter=delimiter), []) for line in lines]
    named = any(options.text_column.lower() == name.strip().lower() for name in (rows or [[]])[0])
    return None if named or not is_list(rows) else delimiter


def _list(data: bytes, file: Input, options: Options, delimiter: str) -> Iterator[Article | Reject]:
    from gaoyou_nlp.reading.documents.listed import open_list
    from gaoyou_nlp.reading.documents.reader import Opened

    if len(data) > MAX_RECORD:
        raise ReadError(f"has more than {MAX_RECORD} bytes. Part the file.")
    opened = Opened(data, file.name, file.id, options, encoding=options.encoding)
    yield from open_list(opened, delimiter)


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
        try:
            row = next(rows, None)
        except csv.Error as error:
            lines.take_to_the_end_of_quotes()
            raw, fault = lines.taken()
            yield Reject(None, file.name, start, fault or f"is no row: {_reason(error)}.", raw)
            rows = csv.reader(lines, delimiter=delimiter, strict=True)
            continue
        raw, fault = lines.taken()
        if row is None:
            return
        if fault or (row and len(row) != len(columns)):
            reason = fault or f"has {len(row)} fields, expected {len(columns)}."
            yield Reject(None, file.name, start, reason, raw)
        elif any(row):
            fields = dict(zip(names, row, strict=True))
            yield article_of(fields, file, start, options, raw, encoding)


def _reason(error: csv.Error) -> str:
    reason = str(error)
    return next((said for sign, said in _REASONS.items() if sign in reason), reason)


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

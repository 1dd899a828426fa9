"""A CSV table with one row an entity, made to open right in Excel."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator
from typing import IO

from gaoyou_nlp.formats.sentences import sentence_of
from gaoyou_nlp.records import (
    Amount,
    Official,
    Project,
    Record,
    Span,
    decimal_string,
)
from gaoyou_nlp.records.anchor import place_cells

COLUMNS = (
    "id",
    "title",
    "entity",
    "label",
    "text",
    "start",
    "end",
    "sentence",
    "posts",
    "low",
    "high",
    "currency",
    "comparator",
    "per",
    "vague",
    "status",
    "project_amount",
    "canonical",
    "rule",
    "score",
    "model",
    "source_path",
    "source_line",
    "source_start",
    "source_end",
    "date",
    "author",
    "publisher",
    "url",
    "source_page",
    "source_box",
    "source_cell",
)
"""The columns, always all of them, always in this order; new ones are added at the end."""

_FORMULA = re.compile("[=+@＝＋－＠-]")
"""What a spreadsheet may take for the beginning of a formula, full-width forms among them."""

_INVISIBLE = re.compile(
    "[\x00-\x20\x7f-\xa0\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2000-\u200f"
    "\u2028-\u202f\u205f-\u206f\u3000\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb]"
)
"""What may stand before it and is not seen: blanks, control and format characters."""

_SEPARATORS = ";\t\r\n"
"""What a spreadsheet may part cells by, whose list separator is not the comma."""


def dump(records: Iterable[Record], stream: IO[bytes]) -> int:
    """Write the table to an open stream; returns how many records there were."""
    stream.write(b"\xef\xbb\xbf" + _encoded(COLUMNS))
    count = 0
    for record in records:
        for row in rows(record):
            stream.write(_encoded(row))
        count += 1
    return count


def rows(record: Record) -> Iterator[tuple[str, ...]]:
    """Return the rows of a record, one an entity, cells in the order of ``COLUMNS``."""
    amounts = dict(record.amounts)
    officials = {at: official for official in record.officials for at in official.mentions}
    projects = {at: project for project in record.projects for at in project.mentions}
    article = record.article
    source = article.source
    for at, span in enumerate(record.spans):
        place = (
            (span.start, span.end)
            if article.source_map is None
            else article.source_map.to_source(span.start, span.end)
        )
        cells = (
            record.id,
            article.title,
            at,
            span.label,
            span.text,
            span.start,
            span.end,
            sentence_of(record.text, span),
            _posts(officials.get(at)),
            *_amount(amounts.get(at)),
            *_project(projects.get(at), record),
            span.canonical,
            span.rule,
            None if span.score is None else f"{span.score:.4f}",
            record.model,
            None if source is None else source.path,
            None if source is None else source.line,
            *(place or (None, None)),
            article.date,
            article.author,
            article.publisher,
            article.url,
            *place_cells(() if source is None else source.anchors, span.start, span.end),
        )
        yield tuple(map(guarded, cells))


def guarded(cell: object) -> str:
    """Return a cell as text that no spreadsheet takes for a formula.

    A ``'`` is put where a formula could begin: at the beginning, and behind a semicolon, a tab or
    a line end, since spreadsheets of many countries part cells there; invisible characters before
    it hide nothing.

    Examples:
        >>> guarded("=1+1"), guarded("3至5亿元"), guarded(None), guarded("一;=2")
        ("'=1+1", '3至5亿元', '', "一;'=2")
    """
    text = "" if cell is None else str(cell)
    marks = [mark for found in _FORMULA.finditer(text) for mark in _opening(text, found.start())]
    if text.startswith(("\t", "\r", "\n")):
        marks.insert(0, 0)
    if not marks:
        return text
    ends = [*marks[1:], len(text)]
    pieces = [f"'{text[start:end]}" for start, end in zip(marks, ends, strict=True)]
    return text[: marks[0]] + "".join(pieces)


def _opening(text: str, at: int) -> Iterator[int]:
    """Where the cell begins that a sign opens, if one does: before what is not seen there."""
    start = at
    while start and text[start - 1] not in _SEPARATORS and _INVISIBLE.match(text[start - 1]):
        start -= 1
    if start == 0:
        yield 0
    elif text[start - 1] in _SEPARATORS:
        yield start


def _posts(official: Official | None) -> str:
    if official is None:
        return ""
    return "; ".join(
        f"{post.org or ''} {post.title}{f' ({post.change})' if post.change else ''}".strip()
        for post in official.posts
    )


def _amount(amount: Amount | None) -> tuple[object, ...]:
    if amount is None:
        return (None,) * 6
    return (
        None if amount.low is None else decimal_string(amount.low),
        None if amount.high is None else decimal_string(amount.high),
        amount.currency,
        amount.comparator,
        amount.per,
        "true" if amount.vague else "false",
    )


def _project(project: Project | None, record: Record) -> tuple[object, ...]:
    if project is None:
        return (None, None)
    amount: Span | None = None
    if project.amount is not None:
        amount = record.spans[record.amounts[project.amount][0]]
    return project.status, None if amount is None else amount.text


def _encoded(cells: Iterable[str]) -> bytes:
    line = io.StringIO(newline="")
    csv.writer(line).writerow(cells)
    return line.getvalue().encode("utf-8")

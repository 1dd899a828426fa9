"""What the readers of files with many records share: the options, and one row to one article."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from gaoyou_nlp.reading.articles import reflow
from gaoyou_nlp.reading.characters import as_meant
from gaoyou_nlp.reading.fields import around, facts_in, field_at
from gaoyou_nlp.reading.fragments import is_fragment, strip_markup
from gaoyou_nlp.reading.opening import MAX_BYTES
from gaoyou_nlp.records import Article, Author, Reject, Source

_PARTS = ("title", "subtitle", "kicker", "byline")


@dataclass(frozen=True, slots=True)
class Options:
    """How to read.

    Parameters:
        encoding: The encoding of all files; None to detect each.
        reflow: Whether to put broken lines together; None for text files only, since the
            offsets of a record with a text field are those of the text as it is.
        id_column, text_column: The fields or columns with id and text.
        max_bytes: What a packed file may unpack to.
        date_column: The field or column with the date of publication.
    """

    encoding: str | None = None
    reflow: bool | None = None
    id_column: str = "id"
    text_column: str = "text"
    max_bytes: int = MAX_BYTES
    date_column: str = "date"


@dataclass(frozen=True, slots=True)
class Input:
    """A file to read.

    Parameters:
        path: As the user names it, ``-`` for standard input.
        id: What the ids of its articles begin with where they have none of their own.
        form: ``txt``, ``jsonl``, ``csv`` or ``parquet``; empty where it is to be seen.
        stream: The open stream, where there is one.
    """

    path: str
    id: str
    form: str
    stream: io.BufferedReader | None = None


def article_of(
    row: Mapping[str, Any], file: Input, line: int, options: Options, raw: bytes, encoding: str
) -> Article | Reject:
    """Make an article of one record.

    Parameters:
        row: Its fields.
        file: Where it stands.
        line: In which line or row.
        options: How to read.
        raw: Its bytes, for the reject.
        encoding: Of the file.

    Returns:
        The article, or why there is none.
    """
    id = field_at(row, options.id_column)
    if id is None or id == "":
        id = f"{file.id}:{line}"
    if isinstance(id, bool) or not isinstance(id, (str, int)):
        return Reject(None, file.path, line, f"{options.id_column!r} is no string.", raw)
    id = str(id)
    text = field_at(row, options.text_column)
    reason = _fault(id, text, options.text_column)
    if reason or not isinstance(text, str):
        return Reject(id if _encodable(id) else None, file.path, line, reason, raw)
    source_map = None
    row = around(row, options.text_column)
    text = as_meant(text)
    if is_fragment(text):
        text, source_map = strip_markup(text)
    elif options.reflow:
        text, source_map = reflow(text)
    return Article(
        id=id,
        text=text,
        **{part: row[part] for part in _PARTS if isinstance(row.get(part), str)},
        authors=_authors(row.get("authors")),
        source=Source(file.path, encoding, None, line),
        source_map=source_map,
        **facts_in(row, options.date_column),
    )


def _fault(id: str, text: object, column: str) -> str:
    if text is None:
        return f"has no {column!r}."
    if not isinstance(text, str):
        return f"{column!r} is no string."
    if not text.strip():
        return f"{column!r} is empty."
    if not _encodable(text) or not _encodable(id):
        return "holds half of a surrogate pair, which is no character."
    return ""


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _authors(value: object) -> tuple[Author, ...]:
    rows = value if isinstance(value, list) else []
    return tuple(
        Author(row["name"], row.get("role"))
        for row in rows
        if isinstance(row, dict) and isinstance(row.get("name"), str)
    )

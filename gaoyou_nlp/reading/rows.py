"""What the readers of files with many records share: the options, and one row to one article."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gaoyou_nlp.errors import ReadError, path_text, quoted
from gaoyou_nlp.reading.articles import reflow
from gaoyou_nlp.reading.characters import as_meant, is_encodable
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
        form: One of ``FORMS``; empty where it is to be seen.
        stream: The open stream, where there is one.
    """

    path: str
    id: str
    form: str
    stream: io.BufferedReader | None = None

    @property
    def name(self) -> str:
        """The path as text, for records, rejects and messages."""
        return path_text(self.path)


def check_columns(names: Sequence[str], options: Options) -> None:
    """Refuse a table without a column of texts, or with two columns of ids or texts.

    Parameters:
        names: Of its columns.
        options: With the names of the columns that are wanted.

    Raises:
        ReadError: Naming the columns that there are.

    Examples:
        >>> check_columns(["id", "text"], Options())
    """
    named = [name for name in names if name]
    if options.text_column not in names:
        there = f"Its columns are: {', '.join(map(quoted, named))}" if named else "It names none"
        raise ReadError(
            f"has no column {quoted(options.text_column)}. {there}. Name the column of the text."
        )
    for wanted in (options.id_column, options.text_column):
        if names.count(wanted) > 1:
            raise ReadError(f"has two columns {quoted(wanted)}. Rename or remove one of them.")


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
    if id is None or id == "" or id != id:  # NaN: a gap
        id = f"{file.id}:{line}"
    if isinstance(id, float) and id.is_integer():
        id = int(id)  # a column of numbers with a gap, as pandas writes it
    if isinstance(id, bool) or not isinstance(id, (str, int)):
        reason = (
            f"{quoted(options.id_column)} is no string. Write ids as strings, or name their column."
        )
        return Reject(None, file.name, line, reason, raw)
    id = str(id)
    text = field_at(row, options.text_column)
    if isinstance(text, list) and text and all(isinstance(line, str) for line in text):
        text = "\n".join(text)  # a field that lists its paragraphs
    reason = _fault(id, text, options.text_column)
    if reason or not isinstance(text, str):
        return Reject(id if is_encodable(id) else None, file.name, line, reason, raw)
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
        **{part: row[part] for part in _PARTS if _is_text(row.get(part))},
        authors=_authors(row.get("authors")),
        source=Source(file.name, encoding, None, line),
        source_map=source_map,
        **facts_in(row, options.date_column),
    )


def _fault(id: str, text: object, column: str) -> str:
    if text is None:
        return f"has no {quoted(column)}."
    if not isinstance(text, str):
        return f"{quoted(column)} is no string. Write it as text, or name the column of the text."
    if not text.strip().strip("\ufeff"):
        return f"{quoted(column)} is empty."
    if "\0" in text or "\0" in id:
        return "holds a zero byte, which is no character of a text."
    if not is_encodable(text) or not is_encodable(id):
        return "holds half of a surrogate pair, which is no character."
    return ""


def _is_text(value: object) -> bool:
    return isinstance(value, str) and is_encodable(value)


def _authors(value: object) -> tuple[Author, ...]:
    rows = value if isinstance(value, list) else []
    return tuple(
        Author(row["name"], row["role"] if _is_text(row.get("role")) else None)
        for row in rows
        if isinstance(row, dict) and _is_text(row.get("name"))
    )

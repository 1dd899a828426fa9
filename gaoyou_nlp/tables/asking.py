"""Questions put to a DuckDB file: each is a file of SQL that begins with what it asks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from os import PathLike, fspath
from pathlib import Path
from typing import Any

from gaoyou_nlp.errors import GaoyouError, ReadError, first_line
from gaoyou_nlp.tables.duckdb_file import duckdb


@dataclass(frozen=True, slots=True)
class Question:
    """A question.

    Parameters:
        name: The name of its file.
        text: What it asks.
        notes: How it is answered, in lines; may be empty.
        sql: The query.
    """

    name: str
    text: str
    notes: str
    sql: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a question: the names of its columns, and its rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]


@cache
def questions() -> dict[str, Question]:
    """Return all questions by their names, in the order of the alphabet.

    Examples:
        >>> questions()["deadlines"].text
        'What falls due when?'
    """
    found = {}
    for file in sorted(files(__package__).joinpath("questions").iterdir(), key=lambda f: f.name):
        if file.name.endswith(".sql"):
            name = file.name.removesuffix(".sql")
            lines = file.read_text("utf-8").splitlines()
            said = [line.removeprefix("--").strip() for line in lines if line.startswith("--")]
            sql = "\n".join(line for line in lines if not line.startswith("--"))
            found[name] = Question(name, said[0], "\n".join(said[1:]), sql)
    return found


def ask(path: str | PathLike[str], name: str, about: Sequence[str] = ()) -> Answer:
    """Answer a question from a file of tables.

    Parameters:
        path: A DuckDB file as written here. It is only read.
        name: One of ``questions()``.
        about: Keep rows that have each of these in one of their cells.

    Returns:
        The answer; days are ``datetime.date``, numbers ``float`` or ``int``.

    Raises:
        GaoyouError: There is no such question.
        ReadError: The file is not there, or holds other tables.
        MissingExtraError: The package duckdb is not installed.
    """
    question = questions().get(name)
    if question is None:
        raise GaoyouError(f"no question {name!r}. Ask one of {', '.join(questions())}.")
    library = duckdb()
    if not Path(path).is_file():
        raise ReadError("is no file. Make it with gaoyou annotate or gaoyou tables.", path=path)
    try:
        config = {"enable_external_access": "false"}
        connection = library.connect(fspath(path), read_only=True, config=config)
        try:
            cursor = connection.execute(question.sql)
            columns = tuple(column[0] for column in cursor.description)
            rows = tuple(row for row in cursor.fetchall() if _is_about(row, about))
        finally:
            connection.close()
    except library.Error as error:
        reason = first_line(error)
        raise ReadError(
            f"is no DuckDB file with tables of this version: {reason}.", path=path
        ) from error
    return Answer(columns, rows)


def _is_about(row: Sequence[object], about: Sequence[str]) -> bool:
    return all(any(cell is not None and word in str(cell) for cell in row) for word in about)

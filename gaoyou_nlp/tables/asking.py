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
            notes = [line.removeprefix("--").strip() for line in lines if line.startswith("--")]
            sql = "\n".join(line for line in lines if not line.startswith("--"))
            found[name] = Question(name, notes[0], "\n".join(notes[1:]), sql)
    return found


_SQLITE = b"SQLite format 3\0"
"""What every SQLite file begins with."""


def ask(path: str | PathLike[str], name: str, about: Sequence[str] = ()) -> Answer:
    """Answer a question from a file of tables.

    Parameters:
        path: A DuckDB file as written here. It is only read.
        name: One of ``questions()``.
        about: Keep rows that have each of these in one of their cells; what they quote, the
            column ``sentence``, is not looked at, since it names others too.

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
    columns, found = _query(path, question.sql)
    kept = [at for at, column in enumerate(columns) if column != "sentence"]
    rows = tuple(row for row in found if _is_about([row[at] for at in kept], about))
    return Answer(columns, rows)


def lacks_links(path: str | PathLike[str], name: str) -> bool:
    """Whether a question is about people over all articles, and the file is not linked.

    Parameters:
        path: A DuckDB file as written here.
        name: One of ``questions()``.
    """
    if "FROM links " not in questions()[name].sql:
        return False
    return _query(path, "SELECT 1 FROM links LIMIT 1")[1] == []


def _query(path: str | PathLike[str], sql: str) -> tuple[tuple[str, ...], list[tuple[Any, ...]]]:
    library = duckdb()
    if not Path(path).is_file():
        raise ReadError("is no file. Make it with gaoyou annotate or gaoyou tables.", path=path)
    with Path(path).open("rb") as file:
        if file.read(len(_SQLITE)) == _SQLITE:
            raise ReadError(
                "is a SQLite file. Questions are put to DuckDB files: make one with "
                "gaoyou annotate FOLDER -o news.duckdb.",
                path=path,
            )
    try:
        config = {"enable_external_access": "false"}
        connection = library.connect(fspath(path), read_only=True, config=config)
        try:
            cursor = connection.execute(sql)
            return tuple(column[0] for column in cursor.description), cursor.fetchall()
        finally:
            connection.close()
    except library.Error as error:
        reason = first_line(error).rstrip(".!")
        raise ReadError(
            f"is no DuckDB file with tables of this version: {reason}. "
            "Make one with gaoyou annotate FOLDER -o news.duckdb.",
            path=path,
        ) from error


def _is_about(row: Sequence[object], about: Sequence[str]) -> bool:
    return all(any(cell is not None and word in str(cell) for cell in row) for word in about)

"""The one schema of all tables: names, types, units, meanings and examples of their columns.

It is read from ``schema.tsv``. A new column is a line there and a cell in ``rows``, a new table a
block there and a function in ``rows``.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.resources import files
from typing import Final, Literal, cast

Type = Literal["text", "integer", "number", "date", "boolean"]

VERSION: Final = 2
"""Of the schema; goes up when a column changes its meaning or its place."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Parameters:
        name: What it is called: ASCII, at most 32 characters, no reserved word of Stata.
        type: What its cells are. A ``number`` is a decimal, a ``date`` an ISO 8601 day.
        chinese: What it is called in Chinese.
        meaning: In a line.
        example: A cell as it is written in CSV.
        unit: Of numbers.
    """

    name: str
    type: Type
    chinese: str
    meaning: str
    example: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Parameters:
        name: What it and its sheet or file is called.
        chinese: What it is called in Chinese.
        meaning: What a row stands for.
        columns: All of them, in their order.
    """

    name: str
    chinese: str
    meaning: str
    columns: tuple[Column, ...]

    def names(self, *, chinese: bool = False) -> list[str]:
        """Return the names of the columns.

        Examples:
            >>> TABLES["dates"].names()[:4]
            ['article_id', 'date_id', 'text', 'first_day']
        """
        return [column.chinese if chinese else column.name for column in self.columns]


def _read_tables() -> dict[str, Table]:
    text = files("gaoyou_nlp.tables").joinpath("schema.tsv").read_text("utf-8")
    shared: dict[str, list[Column]] = {}
    tables: dict[str, Table] = {}
    for block in text.split("\n\n"):
        lines = [line for line in block.splitlines() if not line.startswith("#")]
        if not lines:
            continue
        columns: list[Column] = []
        for line in lines[1:]:
            columns += shared[line[2:]] if line.startswith("+ ") else [_column(line)]
        kind, name, *named = lines[0].split("\t")
        if kind == "group":
            shared[name] = columns
        else:
            meaning, chinese = named
            tables[name] = Table(name, chinese, meaning, tuple(columns))
    return tables


def _column(line: str) -> Column:
    name, type, chinese, unit, example, meaning = line.split("\t")
    return Column(name, cast(Type, type), chinese, meaning, example, unit)


TABLES: Final = _read_tables()
"""The tables by their names, in their order."""

"""``gaoyou ask``: put a question to a DuckDB file of tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from gaoyou_nlp.cli.terminal import inert, say

if TYPE_CHECKING:
    from rich.table import Table

    from gaoyou_nlp.tables.asking import Answer

_WIDE = 100
"""Columns of a terminal that has room for ids beside the rest."""


def ask_cli(
    path: Annotated[Path, typer.Argument(help="A DuckDB file of tables.")],
    question: Annotated[
        str | None, typer.Argument(help="Its name; without one, all are listed.")
    ] = None,
    about: Annotated[
        list[str] | None,
        typer.Argument(help="Only rows with each of these in a cell (but for the sentence)."),
    ] = None,
    limit: Annotated[int, typer.Option(min=0, help="Rows to print; 0 for all.")] = 50,
    as_sql: Annotated[bool, typer.Option("--sql", help="Print the query and ask nothing.")] = False,
) -> None:
    """Answer a question from the tables: who promised what, who moved where and so on."""
    from rich.console import Console

    from gaoyou_nlp.tables.asking import ask, lacks_links, questions

    console = Console(highlight=False, markup=False, emoji=False)
    if question is None:
        for one in questions().values():
            say(f"{one.name:18} {one.text}")
        return
    if as_sql and question in questions():
        say(questions()[question].sql)
        return
    answer = ask(path, question, about or ())
    if not answer.rows:
        say("No row answers this.")
        if lacks_links(path, question):
            say("The file is not linked: make it with gaoyou link RUN -o links.duckdb.")
        return
    shown = answer.rows[: limit or None]
    wide = console.width >= _WIDE
    console.print(table_of(questions()[question].text, answer, len(shown), ids=wide))
    if not wide and any(name.endswith("_id") for name in answer.columns):
        say(f"Ids are left out: they are shown from {_WIDE} columns on.")
    if len(shown) < len(answer.rows):
        say(f"{len(answer.rows) - len(shown):,} more rows: see --limit.")


def table_of(title: str, answer: Answer, count: int, ids: bool = True) -> Table:
    """Return the first rows of an answer as a table to print; columns without a cell are left out.

    Parameters:
        title: What was asked.
        answer: The answer.
        count: How many rows to show.
        ids: Whether there is room for ids.
    """
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    rows = answer.rows[:count]
    kept = [
        at
        for at, name in enumerate(answer.columns)
        if any(row[at] is not None for row in rows) and (ids or not name.endswith("_id"))
    ]
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False)
    for at in kept:
        number = all(isinstance(row[at], (int, float, type(None))) for row in rows)
        side: Literal["left", "right"] = "right" if number else "left"
        table.add_column(answer.columns[at], justify=side, overflow="fold")
    for row in rows:
        table.add_row(*(cell_text(row[at]) for at in kept))
    return table


def cell_text(cell: object) -> str:
    """Return a cell as it is printed; numbers without an exponent.

    Examples:
        >>> cell_text(150.0), cell_text(1e11), cell_text(6.5), cell_text(2020), cell_text(None)
        ('150', '100,000,000,000', '6.5', '2020', '')
    """
    if cell is None:
        return ""
    if isinstance(cell, float):
        return f"{cell:,.6f}".rstrip("0").rstrip(".")
    return inert(str(cell), keep="")

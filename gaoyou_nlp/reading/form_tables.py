"""Forms: tables that say one thing a row, the name of a field and its value beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from gaoyou_nlp.records.table import TableCell

_BRACKETS = re.compile(r"[（(][^（()）\n]*[）)]|\s+")
_OF_PROJECTS = re.compile(r"(?:项目|工程)(?:名称)")
_LEAST = 3


@cache
def _field() -> re.Pattern[str]:
    """What the name of a field of a form reads."""
    return _ending("field")


@cache
def _head() -> re.Pattern[str]:
    """What the name of a column of a list reads, or of a field."""
    return _ending("field", "column")


def _ending(*kinds: str) -> re.Pattern[str]:
    table = (files("gaoyou_nlp.reading") / "field_names.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and line[0] != "#")
    ends = sorted((end for end, kind, _ in rows if kind in kinds), key=len, reverse=True)
    return re.compile(rf"[\u3400-\u9fff]{{0,10}}(?:{'|'.join(ends)})")


def form_of(
    rows: Sequence[Sequence[TableCell]],
) -> tuple[tuple[str, ...], tuple[TableCell, ...]] | None:
    """Read a form of a project as a table of one row.

    Parameters:
        rows: All of its rows.

    Returns:
        The names of its fields and their values; None for what is no form: where the first field
        is not the name of the project, a row does not begin with a field, or a value has none.

    Examples:
        >>> rows = [["项目名称", "县中学"], ["总投资", "8560万元"], ["建设地点", "城北"]]
        >>> names, values = form_of([[TableCell(text) for text in row] for row in rows])
        >>> names, [cell.text for cell in values]
        (('项目名称', '总投资', '建设地点'), ['县中学', '8560万元', '城北'])
        >>> form_of([[TableCell("项目名称"), TableCell("总投资")]]) is None
        True
    """
    pairs: list[tuple[str, TableCell]] = []
    for row in rows:
        cells = [cell for cell in row if cell.text]
        if not cells:
            continue
        found = list(_pairs(cells))
        if not found or not found[0][0]:
            return None
        pairs += found
    named = [(name, value) for name, value in pairs if name]
    if len(named) < max(_LEAST, len(pairs)) or not _OF_PROJECTS.fullmatch(_bare(named[0][0])):
        return None
    if not named[0][1].text or len({name for name, _ in named}) < len(named):
        return None
    return tuple(name for name, _ in named), tuple(value for _, value in named)


def is_head(text: str) -> bool:
    """Whether a cell could be the name of a column or of a field, and no value.

    Examples:
        >>> is_head("总投资（万元）"), is_head("汇报人"), is_head("县中学迁建项目")
        (True, True, False)
    """
    return _head().fullmatch(_bare(text)) is not None


def _pairs(cells: Sequence[TableCell]) -> Iterator[tuple[str, TableCell]]:
    """The fields of a row, each with its value; a value without a field has an empty name."""
    name = ""
    for cell in cells:
        if _field().fullmatch(_bare(cell.text)):
            if name:
                yield name, TableCell("")
            name = cell.text
        else:
            yield name, cell
            name = ""
    if name:
        yield name, TableCell("")


def _bare(text: str) -> str:
    return _BRACKETS.sub("", text)

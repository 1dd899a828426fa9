"""Names that fill a cell beside a cell with a post: 孙志强 ⇥ 县住建局局长 ⇥ 13800000000."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span

CELL = "person.cell"
"""The rule id of such a name: no odds of words are needed."""

_LINE = re.compile("[^\n]+")
_PARTED = ("\t", "\u3000", "  ")
_CELL = re.compile("[^\t\u3000\n ]+(?: [^\t\u3000\n ]+)*")


def named_by_cells(text: str, names: Sequence[Span], titles: Sequence[Span]) -> Iterator[Span]:
    """Yield names, those with the rule ``person.cell`` that fill a cell beside one with a post.

    Parameters:
        text: The text.
        names: Names in order.
        titles: Titles of the text.

    Yields:
        The names in their order.

    Examples:
        >>> text = "孙志强\\t县住建局局长"
        >>> names, titles = [Span(0, 3, "OFFICIAL", "孙志强", "a")], [Span(8, 10, "TITLE", "局长")]
        >>> [name.rule for name in named_by_cells(text, names, titles)]
        ['person.cell']
    """
    beside = set(_beside_posts(text, {title.end for title in titles})) if names else set()
    for name in names:
        yield replace(name, rule=CELL) if (name.start, name.end) in beside else name


def _beside_posts(text: str, ends: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the cells that have a cell with a post right before or behind them in their line."""
    if not ends:
        return
    for line in _LINE.finditer(text):
        if not any(blank in line[0] for blank in _PARTED):
            continue
        cells = [cell.span() for cell in _CELL.finditer(text, *line.span())]
        for first, second in pairwise(cells):
            if second[1] in ends:
                yield first
            if first[1] in ends:
                yield second

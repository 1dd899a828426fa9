"""Names that fill a cell beside a cell with a post: 孙志强 ⇥ 县住建局局长 ⇥ 13800000000."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.dictionary import is_word
from gaoyou_nlp.language.names import is_surname
from gaoyou_nlp.records import Span

CELL = "person.cell"
"""The rule id of such a name: no odds of words are needed."""

_LINE = re.compile("[^\n]+")
_HAN = re.compile("[\u4e00-\u9fff]{2,4}")
_PARTED = ("\t", "\u3000", "  ")
_CELL = re.compile("[^\t\u3000\n ]+(?: [^\t\u3000\n ]+)*")


def named_by_cells(text: str, names: Sequence[Span], others: Sequence[Span]) -> Iterator[Span]:
    """Yield names, and what fills a cell beside one with a post and has the form of a name.

    Parameters:
        text: The text.
        names: Names in order.
        others: Titles, bodies, areas and amounts of the text; none of them is a name.

    Yields:
        The names in their order, those that share a character with such a cell replaced by it;
        its rule is ``person.cell``.

    Examples:
        >>> text = "县住建局局长\\t孙志强"
        >>> [name.text for name in named_by_cells(text, [], [Span(4, 6, "TITLE", "局长")])]
        ['孙志强']
    """
    ends = {span.end for span in others if span.label == "TITLE"}
    taken = {at for span in others for at in (span.start, span.end - 1)}
    known = {(name.start, name.end): name for name in names}
    cells = [
        (start, end)
        for start, end in _beside_posts(text, ends)
        if (start, end) in known
        or (taken.isdisjoint(range(start, end)) and _has_form(text[start:end]))
    ]
    inside = {at for start, end in cells for at in range(start, end)}
    found = [name for name in names if inside.isdisjoint(range(name.start, name.end))]
    for start, end in dict.fromkeys(cells):
        label = known[start, end].label if (start, end) in known else "OFFICIAL"
        found.append(Span(start, end, label, text[start:end], CELL))
    yield from sorted(found, key=lambda name: name.start)


def _has_form(cell: str) -> bool:
    """Whether a cell may be a name: a surname and one or two characters, no word."""
    if not _HAN.fullmatch(cell) or is_word(cell):
        return False
    return (len(cell) < 4 and is_surname(cell[0])) or (len(cell) > 2 and is_surname(cell[:2]))


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

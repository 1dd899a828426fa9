"""Numbers shared out by 分别 among nouns of no table, or among the figures before them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from gaoyou_nlp.figures.clauses import Sentence, clause_start
from gaoyou_nlp.figures.found import Found, end_of
from gaoyou_nlp.figures.growth import without_plain
from gaoyou_nlp.figures.heads import Head, find_ending
from gaoyou_nlp.figures.links import Link, read_link
from gaoyou_nlp.figures.nouns import Nouns, ends_with_sum
from gaoyou_nlp.figures.quantities import Quantity
from gaoyou_nlp.figures.shared import LISTED
from gaoyou_nlp.language import lazy_re as re

_TABLE = "figures/noun_words.tsv"
_EACH: Final = ("分别", "均", "双双")
_MOST: Final = 8
_SHORTEST: Final = 2
_LONGEST: Final = 16
_COUNTED: Final = re.compile("(?:{counted})$", words=_TABLE)
_BOTH: Final = re.compile("城乡(?:常住)?居民人均可支配收入")
_STOPS: Final = "，,、\u3000 "


def share_among_nouns(
    text: str, quantities: Sequence[Quantity], at: int, sentence: Sentence, nouns: Nouns
) -> list[Found]:
    """Share numbers out among the nouns listed before 分别 or 均: 甲支出、乙支出分别增长5%、6%.

    Parameters:
        text: The text.
        quantities: Its numbers, in order.
        at: The index of the first of them.
        sentence: Its sentence.
        nouns: Finds where the first noun begins.

    Returns:
        One figure for each noun; none where there are more or fewer numbers than nouns, or where
        the nouns are areas or bodies.
    """
    first = quantities[at]
    place = _link(text, first, sentence, nouns)
    if place is None:
        return []
    opening, stop, link = place
    items = _items(text, opening, without_plain(text, opening, stop), nouns)
    numbers = _lined(text, quantities, at)
    both = _BOTH.search(text, opening, stop) if len(items) < 2 and len(numbers) == 2 else None
    if both is not None and link.shared == "each":
        return _town_and_country(text, numbers, both, link)
    if link.shared == "all" and len(numbers) == 1:
        numbers *= len(items)
    if len(items) < 2 or len(numbers) != len(items):
        return []
    nature = _nature(text, first, items[-1], link)
    if nature is None:
        return []
    return [
        Found(number, start, end_of(text, number), Head(start, end, None, nature), link, "each")
        for (start, end), number in zip(items, numbers, strict=True)
    ]


def _town_and_country(
    text: str, numbers: Sequence[Quantity], both: re.Match[str], link: Link
) -> list[Found]:
    """Share two numbers out between town and country: 城乡居民人均可支配收入分别增长6%和8%."""
    nature = "growth" if link.direction is not None else "level"
    return [
        Found(
            number,
            both.start() if number is numbers[0] else number.start,
            end_of(text, number),
            Head(*both.span(), f"{name}居民人均可支配收入", nature),
            link,
            "each",
        )
        for name, number in zip(("城镇", "农村"), numbers, strict=True)
    ]


def share_among_figures(
    text: str,
    quantities: Sequence[Quantity],
    at: int,
    sentence: Sentence,
    nouns: Nouns,
    listed: Sequence[Found],
) -> list[Found]:
    """Share changes out among the figures before them: 产量3吨，产值5亿元，分别增长5%、6%.

    Parameters:
        text: The text.
        quantities: Its numbers, in order.
        at: The index of the first of them.
        sentence: Its sentence.
        nouns: Knows the dates of the text.
        listed: The figures that stand before it and that no other number goes on with.

    Returns:
        One figure for each; none where there are more or fewer numbers than figures.
    """
    if len(listed) < 2:
        return []
    place = _link(text, quantities[at], sentence, nouns)
    if place is None or place[2].direction is None or place[2].shared != "each":
        return []
    opening, stop, link = place
    before = listed[-1].quantity.end
    if without_plain(text, opening, stop) > opening or text[before:opening].strip(_STOPS):
        return []
    numbers = _lined(text, quantities, at)
    if len(numbers) != len(listed):
        return []
    return [
        Found(number, number.start, end_of(text, number), one.head, link, "inherited")
        for one, number in zip(listed, numbers, strict=True)
    ]


def _link(
    text: str, first: Quantity, sentence: Sentence, nouns: Nouns
) -> tuple[int, int, Link] | None:
    """Return where the clause of a number begins, where its 分别 or 均 stands, and what it says."""
    opening = clause_start(text, first.start, sentence.start)
    stop = max(text.rfind(word, opening, first.start) for word in _EACH)
    if stop < 0:
        return None
    link = read_link(text, stop, first.start, nouns.around.dates)
    return None if link is None or link.shared is None else (opening, stop, link)


def _items(text: str, opening: int, end: int, nouns: Nouns) -> list[tuple[int, int]]:
    """Return the nouns of a list; none where one is an area, a body or no noun."""
    marks = [mark.span() for mark in LISTED.finditer(text, opening, end)]
    starts = [opening, *(stop for _, stop in marks)]
    ends = [*(start for start, _ in marks), end]
    items = list(zip(starts, ends, strict=True))
    if not 2 <= len(items) <= _MOST:
        return []
    items[0] = nouns.start(items[0][0], items[0][1]), items[0][1]
    for start, stop in items:
        if (
            not _SHORTEST <= stop - start <= _LONGEST
            or nouns.around.after_leads(start, stop) > start
        ):
            return []
    return items


def _lined(text: str, quantities: Sequence[Quantity], at: int) -> list[Quantity]:
    """Return the numbers of one sort that stand in a line from one on."""
    lined = [quantities[at]]
    for left, right in pairwise(quantities[at : at + _MOST + 1]):
        if right.sort != left.sort or not LISTED.fullmatch(text, end_of(text, left), right.start):
            break
        lined.append(right)
    return lined


def _nature(text: str, number: Quantity, last: tuple[int, int], link: Link) -> str | None:
    """Return what a number of a noun is: growth, a share, a level or a count."""
    if link.direction is not None:
        return "growth"
    if number.sort == "percent":
        ending = find_ending(text, *last)
        return "share" if ending is not None and ending[1] == last[1] else None
    if number.sort == "money":
        return "level" if ends_with_sum(text, *last) else None
    if number.sort in ("count", "people", "measure") and _COUNTED.search(text[slice(*last)]):
        return "count" if number.sort == "count" else "level"
    return None

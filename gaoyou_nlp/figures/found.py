"""A quantity with its indicator, before the clause is asked for the rest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from gaoyou_nlp.figures.heads import Head
from gaoyou_nlp.figures.links import Link
from gaoyou_nlp.figures.quantities import Quantity
from gaoyou_nlp.language import lazy_re as re

_TABLE: Final = "figures/clause_words.tsv"

_AFTER: Final = re.compile(r"级?(?:及以上|以上|左右|上下|以内|以下|之内)")
_SORTS: Final = {
    "growth": ("percent", "point", "money", "measure", "rank"),
    "share": ("percent", "point", "rank"),
    "level": ("people", "measure", "money", "count", "percent", "rank"),
    "count": ("count", "people", "percent", "rank"),
}
_YEAR_ON_YEAR: Final = re.compile("[，、,](?:同比|环比|[比较][上去]年同期)")
"""What a number of a period goes on with: …，同比增长6%."""
_COMPARISON = re.compile("大?关?[，、,](?:其中)?(?:{compared})", words=_TABLE)


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity with its indicator.

    Parameters:
        quantity: The number.
        start, end: The part of the clause that says it.
        head: The indicator.
        link: What stands between the two.
        rule: How they were brought together; ``base`` for the 58% of 由58%提高到60%.
    """

    quantity: Quantity
    start: int
    end: int
    head: Head
    link: Link
    rule: str


def end_of(text: str, quantity: Quantity) -> int:
    """Return where a number ends with the comparator behind it."""
    more = _AFTER.match(text, quantity.end)
    return quantity.end if more is None else more.end()


def goes_on(text: str, end: int) -> bool:
    """Say whether a number is compared behind its end, and so is no mere size.

    Examples:
        >>> goes_on("产值5亿元，同比增长6%", 5), goes_on("占地5亩，有楼3栋", 4)
        (True, False)
    """
    return _COMPARISON.match(text, end) is not None


def year_on_year(text: str, end: int) -> bool:
    """Say whether a number goes on with 同比 behind its end: it is a result then."""
    return _YEAR_ON_YEAR.match(text, end) is not None


def fits(text: str, head: Head, quantity: Quantity) -> bool:
    """Say whether a number can be one of an indicator: no 3家 of 地区生产总值."""
    if quantity.sort not in _SORTS[head.nature]:
        return False
    of_it = text.endswith("的", 0, quantity.start)
    return not (quantity.sort == "percent" and of_it and head.nature != "share")


def ends_name(text: str, quantity: Quantity) -> bool:
    """Say whether a number in words ends a quoted name.

    Examples:
        >>> ends_name("“惠企十条”", Quantity(3, 5, 10, 10, None, "条", "count"))
        True
    """
    return text.startswith("”", quantity.end) and not text[quantity.start].isdecimal()


def still_open(text: str, listed: Sequence[Found], one: Found) -> list[Found]:
    """Return the figures up to a place that no second number goes on with yet."""
    if one.rule == "of.two":
        return [*listed]
    if one.rule == "inherited":
        return []
    apart = bool(listed) and "；" in text[listed[-1].end : one.start]
    return [one] if apart else [*listed, one]

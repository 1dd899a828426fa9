"""New names for swapped entities: people by name statistics, places by the table of divisions."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from itertools import accumulate

from gaoyou_nlp.lexicon.tables import table

_LONE_GIVEN = 0.15  # share of given names of one character among officials
_BRAND = (
    "恒瑞宏达盛鑫泰华明远康源佳润正诚信德昌隆亿博创新科天龙金星海通方圆中联美嘉利丰顺安腾飞伟业锦江凯东晟"
    "晨光辉耀峰岳川泽林森禾绿蓝青紫云朗逸捷智慧谷维微芯晶硅锂氢能动力航宇宙极点石磐固坚恩惠普济仁和同兴旺"
)
_DIVISIONS = ("prefecture", "county")


@cache
def _weighted(column: int) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Entries of the name statistics with the running sum of the roots of their counts."""
    rows = table("surnames.tsv") if column == 0 else table("given_names.tsv")
    counted = [(row[0], float(row[max(column, 1)])) for row in rows]
    known = [(entry, count**0.6) for entry, count in counted if count > 0]
    return tuple(entry for entry, _ in known), tuple(accumulate(weight for _, weight in known))


def _draw(column: int) -> str:
    entries, weights = _weighted(column)
    return random.choices(entries, cum_weights=weights)[0]


def draw_person() -> str:
    """Make up a personal name.

    Example:
        >>> random.seed(1)
        >>> 2 <= len(draw_person()) <= 4
        True
    """
    given = _draw(3) if random.random() < _LONE_GIVEN else _draw(1) + _draw(2)
    return _draw(0) + given


def draw_place(towns: bool = False) -> str:
    """Pick the stem of a place: 高邮 of 高邮市.

    Parameters:
        towns: Whether of a town or street office rather than of a city or county.
    """
    return random.choice(_town_stems() if towns else _division_stems())


@cache
def _division_stems() -> Sequence[str]:
    return [
        row[2]
        for row in table("divisions.tsv")
        if row[1] in _DIVISIONS and len(row) > 3 and row[3] == "free" and 2 <= len(row[2]) <= 3
    ]


@cache
def _town_stems() -> Sequence[str]:
    stems = (row[0].removesuffix("街道").rstrip("镇乡") for row in table("towns.tsv"))
    return [stem for stem in stems if 2 <= len(stem) <= 3]


@cache
def kept_places() -> frozenset[str]:
    """Return the names of countries and provinces, which are never swapped."""
    rows = [row for row in table("divisions.tsv") if row[1] in ("country", "province", "city")]
    return frozenset(name for row in rows for name in (row[0], row[2]) if name)


def draw_brand(length: int) -> str:
    """Make up the stem of a company's name.

    Parameters:
        length: In characters.
    """
    return "".join(random.sample(_BRAND, length))


def draw_number(number: str) -> str:
    """Make up another number of the same form.

    Parameters:
        number: With ASCII digits, perhaps a decimal point or separators.

    Example:
        >>> random.seed(0)
        >>> len(draw_number("1,250.5"))
        7
    """
    digits = "".join(random.choice("0123456789") if c.isdigit() else c for c in number)
    if number[0] not in "0" and digits[0] == "0":
        digits = random.choice("123456789") + digits[1:]
    return digits

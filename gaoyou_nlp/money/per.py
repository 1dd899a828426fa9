"""Units of price: 300万元/亩, 每平方米 1850 元, 15元/(㎡·月), 每10股派2元, 每人每月450元.

The units stand in ``price_units.tsv``, each with an example.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final

from gaoyou_nlp.money.quantity import Quantity
from gaoyou_nlp.money.tokens import BLANK

UNIT_KINDS: Final = ("unit", "time", "noun")
"""unit: what a price is for; time: what it is paid for again and again; noun: what is counted with
每个."""

_STARTS: Final = frozenset(" /／每一")
_ONE: Final = "斤|公斤|吨|亩|平方米|平米|升|瓶|只|张|份|碗|天|小时|股|克"
_COUNT: Final = "(?:[0-9]{1,4}|[十百千万])?"
_BETWEEN: Final = "[·•・∙⋅.*×/／]"
_OF_A_KIND: Final = re.compile("以[上下]的?[\u4e00-\u9fff]{0,4}?(?:项目|企业|工程)")
"""Behind an amount that tells which ones 每个 speaks of: 每个亿元以上项目."""
_LOOK_BACK: Final = 24


def price_units() -> list[tuple[str, str, str]]:
    """Return the rows of ``price_units.tsv``: kind, unit, example."""
    lines = files(__package__).joinpath("price_units.tsv").read_text(encoding="utf-8").splitlines()
    fields = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(kind, unit, example) for kind, unit, example in fields]


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, re.Pattern[str]]:
    words: dict[str, list[str]] = {kind: [] for kind in UNIT_KINDS}
    for kind, unit, _ in price_units():
        words[kind].append(re.escape(unit))
    unit, noun = (
        "|".join(sorted(found, key=len, reverse=True))
        for found in (words["unit"] + words["time"], words["noun"])
    )
    every = "|".join(sorted([*unit.split("|"), *noun.split("|")], key=len, reverse=True))
    one = rf"(?:{_COUNT}(?:{every})|[a-zA-Zμ]{{1,6}}[²³23]?|[㎡㎥])"
    short = r"[\u4e00-\u9fff]{1,3}(?=$|[^\w])"
    return {
        "slash": re.compile(
            rf"[ ]?[/／][ ]?(?:[（(](?P<inner>{one}|[\u4e00-\u9fff]{{1,3}})"
            rf"(?:{_BETWEEN}(?P<inner_second>{one}|[\u4e00-\u9fff]{{1,3}}))?[）)]"
            rf"|(?P<unit>{one}|{short})(?:{_BETWEEN}(?P<second>{one}|{short}))?)"
        ),
        "after": re.compile(
            rf"[ ]?(?:每个?(?P<unit>{_COUNT}(?:{unit})|(?:{noun})(?=$|[^\w]))"
            rf"(?:[、/]?每(?P<second>{unit}))?"
            rf"|一(?P<one>{_ONE})(?=$|[^\w]))"
        ),
        "before": re.compile(
            rf"每(?:个(?P<kind>[\u4e00-\u9fff]{{0,2}}?(?:{noun}))(?![级民])"
            rf"|[个一]?(?P<unit>{_COUNT}(?:{every})(?![级民])))(?:[、/]?[\u4e00-\u9fff]{{0,3}}?每个?(?P<second>{unit}))?"
            rf"(?P<gap>[^\s，。；、：！？,;:!?0-9０-９每]{{0,9}})[{BLANK}]{{0,2}}$"
        ),
    }


@lru_cache(maxsize=1)
def _times() -> frozenset[str]:
    return frozenset(unit for kind, unit, _ in price_units() if kind == "time")


def price_unit(text: str, quantity: Quantity, floor: int) -> tuple[str | None, int]:
    """Find the unit of price of an amount.

    Parameters:
        text: The text.
        quantity: The amount.
        floor: Nothing before this offset is looked at.

    Returns:
        The unit, two joined by ``·`` with the time last, or None; and where comparators before the
        amount end (left of 每亩 in 超过每亩300元).

    Example:
        >>> from gaoyou_nlp.money.numerals import read_run
        >>> from gaoyou_nlp.money.ranges import read_quantity
        >>> text = "租金15元/(㎡·月)"
        >>> price_unit(text, read_quantity(text, read_run(text, 2, 4)[0]), 0)
        ('㎡·月', 2)
    """
    found = _patterns()
    if text[quantity.end : quantity.end + 1] in _STARTS:
        slash = found["slash"].match(text, quantity.end)
        if slash is not None:
            unit, second = slash["unit"] or slash["inner"], slash["second"] or slash["inner_second"]
            return _joined(unit, second), quantity.start
        each = found["after"].match(text, quantity.end)
        if each is not None:
            return _joined(each["unit"] or each["one"], each["second"]), quantity.start
    left = max(floor, quantity.start - _LOOK_BACK)
    if text.find("每", left, quantity.start) < 0:
        return None, quantity.start
    before = found["before"].search(text[left : quantity.start])
    if before is None:
        return None, quantity.start
    unit = before["kind"] or before["unit"]
    second, gap = before["second"], before["gap"]
    if unit in ("个", "项", "家") and _OF_A_KIND.match(text, quantity.end):
        return None, quantity.start
    if gap and ((unit in _times() and not second) or not _plain_gap(gap)):
        return None, quantity.start
    return _joined(unit, second), quantity.start if gap else left + before.start()


def _joined(unit: str, second: str | None) -> str:
    if not second:
        return unit
    return f"{second}·{unit}" if unit in _times() and second not in _times() else f"{unit}·{second}"


def _plain_gap(gap: str) -> bool:
    return not any(c in gap for c in "的元平均")

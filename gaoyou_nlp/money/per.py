"""Units of price: 300万元/亩, 每平方米 1850 元, 15元/(㎡·月), 每10股派2元, 每人每月450元.

The units stand in ``price_units.tsv``, each with an example.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.quantity import Quantity
from gaoyou_nlp.money.tokens import BLANK

UNIT_KINDS: Final = ("unit", "time", "noun")
"""unit: what a price is for; time: what it is paid for again and again; noun: what is counted with
每个."""

_SIGNS: Final = "左右|上下|[以之][上下内]|[上下]方|起步?"
"""What may stand behind the unit of an amount without being a part of it: 200元/套左右."""
_STARTS: Final = frozenset(" /／每一")
_ONE: Final = (
    "斤|公斤|吨|亩|平方米|平米|升|瓶|只|张|份|碗|天|小时|股|克|"
    "台|辆|套|件|箱|袋|盒|桶|头|株|棵|个|罐|枚|盆|幅|双|条|部"
)
_COUNT: Final = "(?:[0-9]{1,4}|[十百千万])?"
_BETWEEN: Final = "[·•・∙⋅.*×/／]"
_OF_A_KIND: Final = re.compile("以[上下]的?[\u4e00-\u9fff]{0,4}?(?:项目|企业|工程)")
"""Behind an amount that limits what 每个 counts: 每个亿元以上项目."""
_YEAR: Final = "(?:19|20)[0-9]{2}年"
_FAR: Final = 26
_LOOK_BACK, _LOOK_FAR = 24, 36
_SMALL: Final = r"[0-9]{1,3}(?:\.[0-9]{1,2})?[角毛分]钱?"
_LISTED: Final = re.compile(rf"{_SMALL}(?:、{_SMALL}){{0,3}}[、和及]$")
"""Small change that is no amount by itself, in a list: 每斤分别提高3分、5分和|1毛钱."""
_WHOLE: Final = re.compile("全[国省市县区镇乡村]")
_OF_ALL: Final = re.compile(
    "元|总|共|计|全[国省市县区]|带动|(?<!平)均[价摊]|以[上下]|其中|超过[^，]*的"
)
"""What stands between 每人 and an amount that is not for one."""


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
    short = rf"(?:(?!{_SIGNS})[\u4e00-\u9fff]){{1,3}}(?=$|[^\w]|{_SIGNS})"
    return {
        "slash": re.compile(
            rf"[ ]?[/／][ ]?(?:[（(](?P<inner>{one}|[\u4e00-\u9fff]{{1,3}})"
            rf"(?:{_BETWEEN}(?P<inner_second>{one}|[\u4e00-\u9fff]{{1,3}}))?[）)]"
            rf"|(?P<unit>{one}|{short})(?:(?:{_BETWEEN}|每)(?P<second>{one}|{short}))?)"
        ),
        "after": re.compile(
            rf"[ ]?(?:每个?(?P<unit>{_COUNT}(?:{unit})|(?:{noun})(?=$|[^\w]))"
            rf"(?:[、/]?每(?P<second>{unit}))?"
            rf"|一(?P<one>{_ONE})(?=$|[^\w]|的|{_SIGNS}))"
        ),
        "before": re.compile(
            rf"每(?:个(?P<kind>[\u4e00-\u9fff]{{0,2}}?(?:{noun}))(?![级民])"
            rf"|[个一]?(?P<unit>{_COUNT}(?:{every})(?![级民]|(?<=[日月年])平?均)))"
            rf"(?:/?[\u4e00-\u9fff]{{0,3}}?每个?(?P<second>{unit})|{_BETWEEN}(?P<dotted>{unit})"
            r"|(?P<mean>[日月年])(?:平均|均)|平均每?(?P<mean_behind>[日月年]))?"
            rf"(?P<gap>[^\s，。；、：！？,;:!?0-9０-９每]{{0,9}})[{BLANK}]{{0,2}}$"
        ),
        "apart": re.compile(
            rf"每[个一]?(?P<unit>{every})(?![级民])"
            rf"(?P<gap>(?:{_YEAR}|[^\s，。；、：！？,;:!?0-9０-９每]){{1,{_FAR}}})$"
        ),
    }


@lru_cache(maxsize=1)
def _times() -> frozenset[str]:
    return frozenset(unit for kind, unit, _ in price_units() if kind == "time")


class Price(NamedTuple):
    """What an amount is the price of.

    Parameters:
        unit: The unit, two joined by ``·`` with the time last, or None.
        start: Where comparators before the amount end (left of 每亩 in 超过每亩300元).
        end: Where comparators behind it begin (right of /亩 in 300元/亩以上).
    """

    unit: str | None
    start: int
    end: int


def price_unit(text: str, quantity: Quantity, floor: int) -> Price:
    """Find the unit of price of an amount.

    Parameters:
        text: The text.
        quantity: The amount.
        floor: Nothing before this offset is looked at.

    Returns:
        The unit, with where comparators stand beside it.

    Examples:
        >>> from gaoyou_nlp.money.numerals import read_run
        >>> from gaoyou_nlp.money.ranges import read_quantity
        >>> text = "租金15元/(㎡·月)"
        >>> price_unit(text, read_quantity(text, read_run(text, 2, 4)[0]), 0)
        Price(unit='㎡·月', start=2, end=11)
    """
    behind, end = _unit_behind(text, quantity.end)
    if behind is not None and behind not in _times():
        return Price(behind, quantity.start, end)
    before, start, gap = _unit_before(text, quantity, floor)
    if behind is None:
        return Price(before, start, end)
    if before is None or gap or "·" in before or before in _times():
        return Price(behind, quantity.start, end)
    return Price(_joined(before, behind), start, end)


def _unit_behind(text: str, end: int) -> tuple[str | None, int]:
    """Read /亩, /(㎡·月), 每吨, 一斤: the unit and where it ends."""
    if text[end : end + 1] not in _STARTS:
        return None, end
    found = _patterns()
    slash = found["slash"].match(text, end)
    if slash is not None:
        unit, second = slash["unit"] or slash["inner"], slash["second"] or slash["inner_second"]
        return _joined(unit, second), slash.end()
    each = found["after"].match(text, end)
    if each is None:
        return None, end
    return _joined(each["unit"] or each["one"], each["second"]), each.end()


def _unit_before(text: str, quantity: Quantity, floor: int) -> tuple[str | None, int, str]:
    """Read 每亩, 每人每天补贴: the unit, where words before it end, what stands between."""
    start = quantity.start
    listed = _LISTED.search(text, max(floor, start - _LOOK_BACK), start)
    if listed is not None:
        unit, _, gap = _unit_left(text, listed.start(), quantity.end, floor)
        return unit, start, gap
    return _unit_left(text, start, quantity.end, floor)


def _unit_left(text: str, start: int, end: int, floor: int) -> tuple[str | None, int, str]:
    """Read the unit left of an offset, for an amount that ends further right."""
    left = max(floor, start - _LOOK_BACK)
    if text.find("每", max(floor, start - _LOOK_FAR), start) < 0:
        return None, start, ""
    before = _patterns()["before"].search(text[left:start])
    if before is None or not _plain_gap(before["gap"]):
        return _unit_apart(text, start, floor)
    unit = before["kind"] or before["unit"]
    mean = before["mean"] or before["mean_behind"]
    second, gap = before["second"] or before["dotted"] or mean, before["gap"]
    if unit in ("个", "项", "家") and _OF_A_KIND.match(text, end):
        return None, start, ""
    listed = "分别" in gap and text[left + before.start() - 1 : left + before.start()] == "、"
    if listed:
        return None, start, ""
    return _joined(unit, second), start if gap else left + before.start(), gap


def _unit_apart(text: str, start: int, floor: int) -> tuple[str | None, int, str]:
    """Read a unit further left in the clause: 每台电梯的平均价格为36万元."""
    apart = _patterns()["apart"].search(text[max(floor, start - _LOOK_FAR) : start])
    if apart is None or apart["unit"] in ("个", *_times()) or _OF_ALL.search(apart["gap"]):
        return None, start, ""
    return apart["unit"], start, apart["gap"]


def _joined(unit: str, second: str | None) -> str:
    """Join two units, the time last."""
    if not second:
        return unit
    return f"{second}·{unit}" if unit in _times() and second not in _times() else f"{unit}·{second}"


def _plain_gap(gap: str) -> bool:
    """Say whether what stands between 每亩 and the amount leaves it the price of one."""
    return not any(c in gap for c in "的元平均") and _WHOLE.search(gap) is None

"""The quantities of a text: percentages, counts and measures read here, money as it is given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table
from gaoyou_nlp.money.beside import look_beside
from gaoyou_nlp.money.numerals import Numeral, read_run
from gaoyou_nlp.money.quantity import Quantity as Number
from gaoyou_nlp.money.tokens import RUN, Exact
from gaoyou_nlp.records import Amount

_JOIN: Final = re.compile(r"[%％]?[ ]?(?:[至到]|[—－–~～-]{1,2})[ ]?")
_RANGE: Final = re.compile(r"[ ]?(?:[至到]|[—－–~～-]{1,2})[ ]?")
_DIGITS: Final = "〇一二三四五六七八九"
_TENTHS: Final = re.compile(
    f"(?P<less>超过|超|逾|突破|不足|不到|近|约)?(?<=[到达占为有近超约了降升增减少复足逾再过高的])"
    f"(?P<tens>[{_DIGITS[1:]}两])成(?P<ones>[{_DIGITS[1:]}半])?"
    "(?P<more>以上|左右|多|余)?(?=[，,。；;、！的]|$)"
)
_TENTH_SIGNS: Final = {
    "以上": ">=", "超过": ">", "超": ">", "逾": ">", "突破": ">", "多": ">", "余": ">",
    "不足": "<", "不到": "<", "近": "~", "约": "~", "左右": "~",
}  # fmt: skip
_HUNDREDTHS: Final = "百分之"
_CURRENCIES: Final = {"CNY": "元", "USD": "美元", "EUR": "欧元", "HKD": "港元", "JPY": "日元"}
_YEARS: Final = re.compile("[年岁]")
_LIFE: Final = re.compile("(?:寿命|年限)[\u4e00-\u9fff]{0,5}$")
"""Only these are counted in years; other years are dates, ages and durations."""
_LIFE_REACH: Final = 8
_NOT_UNIT: Final = {
    "个": "月人体性别案股小",
    "家": "庭长乡具电居",
    "项": "目",
    "名": "列单为字叫称",
    "次": "日年月要于党全代产",
    "条": "件例款",
    "处": "理于置",
    "件": "套",
    "批": "准发复",
    "列": "为入出车队表举席",
    "笔": "试记者划下直",
    "对": "于比外",
    "类": "似",
    "门": "口槛",
    "片": "区",
    "村": "庄",
    "头": "部",
    "度": "过",
    "天": "然",
    "倍": "增",
    "户": "籍口",
    "人": "均民才大口工",
    "只": "有要是",
    "场": "所地",
    "台": "阶",
    "张": "家",
    "所": "有以",
    "支": "持付撑",
    "种": "植业",
    "米": "粮",
    "起": "码点步草飞义来到伏",
    "例": "如外会行",
    "份": "额",
    "间": "接隔断距",
    "眼": "前下光",
    "口": "岸径碑腔感号",
    "位": "于列置次居移数",
    "单": "位独一个元项体品",
    "立方": "米",
    "袋": "装",
    "宗": "旨教",
    "羽": "毛绒",
}
"""Characters that make another word of a unit: 3家庭, 5个月."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit.

    Parameters:
        start, end: Its characters, comparators outside.
        low, high: Bounds, None where open or unreadable.
        comparator: As of amounts.
        unit: As given out.
        sort: ``money``, ``percent``, ``point``, ``people``, ``count`` or ``measure``.
    """

    start: int
    end: int
    low: Exact | None
    high: Exact | None
    comparator: str | None
    unit: str
    sort: str


@cache
def _units() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    entries = {unit: (given, sort) for unit, given, sort, _ in table("figures/units.tsv")}
    return re.compile(rf"[ ]?(?P<unit>{alternation(entries)})"), entries


def find_quantities(
    text: str, amounts: Sequence[Amount] = (), dates: Sequence[DateMention] = ()
) -> list[Quantity]:
    """Find the numbers of a text that have a unit.

    Parameters:
        text: The text.
        amounts: Its amounts of money, as ``find_money`` gives them.
        dates: Its dates; numbers in them are none of ours.

    Returns:
        The quantities in order, not overlapping.

    Examples:
        >>> [(q.low, q.high, q.unit) for q in find_quantities("增长6%－6.5%，就业1200万人")]
        [(6, Fraction(13, 2), '%'), (12000000, 12000000, '人')]
    """
    taken = sorted([(a.start, a.end) for a in amounts] + [(d.start, d.end) for d in dates])
    numerals = _free(text, taken)
    found = _read(text, numerals)
    bare = [number for number, _ in found]
    tenths = _tenths(text)
    signs = look_beside(text, bare)
    quantities = [_money(a) for a in amounts]
    for (number, unit), beside in zip(found, signs, strict=True):
        given, sort = _units()[1].get(unit, (unit, "measure"))
        low, high = bounds(number.low, number.high, beside.comparator)
        quantities.append(
            Quantity(number.start, number.end, low, high, beside.comparator, given, sort)
        )
    return sorted(quantities + tenths, key=lambda q: q.start)


def _tenths(text: str) -> list[Quantity]:
    """Read 四成 as 40 %, 一成五 as 15 %."""
    found = []
    for match in _TENTHS.finditer(text):
        number = 20 if match["tens"] == "两" else 10 * _DIGITS.index(match["tens"])
        number += 5 if match["ones"] == "半" else _DIGITS.find(match["ones"] or "〇")
        sign = _TENTH_SIGNS.get(match["more"] or match["less"] or "")
        end = match.end() - (len(match["more"]) if match["more"] in ("以上", "左右") else 0)
        low, high = bounds(number, number, sign)
        found.append(Quantity(match.start("tens"), end, low, high, sign, "%", "percent"))
    return found


def bounds(
    low: Exact | None, high: Exact | None, comparator: str | None
) -> tuple[Exact | None, Exact | None]:
    """Open the side of a number that its comparator leaves open.

    Examples:
        >>> bounds(5, 5, ">="), bounds(5, 5, "<"), bounds(5, 6, "~")
        ((5, None), (None, 5), (5, 6))
    """
    if comparator in (">", ">="):
        return low, None
    if comparator in ("<", "<="):
        return None, high
    return low, high


def _money(amount: Amount) -> Quantity:
    low = None if amount.low is None else _exact(amount.low.as_integer_ratio())
    high = None if amount.high is None else _exact(amount.high.as_integer_ratio())
    unit = _CURRENCIES.get(amount.currency or "", amount.currency or "?")
    sort = "price" if amount.per else "money"
    return Quantity(amount.start, amount.end, low, high, amount.comparator, unit, sort)


def _exact(ratio: tuple[int, int]) -> Exact:
    number = Fraction(*ratio)
    return int(number) if number.denominator == 1 else number


def _free(text: str, taken: list[tuple[int, int]]) -> list[Numeral]:
    """Return the numerals of a text that lie in no amount and no date."""
    numerals: list[Numeral] = []
    at = 0
    for run in RUN.finditer(text):
        start = run.start()
        while start < run.end():
            while at < len(taken) and taken[at][1] <= start:
                at += 1
            stop = min(run.end(), taken[at][0] if at < len(taken) else run.end())
            if start < stop:
                numerals += read_run(text, start, stop)
            start = taken[at][1] if at < len(taken) and stop == taken[at][0] else run.end()
    return [n for n in numerals if n.low is not None and not n.bare]


def _read(text: str, numerals: list[Numeral]) -> list[tuple[Number, str]]:
    """Give numerals their units, and join the two ends of ranges."""
    found: list[tuple[Number, str]] = []
    left: Numeral | None = None
    for numeral in numerals:
        place = _unit(text, numeral)
        if place is None:
            left = numeral
            continue
        start, end, unit = place
        low = numeral.low
        before = found[-1][0] if found and found[-1][1] == unit else None
        if before is not None and _RANGE.fullmatch(text, before.end, start) and _below(before, low):
            found.pop()
            start, low = before.start, before.low
        elif left is not None and _joins(text, left, numeral):
            start, low = left.start, _scaled(left, numeral)
        number = Number(
            start, end, low, numeral.high, None, "unit", numeral, numeral.end,
            numeral.vague, numeral.more,
        )  # fmt: skip
        found.append((number, unit))
        left = None
    return found


def _unit(text: str, numeral: Numeral) -> tuple[int, int, str] | None:
    """Return where a number with its unit begins and ends, and the unit; None without one."""
    if text.endswith(_HUNDREDTHS, 0, numeral.start):
        return numeral.start - len(_HUNDREDTHS), numeral.end, "%"
    years = _YEARS.match(text, numeral.end)
    if years is not None and _LIFE.search(
        text[max(0, numeral.start - _LIFE_REACH) : numeral.start]
    ):
        return numeral.start, years.end(), years.group()
    found = _units()[0].match(text, numeral.end)
    if found is None or text.startswith(_other(found["unit"]), found.end()):
        return None
    if text.startswith("级", found.end()) and found["unit"] not in ("%", "％"):
        return None  # 30万吨级码头 names a kind
    if text[numeral.start : numeral.end] == "一" or text.endswith(("第", "前"), 0, numeral.start):
        return None  # 一批, 第3座
    return numeral.start, found.end(), found["unit"]


def _other(unit: str) -> tuple[str, ...]:
    return tuple(_NOT_UNIT.get(unit, ""))


def _below(before: Number, low: Exact | None) -> bool:
    if before.low is None or low is None:
        return False
    return before.low == before.high and before.low < low


def _joins(text: str, left: Numeral, right: Numeral) -> bool:
    if right.start - left.end > 5 or left.low is None or right.low is None:
        return False
    between = _JOIN.fullmatch(text, left.end, right.start)
    return between is not None and (_scaled(left, right) or 0) < right.low


def _scaled(left: Numeral, right: Numeral) -> Exact | None:
    """Give the multiplier of the right end to the left one: 3至5万."""
    if left.low is None:
        return None
    return left.low * right.big if left.big == 1 else left.low

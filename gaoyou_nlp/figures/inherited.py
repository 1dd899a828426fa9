"""Numbers that lean on the figure before them: 达到50亿元、增长6%; 项目50个、总投资150亿元以上."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from gaoyou_nlp.figures.found import Found, end_of, fits
from gaoyou_nlp.figures.heads import Head
from gaoyou_nlp.figures.links import Link, read_link
from gaoyou_nlp.figures.quantities import Quantity
from gaoyou_nlp.figures.scope import Surroundings
from gaoyou_nlp.figures.shared import LISTED
from gaoyou_nlp.language import lazy_re as re

_TABLE: Final = "figures/noun_words.tsv"
REST: Final = "的、，,；; \u3000大关"
"""What may stand between a figure and the clause that goes on with it."""
GROWTH: Final = re.compile("增速|增幅|降幅|涨幅")
_SHARE: Final = re.compile(
    "[，、,](?:仅|只|共|其中)?(?P<said>(?:已|约)?(?:占|为|是|达|达到|完成|相当于)[\u4e00-\u9fff]{0,16}?(?:的|比重)?(?:约|近|超过|超|逾|达到?|为)?)"
)
"""What stands before a share of a number: ，占全年任务的."""
_STEP: Final = re.compile("的?(?:新?台阶|大关|关口)")
"""What a number is called that was passed: 迈上50亿元台阶，增长6%."""
_AIMED: Final = re.compile("[，、,](?:并|并且)?(?:{aimed higher})", words=_TABLE)
"""What opens a second aim of an indicator."""
_TOTAL: Final = re.compile(
    "[，、,](?P<part>(?:累计)?总(?:数|量)(?:已|将)?(?:{total reached}))", words=_TABLE
)
_TOTAL_COST: Final = re.compile("[，、,](?P<head>(?:计划)?总投资额?)(?:达到?|超过?|突破|不低于)?")
_DEDUCTED: Final = re.compile(
    "[，,](?:剔除|扣除|按)[^，。；、]{2,14}?(?:因素|影响|口径)(?:计算)?后?，?"
)
"""What a growth is adjusted for: ，剔除退税因素后增长6%."""


def find_inherited(
    text: str, quantity: Quantity, previous: Found | None, around: Surroundings
) -> Found | None:
    """Find a number that goes on with the indicator before it: 达到50亿元、增长6%."""
    if previous is None:
        return None
    dated = bool(around.dates_between(previous.end, quantity.start))
    marks = "、，,；;" if dated else "、，,"
    step = _STEP.match(text, previous.end, quantity.start)
    begin = previous.end if step is None else step.end()
    apart = _DEDUCTED.match(text, begin, quantity.start)
    begin = begin if apart is None else apart.end()
    link = read_link(text, begin, quantity.start, around.dates, marks)
    share = _SHARE.fullmatch(text, previous.end, quantity.start)
    if share is not None and quantity.sort == "percent":
        head = previous.head._replace(nature="share")
        end = end_of(text, quantity)
        return Found(quantity, share.start("said"), end, head, Link(), "inherited")
    if link is None or link.shared is not None:
        return None
    if quantity.sort == previous.quantity.sort and _AIMED.match(text, begin, quantity.start):
        return _aimed_higher(text, quantity, previous, link, begin)
    if quantity.sort == "point" and _is_share(previous):
        previous = replace(previous, head=previous.head._replace(nature="share"))
    goes_on = link.direction or link.reaches or quantity.sort == "rank"
    other = (
        previous.quantity.sort != quantity.sort
        or previous.rule == "base"
        or (dated and link.reaches)
        or (link.direction is not None and previous.link.direction is None)
    )
    if not goes_on or not other or not fits(text, previous.head, quantity):
        return None
    between = text[begin : quantity.start]
    start = quantity.start - len(between.lstrip(REST))
    end = end_of(text, quantity)
    growth = GROWTH.match(text, start)
    if quantity.sort == "rank" and growth is not None:
        head = Head(*growth.span(), None, "growth")
        return Found(quantity, start, end, head, link, "inherited")
    return Found(quantity, start, end, previous.head, link, "inherited")


def _is_share(found: Found) -> bool:
    """Say whether a figure is a part of a whole: 占总人口的53%."""
    return found.quantity.sort == "percent" and found.link.direction is None


def _aimed_higher(
    text: str, quantity: Quantity, previous: Found, link: Link, begin: int
) -> Found | None:
    """Return the second, higher aim of an indicator: 增长6%以上，力争7%."""
    if not fits(text, previous.head, quantity):
        return None
    if link.direction is None:
        link = previous.link
    start = quantity.start - len(text[begin : quantity.start].lstrip(REST))
    return Found(quantity, start, end_of(text, quantity), previous.head, link, "inherited")


def find_total(text: str, quantity: Quantity, previous: Found | None) -> Found | None:
    """Find the total of what was counted before it: 企业净增52家，总数达到486家."""
    if previous is None or quantity.unit != previous.quantity.unit:
        return None
    total = _TOTAL.fullmatch(text, previous.end, quantity.start)
    if total is None:
        return None
    head = previous.head._replace(nature="count")
    return Found(
        quantity, total.start("part"), end_of(text, quantity), head, Link(reaches=True), "inherited"
    )


def find_worth(text: str, quantity: Quantity, previous: Found | None) -> Found | None:
    """Find what counted projects are to cost at least: 签约项目50个、总投资150亿元以上."""
    if previous is None or quantity.sort != "money" or quantity.comparator not in (">", ">="):
        return None
    total = _TOTAL_COST.fullmatch(text, previous.end, quantity.start)
    if total is None or not text.endswith("项目", 0, previous.head.end):
        return None
    head = Head(*total.span("head"), None, "level")
    return Found(quantity, head.start, end_of(text, quantity), head, Link(), "worth")


def stands_in_line(text: str, quantities: Sequence[Quantity], at: int) -> bool:
    """Say whether changes stand in a line that nobody shares out: 甲、乙增长5%、6%."""
    number = quantities[at]
    if number.sort not in ("percent", "point"):
        return False
    for left, right in ((at - 1, at), (at, at + 1)):
        if left < 0 or right == len(quantities):
            continue
        one, other = quantities[left], quantities[right]
        if one.sort == other.sort and LISTED.fullmatch(text, end_of(text, one), other.start):
            return True
    return False

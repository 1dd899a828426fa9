"""Clauses that are a noun and its number: 改造老旧小区19个, 总装机达到500万千瓦, 举办20场活动."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.figures.clauses import Sentence
from gaoyou_nlp.figures.counts import acts, after_actor, is_background, reads_on
from gaoyou_nlp.figures.found import Found
from gaoyou_nlp.figures.found import goes_on as is_compared
from gaoyou_nlp.figures.heads import Head
from gaoyou_nlp.figures.links import Link
from gaoyou_nlp.figures.quantities import Quantity
from gaoyou_nlp.figures.scope import Surroundings
from gaoyou_nlp.language import lazy_re as re

_TABLE: Final = "figures/noun_words.tsv"
_NOUN: Final = re.compile("(?:[\u4e00-\u9fffA-Za-z“”·]|[0-9.]+[万亿]元)+")
_CHANGES: Final = re.compile("(?P<down>{less of})|(?P<up>{more of})", words=_TABLE)
"""Verbs that stand before what grows: 压减一般性支出5%."""
_DOES: Final = ("完成", "实现")
_FROM: Final = re.compile("[由从]$")
"""What stands before the number that a level begins at: 里程|从48公里增至421公里."""
_TO: Final = re.compile("(?:{moves to})[到至]", words=_TABLE)
_VERB: Final = re.compile("[\u4e00-\u9fff]{2,6}$")
PLAIN: Final = ("count", "people", "measure", "money", "percent")
"""Sorts of numbers that can stand behind a plain noun."""
_FEWEST_TIMES: Final = 5
_MIN_MONEY: Final = 100_000
_PERIODS: Final = ("year", "half", "quarter", "five-year", "month", "season")
_GAP = re.compile("(?:{before number})*$", words=_TABLE)
_NO_NOUN = re.compile(
    "^(?:{no noun at start})|(?:{no noun at end})$|(?:(?<![保拥])有|是)(?!色|效|机|力|关|序)|"
    "(?:{no noun before 面积})面积$|前者|后者",
    words=_TABLE,
)
_STOCK = re.compile("(?:{level})$", words=_TABLE)
_NO_VERB = re.compile("{no verb}", words=_TABLE)
_COUNTED = re.compile(r"(?!{not counted})[\u4e00-\u9fffA-Za-z“”]{2,24}", words=_TABLE)
_NO_MONEY = re.compile("{no money}", words=_TABLE)
_REACHES = re.compile("{reach}", words=_TABLE)


def find_plain(
    text: str,
    quantity: Quantity,
    sentence: Sentence,
    opening: int,
    around: Surroundings,
    *,
    goes_on: bool = False,
) -> Found | None:
    """Find a number with the noun that fills its clause.

    Parameters:
        text: The text.
        quantity: The number, with a unit of counting or measure.
        sentence: Its sentence.
        opening: Where its clause begins, behind a number and a date before it.
        around: The wordings, dates and spans of the text.
        goes_on: Whether the clause stands right behind a figure.

    Returns:
        The figure; None where the clause says more, or nothing says that it is planned or done in
        a month, a year or the like.
    """
    if quantity.sort not in PLAIN:
        return None
    end = reads_on(text, quantity.end)
    since = _FROM.search(text, opening, quantity.start)
    if end is None and since is not None and _TO.match(text, quantity.end):
        end = quantity.end
    gap = _GAP.search(text[opening : quantity.start]) if end is not None else None
    stop = quantity.start if gap is None else opening + gap.start()
    begin = around.after_leads(opening, stop)
    if is_background(text, begin, quantity.start):
        return None
    planned = around.is_planned(sentence, quantity.start) or around.is_framed(quantity.start)
    if end is not None:
        begin = after_actor(text, begin, stop)
        begin += text.startswith("的", begin, stop)
        if since is not None and _STOCK.search(text[begin : since.start()]):
            stop = since.start()
        else:
            since = None
        noun = text[begin:stop]
        is_noun = 2 <= len(noun) <= 24 and _NOUN.fullmatch(noun) and not _NO_NOUN.search(noun)
        period = around.period(sentence, begin, quantity.end)
        is_dated = planned or goes_on or _is_stretch(period) or acts(text, begin)
        is_dated = is_dated or is_compared(text, end) or around.is_open_year(sentence, begin)
        is_dated = is_dated or around.of_whole_area(opening, begin)
        change = _CHANGES.match(noun)
        nature = _nature(quantity, noun, text[stop : quantity.start])
        if change is not None and quantity.sort not in ("money", "price"):
            nature = "growth"
        if not is_noun or not is_dated or nature is None or _is_habit(quantity, noun):
            return None
        link = Link() if change is None else Link(direction=change.lastgroup)
        rule = "plain" if since is None else "base"
        return Found(quantity, begin, end, Head(begin, stop, None, nature), link, rule)
    if quantity.sort in ("money", "percent"):
        return None
    if text.endswith(_DOES, opening, begin) and begin == quantity.start:
        begin -= len(_DOES[0])  # 完成20个内陆港布局
    verb = _VERB.fullmatch(text, begin, quantity.start)
    counted = _COUNTED.match(text, quantity.end)
    if not planned or verb is None or _NO_VERB.search(verb[0]) or counted is None:
        return None
    if reads_on(text, counted.end()) is None:
        return None
    head = Head(*counted.span(), None, "count")
    return Found(quantity, begin, counted.end(), head, Link(), "plain.verb")


def _is_stretch(period: DateMention | None) -> bool:
    """Say whether a period is more than a day: a month, 截至3月4日, 3月1日起."""
    return period is not None and (period.grain in _PERIODS or period.first != period.last)


def _is_habit(quantity: Quantity, noun: str) -> bool:
    """Say whether days or times are counted that no target is made of: 拖了20天, 看3次."""
    few = quantity.unit == "次" and (quantity.high or quantity.low or 0) < _FEWEST_TIMES
    return few or (quantity.unit == "天" and not noun.endswith("天数"))


def _nature(quantity: Quantity, noun: str, gap: str) -> str | None:
    """Return what a number of a plain noun is; None for a price or a bare percentage."""
    if quantity.sort == "percent":
        return "share" if _REACHES.search(gap) else None
    if quantity.sort == "money":
        small = (quantity.low or quantity.high or 0) < _MIN_MONEY
        return None if small or _NO_MONEY.search(noun) else "level"
    stock = quantity.sort != "count" and _STOCK.search(noun) is not None
    return "level" if stock else "count"

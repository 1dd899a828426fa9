"""Indicators that no table can list: what is counted beside a verb (引进企业30家, 3个项目开工)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final, NamedTuple

from gaoyou_nlp.figures.found import Found
from gaoyou_nlp.figures.heads import Head
from gaoyou_nlp.figures.links import Link
from gaoyou_nlp.figures.quantities import Quantity
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table

_TABLE: Final = "figures/clause_words.tsv"
_NOUN: Final = re.compile(r"[^，,。；;：:！？!?\n（）()、]{2,24}")
_WORDS: Final = re.compile(r"[^，,。；;：:！？!?\n（）()]{1,24}")
_AFTER_NUMBER: Final = re.compile(r"(?:及以上|以上|左右|以内|以下|之内|上下)的?|的")
_ENDS: Final = frozenset("，,。；;！？!?\n、）)”")
_SECOND: Final = re.compile("[0-9.]+[百千万亿]*(?![0-9.百千万亿元级])")
"""A second size of what is counted: 厂房2处|1.4万平方米, but 2个|5亿元项目."""
_NOUNS: Final = "figures/noun_words.tsv"
_HELPS: Final = re.compile("(?:{helps})$", words=_NOUNS)
_HELPED: Final = re.compile("[^，。]{0,8}(?:{who is helped})(?:{done with help})", words=_NOUNS)
"""What somebody is helped to do: 推动200家|企业完成数字化诊断."""
_BACKGROUND: Final = re.compile("{background}", words=_NOUNS)
_WORTH: Final = re.compile("总投资(?:额)?[约超近达逾过共]*[0-9.]+[百千万亿]*元(?:以上)?的$")
"""What several things cost together is their attribute: 总投资86亿元的|12个项目."""
_CAPACITY: Final = re.compile(
    "(?:[年日](?:产|处理|加工|供[水气热]?|发电)量?|每[年月天日户人亩]|[这该]|上述)$"
)
"""What a plant can make is its size (年产3万吨装置), and 这3个项目 are those just named."""
_MIN_TONS: Final = 100
"""Fewer tons before a noun are its size: 新增35吨集装箱站点."""
_NOT_NOUN: Final = re.compile("^(?:{not counted alone})", words=_NOUNS)
_PLAIN: Final = re.compile(r"(?:(?!力争|确保|争取|预计)[^0-9０-９]|[0-9.]+万?亿?元(?:以上)?)*")
_ITEM: Final = re.compile(
    r"[、和及与](?P<noun>[^，,。；;：:！？!?\n（）()、]{2,24}?)(?:超过|超|达到|达|约|近|至少|逾)?"
)
_ATTRIBUTE: Final = re.compile(r"[\u4e00-\u9fff“”]{0,10}")
_GAP = re.compile("(?:{before count}|[ ])*$", words=_TABLE)
_ACTOR = re.compile(
    "(?:(?:为|向|给|从|在|通过|依托)[^，。；：]{1,14}?|[\u4e00-\u9fff]{0,8}"
    "(?:{actor})|[他她我]们?)(?:带领|组织|带动|发动)?(?:群众|村民|职工|全[省市县区镇乡村])?"
    "(?:先后|已经|已|共|累计|又|还|将|要)*",
    words=_TABLE,
)
"""Who acts, with what may stand between it and the verb."""
_ACTOR_DONE = re.compile(r"[\u4e00-\u9fff]{0,8}?(?:{actor done})(?:完成|共|累计|已)+", words=_TABLE)


def _opens(start: int, end: int) -> bool:
    return start == end


class Counted(NamedTuple):
    """What is counted: the part of the clause, its indicator in it, and the rule."""

    start: int
    end: int
    indicator_start: int
    indicator_end: int
    rule: str


def found_of(quantity: Quantity, counted: Counted) -> Found:
    """Put a number and what it counts together."""
    head = Head(counted.indicator_start, counted.indicator_end, None, "count")
    return Found(quantity, counted.start, counted.end, head, Link(), counted.rule)


@cache
def _verbs() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    before, after, alone = (
        alternation(row[0] for row in table("figures/verbs.tsv") if row[1] in places)
        for places in (("before", "act"), ("after",), ("alone", "act"))
    )
    return re.compile(before), re.compile(rf"(?:{after})$"), re.compile(alone)


def find_counted(
    text: str, quantity: Quantity, opening: int, leads: Callable[[int, int], bool] = _opens
) -> Counted | None:
    """Find what a number counts.

    Parameters:
        text: The text.
        quantity: The number, with a unit of counting or measure.
        opening: Where its clause begins.
        leads: Says whether a stretch can stand between there and the verb (a date, a subject).

    Returns:
        What is counted, None where no verb of the table is near it, or the clause gives the size
        of a project (占地30亩).

    Examples:
        >>> text = "引进亿元以上企业10家以上"
        >>> found = find_counted(text, Quantity(8, 11, 10, None, ">=", "家", "count"), 0)
        >>> text[found.indicator_start : found.indicator_end]
        '引进亿元以上企业'
    """
    worth = _WORTH.search(text[opening : quantity.start])
    stop = quantity.start if worth is None else opening + worth.start()
    if _BACKGROUND.search(text, opening, stop):
        return None
    if _CAPACITY.search(text[opening : quantity.start]):
        return None
    more = _AFTER_NUMBER.match(text, quantity.end)
    end = quantity.end if more is None else more.end()
    gap = _GAP.search(text[opening:stop])
    before_end = opening + (gap.start() if gap else stop - opening)
    verb = _verbs()[0].search(text, opening, before_end)
    if verb is not None and verb[0] == "建成" and text.startswith("区", verb.end()):
        verb = None  # 建成区
    if verb is not None and (text.startswith("的", verb.end()) or not leads(opening, verb.start())):
        verb = None
    closes = end >= len(text) or text[end] in _ENDS or _SECOND.match(text, end) is not None
    alone = _alone(text, opening, before_end, leads) if closes else None
    if alone is not None:
        return Counted(
            alone, quantity.end if more is None else end, alone, before_end, "count.alone"
        )
    if verb is not None and closes:
        return _noun_before(text, verb, before_end, end)
    noun = _NOUN.match(text, end)
    if noun is None or closes or _NOT_NOUN.match(noun.group()):
        return None
    done = _verbs()[1].search(noun.group())
    plain = _PLAIN.fullmatch(noun.group())
    if done is not None and done.start() >= 2 and plain is not None:
        return Counted(quantity.start, noun.end(), noun.start(), noun.end(), "count.done")
    helps = _HELPS.search(text, opening, before_end)
    if helps is not None and leads(opening, helps.start()) and _HELPED.match(noun.group()):
        return Counted(quantity.start, noun.end(), noun.start(), noun.end(), "count.done")
    if verb is None or not _ATTRIBUTE.fullmatch(text, verb.end(), before_end):
        return None
    if quantity.unit == "吨" and (quantity.high or quantity.low or 0) < _MIN_TONS:
        return None
    tail = re.search("入驻|落户$", noun.group())
    stop = noun.start() + tail.start() if tail else noun.end()
    if stop - noun.start() < 2:
        return None
    return Counted(verb.start(), noun.end(), noun.start(), stop, "count.verb")


def after_actor(text: str, start: int, end: int) -> int:
    """Return where a clause goes on behind who acts in it: 景区|接待游客, 中心|完成交易.

    Examples:
        >>> after_actor("甲景区接待游客", 0, 7), after_actor("完成交易", 0, 4)
        (3, 0)
    """
    for verb in _verbs()[0].finditer(text, start + 2, end - 1):
        if _ACTOR.fullmatch(text, start, verb.start()):
            return verb.start()
    summed = text.rfind("累计", start + 2, end - 1)
    if summed >= 0:
        return summed + len("累计")
    done = _ACTOR_DONE.match(text, start, end - 1)
    return start if done is None else done.end()


def acts(text: str, offset: int) -> bool:
    """Say whether a verb begins at an offset that only reports what was done: 查处, 抓获.

    What is counted behind it was done by somebody, and is never the size of a project.
    """
    return _acts().match(text, offset) is not None


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(alternation(row[0] for row in table("figures/verbs.tsv") if row[1] == "act"))


def counting_verb(text: str, offset: int) -> bool:
    """Say whether a verb that counts things begins at an offset: 新增, 引进."""
    return _verbs()[0].match(text, offset) is not None


def is_background(text: str, start: int, end: int) -> bool:
    """Say whether a stretch gives the size of a project: 占地, 建筑面积."""
    return _BACKGROUND.search(text, start, end) is not None


def reads_on(text: str, end: int) -> int | None:
    """Return where a number with the comparator behind it ends, None where its clause goes on.

    Parameters:
        text: The text.
        end: Where the number ends.
    """
    more = _AFTER_NUMBER.match(text, end)
    stop = end if more is None else more.end()
    return len(text[:stop].rstrip("的")) if stop >= len(text) or text[stop] in _ENDS else None


def _alone(text: str, opening: int, end: int, leads: Callable[[int, int], bool]) -> int | None:
    """Find a verb that ends before a number and counts nothing but itself: 成功上市2家."""
    for verb in _verbs()[2].finditer(text, opening, end):
        if verb.end() == end and leads(opening, verb.start()):
            return verb.start()
    return None


def find_listed_behind(text: str, quantity: Quantity, end: int) -> Counted | None:
    """Find what a number counts before its noun, in a list: 打造3个产业集群、5个园区.

    Parameters:
        text: The text.
        quantity: The number.
        end: Where the item before it ends.

    Examples:
        >>> text = "打造3个产业集群、5个园区"
        >>> find_listed_behind(text, Quantity(9, 11, 5, 5, None, "个", "count"), 8)
        Counted(start=9, end=13, indicator_start=11, indicator_end=13, rule='count.verb')
    """
    if text[end : quantity.start] not in ("、", "和"):
        return None
    more = _AFTER_NUMBER.match(text, quantity.end)
    noun = _NOUN.match(text, quantity.end if more is None else more.end())
    if noun is None or _NOT_NOUN.match(noun.group()):
        return None
    return Counted(quantity.start, noun.end(), *noun.span(), "count.verb")


def find_listed(text: str, quantity: Quantity, end: int) -> Counted | None:
    """Find what a number counts in a list whose verb stands before its first item.

    Parameters:
        text: The text.
        quantity: The number.
        end: Where the item before it ends.

    Returns:
        What is counted: the noun between the two.

    Examples:
        >>> text = "新增工业企业2家、服务业企业3家"
        >>> find_listed(text, Quantity(14, 16, 3, 3, None, "家", "count"), 8)
        Counted(start=9, end=16, indicator_start=9, indicator_end=14, rule='count.listed')
    """
    noun = _ITEM.fullmatch(text, end, quantity.start)
    if noun is None or _BACKGROUND.search(text, *noun.span("noun")):
        return None
    more = _AFTER_NUMBER.match(text, quantity.end)
    stop = quantity.end if more is None else more.end()
    if stop < len(text) and text[stop] not in _ENDS:
        return None
    stop = len(text[:stop].rstrip("的"))
    return Counted(noun.start("noun"), stop, *noun.span("noun"), "count.listed")


def _noun_before(text: str, verb: re.Match[str], before_end: int, end: int) -> Counted | None:
    noun = _WORDS.fullmatch(text, verb.end(), before_end)
    if noun is None or len(noun.group()) < 2:
        return None
    stop = len(text[:end].rstrip("的")) if end > before_end else end
    return Counted(verb.start(), stop, verb.start(), before_end, "count.noun")

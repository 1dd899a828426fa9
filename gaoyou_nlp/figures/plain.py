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

_GAP: Final = re.compile(
    "(?:保持在|稳定在|控制在|[提攀]?升至|增加?至|[提升]高到|提升到|增加到|扩大到|完成|实现|连续[两二三四五六七八九十多]年|要|必须|务必|力争|预计|平均|只有|超过|超|不少于|不低于|不超过|达到|达|突破|约|近|至少|总计|共计|累计|已|为|逾|只|仅|将|均|了|共|已经|继续|也|还|都|一直|仍|现有|稳|平均每[年月天]|冲刺|争取|确保|计划|预期|有望|恢复到|回到|就|[扩压降做]到)*$"
)
_NOUN: Final = re.compile("(?:[\u4e00-\u9fffA-Za-z“”·]|[0-9.]+[万亿]元)+")
_NO_NOUN: Final = re.compile(
    "^(?:而|他们?|她|[每第其各约共有是在从向对把被由以因比较与同和及并也还又则只仅该]|一期|二期|连续|政府|满产|[日年](?:产|处理|加工|发电|供)|日[\u4e00-\u9fff]{0,6}能力|装机$|平均|来自|参加|分别|出席|参会|应到|实到|"
    "包括|涉及|变成|增加$|减少$|扩大$|增长$|下降$|工期|看望|慰问|省级对|市级对|走访|距离|长度|为期|历时|时长)|"
    "(?:[有是为的了过在到至于看]|给予|(?<!发放)(?<!兑现)(?<!拨付)(?<!争取)补助|奖励|为期|历时|其中|合计|预算价|限价|[长宽高深厚]度?|海拔|水位|气温|温度|年龄|时速|半径|跨度|距离|分别|每[年月天日户人亩]|代表|委员)$|"
    "[有是](?!色|效|机|力|关|序)|(?:建筑|占地|用地|总|规划|使用|展览|场地|镜场)面积$|前者|后者"
)
_CHANGES: Final = re.compile("(?P<down>压减|削减|减少|降低|压缩|缩减)|(?P<up>提高|增加|扩大)")
"""Verbs that stand before what grows: 压减一般性支出5%."""
_STOCK: Final = re.compile("(?:量|装机|容量|人口|人数|规模|里程|总数|能力|发电|面积|余额|客流)$")
_VERB: Final = re.compile("[\u4e00-\u9fff]{2,6}$")
_NO_VERB: Final = re.compile(
    "^[把被让使给在从向对由因以于比]|届$|其中|共有|分别|来自|设有|拥有|包括|占地|为期|历时|距离|全长|"
    "^(?:重点|着重|主要|抓好|做好|围绕|突出|聚焦|坚持)|总长|以及|至少|超过|突破|达到|涉及|覆盖|"
    "[有是在为用由从向对和与的及各每了过于到至]$"
)
_COUNTED: Final = re.compile(
    "(?![内前后间之以多左的是为]|方面|工作|环节|问题|任务|要求|原则|关系|重点|特点|阶段|步骤|产业|小时|步)[\u4e00-\u9fffA-Za-z“”]{2,24}"
)
PLAIN: Final = ("count", "people", "measure", "money", "percent")
"""Sorts of numbers that can stand behind a plain noun."""
_NO_MONEY: Final = re.compile(
    "投资|造价|价$|价格|均价|单价|租金|成本|罚|赔|每|预算|中标|合同|报价|工资|奖|标准|注册|花|欠|费$|"
    "借|缺口|估|市值|身家|定金|押金|票|存款$|限额|起步|保底|以[上下]|规模|补|需|能|可|[共约达以]$"
)
_FEWEST_TIMES: Final = 5
_LEAST_MONEY: Final = 100_000
_REACHES: Final = re.compile(
    "达|超|保持|稳定|[复增升降扩压]到|恢复|不低于|不少于|必须|力争|确保|突破|冲刺"
)
_PERIODS: Final = ("year", "half", "quarter", "five-year", "month", "season")


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
        The figure; None where the clause says more, or nothing tells that it is planned or done in
        a month, a year or the like.
    """
    if quantity.sort not in PLAIN:
        return None
    end = reads_on(text, quantity.end)
    gap = _GAP.search(text[opening : quantity.start]) if end is not None else None
    stop = quantity.start if gap is None else opening + gap.start()
    begin = around.after_leads(opening, stop)
    if is_background(text, begin, quantity.start):
        return None
    planned = around.is_planned(sentence, quantity.start)
    if end is not None:
        begin = after_actor(text, begin, stop)
        noun = text[begin:stop]
        is_noun = 2 <= len(noun) <= 24 and _NOUN.fullmatch(noun) and not _NO_NOUN.search(noun)
        period = around.period(sentence, begin, quantity.end)
        told = planned or goes_on or _is_stretch(period) or acts(text, begin)
        told = told or is_compared(text, end) or around.is_open_year(sentence, begin)
        told = told or around.of_whole_area(opening, begin)
        change = _CHANGES.match(noun)
        nature = _nature(quantity, noun, text[stop : quantity.start])
        if change is not None and quantity.sort not in ("money", "price"):
            nature = "growth"
        if not is_noun or not told or nature is None or _is_habit(quantity, noun):
            return None
        link = Link() if change is None else Link(direction=change.lastgroup)
        return Found(quantity, begin, end, Head(begin, stop, None, nature), link, "plain")
    if quantity.sort in ("money", "percent"):
        return None
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
        small = (quantity.low or quantity.high or 0) < _LEAST_MONEY
        return None if small or _NO_MONEY.search(noun) else "level"
    stock = quantity.sort != "count" and _STOCK.search(noun) is not None
    return "level" if stock else "count"

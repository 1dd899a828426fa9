"""块, 角 and 分 as prices: 卖三块, 几百块, 十块五个; elsewhere they are pieces or points."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.contexts import patterns
from gaoyou_nlp.money.quantity import Quantity

_TABLE = "money/words.tsv"
_LOOK_BACK: Final = 18
_PRICED: Final = re.compile(
    "(?:{priced})(?:[了到至为我你他她它人是约有出从上下]|价|费|格|不过|能){0,3}$", words=_TABLE
)
_DEARER: Final = re.compile("(?:{dearer})了?$", words=_TABLE)
AT_END: Final = re.compile(
    r"$|[^\w]|_|[以左上下的就每都](?!道|面|降|级)|(?:跌|涨|降|掉|卖|增|减)|打底"
    r"|一(?:斤|公斤|个|张|份|只|瓶|碗|天|支|本|件|条|次|亩|台|吨|平)"
)
_COUNTED: Final = re.compile(r"[0-9一二两三四五六七八九十几半]{1,3}[个只斤张份瓶碗支本件条根串袋]")
IDIOMS: Final = ("一分钱", "一毛钱")


def is_priced(text: str, at: int) -> bool:
    """Say whether a word of price or payment stands before an offset (卖, 涨了, 每斤)."""
    return bool(_PRICED.search(text, max(0, at - 6), at))


def is_price(text: str, quantity: Quantity) -> bool:
    """块 and lone 角 and 分 are money only as a price: 卖三块, 几百块, 十块五个."""
    at_end = AT_END.match(text, quantity.end) is not None
    dearer = bool(_DEARER.search(text, max(0, quantity.start - 4), quantity.start))
    if quantity.form == "sub" and text[quantity.unit] not in "角毛毫":
        return at_end and dearer
    if quantity.more and not quantity.numeral.more:  # 九块多, 九毛多
        return at_end
    start = quantity.start
    priced = is_priced(text, start) or bool(
        patterns()["verb"].search(text, max(0, start - _LOOK_BACK), start)
    )
    if quantity.form == "sub":
        return at_end and (priced or text.startswith("一斤", quantity.end))
    if _COUNTED.match(text, quantity.end):
        return True
    low = quantity.low or 0
    spoken = low >= 100 and not text[quantity.start].isdigit()
    return at_end and (dearer or (low != 1 and (priced or spoken)))

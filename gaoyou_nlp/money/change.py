"""Small change: 角, 分 and 厘 behind a main unit or alone, the last unit said or dropped."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.tokens import BLANK, HAN_DIGITS, PAIR_WORDS

JIAO: Final = "角毛毫"
FEN: Final = "分仙"
SUB_PARTS: Final = {**dict.fromkeys(JIAO, 10), **dict.fromkeys(FEN, 100), "厘": 1000}
"""How many of a sub-unit make one main unit."""
MORE_AFTER: Final = re.compile(r"[多余](?=$|[^\w]|[钱錢的])")
"""多 behind a unit: 九毛多, 8亿元多."""

_HAN: Final = "".join(HAN_DIGITS)
_ONE: Final = f"[0-9０-９{_HAN}]"
UNDER_100: Final = f"(?:[0-9０-９]{{1,2}}|[{_HAN}]?[十拾][{_HAN}]?|[{_HAN}])"
"""A number below 100, as a pattern."""
_CHANGE: Final = re.compile(
    rf"[{BLANK}]?(?:(?P<zero>[零〇○又])(?![{JIAO}{FEN}厘]))?"
    rf"(?:(?P<jiao>{_ONE})[{BLANK}]?[{JIAO}](?![落度]))?"
    rf"(?:[零〇○]?(?P<fen>{UNDER_100})[{BLANK}]?[{FEN}](?![钟鐘之]))?"
    rf"(?:(?P<li>{_ONE})厘)?"
)
_LAST: Final = re.compile(
    rf"(?P<zero>[零〇○]?)(?P<digit>{_ONE})"
    r"(?=$|[^\w]|[以左上下至到的了吧吗嘛呢啊一每钱和与及起涨跌降升掉卖]|(?:RMB|CNY|rmb)|人民|包邮)(?![点點.．])"
    r"(?![-–—－~～至到]{1,2}[0-9.]{1,6}(?![0-9.元圆块塊毛角]))"
)
"""A digit behind 块 that is no lower end of a range of something else: 三块五, not 3块1-5亩的地."""
_NOT_A_CENT: Final = re.compile("[钱錢]?[不没未也都]")


def read_change(text: str, at: int, *, may_drop: bool, large: bool) -> tuple[Fraction, int]:
    """Read what follows a main unit: 六毛, 零五分, 二角三分四厘; after 块 also a digit alone.

    Parameters:
        text: The text.
        at: The offset behind the main unit.
        may_drop: Whether the last unit may be missing (三块五).
        large: Whether the number ends with 万 or 亿, where 一分 is a word (3亿元一分不少).

    Returns:
        The value in the main unit and the offset behind it; 0 and ``at`` where there is none.

    Examples:
        >>> read_change("三块零五", 2, may_drop=True, large=False)
        (Fraction(1, 20), 4)
    """
    value = Fraction(0)
    end = at
    part = 10
    found = _CHANGE.match(text, at)
    if found is not None and (found["jiao"] or found["fen"] or found["li"]):
        alone = found["fen"] and not (found["jiao"] or found["zero"])
        if alone and (large or _NOT_A_CENT.match(text, found.end())):
            return value, at
        end = found.end()
        for name, divisor in (("jiao", 10), ("fen", 100), ("li", 1000)):
            if found[name]:
                value += Fraction(under_100(found[name]), divisor)
        if found["fen"] or found["li"]:
            return value, end
        may_drop, part = True, 100
    last = _LAST.match(text, end) if may_drop else None
    if last is not None and last["digit"] not in PAIR_WORDS:
        value += Fraction(under_100(last["digit"]), 100 if last["zero"] else part)
        end = last.end()
    return value, end


def read_after_jiao(text: str, at: int) -> tuple[Fraction, int]:
    """Read what follows 角 or 毛 that has no main unit before it: 三分, or a digit alone.

    Examples:
        >>> read_after_jiao("两毛五", 2)
        (Fraction(1, 20), 3)
    """
    found = _CHANGE.match(text, at)
    if found is not None and found["fen"] and not found["jiao"]:
        return Fraction(under_100(found["fen"]), 100), found.end()
    last = _LAST.match(text, at)
    if last is not None and last["digit"] not in PAIR_WORDS:
        return Fraction(under_100(last["digit"]), 100), last.end()
    return Fraction(0), at


def under_100(chars: str) -> int:
    """Read a number below 100.

    Examples:
        >>> under_100("二十五"), under_100("５")
        (25, 5)
    """
    if chars not in HAN_DIGITS and chars.isdigit():
        return int(chars)
    tens, ten, ones = chars.replace("拾", "十").rpartition("十")
    if not ten:
        return HAN_DIGITS[chars]
    return 10 * (HAN_DIGITS[tens] if tens else 1) + (HAN_DIGITS[ones] if ones else 0)

"""Whether the unit of price of one amount counts for the next: 每人一千元以上五千元以下."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re

_LONGEST: Final = 16
_SIGN: Final = "(?:不?超过|不低于|最高|最低|至少|约|近)?"
_BOUND: Final = rf"(?:[（(]含(?:本数)?[）)])?以上(?:[（(]含(?:本数)?[）)])?[至到—、，]?{_SIGN}"
_LISTED: Final = rf"[、和或]{_SIGN}"
_CHANGED: Final = (
    "[，,]?(?:(?:到|至)?了?(?:(?:[12][0-9]{3}|[今去明当上前次])年(?:底|初)?)?"
    "(?:[0-9]{1,2}月[份底初]?)?)?"
    "(?:又|再|逐步|统一|已|将|均|都|分别){0,2}(?:{change of price})"
    "(?:到|至|为)了?(?:{of today}|[12][0-9]{3}年的)?"
)
_GIVEN: Final = rf"[\u4e00-\u9fff]{{0,6}}(?:{{given}})[和及、](?:一次性)?{_SIGN}"
_NEXT_AMOUNT: Final = re.compile(
    f"(?:{_BOUND}|{_CHANGED}|{_LISTED}|{_GIVEN})", words="money/words.tsv"
)
"""What stands between: a bound, a change of the price, a list, another thing given."""


def goes_on(text: str, start: int, end: int) -> bool:
    """Say whether an amount goes on with what the one before it is the price of.

    Parameters:
        text: The text.
        start: Where the amount before ends.
        end: Where the amount begins.

    Returns:
        True for the upper bound of a pair, for what a price changes to, and for a list.

    Examples:
        >>> goes_on("每人一千元以上五千元以下", 5, 7), goes_on("每人一千元，共五千元", 5, 7)
        (True, False)
    """
    return 0 < end - start <= _LONGEST and _NEXT_AMOUNT.fullmatch(text, start, end) is not None

"""The currency that a bracket gives to the plain 元 behind it: 6998元（港元，下同）."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.currencies import currency_at

_SAME_BELOW: Final = re.compile(
    "[（(](?:单位|货币|币种)?[：:]?(?:均?为|指)?([\u4e00-\u9fffA-Z$]{1,8})[，,、；; ]?"
    "(?:以?下同|以?下皆同|后同)[）)]"
)
_OWN: Final = re.compile("[美欧港日英澳加韩台卢泰新瑞人民币镑盾铢磅A-Za-z$￥¥€£]")
_NAMED_BEFORE: Final = re.compile("(?:人民币|RMB|CNY|￥|¥)[ ]?$")


class Scopes:
    """The brackets of a text that say which currency 元 means from there on.

    Parameters:
        text: The text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: list[int] = []
        self._codes: list[str] = []
        if "下同" not in text and "后同" not in text and "皆同" not in text:
            return
        for match in _SAME_BELOW.finditer(text):
            word = currency_at(text, match.start(1))
            if word is not None and word.code is not None and word.end == match.end(1):
                self._starts.append(match.start())
                self._codes.append(word.code)

    def currency(self, start: int, end: int, currency: str | None) -> str | None:
        """Return the currency of an amount.

        Parameters:
            start, end: The amount.
            currency: What its own words say; CNY for a plain 元.

        Returns:
            The currency of the last bracket before it, or right behind it, where its own words
            name none; else ``currency``.

        Examples:
            >>> scopes = Scopes("售价998元（港元，下同），月费60元，人民币5元")
            >>> scopes.currency(2, 6, "CNY"), scopes.currency(16, 19, "CNY")
            ('HKD', 'HKD')
            >>> scopes.currency(20, 25, "CNY")
            'CNY'
        """
        at = bisect_left(self._starts, end + 1) - 1
        if at < 0 or currency != "CNY" or _OWN.search(self._text, start, end):
            return currency
        if _NAMED_BEFORE.search(self._text, max(0, start - 5), start):
            return currency
        return self._codes[at]

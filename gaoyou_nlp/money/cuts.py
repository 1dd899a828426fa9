"""Amounts of which a part is missing: ____万元, XX亿元, l2.8亿元, (4500)万元, 12，⏎500万元.

What stands before a number shows whether it is the whole number. Where it may not be, there is no
amount: a wrong value looks as good as a right one.
"""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.contexts import is_cued, may_be_negative
from gaoyou_nlp.money.gaps import BREAKS, DIGITS, HARD, gap_before, goes_on
from gaoyou_nlp.money.quantity import Quantity
from gaoyou_nlp.money.signs import MINUS
from gaoyou_nlp.money.tears import is_item_number, number_start
from gaoyou_nlp.money.tokens import BIG, BLANK

_FILL: Final = frozenset("_＿□■▢◻○●◯△▲◇◆☐×✕✖╳╱")
"""Stands for digits in a form, a template or a text made anonymous."""
_MARKS: Final = "'’‘`´·‚,.．"
_LETTERS: Final = frozenset("lIiOoSBZXxNnＸＮ")
"""Letters that stand for digits, or are digits that a scanner has misread."""
_ONLY_BEHIND_DIGIT: Final = frozenset("iSBZ")
_EMPTY: Final = re.compile(
    rf"[（(\[【][ \u3000\u00a0{DIGITS}.．,，_＿□■○●×✕XxＸN*＊…—-]{{0,24}}[）)\]】]$"
)
_CELL: Final = re.compile(rf"(?:^|[{BREAKS}])[ \t\u3000]*[{DIGITS}.,]{{1,16}}[ \t\u3000]*$")
_WITH_BIG: Final = re.compile(rf"[{DIGITS}.,]{{1,12}}([万亿萬億]?)")
_CODE: Final = re.compile("[0-9]{1,6}-")
_YEAR_OF_CODE: Final = re.compile("(?:19|20)[0-9]{2}-")
_CODE_WORD: Final = re.compile(
    "(?:{number of a paper})[：: ]?[A-Za-z]{1,8}$", words="money/words.tsv"
)
_ASKED: Final = frozenset("某")
_FRACTION: Final = re.compile(r"(?<![0-9])([0-9]{1,2})[/／](2|3|4|5|8|16|32)(?![0-9.,万亿萬億])")
"""A fraction: 7 1/2美元 is not 2美元."""
_SUSPICIOUS: Final = (
    _FILL
    | _LETTERS
    | frozenset(BLANK + _MARKS + "，。…*＊>;）)]】／/\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
    | frozenset("0123456789０１２３４５６７８９")
    | frozenset(map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, 0xFEFF)))
    | frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    | frozenset(MINUS)
    | _ASKED
)


def suspicious() -> frozenset[str]:
    """Return the characters before a number that call for a closer look."""
    return _SUSPICIOUS


def is_cut(text: str, quantity: Quantity) -> bool:
    """Say whether a part of the number is missing or stands apart.

    Parameters:
        text: The text.
        quantity: A number with its unit.

    Examples:
        >>> from gaoyou_nlp.money.numerals import read_run
        >>> from gaoyou_nlp.money.ranges import read_quantity
        >>> is_cut("总投资XX亿元", read_quantity("总投资XX亿元", read_run("总投资XX亿元", 5, 6)[0]))
        True
    """
    start = quantity.start
    if quantity.numeral.low == 0 and text[quantity.numeral.start] in "〇○":
        return True
    if quantity.form == "mark" and goes_on(text, quantity.end):
        return True
    if text[start - 1 : start] not in _SUSPICIOUS or not start:
        return False
    if text[start - 1] in "/／" and _is_denominator(text, start):
        return True
    at = gap_before(text, start)
    if not at:
        return False
    before = text[at - 1]
    if at == start and _CODE.match(text, start) and _is_code_before(text, at - 1):
        return True
    if before in MINUS:
        return _is_doubtful_dash(text, at - 1, start)
    if before in _LETTERS and _is_digit_like(text, at - 1):
        return at == start or quantity.numeral.bare
    if before in _FILL:
        return not (before in "×✕✖" and _is_digit(text, at - 2))
    if quantity.numeral.bare and text[start] not in "￥¥$":
        return _is_bare_cut(text, at, start)
    return _is_part(text, at, start)


def _is_denominator(text: str, start: int) -> bool:
    """Say whether the number at ``start`` is the lower half of a fraction."""
    found = _FRACTION.search(text, max(0, start - 3), start + 3)
    return found is not None and found.start(2) == start and int(found[1]) < int(found[2])


def _is_code_before(text: str, at: int) -> bool:
    """Say whether 01-500 begins behind a letter or a colon of a time: A01-500元, 10:30-500元."""
    char = text[at]
    if char in ":：":
        return _is_digit(text, at - 1)
    before = text[at - 1 : at]
    if not (char.isascii() and char.isalpha()):
        return False
    if not (before.isascii() and before.isalpha()) or text[at + 1] == "0":
        return True
    dated = _YEAR_OF_CODE.match(text, at + 1) is not None
    return dated or _CODE_WORD.search(text, max(0, at - 12), at + 1) is not None


def _is_doubtful_dash(text: str, at: int, start: int) -> bool:
    """Say whether a dash that was not taken as a minus may be one, or joins two numbers."""
    if at + 1 == start:
        return _is_digit(text, at - 1)
    before = at
    while before and at - before < 3 and text[before - 1] in BLANK:
        before -= 1
    return before > 0 and (text[before - 1] in "为：:" or may_be_negative(text, before))


def _is_bare_cut(text: str, at: int, start: int) -> bool:
    """Look for what stands for the missing number of a lone unit."""
    before = text[at - 1]
    if _is_digit(text, at - 1) or before in "…*＊／/某":
        return before not in "*＊" or at - 1 > 0
    if before in ".．":
        return not _is_digit(text, at - 2) or is_item_number(text, at) is not True
    if before in "）)]】":
        return bool(_EMPTY.search(text, max(0, at - 26), at))
    return False


def _is_part(text: str, at: int, start: int) -> bool:
    """Look for the left part of a number with digits.

    Parameters:
        text: The text.
        at: Where the gap before the number begins, if there is one.
        start: Where the number begins.
    """
    before = text[at - 1]
    hard = bool(HARD.search(text, at, start))
    if _is_digit(text, at - 1):
        if hard:
            return not _CELL.search(text[max(0, at - 20) : at])
        blank = not text[at:start].strip(BLANK)
        return at < start and (not blank or is_cued(text, number_start(text, at)))
    if before in BIG:
        return hard and _is_digit(text, at - 2) and not _is_larger(text, before, start)
    if before not in _MARKS and before not in "，。":
        return False
    left = at - 1
    while left and at - left < 4 and (text[left - 1] in _MARKS or text[left - 1] in BLANK):
        left -= 1
    left = gap_before(text, left)
    if not _is_digit(text, left - 1):
        return False
    if before in ".．" and left == at - 1:
        return is_item_number(text, at) is not True
    if before == "。":
        return at == start
    return before != "，" or hard or is_cued(text, number_start(text, left))


def _is_larger(text: str, big: str, start: int) -> bool:
    """Say whether the number that begins here is no lower part of one that ends with 万 or 亿."""
    found = _WITH_BIG.match(text, start)
    return found is None or BIG.get(found[1], 1) >= BIG[big]


def _is_digit_like(text: str, at: int) -> bool:
    """Say whether a letter stands for a digit: XX亿元, l2.8亿元, 1O0万元, but not GDP3000亿元."""
    char = text[at]
    left = at
    while left and at - left < 8 and text[left - 1] == char:
        left -= 1
    before = text[left - 1 : left]
    if before.isascii() and before.isalpha():
        return False
    digit = _is_digit(text, left - 1) or before in (".", "．", ",")
    return digit or char not in _ONLY_BEHIND_DIGIT


def _is_digit(text: str, at: int) -> bool:
    return at >= 0 and text[at] in "0123456789０１２３４５６７８９"

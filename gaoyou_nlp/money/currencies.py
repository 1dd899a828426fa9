"""The words, symbols and codes of currencies, found before or after a number.

``currencies.tsv`` holds the names of CLDR, ``marks.tsv`` the everyday names, symbols, codes and
sub-units; where both have a word, ``marks.tsv`` counts. The words of the yuan family (元, 块, 角)
are grammar and stand in ``units.py``.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from gaoyou_nlp.money.tokens import BLANK

_NOT_CONTINUED: Final[Mapping[str, str]] = {
    "元": "旦宵首素件老区化节",
    "圆": "满梦了形心桌柱滑融润珠盘规弧孔圈环",
    "基普": "努斯",
    "马克": "思龙沁杯笔",
    "盾": "构牌",
    "镑": "礴",
    "铢": "锱",
    "先令": "人",
    "里拉": "斯",
}
"""What makes another word of a currency word (欧元区, 1日元旦, 马克思)."""

_BLANKS: Final = frozenset(BLANK)
_DIGITS: Final = frozenset("0123456789０１２３４５６７８９")


class Currency(NamedTuple):
    """A currency word in a text.

    Parameters:
        start, end: Its characters.
        code: ISO 4217, None where several currencies share the word or none has a code.
        kind: ``name``, ``slang``, ``sub``, ``symbol`` or ``code``.
        factor: What one of it is worth in the main unit (美分: 1/100).
    """

    start: int
    end: int
    code: str | None
    kind: str
    factor: Fraction | int


class _Words(NamedTuple):
    entries: Mapping[str, tuple[str | None, str, Fraction | int]]
    by_first: Mapping[str, tuple[int, ...]]
    by_last: Mapping[str, tuple[int, ...]]


@lru_cache(maxsize=1)
def _words() -> _Words:
    entries: dict[str, tuple[str | None, str, Fraction | int]] = {}
    for name, code in _rows("currencies.tsv"):
        entries[name] = (code, "name", 1)
    for surface, code, kind, part in _rows("marks.tsv"):
        entries[surface] = (code or None, kind, Fraction(part) if "/" in part else int(part))
    first: dict[str, set[int]] = {}
    last: dict[str, set[int]] = {}
    for word, (_, kind, _factor) in entries.items():
        spellings = {word, word.lower()} if kind == "code" else {word}
        for spelling in spellings:
            first.setdefault(spelling[0], set()).add(len(word))
            last.setdefault(spelling[-1], set()).add(len(word))
    return _Words(
        entries,
        {c: tuple(sorted(n, reverse=True)) for c, n in first.items()},
        {c: tuple(sorted(n, reverse=True)) for c, n in last.items()},
    )


def _rows(name: str) -> list[list[str]]:
    lines = files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def first_characters() -> frozenset[str]:
    """Return every character that a currency word can begin with."""
    return frozenset(_words().by_first)


def last_characters() -> frozenset[str]:
    """Return every character that a currency word can end with."""
    return frozenset(_words().by_last)


def currency_at(text: str, at: int) -> Currency | None:
    """Find the longest currency word that begins at an offset, as it may follow a number.

    Parameters:
        text: The text.
        at: Where the word would begin.

    Returns:
        The word, or None. A symbol before a further number is not taken: it belongs there.

    Examples:
        >>> currency_at("5亿美元", 2).code
        'USD'
    """
    words = _words()
    for length in words.by_first.get(text[at : at + 1], ()):
        found = _entry(words, text, at, at + length)
        if found is None:
            continue
        after = text[found.end : found.end + 1]
        if found.kind == "symbol" and (length > 1 or after in _DIGITS):
            continue
        word = text[at : found.end]
        stops = _NOT_CONTINUED.get(word) or _NOT_CONTINUED.get(word[-1], "")
        if after and after in stops:
            continue
        return found
    return None


def currency_before(text: str, at: int) -> Currency | None:
    """Find the longest currency word that ends at an offset, as it may stand before a number.

    Parameters:
        text: The text.
        at: Where the word would end.

    Returns:
        The word (a name, a symbol or a code), or None.

    Examples:
        >>> currency_before("港币500", 2).code
        'HKD'
    """
    words = _words()
    for length in words.by_last.get(text[at - 1 : at], ()):
        if length > at:
            continue
        found = _entry(words, text, at - length, at)
        if found is None or found.kind not in ("name", "symbol", "code"):
            continue
        if found.kind == "code" and text[found.start - 1 : found.start] in ("-", "_", "/"):
            continue
        if found.kind != "name" or (length > 1 and found.code is not None):
            return found
    return None


def skip_blanks(text: str, at: int, most: int = 2) -> int:
    """Return the offset after at most so many blanks.

    Examples:
        >>> skip_blanks("50 元", 2)
        3
    """
    limit = at + most
    while at < limit and text[at : at + 1] in _BLANKS:
        at += 1
    return at


def _entry(words: _Words, text: str, start: int, end: int) -> Currency | None:
    word = text[start:end]
    if len(word) < end - start:
        return None
    entry = words.entries.get(word) or words.entries.get(word.upper())
    if entry is None:
        return None
    code, kind, factor = entry
    if word[0].isascii() and word[0].isalpha() and _letter(text, start - 1):
        return None
    if kind == "code" and (
        _letter(text, end) or "%" in (text[start - 1 : start], text[end : end + 1])
    ):
        return None
    return Currency(start, end, code, kind, factor)


def _letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isascii() and text[at].isalpha()

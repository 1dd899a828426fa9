"""What may stand inside a number that has been torn: line breaks, tags, entities, blanks."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.tokens import BIG, BLANK, HAN_DIGITS, SMALL

DIGITS: Final = "0-9０-９"
"""Arabic digits, as the inside of a character class."""
INVISIBLE: Final = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff"
"""Characters that are never seen, as the inside of a character class."""
BREAKS: Final = "\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029"
"""Line breaks, as the inside of a character class."""

_TAG: Final = (
    "</?(?:strong|span|font|small|mark|big|ins|em|a|b|i|s|u|o:p|wbr)(?:[ \t][^<>]{0,300})?/?>"
)
_ENTITY: Final = "&(?:nbsp|ensp|emsp|thinsp|zwnj|zwj|#160|#8194|#8195|#8203|#x[aA]0|#x200[bB]);"
_NEW_LINE: Final = rf"(?:\r\n|[{BREAKS}]|<br[ ]?/?>)"

GAP: Final = rf"(?:[{BLANK}{INVISIBLE}]|{_NEW_LINE}|{_ENTITY}|\*\*|{_TAG})"
"""One part of a gap, as a pattern."""
MOST_PARTS: Final = 12

HARD: Final = re.compile(_NEW_LINE)
"""A line break, also as a tag."""
ENTITY: Final = re.compile(_ENTITY)
_BEFORE: Final = re.compile(rf"{GAP}{{1,{MOST_PARTS}}}$")
_ENDS: Final = frozenset(BLANK) | frozenset(">;*\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_INVISIBLE: Final = re.compile(f"[{INVISIBLE}]")
_LOOK_BACK: Final = 60


def gap_before(text: str, at: int, floor: int = 0) -> int:
    """Return where the gap that ends at an offset begins; the offset itself where there is none.

    Parameters:
        text: The text.
        at: Where the gap would end.
        floor: Nothing before this offset is looked at.

    Examples:
        >>> gap_before("3.5</b> 亿元", 8)
        3
    """
    last = text[at - 1 : at]
    if not last or (last not in _ENDS and not _INVISIBLE.match(last)):
        return at
    left = max(floor, at - _LOOK_BACK)
    found = _BEFORE.search(text[left:at])
    return at if found is None else left + found.start()


_NUMERALS: Final = (*BIG, *SMALL, *HAN_DIGITS)
_SEPARATORS: Final = frozenset(".．,，'’‘`´")
_RIGHT_STARTS: Final = frozenset(
    "<&*\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\u00ad\u2060\ufeff"
) | {chr(c) for c in (*range(0x200B, 0x2010), *range(0x202A, 0x202F))}
GAP_STARTS: Final = _RIGHT_STARTS | {" "}
"""What a gap begins with."""
_BREAKS: Final = frozenset("\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
_LOOSE: Final = _BREAKS | frozenset(BLANK)
_LEFT_ENDS: Final = (_RIGHT_STARTS - frozenset("<&") - _BREAKS) | frozenset(">;")
_TIGHT: Final = _SEPARATORS | frozenset({""})
_NUMERAL_ENDS: Final = (
    _SEPARATORS | frozenset("0123456789０１２３４５６７８９") | frozenset(_NUMERALS)
)
_UNIT_BEHIND: Final = re.compile(
    rf"[{BLANK}]?{GAP}{{1,{MOST_PARTS}}}(?:[元圆圓]|[美欧港日]元|人民币)"
)
_NEXT_PART: Final = re.compile(rf"[.．,]{GAP}{{1,{MOST_PARTS}}}[{DIGITS}]")


def is_torn_left(text: str, start: int) -> bool:
    """Say, with a quick look, whether the left part of a number may stand behind a gap.

    Examples:
        >>> is_torn_left("12. 8亿元", 4), is_torn_left("投资 8亿元", 3)
        (True, False)
    """
    before = text[start - 1 : start]
    if before in _TIGHT:
        further = text[max(0, start - 2) : start - 1]
        return bool(further) and (further.isdigit() or further in _LOOSE or further in _LEFT_ENDS)
    if before not in _LOOSE:
        return before in _LEFT_ENDS
    at = start - 1
    while at and start - at < MOST_PARTS and text[at - 1] in _LOOSE:
        at -= 1
    if start - at == 1 and before in BLANK and text[start] not in _SEPARATORS:
        return text[at - 1 : at] in _SEPARATORS or text[at - 1 : at] in _LEFT_ENDS
    return text[at - 1 : at] in _NUMERAL_ENDS or text[at - 1 : at] in _LEFT_ENDS


def is_torn_right(text: str, end: int) -> bool:
    """Say whether a unit stands behind a gap: 12.8⏎元.

    Examples:
        >>> is_torn_right("12.8</b>元", 4), is_torn_right("12.8元", 4)
        (True, False)
    """
    after = text[end : end + 1]
    if after == " ":
        after = text[end + 1 : end + 2]
    return after in _RIGHT_STARTS and _UNIT_BEHIND.match(text, end) is not None


def goes_on(text: str, end: int) -> bool:
    """Say whether a number that seems to end here goes on behind a separator and a gap: 12,⏎500.

    Examples:
        >>> goes_on("￥12,\\n500", 3), goes_on("￥12,其中", 3)
        (True, False)
    """
    return text[end : end + 1] in _SEPARATORS and _NEXT_PART.match(text, end) is not None

"""Numbers that are torn apart by a line break, a tag or a blank, made whole where that is certain.

``mend`` writes a copy of the text in which torn numbers are whole (总投资12,⏎500万元,
<b>3.5</b>亿元, 12 .8亿元, 1'280'000元) together with the way back to the offsets of the text. What
cannot be joined with certainty stays torn: ``cuts.py`` then sees that a part is not the whole.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.contexts import is_cued
from gaoyou_nlp.money.gaps import (
    BREAKS,
    DIGITS,
    ENTITY,
    GAP,
    HARD,
    INVISIBLE,
    MOST_PARTS,
    gap_before,
)
from gaoyou_nlp.money.lone_units import has_reason_behind
from gaoyou_nlp.money.tokens import BIG, BLANK, HAN_DIGITS, SMALL

_BIG: Final = "".join(BIG)
_SMALL: Final = "".join(SMALL)
_HAN: Final = "".join(HAN_DIGITS)
_UNIT: Final = re.compile(
    rf"[{_SMALL}]?[{_BIG}]|[元圆圓](?!旦)|(?:美|港|欧|日|韩|澳|加)元|人民币|英镑"
)
_TORN: Final = re.compile(
    rf"(?<=[{DIGITS}.．,，{_BIG}{_SMALL}{_HAN}])(?P<gap>{GAP}{{1,{MOST_PARTS}}})"
    rf"(?=[{DIGITS}.．,，{_BIG}{_SMALL}元圆圓美港欧日韩澳加人英])"
    rf"|(?<=[{DIGITS}])(?P<quote>['’‘`´])(?=[{DIGITS}]{{3}}(?![{DIGITS}]))"
)
_GROUP: Final = re.compile(rf"[,，]?[{INVISIBLE}]{{0,3}}[{DIGITS}]{{3}}(?![{DIGITS}])")
_DIGIT: Final = re.compile(f"[{DIGITS}]")
_NUMBER_BEFORE: Final = re.compile(rf"[{DIGITS}][{DIGITS}.．,，]{{0,30}}$")
_WHOLE: Final = re.compile(f"[{DIGITS}]+")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_ITEM: Final = re.compile(rf"(?<![{DIGITS}.．,，])([{DIGITS}]{{1,2}})[.．]?$")
_PAIR_OF_TAGS: Final = re.compile("</[^<>]*>.*<[^/<>]")
_LABEL: Final = re.compile(rf"[图表章节式注第件][{DIGITS}]{{1,2}}[.．]$")
_MOST_BREAKS: Final = 4
_LONG_LINE: Final = 120
_SHORT_LINE: Final = 12
_LAST_LINE: Final = re.compile(rf"(?:^|(?<=[{BREAKS}]))[^{BREAKS}]{{1,80}}$")
_STARTS_ITEM: Final = re.compile(rf"[{BLANK}]{{0,8}}[（(]?([{DIGITS}]{{1,2}})[.．、）)]")
_ENDS_BEFORE_ITEM: Final = frozenset('。；;：:！!？?）)、”"')
_SMALLER: Final = re.compile(
    rf"[{DIGITS}]{{1,4}}(?:\.[{DIGITS}]+)?[万萬](?=元)|[{DIGITS}]{{3,4}}(?=元)"
)


@dataclass(frozen=True, slots=True)
class Mended:
    """A copy of a text with whole numbers.

    Parameters:
        text: The copy.
        joints: Offsets of the copy behind which characters were left out, in order.
        offsets: For each joint the offset of the text that goes on there.
    """

    text: str
    joints: tuple[int, ...]
    offsets: tuple[int, ...]

    def start(self, at: int) -> int:
        """Return where a span of the copy begins in the text."""
        joint = bisect_right(self.joints, at)
        return at if not joint else self.offsets[joint - 1] + at - self.joints[joint - 1]

    def end(self, at: int) -> int:
        """Return where a span of the copy ends in the text."""
        return self.start(at - 1) + 1


def mend(text: str) -> Mended:
    """Make torn numbers whole where that is certain.

    Parameters:
        text: Any text.

    Returns:
        The copy, equal to the text where nothing is torn.

    Examples:
        >>> mended = mend("总投资12,\\n500万元")
        >>> mended.text, mended.start(3), mended.end(11)
        ('总投资12,500万元', 3, 12)
    """
    parts: list[str] = []
    joints: list[int] = []
    offsets: list[int] = []
    done = length = 0
    for torn in _TORN.finditer(text):
        start, end = torn.span()
        put = "," if torn["quote"] else _joint(text, start, end)
        if put is None:
            continue
        parts += (text[done:start], put)
        length += start - done + len(put)
        joints.append(length)
        offsets.append(end)
        done = end
    parts.append(text[done:])
    return Mended("".join(parts), tuple(joints), tuple(offsets))


def is_item_number(text: str, end: int) -> bool | None:
    """Say whether the digits that end here number an item of a list (1. 5亿元以上项目).

    Parameters:
        text: The text.
        end: The offset behind the digits and their full stop.

    Returns:
        None where it is unknown, since nothing stands before them.

    Examples:
        >>> is_item_number("另有：2. 5亿元", 5), is_item_number("投资2. 5亿元", 4)
        (True, False)
    """
    found = _ITEM.search(text, max(0, end - 4), end)
    if found is None:
        return False
    at = found.start()
    while at and text[at - 1] in BLANK:
        at -= 1
    if not at:
        return None
    if not HARD.fullmatch(text, at - 1, at):
        return text[at - 1] in _ENDS_BEFORE_ITEM
    while at and (text[at - 1] in BLANK or HARD.fullmatch(text, at - 1, at)):
        at -= 1
    if not at:
        return None
    if text[at - 1] in _ENDS_BEFORE_ITEM or _digit_at(text, at - 1):
        return True
    line = _LAST_LINE.search(text[max(0, at - _LONG_LINE) : at])
    if line is None or len(line.group()) < _SHORT_LINE:
        return None
    item = _STARTS_ITEM.match(line.group())
    if item is None:
        return False
    return True if int(item[1]) + 1 == int(found[1]) else None


def _joint(text: str, start: int, end: int) -> str | None:
    """Return what to put for a gap inside a number; None where it is none or that is not sure."""
    left, right, gap = text[start - 1], text[end], text[start:end]
    further = _digit_at(text, gap_before(text, start - 1) - 1)
    hard = HARD.search(gap)
    blank = not gap.strip(BLANK)
    if _DIGIT.match(right):
        if len(HARD.findall(gap)) > 1:
            return None
        if left in ".．":
            sure = further and is_item_number(text, start) is False
            return "" if sure and not _LABEL.search(text[max(0, start - 6) : start]) else None
        if left in ",，":
            sure = left == "," or is_cued(text, number_start(text, start))
            fits = _GROUP.match(text, end) and further
            return "" if sure and fits and (left == "," or hard) else None
        if _DIGIT.match(left):
            torn = not blank and not hard and not _PAIR_OF_TAGS.search(gap)
            return (" " if ENTITY.search(gap) else "") if torn else None
        return "" if hard and left in BIG and _is_smaller(text, left, end) else None
    if right in ".．,，":
        whole = _digit_at(text, end + 1) if right in ".．" else _GROUP.match(text, end)
        return "" if _DIGIT.match(left) and whole and right != "，" else None
    if left in ".．,，" or blank or not _UNIT.match(text, end):
        return None
    if left in BIG:
        return "" if right not in BIG and right not in SMALL else None
    return "" if not hard or _is_one_amount(text, start, end) else None


def _is_one_amount(text: str, start: int, end: int) -> bool:
    """Say whether a number and the unit on the next line are one amount."""
    breaks = len(HARD.findall(text, start, end))
    place = number_start(text, start)
    number = text[place:start]
    broken = bool(number) and not _WHOLE.fullmatch(number)  # 12.8, 8,500: no year, no row number
    if breaks > 1:
        return broken and breaks < _MOST_BREAKS and is_cued(text, place)
    if broken:
        return True
    if is_cued(text, place):
        return True
    return bool(number) and not _YEAR.fullmatch(number) and not has_reason_behind(text, end)


def number_start(text: str, end: int) -> int:
    """Return where the digits that end here begin; the offset itself where there are none.

    Examples:
        >>> number_start("投资12.5", 6)
        2
    """
    left = max(0, end - 32)
    found = _NUMBER_BEFORE.search(text[left:end])
    return end if found is None else left + found.start()


def _is_smaller(text: str, left: str, end: int) -> bool:
    """Say whether the next line goes on with the lower part of a number: 3亿⏎5000万元."""
    found = _SMALLER.match(text, end)
    return found is not None and (BIG[left] == 10**4) != (found.group()[-1] in "万萬")


def _digit_at(text: str, at: int) -> bool:
    return at >= 0 and bool(_DIGIT.match(text, at))

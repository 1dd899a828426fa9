"""Companies under their full names: by the legal form, banks, cooperatives."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import places
from gaoyou_nlp.language.tables import words
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern
from gaoyou_nlp.rules.organisations.anchors import back_to_area, behind_number
from gaoyou_nlp.rules.organisations.company_names import (
    after_area,
    endings,
    is_generic,
    is_named,
    is_unknown,
    trade_run,
)
from gaoyou_nlp.rules.segmentation import Segmentation

_TABLE = "organisations/pattern_words.tsv"
Found = tuple[int, int, str]
"""Start, end and rule of a name."""

# What stands before a name without belonging to it.
LEAD = re.compile("(?:{before company})+", words=_TABLE)
_SINGLE_LEADS = frozenset("如同除占由与对给被让和若而")
_NEAR = 5000  # characters around a mention in which another one speaks for it
_GAP = 8  # characters between an area and the part of a name that was found
_BRACKET = re.compile(" ?[（(][\u4e00-\u9fff]{2,6}[)）]")
# Endings that are common nouns as well.
_BARE = (
    "公司",
    "集团",
    "合作社",
    "事务所",
    "工作室",
    "家庭农场",
    "总公司",
    "分公司",
    "机械厂",
    "食品厂",
)


@cache
def _ending() -> WordPattern:
    return word_pattern(endings())


def by_ending(cut: Segmentation, areas: dict[int, int], money: Container[int]) -> Iterator[Found]:
    """Names with a legal form, banks, cooperatives."""
    text = cut.text
    last = before = 0
    for match in _ending().finditer(text):
        name, stop, end = match[0], match.start(), match.end()
        after = text[end : end + 1]
        if after and after in endings()[name][1]:
            continue
        floor = 0 if name in ("支行", "分行") else last
        start = cut.name_start(
            stop,
            floor=floor,
            window=32,
            through=words("organisations/company_words.txt"),
        )
        start = next((at for at in range(stop, start, -1) if at in money), start)
        if "有限" in name and is_generic(text[start:stop]) and start - floor > 4:
            start = cut.name_start(cut.start_before(start), floor=floor, window=24)
        bracket = _BRACKET.match(text, last)
        if last and bracket and bracket.end() == stop:
            yield before, end, "org.company.full"
            last = end
            continue
        start = behind_lead(cut, start, stop)
        reached = from_area(start, stop, areas, cut)
        start = _after_and(text, reached, stop)
        if "有限" in name and start == reached and start not in areas:
            start = back_to_area(cut, start, max(floor, start - _GAP), areas)
        placed = start in areas or text[start] in "省市县区"
        if stop - start < 2 or (is_generic(text[start:stop]) and not placed):
            continue
        if not placed and name in _BARE and not is_named(cut, start, stop, common=name == "集团"):
            continue
        last, before = end, start
        yield start, end, "org.company.full" if "公司" in name else "org.company.ending"


def behind_lead(cut: Segmentation, start: int, stop: int) -> int:
    """Drop a number of an item and words that say what kind of company it is: 15恒岳, 如恒岳."""
    text = cut.text
    start = behind_number(text, start, stop)
    lead = LEAD.match(text, start, stop)
    start = lead.end() if lead else start
    if text[start] in _SINGLE_LEADS and stop - start > 3:
        rest = text[start + 1 : stop]
        near = text[max(0, start - _NEAR) : stop + _NEAR]
        if after_area(text, start + 1) > start + 1 or near.count(rest) > near.count(
            text[start] + rest
        ):
            return start + 1
    return start


def _after_and(text: str, start: int, stop: int) -> int:
    """Begin behind a conjunction between two bodies: 市环保局和市供电公司."""
    at = max(text.rfind(c, start, stop) for c in "和与及")
    if at > start and (text[at - 1] in "局委办厅部院会司团府校" or text[at + 1] in "省市县区"):
        return at + 1
    return start


def from_area(start: int, stop: int, areas: dict[int, int], cut: Segmentation) -> int:
    """Drop what stands before the area a name begins with, and a country before a foreign name."""
    text = cut.text
    for at in range(start, stop):
        if areas.get(at, stop + 1) <= stop:
            if at > start and _is_part(start, at, areas[at], stop, cut):
                return start
            abroad = text[at : areas[at]] in places().countries and areas[at] < stop
            latin = text[areas[at]].isascii()
            return areas[at] if abroad and not latin else at
        if text[at] in "（(":
            break
    return start


def _is_part(start: int, at: int, area_end: int, stop: int, cut: Segmentation) -> bool:
    """Whether what stands before an area belongs to a company's name: a brand, a mother."""
    before, rest = cut.text[start:at], cut.text[area_end:stop]
    legal = cut.text.startswith(("公司", "有限", "股份", "分公司"), stop)
    said = legal and (not rest or is_generic(rest) or trade_run().fullmatch(rest) is not None)
    return (
        before in words("organisations/national_bodies.txt")
        or before.endswith(("集团", "银行", "公司", "大学"))
        or (at - start <= 4 and is_unknown(cut, start, at))
        or (said and 2 <= at - start <= 8 and _is_brand(cut, start, at))
    )


def _is_brand(cut: Segmentation, start: int, stop: int) -> bool:
    """Whether a name begins there that is no area."""
    text = cut.text
    return after_area(text, start) == start and is_named(cut, start, stop, common=False)

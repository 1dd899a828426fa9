"""Proposes the items of a list that share one head: 推进甲、乙、丙等过江通道."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import places
from gaoyou_nlp.language.tables import alternation, words
from gaoyou_nlp.rules.projects.candidates import Candidate
from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.patterns import generic

_LONGEST_ITEM = 20
_LONGEST_LIST = 240  # characters
_MOST_VERBS = 30  # characters before the first 、 in which the verb of the list stands
_ITEM = re.compile("[\u4e00-\u9fffA-Za-z0-9“”·]+")
_AND = re.compile("以及|[和及与]")
_OTHER = re.compile("体系|企业|系统|口岸|运输|[用等类网侧]|[一二两三四五六七八九十0-9]")
_SHARING = 7  # characters of an item before a head that all share: 750千伏博州
_ABBREVIATED = 5  # characters of the ends of a road: 宁马, 苏通第二


@cache
def _heads() -> re.Pattern[str]:
    heads = alternation(words("projects/series_heads.txt"))
    return re.compile(
        f"等(?:[0-9一二三四五六七八九十]+[个座条项])?[\u4e00-\u9fff]{{0,4}}?(?P<head>{heads})"
    )


@cache
def _shared_heads() -> re.Pattern[str]:
    """A head behind the last of three or more items: 建成甲、乙、丙和丁水电站."""
    heads = alternation(words("projects/series_heads.txt"))
    return re.compile(
        "(?<=、)[\u4e00-\u9fff]{2,5}(?:、|[和与及])(?:(?!等)[\u4e00-\u9fff]){2,5}?"
        f"(?P<head>{heads})"
    )


@cache
def _verb() -> re.Pattern[str]:
    """The verb of a list, with whatever stands before it."""
    return re.compile(f".*{alternation(words('projects/series_verbs.txt'))}")


def in_series(names: ProjectEvidence) -> Iterator[Candidate]:
    """Propose the items of lists that one head closes behind 等 and a verb of building opens.

    Parameters:
        names: The evidence of the text.

    Yields:
        Candidates of the source ``series``, without the head.
    """
    text = names.text
    for match in _shared_heads().finditer(text):
        items = _items(text, match.start("head"))
        items = [half for item in items for half in _halves(names, *item)]
        known = [e - s <= _SHARING and not _is_kind(names, s, e) for s, e in items]
        if len(items) > 2 and all(known) and not _OTHER.match(text, match.end()):
            yield from (Candidate(s, e, e, "series", "", ("clear",)) for s, e in items)
    for match in _heads().finditer(text):
        if "各类" in match[0]:
            continue
        items = _items(text, match.start())
        items = [half for item in items for half in _halves(names, *item)]
        areas = sum(names.areas.get(start) == end for start, end in items)
        named = any(_is_name(names, *item) for item in items)
        if len(items) < 2 or not named or areas * 2 >= len(items):
            continue
        if not any(generic().fullmatch(text, *item) for item in items):
            yield from (Candidate(s, e, e, "series", "", ("clear",)) for s, e in items)


def _is_name(names: ProjectEvidence, start: int, end: int) -> bool:
    """Whether an item names a place, a body or the ends of a road."""
    return names.has_name(start, end) or end - start <= _ABBREVIATED


def _is_kind(names: ProjectEvidence, start: int, end: int) -> bool:
    """Whether an item is a word that no place or work is named by: 温差, 旅游."""
    if generic().fullmatch(names.text, start, end):
        return True
    name = names.text[start:end]
    word = names.cut.end_after(start) >= end
    return word and name not in places().stems and name not in places().towns


def _items(text: str, end: int) -> list[tuple[int, int]]:
    """The items before 等 from the last to the first; none where no verb opens them."""
    items: list[tuple[int, int]] = []
    low = max(0, end - _LONGEST_LIST)
    while (mark := text.rfind("、", max(low, end - _LONGEST_ITEM - 1), end)) >= 0:
        if not _ITEM.fullmatch(text, mark + 1, end):
            return []
        items.append((mark + 1, end))
        end = mark
    verb = _verb().match(text, max(low, end - _MOST_VERBS), end)
    if not items or verb is None:
        return []
    start = verb.end()
    if not 2 <= end - start <= _LONGEST_ITEM or not _ITEM.fullmatch(text, start, end):
        return []
    return [*items, (start, end)] if all(e - s > 1 for s, e in items) else []


def _halves(names: ProjectEvidence, start: int, end: int) -> list[tuple[int, int]]:
    """An item, or the two names that a conjunction joins in it: 京沪和京广, but 光电与导航."""
    for mark in _AND.finditer(names.text, start + 2, end - 2):
        left, right = (start, mark.start()), (mark.end(), end)
        short = all(e - s <= _ABBREVIATED for s, e in (left, right))
        named = [names.has_name(s, e) for s, e in (left, right)]
        if mark[0] == "以及" or all(named) or (short and not any(named)):
            return [right, left]
    return [(start, end)]

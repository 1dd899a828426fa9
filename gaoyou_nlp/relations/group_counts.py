"""Finds counts and lists of projects: 12个项目集中开工, A、B等12个项目."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from gaoyou_nlp.dates.numerals import read_digits, read_small
from gaoyou_nlp.language import lazy_re as re

Names: TypeAlias = Sequence[tuple[int, int]]
"""Where names begin and end, in order."""

_TABLE = "relations/group_words.tsv"
_BETWEEN = re.compile("(?:项目|工程)?(?:、|和|及|以及|与)(?:[\u4e00-\u9fff]{2,6}的)?")
_DIGIT = "[一二三四五六七八九]"
_WORDS = f"{_DIGIT}百(?:零{_DIGIT}|{_DIGIT}十{_DIGIT}?)?|{_DIGIT}?十{_DIGIT}?|[两二三四五六七八九]"
_NUMBER = f"(?P<number>[0-9０-９]{{1,5}}|{_WORDS})(?P<more>多|余|来)?"
_COUNT_BEHIND = re.compile(
    f"(?:项目|工程)?(?:（[^（）\n]{{0,20}}）)?(?:等)?(?:这|共|总共|共计)?{_NUMBER}"
    f"(?:[条座所处][\u4e00-\u9fff]{{0,8}}|(?:个|项|大)"
    f"(?:[^，。；、：\n0-9]{{0,14}}?(?:项目|工程)|(?={{behind a count}})))",
    words="relations/project_contexts.tsv",
)
_COUNT_FIRST = re.compile(
    f"(?<![0-9０-９.第两二三四五六七八九十百]){_NUMBER}(?:个|项)"
    "(?P<kind>[^，。；、：（\n0-9０-９]{0,16}?)(?:项目|工程)(?!部|师|量|数|经理|之一|中的?|个)|"
    "(?:项目|工程)(?P<last>[0-9０-９]{1,5}|%s)(?P<rest>多|余|来)?[个处](?!月)" % _WORDS
)
_COMMA = re.compile("，")
_NO_GROUP = re.compile("子项|单项|单体|分项|之一|配套")
_ABOUT = re.compile("(?:近|(?<!签)约|超过?|逾|不少于|至少|(?<!以)上)$")
_PART_OF = re.compile(r"(?:{part_of})[^，。；、\n]{0,8}$", words=_TABLE)
"""Words before a number that counts the parts of one thing: 工程包括12个项目."""
_NAMING = re.compile(r"[^，。；\n]{0,14}[，：:]?(?:{naming})(?:了)?", words=_TABLE)
"""What stands between a number and the names of what it counts: 分别是."""


@dataclass(frozen=True, slots=True)
class Found:
    """A count or a list: its characters, members (indices into names), number and rule."""

    start: int
    end: int
    first: int
    last: int
    count: int | None
    rule: str


def find_lists(text: str, names: Names) -> Iterator[Found]:
    """Find names that stand in one list, or before a count: A、B等12个项目.

    Parameters:
        text: The article.
        names: Where the names of its projects begin and end, in order.
    """
    first = 0
    for at, (_, end) in enumerate(names):
        further = at + 1 < len(names) and _BETWEEN.fullmatch(text, end, names[at + 1][0])
        if further:
            continue
        match = _COUNT_BEHIND.match(text, end)
        count = None if match is None else _number(match["number"], match["more"])
        if match is not None and (count is None or count >= 2):
            rule = "group:list-count"
            yield Found(names[first][0], match.end(), first, at + 1, count, rule)
        elif at > first:
            yield Found(names[first][0], end, first, at + 1, None, "group:list")
        first = at + 1


def find_counts(text: str, names: Names) -> Iterator[Found]:
    """Find counts that stand before what they count, or alone: 12个项目集中开工.

    Parameters:
        text: The article.
        names: Where the names of its projects begin and end, in order.
    """
    for match in _COUNT_FIRST.finditer(text):
        start, end = match.span()
        before = text[max(0, start - 12) : start]
        part = _PART_OF.search(before)
        if _NO_GROUP.search(match[0]) or (part and not part[0].startswith("其中")):
            continue
        count = _number(match["number"] or match["last"], match["more"] or match["rest"])
        if count is not None and count < 2:
            continue
        count = None if _ABOUT.search(before) else count
        first = last = bisect_left(names, (end, 0))
        naming = _NAMING.match(text, end) or _lists_some(text, names, end, first, count)
        while naming and last < len(names):
            since = naming.end() if last == first else names[last - 1][1]
            gap = text[since : names[last][0]]
            if gap and (last == first or not _BETWEEN.fullmatch(gap)):
                break
            last += 1
        if last > first and _COUNT_BEHIND.match(text, names[last - 1][1]):
            last = first  # 11个项目有A、B等6个获批: the names are those of the other count
        yield Found(start, end, first, last, count, "group:part" if part else "group:count")


def _lists_some(
    text: str, names: Names, end: int, first: int, count: int | None
) -> re.Match[str] | None:
    """Match the comma of 签约项目9个，甲、乙等: the list behind it is of those counted."""
    comma = _COMMA.match(text, end)
    last = first
    if comma is None or count is None or first >= len(names):
        return None
    if names[first][0] != comma.end():
        return None
    while last + 1 < len(names) and _BETWEEN.fullmatch(text, names[last][1], names[last + 1][0]):
        last += 1
    others = text.startswith("等，", names[last][1])
    return comma if others and last + 1 - first < count else None


def _number(digits: str, more: str | None) -> int | None:
    """The number that a count says exactly; None for 20多个."""
    if more:
        return None
    hundreds, mark, rest = digits.rpartition("百")
    tens = read_small(rest.removeprefix("零")) if rest else 0
    return read_digits(hundreds) * 100 + tens if mark else tens

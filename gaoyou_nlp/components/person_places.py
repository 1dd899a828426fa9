"""Where personal names may begin, and how likely the words before make it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from gaoyou_nlp.components.person_names import is_surname, is_word, surname_score
from gaoyou_nlp.lexicon.tables import alternation, table, words
from gaoyou_nlp.records import Span

_AFTER_TITLE, _AFTER_NOUN, _AFTER_AGENT = 4.0, 0.0, -3.0
_BYLINE, _BRACKET, _BEFORE_TITLE = 3.0, 0.5, -1.0
_CLAUSE, _AFTER_WORD, _AFTER_ACT = -4.5, -5.0, -1.5
_STOP, _SOME, _MUCH, _ONLY_LISTED = 0.5, 0.8, 2.0, 9.0
_KNOWN_SURNAME = -8.0
_BLANKS = " 　\u00a0"
_ROLE = re.compile(
    "(?:记者|通讯员|实习生|摄影|摄|编辑|责编|供稿|撰稿|作者|文/图|图/文|图文|校对|审核|编审|"
    "监制|组稿|统稿|整理|供图|(?<![\u4e00-\u9fff])[文图])(?:[：:/／][ 　]?|[ 　]+)"
)
_BRACKETS = re.compile(
    "[（(](?=[\u4e00-\u9fff]{2,4}(?:[ 　、]{1,3}[\u4e00-\u9fff]{2,4}){0,4}[)）]\\s*(?:\n|$))"
)
_BODY_FIRST = re.compile("党|支部|总支|管委会|[一二三四]级|原|前|村|镇|乡|社区")
_UNIT_LAST = frozenset("室科局处委会院司部队所站校厂股办")
_LAST_NAME = re.compile("[ 　][\u4e00-\u9fff]{2,4}(?:[)）]|\n|$)")
_NO_SURNAMES = frozenset(
    "任于向和与为从由及时则还都各全原该副首正一两双前后老小大新曾经对有将居能支部行院总"
    "项市县区镇乡村局处科长主公商农工团东南西北中上下本其司外内别"
)
_LITTLE = re.compile("(?<=[由与和跟对向据让被请听以及给])(?=[\u4e00-\u9fff]{2})")
_LITTLE_NOT = re.compile("(?<=[的在是为])(?=[\u4e00-\u9fff]{2})")
_ACTS = re.compile(
    "(?:任命|免去|提名|选举|补选|推选|推荐|接受|名叫|陪同|会见|接见|找到|见到|批准|感谢|岁的)(?:了|过)?"
)
_LABELS = re.compile("(?<=[人员者访述审对读制报理长][：:])[ 　]?(?=[\u4e00-\u9fff]{2})")
_AGENTS = re.compile("(?<=[人员师户农民者长家手工生匠友嫂汉])(?=[\u4e00-\u9fff]{2})")
_CLAUSES = re.compile(
    "(?:^|(?<=[，。：；！？”\n　 )）》】:;,!?—…]))(?=[\u4e00-\u9fff]{2})"
)
_ITEMS = re.compile("(?<=、)(?=[\u4e00-\u9fff]{2})")
NO_LAST = frozenset("闸桥站路区县市库厂店段局院镇乡村庄沟港河湖岛街巷渠泵坝省州旗")
_LITTLE_WORDS = frozenset("由与和跟对向据为让被请是的听及在给")
_PUBLIC_NOUNS = frozenset(
    ["领导", "干部", "民警", "法官", "检察官", "辅警", "交警", "村干部", "扶贫干部", "驻村队员"]
)


@dataclass(frozen=True, slots=True)
class NamePlace:
    """A place where a name may begin.

    Parameters:
        start: The place.
        prior: The logarithm of the odds that the words around give.
        label: OFFICIAL or PERSON, as far as they tell.
        rule: What found it.
        end: Where the name must end, if they tell.
        borrowed: Whether a name without a Chinese surname may stand here.
        blanks: Whether blanks part names here.
        needs: How much the words behind must confirm a name.
    """

    start: int
    prior: float
    label: str
    rule: str
    end: int | None = None
    borrowed: bool = False
    blanks: bool = False
    needs: float = 0.0


class Surroundings:
    """What earlier proposers found around a place.

    Parameters:
        text: The text.
        found: Their candidates.
    """

    def __init__(self, text: str, found: Sequence[Span]) -> None:
        self.text = text
        self.titles = [s for s in found if s.label == "TITLE"]
        units = [s for s in found if s.label in ("ORG", "GPE")]
        self.unit_ends = {s.end for s in units}
        self.title_ends = {s.end for s in self.titles}
        self._units = {(s.start, s.end) for s in units}
        self._inside = bytearray(len(text) + 1)
        for span in self.titles:
            self._inside[span.start : span.end] = b"\x03" * (span.end - span.start)
        for span in units:
            if self._inside[span.start] == 0:
                self._inside[span.start] = 1
            for at in range(span.start + 1, span.end):
                self._inside[at] = max(self._inside[at], 2)

    def cost(self, start: int) -> float:
        """What a body or place that stands here already costs a name."""
        return (0.0, 4.0, 7.0, 99.0)[self._inside[start]]

    def edge(self, start: int, also: frozenset[str] = frozenset()) -> bool:
        """Whether something may end right before a place; ``also``: further last characters."""
        if start == 0 or start in self.unit_ends or start in self.title_ends:
            return True
        left = self.text[start - 1]
        return not "\u4e00" <= left <= "\u9fff" or left in _LITTLE_WORDS or left in also

    def is_unit(self, start: int, end: int) -> bool:
        """Whether just this is a body or place."""
        return (start, end) in self._units

    def blocked(self, start: int, end: int) -> bool:
        """Whether a post stands in the way."""
        return 3 in self._inside[start:end]

    def next_item(self, end: int, blanks: bool) -> tuple[int, bool] | None:
        """The next item of a list: where it starts, and whether a mere word joins it."""
        text = self.text
        if text[end : end + 1] in ("（", "("):
            close = _closing(text, end)
            if text[close : close + 1] in ("、", "，", ","):
                return close + 1, False
            return None
        char = text[end : end + 1]
        if char == "、":
            return end + 1 + (text[end + 1 : end + 2] in _BLANKS), False
        if char in ("和", "与", "及"):
            return end + 1, True
        if blanks and char and char in _BLANKS:
            at = end
            while at < len(text) and text[at] in _BLANKS:
                at += 1
            return at, False
        if blanks and "\u4e00" <= char <= "\u9fff":
            return end, True
        return None


def _closing(text: str, at: int) -> int:
    """One past the bracket that closes the short remark at ``at``; -1 if none does."""
    for end in range(at + 1, min(at + 12, len(text))):
        if text[end] in "）)":
            return end + 1
    return len(text)


def find_places_of_names(text: str, around: Surroundings) -> Iterator[NamePlace]:
    """Yield the places where a name may begin, the surest kinds first.

    Parameters:
        text: The text.
        around: What was found in it.
    """
    yield from _after_titles(text, around)
    yield from _bylines(text, around)
    yield from _before_titles(text, around)
    yield from _after_nouns(text)
    yield from _elsewhere(text, _CLAUSES, _CLAUSE, "person.clause", _SOME)
    yield from _elsewhere(text, _ITEMS, _CLAUSE, "person.items", _ONLY_LISTED)
    yield from _elsewhere(text, _ACTS, _AFTER_ACT, "person.act", _SOME)
    yield from _elsewhere(text, _LABELS, _AFTER_ACT, "person.label", _STOP)
    yield from _elsewhere(text, _LITTLE, _AFTER_WORD, "person.word", _SOME)
    yield from _elsewhere(text, _LITTLE_NOT, _AFTER_WORD, "person.word", _MUCH)
    yield from _elsewhere(text, _AGENTS, _AFTER_AGENT, "person.agent", _SOME)


def _after_titles(text: str, around: Surroundings) -> Iterator[NamePlace]:
    for title in around.titles:
        at = title.end
        while at < len(text) and text[at] in _BLANKS:
            at += 1
        label = "PERSON" if title.text.endswith(_corporate_heads()) else "OFFICIAL"
        yield NamePlace(at, _AFTER_TITLE, label, "person.chain", borrowed=True)


@cache
def _corporate_heads() -> tuple[str, ...]:
    return tuple(row[0] for row in table("title_heads.tsv") if row[2] == "corporate")


def _bylines(text: str, around: Surroundings) -> Iterator[NamePlace]:
    for match in _ROLE.finditer(text):
        yield NamePlace(match.end(), _BYLINE, "PERSON", "person.byline", borrowed=True, blanks=True)
    for end in around.unit_ends:
        if text[end : end + 1] in ("　", " ") and _LAST_NAME.match(text, end):
            yield NamePlace(end + 1, _BRACKET, "PERSON", "person.byline")
    for match in _BRACKETS.finditer(text):
        yield NamePlace(match.end(), _BRACKET, "PERSON", "person.byline", blanks=True)


def _before_titles(text: str, around: Surroundings) -> Iterator[NamePlace]:
    """李某某主任, 王局长."""
    for title in around.titles:
        if _BODY_FIRST.match(title.text):
            continue
        for length in (3, 2, 4):
            start = title.start - length
            if start >= 0 and is_surname(text[start]) and around.edge(start, _UNIT_LAST):
                yield NamePlace(
                    start, _BEFORE_TITLE, "OFFICIAL", "person.before_title", end=title.start
                )


def lone_surnames(text: str, around: Surroundings) -> Iterator[tuple[int, int]]:
    """Yield the places of surnames that stand alone before a post: 王局长."""
    for title in around.titles:
        start = title.start - 1
        if start < 0 or text[start] in _NO_SURNAMES or not around.edge(start):
            continue
        if is_word(text[start - 1 : start + 1]) or around.cost(start):
            continue
        if surname_score(text[start]) > _KNOWN_SURNAME:
            yield start, title.start


@cache
def _noun_pattern() -> re.Pattern[str]:
    return re.compile(alternation(words("person_nouns.txt")))


def _after_nouns(text: str) -> Iterator[NamePlace]:
    for match in _noun_pattern().finditer(text):
        at = match.end()
        while at < len(text) and text[at] in "：: 　":
            at += 1
        if _may_begin(text, at) and not is_word(text[at - 1 : at + 1]):
            label = "OFFICIAL" if match[0] in _PUBLIC_NOUNS else "PERSON"
            yield NamePlace(at, _AFTER_NOUN, label, "person.noun", borrowed=at > match.end())


def _may_begin(text: str, at: int) -> bool:
    return is_surname(text[at : at + 1]) or is_surname(text[at : at + 2])


def _elsewhere(
    text: str, pattern: re.Pattern[str], prior: float, rule: str, needs: float
) -> Iterator[NamePlace]:
    for match in pattern.finditer(text):
        at = match.end()
        if not is_surname(text[at : at + 2]) and (
            text[at] in _NO_SURNAMES or not is_surname(text[at])
        ):
            continue
        if rule not in ("person.agent", "person.word") or not is_word(text[at - 1 : at + 1]):
            yield NamePlace(at, prior, "OFFICIAL", rule, needs=needs)

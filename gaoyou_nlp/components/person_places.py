"""Where personal names may begin, and how likely the words before make it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from gaoyou_nlp.components.person_names import is_surname
from gaoyou_nlp.lexicon.tables import alternation, table, words
from gaoyou_nlp.records import Span

_AFTER_TITLE, _AFTER_NOUN, _CLAUSE, _BEFORE_TITLE, _BYLINE = 1.4, -0.5, -4.0, -1.5, 1.0
_VERB, _WEAK_VERB = 4.0, 1.0
_CORPORATE = frozenset(row[0] for row in ())
_BLANKS = " 　\u00a0"
_REPORTER = re.compile(
    "(?:记者|通讯员|实习生|摄影|摄|编辑|责编|责任编辑|供稿|撰稿|作者|文/图|图/文|图文|校对|审核|编审|监制|文|图|组稿|统稿|整理)"
    "(?:[：:/／][ 　]?|[ 　]+)"
)
_BRACKETS = re.compile(
    "[（(]([\u4e00-\u9fff]{2,4}(?:[ 　、]{1,3}[\u4e00-\u9fff]{2,4}){0,4})[)）](?=\\s*(?:\n|$))"
)
_ACTIONS = re.compile(
    "(?:任命|免去|提名|决定任命|选举|补选|推选|接受|批准任命|同意|名叫|叫做|由|与|和|跟|对|向|据|为|让|被|请|是|陪同|会见|接见|听|找到|来到|走进|见到|记者|位|以及|及|在|当)$"
)
_SURNAME_ONLY = re.compile("[\u4e00-\u9fff]")
_NO_SURNAME = frozenset(
    "任于向和与为从由及时则还都各全原该副首正一两双前后老小大新曾常万经关对应有将居能支部行院党总项单市县区镇乡村局处科长主公商农工"
)
_DOT = re.compile("[·•・‧∙?？．.]")
_LISTS = re.compile("(?:[\u4e00-\u9fff]{2,4}[、 　]+){2,}[\u4e00-\u9fff]{2,4}")


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
    """

    start: int
    prior: float
    label: str
    rule: str
    end: int | None = None
    borrowed: bool = False
    blanks: bool = False


class Surroundings:
    """What earlier proposers found around a place.

    Parameters:
        text: The text.
        found: Their candidates.
    """

    def __init__(self, text: str, found: Sequence[Span]) -> None:
        self.text = text
        self.titles = [s for s in found if s.label == "TITLE"]
        self.units = [s for s in found if s.label in ("ORG", "GPE")]
        self.unit_ends = {s.end for s in self.units}
        self._inside = bytearray(len(text) + 1)
        for span in found:
            if span.label == "TITLE":
                self._inside[span.start : span.end] = b"\x03" * (span.end - span.start)
        for span in self.units:
            if self._inside[span.start] < 2:
                self._inside[span.start] = 1
            for at in range(span.start + 1, span.end):
                self._inside[at] = max(self._inside[at], 2)

    def cost(self, start: int) -> float:
        """What a body or place that stands here already costs a name."""
        return (0.0, 4.0, 7.0, 99.0)[self._inside[start]]

    def blocked(self, start: int, end: int) -> bool:
        """Whether a post stands in the way."""
        return 3 in self._inside[start:end]

    def next_item(self, end: int, blanks: bool) -> tuple[int, bool] | None:
        """The next item of a list: where it starts, and whether a mere word joins it."""
        text = self.text
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


def find_places_of_names(text: str, around: Surroundings) -> Iterator[NamePlace]:
    """Yield the places where a name may begin, the surest kinds first.

    Parameters:
        text: The text.
        around: What was found in it.
    """
    yield from _after_titles(text, around)
    yield from _bylines(text)
    yield from _before_titles(text, around)
    yield from _after_nouns(text)
    yield from _clauses(text, around)


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


def _bylines(text: str) -> Iterator[NamePlace]:
    for match in _REPORTER.finditer(text):
        yield NamePlace(match.end(), _BYLINE, "PERSON", "person.byline", borrowed=True, blanks=True)
    for match in _BRACKETS.finditer(text):
        yield NamePlace(match.start(1), 0.0, "PERSON", "person.byline", blanks=True)


def _before_titles(text: str, around: Surroundings) -> Iterator[NamePlace]:
    """李某某主任, 王局长."""
    for title in around.titles:
        for length in (3, 2, 4):
            start = title.start - length
            if start >= 0 and is_surname(text[start]) and _edge(text, start, around):
                yield NamePlace(
                    start, _BEFORE_TITLE, "OFFICIAL", "person.before_title", end=title.start
                )


_NOUNS = re.compile("")


@cache
def _noun_pattern() -> re.Pattern[str]:
    return re.compile(alternation(words("person_nouns.txt")))


def _after_nouns(text: str) -> Iterator[NamePlace]:
    for match in _noun_pattern().finditer(text):
        at = match.end()
        if at < len(text) and text[at] in _BLANKS:
            at += 1
        if is_surname(text[at : at + 1]) or is_surname(text[at : at + 2]):
            label = (
                "OFFICIAL" if match[0] in ("领导", "干部", "民警", "法官", "检察官") else "PERSON"
            )
            yield NamePlace(at, _AFTER_NOUN, label, "person.noun")


def _edge(text: str, start: int, around: Surroundings) -> bool:
    """Whether something may end before ``start``."""
    if start == 0 or start in around.unit_ends:
        return True
    if not "\u4e00" <= text[start - 1] <= "\u9fff":
        return True
    return _ACTIONS.search(text, max(0, start - 4), start) is not None


def _clauses(text: str, around: Surroundings) -> Iterator[NamePlace]:
    """Names at the beginning of a clause or after a little word, before a verb of people."""
    verbs = words("person_verbs.txt")
    for match in _verb_pattern().finditer(text):
        at = match.start()
        strong = len(match[0]) > 1 or match[0] in "说称"
        for length in (3, 2, 4):
            start = at - length
            if start < 0 or not (is_surname(text[start]) or is_surname(text[start : start + 2])):
                continue
            if _edge(text, start, around):
                prior = _CLAUSE + (_VERB if strong else _WEAK_VERB)
                if start and "\u4e00" <= text[start - 1] <= "\u9fff":
                    prior -= 1.0
                yield NamePlace(start, prior, "OFFICIAL", "person.verb", end=at)
    del verbs


@cache
def _verb_pattern() -> re.Pattern[str]:
    return re.compile(alternation(words("person_verbs.txt")))

"""Where personal names may begin, and how likely the words before make it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.dictionary import COMMON, is_word, word_cost
from gaoyou_nlp.language.names import (
    element_ends,
    is_plausible,
    is_surname,
    surname_score,
)
from gaoyou_nlp.language.tables import table, words
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern
from gaoyou_nlp.rules.persons.readings import NO_LAST, TAKES_OFFICE
from gaoyou_nlp.rules.persons.surroundings import BLANKS, Surroundings

_TABLE = "persons/person_words.tsv"

_KNOWN_SURNAME = -8.0
_BRACKETS = re.compile(
    "[（(](?=[\u4e00-\u9fff]{2,4}(?:[ 　、]{1,3}[\u4e00-\u9fff]{2,4}){0,4}[)）]\\s*(?:\n|$))"
)
_VITA = re.compile("^[\u4e00-\u9fff]{2,4}(?=[，,] ?[男女][，,。]|同志简历)", re.MULTILINE)
_BODY_FIRST = re.compile("党|支部|总支|管委会|[一二三四]级|原|前|村|镇|乡|社区")
_UNIT_LAST = frozenset("室科局处委会院司部队所站校厂股办")
_LAST_NAME = re.compile("(?:[ 　][\u4e00-\u9fff]{2,4}){1,4}(?:[)）]|\n|$)")
_NO_SURNAMES = frozenset(
    "任和与为从由及则还都各全原该副首正一两双前后老小大新曾经对有将居能支部行院总"
    "项市县区镇乡村局处科长主公商农工团东南西北中上下本其司外内别"
)
_IN_OFFICE = ("任上", "任内", "任期", "任职", "任免", "任命", "任满")
_JOINERS = frozenset("和与同及都致亲在将等对由向为")
_BYLINE_NOUNS = frozenset(["记者", "通讯员", "实习生", "摄影记者"])
_PUBLIC_NOUNS = frozenset(
    ["领导", "干部", "民警", "法官", "检察官", "辅警", "交警", "村干部", "扶贫干部", "驻村队员"]
)


class NamePlace(NamedTuple):
    """A place where a name may begin.

    Parameters:
        start: The place.
        kind: What stands before or behind, a fact of the model of names (``odds.tsv``).
        label: OFFICIAL or PERSON, as far as they decide.
        end: Where the name must end, if they decide.
        borrowed: Whether a name without a Chinese surname may stand here.
        blanks: Whether blanks part names here.
    """

    start: int
    kind: str
    label: str
    end: int | None = None
    borrowed: bool = False
    blanks: bool = False

    @property
    def rule(self) -> str:
        """The rule that found it, as spans name it."""
        return f"person.{self.kind}"


def find_places_of_names(text: str, around: Surroundings) -> Iterator[NamePlace]:
    """Yield the places where a name may begin, the surest kinds first.

    Parameters:
        text: The text.
        around: What was found in it.
    """
    for match in _VITA.finditer(text):
        yield NamePlace(match.start(), "vita", "OFFICIAL", end=match.end())
    yield from _after_titles(text, around)
    yield from _bylines(text, around)
    yield from _before_titles(text, around)
    yield from _after_nouns(text)
    yield from _after_acts(text)
    yield from _elsewhere(text, around)


def _after_titles(text: str, around: Surroundings) -> Iterator[NamePlace]:
    for title in around.titles:
        at = title.end
        while at < len(text) and text[at] in BLANKS:
            at += 1
        if text[at : at + 1] in _JOINERS and text[at] != "向":
            continue
        if text.startswith(_IN_OFFICE, at):
            continue
        label = "PERSON" if title.text.endswith(_corporate_heads()) else "OFFICIAL"
        yield NamePlace(at, "chain", label, borrowed=True)


@cache
def _corporate_heads() -> tuple[str, ...]:
    return tuple(row[0] for row in table("rules/title_heads.tsv") if row[2] == "corporate")


def _bylines(text: str, around: Surroundings) -> Iterator[NamePlace]:
    for match in _ROLE.finditer(text):
        asks = match[0][-1] in "：:"
        kind = "asked" if asks else "role"
        yield NamePlace(match.end(), kind, "PERSON", borrowed=not asks, blanks=True)
    for end in sorted(around.unit_ends):
        if text[end : end + 1] in ("　", " ") and _LAST_NAME.match(text, end):
            yield NamePlace(end + 1, "bracket", "PERSON", blanks=True)
    for match in _BRACKETS.finditer(text):
        yield NamePlace(match.end(), "bracket", "PERSON", blanks=True)


def _before_titles(text: str, around: Surroundings) -> Iterator[NamePlace]:
    """李某某主任, 李某某先生."""
    for title in around.titles:
        if not _BODY_FIRST.match(title.text):
            yield from _right_before(text, title.start, "OFFICIAL", around)
    for match in _HONORIFIC_PATTERN.finditer(text):
        yield from _right_before(text, match.start(), "PERSON", around)


def _right_before(text: str, end: int, label: str, around: Surroundings) -> Iterator[NamePlace]:
    """Names that end at a place."""
    if text[end - 1 : end] in NO_LAST:
        return
    for length in (3, 2, 4):
        start = end - length
        if start < 0 or not is_surname(text[start]):
            continue
        if length > 2 and text[end - 1] in TAKES_OFFICE:
            continue
        if around.edge(start, _UNIT_LAST):
            yield NamePlace(start, "before_title", label, end=end)
        elif word_cost(text[start - 2 : start]) < COMMON and text[start] not in _NO_SURNAMES:
            yield NamePlace(start, "inside", label, end=end)


def lone_surnames(text: str, around: Surroundings) -> Iterator[tuple[int, int, str]]:
    """Yield surnames that stand alone before a post or a form of address, with their labels.

    Parameters:
        text: The text.
        around: What was found in it.

    Examples:
        >>> from gaoyou_nlp.rules.evidence import Evidence
        >>> list(lone_surnames("据王先生介绍", Surroundings(Evidence("据王先生介绍"))))
        [(1, 2, 'PERSON')]
    """
    for match in _HONORIFIC_PATTERN.finditer(text):
        for length in (2, 1):
            at = match.start() - length
            if at >= 0 and is_surname(text[at : match.start()]) and _is_alone(text, at, around):
                yield at, match.start(), "PERSON"
                break
    for title in around.titles:
        start = title.start - 1
        if start < 0 or text[start] in _NO_SURNAMES or not around.edge(start):
            continue
        if is_word(text[start - 1 : start + 1]) or around.cost(start):
            continue
        if surname_score(text[start]) > _KNOWN_SURNAME:
            yield start, title.start, "OFFICIAL"


_HONORIFIC_PATTERN = re.compile("{honorific}", words=_TABLE)


def _is_alone(text: str, start: int, around: Surroundings) -> bool:
    """Whether a surname does not end the name or word before it."""
    if text[start] in _NO_SURNAMES or around.cost(start):
        return False
    return around.edge(start) or around.is_word_edge(start)


@cache
def _noun_pattern() -> WordPattern:
    return word_pattern(words("persons/person_nouns.txt"))


def _after_nouns(text: str) -> Iterator[NamePlace]:
    for match in _noun_pattern().finditer(text):
        at = match.end()
        while at < len(text) and text[at] in "：: 　":
            at += 1
        if (
            text[at : at + 1] not in _JOINERS
            and _may_begin(text, at)
            and word_cost(text[at - 1 : at + 1]) > COMMON
        ):
            label = "OFFICIAL" if match[0] in _PUBLIC_NOUNS else "PERSON"
            sure = at > match.end() or bool(element_ends(text, at))
            blanks = match[0] in _BYLINE_NOUNS
            yield NamePlace(at, "noun", label, borrowed=sure, blanks=blanks)


def _may_begin(text: str, at: int) -> bool:
    return (
        is_surname(text[at : at + 1])
        or is_surname(text[at : at + 2])
        or bool(element_ends(text, at))
    )


def _after_acts(text: str) -> Iterator[NamePlace]:
    for match in _ACTS.finditer(text):
        at = match.end()
        if _is_free_surname(text, at):
            kind = "label" if match[0][1] in "：:" else "act"
            yield NamePlace(at, kind, "OFFICIAL")


def _is_free_surname(text: str, at: int) -> bool:
    """Whether a surname stands here that is not more often a little word."""
    first = text[at : at + 1]
    if is_surname(first) and first not in _NO_SURNAMES:
        return True
    return is_surname(text[at : at + 2]) or len(element_ends(text, at)) > 1


_AFTER_WORDS = ("word", "weak_word", "agent")
"""Kinds of places right behind a character that must be a word, not end a longer one."""
_ROLE = re.compile(r"(?:{role})(?:[：:/／][ \u3000]?|[ \u3000]+)", words=_TABLE)
_ACTS = re.compile(r"(?:{acts})(?:了|过)?|[人员者访述审对读制报理长][：:][ \u3000]?", words=_TABLE)


@cache
def _lefts() -> dict[str, str]:
    """What the character before a place says of names that begin there."""
    lefts: dict[str, str] = {}
    for chars, kind in (
        ("，。：；！？”\n\u3000 )）》】:;,!?—….．>", "clause"),
        ("、", "items"),
        ("由与和同跟对向据让被请听以及给从位", "word"),
        ("的在是为有均", "weak_word"),
        ("人员师户农民者长家手工生匠友嫂汉商", "agent"),
    ):
        lefts.update(dict.fromkeys(chars, kind))
    return lefts


@cache
def _left_pattern() -> re.Pattern[str]:
    lists = ("surnames.tsv", "compound_surnames.txt", "borrowed_surnames.txt", "name_elements.txt")
    firsts = "".join(sorted({name[0] for file in lists for name in words(f"language/{file}")}))
    return re.compile(f"(?:^|(?<=[{re.escape(''.join(_lefts()))}]))(?=[{firsts}][\u4e00-\u9fff])")


def _elsewhere(text: str, around: Surroundings) -> Iterator[NamePlace]:
    """Places with little evidence before them: the beginning of a clause, after a little word."""
    lefts = _lefts()
    for match in _left_pattern().finditer(text):
        at = match.start()
        if at in around.title_ends or not _is_free_surname(text, at):
            continue
        kind = lefts[text[at - 1] if at else "\n"]
        if kind in _AFTER_WORDS and is_word(text[at - 1 : at + 1]):
            continue
        if is_plausible(text, at):
            yield NamePlace(at, kind, "OFFICIAL")

"""Where personal names may begin, and how likely the words before make it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from gaoyou_nlp.language.dictionary import COMMON, is_word, word_cost
from gaoyou_nlp.language.names import (
    element_ends,
    is_plausible,
    is_surname,
    surname_score,
)
from gaoyou_nlp.language.tables import alternation, table, words
from gaoyou_nlp.rules.persons.surroundings import BLANKS, Surroundings

_AFTER_TITLE, _AFTER_NOUN, _AFTER_AGENT = 4.0, 0.0, -3.0
_BYLINE, _BRACKET, _BEFORE_TITLE = 3.0, 0.5, -1.0
_CLAUSE, _AFTER_WORD, _AFTER_ACT = -4.5, -5.0, -1.5
_STOP, _SOME, _MUCH, _ONLY_LISTED = 0.5, 0.8, 2.0, 9.0
_SURE, _KNOWN_SURNAME = 12.0, -8.0
_ROLE = re.compile(
    "(?:记者|通讯员|实习生|摄影|摄|编辑|责编|供稿|撰稿|作者|文/图|图/文|图文|校对|审核|编审|"
    "监制|组稿|统稿|整理|供图|(?<![\u4e00-\u9fff])[文图])(?:[：:/／][ 　]?|[ 　]+)"
)
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
_ACTS = re.compile(
    "(?:任命|免去|提名|选举|补选|推选|推荐|接受|名叫|陪同|会见|接见|找到|见到|批准|感谢|岁的|判处|伙同|收受|约谈|传唤|逮捕|奖励|表彰)(?:了|过)?"
    "|[人员者访述审对读制报理长][：:][ 　]?"
)
_JOINERS = frozenset("和与同及都致亲在将等对由向为")
NO_LAST = frozenset("委办部处科室闸桥站路区县市库厂店段局院镇乡村庄沟港河湖岛街巷渠泵坝省州旗")
_BYLINE_NOUNS = frozenset(["记者", "通讯员", "实习生", "摄影记者"])
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


def find_places_of_names(text: str, around: Surroundings) -> Iterator[NamePlace]:
    """Yield the places where a name may begin, the surest kinds first.

    Parameters:
        text: The text.
        around: What was found in it.
    """
    for match in _VITA.finditer(text):
        yield NamePlace(match.start(), _SURE, "OFFICIAL", "person.vita", end=match.end())
    yield from _after_titles(text, around)
    yield from _bylines(text, around)
    yield from _before_titles(text, around)
    yield from _after_nouns(text)
    yield from _after_acts(text)
    yield from _elsewhere(text)


def _after_titles(text: str, around: Surroundings) -> Iterator[NamePlace]:
    for title in around.titles:
        at = title.end
        while at < len(text) and text[at] in BLANKS:
            at += 1
        if text[at : at + 1] in _JOINERS and text[at] != "向":
            continue
        label = "PERSON" if title.text.endswith(_corporate_heads()) else "OFFICIAL"
        yield NamePlace(at, _AFTER_TITLE, label, "person.chain", borrowed=True)


@cache
def _corporate_heads() -> tuple[str, ...]:
    return tuple(row[0] for row in table("rules/title_heads.tsv") if row[2] == "corporate")


def _bylines(text: str, around: Surroundings) -> Iterator[NamePlace]:
    for match in _ROLE.finditer(text):
        asks = match[0][-1] in "：:"
        prior = _BRACKET if asks else _BYLINE
        yield NamePlace(
            match.end(),
            prior,
            "PERSON",
            "person.byline",
            borrowed=not asks,
            blanks=True,
            needs=_STOP if asks else 0.0,
        )
    for end in around.unit_ends:
        if text[end : end + 1] in ("　", " ") and _LAST_NAME.match(text, end):
            yield NamePlace(end + 1, _BRACKET, "PERSON", "person.byline", blanks=True)
    for match in _BRACKETS.finditer(text):
        yield NamePlace(match.end(), _BRACKET, "PERSON", "person.byline", blanks=True)


def _before_titles(text: str, around: Surroundings) -> Iterator[NamePlace]:
    """李某某主任, 王局长."""
    for title in around.titles:
        if _BODY_FIRST.match(title.text) or text[title.start - 1 : title.start] in NO_LAST:
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
    return re.compile(alternation(words("persons/person_nouns.txt")))


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
            yield NamePlace(
                at,
                _AFTER_NOUN,
                label,
                "person.noun",
                borrowed=sure,
                blanks=match[0] in _BYLINE_NOUNS,
            )


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
            label = match[0][1] in "：:"
            rule, needs = ("person.label", _STOP) if label else ("person.act", _SOME)
            yield NamePlace(at, _AFTER_ACT, "OFFICIAL", rule, needs=needs)


def _is_free_surname(text: str, at: int) -> bool:
    """Whether a surname stands here that is not more often a little word."""
    if is_surname(text[at : at + 2]) or len(element_ends(text, at)) > 1:
        return True
    return text[at : at + 1] not in _NO_SURNAMES and is_surname(text[at : at + 1])


@dataclass(frozen=True, slots=True)
class _Left:
    """What the character before a place says of names that begin there."""

    prior: float
    rule: str
    needs: float
    whole: bool = False


@cache
def _lefts() -> dict[str, _Left]:
    lefts: dict[str, _Left] = {}
    for chars, left in (
        ("，。：；！？”\n\u3000 )）》】:;,!?—…", _Left(_CLAUSE, "person.clause", _SOME)),
        ("、", _Left(_CLAUSE, "person.items", _ONLY_LISTED)),
        ("由与和跟对向据让被请听以及给从位", _Left(_AFTER_WORD, "person.word", _SOME, True)),
        ("的在是为", _Left(_AFTER_WORD, "person.word", _MUCH, True)),
        ("人员师户农民者长家手工生匠友嫂汉商", _Left(_AFTER_AGENT, "person.agent", _STOP, True)),
    ):
        lefts.update(dict.fromkeys(chars, left))
    return lefts


@cache
def _left_pattern() -> re.Pattern[str]:
    lists = ("surnames.tsv", "compound_surnames.txt", "borrowed_surnames.txt", "name_elements.txt")
    firsts = "".join(sorted({name[0] for file in lists for name in words(f"language/{file}")}))
    return re.compile(f"(?:^|(?<=[{re.escape(''.join(_lefts()))}]))(?=[{firsts}][\u4e00-\u9fff])")


def _elsewhere(text: str) -> Iterator[NamePlace]:
    """Places with little evidence before them: the beginning of a clause, after a little word."""
    lefts = _lefts()
    for match in _left_pattern().finditer(text):
        at = match.start()
        if not _is_free_surname(text, at):
            continue
        left = lefts[text[at - 1] if at else "\n"]
        if left.whole and is_word(text[at - 1 : at + 1]):
            continue
        if is_plausible(text, at):
            yield NamePlace(at, left.prior, "OFFICIAL", left.rule, needs=left.needs)

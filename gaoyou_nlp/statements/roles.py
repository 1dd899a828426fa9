"""Speakers without a name: 市水利局有关负责人, 一位村民, 会议, 调研组."""

from __future__ import annotations

from functools import cache
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table
from gaoyou_nlp.statements.cues import cues
from gaoyou_nlp.statements.gaps import may_part, skip_opening

_PRONOUN: Final = re.compile("[他她]")
_COUNTED: Final = re.compile("的?(?P<who>(?:另?[一多几数]|这|那)[位名些家])")
_SOURCES: Final = "从据由自按经"
"""A name does not begin with these: 从县政府通报分析."""
_LONGEST_NOUN: Final = 8
_LONGEST_NAME: Final = 20
_BESIDE: Final = re.compile("[对向跟给让请把被同]")
_TITLED: Final = re.compile("《[^《》\n]{2,40}》")


@cache
def role_nouns() -> re.Pattern[str]:
    """Return a pattern of the nouns for somebody who speaks, longest first."""
    return re.compile(alternation(row[0] for row in table("statements/roles.tsv")))


@cache
def _modifiers() -> re.Pattern[str]:
    return re.compile(f"(?:{cues('modifier')})*$")


@cache
def _made() -> re.Pattern[str]:
    return re.compile(cues("made"))


@cache
def _collectives() -> re.Pattern[str]:
    return re.compile(alternation(row[0] for row in table("statements/collectives.tsv")))


def pronoun_at(text: str, clause: int, verb: int) -> tuple[int, int] | None:
    """Return 他 or 她 in the clause of a verb.

    Parameters:
        text: The article.
        clause: Where the clause begins.
        verb: Where the verb begins.
    """
    start = skip_opening(text, clause, verb)
    found = _PRONOUN.match(text, start, verb) is not None and may_part(text, start + 1, verb)
    return (start, start + 1) if found else None


def collective_at(text: str, clause: int, verb: int) -> tuple[int, int] | None:
    """Return a meeting, document or group that is the subject of a verb: 会议, 《方案》, 调研组.

    Parameters:
        text: The article.
        clause: Where the clause begins.
        verb: Where the verb begins.
    """
    start = skip_opening(text, clause, verb)
    title = _TITLED.match(text, start, verb)
    if title is not None and title.end() == verb:
        return title.span()
    for match in reversed(list(_collectives().finditer(text, start, verb))):
        if not may_part(text, match.end(), verb, named=False):
            continue
        name = max(start, text.rfind("的", start, match.end()) + 1)
        if (
            text[name] in _SOURCES
            or match.end() - name > _LONGEST_NAME
            or _made().search(text, start, match.start())
        ):
            return None
        return name, match.end()
    return None


def role_at(text: str, clause: int, verb: int, bodies: dict[int, int]) -> tuple[int, int] | None:
    """Return the words for somebody without a name who is the subject of a verb.

    Parameters:
        text: The article.
        clause: Where the clause begins.
        verb: Where the verb begins.
        bodies: Where the bodies of the clause end, and where they begin.

    Returns:
        The words with their modifiers: 市水利局有关负责人, 一位村民, 分析人士.
    """
    opening = skip_opening(text, clause, verb)
    for match in reversed(list(role_nouns().finditer(text, opening, verb))):
        if not may_part(text, match.end(), verb, named=False):
            continue
        if _BESIDE.search(text, opening, match.start()):
            return None
        counted = _COUNTED.search(text, opening, match.start())
        if counted is not None:
            start = counted.start("who")
            return bodies.get(counted.start(), start), match.end()
        modifier = _modifiers().search(text, opening, match.start())
        start = match.start() if modifier is None else modifier.start()
        body = bodies.get(start)
        if body is not None and body >= clause:
            return body, match.end()
        if match.start() - opening <= _LONGEST_NOUN:
            return opening, match.end()
        while text[start] == "的":
            start += 1
        return start, match.end()
    return None


def role_from(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return the words for somebody without a name that a clause opens with: 老人摆摆手.

    Parameters:
        text: The article.
        start: Where the clause begins.
        end: Where it ends.
    """
    opening = skip_opening(text, start, end)
    match = role_nouns().search(text, opening, min(end, opening + 2 * _LONGEST_NOUN))
    if match is None or match.end() - opening > _LONGEST_NOUN or match.end() >= end:
        return None
    if _BESIDE.search(text, opening, match.start()) or text[match.end()] in "的、和与，":
        return None
    return opening, match.end()

"""Names of people: one model of surnames and given names, read by by-lines, bodies and features.

The chance of a name is that of its surname among people times that of its given name's characters,
each at its place (counts of ``surnames.tsv`` and ``given_names.tsv``); natural logarithms.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from math import log

from gaoyou_nlp.language.dictionary import word_cost
from gaoyou_nlp.language.tables import table, words

_ONE_GIVEN, _TWO_GIVEN, _TWO_SURNAMES = log(0.17), log(0.82), log(0.001)
_RARELY_ONE = -3.0  # Japanese and Yi names hardly ever have a given name of one character
_UNSEEN_GIVEN = log(0.3 / 250_000)
_ANONYMOUS, _NAMELESS = "某", log(0.02)
_SURNAME_POWER = 0.85  # dampens the surnames of the most often named leaders
_COMPOUND_SURNAME, _BORROWED_SURNAME = 6.0, 3.0  # as counts, for those the list lacks
_GOOD_NAME, _FAIR_NAME, _FAIR_SHORT, _FREQUENT = -18.0, -24.0, -19.0, 10.3
_MOST_ELEMENTS = 4
NO_NAME = -99.0
"""The score of what is no name."""


@dataclass(frozen=True, slots=True)
class Statistics:
    """Logarithms of chances.

    Parameters:
        surnames: Of a surname among people.
        borrowed: Surnames of Japanese, Korean and Yi names.
        first, second, alone: Of a character of a given name, by its place.
    """

    surnames: dict[str, float]
    borrowed: frozenset[str]
    first: dict[str, float]
    second: dict[str, float]
    alone: dict[str, float]


@cache
def statistics() -> Statistics:
    """Load the lists, once."""
    surnames = {row[0]: float(row[1]) ** _SURNAME_POWER for row in table("language/surnames.tsv")}
    for name in words("language/compound_surnames.txt"):
        surnames.setdefault(name, _COMPOUND_SURNAME)
    for name in words("language/borrowed_surnames.txt"):
        surnames.setdefault(name, _BORROWED_SURNAME)
    total = sum(surnames.values())
    rows = table("language/given_names.tsv")
    first, second, alone = (
        _chances({row[0]: int(row[column]) for row in rows}) for column in (1, 2, 3)
    )
    return Statistics(
        surnames={name: log(count / total) for name, count in surnames.items()},
        borrowed=words("language/borrowed_surnames.txt"),
        first=first,
        second=second,
        alone=alone,
    )


def _chances(counts: dict[str, int]) -> dict[str, float]:
    total = sum(counts.values()) + 0.3 * len(counts)
    return {char: log((count + 0.3) / total) for char, count in counts.items()}


def is_surname(text: str) -> bool:
    """Whether a text is a surname of the list."""
    return text in statistics().surnames


def surname_score(text: str) -> float:
    """Return the logarithm of the chance of a surname; very low for no surname."""
    return statistics().surnames.get(text, NO_NAME)


@lru_cache(maxsize=1 << 14)
def name_score(name: str) -> float:
    """Return the logarithm of the chance that a person has this name; very low for no name.

    Parameters:
        name: Han characters, surname first.

    Examples:
        >>> name_score("王建军") > name_score("王到江") > name_score("项目组")
        True
    """
    surnames = statistics().surnames
    single = surnames.get(name[0], NO_NAME)
    best = single + given_score(name[1:])
    if name[:2] in surnames or name[:3] in surnames:
        best = max(best, _after_compound(name, 2), _after_compound(name, 3))
    elif len(name) == 4 and name[1] in surnames:
        best = max(best, single + surnames[name[1]] + _TWO_SURNAMES + given_score(name[2:]))
    return best


def _after_compound(name: str, length: int) -> float:
    t = statistics()
    if name[:length] not in t.surnames:
        return NO_NAME
    rarely = _RARELY_ONE if len(name) == length + 1 and name[:length] in t.borrowed else 0.0
    return t.surnames[name[:length]] + given_score(name[length:]) + rarely


@cache
def _element_lengths() -> dict[str, tuple[int, ...]]:
    """How long the elements are that begin with a character, longest first."""
    lengths: dict[str, set[int]] = {}
    for element in words("language/name_elements.txt"):
        if len(element) in (4, 3, 2):
            lengths.setdefault(element[0], set()).add(len(element))
    return {first: tuple(sorted(its, reverse=True)) for first, its in lengths.items()}


def element_ends(text: str, at: int) -> list[int]:
    """Where names made of parts may end: 扎西次仁 after 扎西 and after 次仁.

    Parameters:
        text: The text.
        at: Where the first part begins.

    Examples:
        >>> element_ends("扎西次仁说", 0)
        [2, 4]
    """
    lengths = _element_lengths()
    ends: list[int] = []
    if text[at : at + 1] not in lengths:
        return ends
    elements = words("language/name_elements.txt")
    while len(ends) < _MOST_ELEMENTS:
        for length in lengths.get(text[at : at + 1], ()):
            if text[at : at + length] in elements:
                at += length
                ends.append(at)
                break
        else:
            break
    return ends


def is_plausible(text: str, at: int) -> bool:
    """Whether the characters from ``at`` on look enough like a name to be weighed."""
    if len(element_ends(text, at)) > 1:
        return True
    frequent = word_cost(text[at : at + 2]) < _FREQUENT
    if not frequent and name_score(text[at : at + 2]) > _FAIR_SHORT:
        return True
    enough = _GOOD_NAME if frequent else _FAIR_NAME
    return name_score(text[at : at + 3]) > enough or name_score(text[at : at + 4]) > enough


def given_score(given: str) -> float:
    """Return the logarithm of the chance of a given name of one or two characters."""
    t = statistics()
    if len(given) == 2:
        if _ANONYMOUS not in given:
            first = t.first.get(given[0], _UNSEEN_GIVEN)
            return _TWO_GIVEN + first + t.second.get(given[1], _UNSEEN_GIVEN)
        if given[0] == given[1]:
            return _NAMELESS
        other = given.replace(_ANONYMOUS, "")
        return _NAMELESS + (t.first if given[0] == other else t.second).get(other, _UNSEEN_GIVEN)
    if len(given) == 1:
        return _NAMELESS if given == _ANONYMOUS else _ONE_GIVEN + t.alone.get(given, _UNSEEN_GIVEN)
    return NO_NAME

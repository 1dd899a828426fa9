"""The odds that a name stands at a place: logistic models over named evidence.

``training/fit_names.py`` fits the weights of ``odds.tsv`` on annotated texts. Each decision has
weights of its own: where a name ends (``end``), whether a list goes on (``item``), and whether a
name stands at a place at all, by what is around it (``announced``, ``before`` a post, ``bare``).
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import log

from gaoyou_nlp.language.dictionary import UNKNOWN, is_word, word_cost
from gaoyou_nlp.language.names import is_surname, surname_score
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.rules.persons.readings import (
    NO_LAST,
    SURE,
    Reading,
    follower_weight,
    is_adverb_before_stop,
    is_verb_before_speech,
    single_followers,
)

Facts = dict[str, float]
"""What is known of a name that may stand somewhere, by the names of the columns of the model."""

MOST_LISTED = 4
_UNIT_LAST = frozenset("会党系报网社司队组厅府校馆所率学")
_AROUND = 2000
_MIN_SURNAME = -14.0


def odds(decision: str, facts: Mapping[str, float]) -> float:
    """Return the logarithm of the odds that a decision is yes.

    Parameters:
        decision: ``end``, ``item``, ``announced``, ``before`` or ``bare``.
        facts: Evidence by name; what is missing counts as 0.

    Examples:
        >>> odds("bare", {"follow": 4.0}) > odds("bare", {"follow": 0.5})
        True
    """
    own = weights()[decision]
    total = own["always"]
    for name, value in facts.items():
        total += own.get(name, 0.0) * value
    return total


@cache
def weights() -> dict[str, dict[str, float]]:
    """Load the weights by decision and fact, once."""
    loaded: dict[str, dict[str, float]] = {}
    for name, weight in table("persons/odds.tsv"):
        decision, fact = name.split(".")
        loaded.setdefault(decision, {})[fact] = float(weight)
    return loaded


def facts_of(text: str, start: int, reading: Reading) -> Facts:
    """Say what is known of one reading by itself.

    Parameters:
        text: The text.
        start: Where the name begins.
        reading: The name.

    Returns:
        ``inside`` and ``instead`` (logarithms of the chance of the name's characters, and of those
        that ordinary words stand there, both with the sign that speaks for a name), ``follow``,
        ``surname`` and marks of 0 or 1.
    """
    end = reading.end
    length = end - start
    facts = {
        "inside": reading.inner,
        "instead": reading.score - reading.inner - reading.follow,
        "follow": reading.follow,
        "surname": max(_MIN_SURNAME, surname_score(text[start])),
    }
    if length != 2:
        facts["three" if length == 3 else "longer"] = 1.0
        cost = word_cost(text[start : start + 2])
        if cost < UNKNOWN:
            facts["begins_word"] = UNKNOWN - cost
        cost = word_cost(text[end - 2 : end])
        if cost < UNKNOWN:
            facts["ends_word"] = UNKNOWN - cost
    cost = word_cost(text[start:end])
    if cost < UNKNOWN:
        facts["a_word"] = 1.0
        facts["common"] = UNKNOWN - cost
    cost = word_cost(text[end - 1 : end + 1])
    if cost < UNKNOWN and reading.follow < SURE and not text.startswith("等", end):
        facts["cuts_word"] = UNKNOWN - cost
    little = text[end - 1] in single_followers() and not (
        is_adverb_before_stop(text, end - 1) or is_verb_before_speech(text, end - 1)
    )
    if length > 2 and little:
        facts["ends_in_little_word"] = 1.0
    if length > 2 and follower_weight(text, end - 1, minimum=2) is not None:
        facts["cuts_follower"] = 1.0
    if not is_surname(text[start]) and not is_surname(text[start : start + 2]):
        facts["strange"] = 1.0
    if text[end - 1] in _UNIT_LAST:
        facts["like_a_unit"] = 1.0
    if text[end - 1] in NO_LAST:
        facts["like_a_place"] = 1.0
    if "某" in text[start + 1 : end]:
        facts["anonymous"] = 1.0
    if is_word(text[end : end + 2]):
        facts["word_behind"] = 1.0
    return facts


def again(text: str, start: int, end: int) -> float:
    """Return the logarithm of how often a name stands around a place, 0 for once."""
    near = max(0, start - _AROUND), end + _AROUND
    return log(max(1, text.count(text[start:end], *near)))

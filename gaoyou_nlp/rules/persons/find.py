"""Proposes personal names, by the words around them and by the characters of names.

Places where a name may begin are collected with the odds that the words before give them; each
is judged by its odds; the whole article decides between 罗军 and 罗军华; then every
other mention of an established name is found.
"""

from __future__ import annotations

from collections.abc import Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.persons.borrowed import dotted_names
from gaoyou_nlp.rules.persons.bylines import with_byline_names
from gaoyou_nlp.rules.persons.cells import named_by_cells
from gaoyou_nlp.rules.persons.mentions import DOCTRINE, Names, agree, with_mentions
from gaoyou_nlp.rules.persons.odds import MOST_LISTED, Facts, again, facts_of, odds
from gaoyou_nlp.rules.persons.positions import (
    NamePlace,
    find_places_of_names,
    lone_surnames,
)
from gaoyou_nlp.rules.persons.readings import NO_LAST, Place, Reading, seam
from gaoyou_nlp.rules.persons.surroundings import Surroundings

_MIN_ODDS, _MIN_ODDS_BARE = -25.0, -8.0
"""A reading with a lower score is not weighed at all; a name that nothing announces scores more
than the words in its place."""

BARE = frozenset(["clause", "items", "word", "weak_word", "agent"])
"""Kinds of places where no word announces a name, so that what follows counts more."""

BEFORE = frozenset(["before_title", "inside"])
"""Kinds of places right before a post or a form of address."""

_CLAUSE_END = re.compile("[，。；！？\n]")
_ALL = frozenset("均都皆")
"""Little words behind a list of names: 罗军、马明|均出席."""


def find_persons(evidence: Evidence) -> list[Span]:
    """Propose the personal names of a text.

    Parameters:
        evidence: Of a text; its titles, bodies and areas count.

    Returns:
        Spans labelled OFFICIAL or PERSON (as far as the words beside say it), in order.

    Examples:
        >>> titles = [Span(0, 2, "TITLE", "市长")]
        >>> [s.text for s in find_persons(Evidence("市长罗军到宜都调研，罗军说", titles))]
        ['罗军', '罗军']
    """
    text, around = evidence.text, Surroundings(evidence)
    names = _first_names(text, around)
    names = _without_all(text, agree(text, names, around.starts))
    inside = {at for start, (end, *_) in names.items() for at in range(start, end)}
    for start, end, label in lone_surnames(text, around):
        if inside.isdisjoint(range(start, end)):
            names[start] = (end, label, "person.surname")
    found = with_byline_names(text, with_mentions(text, names, around))
    return list(named_by_cells(text, found, evidence.found))


def _first_names(text: str, around: Surroundings) -> Names:
    """Names where the words around them ask for one: start → (end, label, rule)."""
    names: Names = {}
    for place in find_places_of_names(text, around):
        if place.start in names:
            continue
        items = list_from(text, place, around)
        if not items or odds(decision_at(place), facts_of_list(text, place, items, around)) <= 0:
            continue
        for number, (start, reading) in enumerate(items):
            rule = "person.list" if number else place.rule
            names.setdefault(start, (reading.end, place.label, rule))
    return dotted_names(text, around, names)


def list_from(text: str, place: NamePlace, around: Surroundings) -> list[tuple[int, Reading]]:
    """Return the likeliest name at a place and those that stand with it in a list.

    Parameters:
        text: The text.
        place: Where the first name may begin.
        around: What was found in the text.

    Returns:
        Starts and readings; nothing where no name can stand. Whether the first is a name is
        still to be decided.
    """
    items: list[tuple[int, Reading]] = []
    start, joined = place.start, False
    while True:
        reading = likeliest(text, place, start, around)
        if reading is None or around.blocked(start, reading.end):
            return items
        if items and odds("item", facts_of_item(text, start, reading, around, joined)) <= 0:
            return items
        items.append((start, reading))
        follow = around.next_item(reading.end, place.blanks)
        if follow is None or place.end is not None:
            return items
        start, joined = follow


def decision_at(place: NamePlace) -> str:
    """Return which model decides about a place: ``announced``, ``before`` a post, ``bare``."""
    if place.kind in BARE:
        return "bare"
    return "before" if place.kind in BEFORE else "announced"


def likeliest(text: str, place: NamePlace, start: int, around: Surroundings) -> Reading | None:
    """Return the name with the best odds among all that may begin at ``start``, if any."""
    here = Place(text, start, around.starts)
    readings: list[Reading] = [*here.readings(0.0), *(here.borrowed(0.0) if place.borrowed else ())]
    minimum = _MIN_ODDS_BARE if place.kind in BARE else _MIN_ODDS
    possible = [r for r in readings if place.end in (None, r.end) and r.score > minimum]
    if len(possible) < 2:
        return possible[0] if possible else None
    weighed = [(odds("end", facts_of(text, start, r)), n) for n, r in enumerate(possible)]
    return possible[max(weighed)[1]]


def facts_of_item(
    text: str, start: int, reading: Reading, around: Surroundings, joined: bool
) -> Facts:
    """Say what is known of a further name of a list; ``joined``: by a word (和) alone."""
    facts = facts_of(text, start, reading)
    facts["unit"] = around.cost(start)
    facts["again"] = again(text, start, reading.end)
    if joined:
        facts["joined"] = 1.0
    return facts


def facts_of_list(
    text: str, place: NamePlace, items: Sequence[tuple[int, Reading]], around: Surroundings
) -> Facts:
    """Say what is known of a name and of the list that it begins."""
    start, reading = items[0]
    facts = facts_of_item(text, start, reading, around, joined=False)
    facts[place.kind] = 1.0
    like_places = sum(text[r.end - 1] in NO_LAST for _, r in items)
    if like_places:
        facts["like_a_place"] = float(like_places)
    elif len(items) > 1:
        facts["listed"] = min(MOST_LISTED, len(items) - 1)
        facts["weakest"] = min(r.score for _, r in items)
        facts["follow"] = max(r.follow for _, r in items)
        if text.startswith("等", items[-1][1].end):
            facts["and_others"] = 1.0
    left = text[start - 1 : start]
    if "\u4e00" <= left <= "\u9fff":
        facts["seam"] = seam(text, start)
    if left in ("", "\n") and text[reading.end : reading.end + 1] in ("：", ":"):
        facts["speaker"] = 1.0
    if DOCTRINE.match(text, reading.end):
        facts["doctrine"] = 1.0
    if around.in_book_marks(start):
        facts["in_work"] = 1.0
    if reading.end in around.starts:
        facts["post_behind"] = 1.0
    return facts


def _without_all(text: str, names: Names) -> Names:
    """Leave 均 to the words where a name ends a list: 县委书记罗军、县长马明|均出席."""
    cut = dict(names)
    last = 0
    for start, (end, label, rule) in sorted(names.items()):
        listed = (
            last
            and (text[last : last + 1] in ("、", "和", "与", "及"))
            and not _CLAUSE_END.search(text, last, start)
        )
        if listed and end - start == 3 and text[end - 1] in _ALL:
            cut[start] = (end - 1, label, rule)
        last = end
    return cut

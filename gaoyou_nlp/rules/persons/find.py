"""Proposes personal names, by the words around them and by the characters of names.

Places where a name may begin are collected with the odds that the words before give them; each
is judged by ``person_names``; the whole article decides between 罗军 and 罗军华; then every
other mention of an established name is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from gaoyou_nlp.language.dictionary import is_word
from gaoyou_nlp.language.names import element_ends
from gaoyou_nlp.language.tables import alternation
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.persons.borrowed import dotted_names
from gaoyou_nlp.rules.persons.bylines import with_byline_names
from gaoyou_nlp.rules.persons.positions import (
    NO_LAST,
    NamePlace,
    find_places_of_names,
    lone_surnames,
)
from gaoyou_nlp.rules.persons.readings import SOME, SPEECH, Place, Reading
from gaoyou_nlp.rules.persons.surroundings import Surroundings

_LISTED = 1.4
_JOINED = -0.5
_SEEN = 1.0
_REUSE = 1.5
_MARGIN = 1.0
_IN_LIST, _TWO_NAMES = 2.0, 9.0
_ENCLOSED, _COMMON_NAME = 5.0, -16.0
_GOOD, _OBVIOUS, _CLOSE = 5.0, 7.0, 4.0
_FEW = 1_000_000


def find_persons(evidence: Evidence) -> list[Span]:
    """Propose the personal names of a text.

    Parameters:
        evidence: Of a text; its titles, bodies and areas count.

    Returns:
        Spans labelled OFFICIAL or PERSON (as far as the words beside say it), in order.

    Example:
        >>> titles = [Span(0, 2, "TITLE", "市长")]
        >>> [s.text for s in find_persons(Evidence("市长罗军到宜都调研，罗军说", titles))]
        ['罗军', '罗军']
    """
    text, around = evidence.text, Surroundings(evidence)
    names = _first_names(text, around)
    names = _agree(text, names)
    for start, end in lone_surnames(text, around):
        if start not in names and not any(
            s < end <= names[s][0] for s in (start - 2, start - 1) if s in names
        ):
            names[start] = (end, "OFFICIAL", "person.surname")
    return with_byline_names(text, _with_mentions(text, names, around))


def _first_names(text: str, around: Surroundings) -> dict[int, tuple[int, str, str]]:
    """Names where the words around them ask for one: start → (end, label, rule)."""
    names: dict[int, tuple[int, str, str]] = {}
    for place in find_places_of_names(text, around):
        if place.start in names:
            continue
        items = _list_from(text, place, around)
        if not _is_sure(text, place, items):
            continue
        for number, (start, reading) in enumerate(items):
            rule = "person.list" if number else place.rule
            names.setdefault(start, (reading.end, place.label, rule))
    return dotted_names(text, around, names)


def _list_from(text: str, place: NamePlace, around: Surroundings) -> list[tuple[int, Reading]]:
    """The name at a place and those that stand with it in a list."""
    items: list[tuple[int, Reading]] = []
    start, prior = place.start, place.prior
    while True:
        prior -= around.cost(start)
        reading = _read(text, place, start, prior)
        if reading is None and place.rule == "person.chain":
            reading = _like_a_word(text, start, prior)
        if reading is None or around.blocked(start, reading.end):
            return items
        items.append((start, reading))
        follow = around.next_item(reading.end, place.blanks)
        if follow is None or place.end is not None:
            return items
        start, joined = follow
        prior = _JOINED if joined else _LISTED


def _like_a_word(text: str, start: int, prior: float) -> Reading | None:
    """A name that is an ordinary word (高峰, 方向), where a post and a verb enclose it."""
    for reading in Place(text, start).readings(prior + _ENCLOSED):
        whole = is_word(text[start : reading.end])
        if whole and reading.inner > _COMMON_NAME and reading.follow >= SOME:
            return reading if reading.score > _MARGIN else None
    return None


def _is_sure(text: str, place: NamePlace, items: Sequence[tuple[int, Reading]]) -> bool:
    """Whether what follows confirms names that stand where few words announce them."""
    if not items or place.needs == 0:
        return bool(items)
    follow = max(reading.follow for _, reading in items)
    start, reading = items[0]
    if text[reading.end - 1] in NO_LAST and follow < SPEECH:
        return False
    if len(items) > 2 and min(reading.score for _, reading in items) > _IN_LIST:
        return True
    if len(items) > 1 and min(reading.score for _, reading in items) > _TWO_NAMES:
        return True
    if len(items) > 1 and text[items[-1][1].end : items[-1][1].end + 1] == "等":
        return True
    if "某" in text[start + 1 : reading.end] or reading.end in element_ends(text, start)[1:]:
        return True
    if text[reading.end : reading.end + 1] in ("：", ":") and text[start - 1 : start] in ("", "\n"):
        return True
    after = text[reading.end : reading.end + 2]
    obvious = reading.score > _OBVIOUS and reading.end - start == 3 and place.needs <= SOME
    if obvious and (is_word(after) or reading.follow > 0) and after[0] != "的":
        return True
    if follow == SOME and len(items) == 1 and is_word(after):
        return False
    if place.needs > SOME and reading.end - start == 3 and reading.score > _GOOD and follow >= SOME:
        return True
    needs = SPEECH if is_word(text[start : reading.end]) else place.needs
    return follow >= needs


def _read(text: str, place: NamePlace, start: int, prior: float) -> Reading | None:
    """The likeliest name at a place; one that what follows confirms goes before a bare one."""
    here = Place(text, start)
    readings = list(here.readings(prior))
    if place.borrowed:
        readings += here.borrowed(prior)
    good = [r for r in readings if r.score > _MARGIN and place.end in (None, r.end)]
    best = max(good, key=lambda r: r.score, default=None)
    if best is None or best.follow >= place.needs:
        return best
    confirmed = [r for r in good if r.follow >= place.needs and r.score > best.score - _CLOSE]
    return max(confirmed, key=lambda r: r.score, default=best)


def _agree(text: str, names: dict[int, tuple[int, str, str]]) -> dict[int, tuple[int, str, str]]:
    """Let all mentions of an article decide together where a name ends."""
    prefixes = {text[start : start + 2] for start in names}
    places: dict[str, list[int]] = {}
    for start, end in occurrences(text, prefixes):
        places.setdefault(text[start:end], []).append(start)
    agreed = dict(names)
    for prefix, starts in places.items():
        if len(starts) > 1 and _is_han(prefix):
            for start, end in _best_ends(text, starts, names).items():
                agreed[start] = (end, *agreed[start][1:])
    return agreed


def occurrences(text: str, names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield where names stand in a text: leftmost, the longest first, none inside another.

    Parameters:
        text: The text.
        names: What to look for; none may be empty.
    """
    names = set(names)
    places: list[tuple[int, int]] = []
    if len(names) * len(text) > _FEW:
        places = [m.span() for m in re.finditer(alternation(names), text)]
    else:
        for name in names:
            at = text.find(name)
            while at >= 0:
                places.append((at, at + len(name)))
                at = text.find(name, at + 1)
        places.sort(key=lambda place: (place[0], -place[1]))
    last = 0
    for start, end in places:
        if start >= last:
            yield start, end
            last = end


def _is_han(text: str) -> bool:
    return text != "" and all("\u4e00" <= char <= "\u9fff" for char in text)


def _best_ends(
    text: str, starts: Iterable[int], names: dict[int, tuple[int, str, str]]
) -> dict[int, int]:
    tables: dict[int, dict[int, Reading]] = {}
    for start in starts:
        readings = {r.end - start: r for r in Place(text, start).readings(_SEEN)}
        if start in names or max((r.score for r in readings.values()), default=0.0) > 0:
            tables[start] = readings
    lengths = {names[s][0] - s for s in tables if s in names}
    if len(tables) < 2 or not lengths <= {2, 3}:
        return {}
    plans = []
    for wanted in (2, 3):
        plan = {s: wanted if wanted in t else min(t) for s, t in tables.items() if t}
        plans.append(plan)
    plans.append(
        {s: max(t.values(), key=lambda r: r.score).end - s for s, t in tables.items() if t}
    )
    best = max(plans, key=lambda plan: _worth(text, plan, tables))
    return {s: s + length for s, length in best.items() if s in names}


def _worth(text: str, plan: dict[int, int], tables: dict[int, dict[int, Reading]]) -> float:
    """The chance of a plan: a name's characters count once, later mentions are cheap."""
    worth, seen = 0.0, set()
    for start, length in plan.items():
        reading = tables[start][length]
        worth += reading.score - reading.inner
        name = text[start : reading.end]
        worth += -_REUSE if name in seen else reading.inner
        seen.add(name)
    return worth


def _with_mentions(
    text: str, names: dict[int, tuple[int, str, str]], around: Surroundings
) -> list[Span]:
    spans = [
        Span(start, end, label, text[start:end], rule)
        for start, (end, label, rule) in sorted(names.items())
    ]
    labels: dict[str, str] = {}
    for span in spans:
        if len(span.text) > 1:
            labels.setdefault(span.text, span.label)
    taken = bytearray(len(text))
    for span in spans:
        taken[span.start : span.end] = b"\x01" * (span.end - span.start)
    for start, end in occurrences(text, labels):
        if not any(taken[start:end]) and _is_mention(text, start, end, around):
            name = text[start:end]
            spans.append(Span(start, end, labels[name], name, "person.mention"))
    return sorted(spans, key=lambda span: span.start)


def _is_mention(text: str, start: int, end: int, around: Surroundings) -> bool:
    if around.blocked(start, end):
        return False
    if end - start > 3:
        return True
    word = is_word(text[start:end])
    if word and not around.edge(start):
        return False
    prior = _SEEN + 2.0 - around.cost(start)
    readings = list(Place(text, start).readings(prior))
    own = next((r for r in readings if r.end == end), None)
    if own is None:
        return True
    if word and own.follow < SOME:
        return False
    return own.score > 0 and (end - start > 2 or all(r.score - 6.0 <= own.score for r in readings))

"""Proposes personal names, by the words around them and by the characters of names.

Places where a name may begin are collected with the odds that the words before give them; each
is judged by ``person_names``; the whole article decides between 王军 and 王军华; then every
other mention of an established name is found.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from gaoyou_nlp.components.person_names import Place, Reading
from gaoyou_nlp.components.person_places import Surroundings, find_places_of_names
from gaoyou_nlp.lexicon.matcher import Matcher
from gaoyou_nlp.records import Span

_LISTED = 1.4
_JOINED = -0.5
_SEEN = 1.0
_REUSE = 1.5
_MARGIN = 1.0


def find_persons(text: str, found: Sequence[Span]) -> list[Span]:
    """Propose the personal names of a text.

    Parameters:
        text: Any text.
        found: Candidates of earlier proposers; TITLE, ORG and GPE are evidence.

    Returns:
        Spans labelled OFFICIAL or PERSON (as far as the words beside say it), in order.

    Example:
        >>> titles = [Span(0, 2, "TITLE", "市长")]
        >>> [s.text for s in find_persons("市长王军到江陵调研，王军说", titles)]
        ['王军', '王军']
    """
    around = Surroundings(text, found)
    names = _first_names(text, around)
    names = _agree(text, names)
    return _with_mentions(text, names, around)


def _first_names(text: str, around: Surroundings) -> dict[int, tuple[int, str, str]]:
    """Names where the words around them ask for one: start → (end, label, rule)."""
    names: dict[int, tuple[int, str, str]] = {}
    for place in find_places_of_names(text, around):
        start, prior, label, rule = place.start, place.prior, place.label, place.rule
        while start not in names:
            reading = _read(text, start, prior - around.cost(start), place.end, place.borrowed)
            if reading is None or around.blocked(start, reading.end):
                break
            names[start] = (reading.end, label, rule)
            follow = around.next_item(reading.end, place.blanks)
            if follow is None:
                break
            start, joined = follow
            prior, rule = (_JOINED if joined else _LISTED), "person.list"
    return names


def _read(text: str, start: int, prior: float, end: int | None, borrowed: bool) -> Reading | None:
    here = Place(text, start)
    readings = list(here.readings(prior))
    if borrowed:
        readings += here.borrowed(prior)
    return max(
        (r for r in readings if r.score > _MARGIN and end in (None, r.end)),
        key=lambda r: r.score,
        default=None,
    )


def _agree(text: str, names: dict[int, tuple[int, str, str]]) -> dict[int, tuple[int, str, str]]:
    """Let all mentions of an article decide together where a name ends."""
    prefixes = {text[start : start + 2] for start in names}
    places: dict[str, list[int]] = {}
    for start, end in Matcher(prefixes).find(text):
        places.setdefault(text[start:end], []).append(start)
    agreed = dict(names)
    for prefix, starts in places.items():
        if len(starts) > 1 and _is_han_name(prefix):
            for start, end in _best_ends(text, starts, names).items():
                agreed[start] = (end, *agreed[start][1:])
    return agreed


def _is_han_name(prefix: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in prefix)


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
    for start, end in Matcher(labels).find(text):
        if not any(taken[start:end]) and _is_mention(text, start, end, around):
            name = text[start:end]
            spans.append(Span(start, end, labels[name], name, "person.mention"))
    return sorted(spans, key=lambda span: span.start)


def _is_mention(text: str, start: int, end: int, around: Surroundings) -> bool:
    if around.blocked(start, end):
        return False
    if end - start > 3:
        return True
    prior = _SEEN + 2.0 - around.cost(start)
    readings = list(Place(text, start).readings(prior))
    own = next((r for r in readings if r.end == end), None)
    if own is None:
        return True
    return own.score > 0 and (end - start > 2 or all(r.score - 6.0 <= own.score for r in readings))

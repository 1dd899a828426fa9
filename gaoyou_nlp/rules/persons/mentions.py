"""What the mentions of a name say together: where it ends, and where else it stands."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.dictionary import is_word
from gaoyou_nlp.language.tables import alternation
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.persons.readings import SOME, Place, Reading
from gaoyou_nlp.rules.persons.surroundings import Surroundings

_TABLE = "persons/person_words.tsv"

Names = dict[int, tuple[int, str, str]]
"""From the start of a name to its end, label and rule."""

_SEEN = 1.0
_REUSE = 1.5
_FEW = 1_000_000
DOCTRINE = re.compile("(?:{doctrine})?(?:社会主义)?(?:思想|理论)", words=_TABLE)
"""What makes a name part of the name of a doctrine."""


def agree(text: str, names: Names, posts: Container[int]) -> Names:
    """Let all mentions of an article decide together where a name ends.

    Parameters:
        text: The text.
        names: As found one by one.
        posts: Where posts begin.

    Returns:
        The same names, some with another end.
    """
    prefixes = {text[start : start + 2] for start in names}
    places: dict[str, list[int]] = {}
    for start, end in occurrences(text, prefixes):
        places.setdefault(text[start:end], []).append(start)
    agreed = dict(names)
    for prefix, starts in places.items():
        if len(starts) > 1 and _is_han(prefix):
            for start, end in _best_ends(text, starts, names, posts).items():
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
    text: str,
    starts: Iterable[int],
    names: Names,
    posts: Container[int],
) -> dict[int, int]:
    """Where names end that stand one behind the other, if all have one length, or the best each.

    Parameters:
        text: The text.
        starts: Where the names may begin.
        names: Those that are sure, by where they begin.
        posts: Where posts begin.

    Returns:
        The end of each sure name by where it begins, of the plan whose names are worth most; none
        where fewer than two names can be read.
    """
    tables: dict[int, dict[int, Reading]] = {}
    for start in starts:
        readings = {r.end - start: r for r in Place(text, start, posts).readings(_SEEN)}
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


def with_mentions(text: str, names: Names, around: Surroundings) -> list[Span]:
    """Add every other mention of the names of a text.

    Parameters:
        text: The text.
        names: Of the text.
        around: What was found in it.

    Returns:
        Spans in order of the text.
    """
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
    if around.blocked(start, end) or around.in_book_marks(start) or DOCTRINE.match(text, end):
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

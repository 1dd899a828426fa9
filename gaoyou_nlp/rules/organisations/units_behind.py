"""Units that a candidate left behind: a hospital's department, an office's section are one with it.

Other than ``nested``, which proposes bodies with units beside those without, this mends a candidate
of whatever origin: the forms are so plain that the short name is wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Span

_LIKELY = 0.3
"""The score from which a body leaves no name to the unit it takes in."""
_LONGEST_END = 14  # characters of the end of a body that tell its kind
_ENDS = frozenset("局厅委部署会院区社革盟建进党团司所心学校科工航天")


@cache
def _units() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The ends of bodies, each with the units behind them."""
    rows = []
    for ending, unit, forbidden, _ in table("organisations/units_behind.tsv"):
        behind = "" if forbidden == "-" else f"(?!{forbidden})"
        rows.append((re.compile(f"(?:{ending})$"), re.compile(f"(?:{unit}){behind}")))
    return tuple(rows)


@lru_cache(maxsize=1 << 12)
def _units_of(ending: str) -> tuple[re.Pattern[str], ...]:
    """The units that a body may have whose last characters are given."""
    return tuple(unit for end, unit in _units() if end.search(ending))


def with_unit(text: str, span: Span) -> Span:
    """Return a body with the unit right behind it; the body itself where there is none.

    Parameters:
        text: The text.
        span: A candidate.

    Examples:
        >>> text = "由清河县医院神经内科收治"
        >>> with_unit(text, Span(1, 6, "ORG", "清河县医院")).text
        '清河县医院神经内科'
    """
    if span.label != "ORG" or text[span.end - 1] not in _ENDS:
        return span
    end = span.end
    for unit in _units_of(text[max(span.start, end - _LONGEST_END) : end]):
        match = unit.match(text, end)
        if match:
            end = match.end()
    if end == span.end:
        return span
    return replace(span, end=end, text=text[span.start : end])


def join_units(others: Sequence[Span], whole: Sequence[tuple[Span, int]]) -> list[Span]:
    """Add the bodies that took in their unit, and leave out what is a part of one.

    Where one stands already, the higher score counts.

    Parameters:
        others: The other candidates of the text.
        whole: Bodies with the unit behind them, and where the unit begins.
    """
    scores: dict[tuple[int, int], float] = {}
    for span, _ in whole:
        key = span.start, span.end
        scores[key] = max(span.score or 0.0, scores.get(key, 0.0))
    units = [(at, span.end) for span, at in whole if span.score is None or span.score >= _LIKELY]
    joined, known = [], set()
    for span in others:
        key = span.start, span.end
        if span.label == "ORG" and key in scores:
            known.add((key, span.origin))
            if scores[key] > (span.score or 0.0):
                span = replace(span, score=scores[key])
        elif span.label in ("GPE", "ORG") and any(s <= key[0] and key[1] <= e for s, e in units):
            continue
        joined.append(span)
    return [*joined, *(s for s, _ in whole if ((s.start, s.end), s.origin) not in known)]

"""How likely a candidate is right where rules and model are used together: fitted odds.

A logistic model on a few named features of a candidate: its label, who proposed it, the rule, the
score of the tagger, its length, what other candidates say of its characters and of the same words
elsewhere in the text. The weights are fitted
by ``training/fit_joining.py`` on text that the tagger was not trained on, and kept in
``data/joining.tsv`` (natural logarithms of odds).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from math import log

from gaoyou_nlp.labels import kind
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import AGREED, Origin, Span
from gaoyou_nlp.rules.mentions import POSSIBLE, Mentions, log_odds_of

_LENGTHS = (2, 3, 4, 6, 10, 16, 99)
_LOWEST, _HIGHEST = 0.002, 0.998
_ORIGINS = {origin: origin.value for origin in Origin}  # quicker than to ask the enum
CERTAIN = 20.0
"""Log odds of an amount that the grammar reads, which is exact, and of what a rank makes stand;
and against an amount that the model alone proposes: 6亿人次, 20亿斤."""

RECALL = 0.4
"""What is added to all log odds: F1 is best where a little more is taken than is likelier right."""
PROJECT_RECALL = 0.6
"""The same for a PROJECT: what is read of them is scarce in the readings, and bare on its line."""


def features(span: Span, others: Sequence[Span], mentions: Mentions) -> Iterator[tuple[str, float]]:
    """Yield the features of a candidate.

    Parameters:
        span: Trimmed; with the tagger's score, if it gave one.
        others: The candidates that share characters with it or touch it.
        mentions: Of all candidates.

    Yields:
        Names and values.
    """
    own = span.label
    label = kind(own)
    origin = _origin(span)
    yield f"{label} {origin}", 1.0
    yield f"{label} {origin} {span.rule.removesuffix(AGREED)}", 1.0
    if span.score is not None:
        score = min(max(span.score, _LOWEST), _HIGHEST)
        yield f"{label} {origin} score", log(score / (1 - score))
    size = span.end - span.start
    bucket = next(limit for limit in _LENGTHS if size <= limit or limit == _LENGTHS[-1])
    yield f"{label} length {bucket}", 1.0
    start, end = span.start, span.end
    for other in others:
        score = 0.5 if other.score is None else other.score
        if other.end == start:
            yield _beside(own, "behind", other.label), score
        elif other.start == end:
            yield _beside(own, "before", other.label), score
        elif other.start <= start and end <= other.end:
            yield _beside(own, "inside", other.label, _origin(other)), score
        elif start <= other.start and other.end <= end:
            yield _beside(own, "holds", other.label, _origin(other)), score
        else:
            yield _beside(own, "crosses", other.label), score
    elsewhere = mentions.others(span)
    if elsewhere is not None:
        highest, mean = elsewhere
        yield f"{label} {origin} again", 1.0
        yield f"{label} {origin} again score", log_odds_of(highest)
        yield f"{label} {origin} again mean", mean
    if mentions.in_full(span):
        yield f"{label} {origin} in full elsewhere", 1.0
    otherwise = mentions.otherwise(span)
    if otherwise is not None:
        yield f"{label} {origin} otherwise", otherwise


@lru_cache(maxsize=1 << 10)
def _beside(label: str, place: str, other: str, origin: str = "") -> str:
    """The name of what another candidate says; made once, since there are few."""
    return f"{kind(label)} {place} {kind(other)} {origin}".rstrip()


def _origin(span: Span) -> str:
    """Who proposed a candidate; what the rules hold possible only counts as their own kind."""
    if span.rule.startswith(POSSIBLE):
        return "possible" if span.origin is Origin.RULE else "possible+model"
    return _ORIGINS[span.origin]


def log_odds(
    span: Span, others: Sequence[Span], mentions: Mentions, weights: Mapping[str, float]
) -> float:
    """Return the logarithm of the odds that a candidate is right.

    Parameters:
        span, others, mentions: As for ``features``.
        weights: From a feature to its weight; features that are not there count nothing.
    """
    if span.label == "MONEY":
        return -CERTAIN if span.origin is Origin.MODEL else CERTAIN
    known = 0.0
    for name, value in features(span, others, mentions):
        if name in weights:
            known += weights[name] * value
    return known + (PROJECT_RECALL if span.label == "PROJECT" else RECALL)


@cache
def fitted_weights() -> dict[str, float]:
    """Return the weights that come with the library."""
    return {name: float(weight) for name, weight in table("rules/joining.tsv")}

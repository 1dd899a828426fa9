"""The same words elsewhere in a text: what is a name at one place is likely one at another.

Two things come of it (one sense per discourse; Gale, Church and Yarowsky 1992): features for the
odds of a candidate (``joining``), and further candidates, where words that are named at one place
stand without a candidate at another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nlargest
from math import log
from typing import NamedTuple

from gaoyou_nlp.labels import kind
from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.records import MODEL_RULE, Origin, Span

POSSIBLE = "project.possible"
"""The rule id of what by its words is likelier no project; a model may speak for it."""
AGAIN = f"{MODEL_RULE}.again"
"""The rule id of words that are a name elsewhere in the text."""
LIKELY = 0.5
"""The probability from which the words of a candidate are looked for again."""
_LOWEST, _HIGHEST = 0.02, 0.98
_EXACT = frozenset({"MONEY", "TITLE"})  # what is said of one of them is not said of another
_SHORTEST = 2
_AREA_ENDS = frozenset("县市区州盟旗镇乡村省")


class _Tally(NamedTuple):
    """The mentions of one name with one label: the two highest probabilities, summed log odds."""

    highest: float
    second: float
    total: float
    mentions: int


class Mentions:
    """What the candidates of a text say of the same words at other places.

    Parameters:
        spans: The candidates.

    Examples:
        >>> first = Span(0, 2, "ORG", "远达", "a", 0.9)
        >>> again = Span(9, 11, "ORG", "远达", "a", 0.5)
        >>> mentions = Mentions([first, again])
        >>> mentions.others(first)[0], mentions.others(again)[0]
        (0.5, 0.9)
    """

    def __init__(self, spans: Sequence[Span]) -> None:
        self._probabilities: dict[tuple[str, str], dict[int, float]] = {}
        self._labels: dict[str, set[str]] = {}
        for span in spans:
            label = kind(span.label)
            if label not in _EXACT:
                known = self._probabilities.setdefault((span.text, label), {})
                known[span.start] = max(probability(span), known.get(span.start, 0.0))
                self._labels.setdefault(span.text, set()).add(label)
        self._tallies = {name: _tally(known) for name, known in self._probabilities.items()}
        self._in_full = {
            name[:-1]
            for name, labels in self._labels.items()
            if name[-1:] in _AREA_ENDS and "GPE" in labels
        }

    def others(self, span: Span) -> tuple[float, float] | None:
        """Return the highest probability and the mean log odds of other mentions of a candidate.

        Parameters:
            span: One of the candidates.

        Returns:
            None where its words have this label nowhere else.
        """
        name = span.text, kind(span.label)
        tally = self._tallies.get(name)
        if tally is None or tally.mentions == 1:
            return None
        own = self._probabilities[name][span.start]
        highest = tally.second if own == tally.highest else tally.highest
        return highest, (tally.total - log_odds_of(own)) / (tally.mentions - 1)

    def otherwise(self, span: Span) -> float | None:
        """Return the highest probability of the words of a candidate under another label."""
        labels = self._labels.get(span.text, set()) - {kind(span.label)}
        return max((self._tallies[span.text, name].highest for name in labels), default=None)

    def in_full(self, span: Span) -> bool:
        """Whether an area is named in full elsewhere: 浮梁县, for 浮梁.

        Parameters:
            span: One of the candidates.
        """
        return span.label == "GPE" and span.text in self._in_full


def _tally(known: dict[int, float]) -> _Tally:
    if len(known) == 1:
        [only] = known.values()
        return _Tally(only, 0.0, log_odds_of(only), 1)
    highest, second = nlargest(2, [*known.values(), 0.0])
    return _Tally(highest, second, sum(map(log_odds_of, known.values())), len(known))


def named_again(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield candidates where the words of a likely name stand without one.

    Parameters:
        text: The text.
        spans: Its candidates.

    Yields:
        Candidates without a score, their rule ``model.again``.

    Examples:
        >>> text = "远达公司投产，远达表示"
        >>> [(s.start, s.text) for s in named_again(text, [Span(0, 2, "ORG", "远达", "a", 0.9)])]
        [(7, '远达')]
    """
    labels: dict[str, dict[str, None]] = {}
    taken = set()
    for span in spans:
        taken.add((span.start, span.end, kind(span.label)))
        if _speaks(span):
            labels.setdefault(span.text, {})[span.label] = None
    for start, end in Matcher(labels).find(text):
        name = text[start:end]
        for label in labels[name]:
            if (start, end, kind(label)) not in taken:
                taken.add((start, end, kind(label)))
                yield Span(start, end, label, name, AGAIN, origin=Origin.MODEL)


def _speaks(span: Span) -> bool:
    """Whether a candidate speaks for its words elsewhere."""
    known = probability(span) >= LIKELY and len(span.text) >= _SHORTEST
    return known and span.label not in _EXACT and not span.rule.startswith(POSSIBLE)


def probability(span: Span) -> float:
    """Return the tagger's score of a candidate; one half where it gave none."""
    return 0.5 if span.score is None else span.score


def log_odds_of(score: float) -> float:
    """Return a probability as log odds, neither side being certain."""
    score = min(max(score, _LOWEST), _HIGHEST)
    return log(score / (1 - score))

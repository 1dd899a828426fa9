"""Says of each candidate how it was judged: its odds, what they are made of, whether it stands.

For people who look why a span is there or is not; ``decide`` does the same without keeping reasons.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from typing import Any, Literal

from gaoyou_nlp.records import Origin, Span
from gaoyou_nlp.rules.decide import by_odds, by_rank, neighbours, prepare, with_mentions
from gaoyou_nlp.rules.joining import features, fitted_weights, log_odds
from gaoyou_nlp.rules.mentions import Mentions
from gaoyou_nlp.rules.ranks import rank_of

Verdict = Literal["stands", "unlikely", "outweighed", "dropped"]
"""What became of a candidate: it stands; its odds are against it; others that share its characters
stand; its rule has a negative rank."""

Reason = tuple[str, float]
"""A feature and what it adds to the log odds."""


_EVERY = "every candidate"  # the name of what is added to all log odds
_MOST = 700.0  # a larger exponent is no float any more


@dataclass(frozen=True, slots=True)
class Judgement:
    """How one candidate was judged.

    Parameters:
        span: The candidate, trimmed, with its rule and the tagger's score.
        verdict: What became of it.
        log_odds: The natural logarithm of the odds that it is right; None where a rank decides,
            and for the entries of a user's list, which always stand.
        reasons: What adds most to the log odds or takes most from them, the greatest first.
    """

    span: Span
    verdict: Verdict
    log_odds: float | None = None
    reasons: tuple[Reason, ...] = ()

    @property
    def probability(self) -> float | None:
        """The log odds as a probability between 0 and 1."""
        return None if self.log_odds is None else 1 / (1 + exp(min(-self.log_odds, _MOST)))

    def to_dict(self) -> dict[str, Any]:
        """Return plain data for JSON.

        Examples:
            >>> span = Span(0, 2, "GPE", "高邮", "gpe.short")
            >>> Judgement(span, "stands", 1.0, (("GPE rule", 0.4),)).to_dict()["reasons"]
            [{'feature': 'GPE rule', 'weight': 0.4}]
        """
        span = self.span
        return {
            "start": span.start,
            "end": span.end,
            "label": span.label,
            "text": span.text,
            "rule": span.rule,
            "origin": span.origin.value,
            "score": span.score,
            "verdict": self.verdict,
            "log_odds": self.log_odds,
            "probability": self.probability,
            "reasons": [{"feature": name, "weight": weight} for name, weight in self.reasons],
        }


def explain_odds(
    text: str,
    candidates: Sequence[Span],
    ranks: Mapping[str, int] | None = None,
    weights: Mapping[str, float] | None = None,
    *,
    most: int = 3,
) -> list[Judgement]:
    """Explain what ``by_odds`` decides.

    Parameters:
        text, candidates, ranks, weights: As for ``by_odds``.
        most: How many reasons are given.

    Returns:
        Judgements in order of the text, the longer first; what a user's list blocks is left out.

    Examples:
        >>> weights = {"GPE rule": 1.0, "GPE rule b": 1.0}
        >>> both = [Span(0, 2, "GPE", "高邮", "a"), Span(0, 3, "GPE", "高邮市", "b")]
        >>> for judgement in explain_odds("高邮市", both, weights=weights):
        ...     print(judgement.span.text, judgement.verdict, judgement.reasons[0])
        高邮市 stands ('GPE rule', 1.0)
        高邮 outweighed ('GPE rule', 1.0)
    """
    standing = set(by_odds(text, candidates, ranks, weights))
    weights = fitted_weights() if weights is None else weights
    users, rest = prepare(text, candidates)
    rest = with_mentions(text, rest)
    mentions = Mentions(rest)
    judged = [Judgement(user, "stands") for user in users]
    for span, others in zip(rest, neighbours(rest), strict=True):
        rank = rank_of(ranks or {}, span.rule, span.label)
        if rank:
            odds, reasons = None, [(f"rank of {span.rule}", float(rank))]
        else:
            odds = log_odds(span, others, mentions, weights)
            reasons = _reasons(span, others, mentions, weights, odds)
        if span in standing:
            verdict: Verdict = "stands"
        elif rank < 0:
            verdict = "dropped"
        else:
            verdict = "unlikely" if odds is not None and odds <= 0 else "outweighed"
        judged.append(Judgement(span, verdict, odds, tuple(reasons[:most])))
    return sorted(judged, key=_place)


def _reasons(
    span: Span,
    others: Sequence[Span],
    mentions: Mentions,
    weights: Mapping[str, float],
    odds: float,
) -> list[Reason]:
    """The contributions that add up to the log odds, the greatest first."""
    if span.label == "MONEY" and span.origin is not Origin.MODEL:
        return [("grammar of amounts", odds)]
    sums: dict[str, float] = {}
    for name, value in features(span, others, mentions):
        sums[name] = sums.get(name, 0.0) + weights.get(name, 0.0) * value
    sums[_EVERY] = odds - sum(sums.values())
    found = [(name, weight) for name, weight in sums.items() if weight]
    return sorted(found, key=lambda reason: (-abs(reason[1]), reason[0]))


def explain_rank(
    text: str, candidates: Sequence[Span], ranks: Mapping[str, int]
) -> list[Judgement]:
    """Explain what ``by_rank`` decides, for rules or model alone: there are no odds.

    Parameters:
        text, candidates, ranks: As for ``by_rank``.

    Examples:
        >>> both = [Span(0, 2, "GPE", "高邮", "a"), Span(0, 3, "GPE", "高邮市", "b")]
        >>> [(j.span.text, j.verdict) for j in explain_rank("高邮市", both, {})]
        [('高邮市', 'stands'), ('高邮', 'outweighed')]
    """
    standing = set(by_rank(text, candidates, ranks))
    users, rest = prepare(text, candidates)
    judged = [Judgement(user, "stands") for user in users]
    for span in rest:
        dropped = rank_of(ranks, span.rule, span.label) < 0
        failed: Verdict = "dropped" if dropped else "outweighed"
        judged.append(Judgement(span, "stands" if span in standing else failed))
    return sorted(judged, key=_place)


def _place(judgement: Judgement) -> tuple[int, int, str, str]:
    span = judgement.span
    return span.start, -span.end, span.label, span.rule

"""How far two annotations of the same texts agree: span F1 and Cohen's kappa on characters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from gaoyou_nlp.evaluation.scores import Report, checked, score
from gaoyou_nlp.records import Record


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement of two annotators.

    Parameters:
        spans: Their span scores, the first taken as gold.
        kappa: Cohen's kappa over the label of each character (Cohen, 1960).
    """

    spans: Report
    kappa: float


def agreement(first: Iterable[Record], second: Iterable[Record]) -> Agreement:
    """Compare two annotations of the same articles.

    Parameters:
        first, second: Records of the same articles.

    Returns:
        Span scores and kappa.

    Raises:
        GaoyouError: An article of the first is missing in the second, or its text differs.

    Examples:
        >>> from gaoyou_nlp.records import Article, Span
        >>> one = Record(Article("1", "高邮市好"), (Span(0, 3, "GPE", "高邮市"),))
        >>> agreement([one], [one]).kappa
        1.0
    """
    ones = checked(first, "the first annotation")
    others = {record.id: record for record in checked(second, "the second annotation")}
    report = score(ones, others.values())
    pairs: Counter[tuple[str, str]] = Counter()
    for record in ones:
        pairs.update(zip(_characters(record), _characters(others[record.id]), strict=True))
    return Agreement(report, _kappa(pairs))


def _characters(record: Record) -> list[str]:
    labels = ["O"] * len(record.text)
    for span in record.spans:
        labels[span.start : span.end] = [span.label] * (span.end - span.start)
    return labels


def _kappa(pairs: Counter[tuple[str, str]]) -> float:
    total = sum(pairs.values())
    if not total:
        return 1.0
    left: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for (one, other), count in pairs.items():
        left[one] += count
        right[other] += count
    observed = sum(count for (one, other), count in pairs.items() if one == other) / total
    expected = sum(left[label] * right[label] for label in left) / total**2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)

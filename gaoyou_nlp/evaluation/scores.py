"""Span scores per label, with the values of amounts and the posts of officials.

A predicted span is right when start, end and label equal those of a gold span (exact), or when it
shares a character with a gold span of its label (overlap, one to one). A predicted span that is
not right and touches an ``OPT`` span of the gold is neither right nor wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gaoyou_nlp.errors import GaoyouError, quoted
from gaoyou_nlp.evaluation.counts import Counts as Counts
from gaoyou_nlp.evaluation.intervals import bootstrap
from gaoyou_nlp.labels import ANY_NAME, LABELS, NAMES, OPTIONAL
from gaoyou_nlp.records import Amount, Record, Span


@dataclass(frozen=True, slots=True)
class SpanError:
    """A difference between gold and prediction, with what stands around it.

    Parameters:
        id: The article.
        kind: ``missed`` or ``wrong``.
        span: The gold span that was missed, or the predicted span that is wrong.
        context: The text around it, the span between ⟦ and ⟧.
    """

    id: str
    kind: str
    span: Span
    context: str


@dataclass(frozen=True, slots=True)
class Report:
    """The outcome of ``score``.

    Parameters:
        exact, overlap: Counts per label, and for ``OFFICIAL+PERSON`` and ``micro``.
        intervals: 95 % bootstrap intervals of the exact F1 (articles drawn with replacement).
        amounts: (value right, value known) among the exactly matched MONEY spans.
        posts: Counts of (name, unit, title) of officials.
        errors: Every exact error.
        articles: How many articles were compared.
    """

    exact: Mapping[str, Counts]
    overlap: Mapping[str, Counts]
    intervals: Mapping[str, tuple[float, float]]
    amounts: tuple[int, int]
    posts: Counts
    errors: Sequence[SpanError] = field(repr=False)
    articles: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as JSON-ready data, errors left out."""
        return {
            "articles": self.articles,
            "labels": {
                label: {
                    "precision": round(counts.precision, 4),
                    "recall": round(counts.recall, 4),
                    "f1": round(counts.f1, 4),
                    "interval": [round(x, 4) for x in self.intervals[label]],
                    "overlap_f1": round(self.overlap[label].f1, 4),
                    "gold": counts.right + counts.missed,
                }
                for label, counts in self.exact.items()
            },
            "amounts": {"right": self.amounts[0], "matched": self.amounts[1]},
            "posts": {
                "precision": round(self.posts.precision, 4),
                "recall": round(self.posts.recall, 4),
                "f1": round(self.posts.f1, 4),
            },
        }


def score(
    gold: Iterable[Record], predicted: Iterable[Record], *, samples: int = 1000, seed: int = 0
) -> Report:
    """Compare predictions with gold.

    Parameters:
        gold: Annotated articles; spans may have the label ``OPT``.
        predicted: Annotations of the same articles, found by id; more articles do no harm.
        samples: Bootstrap samples for the intervals.
        seed: Of the bootstrap.

    Returns:
        The report.

    Raises:
        GaoyouError: An article of the gold is missing in the predictions or its text differs, an
            id comes twice, or a span is not what stands in its text.

    Examples:
        >>> from gaoyou_nlp.records import Article
        >>> one = Record(Article("1", "高邮市"), (Span(0, 3, "GPE", "高邮市"),))
        >>> score([one], [one]).exact["micro"].f1
        1.0
    """
    gold = checked(gold, "the gold")
    by_id = {record.id: record for record in checked(predicted, "the predictions")}
    per_article: list[dict[str, Counts]] = []
    overlap: dict[str, Counts] = {}
    errors: list[SpanError] = []
    values = [0, 0]
    posts = Counts()
    for record in gold:
        other = by_id.get(record.id)
        if other is None:
            raise GaoyouError(f"the article {quoted(record.id)} of the gold has no prediction.")
        if other.text != record.text:
            raise GaoyouError(
                f"the text of article {quoted(record.id)} differs between gold and prediction. "
                "Predict on the gold's texts."
            )
        per_article.append(_exact(record, other, errors))
        for label, counts in _overlap(record, other).items():
            overlap[label] = overlap.get(label, Counts()) + counts
        right, known = _values(record, other)
        values[0] += right
        values[1] += known
        posts += _posts(record, other)
    rows = [*LABELS, ANY_NAME, "micro"]
    exact = {row: sum((a[row] for a in per_article), Counts()) for row in rows}
    return Report(
        exact,
        {row: overlap.get(row, Counts()) for row in rows},
        bootstrap(per_article, rows, samples=samples, seed=seed),
        (values[0], values[1]),
        posts,
        errors,
        len(per_article),
    )


def checked(records: Iterable[Record], name: str) -> list[Record]:
    """Refuse records that would make scores look better or worse than they are.

    Parameters:
        records: Annotated articles.
        name: What they are, for errors.

    Returns:
        The records.

    Raises:
        GaoyouError: An id comes twice, a span comes twice, or a span leaves its text or has
            another text than stands there.

    Examples:
        >>> from gaoyou_nlp.records import Article
        >>> checked([Record(Article("1", "高邮"), (Span(0, 9, "GPE", "高邮"),))], "gold")
        Traceback (most recent call last):
        ...
        gaoyou_nlp.errors.GaoyouError: article '1' of gold: the span '高邮' (0, 9) leaves the text.
    """
    checked_records: list[Record] = []
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            raise GaoyouError(f"the article {quoted(record.id)} comes twice in {name}.")
        seen.add(record.id)
        fault = next(_span_faults(record), None)
        if fault is not None:
            raise GaoyouError(f"article {quoted(record.id)} of {name}: {fault}.")
        checked_records.append(record)
    return checked_records


def _span_faults(record: Record) -> Iterator[str]:
    """What is wrong with the spans of a record."""
    places: set[tuple[int, int, str]] = set()
    for span in record.spans:
        place = (span.start, span.end, span.label)
        name = f"the span {quoted(span.text)} ({span.start}, {span.end})"
        if not 0 <= span.start < span.end <= len(record.text):
            yield f"{name} leaves the text"
        elif record.text[span.start : span.end] != span.text:
            yield f"{name} is not what stands there"
        elif place in places:
            yield f"{name} comes twice"
        places.add(place)


def _exact(gold: Record, predicted: Record, errors: list[SpanError]) -> dict[str, Counts]:
    """Count spans by place and label; what differs is added to the errors."""
    wanted = {_key(s): s for s in gold.spans if s.label != OPTIONAL}
    optional = [s for s in gold.spans if s.label == OPTIONAL]
    found = {_key(s): s for s in predicted.spans}
    spurious = {k: s for k, s in found.items() if k not in wanted and not _touches(s, optional)}
    for key, span in sorted({**wanted, **spurious}.items()):
        if key not in found or key in spurious:
            kind = "wrong" if key in spurious else "missed"
            errors.append(SpanError(gold.id, kind, span, _context(gold.text, span)))
    counts = {label: _count(wanted, found, spurious, {label}) for label in LABELS}
    counts["micro"] = sum(counts.values(), Counts())
    counts[ANY_NAME] = _count_names(wanted, found, spurious)
    return counts


_Key = tuple[int, int, str]


def _key(span: Span) -> _Key:
    return span.start, span.end, span.label


def _count(
    wanted: Collection[_Key],
    found: Collection[_Key],
    spurious: Collection[_Key],
    labels: Collection[str],
) -> Counts:
    """Count the spans of some labels."""
    total = sum(key[2] in labels for key in wanted)
    right = sum(key[2] in labels for key in wanted if key in found)
    return Counts(right, sum(key[2] in labels for key in spurious), total - right)


def _count_names(wanted: Iterable[_Key], found: Iterable[_Key], spurious: Iterable[_Key]) -> Counts:
    """Count personal names, whether of officials or of others."""
    names, guesses, wrong = (
        {key[:2] for key in keys if key[2] in NAMES} for keys in (wanted, found, spurious)
    )
    right = len(names & guesses)
    return Counts(right, len(wrong - names), len(names) - right)


def _overlap(gold: Record, predicted: Record) -> dict[str, Counts]:
    """Count spans that share a character with one of their label, one to one."""
    counts = {label: _overlap_of(gold, predicted, (label,)) for label in LABELS}
    counts["micro"] = sum(counts.values(), Counts())
    counts[ANY_NAME] = _overlap_of(gold, predicted, NAMES)
    return counts


def _overlap_of(gold: Record, predicted: Record, labels: Collection[str]) -> Counts:
    optional = [s for s in gold.spans if s.label == OPTIONAL]
    wanted = [s for s in gold.spans if s.label in labels]
    taken: set[int] = set()
    right = wrong = 0
    for span in (s for s in predicted.spans if s.label in labels):
        hits = [i for i, s in enumerate(wanted) if i not in taken and _touches(span, [s])]
        if hits:
            taken.add(hits[0])
            right += 1
        elif not _touches(span, optional):
            wrong += 1
    return Counts(right, wrong, len(wanted) - right)


def _values(gold: Record, predicted: Record) -> tuple[int, int]:
    theirs = {(a.start, a.end): a for _, a in predicted.amounts}
    matched = [
        (a, theirs[a.start, a.end])
        for _, a in gold.amounts
        if (a.low, a.high) != (None, None) and (a.start, a.end) in theirs
    ]
    return sum(_same_value(a, b) for a, b in matched), len(matched)


def _same_value(gold: Amount, predicted: Amount) -> bool:
    """Compare value and currency; one number may stand in either bound (10亿元以上)."""
    if gold.currency is not None and gold.currency != predicted.currency:
        return False
    if gold.low is not None and gold.low == gold.high:
        return gold.low in (predicted.low, predicted.high)
    return (gold.low, gold.high) == (predicted.low, predicted.high)


def _posts(gold: Record, predicted: Record) -> Counts:
    wanted, found = (
        {(o.name, p.org, p.title) for o in record.officials for p in o.posts}
        for record in (gold, predicted)
    )
    right = len(wanted & found)
    return Counts(right, len(found) - right, len(wanted) - right)


def _touches(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def _context(text: str, span: Span, width: int = 15) -> str:
    before, after = text[max(0, span.start - width) : span.start], text[span.end :][:width]
    return f"{before}⟦{span.text}⟧{after}".replace("\n", "⏎")

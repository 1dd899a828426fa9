"""Scores of records: dates, statements, figures, posts, projects and groups, and their fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from gaoyou_nlp.corpora.gold_records import FIELDS
from gaoyou_nlp.errors import GaoyouError, quoted
from gaoyou_nlp.evaluation.counts import Counts
from gaoyou_nlp.evaluation.intervals import bootstrap
from gaoyou_nlp.evaluation.record_comparison import ROWS, Comparison, RecordError
from gaoyou_nlp.evaluation.record_gold import RecordGold
from gaoyou_nlp.evaluation.scores import checked
from gaoyou_nlp.records import Record


@dataclass(frozen=True, slots=True)
class RecordReport:
    """The outcome of ``score_records``.

    Parameters:
        rows: Counts of each of ``ROWS``.
        intervals: 95 % bootstrap intervals of F1 (articles drawn with replacement).
        fields: Of the figures that were brought together, right and wrong of each field.
        errors: Every difference.
        articles: How many articles were compared.
    """

    rows: Mapping[str, Counts]
    intervals: Mapping[str, tuple[float, float]]
    fields: Mapping[str, Counts]
    errors: Sequence[RecordError] = field(repr=False)
    articles: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Return the figures as JSON-ready data, errors left out."""
        return {
            "articles": self.articles,
            "records": {
                row: {
                    "precision": round(counts.precision, 4),
                    "recall": round(counts.recall, 4),
                    "f1": round(counts.f1, 4),
                    "interval": [round(x, 4) for x in self.intervals[row]],
                    "gold": counts.right + counts.missed,
                }
                for row, counts in self.rows.items()
            },
            "fields": {
                name: {"right": counts.right, "compared": counts.right + counts.wrong}
                for name, counts in self.fields.items()
            },
        }


def score_records(
    gold: Sequence[RecordGold], predicted: Iterable[Record], *, samples: int = 1000, seed: int = 0
) -> RecordReport:
    """Compare the records of predictions with gold.

    Parameters:
        gold: Articles with all their records.
        predicted: Annotations of the same articles, found by id; more articles do no harm.
        samples: Bootstrap samples for the intervals.
        seed: Of the bootstrap.

    Returns:
        The report.

    Raises:
        GaoyouError: An article of the gold is missing in the predictions or its text differs.

    Examples:
        >>> from gaoyou_nlp.records import Article, DateMention
        >>> day = DateMention(0, 2, "今年", None, None, "year", "")
        >>> one = Record(Article("1", "今年"), dates=(day,))
        >>> score_records([RecordGold(one, ())], [one]).rows["dates"].f1
        1.0
    """
    by_id = {record.id: record for record in checked(predicted, "the predictions")}
    comparisons = []
    for one in gold:
        other = by_id.get(one.id)
        if other is None or other.text != one.record.text:
            fault = "has no prediction" if other is None else "has another text in the predictions"
            raise GaoyouError(f"the article {quoted(one.id)} of the gold {fault}.")
        comparison = Comparison(one, other)
        comparison.compare()
        comparisons.append(comparison)
    per_article = [comparison.rows for comparison in comparisons]
    return RecordReport(
        {row: sum((rows[row] for rows in per_article), Counts()) for row in ROWS},
        bootstrap(per_article, ROWS, samples=samples, seed=seed),
        {name: sum((c.fields[name] for c in comparisons), Counts()) for name in FIELDS},
        [error for comparison in comparisons for error in comparison.errors],
        len(comparisons),
    )

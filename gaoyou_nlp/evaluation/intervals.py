"""Bootstrap intervals of F1: articles are drawn with replacement (Efron and Tibshirani, 1993)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gaoyou_nlp.evaluation.counts import Counts


def bootstrap(
    per_article: Sequence[Mapping[str, Counts]],
    rows: Sequence[str],
    *,
    samples: int = 1000,
    seed: int = 0,
) -> dict[str, tuple[float, float]]:
    """Return the 95 % interval of F1 of each row.

    Parameters:
        per_article: Counts per row of each article.
        rows: The rows wanted.
        samples: How many samples to draw.
        seed: Of the random numbers.

    Returns:
        (lower, upper) per row; (0.0, 0.0) where there is nothing of it. Samples that have nothing
        of a row, neither in the gold nor predicted, do not count for it.
    """
    import numpy as np

    if not per_article:
        return dict.fromkeys(rows, (0.0, 0.0))
    draws = np.random.default_rng(seed).integers(0, len(per_article), (samples, len(per_article)))
    intervals = {}
    for row in rows:
        counts = np.array([(a[row].right, a[row].wrong, a[row].missed) for a in per_article])
        right, wrong, missed = counts[draws].sum(axis=1).T
        whole = 2 * right + wrong + missed
        if not whole.any():
            intervals[row] = (0.0, 0.0)
            continue
        low, high = np.percentile((2 * right / np.maximum(whole, 1))[whole > 0], [2.5, 97.5])
        intervals[row] = (float(low), float(high))
    return intervals

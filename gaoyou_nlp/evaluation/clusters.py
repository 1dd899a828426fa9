"""How well mentions are grouped: pairwise precision and recall, and B-cubed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ClusterScore:
    """How well mentions are grouped.

    Parameters:
        mentions: How many are compared.
        pairs: Pairs of mentions that are one by the gold.
        precision, recall: Of the pairs that are said to be one.
        b_precision, b_recall: The means over mentions (B-cubed).
    """

    mentions: int
    pairs: int
    precision: float
    recall: float
    b_precision: float
    b_recall: float


def score_clusters(
    gold: Mapping[Hashable, Hashable], found: Mapping[Hashable, Hashable]
) -> ClusterScore:
    """Compare two groupings of mentions.

    Parameters:
        gold: From each mention to what it names.
        found: The same as predicted; mentions it lacks are alone in a group.

    Examples:
        >>> score = score_clusters({1: "a", 2: "a", 3: "b"}, {1: "x", 2: "x", 3: "x"})
        >>> round(score.precision, 2), score.recall, round(score.b_precision, 2)
        (0.33, 1.0, 0.56)
    """
    assigned = {mention: found.get(mention, ("alone", mention)) for mention in gold}
    of_gold = Counter(gold.values())
    of_found = Counter(assigned.values())
    of_both = Counter((gold[mention], assigned[mention]) for mention in gold)
    pairs, predicted, right = (
        sum(count * (count - 1) // 2 for count in counts.values())
        for counts in (of_gold, of_found, of_both)
    )
    shares = [
        (both / of_found[mine], both / of_gold[true])
        for mention in gold
        for true, mine in [(gold[mention], assigned[mention])]
        for both in [of_both[true, mine]]
    ]
    total = len(gold) or 1
    return ClusterScore(
        len(gold),
        pairs,
        right / predicted if predicted else 1.0,
        right / pairs if pairs else 1.0,
        sum(share[0] for share in shares) / total,
        sum(share[1] for share in shares) / total,
    )

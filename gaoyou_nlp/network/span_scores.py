"""How probable a span is under a chain of tags: the share of all paths that hold exactly it."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from gaoyou_nlp.network.crf import Chain, Doubles, Posterior
from gaoyou_nlp.network.tags import Tags, TokenSpan

_LONGEST = 60  # rows of a span that is proposed beside the best path
_ENDS = 3  # ends that are tried for a beginning


def likely_spans(found: Posterior, tags: Tags, least: float) -> list[TokenSpan]:
    """Return spans whose first and last tag are likely, on the best path or not.

    Parameters:
        found: The posterior of some rows, in the order of the text.
        tags: The tags of its columns.
        least: The least probability of the first and of the last tag.

    Returns:
        Spans in rows; they may overlap, and may be improbable as a whole.
    """
    likely = found.forward * found.backward >= least
    spans = []
    for label in tags.labels:
        first = tags.tag("B", label)
        ends = np.flatnonzero(likely[:, first + 2])
        starts = np.flatnonzero(likely[:, first])
        places = np.searchsorted(ends, starts, side="right")
        for start, place in zip(starts.tolist(), places.tolist(), strict=True):
            for end in ends[place : place + _ENDS].tolist():
                if end - start < _LONGEST:
                    spans.append(TokenSpan(start, end + 1, label))
        for at in np.flatnonzero(likely[:, first + 3]).tolist():
            spans.append(TokenSpan(at, at + 1, label))
    return spans


def span_scores(spans: Sequence[TokenSpan], found: Posterior, chain: Chain, tags: Tags) -> Doubles:
    """Return the probability of each span.

    Parameters:
        spans: Tokens counted in the rows of ``found``, which must stand in the order of the text
            here, not packed.
        found: The posterior of these rows.
        chain: The weights it was made with.
        tags: The tags of its columns.

    Returns:
        One probability a span.
    """
    if not spans:
        return np.zeros(0)
    start = np.array([s.start for s in spans])
    last = np.array([s.end - 1 for s in spans])
    begin = np.array([tags.tag("B", s.label) for s in spans])
    inside, end, single = begin + 1, begin + 2, begin + 3
    columns = np.arange(2, len(tags), 4)
    summed = np.zeros((len(found.weight) + 1, len(columns)))
    with np.errstate(divide="ignore"):
        np.cumsum(np.log(found.weight[:, columns]), axis=0, dtype=np.float64, out=summed[1:])
        ahead = np.log(found.forward[start, begin])
        behind = np.log(found.weight[last, end]) + np.log(found.backward[last, end])
        alone = np.log(found.forward[start, single]) + np.log(found.backward[start, single])
    column = (begin - 1) // 4
    between = last - start - 1
    middle = summed[last, column] - summed[np.minimum(start + 1, last), column]
    steps = np.where(
        between > 0,
        chain.next[begin, inside]
        + np.maximum(between - 1, 0) * chain.next[inside, inside]
        + middle
        + chain.next[inside, end],
        chain.next[begin, end],
    )
    many = ahead + steps + behind
    scores: Doubles = np.exp(np.where(last == start, alone, many))
    return np.minimum(scores, 1.0)

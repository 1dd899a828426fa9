"""Who says a figure: the speaker of the statement that it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from gaoyou_nlp.records import Figure, Statement


def attribute(figures: Sequence[Figure], statements: Sequence[Statement]) -> list[Figure]:
    """Give figures their speakers.

    Parameters:
        figures: The figures of a text.
        statements: Its statements, in order.

    Returns:
        The figures; those that stand in a statement with a known speaker have that one.

    Examples:
        >>> attribute([], [])
        []
    """
    starts = [statement.start for statement in statements]
    found = []
    for figure in figures:
        at = bisect_right(starts, figure.start) - 1
        inside = at >= 0 and figure.end <= statements[at].end
        found.append(replace(figure, speaker=statements[at].speaker) if inside else figure)
    return found

"""How sequences of different lengths lie in one array for a recurrent layer, without padding.

The sequences stand longest first, and the array holds all first characters, then all second
ones, and so on. A step of the recurrence is then one contiguous stretch of rows that gets
shorter as sequences end. The second direction reads every sequence from its end: its row of a
step is the ``mirror`` of the first direction's row.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from gaoyou_nlp.network.arrays import Ints


@dataclass(frozen=True, slots=True)
class Packing:
    """The layout of a batch.

    Parameters:
        steps: Where each step's rows start, and the end of the last (steps + 1 numbers).
        mirror: For each row, the row of the same sequence as far from its end as this one is
            from its start.
        source: For each row, its place in the sequences written one after the other.
    """

    steps: Ints
    mirror: Ints
    source: Ints

    @property
    def rows(self) -> int:
        """The number of characters in the batch."""
        return int(self.steps[-1])


def pack(lengths: Sequence[int] | Ints) -> Packing:
    """Lay out sequences of the given lengths.

    Parameters:
        lengths: One number a sequence; sequences of length 0 take no row.

    Returns:
        The layout.

    Examples:
        >>> layout = pack([1, 3])
        >>> layout.steps.tolist(), layout.source.tolist(), layout.mirror.tolist()
        ([0, 2, 3, 4], [1, 0, 2, 3], [3, 1, 2, 0])
    """
    given = np.asarray(lengths, dtype=np.int64)
    starts = np.cumsum(given) - given
    order = np.argsort(-given, kind="stable")
    order = order[given[order] > 0]
    sizes = given[order]
    longest = int(sizes[0]) if len(sizes) else 0
    active = np.searchsorted(-sizes, -np.arange(longest), side="left").astype(np.int64)
    steps = np.concatenate([np.zeros(1, np.int64), np.cumsum(active)])
    step = np.repeat(np.arange(longest), active)
    rank = np.arange(steps[-1]) - steps[step]
    mirror = steps[sizes[rank] - 1 - step] + rank
    return Packing(steps, mirror, starts[order][rank] + step)


def stretches(steps: Ints, rows: int) -> list[tuple[int, int]]:
    """Group consecutive steps so that each group has about a number of rows.

    Parameters:
        steps: Of a ``Packing``, or the bounds of any members written one after the other.
        rows: The most rows of a group of more than one step.

    Returns:
        First step and one past the last, of each group.

    Examples:
        >>> stretches(np.array([0, 2, 4, 5, 6]), 4)
        [(0, 2), (2, 4)]
    """
    groups = []
    first, last = 0, len(steps) - 1
    while first < last:
        stop = int(np.searchsorted(steps, steps[first] + rows, side="right")) - 1
        stop = min(max(stop, first + 1), last)
        groups.append((first, stop))
        first = stop
    return groups

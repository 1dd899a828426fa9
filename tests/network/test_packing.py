"""The layout of batches, and windows."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyou_nlp.network.packing import pack, stretches
from training.lac.windows import cut


@given(st.lists(st.integers(0, 9), max_size=8))
def test_rows_of_a_sequence_run_forwards_and_mirrored_backwards(lengths: list[int]) -> None:
    layout = pack(lengths)
    assert layout.rows == sum(lengths)
    assert sorted(layout.source.tolist()) == list(range(sum(lengths)))
    starts = np.cumsum([0, *lengths])
    for number, length in enumerate(lengths):
        rows = np.flatnonzero(
            (layout.source >= starts[number]) & (layout.source < starts[number + 1])
        )
        assert layout.source[rows].tolist() == list(range(starts[number], starts[number + 1]))
        assert layout.source[layout.mirror[rows]].tolist() == layout.source[rows].tolist()[::-1]
        assert len(rows) == length


@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(1, 20))
def test_stretches_cover_all_steps(lengths: list[int], rows: int) -> None:
    steps = pack(lengths).steps
    groups = stretches(steps, rows)
    assert groups[0][0] == 0
    assert groups[-1][1] == len(steps) - 1
    assert all(a[1] == b[0] for a, b in pairwise(groups))
    assert all(steps[b] - steps[a] <= rows for a, b in groups if b - a > 1)


@given(st.integers(0, 3000), st.integers(1, 400), st.integers(0, 100))
def test_windows_keep_every_character_once(length: int, kept: int, overlap: int) -> None:
    window = kept + 2 * overlap
    windows = cut(length, window, overlap)
    assert [c for w in windows for c in range(w.keep_start, w.keep_stop)] == list(range(length))
    assert all(w.stop - w.start <= window for w in windows)
    for w in windows:
        assert w.start == max(0, w.keep_start - overlap) or length <= window
        assert w.stop == min(length, w.keep_stop + overlap) or length <= window


def test_windows_of_nothing_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot overlap by 5"):
        cut(20, 10, 5)

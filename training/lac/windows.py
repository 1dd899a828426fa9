"""Long texts in overlapping windows, so that a recurrent layer reads them side by side.

Only texts longer than a window are cut. The overlap is wide enough for the states at a seam to
be those of the whole text: see ``tests/models/test_lac.py``.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple


class Window(NamedTuple):
    """A stretch to read, and the part of it whose states are kept.

    Parameters:
        start, stop: What is read (characters of the text).
        keep_start, keep_stop: What is kept; the kept parts of a text's windows are the text.
    """

    start: int
    stop: int
    keep_start: int
    keep_stop: int


def cut(length: int, window: int, overlap: int) -> list[Window]:
    """Cut a text into windows.

    Parameters:
        length: Of the text in characters.
        window: The most characters of a window.
        overlap: How far a window reads beyond what it keeps, on each side that is not an edge
            of the text.

    Returns:
        The windows in order; one for a text that fits, none for an empty text.

    Raises:
        ValueError: The overlaps leave nothing of a window.

    Example:
        >>> cut(10, 8, 2)[1]
        Window(start=1, stop=8, keep_start=3, keep_stop=6)
    """
    kept = window - 2 * overlap
    if kept <= 0 or overlap < 0:
        raise ValueError(f"windows of {window} characters cannot overlap by {overlap}.")
    if length <= window:
        return [Window(0, length, 0, length)] if length else []
    pieces = -(-length // kept)
    edges = [length * i // pieces for i in range(pieces + 1)]
    return [Window(max(0, a - overlap), min(length, b + overlap), a, b) for a, b in pairwise(edges)]

"""How a text was set: whether sentences are broken over lines, and how wide the columns are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from gaoyou_nlp.reading.lines import Line, ends_sentence, has_inner_stop

_BLOCK = 8
_FULL = 0.8
"""A line is full from this share of the usual width of its neighbours on: marks that may not
begin a line, and Latin words, leave some lines shorter."""


def _quantile(numbers: Iterable[float], share: float) -> float:
    ordered = sorted(numbers)
    return ordered[int(len(ordered) * share)] if ordered else 0.0


class Layout:
    r"""What the lines of a text say together.

    Parameters:
        lines: All of them.

    Attributes:
        wrapped: Whether sentences are broken over lines.
        ragged: Whether they are broken at no particular width.

    Examples:
        >>> from gaoyou_nlp.reading.lines import scan
        >>> Layout(scan("会议指出，要抓好项\n目建设，确保按时完\n成。")).wrapped
        True
        >>> Layout(scan("会议指出，要抓好项目。\n会议强调，要抓好安全。")).wrapped
        False
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        self._lines = lines
        self._medians: dict[int, float] = {}
        self._indent = _quantile((line.indent for line in lines), 0.25)
        inner = [(i, a, b) for i, (a, b) in enumerate(pairwise(lines)) if has_inner_stop(a.text)]
        broken = [(i, a, b) for i, a, b in inner if not ends_sentence(a.text)]
        fitting = sum(b.width <= 1.3 * a.width + 2 for _, a, b in broken)
        self.wrapped = fitting > 0 and fitting >= 0.3 * len(inner)
        narrow = sum(not self._is_full(i) for i, _, b in broken if not b.gap)
        self.ragged = self.wrapped and narrow >= 0.25 * len(broken)

    def full(self, at: int) -> bool:
        """Whether a line reaches the end of its column, so that the next may continue it."""
        return self.wrapped and (self.ragged or self._is_full(at))

    def exact(self, at: int) -> bool:
        """Whether a line is as wide as its column to one character."""
        return self.wrapped and abs(self._lines[at].width - self._usual(at)) <= 1

    def indented(self, at: int) -> bool:
        """Whether a line is set in further than most, as the first of a paragraph is."""
        return self._lines[at].indent > self._indent + 0.9

    def _is_full(self, at: int) -> bool:
        return self._lines[at].width >= _FULL * self._usual(at)

    def _usual(self, at: int) -> float:
        block = at // _BLOCK
        if block not in self._medians:
            near = self._lines[max(0, (block - 1) * _BLOCK) : (block + 2) * _BLOCK]
            self._medians[block] = _quantile((line.width for line in near), 0.5)
        return self._medians[block]

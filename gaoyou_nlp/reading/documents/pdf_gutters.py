"""Narrow gaps between columns: no wider than a blank, but at one place in line after line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from gaoyou_nlp.reading.documents.pdf_characters import GAP, Char

_LEVEL = 0.35
_NARROWEST = 0.3
"""Widths of a letter that a gap has at least; letters of a line stand closer."""

_FEWEST_LINES = 5
_LONG = 8
"""Letters that lines have on both sides of a gutter: else it parts the cells of a list."""

_SPREAD = 3.0
_MOST_STRIPS = 40
_MOST_MISSES = 3
_CLOSING = "，。、；：！？”’）》」』】"


@dataclass(frozen=True, slots=True)
class Gutter:
    """An upright strip that no letter stands in, between two columns."""

    left: float
    right: float
    top: float
    bottom: float

    def parts(self, before: float, after: float, base: float) -> bool:
        """Whether it stands between two letters of a line on a height."""
        middle = (self.left + self.right) / 2
        return self.top <= base <= self.bottom and before - 1 <= middle <= after + 1


@dataclass(slots=True)
class _Strip:
    left: float
    right: float
    top: float
    bottom: float
    lines: int
    letters: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Gap:
    left: float
    right: float
    letters: tuple[int, int]
    width: float
    """Of a letter of the line."""


def end_of(char: Char) -> float:
    """Where a letter ends for the eye: of a closing mark half counts."""
    return (char.left + char.right) / 2 if char.text in _CLOSING else char.right


def gutters_of(chars: Sequence[Char]) -> list[Gutter]:
    """Find the narrow gutters of a page.

    Parameters:
        chars: Of the page.

    Returns:
        The strips between columns of running text that stand on the same lines. A strip ends
        where a letter stands in it.
    """
    found: list[Gutter] = []
    open_: list[_Strip] = []
    for row in rows_of(chars):
        left, right, base = row[0].left, end_of(row[-1]), row[0].base
        gaps = list(_gaps(row))
        kept: list[_Strip] = []
        used: set[int] = set()
        for strip in open_:
            at = next((n for n, gap in enumerate(gaps) if _meet(strip, gap)), None)
            if at is not None:
                gap = gaps[at]
                strip.left, strip.right = max(strip.left, gap.left), min(strip.right, gap.right)
                strip.bottom, strip.lines = base, strip.lines + 1
                strip.letters.append(gap.letters)
                used.add(at)
                kept.append(strip)
            elif strip.left >= right or strip.right <= left:
                kept.append(strip)
            else:
                found += _done(strip)
        kept += [
            _Strip(gap.left, gap.right, base, base, 1, [gap.letters])
            for at, gap in enumerate(gaps)
            if at not in used
        ]
        open_ = kept[-_MOST_STRIPS:]
    return [*found, *(gutter for strip in open_ for gutter in _done(strip))]


def rows_of(chars: Sequence[Char]) -> Iterator[list[Char]]:
    """What stands on one height, from top to bottom, each from left to right."""
    row: list[Char] = []
    for char in sorted((c for c in chars if c.text not in (" ", GAP)), key=lambda c: c.base):
        if row and char.base - row[0].base > _LEVEL * (row[0].bottom - row[0].top):
            yield sorted(row, key=lambda one: one.left)
            row = []
        row.append(char)
    if row:
        yield sorted(row, key=lambda one: one.left)


def _gaps(row: Sequence[Char]) -> Iterator[_Gap]:
    width = _width(row)
    places = [
        at
        for at, (one, other) in enumerate(pairwise(row), 1)
        if other.left - end_of(one) >= _NARROWEST * width
    ]
    bounds = [0, *places, len(row)]
    for number, at in enumerate(places, 1):
        letters = at - bounds[number - 1], bounds[number + 1] - at
        yield _Gap(end_of(row[at - 1]), row[at].left, letters, width)


def _width(row: Sequence[Char]) -> float:
    """How wide the letters of a line are, Chinese ones if it has any."""
    widths = sorted(char.right - char.left for char in row)
    return widths[len(widths) * 3 // 4] or 1.0


def _meet(strip: _Strip, gap: _Gap) -> bool:
    common = min(strip.right, gap.right) - max(strip.left, gap.left)
    return common >= 0.8 * _NARROWEST * gap.width


def _done(strip: _Strip) -> Iterator[Gutter]:
    if strip.lines < _FEWEST_LINES:
        return
    lefts, rights = (sum(letters) / strip.lines for letters in zip(*strip.letters, strict=True))
    if min(lefts, rights) >= _LONG:
        yield Gutter(strip.left, strip.right, strip.top - 1, strip.bottom + 1)


def is_woven(lines: Sequence[tuple[str, Sequence[float], float]]) -> bool:
    """Whether lines look as if each ran over two columns.

    Parameters:
        lines: From top to bottom, each with its text, the left edges of its letters and the
            width of a letter.

    Returns:
        Whether several lines near each other have one blank at about one place, between two long
        stretches of Chinese.
    """
    places: list[float] = []
    misses = 0
    for text, edges, width in lines:
        place = _blank(text, edges)
        if place is not None and (not places or abs(place - places[-1]) <= _SPREAD * width):
            places.append(place)
            misses = 0
        elif places and edges and edges[0] < places[-1] < edges[-1]:
            misses += 1
        if len(places) >= _FEWEST_LINES:
            return True
        if misses == _MOST_MISSES:
            places, misses = [], 0
    return False


def _blank(text: str, edges: Sequence[float]) -> float | None:
    """Where the one blank of a line stands, if it parts two long stretches of running text."""
    at = text.find(" ")
    if at < _LONG or text.find(" ", at + 1) >= 0 or len(text) - at <= _LONG or len(edges) <= at:
        return None
    beside = text[at - 1] + text[at + 1]
    return None if beside.isascii() or text[at - 1] in "：。；" else edges[at]

"""The order in which the pieces of a page are read: columns, and what stands across them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol, TypeVar

_GUTTER = 0.7
_STEP = 2.0
_FEW = 2
_DEEPEST = 40
_MOST = 3000
"""Pieces of a page of which bands are sought; no newspaper has more lines on one."""
_TALL = 4.0
_LARGE = 1.4
_CENTRAL = 2.0


class Boxed(Protocol):
    """Anything with a box on the page."""

    @property
    def left(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def bottom(self) -> float: ...


class Placed(Boxed, Protocol):
    """What has letters of a size in its box."""

    @property
    def size(self) -> float: ...


Item = TypeVar("Item", bound=Placed)


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column begins and ends."""

    left: float
    right: float


def in_order(
    items: Sequence[Item], narrow: Sequence[float] = (), middle: float | None = None
) -> list[tuple[Column, list[Item]]]:
    """Put the pieces of a page in the order of reading.

    Parameters:
        items: Lines and tables.
        narrow: Where gutters stand that are narrower than a gap that is one by itself.
        middle: Of the page, over which a headline may be set though the last column is empty.

    Returns:
        Columns with their pieces from top to bottom. A gap that goes through from top to bottom
        parts columns; else the pieces that cross the best gap part the page into bands.
    """
    if not items:
        return []
    sizes = sorted(item.size for item in items)
    return _parted(list(items), sizes[len(sizes) // 2], _Page(tuple(narrow), middle), 0)


@dataclass(frozen=True, slots=True)
class _Page:
    """What is known of the page: its narrow gutters and its middle."""

    narrow: tuple[float, ...]
    middle: float | None


def _parted(
    items: list[Item], em: float, page: _Page, depth: int
) -> list[tuple[Column, list[Item]]]:
    columns = _columns(items, em, page.narrow) if depth < _DEEPEST else [items]
    if len(columns) > 1:
        if _is_row(columns) or not _stand_beside(columns):
            return [_leaf(items)]
        above, below = _headlines(items, columns, em, page.middle)
        if above:
            return [_leaf(above), *_parted(below, em, page, depth + 1)]
        text, table = _table_below(columns, em)
        if table:
            return [part for its in (text, table) for part in _parted(its, em, page, depth + 1)]
        return [leaf for column in columns for leaf in _parted(column, em, page, depth + 1)]
    bands = _bands(items, em, page.narrow) if depth < _DEEPEST else [items]
    if len(bands) > 1:
        return [leaf for band in bands for leaf in _parted(band, em, page, depth + 1)]
    return [_leaf(items)]


def _headlines(
    items: list[Item], columns: list[list[Item]], em: float, centre: float | None
) -> tuple[list[Item], list[Item]]:
    """Large lines in the middle above all columns: they belong to all of them, though they are no
    wider than the one that they stand above."""
    middle = (min(i.left for i in items) + max(i.right for i in items)) / 2
    ordered = sorted(items, key=lambda item: item.top)
    count = 0
    for item, below in pairwise(ordered):
        central = any(
            abs((item.left + item.right) / 2 - at) < _CENTRAL * em for at in {middle, centre or 0.0}
        )
        large = item.size >= _LARGE * em or count > 0
        if not (central and large and item.bottom <= below.top + 0.3 * em):
            break
        count += 1
    if not count or not all(any(i in ordered[count:] for i in column) for column in columns):
        return [], items
    return ordered[:count], ordered[count:]


def _table_below(columns: Sequence[list[Item]], em: float) -> tuple[list[Item], list[Item]]:
    """Part a table, and what follows it, from columns that end above it: it stands below all of
    them, though it is no wider than the one under which it begins. Columns under headlines are
    other articles, unless they end level with that one."""
    for column in columns:
        ordered = sorted(column, key=lambda item: item.top)
        at = next((n for n, item in enumerate(ordered) if n and _is_tall(item)), None)
        if at is None:
            continue
        others = [item for other in columns if other is not column for item in other]
        last, end = max(item.bottom for item in others), ordered[at - 1].bottom
        level = abs(last - end) < 2 * em or not any(i.size >= _LARGE * em for i in others)
        if level and max(last, end) <= ordered[at].top:
            return [*others, *ordered[:at]], ordered[at:]
    return [], []


def _is_tall(item: Placed) -> bool:
    """Whether an item is a table rather than a line."""
    return item.bottom - item.top >= _TALL * item.size


def _leaf(items: list[Item]) -> tuple[Column, list[Item]]:
    column = Column(min(i.left for i in items), max(i.right for i in items))
    return column, _rows(items)


def _rows(items: list[Item]) -> list[Item]:
    """Pieces from top to bottom, those on one height from left to right."""
    rows: list[list[Item]] = []
    for item in sorted(items, key=lambda one: one.bottom):
        if rows and item.bottom - rows[-1][0].bottom < 0.3 * min(item.size, rows[-1][0].size):
            rows[-1].append(item)
        else:
            rows.append([item])
    return [item for row in rows for item in sorted(row, key=lambda one: one.left)]


def _columns(items: list[Item], em: float, narrow: Sequence[float]) -> list[list[Item]]:
    """Part pieces at the gaps that go through from top to bottom."""
    groups: list[list[Item]] = []
    right = 0.0
    for item in sorted(items, key=lambda one: one.left):
        gap = item.left - right >= _GUTTER * em or any(right <= at <= item.left for at in narrow)
        if groups and not gap:
            groups[-1].append(item)
            right = max(right, item.right)
        else:
            groups.append([item])
            right = item.right
    return _substantial(groups)


def _substantial(groups: list[list[Item]]) -> list[list[Item]]:
    """Columns of a single line are none, as a date that stands to the right."""
    if all(len(group) == 1 for group in groups):
        return groups
    found: list[list[Item]] = []
    waiting: list[Item] = []
    for group in groups:
        if len(group) == 1 and not _is_tall(group[0]):
            (found[-1] if found else waiting).extend(group)
        else:
            found.append([*waiting, *group])
            waiting = []
    return found


def _is_row(columns: list[list[Item]]) -> bool:
    """Whether columns are only the pieces of one line, as in a page's head."""
    items = [item for column in columns for item in column]
    tallest = max(item.size for item in items)
    return max(i.bottom for i in items) - min(i.top for i in items) < 1.8 * tallest


def _stand_beside(columns: Sequence[Sequence[Item]]) -> bool:
    """Whether a piece of one column stands beside one of another; a signature that is set to the
    right between two paragraphs does not."""
    bottoms = [float("-inf")] * len(columns)
    pieces = [(item.top, at, item) for at, column in enumerate(columns) for item in column]
    for top, at, item in sorted(pieces, key=lambda piece: piece[0]):
        for other, bottom in enumerate(bottoms):
            if other != at and bottom > top + 0.3 * item.size:
                return True
        bottoms[at] = max(bottoms[at], item.bottom)
    return False


def _are_columns(band: Sequence[Item], at: float) -> bool:
    """Whether the pieces of a band stand beside each other on both sides of a gap."""
    halves = [i for i in band if i.right <= at], [i for i in band if i.left >= at]
    return min(map(len, halves)) >= _FEW and _overlap(*halves)


def _overlap(one: Sequence[Item], other: Sequence[Item]) -> bool:
    """The same of two columns, each from top to bottom."""
    i = j = 0
    while i < len(one) and j < len(other):
        above, below = one[i], other[j]
        if above.top <= below.top:
            i += 1
        else:
            above, below = below, above
            j += 1
        if above.bottom > below.top + 0.3 * below.size:
            return True
    return False


def _bands(items: list[Item], em: float, narrow: Sequence[float]) -> list[list[Item]]:
    """Part pieces into bands from top to bottom at those that cross the best gap."""
    if len(items) > _MOST:
        return [items]
    left, right = min(i.left for i in items), max(i.right for i in items)
    ordered = sorted(items, key=lambda item: item.top)
    best: tuple[float, list[list[Item]]] = (0.0, [items])
    for at, half in _places(left + 4 * em, right - 4 * em, em, narrow):
        crossing = [item.left < at + half and item.right > at - half for item in ordered]
        if sum(crossing) <= len(items) // 2:
            score, bands = _cut(ordered, crossing, at)
            if score > best[0]:
                best = score, bands
    return best[1]


def _places(
    first: float, last: float, em: float, narrow: Sequence[float]
) -> Iterator[tuple[float, float]]:
    """Where a gap may be, each with half the width that it must have."""
    yield from ((at, 0.0) for at in narrow if first <= at <= last)
    at = first
    while at < last:
        yield at, _GUTTER * em / 2
        at += _STEP


def _cut(items: list[Item], crossing: list[bool], at: float) -> tuple[float, list[list[Item]]]:
    """The bands that the crossing pieces part, and how much of the page columns then hold.

    A band counts if it has pieces on both sides of the gap and more than a line of them.
    """
    bands: list[list[Item]] = []
    kinds: list[bool] = []
    score = 0.0
    for item, crosses in zip(items, crossing, strict=True):
        if bands and kinds[-1] == crosses:
            bands[-1].append(item)
        else:
            bands.append([item])
            kinds.append(crosses)
    merged: list[list[Item]] = []
    before_plain = False
    for band, crosses in zip(bands, kinds, strict=True):
        good = not crosses and len(band) >= 2 * _FEW and _are_columns(band, at)
        if good:
            score += len(band)
        if merged and before_plain and not good:
            merged[-1] += band
        else:
            merged.append(list(band))
        before_plain = not good
    return (score, merged) if score else (0.0, [items])

"""Boxes of a page: frames that hold an article of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

from gaoyou_nlp.reading.documents.pdf_characters import Rule
from gaoyou_nlp.reading.documents.pdf_order import Placed

_NEAR = 3.0
_LEAST = 40.0
"""Points that a box is wide and high at least."""

_FEWEST = 3
"""Lines that a box holds at least; fewer are a headline with a frame."""

_MOST = 0.6
"""The share of the page's lines from which on a box is the frame of the page."""

_MOST_RULES = 2000

Item = TypeVar("Item", bound=Placed)


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame of four lines."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, item: Placed) -> bool:
        """Whether the middle of something lies in it."""
        x, y = (item.left + item.right) / 2, (item.top + item.bottom) / 2
        return self.left < x < self.right and self.top < y < self.bottom


def frames_of(rules: Sequence[Rule]) -> list[Frame]:
    """Find the frames that lines of a page form, the smallest first.

    Examples:
        >>> sides = [(0, 0, 90, 1), (0, 60, 90, 61), (0, 0, 1, 61), (89, 0, 90, 61)]
        >>> frames_of([Rule(*side) for side in sides])
        [Frame(left=0, top=0, right=90, bottom=61)]
    """
    its = [rule for rule in rules[:_MOST_RULES] if _long(rule) >= _LEAST]
    uprights: dict[tuple[int, int], list[Rule]] = {}
    for rule in its:
        if not rule.level:
            uprights.setdefault((_cell(rule.top), _cell(rule.bottom)), []).append(rule)
    found = set()
    for sides in uprights.values():
        sides.sort(key=lambda rule: rule.left)
        for one, other in pairwise(sides):
            frame = Frame(
                one.left, min(one.top, other.top), other.right, max(one.bottom, other.bottom)
            )
            if frame.right - frame.left >= _LEAST and _is_closed(frame, its):
                found.add(frame)
    return sorted(found, key=lambda f: ((f.right - f.left) * (f.bottom - f.top), f.top, f.left))


def _long(rule: Rule) -> float:
    return max(rule.right - rule.left, rule.bottom - rule.top)


def _cell(place: float) -> int:
    return round(place / _NEAR)


def _is_closed(frame: Frame, rules: Sequence[Rule]) -> bool:
    return all(
        any(
            rule.level
            and abs(rule.top - edge) <= _NEAR
            and abs(rule.left - frame.left) <= _NEAR
            and abs(rule.right - frame.right) <= _NEAR
            for rule in rules
        )
        for edge in (frame.top, frame.bottom)
    )


def boxed(items: Sequence[Item], frames: Sequence[Frame]) -> Iterator[list[Item]]:
    """Part what stands on a page: first what stands in no box, then each box from top to bottom.

    Parameters:
        items: Lines and tables.
        frames: The smallest first.

    Yields:
        Groups that are read on their own. A frame around a headline alone, or around most of the
        page, is no box.
    """
    rest = list(items)
    boxes: list[tuple[Frame, list[Item]]] = []
    for frame in frames:
        inside = [item for item in rest if frame.holds(item)]
        if _FEWEST <= len(inside) <= _MOST * len(items):
            boxes.append((frame, inside))
            taken = set(map(id, inside))
            rest = [item for item in rest if id(item) not in taken]
    yield rest
    for _, inside in sorted(boxes, key=lambda box: (box[0].top, box[0].left)):
        yield inside

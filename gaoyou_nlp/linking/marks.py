"""The marks of an article by what they name, so that each is looked up, not searched for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from typing import Final

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.records import Record, Span

_REPORTER: Final = re.compile("记者 ?")
_SIGNED: Final = re.compile("（([^（）]{1,30})）")
_LONGEST: Final = 30
"""Characters of the longest name."""


class Marks:
    """The spans of an article by what they name.

    Parameters:
        record: The article; its spans are flat and in order.
    """

    def __init__(self, record: Record) -> None:
        self._record = record
        self._people: dict[str, list[Span]] = defaultdict(list)
        self._bodies: dict[str, list[int]] = defaultdict(list)
        for at, span in enumerate(record.spans):
            if span.label in NAMES:
                self._people[span.text].append(span)
            elif span.label == "ORG":
                self._bodies[span.text[-1:]].append(at)
        self._signed = _signed(record.text)

    def of_person(self, name: str) -> list[Span]:
        """Return where a personal name is marked."""
        return self._people.get(name, [])

    def body_before(self, at: int, ends: str) -> str | None:
        """Return the last body before a span.

        Parameters:
            at: The number of the span.
            ends: The characters that the name of the body may end in.
        """
        earlier = (self._last_before(at, end) for end in ends)
        last = max((number for number in earlier if number is not None), default=None)
        return None if last is None else self._record.spans[last].text

    def _last_before(self, at: int, end: str) -> int | None:
        numbers = self._bodies.get(end, [])
        place = bisect_left(numbers, at)
        return numbers[place - 1] if place else None

    def signs(self, name: str) -> bool:
        """Whether a name stands behind 记者, or in brackets where a paragraph ends."""
        return name in self._signed


def _signed(text: str) -> set[str]:
    """What stands behind 记者 up to any length of a name, and what is signed in brackets."""
    found: set[str] = set()
    for match in _REPORTER.finditer(text):
        for start in {match.start() + 2, match.end()}:
            found.update(text[start:end] for end in range(start + 1, start + _LONGEST))
    first: dict[str, int] = {}
    for match in _SIGNED.finditer(text):
        first.setdefault(match[1], match.end())
    found.update(name for name, end in first.items() if text[end : end + 1] in ("", "\n"))
    return found

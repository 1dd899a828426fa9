"""The areas found so far in a text, and what all the rules for areas ask of it."""

from __future__ import annotations

from gaoyou_nlp.language.areas import places
from gaoyou_nlp.language.tables import words
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.places.surroundings import in_title
from gaoyou_nlp.rules.segmentation import Segmentation


class Marks:
    """The areas found so far, none over another.

    Parameters:
        cut: The words of the text.
    """

    def __init__(self, cut: Segmentation) -> None:
        self.cut = cut
        self.text = cut.text
        self.known = places()
        self.generic = words("places/place_generic.txt")
        self.at: dict[int, tuple[int, str]] = {}
        self._ends: set[int] = set()
        self._covered = bytearray(len(cut.text) + 1)

    def add(self, start: int, end: int, rule: str) -> None:
        """Take an area in, unless it overlaps one or stands inside a title."""
        if self.free(start, end) and not in_title(self.text, start, end):
            self.at[start] = (end, rule)
            self._ends.add(end)
            self._covered[start:end] = b"\x01" * (end - start)

    def replace(self, start: int, end: int, rule: str) -> None:
        """Put a longer area in the place of those it covers."""
        for old in [s for s in range(start, end) if s in self.at]:
            self._ends.discard(self.at.pop(old)[0])
        self._covered[start:end] = b"\x00" * (end - start)
        self.add(start, end, rule)

    def free(self, start: int, end: int) -> bool:
        """Whether no area covers any of a stretch."""
        return self._covered.find(1, start, end) < 0

    def is_area(self, start: int, end: int) -> bool:
        """Whether a stretch is an area."""
        return self.at.get(start, (0, ""))[0] == end

    def ends_at(self, offset: int) -> bool:
        """Whether an area ends at an offset."""
        return offset in self._ends

    def last_end(self, low: int, high: int) -> int:
        """Return the last end of an area between two offsets, or ``low``."""
        return next((at for at in range(high, low, -1) if at in self._ends), low)

    def spans(self) -> list[Span]:
        """The areas as candidates, in the order of the text."""
        return [
            Span(start, end, "GPE", self.text[start:end], rule)
            for start, (end, rule) in sorted(self.at.items())
        ]

"""Finds the entries of a word list in a text: leftmost, longest, in one pass."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

_LONG = 5_000_000  # heads times characters from which one walk is faster


class Matcher:
    """A set of surfaces to be found in texts.

    Entries are grouped by their first two characters, longest first, so a text is passed once
    and each place costs a few dictionary look-ups however long the list is.

    Parameters:
        surfaces: What to look for; empty ones are left out.

    Example:
        >>> list(Matcher(["高邮", "高邮市"]).find("在高邮市和高邮"))
        [(1, 4), (5, 7)]
    """

    def __init__(self, surfaces: Iterable[str]) -> None:
        self._surfaces = frozenset(s for s in surfaces if s)
        lengths: dict[str, set[int]] = {}
        for surface in self._surfaces:
            lengths.setdefault(surface[:2], set()).add(len(surface))
        self._lengths = {head: sorted(its, reverse=True) for head, its in lengths.items()}

    def __len__(self) -> int:
        return len(self._surfaces)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each entry found; a match starts where the last one ended.

        Latin and digit surfaces match whole words only.

        Parameters:
            text: Any text.

        Yields:
            Character offsets, end exclusive.
        """
        at = 0
        for start in self._starts(text):
            if start >= at:
                end = self.longest_at(text, start)
                if end > start:
                    yield start, end
                    at = end

    def _starts(self, text: str) -> Iterable[int]:
        """Where an entry may begin: found head by head in short texts, in one walk in long ones."""
        if len(self._lengths) * len(text) > _LONG:
            firsts = re.escape("".join(sorted({head[0] for head in self._lengths})))
            return (found.start() for found in re.finditer(f"[{firsts}]", text))
        starts = []
        for head in self._lengths:
            at = text.find(head)
            while at >= 0:
                starts.append(at)
                at = text.find(head, at + 1)
        return sorted(starts)

    def longest_at(self, text: str, at: int) -> int:
        """Return the end of the longest entry that starts at ``at``, or ``at`` if none does."""
        lengths: Sequence[int] = self._lengths.get(text[at : at + 2], ())
        for length in (*lengths, 1):
            end = at + length
            if end <= len(text) and text[at:end] in self._surfaces and _whole(text, at, end):
                return end
        return at


def _whole(text: str, start: int, end: int) -> bool:
    return not (_joined(text, start) or _joined(text, end))


def _joined(text: str, edge: int) -> bool:
    """Whether an edge lies inside a run of Latin letters or digits."""
    if not 0 < edge < len(text):
        return False
    before, after = text[edge - 1], text[edge]
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()

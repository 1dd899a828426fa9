"""Finds the entries of a word list in a text: leftmost, longest, in one pass (Aho-Corasick)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from ahocorasick_rs import AhoCorasick, MatchKind

_FEW = 20
"""Surfaces up to which each is looked for by itself."""


class Matcher:
    """A set of surfaces to be found in texts.

    A text is passed once, however many surfaces there are (Aho and Corasick 1975); a few are looked
    for one by one, which takes less than to build that.

    Parameters:
        surfaces: What to look for; empty ones are left out.

    Examples:
        >>> list(Matcher(["高邮", "高邮市"]).find("在高邮市和高邮"))
        [(1, 4), (5, 7)]
    """

    def __init__(self, surfaces: Iterable[str]) -> None:
        self._surfaces = sorted({s for s in surfaces if s})

    def __len__(self) -> int:
        return len(self._surfaces)

    @cached_property
    def _longest(self) -> AhoCorasick:
        kind = MatchKind.LeftmostLongest
        return AhoCorasick(self._surfaces, matchkind=kind, store_patterns=False)

    @cached_property
    def _all(self) -> AhoCorasick:
        return AhoCorasick(self._surfaces, store_patterns=False)

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield (start, end) of each entry found; a match starts where the last one ended.

        Latin and digit surfaces match whole words only; where the longest entry at a place does
        not, a shorter one may.

        Parameters:
            text: Any text.

        Yields:
            Character offsets, end exclusive.
        """
        if not self._surfaces:
            return
        if len(self._surfaces) <= _FEW:
            matches = list(_leftmost(_occurrences(text, self._surfaces)))
        else:
            found = self._longest.find_matches_as_indexes(text)
            matches = [(start, end) for _, start, end in found]
        if all(_is_whole(text, start, end) for start, end in matches):
            yield from matches
        else:
            yield from self._whole_matches(text)

    def _whole_matches(self, text: str) -> Iterator[tuple[int, int]]:
        """The same, from all matches, those inside longer ones too."""
        found = self._all.find_matches_as_indexes(text, overlapping=True)
        yield from _leftmost((s, e) for _, s, e in found if _is_whole(text, s, e))


def _occurrences(text: str, surfaces: Iterable[str]) -> Iterator[tuple[int, int]]:
    for surface in surfaces:
        at = text.find(surface)
        while at >= 0:
            yield at, at + len(surface)
            at = text.find(surface, at + 1)


def _leftmost(matches: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Of some matches those that stand: leftmost, longest, none over another."""
    last = 0
    for start, end in sorted(matches, key=lambda match: (match[0], -match[1])):
        if start >= last:
            yield start, end
            last = end


def _is_whole(text: str, start: int, end: int) -> bool:
    return not (_is_joined(text, start) or _is_joined(text, end))


def _is_joined(text: str, edge: int) -> bool:
    """Whether an edge lies inside a run of Latin letters or digits."""
    if not 0 < edge < len(text):
        return False
    before, after = text[edge - 1], text[edge]
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()

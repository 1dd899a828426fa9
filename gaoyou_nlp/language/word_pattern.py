"""Patterns that are nothing but words: compiled tries in place of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Protocol, cast

from gaoyou_nlp.language.tables import alternation
from gaoyou_nlp.language.word_table import compiled


class WordMatch(Protocol):
    """What was found, as a ``re.Match`` without groups."""

    def start(self) -> int:
        """Return where it begins."""

    def end(self) -> int:
        """Return where it ends."""

    def span(self) -> tuple[int, int]:
        """Return both."""

    def group(self) -> str:
        """Return its characters."""

    def __getitem__(self, group: int, /) -> str:
        """Return its characters, for the group 0."""


class WordPattern(Protocol):
    """Finds words in texts, the longest at each place, as a ``re.Pattern`` does."""

    def match(self, string: str, pos: int = 0, endpos: int = ...) -> WordMatch | None:
        """Find the longest word that begins at an offset."""

    def fullmatch(self, string: str, pos: int = 0, endpos: int = ...) -> WordMatch | None:
        """Find the word that a stretch is."""

    def search(self, string: str, pos: int = 0, endpos: int = ...) -> WordMatch | None:
        """Find the first word behind an offset."""

    def finditer(self, string: str, pos: int = 0, endpos: int = ...) -> Iterator[WordMatch]:
        """Find all words, none over another."""


class WordEnds(Protocol):
    """Finds where the longest words end that begin at some offsets."""

    def ends_at(self, string: str, places: Iterable[int]) -> list[tuple[int, int]]:
        """Return (start, end) of the longest word at each offset where one begins."""


class _PlainWordEnds:
    """The same without compiled code: by the first two characters of words."""

    def __init__(self, entries: Iterable[str]) -> None:
        self._entries = frozenset(entries)
        sizes: dict[str, set[int]] = {}
        for entry in self._entries:
            sizes.setdefault(entry[:2], set()).add(len(entry))
        self._sizes = {head: sorted(its, reverse=True) for head, its in sizes.items()}

    def ends_at(self, string: str, places: Iterable[int]) -> list[tuple[int, int]]:
        """Return (start, end) of the longest word at each offset where one begins."""
        found = []
        for at in places:
            for size in self._sizes.get(string[at : at + 2], ()):
                word = string[at : at + size]
                if word in self._entries:
                    found.append((at, at + len(word)))
                    break
        return found


def word_ends(entries: Iterable[str]) -> WordEnds:
    """Build a list of words of two characters and more, to be looked up at given offsets.

    Parameters:
        entries: The words.

    Examples:
        >>> word_ends(["高邮", "高邮市"]).ends_at("在高邮市", range(4))
        [(1, 4)]
    """
    if compiled is None:
        return _PlainWordEnds(entries)
    return cast(WordEnds, compiled.WordPattern(list(entries), False))


def word_pattern(entries: Iterable[str], *, repeated: bool = False) -> WordPattern:
    """Build a pattern of words.

    Parameters:
        entries: The words, taken literally; none may be empty.
        repeated: Whether words that follow one another are one match.

    Examples:
        >>> pattern = word_pattern(["市长", "市", "县长"])
        >>> [match.span() for match in pattern.finditer("市县长和市长")]
        [(0, 1), (1, 3), (4, 6)]
        >>> [m[0] for m in word_pattern(["市", "县"], repeated=True).finditer("市县长和市长")]
        ['市县', '市']
    """
    found = list(entries)
    if compiled is not None and found:
        return cast(WordPattern, compiled.WordPattern(found, repeated))
    one = alternation(found)
    # The first word stands outside the repetition: the search then skips by first characters.
    return cast(WordPattern, re.compile(f"{one}(?:{one})*" if repeated else one))

"""The words of a dictionary with their costs, and the cheapest way to write a text with them.

``_words`` is compiled when the library is installed on a machine with a C compiler, and is part of
its wheels; the class here does the same without it. The environment variable
``GAOYOU_KERNELS=numpy``, read once when this module is imported, leaves the compiled one aside.
"""

from __future__ import annotations

import os
from itertools import repeat
from math import inf
from types import ModuleType
from typing import Protocol

Pair = tuple[float, tuple[int, ...]]
Head = tuple[float, dict[str, Pair]]
_NO_SECONDS: dict[str, Pair] = {}


class WordTable(Protocol):
    """Words with their costs."""

    def segment(self, text: str) -> tuple[int, ...]:
        """Return the edges of the cheapest words of a text: 0, …, its length.

        Of several ways that cost the same, the one with the longer words at the end.
        """

    def costs_to_end(self, window: str) -> list[float]:
        """Return what the cheapest words from each place of a text to its end cost."""

    def cost(self, word: str) -> float | None:
        """Return the cost of a word, None for no word.

        A character that begins a word costs as an unknown one; two that begin one, infinitely much.
        """

    def cost_of_counted(self, word: str) -> float | None:
        """Return the cost of a word that was counted, None for any other."""

    def count(self, word: str) -> int:
        """Return how often a word was counted, 0 for any other."""


def _load() -> ModuleType | None:
    if os.environ.get("GAOYOU_KERNELS") == "numpy":
        return None
    try:
        from gaoyou_nlp.language import _words
    except ImportError:
        return None
    return _words


compiled: ModuleType | None = _load()
"""The compiled module, or None."""


def build_word_table(costs: dict[str, float], unknown: float, counts: dict[str, int]) -> WordTable:
    """Build a table of words.

    Parameters:
        costs: From words to their costs, which are not negative.
        unknown: The cost of a character that is no word.
        counts: How often words were counted; some may have no cost.

    Examples:
        >>> build_word_table({"和": 6.0, "平": 8.0, "和平": 10.0}, 17.0, {}).segment("和平与")
        (0, 2, 3)
    """
    if compiled is None:
        return PlainWordTable(costs, unknown, counts)
    table: WordTable = compiled.WordTable(costs, unknown, counts)
    return table


class PlainWordTable:
    """Words parted for quick look-up in Python: small tables of neighbours, not one of pairs.

    Parameters:
        costs, unknown, counts: As for ``build_word_table``.
    """

    def __init__(self, costs: dict[str, float], unknown: float, counts: dict[str, int]) -> None:
        self.unknown = unknown
        self.counts = counts
        # From a character to its cost, and from each that may follow it in a word to the cost of
        # the two as a word (infinite where they are none) and the lengths of longer words that they
        # begin. Pairs of one cost share their tuple: the tables stay small and near.
        self.heads: dict[str, Head] = {}
        self.longer: dict[str, float] = {}
        shared: dict[Pair, Pair] = {}
        lengths: dict[str, set[int]] = {}
        pairs: dict[str, float] = {}
        for word, cost in costs.items():
            if len(word) == 1:
                self.heads[word] = cost, {}
            elif len(word) == 2:
                pairs[word] = cost
            else:
                self.longer[word] = cost
                lengths.setdefault(word[:2], set()).add(len(word))
        for two in pairs.keys() | lengths.keys():
            pair = pairs.get(two, inf), tuple(sorted(lengths.get(two, ())))
            _, seconds = self.heads.setdefault(two[0], (unknown, {}))
            seconds[two[1]] = shared.setdefault(pair, pair)

    def segment(self, text: str) -> tuple[int, ...]:
        """Return the edges of the cheapest words of a text."""
        heads, longer, no_head = self.heads, self.longer, (self.unknown, _NO_SECONDS)
        size = len(text)
        # Cheapest costs up to here and to the next two places, and the words that they end with;
        # longer words are rare and wait in a table until their end comes near.
        here, one, two = 0.0, inf, inf
        length_one = length_two = 1
        later: dict[int, tuple[float, int]] = {}
        back = [0]
        chars = list(text)
        found = map(heads.get, chars, repeat(no_head))
        for at, ((single, seconds), second) in enumerate(
            zip(found, (*chars[1:], ""), strict=False)
        ):
            cost = here + single
            if cost < one:
                one, length_one = cost, 1
            if second in seconds:
                pair, lengths = seconds[second]
                cost = here + pair
                if cost < two:
                    two, length_two = cost, 2
                for length in lengths:
                    word = text[at : at + length]
                    if word in longer:
                        cost = here + longer[word]
                        end = at + len(word)
                        if end not in later or cost < later[end][0]:
                            later[end] = cost, len(word)
            back.append(length_one)
            here, one, length_one = one, two, length_two
            if later and at + 3 in later:
                two, length_two = later.pop(at + 3)
            else:
                two = inf
        edges = [size]
        while size > 0:
            size -= back[size]
            edges.append(size)
        edges.reverse()
        return tuple(edges)

    def costs_to_end(self, window: str) -> list[float]:
        """Return what the cheapest words from each place of a text to its end cost."""
        heads, longer, no_head = self.heads, self.longer, (self.unknown, _NO_SECONDS)
        size = len(window)
        best = [0.0] * (size + 1)
        second = ""
        for at in range(size - 1, -1, -1):
            char = window[at]
            single, seconds = heads.get(char, no_head)
            cost = single + best[at + 1]
            if second in seconds:
                pair, lengths = seconds[second]
                if pair + best[at + 2] < cost:
                    cost = pair + best[at + 2]
                for length in lengths:
                    word = window[at : at + length]
                    if word in longer and longer[word] + best[at + len(word)] < cost:
                        cost = longer[word] + best[at + len(word)]
            best[at] = cost
            second = char
        return best

    def cost(self, word: str) -> float | None:
        """Return the cost of a word, None for no word."""
        if len(word) > 2:
            return self.longer.get(word)
        single, seconds = self.heads.get(word[:1], (self.unknown, {}))
        if len(word) == 1:
            return single if word in self.heads else None
        return seconds[word[1]][0] if word[1:] in seconds else None

    def cost_of_counted(self, word: str) -> float | None:
        """Return the cost of a word that was counted, None for any other."""
        return self.cost(word) if word in self.counts else None

    def count(self, word: str) -> int:
        """Return how often a word was counted, 0 for any other."""
        return self.counts.get(word, 0)

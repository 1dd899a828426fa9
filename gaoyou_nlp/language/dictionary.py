"""The dictionary: words of news with their counts, and how a text is cut into them.

The most probable way to write a text with the words of ``words.tsv`` (a unigram model, solved by
Viterbi), the compounds of ``compounds.txt`` and the areas of ``divisions.tsv``. Unknown names come
out as single characters; what counts is that the words around them are whole: the 和 of 和平 is no
conjunction, the 在 of 存在 no preposition. Costs are negative natural logarithms of chances.
"""

from __future__ import annotations

from functools import cache
from itertools import repeat
from math import inf, log
from typing import NamedTuple

from gaoyou_nlp.language.tables import read_counts, table, words

UNKNOWN = 17.0
"""The cost of a character that the dictionary lacks."""

COMMON = 12.5
"""The cost below which a word is common."""

_AREA_COUNT, _SHORT_AREA_COUNT = 300, 100
_COMPOUND_COUNT = 2000


Pair = tuple[float, tuple[int, ...]]
Head = tuple[float, dict[str, Pair]]
_NO_HEAD: Head = (UNKNOWN, {})


class Dictionary(NamedTuple):
    """The words, parted for quick look-up.

    Parameters:
        heads: From a character to its cost, and from each that may follow it in a word to the cost
            of the two as a word (infinite where they are none) and the lengths of the longer words
            that they begin. Small tables of neighbours are quicker than a large one of pairs.
        longer: Costs of words of three characters and more.
    """

    heads: dict[str, Head]
    longer: dict[str, float]

    def cost(self, word: str) -> float | None:
        """Return the cost of a word, None for no word."""
        if len(word) > 2:
            return self.longer.get(word)
        single, seconds = self.heads.get(word[:1], _NO_HEAD)
        if len(word) == 1:
            return single if word in self.heads else None
        return seconds[word[1]][0] if word[1:] in seconds else None


def segment(text: str) -> tuple[int, ...]:
    """Return the offsets where words of a text begin, and its length at the end.

    Parameters:
        text: Any text.

    Returns:
        Ordered offsets; the first is 0 (alone, for an empty text).

    Examples:
        >>> text = "推进平和县和平建设"
        >>> edges = segment(text)
        >>> [text[a:b] for a, b in zip(edges, edges[1:])]
        ['推进', '平和县', '和平', '建设']
    """
    heads, longer = dictionary()
    size = len(text)
    # Cheapest costs up to here and to the next two places, and the words that they end with;
    # longer words are rare and wait in a table until their end comes near.
    here, one, two = 0.0, inf, inf
    length_one = length_two = 1
    later: dict[int, tuple[float, int]] = {}
    back = [0]
    chars = list(text)
    found = map(heads.get, chars, repeat(_NO_HEAD))
    for at, ((single, seconds), second) in enumerate(zip(found, (*chars[1:], ""), strict=False)):
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


def costs_to_end(window: str) -> list[float]:
    """Return what the cheapest words from each place to the end of a window cost.

    Parameters:
        window: A few characters.

    Returns:
        One cost a place, and 0 for the end itself.

    Examples:
        >>> costs = costs_to_end("高度重视")
        >>> costs[0] < costs_to_end("高罗度视")[0], costs[-1]
        (True, 0.0)
    """
    heads, longer = dictionary()
    size = len(window)
    best = [0.0] * (size + 1)
    second = ""
    for at in range(size - 1, -1, -1):
        char = window[at]
        single, seconds = heads.get(char, _NO_HEAD)
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


def word_cost(word: str) -> float:
    """Return what a word costs, infinite for no word of news.

    Examples:
        >>> word_cost("发展") < word_cost("发髻") < word_cost("展发")
        True
    """
    cost = _news_cost(word)
    return inf if cost is None else cost


def is_word(text: str) -> bool:
    """Whether a text is a word of news; the name of an area that news lack is none.

    Examples:
        >>> is_word("发展"), is_word("展发")
        (True, False)
    """
    return _news_cost(text) is not None


def word_count(word: str) -> int:
    """Return how often a word stands in the news that were counted; 0 for no word.

    Examples:
        >>> word_count("发展") > word_count("发髻") > word_count("展发") == 0
        True
    """
    return _counts().get(word, 0)


def _news_cost(word: str) -> float | None:
    """The cost of a word of news or a compound; None for others and for names of areas."""
    if word in _counts() or word in words("language/compounds.txt"):
        return dictionary().cost(word)
    return None


@cache
def _counts() -> dict[str, int]:
    return read_counts("language/words.tsv")


_COMMON_AS_WORD = 1500  # a surname that stands as often is a word as well


def _long_surnames() -> set[str]:
    lists = ("surnames.tsv", "compound_surnames.txt", "borrowed_surnames.txt")
    names = {row[0] for name in lists for row in table(f"language/{name}")}
    return {name for name in names if len(name) > 1}


@cache
def dictionary() -> Dictionary:
    """Build the dictionary, once."""
    counts = dict(_counts())
    # Surnames of two characters are no words, so that what follows them is read as a given name.
    for surname in _long_surnames():
        if counts.get(surname, 0) < _COMMON_AS_WORD:
            counts.pop(surname, None)
    # 和县, 会同县: the rules for areas look at what stands before.
    verbal = {row[0] for row in table("language/verbal_names.txt") if row[0].endswith("县")}
    for name, _, short, flag in table("language/divisions.tsv"):
        if name in verbal:
            counts.pop(name, None)
            continue
        counts[name] = max(counts.get(name, 0), _AREA_COUNT)
        if flag in ("free", "context") and len(short) > 1:
            counts[short] = max(counts.get(short, 0), _SHORT_AREA_COUNT)
    for (word,) in table("language/compounds.txt"):
        counts[word] = max(counts.get(word, 0), _COMPOUND_COUNT)
    total = log(sum(counts.values()))
    # Words with one count share one float, and pairs their tuple: the tables stay small and near.
    cost_of = {count: total - log(max(count, 1)) for count in set(counts.values())}
    alone: dict[float, Pair] = {cost: (cost, ()) for cost in cost_of.values()}
    heads: dict[str, Head] = {}
    longer: dict[str, float] = {}
    lengths: dict[str, set[int]] = {}
    pairs: dict[str, float] = {}
    for word, count in counts.items():
        size = len(word)
        if size == 2:
            pairs[word] = cost_of[count]
        elif size == 1:
            heads[word] = cost_of[count], {}
        else:
            longer[word] = cost_of[count]
            if word[:2] in lengths:
                lengths[word[:2]].add(size)
            else:
                lengths[word[:2]] = {size}
    for two, cost in pairs.items():
        if two[0] not in heads:
            heads[two[0]] = UNKNOWN, {}
        heads[two[0]][1][two[1]] = alone[cost]
    shared: dict[Pair, Pair] = {}
    for two, sizes in lengths.items():
        pair = pairs.get(two, inf), tuple(sorted(sizes))
        _, seconds = heads.setdefault(two[0], (UNKNOWN, {}))
        seconds[two[1]] = shared.setdefault(pair, pair)
    return Dictionary(heads, longer)

"""The dictionary: words of news with their counts, and how a text is cut into them.

The most probable way to write a text with the words of ``words.tsv`` (a unigram model, solved by
Viterbi), the compounds of ``compounds.txt`` and the areas of ``divisions.tsv``. Unknown names come
out as single characters; what counts is that the words around them are whole: the 和 of 和平 is no
conjunction, the 在 of 存在 no preposition. Costs are negative natural logarithms of chances.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import inf, log

from gaoyou_nlp.language.tables import read_counts, table, words
from gaoyou_nlp.language.word_table import WordTable, build_word_table

UNKNOWN = 17.0
"""The cost of a character that the dictionary lacks."""

COMMON = 12.5
"""The cost below which a word is common."""

_SHORT = 2000
"""Characters of a text up to which its words are kept for a while."""

_AREA_COUNT, _SHORT_AREA_COUNT = 300, 100
_COMPOUND_COUNT = 2000


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
    return _segment_short(text) if len(text) < _SHORT else dictionary().segment(text)


@lru_cache(maxsize=128)  # the rules ask, and then the tagger for a batch
def _segment_short(text: str) -> tuple[int, ...]:
    return dictionary().segment(text)


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
    return dictionary().costs_to_end(window)


def word_cost(word: str) -> float:
    """Return what a word costs, infinite for no word of news.

    Examples:
        >>> word_cost("发展") < word_cost("发髻") < word_cost("展发")
        True
    """
    cost = dictionary().cost_of_counted(word)
    return inf if cost is None else cost


def is_word(text: str) -> bool:
    """Whether a text is a word of news; the name of an area that news lack is none.

    Examples:
        >>> is_word("发展"), is_word("展发")
        (True, False)
    """
    return dictionary().cost_of_counted(text) is not None


def word_count(word: str) -> int:
    """Return how often a word stands in the news that were counted; 0 for no word.

    Examples:
        >>> word_count("发展") > word_count("发髻") > word_count("展发") == 0
        True
    """
    return dictionary().count(word)


_COMMON_AS_WORD = 1500  # a surname that stands as often is a word as well


def _long_surnames() -> set[str]:
    lists = ("surnames.tsv", "compound_surnames.txt", "borrowed_surnames.txt")
    names = {row[0] for name in lists for row in table(f"language/{name}")}
    return {name for name in names if len(name) > 1}


@cache
def dictionary() -> WordTable:
    """Build the dictionary, once; words of news and compounds are counted, areas not."""
    news = read_counts("language/words.tsv")
    counts = dict(news)
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
    # Words with one count share one float.
    cost_of = {count: total - log(max(count, 1)) for count in set(counts.values())}
    costs = {word: cost_of[count] for word, count in counts.items()}
    for word in words("language/compounds.txt"):
        news.setdefault(word, 0)
    return build_word_table(costs, UNKNOWN, news)

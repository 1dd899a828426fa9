"""Cuts Chinese text into dictionary words: the evidence for where a name may begin or end.

The most probable way to write a text with the words of ``words.tsv`` (a unigram model) and the
names of ``divisions.tsv``. Unknown names come out as single characters; what counts is that the
words around them are whole: the 和 of 和平 is no conjunction, the 在 of 存在 no preposition.
"""

from __future__ import annotations

from functools import cache
from math import log

from gaoyou_nlp.language.tables import table

_UNKNOWN = 17.0
_NAME_COUNT = 300
_EXTRA_COUNT = 2000


def segment(text: str) -> tuple[int, ...]:
    """Return the offsets where words of a text begin, and its length at the end.

    Parameters:
        text: Any text.

    Returns:
        Ordered offsets; the first is 0 (alone, for an empty text).

    Example:
        >>> text = "推进平和县和平建设"
        >>> edges = segment(text)
        >>> [text[a:b] for a, b in zip(edges, edges[1:])]
        ['推进', '平和县', '和平', '建设']
    """
    singles, pairs, longer = _dictionary()
    size = len(text)
    infinite = float("inf")
    best = [0.0] + [infinite] * (size + 1)
    back = [1] * (size + 2)
    single, pair = singles.get, pairs.get
    for at, char in enumerate(text):
        here = best[at]
        cost = here + single(char, _UNKNOWN)
        if cost < best[at + 1]:
            best[at + 1] = cost
            back[at + 1] = 1
        head = pair(text[at : at + 2])
        if head is None:
            continue
        cost = here + head[0]
        if cost < best[at + 2]:
            best[at + 2] = cost
            back[at + 2] = 2
        for length in head[1]:
            word = text[at : at + length]
            if word in longer:
                end = at + len(word)
                cost = here + longer[word]
                if cost < best[end]:
                    best[end] = cost
                    back[end] = len(word)
    edges = [size]
    while size > 0:
        size -= back[size]
        edges.append(size)
    edges.reverse()
    return tuple(edges)


@cache
def _dictionary() -> tuple[
    dict[str, float], dict[str, tuple[float, tuple[int, ...]]], dict[str, float]
]:
    """Costs of single characters; of pairs, with the lengths of the words they begin; of those."""
    counts: dict[str, int] = {row[0]: int(row[1]) for row in table("language/words.tsv")}
    # 和县, 会同县: the rules for areas look at what stands before.
    verbal = {row[0] for row in table("language/verbal_names.txt") if row[0].endswith("县")}
    for name, _, short, flag in table("language/divisions.tsv"):
        if name in verbal:
            counts.pop(name, None)
            continue
        counts[name] = max(counts.get(name, 0), _NAME_COUNT)
        if flag in ("free", "context") and len(short) > 1:
            counts[short] = max(counts.get(short, 0), _NAME_COUNT // 3)
    for (word,) in table("language/compounds.txt"):
        counts[word] = max(counts.get(word, 0), _EXTRA_COUNT)
    total = log(sum(counts.values()))
    singles: dict[str, float] = {}
    longer: dict[str, float] = {}
    pairs: dict[str, float] = {}
    lengths: dict[str, set[int]] = {}
    for word, count in counts.items():
        cost = total - log(max(count, 1))
        if len(word) == 1:
            singles[word] = cost
        elif len(word) == 2:
            pairs[word] = cost
            lengths.setdefault(word, set())
        else:
            longer[word] = cost
            lengths.setdefault(word[:2], set()).add(len(word))
    heads = {
        head: (pairs.get(head, float("inf")), tuple(sorted(its))) for head, its in lengths.items()
    }
    return singles, heads, longer

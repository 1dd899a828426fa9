"""The words that speak for or against a project, by kind, and how they are found at an offset.

A list a side (``data/cues_before.tsv`` …) holds one word a row with an example that runs as a
test.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from gaoyou_nlp.language.tables import table

_LONGEST = 8  # characters of the longest cue that is looked up beside a name


@cache
def cues(side: str) -> Mapping[str, str]:
    """Return the cues of one side, from the word to its kind.

    Parameters:
        side: ``before``, ``after``, ``lead``, ``inner``, ``head`` or ``item``.

    Examples:
        >>> cues("before")["扩建"], cues("after")["竣工"]
        ('build', 'build')
    """
    return {row[0]: row[1] for row in table(f"projects/cues_{side}.tsv")}


@cache
def cue_sizes(side: str) -> Mapping[str, tuple[int, ...]]:
    """Return how long the cues are that begin with a character, longest first.

    Parameters:
        side: As for ``cues``; for ``before`` the character is the last one, which touches the name.

    Examples:
        >>> 2 in cue_sizes("after")["竣"]
        True
    """
    sizes: dict[str, set[int]] = {}
    for cue in cues(side):
        if len(cue) <= _LONGEST:
            sizes.setdefault(cue[-1 if side == "before" else 0], set()).add(len(cue))
    return {char: tuple(sorted(its, reverse=True)) for char, its in sizes.items()}


def cue_before(text: str, at: int) -> str:
    """Return the kind of the longest cue that ends at an offset; empty where there is none.

    Parameters:
        text: Any text.
        at: An offset.

    Examples:
        >>> cue_before("投资兴建岩溪水厂", 4)
        'build'
    """
    for size in cue_sizes("before").get(text[at - 1 : at], ()):
        kind = cues("before").get(text[at - size : at]) if size <= at else None
        if kind is not None:
            return kind
    return ""


def cue_after(text: str, at: int) -> str:
    """Return the kind of the longest cue that begins at an offset; empty where there is none.

    Parameters:
        text: Any text.
        at: An offset.

    Examples:
        >>> cue_after("岩溪水厂开工", 4)
        'build'
    """
    for size in cue_sizes("after").get(text[at : at + 1], ()):
        kind = cues("after").get(text[at : at + size])
        if kind is not None:
            return kind
    return ""

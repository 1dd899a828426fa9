"""A text as tokens of one character each, as spaCy cuts it: words, blanks behind them, edges."""

from __future__ import annotations

import re
from collections.abc import Sequence

_BLANKS = re.compile(r"\s+")


def cut_tokens(text: str) -> tuple[list[str], list[bool]]:
    """Cut a text into characters and runs of white space; a blank behind a character is its own.

    Parameters:
        text: Any text.

    Returns:
        The tokens, and whether a blank follows each.

    Examples:
        >>> cut_tokens("江都 3")
        (['江', '都', '3'], [False, True, False])
    """
    if " " not in text:
        return list(text), [False] * len(text)
    words: list[str] = []
    spaces: list[bool] = []
    at = 0
    for run in _BLANKS.finditer(text):
        start, end = run.span()
        words += text[at:start]
        spaces += [False] * (start - at)
        if start and text[start] == " ":
            spaces[-1] = True
            start += 1
        if start < end:
            words.append(text[start:end])
            spaces.append(False)
        at = end
    words += text[at:]
    spaces += [False] * (len(text) - at)
    return words, spaces


def cut_edges(text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the tokens of a text begin and where they end.

    Parameters:
        text: Any text.

    Examples:
        >>> cut_edges("江都 3")
        ([0, 1, 3], [1, 2, 4])
    """
    if " " not in text:
        return range(len(text)), range(1, len(text) + 1)
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    for run in _BLANKS.finditer(text):
        start, end = run.span()
        starts += range(at, start)
        ends += range(at + 1, start + 1)
        if start and text[start] == " ":
            start += 1
        if start < end:
            starts.append(start)
            ends.append(end)
        at = end
    starts += range(at, len(text))
    ends += range(at + 1, len(text) + 1)
    return starts, ends

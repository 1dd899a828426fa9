"""How a line of a corpus file points at characters of the text: by quoting them."""

from __future__ import annotations

import re
from typing import Final

ELISION: Final = " … "
"""What stands for the middle of a long quotation."""
_LINE_END: Final = "⏎"
_NUMBER: Final = re.compile(r"#([1-9][0-9]*)$")
_LONGEST: Final = 36
_ENDS: Final = 10
_AROUND: Final = 6


def find_quoted(text: str, quotation: str) -> tuple[int, int]:
    """Find the characters that a quotation means.

    Parameters:
        text: The article.
        quotation: Characters of it, ``#2`` behind them for the second place where they stand; of
            a long stretch its beginning and its end with `` … `` between: the end is the next one
            behind the beginning. ``⏎`` is the end of a line.

    Returns:
        Start and end.

    Raises:
        ValueError: They do not stand there, or at several places and none is named.

    Examples:
        >>> find_quoted("今年好，明年更好", "好#2"), find_quoted("今年好，明年更好", "今年 … 更好")
        ((7, 8), (0, 8))
    """
    head, _, tail = quotation.replace(_LINE_END, "\n").partition(ELISION)
    number = _NUMBER.search(head)
    words = head[: number.start()] if number else head
    places = _places(text, words) if words else []
    if not places:
        raise ValueError(f"{words!r} does not stand in the text")
    if number is None and len(places) > 1:
        shown = "; ".join(
            f"{words}#{at} in {_around(text, start, words)!r}" for at, start in enumerate(places, 1)
        )
        raise ValueError(f"{words!r} stands {len(places)} times. Write which: {shown}")
    which = int(number[1]) if number else 1
    if which > len(places):
        raise ValueError(f"{words!r} stands {len(places)} times, not {which}")
    start = places[which - 1]
    end = start + len(words)
    if tail:
        at = text.find(tail, end)
        if at < 0:
            raise ValueError(f"{tail!r} does not stand behind {words!r}")
        end = at + len(tail)
    return start, end


def quote(text: str, start: int, end: int) -> str:
    """Write the quotation of some characters: the inverse of ``find_quoted``.

    Examples:
        >>> quote("今年好，明年更好", 7, 8)
        '好#2'
    """
    words = text[start:end]
    if len(words) <= _LONGEST and ELISION not in words:
        return _line(words) + _which(text, words, start)
    head = words[:_ENDS]
    for length in range(_ENDS, len(words) - len(head)):
        tail = words[-length:]
        if text.find(tail, start + len(head)) == end - length:
            return _line(head) + _which(text, head, start) + ELISION + _line(tail)
    return _line(words) + _which(text, words, start)


def _which(text: str, words: str, start: int) -> str:
    places = _places(text, words)
    sign = _NUMBER.search(words)
    return f"#{places.index(start) + 1}" if len(places) > 1 or sign else ""


def _places(text: str, words: str) -> list[int]:
    """Return where words begin, also where they overlap themselves."""
    places = []
    at = text.find(words)
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _around(text: str, start: int, words: str) -> str:
    stretch = text[max(0, start - _AROUND) : start + len(words) + _AROUND]
    return _line(stretch)


def _line(words: str) -> str:
    return words.replace("\n", _LINE_END)

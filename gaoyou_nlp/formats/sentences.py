"""The sentence that a span stands in, for tables that quote it."""

from __future__ import annotations

import re
from bisect import bisect_left

from gaoyou_nlp.records import Span

LONGEST = 1000
"""Characters that are quoted at most; a longer sentence is cut around the span."""

_ENDS = "。！？!?\n"
_CLOSERS = "”’」』）)》"
_END = re.compile(f"[{_ENDS}]")


def sentence_of(text: str, span: Span) -> str:
    """Return the sentence of a span, cut where it is very long.

    Parameters:
        text: The article's text.
        span: A span of it.

    Returns:
        The sentence without blanks at its edges; where it was cut, ``…`` says so.

    Examples:
        >>> sentence_of("县水库开工。王军说：“好。”大家鼓掌。", Span(6, 8, "OFFICIAL", "王军"))
        '王军说：“好。”'
    """
    return sentence_at(text, span.start, span.end)


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence of ``text[start:end]``, as ``sentence_of`` does.

    Examples:
        >>> sentence_at("县水库开工。王军到场。", 6, 8)
        '王军到场。'
    """
    first = max(0, start - LONGEST // 2)
    last = min(len(text), end + LONGEST // 2)
    begin = max(text.rfind(mark, first, start) for mark in _ENDS) + 1
    cut_left = begin == 0 < first
    begin = max(begin, first)
    while begin < start and text[begin] in _CLOSERS:
        begin += 1
    stops = [at for at in (text.find(mark, end - 1, last) for mark in _ENDS) if at >= 0]
    stop = min(stops) + 1 if stops else last
    while stops and stop < len(text) and text[stop] in _CLOSERS:
        stop += 1
    cut_right = not stops and last < len(text)
    return ("…" if cut_left else "") + text[begin:stop].strip() + ("…" if cut_right else "")


class Sentences:
    """The sentences of a text, for whoever asks for many of them.

    Parameters:
        text: The text.

    Examples:
        >>> Sentences("县水库开工。王军到场。").at(6, 8)
        '王军到场。'
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._marks = [match.start() for match in _END.finditer(text)]
        self._known: dict[int, tuple[int, int, str]] = {}

    def at(self, start: int, end: int) -> str:
        """Return the sentence of ``text[start:end]``, as ``sentence_at`` does, but faster."""
        text, marks = self._text, self._marks
        before = bisect_left(marks, start)
        known = self._known.get(before)
        if known is not None and known[0] <= start and end <= known[1]:
            return known[2]
        behind = bisect_left(marks, end - 1)
        begin = marks[before - 1] + 1 if before else 0
        edge = stop = marks[behind] + 1 if behind < len(marks) else len(text)
        if start - begin > LONGEST // 2 - 1 or stop - end > LONGEST // 2:
            return sentence_at(text, start, end)
        while begin < start and text[begin] in _CLOSERS:
            begin += 1
        while behind < len(marks) and stop < len(text) and text[stop] in _CLOSERS:
            stop += 1
        sentence = text[begin:stop].strip()
        if behind == before and stop - begin < LONGEST // 2 and text[begin] not in _CLOSERS:
            self._known[before] = (begin, edge, sentence)
        return sentence

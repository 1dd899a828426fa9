"""The sentence that a span stands in, for tables that quote it."""

from __future__ import annotations

from gaoyou_nlp.records import Span

LONGEST = 1000
"""Characters that are quoted at most; a longer sentence is cut around the span."""

_ENDS = "。！？!?\n"
_CLOSERS = "”’」』）)》"


def sentence_of(text: str, span: Span) -> str:
    """Return the sentence of a span, cut where it is very long.

    Parameters:
        text: The article's text.
        span: A span of it.

    Returns:
        The sentence without blanks at its edges; where it was cut, ``…`` says so.

    Example:
        >>> sentence_of("县水库开工。王军说：“好。”大家鼓掌。", Span(6, 8, "OFFICIAL", "王军"))
        '王军说：“好。”'
    """
    return sentence_at(text, span.start, span.end)


def sentence_at(text: str, start: int, end: int) -> str:
    """Return the sentence of ``text[start:end]``, as ``sentence_of`` does.

    Example:
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

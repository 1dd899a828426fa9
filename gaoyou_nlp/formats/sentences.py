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
    first = max(0, span.start - LONGEST // 2)
    last = min(len(text), span.end + LONGEST // 2)
    start = max(text.rfind(end, first, span.start) for end in _ENDS) + 1
    cut_left = start == 0 < first
    start = max(start, first)
    while start < span.start and text[start] in _CLOSERS:
        start += 1
    ends = [at for at in (text.find(end, span.end, last) for end in _ENDS) if at >= 0]
    end = min(ends) + 1 if ends else last
    while ends and end < len(text) and text[end] in _CLOSERS:
        end += 1
    cut_right = not ends and last < len(text)
    return ("…" if cut_left else "") + text[start:end].strip() + ("…" if cut_right else "")

"""Long texts in pieces that end where a line or a sentence does."""

from __future__ import annotations

from collections.abc import Iterator

SENTENCE_ENDS = ("\n", "。", "！", "？", "；")
_STOPS = (*SENTENCE_ENDS, "，", "、", " ", "\u3000")


def cut(text: str, piece: int) -> Iterator[tuple[int, int]]:
    """Cut a text into pieces at line ends, else at sentence ends, else at commas.

    Parameters:
        text: Any text.
        piece: Longest piece in characters.

    Yields:
        (start, end) of each piece; together they are the text.

    Example:
        >>> list(cut("高邮。江都。", 4))
        [(0, 3), (3, 6)]
    """
    start = 0
    while len(text) - start > piece:
        at = next(
            (
                p
                for p in (text.rfind(s, start + piece // 2, start + piece) for s in _STOPS)
                if p > 0
            ),
            start + piece - 1,
        )
        yield start, at + 1
        start = at + 1
    yield start, len(text)

"""How a text is laid out for statements: its paragraphs, sentences and quotations."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.statements.quotes import find_quotes

_PARAGRAPH: Final = re.compile(r"[^\n]+")
_SENTENCE_END: Final = re.compile(r"[。！？!?\n]")
_GOES_ON: Final = frozenset("，,、。；;：:！？!?的等之一这那")
"""What stands behind a closing mark inside a sentence: “不等不靠。”的精神."""


class Layout:
    """The paragraphs, sentences and quotations of one text, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
        self._paragraph_starts = [start for start, _ in self.paragraphs]
        self.quotes = find_quotes(text)
        self._quote_starts = [quote.before for quote in self.quotes]
        ends = {m.end() for m in _SENTENCE_END.finditer(text) if not self.in_quote(m.start())}
        ends.update(
            quote.after
            for quote in self.quotes
            if text[quote.end - 1] in "。！？"
            and text[quote.after : quote.after + 1] not in _GOES_ON
        )
        self.sentence_ends = sorted(ends)

    def paragraph_at(self, offset: int) -> int:
        """Return the index of the paragraph that begins at or before an offset."""
        return bisect_right(self._paragraph_starts, offset) - 1

    def quote_before(self, offset: int) -> int | None:
        """Return the index of the last quotation whose mark stands at or before an offset."""
        at = bisect_right(self._quote_starts, offset) - 1
        return at if at >= 0 else None

    def quotes_from(self, offset: int) -> int:
        """Return the index of the first quotation whose mark stands at or behind an offset."""
        return bisect_left(self._quote_starts, offset)

    def in_quote(self, offset: int) -> bool:
        """Say whether an offset stands in a quotation."""
        at = self.quote_before(offset)
        return at is not None and offset < self.quotes[at].after

    def floor(self, offset: int) -> int:
        """Return where the sentence of an offset begins, or the quotation before it ends."""
        at = bisect_right(self.sentence_ends, offset) - 1
        floor = self.sentence_ends[at] if at >= 0 else 0
        quote = self.quote_before(offset)
        return max(floor, self.quotes[quote].after if quote is not None else 0)

    def next_end(self, offset: int) -> int:
        """Return the index of the first sentence end behind an offset."""
        return bisect_right(self.sentence_ends, offset)

    def end_at(self, index: int) -> int:
        """Return a sentence end by its index; the end of the text behind the last."""
        return self.sentence_ends[index] if index < len(self.sentence_ends) else len(self.text)

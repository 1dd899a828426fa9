"""What stands around a place where a personal name may begin: posts, units, little words."""

from __future__ import annotations

from gaoyou_nlp.rules.evidence import Evidence

BLANKS = " \u3000\u00a0"
_LONGEST_WORK = 40
"""Characters within which the mark that opens the name of a work is looked for."""

_LITTLE_WORDS = frozenset("由与和跟对向据为让被请是的听及在给")
_AGENT_LAST = frozenset("人员师户农民者长家手工生匠友商电军")


class Surroundings:
    """What earlier proposers found around a place.

    Parameters:
        evidence: Of the text, with their candidates.
    """

    def __init__(self, evidence: Evidence) -> None:
        self.text = text = evidence.text
        self.titles = evidence.labelled("TITLE")
        units = evidence.labelled("ORG", "GPE")
        self.unit_ends = {s.end for s in units}
        self.title_ends = {s.end for s in self.titles}
        self.starts = {s.start for s in units} | {s.start for s in self.titles}
        self._words = evidence.words
        self._units = {(s.start, s.end) for s in units}
        self._inside = bytearray(len(text) + 1)
        for span in self.titles:
            self._inside[span.start : span.end] = b"\x03" * (span.end - span.start)
        for span in units:
            if self._inside[span.start] == 0:
                self._inside[span.start] = 1
            for at in range(span.start + 1, span.end):
                if self._inside[at] < 2:
                    self._inside[at] = 2

    def cost(self, start: int) -> float:
        """What a body or place that stands here already costs a name."""
        return (0.0, 4.0, 12.0, 99.0)[self._inside[start]]

    def edge(self, start: int, also: frozenset[str] = frozenset()) -> bool:
        """Whether something may end right before a place; ``also``: further last characters."""
        if start == 0 or start in self.unit_ends or start in self.title_ends:
            return True
        left = self.text[start - 1]
        return not "\u4e00" <= left <= "\u9fff" or left in _LITTLE_WORDS or left in also

    def in_book_marks(self, at: int) -> bool:
        """Whether a place stands inside 《 》."""
        opened = self.text.rfind("《", max(0, at - _LONGEST_WORK), at)
        return opened >= 0 and "》" not in self.text[opened:at]

    def is_word_edge(self, at: int) -> bool:
        """Whether a word of the text begins here."""
        return at in self._words.edge_set

    def begins(self, start: int, *, little: bool = True) -> bool:
        """Whether a name may begin at a place by what stands before it."""
        if start in self.title_ends or start in self.unit_ends:
            return True
        left = self.text[start - 1 : start]
        if not "\u4e00" <= left <= "\u9fff":
            return True
        if little and (left in _LITTLE_WORDS or left in _AGENT_LAST):
            return True
        return left == "和"

    def is_unit(self, start: int, end: int) -> bool:
        """Whether just this is a body or place."""
        return (start, end) in self._units

    def blocked(self, start: int, end: int) -> bool:
        """Whether a post stands in the way."""
        return 3 in self._inside[start:end]

    def next_item(self, end: int, blanks: bool) -> tuple[int, bool] | None:
        """The next item of a list: where it starts, and whether a mere word joins it."""
        text = self.text
        if text[end : end + 1] in ("（", "("):
            close = _closing(text, end)
            if text[close : close + 1] in ("、", "，", ","):
                return close + 1, False
            return None
        char = text[end : end + 1]
        if char == "、":
            blank = text[end + 1 : end + 2]
            return end + 1 + (blank != "" and blank in BLANKS), False
        if char in ("和", "与", "及", "同", "跟"):
            return end + 1, True
        if blanks and char and char in BLANKS:
            at = end
            while at < len(text) and text[at] in BLANKS:
                at += 1
            return at, False
        if blanks and "\u4e00" <= char <= "\u9fff":
            return end, True
        return None


def _closing(text: str, at: int) -> int:
    """One past the bracket that closes the short remark at ``at``; -1 if none does."""
    for end in range(at + 1, min(at + 12, len(text))):
        if text[end] in "）)":
            return end + 1
    return len(text)

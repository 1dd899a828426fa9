"""Reported speech: from the verb to where the paper or somebody else goes on."""

from __future__ import annotations

from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.statements.extent import goes_on
from gaoyou_nlp.statements.layout import Layout
from gaoyou_nlp.statements.profile import end_of_words
from gaoyou_nlp.statements.sayings import Saying

_SHORTEST_QUOTE: Final = 5
_LONGEST_LEAD: Final = 80
_LETTERS: Final = ("来信", "来函")
_NOTICES: Final = ("发布消息", "通报", "公告", *_LETTERS)
_ASIDE: Final = re.compile("，(?=我|记者)")
"""Where the paper speaks again behind reported speech that follows its verb without a stop."""
_LEADS: Final = re.compile("(?:一[句条点个]话?|就)是[：，]$")
"""What only leads to a quotation: 其中一句是：“…”."""
_TRIM: Final = " \u3000，,；;：:、。"


class Piece(NamedTuple):
    """A stretch of what a saying reports: its kind and the rule that found it."""

    start: int
    end: int
    kind: str
    rule: str


class Reports:
    """Reads the reported speech of one text."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.text = layout.text
        self.quotes = layout.quotes

    def pieces(
        self, saying: Saying, limit: int, claimed: int | None, *, interviewed: bool
    ) -> list[Piece]:
        """Return the clauses behind a verb up to the end of the sentence, and what goes on.

        Parameters:
            saying: The verb with its speaker.
            limit: Where the next saying begins, at the latest.
            claimed: The quotation that the next saying closes.
            interviewed: Whether the article is an interview with the speaker.
        """
        at = self.layout.next_end(saying.inside)
        end = min(self.layout.end_at(at), max(limit, saying.inside))
        bracket = self._bracket_end(saying, end)
        if bracket is not None:
            return self._split(saying.inside, bracket, "reported")
        paragraph = self.layout.paragraphs[self.layout.paragraph_at(saying.start)]
        if interviewed:
            stop = min(paragraph[1], limit)
            last = end_of_words(self.text, saying.inside, stop, self.layout.sentence_ends)
            rule = "reported" if last <= end else "reported.interview"
            end = max(end, last)
            return [*self._split(saying.inside, end, rule), *self._quoted_next(end, claimed)]
        if self._gives_out(saying):
            end = min(paragraph[1], limit)
            if self.text.startswith(_LETTERS, saying.start):
                end = saying.inside + len(self.text[saying.inside : paragraph[1]].rstrip())
                return [Piece(saying.inside, end, "direct", "letter")]
            return self._split(saying.inside, end, "reported")
        if not self._has_stop(saying):
            aside = _ASIDE.search(self.text, saying.inside, end)
            end = end if aside is None else aside.start()
        found = self._split(saying.inside, end, "reported")
        quoted = self._quoted_next(end, claimed)
        if quoted:
            return found + quoted
        ends = self.layout.sentence_ends
        verb = self.text[saying.start : saying.end]
        while at < len(ends) and end == ends[at] <= limit:
            if self.text[end - 1] == "\n" or not goes_on(self.text, verb, end):
                break
            at += 1
            stop = min(self.layout.end_at(at), limit)
            found.append(self._trimmed(end, stop, "reported.continued"))
            end = stop
        return found

    def _bracket_end(self, saying: Saying, end: int) -> int | None:
        """Return where a bracket ends in which a verb stands: （企业汇报，投资3亿元）."""
        start = max(self.layout.floor(saying.start), saying.start - _LONGEST_LEAD)
        if self.text.rfind("（", start, saying.start) <= self.text.rfind("）", start, saying.start):
            return None
        close = self.text.find("）", saying.inside, end)
        return None if close < 0 else close

    def _gives_out(self, saying: Saying) -> bool:
        """Say whether a saying is a notice, which goes on to the end of the paragraph."""
        colon = self.text[saying.end : saying.inside].strip() in ("：", ":")
        return colon and self.text.startswith(_NOTICES, saying.start)

    def _has_stop(self, saying: Saying) -> bool:
        return saying.inside > saying.end

    def _quoted_next(self, end: int, claimed: int | None) -> list[Piece]:
        """Return a quotation that is the sentence behind reported speech, if nobody claims it."""
        at = self.layout.quote_before(end)
        if at is None or at == claimed or self.quotes[at].before != end:
            return []
        quote = self.quotes[at]
        ends = quote.end > quote.start and self.text[quote.end - 1] in "。！？!?"
        if not ends or self.text[quote.after : quote.after + 1] in ("，", "、", "的"):
            return []
        return [Piece(quote.start, quote.end, "direct", "direct.next")]

    def _split(self, start: int, end: int, rule: str) -> list[Piece]:
        """Return reported speech, and a quotation that ends a sentence in it as direct speech."""
        found: list[Piece] = []
        at = self.layout.quotes_from(start)
        while at < len(self.quotes) and self.quotes[at].after <= end:
            quote = self.quotes[at]
            at += 1
            opens = self.text[quote.before - 1] in "，,：:。" and quote.before > start
            if not opens or quote.end - quote.start < _SHORTEST_QUOTE:
                continue
            stops = self.text[quote.end - 1] in "。！？" and quote.after == end
            if not stops and self.text[quote.after : quote.after + 1] not in ("。", "；", "\n", ""):
                continue
            if not _LEADS.search(self.text, start, quote.before):
                found.append(self._trimmed(start, quote.before, rule))
            found.append(Piece(quote.start, quote.end, "direct", "direct.within"))
            start = quote.after
        if self.text[start:end].strip(_TRIM + "\n"):
            found.append(self._trimmed(start, end, rule))
        return found

    def _trimmed(self, start: int, end: int, rule: str) -> Piece:
        inner = self.text[start:end]
        kept = inner.rstrip(_TRIM + "\n")
        start += len(inner) - len(inner.lstrip(" \u3000"))
        return Piece(start, max(start, end - len(inner) + len(kept)), "reported", rule)

"""Whose a figure is: the body or area that is the subject of its clause, or of one before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.figures.clauses import Sentence, clause_start, last_before
from gaoyou_nlp.figures.counts import counting_verb
from gaoyou_nlp.figures.links import read_link
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span

_ALSO: Final = re.compile("(?:还|也|则|又|正|都|均)+")
_OTHER_SUBJECT: Final = re.compile("[。！？!?\n](?:[我全该](?:国|省|市|县|区|镇|州|乡|村|社会))")
_MOST_LOOKED_AT: Final = 12


class Subjects:
    """Finds the subjects of the clauses of a text.

    Parameters:
        text: The text.
        dates: Its dates, in order.
        bodies: Its areas and bodies, in order.
        wording_starts: Where its words of plans begin, in order.
    """

    def __init__(
        self,
        text: str,
        dates: Sequence[DateMention],
        bodies: Sequence[Span],
        wording_starts: Sequence[int],
    ) -> None:
        self.text, self.dates, self._bodies = text, dates, bodies
        self._body_starts = [body.start for body in bodies]
        self._date_starts = [date.start for date in dates]
        self._wording_starts = wording_starts

    def owner(self, sentence: Sentence, start: int) -> str | None:
        """Return the body or area that a figure belongs to: the last subject of its paragraph.

        A subject opens its clause (after a date, perhaps) and is followed by a date, by what links
        it to the figure, or by a wording.
        """
        at = last_before(self._body_starts, start)
        floor = max(0, at - _MOST_LOOKED_AT)
        paragraph = self.text.rfind("\n", 0, start) + 1
        while at >= floor and self._bodies[at].start >= paragraph:
            body = self._bodies[at]
            at -= 1
            if body.end <= start and self._is_subject(paragraph, body, start):
                other = _OTHER_SUBJECT.search(self.text, body.end, start)
                return None if other and body.start < sentence.start else body.text
        return None

    def _is_subject(self, floor: int, body: Span, start: int) -> bool:
        text = self.text
        opening = clause_start(text, body.start, floor)
        if read_link(text, opening, body.start, self.dates, " \u3000") is None:
            return False
        if body.end == start:
            return True
        also = _ALSO.match(text, body.end)
        if also is not None:
            body = replace(body, end=also.end(), text=text[body.start : also.end()])
        after = text[body.end]
        if after in "的、和与及）”":
            return False
        if read_link(text, body.end, min(start, body.end + 36), self.dates, "，,") is not None:
            return True
        date_at = bisect_left(self._date_starts, body.end)
        dated = date_at < len(self.dates) and self._date_starts[date_at] == body.end
        wording_at = bisect_left(self._wording_starts, body.end)
        worded = (
            wording_at < len(self._wording_starts) and self._wording_starts[wording_at] == body.end
        )
        return dated or worded or after in "，," or counting_verb(text, body.end)

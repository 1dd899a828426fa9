"""Whose a figure is: the body or area that is the subject of its clause, or of one before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.figures.clauses import Sentence, clause_start, last_before, paragraph_start
from gaoyou_nlp.figures.counts import counting_verb
from gaoyou_nlp.figures.links import read_link
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span

_TABLE: Final = "figures/clause_words.tsv"
_ALSO: Final = re.compile("(?:还|也|则|又|正|都|均|共|已|先后)+")
_ADJUNCT: Final = ("在", "据", "由", "从", "为", "与", "同", "比", "较", "将")
"""Words that make a body behind them no subject: 在甲县，项目签约12个."""
_NUMBERED: Final = re.compile("[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]")
_OTHER_SUBJECT: Final = re.compile("[。！？!?\n](?:[我全](?:国|省|市|县|区|镇|州|乡|村|社会))")
_AGAIN: Final = re.compile("(?:^|[。；，\n])该(?P<kind>公司|集团|[省市县区镇乡州旗局院校])")
_NO_SUBJECT: Final = re.compile("{no subject}", words=_TABLE)
"""What makes a body before it a source or an attribute: 的数据, 介绍."""
_MOST_LOOKED_AT: Final = 12


class Subjects:
    """Finds the subjects of the clauses of a text.

    Parameters:
        text: The text.
        dates: Its dates, in order.
        bodies: Its areas and bodies, in order.
        wording_starts: Where its words of plans begin, in order.
        title_starts: Where its titles and names of people begin.
    """

    def __init__(
        self,
        text: str,
        dates: Sequence[DateMention],
        bodies: Sequence[Span],
        wording_starts: Sequence[int],
        title_starts: frozenset[int] = frozenset(),
    ) -> None:
        self.text, self.dates, self._bodies = text, dates, bodies
        self._body_starts = [body.start for body in bodies]
        self._date_starts = [date.start for date in dates]
        self._wording_starts = wording_starts
        self._title_starts = title_starts

    def owner(self, sentence: Sentence, start: int) -> str | None:
        """Return the body or area that a figure belongs to: the last subject of its paragraph.

        A subject opens its clause (after a date, perhaps) and is followed by a date, by what links
        it to the figure, or by a wording.
        """
        at = last_before(self._body_starts, start)
        floor = max(0, at - _MOST_LOOKED_AT)
        paragraph = paragraph_start(self.text, start)
        while at >= floor and self._bodies[at].start >= paragraph:
            body = self._bodies[at]
            at -= 1
            if body.end <= start and self._is_subject(sentence, paragraph, body, start):
                other = _OTHER_SUBJECT.search(self.text, body.end, start)
                if other and body.start < sentence.start:
                    break
                return body.text
        return self._named_again(paragraph, start)

    def _named_again(self, floor: int, start: int) -> str | None:
        """Return the body that 该集团 or 该县 means where it opens a clause before a figure."""
        meant = max(_AGAIN.finditer(self.text, floor, start), key=re.Match.start, default=None)
        if meant is None or _OTHER_SUBJECT.search(self.text, meant.end(), start):
            return None
        at = last_before(self._body_starts, meant.start())
        while at >= 0 and self._bodies[at].start >= floor:
            if self._bodies[at].text.endswith(meant["kind"]):
                return self._bodies[at].text
            at -= 1
        return None

    def _is_subject(self, sentence: Sentence, floor: int, body: Span, start: int) -> bool:
        text = self.text
        opening = clause_start(text, body.start, floor)
        after = bisect_left(self._body_starts, body.end)
        chained = after < len(self._bodies) and self._body_starts[after] == body.end
        if chained or not self._leads_up(opening, body.start):
            return False
        if body.end == start:
            return True
        if text[body.end] in "：:":
            return _opens_line(text, opening)
        if text[body.end] in "的、和与及）”" or self._speaks(body.end):
            return False
        return body.start >= sentence.start or self._acts(body, start)

    def _leads_up(self, opening: int, end: int) -> bool:
        """Say whether only dates, links and larger areas stand before a body in its clause."""
        at = last_before(self._body_starts, end)
        while at >= 0 and opening <= self._bodies[at].start and self._bodies[at].end == end:
            end = self._bodies[at].start  # 甲省|乙市新建站点
            at -= 1
        if self.text.endswith(_ADJUNCT, opening, end):
            return False
        numbered = _NUMBERED.match(self.text, opening, end)
        if numbered is not None:
            opening = numbered.end()
        return read_link(self.text, opening, end, self.dates, " \u3000") is not None

    def _speaks(self, offset: int) -> bool:
        """Say whether what stands behind a body makes it a source or an attribute."""
        return offset in self._title_starts or _NO_SUBJECT.match(self.text, offset) is not None

    def _acts(self, body: Span, start: int) -> bool:
        """Say whether a body is followed by a date, a wording, a comma or a verb that counts."""
        text, end = self.text, body.end
        also = _ALSO.match(text, end)
        if also is not None:
            end = also.end()
        if read_link(text, end, min(start, end + 36), self.dates, "，,") is not None:
            return True
        date_at = bisect_left(self._date_starts, end)
        dated = date_at < len(self.dates) and self._date_starts[date_at] == end
        wording_at = bisect_left(self._wording_starts, end)
        worded = wording_at < len(self._wording_starts) and self._wording_starts[wording_at] == end
        return dated or worded or text[end] in "，," or counting_verb(text, end)


def _opens_line(text: str, offset: int) -> bool:
    """Say whether nothing but blanks stands before an offset on its line."""
    while offset and text[offset - 1] != "\n" and text[offset - 1].isspace():
        offset -= 1
    return offset == 0 or text[offset - 1] == "\n"

"""What a figure takes from around it: how firm it is, its period, whose it is, target or result."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.figures import leads
from gaoyou_nlp.figures.clauses import Sentence, clause_start, last_before, paragraph_start
from gaoyou_nlp.figures.counts import acts, counting_verb
from gaoyou_nlp.figures.frames import PlanFrames
from gaoyou_nlp.figures.links import read_link
from gaoyou_nlp.figures.owner import Subjects
from gaoyou_nlp.figures.periods import is_open_date, names_no_period
from gaoyou_nlp.figures.status import DONE, EXPECTED, REPORTS, SOFT, tells_done
from gaoyou_nlp.figures.wordings import find_wordings
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span

_LIMITS: Final = ("不低于", "不少于", "不超过")
"""Wordings of their own number only, which give way to one before them in the same sentence:
确保…不少于."""
_COMPARED: Final = ("比", "较", "与", "同", "和", "从", "由", "对比", "相比")
_BEFORE_PERIOD: Final = frozenset("自从到至在截止为以，；：。、 \u3000“（(\n—")
_WHOLE: Final = re.compile("全[省市县区州镇乡村旗]")
_FRAMES: Final = ("year", "half", "quarter", "five-year")
"""Grains of the dates that a whole paragraph is about."""
_FARTHEST_FRAME: Final = 1200
_MOST_LOOKED_AT: Final = 12
_POINTS: Final = ("date.year-edge.", "date.month-edge.", "date.quarter-edge.")
"""年末 says when the figure beside it was read, and nothing of the next clause."""
_TURNS: Final = re.compile("[；;]|[，,](?:但|而|截至|目前)")
"""Up to where 预计 counts: 预计总产量62万吨，但优果率达到78%."""
_NUMBERED: Final = re.compile("[一二三四五六七八九十0-9]、$")
_CLAUSE_END: Final = re.compile(r"[，,；;：:\n]")
_TASK: Final = re.compile("(?:目标)?(?:{task of a year})数?的", words="figures/clause_words.tsv")
_AIM: Final = re.compile(r"[\u4e00-\u9fff]{0,10}(?:目标|任务)")


class Surroundings:
    """The wordings, dates and spans of a text, ready to be asked for any place of it."""

    def __init__(
        self, text: str, dates: Sequence[DateMention], spans: Sequence[Span], anchor: date | None
    ) -> None:
        self.text = text
        self.dates = list(dates)
        self.anchor = anchor
        self._date_starts = [d.start for d in self.dates]
        self._wordings = find_wordings(text)
        self._wording_starts = [start for start, *_ in self._wordings]
        self._firm = [found for found in self._wordings if found[1] not in SOFT]
        self._firm_starts = [start for start, *_ in self._firm]
        self._bodies = sorted(
            (s for s in spans if s.label in ("GPE", "ORG")), key=lambda s: (s.start, s.end)
        )
        self._body_starts = [s.start for s in self._bodies]
        self._frames = PlanFrames(text, self.dates, anchor)
        titles = frozenset(s.start for s in spans if s.label in ("TITLE", "OFFICIAL", "PERSON"))
        self._subjects = Subjects(text, self.dates, self._bodies, self._wording_starts, titles)

    def aims(self) -> list[int]:
        """Return where the text speaks of targets."""
        return [start for start, word, _ in self._wordings if word.endswith("目标")]

    def after_wordings(self, start: int, end: int) -> int:
        """Return where the last wording between two offsets ends, else the first of them."""
        at = last_before(self._firm_starts, end)
        if at < 0 or self._firm[at][0] < start:
            return start
        return min(end, self._firm[at][0] + len(self._firm[at][1]))

    def leads(self, start: int, end: int) -> bool:
        """Say whether a stretch can lead up to what a clause says: dates, an area, a body."""
        text = self.text
        start = self.after_wordings(start, end)
        manner = leads.ADVERBS.search(text[start:end])
        if manner is not None:
            end = start + manner.start()
        at = last_before(self._body_starts, end)
        if at >= 0 and start <= self._bodies[at].start and self._bodies[at].end <= end:
            inner = read_link(text, self._bodies[at].end, end, self.dates, "、")
            return inner is not None and self.leads(start, self._bodies[at].start)
        area = leads.AREA.search(text[start:end])
        if area is not None:
            end = start + area.start()
        return read_link(text, start, end, self.dates, "、") is not None

    def after_leads(self, start: int, end: int) -> int:
        """Return where a clause goes on behind its wordings, dates, bodies and adverbs."""
        start = self.after_wordings(start, end)
        while start < end:
            before = start
            for starts, marked in (
                (self._date_starts, self.dates),
                (self._body_starts, self._bodies),
            ):
                at = bisect_left(starts, start)
                if at < len(starts) and starts[at] == start and marked[at].end <= end:
                    start = marked[at].end
            lead = leads.LEADS.match(self.text, start, end)
            if lead is not None:
                start = lead.end()
            if start == before:
                break
        return start

    def is_planned(self, sentence: Sentence, start: int) -> bool:
        """Say whether a sentence or its paragraph speaks of what is to be done at a place."""
        at = last_before(self._firm_starts, start + 1)
        while at >= 0 and self._firm[at][0] >= sentence.scope:
            if self._firm[at][2] != "expected":
                return DONE.search(self.text, self._firm[at][0], start) is None
            at -= 1
        return self.in_plan(sentence, start)

    def wording(self, sentence: Sentence, start: int, end: int) -> tuple[str, str] | None:
        """Return the wording of a figure and its class: the nearest before its end.

        Parameters:
            sentence: The sentence of the figure.
            start, end: The figure.
        """
        at = last_before(self._firm_starts, end)
        if at >= 0 and self._firm[at][0] >= sentence.scope:
            limited = at
            while limited >= 0 and self._firm[limited][1] in _LIMITS:
                limited -= 1
            of_this = self._firm[at][0] >= start or self._firm[at][1] not in _LIMITS
            floor = sentence.start if of_this else sentence.scope
            if limited >= 0 and self._firm[limited][0] >= floor:
                at, of_this = limited, True
            place, word, _ = self._firm[at]
            if of_this and (word != EXPECTED or not _TURNS.search(self.text, place, start)):
                return self._firm[at][1:]
        soft = last_before(self._wording_starts, end)
        if soft >= 0 and self._wordings[soft][0] >= start:
            return self._wordings[soft][1:]
        return None

    def is_dated_or_worded(self, sentence: Sentence, start: int, end: int) -> bool:
        """Say whether a figure has a wording or a period, be it 全年 of a year that is open."""
        if self.wording(sentence, start, end) or self.period(sentence, start, end):
            return True
        return self.is_open_year(sentence, end)

    def is_open_year(self, sentence: Sentence, end: int) -> bool:
        """Say whether the last date of a sentence before a place is 全年 of a year that is open."""
        at = last_before(self._date_starts, end)
        return at >= 0 and self.dates[at].start >= sentence.start and is_open_date(self.dates[at])

    def is_dated_or_planned(self, start: int, end: int) -> bool:
        """Say whether a stretch holds a date that is not compared with, or a word of plans."""
        at = last_before(self._firm_starts, end)
        if at >= 0 and self._firm[at][0] >= start:
            return True
        return any(
            not self.text.endswith(_COMPARED, 0, found.start)
            for found in self.dates_between(start, end)
        )

    def of_whole_area(self, start: int, end: int) -> bool:
        """Say whether a clause opens with a whole area: what it gives is no project's size."""
        return _WHOLE.search(self.text, start, end) is not None

    def in_plan(self, sentence: Sentence, start: int) -> bool:
        """Say whether the paragraph of a figure speaks of what is to be done: 将 before it."""
        paragraph = paragraph_start(self.text, start)
        at = last_before(self._firm_starts, start)
        while at >= 0 and self._firm[at][0] >= paragraph and self._firm[at][2] == "expected":
            at -= 1
        if at < 0 or self._firm[at][0] < paragraph:
            return False
        if REPORTS.search(self.text, self._firm[at][0], start):
            return False
        return DONE.search(self.text, sentence.start, sentence.end) is None

    def is_framed(self, start: int) -> bool:
        """Say whether a place lies under a heading of plans, or behind what announces them."""
        return self._frames.plans(start)

    def reports(self, sentence: Sentence, start: int) -> bool:
        """Say whether what stands at a place is reported as done: behind 介绍, beside 同比."""
        paragraph = paragraph_start(self.text, start)
        at = last_before(self._firm_starts, start)
        while at >= 0 and self._firm[at][0] >= paragraph and self._firm[at][2] == "expected":
            at -= 1
        since = max(paragraph, self._firm[at][0] if at >= 0 else 0)
        reported = REPORTS.search(self.text, since, start) is not None
        if reported or acts(self.text, start):
            return True
        if since >= sentence.start:
            return False
        words = self.text[sentence.start : sentence.end]
        return tells_done(words, framed=self.is_framed(start))

    def period(self, sentence: Sentence, start: int, end: int) -> DateMention | None:
        """Return the date that says the period of a figure, None where there is none.

        A date counts inside the figure, or where it opens a clause before it; a date that is only
        compared with (比上年) does not. A year or the like counts for the rest of its paragraph.
        """
        at = last_before(self._date_starts, end)
        floor = max(0, at - _MOST_LOOKED_AT)
        paragraph = paragraph_start(self.text, start)
        while at >= floor and self.dates[at].start >= min(sentence.scope, paragraph):
            found = self.dates[at]
            at -= 1
            if found.start < sentence.scope and found.grain not in _FRAMES:
                continue
            if found.start < sentence.start and self._is_listed(found.start):
                continue
            if names_no_period(found) or is_open_date(found):
                continue
            if found.rule.startswith(_POINTS) and found.end < clause_start(
                self.text, start, sentence.start
            ):
                continue
            if self._is_period(found, start):
                return found
        return self._frame(paragraph)

    def _frame(self, paragraph: int) -> DateMention | None:
        """Return the year or the like that the paragraphs before one speak of last."""
        at = last_before(self._date_starts, paragraph)
        floor = max(0, at - _MOST_LOOKED_AT)
        while at >= floor and self.dates[at].start >= paragraph - _FARTHEST_FRAME:
            found = self.dates[at]
            at -= 1
            if found.grain not in _FRAMES or is_open_date(found) or self._is_listed(found.start):
                continue
            if names_no_period(found) or found.first is None:
                continue
            if self._is_period(found, paragraph):
                return found
        return None

    def _is_listed(self, start: int) -> bool:
        """Say whether a date stands in a list of nouns (甲规划、2022年乙会), and is no frame."""
        return self.text.endswith("、", 0, start) and not _NUMBERED.search(
            self.text, max(0, start - 4), start
        )

    def dates_between(self, start: int, end: int) -> list[DateMention]:
        """Return the dates that lie between two offsets."""
        at = bisect_left(self._date_starts, start)
        found = []
        while at < len(self.dates) and self.dates[at].end <= end:
            found.append(self.dates[at])
            at += 1
        return found

    def owner(self, sentence: Sentence, start: int) -> str | None:
        """Return the body or area that a figure belongs to, None where no subject names one."""
        return self._subjects.owner(sentence, start)

    def _is_period(self, found: DateMention, start: int) -> bool:
        text = self.text
        if text.endswith(_COMPARED, 0, found.start):
            return False
        if _TASK.match(text, found.end):
            return False  # 完成全年目标任务的24%
        if text.startswith("的", found.end) and not _AIM.match(text, found.end + 1):
            return False
        if found.start >= start or found.end == start:
            return True
        between = text[found.end : min(start, found.end + 60)]
        if "的" in between and not _CLAUSE_END.search(between) and self._is_attribute(found, start):
            return False  # 2019年引进的企业
        if found.start == 0 or text[found.start - 1] in _BEFORE_PERIOD:
            return True
        opening = clause_start(text, found.start, max(0, found.start - 20))
        before = text[opening : found.start]
        if (
            leads.AREA.fullmatch(before)
            or leads.SOMEBODY.fullmatch(before)
            or read_link(text, opening, found.start, ()) is not None
        ):
            return True
        body = bisect_left(self._body_starts, opening)
        return (
            body < len(self._bodies)
            and self._bodies[body].start == opening
            and self._bodies[body].end == found.start
        )

    def _is_attribute(self, found: DateMention, start: int) -> bool:
        """Say whether a date is part of what a noun is, and not the time of its figure."""
        if self.after_wordings(found.end, start) > found.end:
            return False
        return counting_verb(self.text, self.after_leads(found.end, start)) or start - found.end < 8

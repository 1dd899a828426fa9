"""What a date expression may lean on: the anchor and the dates named before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, NamedTuple

from gaoyou_nlp.dates.periods import Period, day, shift_month
from gaoyou_nlp.dates.point import Point

NO_ANCHOR: Final = "no anchor"
NOTHING_BEFORE: Final = "no date before it"
TWO_YEARS: Final = "this year or the one beside it"
IN_QUOTES: Final = "the day of the words is not said"
_NEAR_DAYS: Final = 7
_LAST_MONTH_OF_REPORTS: Final = 6
"""Up to this month the statistics of a year come out, and 全年 is the year they speak of."""


class Filled(NamedTuple):
    """A part that was filled in: its value, by what (empty where it was said), or why not."""

    value: int | None
    by: str = ""
    note: str | None = None


@dataclass(slots=True)
class Context:
    """The dates that count at a place of the text.

    Parameters:
        anchor: The day of the article, or None.
        source: Where it comes from: ``anchor``, or ``published`` where the article itself gives it.
        wire_day: The day on which it was written by its wire line (本报1月13日讯), where that
            is one or two days before the anchor, or by the heading of an entry (3月23日 星期一);
            else None.
        year, month, day: Of the last date of the same paragraph, where it gives them.
        topic: The year of a date that opens a clause of the same sentence, else None.
        topic_month: The month of that date, 0 where it gave none.
        topic_day: That date, where it is one day.
        day_end: Where the expression of ``day`` ends in the text.
        framed: The year that the text speaks of: the last that a clause opens with, or that is
            named by number or as this year.
        event: The last day up to the anchor that a clause opens with: 同日 may mean it.
        event_near: Whether that was in the same paragraph.
    """

    anchor: date | None
    source: str = "anchor"
    year: int | None = None
    month: tuple[int, int] | None = None
    day: date | None = None
    topic: int | None = None
    topic_month: int = 0
    topic_day: date | None = None
    day_end: int = -1
    framed: int | None = None
    wire_day: date | None = None
    event: date | None = None
    event_near: bool = False

    def new_sentence(self) -> None:
        """Forget what counts inside one sentence."""
        self.topic, self.topic_month, self.topic_day = None, 0, None

    def new_paragraph(self) -> None:
        """Forget what counts inside one paragraph."""
        self.new_sentence()
        self.year, self.month, self.day = None, None, None
        self.event_near = False

    def remember(self, point: Point, period: Period | None, *, is_topic: bool) -> None:
        """Keep a date for the expressions behind it."""
        if period is None or period.first is None or point.form in ("span", "plan", "decade"):
            self.year = self.month = self.day = None
            self.new_sentence()
            if point.day:
                self.event = None  # 31日 of no known month: 当日 is that day
            return
        first = period.first
        one_day = period.first == period.last
        same_month = period.last is not None and first.replace(day=1) == period.last.replace(day=1)
        self.year = first.year if period.last is None or period.last.year == first.year else None
        self.month = (first.year, first.month) if one_day or same_month else None
        self.day, self.day_end = (first, point.end) if one_day else (None, -1)
        named = point.year_from != "elided" or self.topic == first.year
        self.topic = first.year if is_topic and named else None
        this_year = point.year_from == "anchor" and point.shift == 0
        if self.topic or (self.year and (point.year_from == "said" or this_year)):
            self.framed = first.year
        self.topic_month = 0 if period.grain == "year" else first.month
        self.topic_day = first if one_day else None
        if one_day and is_topic and (self.anchor is None or first <= self.anchor):
            self.event, self.event_near = first, True

    def reported_year(self) -> int | None:
        """Return the year that 上年 is measured from: 2021年，产值比上年增长5%."""
        if self.topic is not None:
            return self.topic
        this = None if self.anchor is None else self.anchor.year
        if self.framed is not None and (this is None or self.framed in (this - 1, this, self.year)):
            return self.framed
        return this

    def in_winter(self) -> bool:
        """Say whether the anchor lies in January or February: 今冬 then began last year."""
        return self.anchor is not None and self.anchor.month <= 2

    def fill_year(self, point: Point, first: int = 1, last: int = 12) -> Filled:
        """Find the year of an expression.

        Parameters:
            point: The expression.
            first, last: Its months.

        Returns:
            The year; None with a note where it is unknown.
        """
        if point.year is not None:
            return self._written_year(point)
        if point.year_from == "anchor":
            if self.anchor is None:
                return Filled(None, note=NO_ANCHOR)
            return Filled(self.anchor.year + point.shift, self.source)
        if point.year_from == "reported":
            reported = self.reported_year()
            if reported is None:
                return Filled(None, note=NO_ANCHOR)
            by = "carried" if self.topic or self.framed else self.source
            return Filled(reported + point.shift, by)
        if point.year_from == "last":
            if self.year is None:
                return Filled(None, note=NOTHING_BEFORE)
            return Filled(self.year + point.shift, "carried")
        if self.topic is not None and first >= self.topic_month:
            return Filled(self.topic, "carried")
        base, name = self.anchor, self.source
        if base is None:
            return Filled(None, note=NO_ANCHOR)
        form = {"末": "balance", "内": "within"}.get(point.word, point.form)
        if form in ("whole-year", "within") and self.framed == base.year + 1 and base.month >= 11:
            return Filled(self.framed, "carried")  # the plan of the year to come
        shift = _shift_of_elided(base.month, form, first, last)
        of_last_year = form in ("whole-year", "balance") and base.month <= _LAST_MONTH_OF_REPORTS
        if (shift is None or of_last_year) and self.framed in (base.year - 1, base.year):
            return Filled(self.framed, "carried")
        return Filled(None, note=TWO_YEARS) if shift is None else Filled(base.year + shift, name)

    def _written_year(self, point: Point) -> Filled:
        if not point.short:
            return Filled(point.year)
        number = point.year or 0
        base = self.anchor
        pivot = (2000 + 40) if base is None else base.year + 30
        year = pivot // 100 * 100 + number
        return Filled(year if year <= pivot else year - 100, note="a year of two digits")

    def fill_month(self, point: Point) -> tuple[tuple[int, int] | None, str, str | None]:
        """Find year and month of a bare day, or of 本月 and 当月."""
        if point.form in ("month", "ten-days", "month-edge", "month-day", "month-days"):
            if point.year_from == "anchor":
                if self.anchor is None:
                    return None, "", NO_ANCHOR
                month = shift_month(self.anchor.year, self.anchor.month, point.shift)
                return month, self.source, None
            if self.month is None:
                return None, "", NOTHING_BEFORE
            return shift_month(*self.month, point.shift), "carried", None
        if self.topic_day is not None and point.day > self.topic_day.day:
            return (self.topic_day.year, self.topic_day.month), "carried", None
        base, name = self.anchor, self.source
        if base is None:
            return None, "", NO_ANCHOR
        for shift in (0, -1, 1):
            near = shift_month(base.year, base.month, shift)
            found = day(*near, point.day)
            first = None if found is None else found.first
            if first is None:
                continue
            earlier = shift == 0 and first <= base
            if earlier or abs((first - base).days) <= _NEAR_DAYS:
                return near, name, None
        return None, "", "this month or the one beside it"


def _shift_of_elided(now: int, form: str, first: int, last: int) -> int | None:
    """Return which year a date without one belongs to: 0 this, -1 the last, None for either.

    Parameters:
        now: The month of the article.
        form: The form of the date; ``balance`` for 年末, at which statistics are drawn up,
            ``within`` for 年内.
        first, last: Its months.
    """
    if form == "within":
        return 0
    if form in ("whole-year", "year-edge", "balance"):
        return None if now <= (1 if form == "year-edge" else 3) and last == 12 else 0
    if now <= 2 and last >= 11 and form not in ("quarter", "half"):
        return -1
    if (now <= 2 and first >= 7) or (now >= 11 and last <= 2):
        return None
    return 0

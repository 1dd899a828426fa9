"""Gives a ``Point`` its days, by what it says and by its ``Context``."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final, NamedTuple

from gaoyou_nlp.dates import periods
from gaoyou_nlp.dates.context import NO_ANCHOR, NOTHING_BEFORE, Context, Filled
from gaoyou_nlp.dates.lunar import falls_in, festival_day, lunar_day, nearest
from gaoyou_nlp.dates.periods import EARLIEST, LATEST, Period
from gaoyou_nlp.dates.point import Point

NO_SUCH_DAY: Final = "no such day"
APPROXIMATE: Final = "approximate"
_FORMS: Final = {
    "day": "numeric month-day month-days day days relative-day weekday bare-weekday feast lunar "
    "feast-days",
    "ten-day": "ten-days month-edge",
    "week": "relative-week",
    "month": "month months lunar-month year-edge quarter-edge",
    "season": "season",
    "quarter": "quarter quarters",
    "half": "half",
    "year": "year years whole-year",
    "five-year": "plan",
    "decade": "decade",
}
_GRAINS: Final = {form: grain for grain, forms in _FORMS.items() for form in forms.split()}
_YEAR_EDGES: Final = {1: (1, 1), 2: (6, 6), 3: (12, 12)}
_WEEKS: Final = ("周", "星期", "个星期", "个礼拜")
_SPAN_UNITS: Final = {
    "年": "year",
    "个月": "month",
    **dict.fromkeys(_WEEKS, "week"),
    "天": "day",
}


class Resolved(NamedTuple):
    """The days of an expression: None where they are not known, and then why."""

    period: Period | None
    grain: str | None
    by: str = ""
    note: str | None = None


def resolve(point: Point, context: Context) -> Resolved:
    """Return the days that an expression stands for.

    Parameters:
        point: The expression.
        context: The anchor and the dates before it.

    Examples:
        >>> from gaoyou_nlp.dates.points import read_point
        >>> resolve(read_point("2022年一季度", 0), Context(None, None)).period.last
        datetime.date(2022, 3, 31)
    """
    grain = _GRAINS.get(point.form)
    form = point.form
    if form == "vague":
        return Resolved(None, None, note="no day is said")
    if form == "same-period":
        return Resolved(None, None, note="the same stretch of another year")
    if form == "feast-days":
        return Resolved(None, "day", note="how long the holiday is is set each year")
    if form == "plan":
        return _plan(point)
    if form == "years":
        return Resolved(Period(date(point.first, 1, 1), date(point.last, 12, 31), "year"), "year")
    if form == "decade":
        return _decade(point, context)
    if form == "span":
        return _span(point, context)
    if form in ("relative-day", "relative-week", "weekday", "bare-weekday"):
        return _near(point, context)
    if form in ("feast", "lunar", "lunar-month"):
        return _chinese(point, context)
    if form in ("day", "days") or (point.word == "relative" and form != "season"):
        return _in_month(point, context)
    first, last = _months(point)
    filled = context.fill_year(point, first, last)
    if filled.value is None:
        return Resolved(None, grain, note=filled.note)
    if not EARLIEST <= filled.value <= LATEST:
        return Resolved(None, grain, note="no such year")
    return _in_year(point, filled, filled.value, context)


def _months(point: Point) -> tuple[int, int]:
    """Return the first and the last month of an expression within its year."""
    if point.form in ("quarter", "quarters"):
        return 3 * point.first - 2, 3 * point.last
    if point.form == "half":
        return 6 * point.first - 5, 6 * point.first
    if point.form == "months":
        return point.first, point.last
    if point.form == "year-edge":
        return _YEAR_EDGES[point.first]
    if point.form in ("year", "whole-year", "season"):
        return 1, 12
    return point.first, point.first


def _in_year(point: Point, filled: Filled, year: int, context: Context) -> Resolved:
    grain = _GRAINS[point.form]
    first, last = _months(point)
    period: Period | None
    note = filled.note
    if point.form in ("year", "whole-year"):
        period = periods.year(year)
    elif point.form == "season":
        if point.year_from == "anchor" and point.word == "冬" and context.in_winter():
            year -= 1
        period = periods.season(year, point.word)
    elif point.form in ("year-edge", "quarter-edge"):
        period, note = periods.months(year, first, last), APPROXIMATE
    elif point.form in ("quarter", "quarters", "half", "month", "months"):
        period = periods.months(year, first, last, grain)
    else:
        return _days(point, year, first, filled.by, note)
    return Resolved(period, grain, filled.by, note)


def _in_month(point: Point, context: Context) -> Resolved:
    """Resolve a bare day, or one of 本月 and 当月."""
    month, by, note = context.fill_month(point)
    grain = _GRAINS[point.form]
    if month is None:
        return Resolved(None, grain, note=note)
    if point.form == "month":
        return Resolved(periods.months(month[0], month[1], month[1]), grain, by)
    return _days(point, *month, by, None)


def _days(point: Point, year: int, month: int, by: str, note: str | None) -> Resolved:
    """Resolve days, or a third, of a known month."""
    grain = _GRAINS[point.form]
    if point.form in ("ten-days", "month-edge"):
        last_third = periods.ten_days(year, month, point.last)
        if point.form == "month-edge":
            return Resolved(last_third, grain, by, APPROXIMATE)
        first_third = periods.ten_days(year, month, point.day)
        return Resolved(Period(first_third.first, last_third.last, "ten-day"), grain, by, note)
    first = periods.day(year, month, point.day)
    last = periods.day(year, month, point.last_day) if point.last_day else first
    if first is None or last is None:
        return Resolved(None, grain, note=NO_SUCH_DAY)
    return Resolved(Period(first.first, last.last, "day"), grain, by, note)


def latest_day(point: Point, context: Context) -> Resolved:
    """Resolve a bare day that is past, as behind 截至: the last such day up to the anchor.

    Parameters:
        point: A bare day.
        context: The anchor.
    """
    base, by = context.anchor, context.source
    if base is not None:
        for shift in (0, -1, -2):
            period = periods.day(*periods.shift_month(base.year, base.month, shift), point.day)
            if period is not None and period.first is not None and period.first <= base:
                return Resolved(period, "day", by)
    return Resolved(None, "day", note=NO_ANCHOR)


def coming_weekday(point: Point, context: Context) -> Resolved:
    """Resolve a weekday by which something is to be done: 周五前 is before the next Friday.

    Parameters:
        point: A weekday that says no week.
        context: The anchor. On a Friday itself 周五前 is left open.
    """
    start = context.wire_day or context.anchor
    if start is None or not 1 <= point.first <= 7 or start.isoweekday() == point.first:
        return Resolved(None, "day", note="which week is not said")
    day = start + timedelta(days=(point.first - start.isoweekday()) % 7)
    return Resolved(Period(day, day, "day"), "day", context.source)


def _near(point: Point, context: Context) -> Resolved:
    """Resolve days and weeks that are counted from a day."""
    if point.form == "bare-weekday":
        return _weekday(point, context)
    is_week = point.form == "relative-week" or point.first == 8
    grain = "week" if point.form == "relative-week" else "day"
    start, by = (
        (context.day or context.event, "carried")
        if point.year_from == "last"
        else (context.wire_day or context.anchor, context.source)
    )
    if start is None:
        return Resolved(None, grain, note=NOTHING_BEFORE if by == "carried" else NO_ANCHOR)
    if point.form == "relative-day":
        day = start + timedelta(days=point.shift)
        return Resolved(Period(day, day, "day"), grain, by)
    week = periods.week(start, point.shift)
    if point.form == "relative-week" or week.first is None:
        return Resolved(week, grain, by)
    first = week.first + timedelta(days=5 if is_week else point.first - 1)
    return Resolved(Period(first, week.last if is_week else first, "day"), grain, by)


def _weekday(point: Point, context: Context) -> Resolved:
    """Resolve a weekday that says no week: only beside the day it belongs to (3月4日 星期五)."""
    day = context.day if context.day_end in range(point.start - 2, point.start + 1) else None
    if day is None:
        return Resolved(None, "day", note="which week is not said")
    if day.isoweekday() != point.first:
        return Resolved(None, "day", note="not the weekday of the day before it")
    return Resolved(Period(day, day, "day"), "day", "carried")


def _chinese(point: Point, context: Context) -> Resolved:
    """Resolve a festival or a day of the Chinese calendar."""
    grain = _GRAINS[point.form]
    if point.form == "lunar-month":
        return Resolved(None, grain, note="a month of the Chinese calendar")
    leap = point.word == "闰"

    def days(year: int) -> list[date | None]:
        if point.form == "feast":
            return [festival_day(point.word, year)]
        if point.year is not None or point.year_from != "elided" or context.topic is not None:
            return [falls_in(year, point.first, point.day, leap=leap)]
        return [lunar_day(year, point.first, point.day, leap=leap)]

    by, found = "", None
    if point.year is None and point.year_from == "elided" and context.topic is None:
        base, by = context.anchor, context.source
        if base is None:
            return Resolved(None, grain, note=NO_ANCHOR)
        around = [day for year in (base.year - 1, base.year, base.year + 1) for day in days(year)]
        found = nearest(around, base)
        note = "no such day near the anchor"
    else:
        filled = context.fill_year(point, first=12)
        if filled.value is None:
            return Resolved(None, grain, note=filled.note)
        if EARLIEST <= filled.value <= LATEST:
            found = days(filled.value)[0]
            if point.year_from == "elided" and found and found.month < context.topic_month:
                found = days(filled.value + 1)[0]  # 今年底前…，春节前…
        by, note = filled.by, NO_SUCH_DAY
    if found is None:
        return Resolved(None, grain, note=note)
    return Resolved(Period(found, found, "day"), grain, by)


def _plan(point: Point) -> Resolved:
    period = periods.plan(point.first)
    if period is None or period.first is None or period.last is None:
        return Resolved(None, "five-year", note="no such plan")
    if point.word == "末":
        return Resolved(periods.year(period.last.year), "year")
    if point.word == "初期":
        return Resolved(period, "five-year", note=APPROXIMATE)
    return Resolved(period, "five-year")


def _decade(point: Point, context: Context) -> Resolved:
    base, name = context.anchor, context.source
    note = APPROXIMATE if point.word else None
    if point.year is not None:
        return Resolved(periods.decade(point.year), "decade", note=note)
    this_century = 2000 if base is None else base.year // 100 * 100
    if point.year_from == "anchor":
        by = name if base else ""
        start = this_century + point.shift + point.first
        note = note or (None if base else "the text is taken to be of the 21st century")
    elif point.first >= 50:
        start, by = 1900 + point.first, ""
    else:
        return Resolved(None, "decade", note="which century is not said")
    return Resolved(periods.decade(start), "decade", by, note)


def _span(point: Point, context: Context) -> Resolved:
    """Resolve 近三年, 未来三年, 五年来: counted in days from the anchor."""
    grain = _SPAN_UNITS[point.word]
    if not point.first:
        return Resolved(None, grain, note="no number is said")
    if context.anchor is None:
        return Resolved(None, grain, note=NO_ANCHOR)
    anchor, number = context.anchor, point.first * point.shift
    if point.word in ("年", "个月"):
        months = number * (12 if point.word == "年" else 1)
        if not EARLIEST <= anchor.year + months // 12 <= LATEST:
            return Resolved(None, grain, note="no such year")
        other = periods.same_day(anchor, months)
    else:
        other = anchor + timedelta(days=number * (7 if point.word in _WEEKS else 1))
    after = timedelta(days=1)
    period = (
        Period(anchor + after, other, grain) if number > 0 else Period(other + after, anchor, grain)
    )
    return Resolved(period, grain, context.source, "counted from the anchor")

"""Walks over a text from date to date: joins ranges, opens ends, remembers what was named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from gaoyou_nlp.dates.context import IN_QUOTES, NOTHING_BEFORE, Context
from gaoyou_nlp.dates.forms import (
    BEHIND_WEEKDAY,
    JOIN,
    LUNAR_DAY,
    SUFFIX,
    UNTIL,
    exceptions,
    next_head,
)
from gaoyou_nlp.dates.numerals import read_small
from gaoyou_nlp.dates.periods import EARLIEST, LATEST, Period
from gaoyou_nlp.dates.point import Point
from gaoyou_nlp.dates.points import build_point, read_point
from gaoyou_nlp.dates.publication import find_publication_day, find_wire_date
from gaoyou_nlp.dates.resolve import (
    APPROXIMATE,
    Resolved,
    coming_weekday,
    latest_day,
    resolve,
)
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records.date_mention import GRAINS, DateMention

_BREAK: Final = re.compile(r"[。！？!?；;]|\n")
_BY_NOW: Final = ("截至", "截止", "截止到", "截至到")
_LEADS_DAY: Final = ("在", "于", "原定")
_LONGEST_QUOTE: Final = 200
_CLOSED: Final = re.compile("[”\n]")
_OPENS: Final = frozenset("，。；：、！？“（(\n ,;:　—自从在至到于")
_RANGED: Final = frozenset(
    ("numeric", "month-day", "month", "year", "day", "year-edge", "month-edge", "ten-days",
     "quarter", "half", "lunar", "feast", "relative-day", "weekday", "season", "plan")
)  # fmt: skip


def find_dates(text: str, anchor: date | None = None) -> list[DateMention]:
    """Find the date expressions of a text and the days they stand for.

    Parameters:
        text: Any text.
        anchor: The day the article was written. Without it the day counts that the article itself
            gives (发布时间：…), and without that 今年 and 昨日 are found but have no days; the
            clock is never looked at.

    Returns:
        The mentions in order, not overlapping. Days that the text leaves open are None, and the
        note says why.

    Raises:
        ValueError: The anchor lies outside the years 1000 to 2199.

    Examples:
        >>> [(d.text, d.first, d.last) for d in find_dates("2022年3月4日至6日举行")]
        [('2022年3月4日至6日', '2022-03-04', '2022-03-06')]
        >>> find_dates("今年以来", date(2022, 3, 4))[0].last
        '2022-03-04'
    """
    if anchor is not None and not EARLIEST <= anchor.year <= LATEST:
        raise ValueError(f"the anchor {anchor} lies outside the years {EARLIEST} to {LATEST}")
    context = Context(
        anchor or find_publication_day(text),
        "anchor" if anchor else "published",
        wire_day=None if anchor is None else find_wire_date(text, anchor),
    )
    blocked = [match.span() for match in exceptions().finditer(text)]
    found: list[DateMention] = []
    at = walked = 0
    entries = False
    while (match := next_head(text, at)) is not None:
        while blocked and blocked[0][1] <= match.start():
            blocked.pop(0)
        if blocked and blocked[0][0] < match.end() and match.start() < blocked[0][1]:
            at = blocked[0][1]
            continue
        point = build_point(text, match)
        if point is None or _is_habit(text, point):
            at = match.start() + 1
            continue
        _forget(context, text, walked, point.start)
        mention = _mention(text, point, context)
        if mention.rule == "date.bare-weekday.carried" and found and _opens_line(text, found[-1]):
            context.wire_day, entries = context.day, True
        elif entries and context.day is not None and _opens_line(text, mention):
            context.wire_day = context.day
        found.append(mention)
        at = walked = mention.end
    return found


def _is_habit(text: str, point: Point) -> bool:
    """Say whether a weekday is the second of 周一至周五."""
    behind = text[max(0, point.start - 3) : point.start]
    return point.form == "bare-weekday" and BEHIND_WEEKDAY.search(behind) is not None


def _opens_line(text: str, found: DateMention) -> bool:
    """Say whether a date opens its line, as one does that heads the entry of a diary."""
    return found.start == 0 or text[found.start - 1] == "\n"


def _forget(context: Context, text: str, start: int, end: int) -> None:
    for match in _BREAK.finditer(text, start, end):
        if match.group() == "\n":
            context.new_paragraph()
        else:
            context.new_sentence()


def _mention(text: str, point: Point, context: Context) -> DateMention:
    resolved = resolve(point, context)
    if point.form == "day" and resolved.period is None and text.endswith(_BY_NOW, 0, point.start):
        resolved = latest_day(point, context)
    is_topic = _is_topic(text, point)
    if point.form == "relative-day" and resolved.period is not None:
        note = _why_unknown(text, point, context, is_topic=is_topic)
        resolved = resolved if note is None else Resolved(None, "day", note=note)
    joined = _join(text, point, resolved, context)
    end, form = point.end, point.form
    if joined is not None:
        end, resolved, form = joined[0], joined[1], "range"
    context.remember(point, resolved.period, is_topic=is_topic)
    suffix = SUFFIX.match(text, end)
    if point.form == "bare-weekday" and suffix is not None and suffix.lastgroup == "until":
        resolved = coming_weekday(point, context)
    period = resolved.period
    by, note = resolved.by, resolved.note
    if suffix is not None and form != "vague":
        kind = suffix.lastgroup
        if kind == "inside":
            end = suffix.end()
        if suffix.group() in ("以来", "至今") or (kind == "from" and joined is None):
            period = _open_right(period, context, ends=kind == "inside")
            form += "-since"
            if period is not None and period.last is not None:
                by = context.source
        elif kind == "until" and joined is None:
            period, note, form = _open_left(period), _until_note(point, note), f"{form}-until"
    elif period is not None and joined is None and _stands_behind_until(text, point):
        period, note, form = _open_left(period), _until_note(point, note), f"{form}-until"
    first, last = (None, None) if period is None else (period.first, period.last)
    return DateMention(
        point.start,
        end,
        text[point.start : end],
        None if first is None else first.isoformat(),
        None if last is None else last.isoformat(),
        resolved.grain,
        f"date.{form}.{by}" if by else f"date.{form}",
        note,
    )


def _why_unknown(text: str, point: Point, context: Context, *, is_topic: bool) -> str | None:
    """Return why the day of a relative word is unknown after all, None where it is known."""
    if point.year_from == "last":
        led = is_topic or text.endswith(_LEADS_DAY, 0, point.start)
        return None if led or context.day or context.event_near else NOTHING_BEFORE
    today = context.wire_day or context.anchor
    apart = context.event is not None and context.event != today
    return IN_QUOTES if apart and _is_quoted(text, point.start) else None


def _is_quoted(text: str, at: int) -> bool:
    start = max(0, at - _LONGEST_QUOTE)
    opened = text.rfind("“", start, at)
    return opened >= 0 and not _CLOSED.search(text, opened, at)


def _stands_behind_until(text: str, point: Point) -> bool:
    start = max(0, point.start - 6)
    found = UNTIL.search(text[start : point.start])
    if found is None or (point.form == "plan" and point.word != "末"):
        return False
    return found.group()[0] == "截" or not point.form.startswith("relative")


def _until_note(point: Point, note: str | None) -> str | None:
    """Drop the note of 3月底, whose end is exact, but not that of 年初."""
    ends = point.last == 3 if point.form != "year-edge" else point.first == 3
    return None if note == APPROXIMATE and ends else note


def _is_topic(text: str, point: Point) -> bool:
    """Say whether a date opens a clause, so that its year counts for what follows in it."""
    opens = point.start == 0 or text[point.start - 1] in _OPENS
    after = text[point.end : point.end + 1]
    return opens and (point.form != "year" or after in "，,、至到" or after == "")


def _open_right(period: Period | None, context: Context, *, ends: bool) -> Period | None:
    if period is None:
        return None
    anchor = context.anchor if ends else None
    if anchor is not None and period.first is not None and anchor < period.first:
        anchor = None
    return period._replace(last=anchor)


def _open_left(period: Period | None) -> Period | None:
    return None if period is None else period._replace(first=None)


def _join(text: str, point: Point, left: Resolved, context: Context) -> tuple[int, Resolved] | None:
    """Read the second end of a range, with the year and month of the first."""
    if point.form not in _RANGED:
        return None
    between = JOIN.match(text, point.end)
    if between is None:
        return None
    other = read_point(text, between.end())
    if point.form == "lunar" and (day := LUNAR_DAY.match(text, between.end())):
        number = read_small(day[0].removeprefix("初"))
        other = replace(point, start=day.start(), end=day.end(), day=number)
    if other is not None and (point.form, other.form) == ("weekday", "bare-weekday"):
        other = replace(other, form="weekday", shift=point.shift)
    if other is None or other.form not in _RANGED:
        return None
    if (point.form == "year") != (other.form == "year") and other.year_from == "elided":
        return None
    right = _right_end(other, left, context)
    grain = min((left.grain or "day", right.grain or "day"), key=GRAINS.index)
    by, note = left.by or right.by, left.note or right.note
    if left.period is None or right.period is None:
        return other.end, Resolved(None, grain, note=note)
    first, last = left.period.first, right.period.last
    if first is None or last is None or first > last:
        return other.end, Resolved(None, grain, note="the end lies before the start")
    return other.end, Resolved(Period(first, last, grain), grain, by, note)


def _right_end(other: Point, left: Resolved, context: Context) -> Resolved:
    first = None if left.period is None else left.period.first
    if first is not None and other.year_from == "last":
        return resolve(replace(other, year=first.year + other.shift), context)
    if other.year is not None or other.year_from != "elided":
        return resolve(other, context)
    if first is None:
        return Resolved(None, resolve(other, context).grain, note=left.note)
    if other.form == "day":
        return resolve(
            replace(other, form="month-day", first=first.month, year=first.year), context
        )
    right = resolve(replace(other, year=first.year), context)
    if right.period is not None and right.period.last is not None and right.period.last < first:
        return resolve(replace(other, year=first.year + 1), context)
    return right

"""Reads since when and until when a post is held, where the text says so."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import DateMention, Event, Official, Post, Span

_TABLE = "relations/post_contexts.tsv"

_REACH = 90  # characters between a date and the post that it is said of
_BEGINS = ("appointed", "elected", "acting")
_ENDS = ("removed", "resigned")
_NOT_OF = ("former", "nominated", "proposed")
_STOP = re.compile("[。！？!?\n]")
_PLANNED = re.compile("将|拟|计划|预计|即将")


# 2021年3月起任, 2021年3月，张三担任; S a span of a unit, N of a name.
_HELD = re.compile(
    "(?:起|开始|以来|至今|之后|后)?[，,]?(?:N|他|她)?(?:同志)?[，,]?(?:起|开始|正式)?"
    "(?:{took office})(?:了)?S*(?:T、S*)*",
    words=_TABLE,
)
_RESUME = re.compile("[ 　\t，,：:]*任?[ 　]?S*(?:T、S*)*")
_PARTY = re.compile("书记|委员|常委|党")
_DURING = re.compile("期间|时|以?来|后")
_LINE_GOES_ON = re.compile("[ 　\t、，,；;。（(\n]|兼|$")
_LETTERS = {**dict.fromkeys(NAMES, "N"), "ORG": "S", "GPE": "S", "TITLE": "T"}


class SpellReader:
    """Reads the days of posts of one text.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        dates: Its dates, in order.
    """

    def __init__(self, text: str, spans: Sequence[Span], dates: Sequence[DateMention]) -> None:
        self._text = text
        self._spans = spans
        self._dates = dates
        self._starts = [date.start for date in dates]

    def dated(self, post: Post) -> Post:
        """Return a post with the days on which it begins and ends, as far as they are said."""
        started, ended = post.started, post.ended
        for at in post.titles:
            first, last = self._days(post, at)
            started, ended = started or first, ended or last
        if started is None and ended is None:
            return post
        return replace(post, started=started, ended=ended)

    def _days(self, post: Post, at: int) -> tuple[Event | None, Event | None]:
        """First and last day of a post, by the dates before and behind it."""
        if post.change in _ENDS:
            behind = self._behind(at)
            if behind is not None:
                return None, behind
        date = self._date_before(at)
        if date is None:
            return None, None
        gap = self._gap(date, at)
        before = self._text[max(0, date.start - 3) : date.start]
        if gap is None or _PLANNED.search(before + gap) or "历任" in gap or "先后" in gap:
            return None, None
        held = _HELD.fullmatch(gap) and not _DURING.match(self._text, self._spans[at].end)
        if held or self._is_resume(date, gap, at):
            return self._spell(date, post) if self._at_once(date, at) else (None, None)
        if post.change in _BEGINS + _ENDS and self._decides(gap):
            return self._decided(date, post)
        return None, None

    def _spell(self, date: DateMention, post: Post) -> tuple[Event | None, Event | None]:
        """A range gives both days, another date that on which the post begins."""
        if "range" in date.rule:
            return _event("start", date, "spell:range"), _event("end", date, "spell:range")
        if post.change in (*_ENDS, *_NOT_OF) and post.rule.partition(":")[2] not in _LED_BY:
            return None, None
        return _event("start", date, "spell:since"), None

    def _decided(self, date: DateMention, post: Post) -> tuple[Event | None, Event | None]:
        if post.change in _ENDS:
            return None, _event("end", date, "spell:decision")
        return _event("start", date, "spell:decision"), None

    def _date_before(self, at: int) -> DateMention | None:
        """The last date before a title in its sentence."""
        start = self._spans[at].start
        number = bisect_left(self._starts, start) - 1
        if number < 0:
            return None
        date = self._dates[number]
        near = 0 <= start - date.end <= _REACH
        return date if near and not _STOP.search(self._text, date.end, start) else None

    def _gap(self, date: DateMention, at: int) -> str | None:
        """The words from a date to a title, spans as letters; None where a span holds the date."""
        first = at
        while first > 0 and self._spans[first - 1].start >= date.end:
            first -= 1
        if first > 0 and self._spans[first - 1].end > date.end:
            return None
        parts: list[str] = []
        done = date.end
        for span in self._spans[first:at]:
            parts += (self._text[done : span.start], _LETTERS.get(span.label, "X"))
            done = span.end
        return "".join((*parts, self._text[done : self._spans[at].start]))

    def _decides(self, gap: str) -> bool:
        """Whether the words between date and post report a decision on posts and no other event."""
        return bool(_DECIDES.search(gap)) and not _OTHER_STEP.search(gap) and "X" not in gap

    def _is_resume(self, date: DateMention, gap: str, at: int) -> bool:
        """Whether a line says no more than from when to when a post was held."""
        if "range" not in date.rule and "since" not in date.rule:
            return False
        line = self._text.rfind("\n", max(0, date.start - 8), date.start) + 1
        begins = not self._text[line : date.start].strip(" 　\t（(") and (
            line > 0 or not date.start
        )
        ends = _LINE_GOES_ON.match(self._text, self._spans[at].end) is not None
        return begins and ends and _RESUME.fullmatch(gap) is not None

    def _at_once(self, date: DateMention, at: int) -> bool:
        """Whether the posts of a chain were held together: 党委书记、局长, not 科长、副处长."""
        spans, last = self._spans, at
        while (
            last + 1 < len(spans)
            and spans[last + 1].label in ("ORG", "GPE", "TITLE")
            and self._text[spans[last].end : spans[last + 1].start] in ("", "、")
        ):
            last += 1
        titles = [
            span.text
            for span in spans[max(0, at - 6) : last + 1]
            if span.label == "TITLE" and span.start >= date.end
        ]
        return sum(not _PARTY.search(title) for title in titles) < 2

    def _behind(self, at: int) -> Event | None:
        """县长职务于3月4日被免去."""
        end = self._spans[at].end
        number = bisect_left(self._starts, end)
        if number == len(self._dates) or self._starts[number] - end > 12:
            return None
        date = self._dates[number]
        behind = self._text[end : date.start] + "D" + self._text[date.end : date.end + 12]
        return _event("end", date, "spell:behind") if _BEHIND.match(behind) else None


_LED_BY = ("任", "担任", "曾任", "曾担任")
"""Verbs of posts left already that a date before them dates the beginning of."""
_DECIDES = re.compile("{decides}", words=_TABLE)
_OTHER_STEP = re.compile("{other step}", words=_TABLE)
_BEHIND = re.compile(
    "(?:的)?(?:职务|一职)?(?:[，,])?(?:已?于|在)?D[，,]?(?:被|依法|同时|予以|主动|因故){0,3}"
    "(?P<verb>{leaves})",
    words=_TABLE,
)


def _event(kind: str, date: DateMention, rule: str) -> Event | None:
    day = date.first if kind == "start" else date.last
    if day is None:
        return None
    return Event(kind, day, date.grain, date.start, date.end, date.text, rule)


def with_spells(
    text: str,
    spans: Sequence[Span],
    dates: Sequence[DateMention],
    officials: Sequence[Official],
) -> tuple[Official, ...]:
    """Give the posts of officials their first and last days.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        dates: Its dates, in order.
        officials: As related.

    Returns:
        The officials; ``started`` and ``ended`` of their posts stay None where the text does not
        say them. The last day of a dismissal is the day it is decided on.

    Examples:
        >>> text = "2022年3月任县长"
        >>> date = DateMention(0, 7, text[:7], "2022-03-01", "2022-03-31", "month", "date.month")
        >>> official = Official("张三", (Post(None, "县长", titles=(0,)),))
        >>> spans = [Span(8, 10, "TITLE", "县长")]
        >>> with_spells(text, spans, [date], [official])[0].posts[0].started.day
        '2022-03-01'
    """
    if not dates or not officials:
        return tuple(officials)
    reader = SpellReader(text, spans, dates)
    return tuple(
        replace(official, posts=tuple(map(reader.dated, official.posts))) for official in officials
    )

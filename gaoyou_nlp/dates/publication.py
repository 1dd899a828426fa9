"""Finds the day on which an article says it was published: date lines, labels, the wire's head."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import Final

from gaoyou_nlp.dates.numerals import read_digits, read_small
from gaoyou_nlp.dates.periods import EARLIEST, LATEST, day
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records.date_mention import DateMention

_N: Final = "[0-9０-９]"
_DATE: Final = (
    rf"(?P<date>(?P<y>[12１２]{_N}{{3}}|[一二][〇○零ＯO一二三四五六七八九]{{3}})"
    rf"[ \u3000]?[年./．-][ \u3000]?(?P<m>{_N}{{1,2}}|[一二三四五六七八九十]{{1,2}})"
    rf"[ \u3000]?[月./．-][ \u3000]?(?P<d>{_N}{{1,2}}|[一二三四五六七八九十]{{1,3}})"
    rf"(?:[ \u3000]?日)?)(?!{_N})"
)
_LABEL: Final = re.compile(
    r"(?:(?:发布|更新|发表|发稿|刊发|上传|录入)?(?:时间|日期)|发布于|发表于)"
    rf"[ \u3000]?[:：][ \u3000]?{_DATE}"
)
_LINE: Final = re.compile(
    rf"[ \u3000\t]*[（(]?{_DATE}[ \u3000\t]*"
    r"(?:(?:星期|周)[一二三四五六日天])?[ \u3000\t]*(?:\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)?[）)]?"
    r"[ \u3000\t]*(?:来源[:：].{0,40}"
    r"|第[0-9A-Z一二三四五六七八九十]{1,4}版.{0,12}|[A-Z]?\d{1,2}版.{0,12})?"
)
_END: Final = re.compile(rf"[（(][^（()）\n]{{0,20}}?{_DATE}[^（()）\n]{{0,6}}[）)][ \u3000\t]*")
_WIRE: Final = re.compile(
    r"[ \u3000\t（(【]*"
    r"(?:本[报台网刊]|新华[社网]|中新[社网]|人民网|央视网|[\u4e00-\u9fff]{2,8}[报网社台])"
    r"[^，。、\n\d]{0,12}?"
    r"(?P<date>(?:(?P<y>\d{4})年)?(?P<m>\d{1,2})月(?P<d>\d{1,2})日)[ \u3000]?(?:电|讯|消息)"
)
_HEAD_LINES: Final = 8
_HEAD, _TAIL = 600, 300
"""Characters at the head and at the end in which such a line is looked for."""


@lru_cache(maxsize=1)  # dates and figures of a text ask one after the other
def find_publication_date(text: str) -> DateMention | None:
    """Find the date that an article gives as the day of its publication.

    Parameters:
        text: The article.

    Returns:
        The date of a label (发布时间：…), else of a line that is nothing but a date, else of a
        bracket that closes the text, else of the wire's head. 本报3月4日讯 gives month and day
        alone: the mention has no days then. None where the text gives no such date.

    Examples:
        >>> find_publication_date("发布时间：2021-05-06 来源：某报").first
        '2021-05-06'
    """
    for start, end in ((0, min(len(text), _HEAD)), (max(0, len(text) - _TAIL), len(text))):
        for match in _LABEL.finditer(text, start, end):
            if (found := _read(text, match, "label")) is not None:
                return found
    lines = _lines(text)
    for kind, place in (("line", _whole), ("bracket", _closing), ("wire", _opening)):
        for start, end in lines[:_HEAD_LINES] if kind == "wire" else lines:
            fit = place(text, start, end)
            if fit is not None and (found := _read(text, fit, kind)) is not None:
                return found
    return None


def find_publication_day(text: str) -> date | None:
    """Return the day that an article gives as that of its publication, where it says the year.

    Examples:
        >>> find_publication_day("（2020年7月3日）")
        datetime.date(2020, 7, 3)
    """
    found = find_publication_date(text)
    return date.fromisoformat(found.first) if found is not None and found.first else None


def find_wire_date(text: str, anchor: date) -> date | None:
    """Find the day of a wire line without a year: 本报1月13日讯.

    Parameters:
        text: The article.
        anchor: The day it appeared.

    Returns:
        The day, where it is one or two days before; 今天 in the text is then that day.

    Examples:
        >>> find_wire_date("本报1月13日讯 今天上午，大桥通车。", date(2022, 1, 14))
        datetime.date(2022, 1, 13)
    """
    for start, end in _lines(text)[:_HEAD_LINES]:
        match = _WIRE.match(text, start, end)
        if match is None or match["y"]:
            continue
        month, number = read_small(match["m"]), read_small(match["d"])
        for before in (1, 2):
            day_before = anchor - timedelta(days=before)
            if (day_before.month, day_before.day) == (month, number):
                return day_before
    return None


def _lines(text: str) -> list[tuple[int, int]]:
    """Return the first and last lines as offsets."""
    spans: list[tuple[int, int]] = []
    start = 0
    for _ in range(_HEAD_LINES):
        end = text.find("\n", start)
        spans.append((start, len(text) if end < 0 else end))
        if end < 0:
            return spans
        start = end + 1
    end = len(text)
    tail: list[tuple[int, int]] = []
    for _ in range(3):
        begin = text.rfind("\n", 0, end) + 1
        if begin < start:
            break
        tail.append((begin, end))
        end = begin - 1
    return spans + tail[::-1]


def _whole(text: str, start: int, end: int) -> re.Match[str] | None:
    return _LINE.fullmatch(text, start, end)


def _opening(text: str, start: int, end: int) -> re.Match[str] | None:
    return _WIRE.match(text, start, end)


def _closing(text: str, start: int, end: int) -> re.Match[str] | None:
    """Return the bracket with a date with which the line ends, if any."""
    near = max(start, end - 60)
    return next((m for m in _END.finditer(text, near, end) if m.end() == end), None)


def _read(text: str, match: re.Match[str], kind: str) -> DateMention | None:
    start, end = match.span("date")
    rule = f"published.{kind}"
    if not match["y"]:
        return DateMention(start, end, text[start:end], None, None, "day", rule, "year not said")
    number = read_digits(match["y"])
    if not EARLIEST <= number <= LATEST:
        return None
    found = day(number, read_small(match["m"]), read_small(match["d"]))
    if found is None or found.first is None:
        return None
    iso = found.first.isoformat()
    return DateMention(start, end, text[start:end], iso, iso, "day", rule)

"""The day a document was published, as it says itself; nothing is guessed from other dates."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_to_datetime

_DATE = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)\s?(?:[-/.]|年)\s?(?P<m>\d{1,2})\s?(?:[-/.]|月)\s?(?P<d>\d{1,2})(?!\d)日?"
)
_COMPACT = re.compile(r"(?P<y>(?:19|20)\d\d)(?P<m>\d\d)(?P<d>\d\d)")
_MAILED = re.compile(r"^\s*(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} (?:19|20)\d\d \d")
_LABELLED = re.compile(
    r"(?:发布|发表|公布|公开|更新|发文|成文|刊发|上传)?(?:时间|日期)\s?[:：]\s?"
    r"|(?:发布于|发表于|Posted on)\s?"
)
_NO_PUBLICATION = re.compile(r"今天是|现在是|星期|版权|有效期|截止|截至")


def read_date(text: str | None) -> str | None:
    """Read the day of a date; the time of day behind it is left.

    Parameters:
        text: What a field for the date holds.

    Returns:
        ISO 8601: ``2026-03-18``; None where there is no date.

    Examples:
        >>> read_date("2026年3月18日 10:25"), read_date("2026-03-18T10:25:00+08:00")
        ('2026-03-18', '2026-03-18')
        >>> read_date("2026-02-30"), read_date("20260318")
        (None, '2026-03-18')
        >>> read_date("Mon, 09 Mar 2026 18:30:00 +0800")
        '2026-03-09'
    """
    found = _DATE.search(text or "") or _COMPACT.fullmatch((text or "").strip())
    if found is None:
        return _mailed(text or "")
    try:
        return date(int(found["y"]), int(found["m"]), int(found["d"])).isoformat()
    except ValueError:
        return None


def _mailed(text: str) -> str | None:
    """A date as mails and feeds write it."""
    found = _MAILED.search(text)
    try:
        return None if found is None else parsedate_to_datetime(text.strip()).date().isoformat()
    except (TypeError, ValueError, OverflowError):
        return None


def labelled_date(line: str) -> str | None:
    """Read the date that a line names as that of publication.

    Examples:
        >>> labelled_date("来源：青川日报 发布时间：2026-03-18 10:25 浏览：3")
        '2026-03-18'
        >>> labelled_date("今天是2026年3月20日 星期五")
    """
    label = _LABELLED.search(line)
    return None if label is None else read_date(line[label.end() : label.end() + 40])


def lone_date(line: str) -> str | None:
    """Read the one date of a short line that stands beside a headline.

    Examples:
        >>> lone_date("（2026-03-18）"), lone_date("今天是2026年3月20日")
        ('2026-03-18', None)
    """
    if len(line) > 80 or _NO_PUBLICATION.search(line) or len(_DATE.findall(line)) != 1:
        return None
    return read_date(line)

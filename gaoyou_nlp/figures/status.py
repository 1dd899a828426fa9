"""Says whether a figure is a target or a result."""

from __future__ import annotations

from datetime import date
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.language import lazy_re as re

_TABLE: Final = "figures/clause_words.tsv"

_REACHED: Final = re.compile("达到?|[降升]至|稳定在|占|为[0-9]")
_TIME_DONE: Final = ("去年", "上年", "前年", "今年以来", "上月", "昨")
_PROMISED: Final = re.compile(r"(?:以上|左右|以内|以下)$|不低于|不少于|不超过")
_BY_NOW: Final = ("截至", "截止", "截止到", "截至到")
REPORTS: Final = re.compile(
    "(?:{report})[，：,:说]|"
    "过去的?[一二三四五六七八九十]年[，,]|(?<![近年])[一二三四五六七八九十]年来[，,]",
    words=_TABLE,
)
"""Behind these a text reports facts, until a word of plans."""
_AIMS: Final = ("力争", "确保", "争取", "努力", "计划", "务必", "必须")
_COMPARISONS: Final = re.compile("同比|环比|[比较](?:[上去]年|[上前]年)")
EXPECTED: Final = "预计"
"""What is expected of the harvest is neither aimed at nor reached."""
SOFT: Final = ("左右", "突破")
"""Wordings that are comparators too: they count where there is no other."""
_SUMMED: Final = "累计"
"""Tells a result, but not among plans: 能耗累计下降14%."""
_WHOLE: Final = "date.whole-year"
_LAST_MONTH: Final = 10
"""Up to this month what is said of 全年 lies ahead; later it may be told as done."""
DONE = re.compile("{done}", words=_TABLE)


def tells_done(words: str, *, framed: bool = False) -> bool:
    """Say whether words tell a result; ``framed`` where they stand among plans.

    Examples:
        >>> tells_done("能耗累计下降14%"), tells_done("能耗累计下降14%", framed=True)
        (True, False)
    """
    return DONE.search(words.replace(_SUMMED, "") if framed else words) is not None


def read_status(
    text: str,
    anchor: date | None,
    wording: tuple[str, str] | None,
    period: DateMention | None,
    clause: str,
    *,
    planned: bool,
    reported: bool = False,
    framed: bool = False,
    open_year: bool = False,
) -> str | None:
    """Say whether a figure is a target or a result; None where the text leaves it open.

    Parameters:
        text: The text.
        anchor: The day the article was written.
        wording: Its wording and class.
        period: The date of its period.
        clause: The text from its clause's start to its end.
        planned: Whether its paragraph speaks of what is to be done.
        reported: Whether its sentence or paragraph reports what was done.
        framed: Whether it stands under a heading of plans, or behind what announces them.
        open_year: Whether it stands behind 全年 of a year that nobody knows.
    """
    framed = framed and not _is_over(period, anchor)
    if wording is not None and wording[0] == EXPECTED:
        return "result" if _is_over(period, anchor) else None
    firm = wording is not None and wording[0] not in SOFT
    if wording is not None and wording[0] in _AIMS and not _is_over(period, anchor):
        clause = _COMPARISONS.sub("", clause)  # 力争同比增长6%
    if tells_done(clause, framed=framed):
        return "result"
    if firm:
        return "target"
    if period is not None:
        if period.text.startswith(_TIME_DONE) or period.text.endswith(("以来", "至今")):
            return "result"
        if text.endswith(_BY_NOW, 0, period.start):
            return "result"
        last = date.fromisoformat(period.last) if period.last else None
        if last is not None and anchor is not None:
            if last < anchor:
                return "result"
            if period.first is None or _PROMISED.search(clause) or _lies_ahead(period, anchor):
                return "target"
        if period.first is None and period.last is not None and "date.year" in period.rule:
            return "target" if anchor is None else None
    if (framed or (open_year and _PROMISED.search(clause))) and not reported:
        return "target"
    if planned and not reported:
        return None if _REACHED.search(clause) else "target"
    return "result" if reported and not firm else None


def _lies_ahead(period: DateMention, anchor: date) -> bool:
    """Say whether a period that is not over cannot be told as done: 明年, or 全年 in spring."""
    if period.first is not None and date.fromisoformat(period.first) > anchor:
        return True
    return period.rule.startswith(_WHOLE) and anchor.month <= _LAST_MONTH


def _is_over(period: DateMention | None, anchor: date | None) -> bool:
    """Say whether a period ended before a day."""
    last = period.last if period is not None else None
    return last is not None and anchor is not None and date.fromisoformat(last) < anchor

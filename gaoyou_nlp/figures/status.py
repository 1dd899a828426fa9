"""Says whether a figure is a target or a result."""

from __future__ import annotations

from datetime import date
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.language import lazy_re as re

_REACHED: Final = re.compile("达到?|[降升]至|稳定在|占|为[0-9]")
_TIME_DONE: Final = ("去年", "上年", "前年", "今年以来", "上月", "昨")
_PROMISED: Final = re.compile(r"(?:以上|左右|以内|以下)$|不低于|不少于|不超过")
_BY_NOW: Final = ("截至", "截止", "截止到", "截至到")


DONE: Final = re.compile(
    r"同比|环比|比上年|比去年|较上年|较去年|比[上前]年|累计|已|达到了|完成了|实现了|增长了|突破了|建成了|新增了|创历史|首次"
)
SOFT: Final = ("左右", "突破")
"""Wordings that are comparators too: they count where there is no other."""


def read_status(
    text: str,
    anchor: date | None,
    wording: tuple[str, str] | None,
    period: DateMention | None,
    clause: str,
    *,
    planned: bool,
) -> str | None:
    """Say whether a figure is a target or a result; None where the text leaves it open.

    Parameters:
        text: The text.
        anchor: The day the article was written.
        wording: Its wording and class.
        period: The date of its period.
        clause: The text from its clause's start to its end.
        planned: Whether its paragraph speaks of what is to be done.
    """
    firm = wording is not None and wording[0] not in (*SOFT, "预计")
    if firm and not DONE.search(clause):
        return "target"
    if DONE.search(clause):
        return "result"
    if period is not None:
        if period.text.startswith(_TIME_DONE) or period.text.endswith(("以来", "至今")):
            return "result"
        if text.endswith(_BY_NOW, 0, period.start):
            return "result"
        last = date.fromisoformat(period.last) if period.last else None
        if last is not None and anchor is not None:
            if last < anchor:
                return "result"
            expected = wording is not None and wording[0] == "预计"
            if period.first is None or expected or _PROMISED.search(clause):
                return "target"
        if period.first is None and period.last is not None and "date.year" in period.rule:
            return "target" if anchor is None else None
    return "target" if planned and not _REACHED.search(clause) else None

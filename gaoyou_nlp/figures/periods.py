"""Which dates cannot be the period of a figure."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.dates import DateMention

_NO_PERIOD: Final = ("date.vague", "date.same-period")
_AHEAD: Final = ("未来", "今后", "接下来")


def is_open_date(found: DateMention) -> bool:
    """全年 that could be either year: the year is then that of an earlier date, if any."""
    return found.rule == "date.whole-year" and found.first is None


def names_no_period(found: DateMention) -> bool:
    """Say whether a date is no period of a figure: 近年来, 去年同期, 近三年, which ends today."""
    past = found.rule.startswith("date.span") and not found.text.startswith(_AHEAD)
    return past or found.rule.startswith(_NO_PERIOD)

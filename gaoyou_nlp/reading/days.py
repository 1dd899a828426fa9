"""Reads the day of publication that a record of a file carries."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Final

_DAY: Final = re.compile(
    r"\s*([12][0-9]{3})(?:[-/.年]([0-9]{1,2})[-/.月]([0-9]{1,2})日?|([0-9]{2})([0-9]{2}))(?![0-9])"
)


def read_day(value: object) -> str | None:
    """Return a day in ISO 8601.

    Parameters:
        value: What stands in the field: a string that begins with a day (a time of the day may
            follow), a date, a date with time.

    Returns:
        The day; None where the value is no day, such as a month alone.

    Example:
        >>> [read_day(x) for x in ("2022-03-04T08:00:00", "2022年3月4日", "20220304", "2022-03", 3)]
        ['2022-03-04', '2022-03-04', '2022-03-04', None, None]
    """
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    match = _DAY.match(value) if isinstance(value, str) else None
    if match is None:
        return None
    year, *rest = (int(number) for number in match.groups() if number)
    try:
        return date(year, *rest).isoformat()
    except ValueError:
        return None

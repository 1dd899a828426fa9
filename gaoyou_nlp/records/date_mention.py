"""The record of a date mention, and the kinds of time it can speak of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

GRAINS: Final = (
    "day",
    "ten-day",
    "week",
    "month",
    "season",
    "quarter",
    "half",
    "year",
    "five-year",
    "decade",
)
"""The units that dates are counted in, from the finest to the coarsest."""


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression of a text with the days it stands for.

    Parameters:
        start, end, text: Its characters; a preposition before it (到, 截至) and a bare 前 behind it
            stay outside.
        first: Its first day (ISO 8601), None where it is open or not known.
        last: Its last day, included, None where it is open or not known.
        grain: The unit it is counted in, one of ``GRAINS``; None where the text names none (日前).
        rule: How it was read, and by what a part that is not said was filled in:
            ``date.month-day`` (nothing was missing), ``date.month-day.anchor``.
        note: Why a value is missing or rests on a convention; None for a plain date.
    """

    start: int
    end: int
    text: str
    first: str | None
    last: str | None
    grain: str | None
    rule: str
    note: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the mention as JSON-ready data.

        Examples:
            >>> DateMention(0, 2, "今年", None, None, "year", "date.year").to_dict()["grain"]
            'year'
        """
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> DateMention:
        """Build a mention from what ``to_dict`` makes; other fields of the row are left alone."""
        return cls(**{name: row[name] for name in cls.__slots__ if name in row})

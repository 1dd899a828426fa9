"""The record of a figure: a target or a result with its number, indicator and period."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

FIGURE_KINDS: Final = ("level", "growth", "share", "count", "rank", "increment")
WORDING_CLASSES: Final = ("hard", "expected", "effort", "plan")


@dataclass(frozen=True, slots=True)
class Condition:
    """What the counted things must fulfil: 亿元以上 in 亿元以上项目10个.

    Parameters:
        start, end, text: Its characters.
        low, high: Bounds as decimal strings in ``unit``, None where open.
        comparator: As of amounts.
        unit: 元, or the code of another currency.
    """

    start: int
    end: int
    text: str
    low: str | None
    high: str | None
    comparator: str | None
    unit: str

    def to_dict(self) -> dict[str, Any]:
        """Return the condition as JSON-ready data."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Condition:
        """Build a condition from what ``to_dict`` makes."""
        return cls(**{name: row[name] for name in cls.__slots__ if name in row})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that an indicator has, or is to have, in a period.

    Parameters:
        start, end, text: The part of the clause that says it, from the indicator (or the verb of
            growth) to the comparator behind the number.
        indicator, indicator_start, indicator_end: The indicator as written.
        canonical: Its head in ``indicators.tsv``, None where it has none.
        comparator: ``>=``, ``>``, ``<=``, ``<``, ``~`` or None, as of amounts.
        low, high: Bounds as decimal strings in ``unit``; equal for one number, None where open.
        unit: 元, %, 百分点, 人, 个 …; numbers with 万 and 亿 are written out.
        kind: One of ``FIGURE_KINDS``.
        direction: ``up`` or ``down`` for growth and increments (降低3% is 3, down), else None.
        period_start, period_end: ISO dates of the period, None where not said.
        wording: The word that says how firm it is (力争), None where there is none.
        wording_class: One of ``WORDING_CLASSES``, or None.
        status: ``target``, ``result``, or None where the text leaves it open.
        owner: The body or area it belongs to, as written, or None.
        condition: What the counted things must fulfil, or None.
        group: The same number for the figures of one indicator in one sentence.
        rule: How it was found.
        speaker: Who says it: the speaker of the statement that it stands in, or None.
    """

    start: int
    end: int
    text: str
    indicator: str
    indicator_start: int
    indicator_end: int
    canonical: str | None
    comparator: str | None
    low: str | None
    high: str | None
    unit: str
    kind: str
    direction: str | None
    period_start: str | None
    period_end: str | None
    wording: str | None
    wording_class: str | None
    status: str | None
    owner: str | None
    condition: Condition | None
    group: int
    rule: str
    speaker: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the figure as JSON-ready data."""
        row = {name: getattr(self, name) for name in self.__slots__}
        return row | {"condition": None if self.condition is None else self.condition.to_dict()}

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Figure:
        """Build a figure from what ``to_dict`` makes; other fields of the row are left alone."""
        fields = {name: row[name] for name in cls.__slots__ if name in row}
        condition = row.get("condition")
        return cls(**fields | {"condition": condition and Condition.from_dict(condition)})

"""What is annotated beyond spans and posts: dates, statements, figures, groups of projects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple

from gaoyou_nlp.records import DateMention, Figure, Statement

FIELDS: Final = (
    "indicator",
    "low",
    "high",
    "unit",
    "comparator",
    "kind",
    "direction",
    "period",
    "wording",
    "wording_class",
    "status",
    "owner",
    "speaker",
    "condition",
)
"""The fields of a figure that are compared, ``period`` being both of its days."""


class Uncertain(NamedTuple):
    """A stretch of which it is not sure that it is a record: neither right nor wrong."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """An annotated figure.

    Parameters:
        figure: The figure. Group and rule are not annotated; its speaker is that of the statement
            in which it stands.
        uncertain: The fields (of ``FIELDS``) that are not compared.
    """

    figure: Figure
    uncertain: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class GoldGroup:
    """Several projects that have a number or a sum in common.

    Parameters:
        members: The names of those that the text names, as their spans.
        count: How many the text says they are, or None.
        total: The MONEY that is the sum of all of them, as start and end, or None.
    """

    members: frozenset[str]
    count: int | None = None
    total: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class GoldRecords:
    """All dates, statements, figures and groups of an article."""

    dates: tuple[DateMention, ...] = ()
    statements: tuple[Statement, ...] = ()
    figures: tuple[GoldFigure, ...] = ()
    groups: tuple[GoldGroup, ...] = ()
    uncertain: tuple[Uncertain, ...] = ()

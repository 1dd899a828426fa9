"""What the tables take of links: ids, scores and reasons. Who made them is not known here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, Protocol

from gaoyou_nlp.records import Record

Cells = tuple[str | int | None, ...]

KINDS: Final = {
    "OFFICIAL": "person",
    "PERSON": "person",
    "ORG": "body",
    "GPE": "place",
    "PROJECT": "project",
}
"""What spans of each label name."""

ID_COLUMNS: Final = ("id", "kind", "name", "key")
"""The columns of the file of ids that lies beside linked tables."""

ENTITIES: Final = ("people", "bodies", "places", "linked_projects")
"""The tables that have a row for what many articles name."""


class Link(NamedTuple):
    """A name of an article and what it stands for.

    Parameters:
        id: Of the person, body, place or project.
        score: How sure that is, 0 to 1.
        reason: Why.
    """

    id: str
    score: float
    reason: str


class Linked(Protocol):
    """The links of a run."""

    def of(self, record: Record) -> Mapping[tuple[str, str], Link]:
        """Return the links of an article by kind (person, body, place, project) and name."""

    def rows(self, table: str) -> Iterable[Cells]:
        """Yield the rows of one of the tables ``ENTITIES``."""

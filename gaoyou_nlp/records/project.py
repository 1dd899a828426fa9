"""A project of one article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gaoyou_nlp.records.said import Event, Said

_SAID = ("status_said", "place", "builder")


@dataclass(frozen=True, slots=True)
class Project:
    """A project of one article.

    Parameters:
        name: Its longest name in the article.
        status: One of ``STATUSES`` or None.
        amount: Index into the article's amounts, or None.
        mentions: Indices into the article's spans.
        status_said: The cell of a table that tells the status, or None.
        place: Where it is: the area or address, or None.
        builder: Who builds it or invests in it, or None.
        capacity: What it makes or handles: 年产3万吨纸板.
        dates: Its beginning, completion and going into operation, done or planned.
    """

    name: str
    status: str | None = None
    amount: int | None = None
    mentions: tuple[int, ...] = ()
    status_said: Said | None = field(default=None, repr=False)
    place: Said | None = field(default=None, repr=False)
    builder: Said | None = field(default=None, repr=False)
    capacity: tuple[Said, ...] = field(default=(), repr=False)
    dates: tuple[Event, ...] = field(default=(), repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Return the project as JSON-ready data; what the text does not say is left out."""
        row: dict[str, Any] = {
            "name": self.name,
            "status": self.status,
            "amount": self.amount,
            "mentions": list(self.mentions),
        }
        for name in _SAID:
            said: Said | None = getattr(self, name)
            if said is not None:
                row[name] = said.to_dict()
        if self.capacity:
            row["capacity"] = [said.to_dict() for said in self.capacity]
        if self.dates:
            row["dates"] = [event.to_dict() for event in self.dates]
        return row

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Project:
        """Build a project from what ``to_dict`` makes; all but the name may be absent."""
        said = {name: Said.from_dict(row[name]) for name in _SAID if row.get(name)}
        return cls(
            row["name"],
            row.get("status"),
            row.get("amount"),
            tuple(row.get("mentions", ())),
            capacity=tuple(map(Said.from_dict, row.get("capacity") or ())),
            dates=tuple(map(Event.from_dict, row.get("dates") or ())),
            **said,
        )

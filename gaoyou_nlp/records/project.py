"""A project of one article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Project:
    """A project of one article.

    Parameters:
        name: Its longest name in the article.
        status: One of ``STATUSES`` or None.
        amount: Index into the article's amounts, or None.
        mentions: Indices into the article's spans.
    """

    name: str
    status: str | None = None
    amount: int | None = None
    mentions: tuple[int, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """Return the project as JSON-ready data."""
        return {
            "name": self.name,
            "status": self.status,
            "amount": self.amount,
            "mentions": list(self.mentions),
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Project:
        """Build a project from what ``to_dict`` makes; all but the name may be absent."""
        return cls(
            row["name"], row.get("status"), row.get("amount"), tuple(row.get("mentions", ()))
        )

"""Several projects that a text counts or sums up together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class ProjectGroup:
    """A number or a sum that belongs to several projects and to none of them alone.

    Parameters:
        start, end, text: From the first project or the count to the last of count and sum.
        members: Indices into the article's projects; empty where the text names none.
        count: How many there are by the text; None where it does not say so exactly.
        amount: Index of their sum into the article's amounts, or None.
        rule: What found it.

    Examples:
        >>> ProjectGroup(0, 5, "12个项目", count=12, rule="group:count").to_dict()["count"]
        12
    """

    start: int
    end: int
    text: str
    members: tuple[int, ...] = ()
    count: int | None = None
    amount: int | None = None
    rule: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Return the group as JSON-ready data."""
        row = {name: getattr(self, name) for name in self.__slots__}
        return row | {"members": list(self.members)}

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> ProjectGroup:
        """Build a group from what ``to_dict`` makes; other fields of the row are left alone."""
        fields = {name: row[name] for name in cls.__slots__ if name in row}
        return cls(**fields | {"members": tuple(row.get("members") or ())})

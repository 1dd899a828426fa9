"""What a text says of a post or a project, at the characters that say it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Said:
    """A value as written.

    Parameters:
        start, end, text: Its characters.
        rule: What found it.

    Examples:
        >>> Said(3, 6, "云河县", "place:位于").to_dict()["text"]
        '云河县'
    """

    start: int
    end: int
    text: str
    rule: str

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Said:
        """Build it from what ``to_dict`` makes; other fields of the row are left alone."""
        return cls(row["start"], row["end"], row["text"], row.get("rule", ""))


@dataclass(frozen=True, slots=True)
class Event:
    """A day on which something begins or ends, with the characters of the date.

    Parameters:
        kind: ``start`` or ``end`` of a post; 开工, 竣工 or 投产 of a project.
        day: ISO 8601: the first day that the date speaks of, for an end the last.
        grain: How exact the date is, one of ``GRAINS``: 2022年3月 is a ``month``.
        start, end, text: The date as written.
        rule: What found it.
        planned: Whether it is still to come, by the words of the text or the day of publication;
            None where neither tells.
    """

    kind: str
    day: str
    grain: str | None
    start: int
    end: int
    text: str
    rule: str
    planned: bool | None = False

    def to_dict(self) -> dict[str, Any]:
        """Return it as JSON-ready data."""
        return {name: getattr(self, name) for name in self.__slots__}

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Event:
        """Build it from what ``to_dict`` makes; other fields of the row are left alone."""
        return cls(**{name: row[name] for name in cls.__slots__ if name in row})

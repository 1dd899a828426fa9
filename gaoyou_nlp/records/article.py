"""An article to be annotated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gaoyou_nlp.records.source import Source, SourceMap


@dataclass(frozen=True, slots=True)
class Author:
    """A name in a by-line with its role, as written (记者, 通讯员) or None."""

    name: str
    role: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the author as JSON-ready data."""
        return {"name": self.name, "role": self.role}


@dataclass(frozen=True, slots=True)
class Article:
    """An article to be annotated.

    Parameters:
        id: Unique within a run.
        text: All of it, reflowed: headline, subhead, body, by-line, one paragraph a line.
        title, subtitle, kicker, byline: The parts of ``text`` as strings, empty where absent.
        authors: The names of the by-line.
        source: Where it came from.
        source_map: Text offsets to source offsets; None where ``text`` is the source.
        date: The day of its publication (ISO 8601), where that is known; 今年 and 昨日 in the text
            are read from it.
    """

    id: str
    text: str
    title: str = ""
    subtitle: str = ""
    kicker: str = ""
    byline: str = ""
    authors: tuple[Author, ...] = ()
    source: Source | None = None
    source_map: SourceMap | None = field(default=None, repr=False)
    date: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Return the article's own fields as JSON-ready data, without the source map."""
        return {
            "id": self.id,
            "date": self.date,
            "title": self.title,
            "subtitle": self.subtitle,
            "kicker": self.kicker,
            "byline": self.byline,
            "authors": [author.to_dict() for author in self.authors],
            "source": None if self.source is None else self.source.to_dict(),
            "text": self.text,
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Article:
        """Build an article from its JSON fields; all but ``id`` and ``text`` may be absent."""
        source = row.get("source")
        return cls(
            id=str(row["id"]),
            text=row["text"],
            title=row.get("title", ""),
            subtitle=row.get("subtitle", ""),
            kicker=row.get("kicker", ""),
            byline=row.get("byline", ""),
            authors=tuple(Author(x["name"], x.get("role")) for x in row.get("authors", ())),
            source=None if source is None else Source.from_dict(source),
            date=row.get("date"),
        )

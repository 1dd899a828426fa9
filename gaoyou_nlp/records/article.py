"""An article to be annotated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from gaoyou_nlp.records.anchor import Page, Where, merged, places
from gaoyou_nlp.records.source import Source, SourceMap
from gaoyou_nlp.records.table import Table

_FACTS = ("date", "author", "publisher", "url")
"""Fields of an article that its JSON has only where they are set."""


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
        date: The day of its publication (ISO 8601), where that is known; 今年 and 昨日 in the
            text are read from it.
        author, publisher, url: As the document says them; None where it does not.
        tables: The tables in ``text``, in their order; its JSON does not have them.
        notes: What a reader of the document should know, as characters that no font names.
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
    author: str | None = None
    publisher: str | None = None
    url: str | None = None
    tables: tuple[Table, ...] = field(default=(), repr=False)
    notes: tuple[str, ...] = ()

    @property
    def page(self) -> int | None:
        """The page of a document that the text begins on, from 1; None where there are none."""
        anchors = () if self.source is None else self.source.anchors
        where = anchors[0][2] if anchors else None
        return where.number if isinstance(where, Page) else None

    def to_dict(self) -> dict[str, Any]:
        """Return the article's own fields as JSON-ready data, without source map and tables.

        Examples:
            >>> row = Article("1", "高邮", date="2026-03-18").to_dict()
            >>> row["date"], "author" in row
            ('2026-03-18', False)
        """
        return {
            "id": self.id,
            "date": self.date,
            "title": self.title,
            "subtitle": self.subtitle,
            "kicker": self.kicker,
            "byline": self.byline,
            "authors": [author.to_dict() for author in self.authors],
            "source": None if self.source is None else self.source.to_dict(),
            **{name: value for name in _FACTS if (value := getattr(self, name)) is not None},
            **({"notes": list(self.notes)} if self.notes else {}),
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
            **{name: row[name] for name in _FACTS if row.get(name) is not None},
            notes=tuple(row.get("notes", ())),
        )


def locate(article: Article, start: int, end: int) -> tuple[Where, ...]:
    """Lead characters of an article back to where a person finds them in the document.

    Parameters:
        article: The article.
        start, end: Characters of its text, end exclusive.

    Returns:
        The pages with boxes, paragraphs or cells that the characters stand in, in order; nothing
        for articles that come from no document. A stretch that is broken over lines of a page has
        a place a line.

    Examples:
        >>> from gaoyou_nlp.records.anchor import Cell
        >>> source = Source("a.xlsx", anchors=((0, 2, Cell(3, 2, sheet="项目")),))
        >>> locate(Article("1", "高邮", source=source), 0, 2)[0].name
        '项目!B3'
    """
    source = article.source
    if source is None:
        return ()
    return merged(places(source.anchors, start, end))

"""What several rows of a record share: the cells of a place, and the ids of linked names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from gaoyou_nlp.formats.sentences import Sentences
from gaoyou_nlp.records import Record, Span
from gaoyou_nlp.records.anchor import place_cells
from gaoyou_nlp.tables.linked import Link, Linked

Cell = str | int | None
Cells = tuple[Cell, ...]
_NOWHERE: Final[Cells] = (None, None, None)


class Source:
    """A record with what its rows share.

    Parameters:
        record: The record.
        linked: The links of the run, None where it is not linked.
    """

    def __init__(self, record: Record, linked: Linked | None = None) -> None:
        source = record.article.source
        self.record = record
        self.source_map = record.article.source_map
        self.path = None if source is None else source.path
        self.anchors = () if source is None else source.anchors
        self.sentence = Sentences(record.text).at
        self.is_linked = linked is not None
        self.links: Mapping[tuple[str, str], Link] = {} if linked is None else linked.of(record)
        self.titles: dict[str, list[Span]] = {}
        for span in record.spans:
            if span.label == "TITLE":
                self.titles.setdefault(span.text, []).append(span)

    def place(self, start: int, end: int, rule: str, score: float | None = None) -> Cells:
        """Return the cells that say where something stands, and what found it."""
        sentence = self.sentence(start, end)
        shown = None if score is None else f"{score:.4f}"
        where = place_cells(self.anchors, start, end) if self.anchors else _NOWHERE
        if self.source_map is None:
            return (sentence, self.path, start, end, start, end, rule or None, shown, *where)
        first, last = self.source_map.to_source(start, end) or (None, None)
        return (sentence, self.path, start, end, first, last, rule or None, shown, *where)

    def place_of(self, span: Span | None) -> Cells:
        """Return the cells of the place of a span; empty ones where there is none."""
        if span is None:
            return (None, self.path, None, None, None, None, None, None, *_NOWHERE)
        return self.place(span.start, span.end, span.rule, span.score)

    def link(self, kind: str, name: str | None) -> str | None:
        """Return the id of what a name stands for; None where that is not known."""
        link = self.links.get((kind, name or ""))
        return None if link is None else link.id

    def person(self, name: str) -> str | None:
        """Return the id of a person: of the run, or of the article where it is not linked."""
        return self.link("person", name) if self.is_linked else f"{self.record.id}:{name}"

    def first(self, mentions: tuple[int, ...]) -> Span | None:
        """Return the first of some mentions."""
        return self.record.spans[mentions[0]] if mentions else None


@lru_cache(maxsize=4096)
def day_of(iso: str | None) -> str | None:
    """A day, or None where a string is none."""
    try:
        return date.fromisoformat(iso or "").isoformat()
    except ValueError:
        return None


def number_of(text: str | None) -> str | None:
    """A decimal, or None where a string of another program is none."""
    if text is None or text.removeprefix("-").replace(".", "", 1).isdecimal():
        return text if text is None or text.isascii() else None
    return None

"""An annotated article."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from gaoyou_nlp.records.amount import Amount
from gaoyou_nlp.records.anchor import ANCHOR_KEYS, Anchor, anchors_from_dict, place_to_dict
from gaoyou_nlp.records.article import Article
from gaoyou_nlp.records.date_mention import DateMention
from gaoyou_nlp.records.figure import Figure
from gaoyou_nlp.records.official import Official
from gaoyou_nlp.records.placing import items_of, located, parts_of
from gaoyou_nlp.records.project import Project
from gaoyou_nlp.records.project_group import ProjectGroup
from gaoyou_nlp.records.source import SourceMap
from gaoyou_nlp.records.span import Span
from gaoyou_nlp.records.statement import Statement

SCHEMA = 2
"""The version of the JSON that is written."""

SCHEMAS = (1, 2)
"""The versions that are read: 1 has neither dates, figures, statements nor groups of projects."""


@dataclass(frozen=True, slots=True)
class Record:
    """An annotated article: what formats write and engines carry. Plain data, no ``Doc``.

    Parameters:
        article: The article.
        spans: Flat, ordered, not overlapping.
        amounts: (index into spans, amount) of every MONEY span.
        officials, projects: The records of the article.
        model: Name and version of what annotated it.
        dates, figures, statements: The dates of the text with the days they stand for, its targets
            and results, and who says what; each in order.
        project_groups: Several projects that the text counts or sums up together.
    """

    article: Article
    spans: tuple[Span, ...] = ()
    amounts: tuple[tuple[int, Amount], ...] = ()
    officials: tuple[Official, ...] = ()
    projects: tuple[Project, ...] = ()
    model: str = ""
    dates: tuple[DateMention, ...] = ()
    figures: tuple[Figure, ...] = ()
    statements: tuple[Statement, ...] = ()
    project_groups: tuple[ProjectGroup, ...] = ()

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def to_dict(self) -> dict[str, Any]:
        """Return the record as JSON-ready data (schema 2).

        Examples:
            >>> record = Record(Article("1", "高邮"), (Span(0, 2, "GPE", "高邮"),))
            >>> record.to_dict()["spans"][0]["text"]
            '高邮'
        """
        return {
            name: list(value) if isinstance(value, Iterator) else value
            for name, value in self.fields()
        }

    def fields(self) -> Iterator[tuple[str, Any]]:
        """Yield names and values of ``to_dict``, lists as iterators: for long articles in pieces.

        Examples:
            >>> record = Record(Article("1", "高邮"), (Span(0, 2, "GPE", "高邮"),))
            >>> [next(value)["label"] for name, value in record.fields() if name == "spans"]
            ['GPE']
        """
        yield from self.article.to_dict().items()
        yield "spans", map(self._span, self.spans)
        yield "amounts", ({"span": i, **amount.to_dict()} for i, amount in self.amounts)
        for name, found in (("officials", self.officials), ("projects", self.projects)):
            yield name, (located(one.to_dict(), self._place) for one in found)
        yield "project_groups", map(self._placed, self.project_groups)
        yield "dates", map(self._placed, self.dates)
        yield "figures", map(self._placed, self.figures)
        yield "statements", map(self._placed, self.statements)
        yield "schema", SCHEMA
        yield "model", self.model

    def to_source(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the source offsets of ``text[start:end]``; None where an edge is not in it."""
        source_map = self.article.source_map
        return (start, end) if source_map is None else source_map.to_source(start, end)

    def _span(self, span: Span) -> dict[str, Any]:
        row: dict[str, Any] = {
            "start": span.start,
            "end": span.end,
            "label": span.label,
            "text": span.text,
            "rule": span.rule,
            "origin": span.origin.value if span.rule else None,
            "score": span.score,
            **self._source_offsets(span.start, span.end),
        }
        if span.canonical is not None:
            row["canonical"] = span.canonical
        if self.article.source is not None and self.article.source.anchors:
            row.update(place_to_dict(self.article.source.anchors, span.start, span.end))
        return row

    def _place(self, start: int, end: int) -> dict[str, Any]:
        """Where a stretch is in the source, and in which cell of a table."""
        row: dict[str, Any] = dict(self._source_offsets(start, end))
        source = self.article.source
        if source is not None and source.anchors:
            cell = place_to_dict(source.anchors, start, end).get("source_cell")
            row |= {} if cell is None else {"source_cell": cell}
        return row

    def _placed(self, found: DateMention | Figure | ProjectGroup | Statement) -> dict[str, Any]:
        row = found.to_dict() | self._source_offsets(found.start, found.end)
        source = self.article.source
        if source is not None and source.anchors:
            where = place_to_dict(source.anchors, found.start, found.end)
            row |= {name: where[name] for name in _WHERE_FOUND if name in where}
        return row

    def _source_offsets(self, start: int, end: int) -> dict[str, int | None]:
        first, last = self.to_source(start, end) or (None, None)
        return {"source_start": first, "source_end": last}

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Record:
        """Build a record from a line of JSONL; fields beyond ``id`` and ``text`` may be absent.

        Parameters:
            row: As made by ``to_dict``.

        Returns:
            The record. Its source map leads back what the row gives source offsets of, and nothing
            else.

        Raises:
            KeyError: ``id``, ``text`` or a span's field is missing.

        Examples:
            >>> Record.from_dict({"id": "1", "text": "高邮"}).text
            '高邮'
        """
        spans = tuple(
            Span(
                s["start"],
                s["end"],
                s["label"],
                s["text"],
                s.get("rule", ""),
                s.get("score"),
                s.get("canonical"),
            )
            for s in row.get("spans", ())
        )
        article = Article.from_dict(row)
        items = items_of(row)
        source_map = _source_map(items)
        if source_map is not None:
            article = replace(article, source_map=source_map)
        if not all(map(ANCHOR_KEYS.isdisjoint, items)):
            article = _with_anchors(article, row)
        return cls(
            article,
            spans,
            tuple(
                (m["span"], Amount.from_dict(m, spans[m["span"]])) for m in row.get("amounts", ())
            ),
            tuple(map(Official.from_dict, row.get("officials", ()))),
            tuple(map(Project.from_dict, row.get("projects", ()))),
            row.get("model", ""),
            tuple(map(DateMention.from_dict, row.get("dates", ()))),
            tuple(map(Figure.from_dict, row.get("figures", ()))),
            tuple(map(Statement.from_dict, row.get("statements", ()))),
            tuple(map(ProjectGroup.from_dict, row.get("project_groups", ()))),
        )


_FOUND = ("project_groups", "dates", "figures", "statements")
_WHERE_FOUND = ("source_page", "source_box", "source_cell")
"""What is written of the place of those: the piece of a page where they begin, or the cell."""


def _with_anchors(article: Article, row: Mapping[str, Any]) -> Article:
    """The article with the places in its document that the row names."""
    anchors: list[Anchor] = []
    for span in row.get("spans", ()):
        anchors.extend(anchors_from_dict(span, span["start"], span["end"]))
    of_spans = sorted(anchor[:2] for anchor in anchors)
    at = last = 0
    found = (one for name in _FOUND for one in row.get(name) or ())
    placed = (
        part
        for part in (*parts_of(row), *found)
        if part.get("source_cell") or part.get("source_box")
    )
    for part in sorted(placed, key=lambda part: (part["start"], -part["end"])):
        start, end = part["start"], part["end"]
        while at < len(of_spans) and of_spans[at][1] <= start:
            at += 1
        if start >= last and (at == len(of_spans) or of_spans[at][0] >= end):
            anchors.extend(anchors_from_dict(part, start, end))
            last = end
    anchors.sort(key=lambda anchor: anchor[0])
    if article.source is None or not anchors:
        return article
    return replace(article, source=replace(article.source, anchors=tuple(anchors)))


def _source_map(items: Sequence[Mapping[str, Any]]) -> SourceMap | None:
    """Build the map of what has offsets; None where the text is the source, or none are given."""
    placed = [
        (item["start"], item["end"], item["source_start"], item.get("source_end"))
        for item in items
        if "source_start" in item
    ]
    if all(a == c and b == d and type(c) is type(d) is int for a, b, c, d in placed):
        return None
    places: dict[int, int] = {}
    for start, end, source_start, source_end in placed:
        if source_start is None or source_end is None:
            continue
        if not (
            type(source_start) is type(source_end) is int
            and 0 <= source_start <= source_end <= 2**53
        ):
            raise ValueError(f"source offsets {source_start!r:.40} to {source_end!r:.40}")
        places[start] = source_start
        places[end - 1] = source_end - 1
    return SourceMap(tuple((at, places[at], 1) for at in sorted(places)))

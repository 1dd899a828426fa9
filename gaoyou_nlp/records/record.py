"""An annotated article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from gaoyou_nlp.records.amount import Amount
from gaoyou_nlp.records.anchor import Anchor, anchors_from_dict, place_to_dict
from gaoyou_nlp.records.article import Article
from gaoyou_nlp.records.official import Official
from gaoyou_nlp.records.project import Project
from gaoyou_nlp.records.span import Span

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Record:
    """An annotated article: what formats write and engines carry. Plain data, no ``Doc``.

    Parameters:
        article: The article.
        spans: Flat, ordered, not overlapping.
        amounts: (index into spans, amount) of every MONEY span.
        officials, projects: The records of the article.
        model: Name and version of what annotated it.
    """

    article: Article
    spans: tuple[Span, ...] = ()
    amounts: tuple[tuple[int, Amount], ...] = ()
    officials: tuple[Official, ...] = ()
    projects: tuple[Project, ...] = ()
    model: str = ""

    @property
    def id(self) -> str:
        """The article's id."""
        return self.article.id

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text

    def to_dict(self) -> dict[str, Any]:
        """Return the record as JSON-ready data (schema 1).

        Example:
            >>> record = Record(Article("1", "高邮"), (Span(0, 2, "GPE", "高邮"),))
            >>> record.to_dict()["spans"][0]["text"]
            '高邮'
        """
        return {
            **self.article.to_dict(),
            "spans": [self._span(s) for s in self.spans],
            "amounts": [{"span": i, **amount.to_dict()} for i, amount in self.amounts],
            "officials": [official.to_dict() for official in self.officials],
            "projects": [project.to_dict() for project in self.projects],
            "schema": SCHEMA,
            "model": self.model,
        }

    def _span(self, span: Span) -> dict[str, Any]:
        place = (
            (span.start, span.end)
            if self.article.source_map is None
            else self.article.source_map.to_source(span.start, span.end)
        )
        row: dict[str, Any] = {
            "start": span.start,
            "end": span.end,
            "label": span.label,
            "text": span.text,
            "rule": span.rule,
            "origin": span.origin.value if span.rule else None,
            "score": span.score,
            "source_start": None if place is None else place[0],
            "source_end": None if place is None else place[1],
        }
        if span.canonical is not None:
            row["canonical"] = span.canonical
        if self.article.source is not None and self.article.source.anchors:
            row.update(place_to_dict(self.article.source.anchors, span.start, span.end))
        return row

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Record:
        """Build a record from a line of JSONL; fields beyond ``id`` and ``text`` may be absent.

        Parameters:
            row: As made by ``to_dict``.

        Returns:
            The record. Source offsets are not kept: they follow from the source map. Of the places
            in a document those of spans are kept.

        Raises:
            KeyError: ``id``, ``text`` or a span's field is missing.

        Example:
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
        return cls(
            _with_anchors(Article.from_dict(row), row.get("spans", ())),
            spans,
            tuple(
                (m["span"], Amount.from_dict(m, spans[m["span"]])) for m in row.get("amounts", ())
            ),
            tuple(map(Official.from_dict, row.get("officials", ()))),
            tuple(map(Project.from_dict, row.get("projects", ()))),
            row.get("model", ""),
        )


def _with_anchors(article: Article, spans: Iterable[Mapping[str, Any]]) -> Article:
    """The article with the places in its document that the rows of its spans name."""
    anchors: list[Anchor] = []
    for span in spans:
        anchors.extend(anchors_from_dict(span, span["start"], span["end"]))
    if article.source is None or not anchors:
        return article
    return replace(article, source=replace(article.source, anchors=tuple(anchors)))

"""The components that write records: officials with posts, projects with status and amount."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

import numpy as np
from spacy.tokens import Doc

from gaoyou_nlp.language.traditional import original
from gaoyou_nlp.pipeline.extensions import SCORES, score_of, set_extensions
from gaoyou_nlp.pipeline.memory import amount_in, amounts_of, reading_text_of, text_of
from gaoyou_nlp.records import Amount, Official, Project, Span
from gaoyou_nlp.relations.officials import relate_officials
from gaoyou_nlp.relations.projects import relate_projects

_INSIDE, _BEGIN = 1, 3  # of ENT_IOB


def entities(doc: Doc, text: str) -> list[Span]:
    """Return the entities of a ``Doc`` with that text as plain spans."""
    scores = doc.user_data.get(SCORES, {})
    spans = []
    plain = len(doc) == len(text)
    for begin, stop, label, rule, canonical in _entities(doc):
        start, end = (begin, stop) if plain else (doc[begin].idx, doc[begin:stop].end_char)
        score = score_of(scores, begin, stop, label) if scores else None
        spans.append(Span(start, end, label, text[start:end], rule, score, canonical or None))
    return spans


def _entities(doc: Doc) -> Iterator[tuple[int, int, str, str, str]]:
    """Begin, end (tokens), label, rule and canonical name of ``doc.ents``, without ``Span``s."""
    columns = doc.to_array(["ENT_IOB", "ENT_TYPE", "ENT_ID", "ENT_KB_ID"]).reshape(-1, 4)
    edges = np.append(np.flatnonzero(columns[:, 0] != _INSIDE), len(doc))
    begins = np.flatnonzero(columns[:, 0] == _BEGIN)
    stops = edges[np.searchsorted(edges, begins, side="right")]
    strings = doc.vocab.strings
    for begin, stop, names in zip(
        begins.tolist(), stops.tolist(), columns[begins, 1:].tolist(), strict=True
    ):
        label, rule, canonical = (strings[name] for name in names)
        yield begin, stop, label, rule, canonical


def amounts(doc: Doc, text: str) -> list[tuple[int, Amount]]:
    """Return (index of the entity, amount) of every MONEY entity of a ``Doc`` with that text."""
    plain = len(doc) == len(text)
    money = [
        (index, (begin, stop) if plain else (doc[begin].idx, doc[begin:stop].end_char))
        for index, (begin, stop, label, *_) in enumerate(_entities(doc))
        if label == "MONEY"
    ]
    if not money:
        return []
    found = amounts_of(doc)
    exact = {(amount.start, amount.end): amount for amount in found}
    return [(index, exact.get(place) or amount_in(doc, *place)) for index, place in money]


class OfficialsWriter:
    """The component ``gaoyou_officials``: fills ``doc._.officials``."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Write the officials of a ``Doc`` as JSON-ready data."""
        reading = reading_text_of(doc)
        _, officials = relate_officials(reading, entities(doc, reading))
        doc._.officials = [_as_written(doc, official).to_dict() for official in officials]
        return doc


class ProjectsWriter:
    """The component ``gaoyou_relations``: fills ``doc._.projects``."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Write the projects of a ``Doc`` as JSON-ready data."""
        reading = reading_text_of(doc)
        sums = [amount for _, amount in amounts(doc, text_of(doc))]
        found = relate_projects(reading, entities(doc, reading), sums)
        doc._.projects = [_as_written(doc, project).to_dict() for project in found]
        return doc


_Named = TypeVar("_Named", Official, Project)


def _as_written(doc: Doc, found: _Named) -> _Named:
    """An official or project with the name and posts as the text has them, not its reading."""
    text, reading = text_of(doc), reading_text_of(doc)
    if reading is text:
        return found
    name = original(found.name, text, reading)
    if isinstance(found, Project):
        return replace(found, name=name)
    posts = tuple(
        replace(
            post,
            org=None if post.org is None else original(post.org, text, reading),
            title=original(post.title, text, reading),
        )
        for post in found.posts
    )
    return replace(found, name=name, posts=posts)

"""The components that write records: officials with posts, projects with status and amount."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from gaoyou_nlp.pipeline.draft import Draft
from gaoyou_nlp.pipeline.entities import entities_of
from gaoyou_nlp.pipeline.entity_set import Entities
from gaoyou_nlp.pipeline.extensions import set_extensions
from gaoyou_nlp.records import Official, Project
from gaoyou_nlp.relations.projects import relate_projects


class OfficialsWriter:
    """The component ``gaoyou_officials``: fills ``doc._.officials``."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Write the officials of a ``Doc`` as JSON-ready data."""
        doc._.officials = [official.to_dict() for official in _officials(entities_of(doc))]
        return doc

    def read_drafts(self, drafts: Sequence[Draft]) -> None:
        """Write the officials of drafts."""
        for draft in drafts:
            draft.officials = _officials(entities_of(draft))


class ProjectsWriter:
    """The component ``gaoyou_relations``: fills ``doc._.projects``."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Write the projects of a ``Doc`` as JSON-ready data."""
        doc._.projects = [project.to_dict() for project in _projects(entities_of(doc))]
        return doc

    def read_drafts(self, drafts: Sequence[Draft]) -> None:
        """Write the projects of drafts."""
        for draft in drafts:
            draft.projects = _projects(entities_of(draft))


def _officials(entities: Entities) -> tuple[Official, ...]:
    return tuple(map(entities.as_written, entities.officials))


def _projects(entities: Entities) -> tuple[Project, ...]:
    sums = [amount for _, amount in entities.amounts]
    found = relate_projects(entities.reading, entities.read_spans, sums)
    return tuple(map(entities.as_written, found))

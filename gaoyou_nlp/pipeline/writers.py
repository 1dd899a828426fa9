"""The components that write records: officials with posts, projects with status and amount."""

from __future__ import annotations

from spacy.tokens import Doc

from gaoyou_nlp.pipeline.entities import entities_of
from gaoyou_nlp.pipeline.extensions import set_extensions
from gaoyou_nlp.relations.projects import relate_projects


class OfficialsWriter:
    """The component ``gaoyou_officials``: fills ``doc._.officials``."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Write the officials of a ``Doc`` as JSON-ready data."""
        entities = entities_of(doc)
        found = map(entities.as_written, entities.officials)
        doc._.officials = [official.to_dict() for official in found]
        return doc


class ProjectsWriter:
    """The component ``gaoyou_relations``: fills ``doc._.projects``."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Write the projects of a ``Doc`` as JSON-ready data."""
        entities = entities_of(doc)
        sums = [amount for _, amount in entities.amounts]
        found = relate_projects(entities.reading, entities.read_spans, sums)
        doc._.projects = [entities.as_written(project).to_dict() for project in found]
        return doc

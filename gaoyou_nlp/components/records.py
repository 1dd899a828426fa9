"""The components that write records: officials with posts, projects with status and amount."""

from __future__ import annotations

from spacy.tokens import Doc

from gaoyou_nlp.components.extensions import set_extensions
from gaoyou_nlp.components.officials import relate_officials
from gaoyou_nlp.components.relations import relate_projects
from gaoyou_nlp.records import Amount, Span, amount_from_dict


def entities(doc: Doc) -> list[Span]:
    """Return the entities of a ``Doc`` as plain spans."""
    return [
        Span(
            ent.start_char,
            ent.end_char,
            ent.label_,
            ent.text,
            ent.id_,
            ent._.score if ent.id_ == "model" else None,
            ent.kb_id_ or None,
        )
        for ent in doc.ents
    ]


def amounts(doc: Doc) -> list[tuple[int, Amount]]:
    """Return (index of the entity, amount) of every MONEY entity of a ``Doc``."""
    read = []
    for index, (ent, span) in enumerate(zip(doc.ents, entities(doc), strict=True)):
        if ent.label_ == "MONEY":
            read.append((index, amount_from_dict(ent._.amount or {}, span)))
    return read


class OfficialsWriter:
    """The component ``gaoyou_officials``: fills ``doc._.officials``."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Write the officials of a ``Doc`` as JSON-ready data."""
        _, officials = relate_officials(doc.text, entities(doc))
        doc._.officials = [
            {
                "name": o.name,
                "posts": [{"org": p.org, "title": p.title} for p in o.posts],
                "mentions": list(o.mentions),
            }
            for o in officials
        ]
        return doc


class ProjectsWriter:
    """The component ``gaoyou_relations``: fills ``doc._.projects``."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Write the projects of a ``Doc`` as JSON-ready data."""
        found = relate_projects(doc.text, entities(doc), [a for _, a in amounts(doc)])
        doc._.projects = [
            {"name": p.name, "status": p.status, "amount": p.amount, "mentions": list(p.mentions)}
            for p in found
        ]
        return doc

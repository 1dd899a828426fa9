"""The components that write records: officials with posts, projects with status and amount."""

from __future__ import annotations

from spacy.tokens import Doc

from gaoyou_nlp.components.amounts import amounts_of
from gaoyou_nlp.components.candidates import text_of
from gaoyou_nlp.components.extensions import SCORES, score_of, set_extensions
from gaoyou_nlp.components.officials import relate_officials
from gaoyou_nlp.components.relations import relate_projects
from gaoyou_nlp.money import parse_money
from gaoyou_nlp.records import Amount, Span, amount_from_dict, amount_to_dict


def entities(doc: Doc, text: str) -> list[Span]:
    """Return the entities of a ``Doc`` with that text as plain spans."""
    scores = doc.user_data.get(SCORES, {})
    spans = []
    for ent in doc.ents:
        start, end, rule = ent.start_char, ent.end_char, ent.id_
        score = score_of(scores, ent.start, ent.end, ent.label_) if scores else None
        spans.append(Span(start, end, ent.label_, text[start:end], rule, score, ent.kb_id_ or None))
    return spans


def amounts(doc: Doc, text: str) -> list[tuple[int, Amount]]:
    """Return (index of the entity, amount) of every MONEY entity of a ``Doc`` with that text."""
    money = [(index, ent) for index, ent in enumerate(doc.ents) if ent.label_ == "MONEY"]
    if not money:
        return []
    found = {(amount.start, amount.end): amount for amount in amounts_of(text)}
    read = []
    for index, ent in money:
        start, end = ent.start_char, ent.end_char
        amount = found.get((start, end)) or parse_money(text[start:end])
        fields = {} if amount is None else amount_to_dict(amount)
        read.append((index, amount_from_dict(fields, Span(start, end, "MONEY", text[start:end]))))
    return read


class OfficialsWriter:
    """The component ``gaoyou_officials``: fills ``doc._.officials``."""

    def __init__(self) -> None:
        set_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Write the officials of a ``Doc`` as JSON-ready data."""
        text = text_of(doc)
        _, officials = relate_officials(text, entities(doc, text))
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
        text = text_of(doc)
        found = relate_projects(text, entities(doc, text), [a for _, a in amounts(doc, text)])
        doc._.projects = [
            {"name": p.name, "status": p.status, "amount": p.amount, "mentions": list(p.mentions)}
            for p in found
        ]
        return doc

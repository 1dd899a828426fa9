"""Who says what: direct and reported speech with its speaker.

What comes in: a text and its spans (people, bodies, titles).
What goes out: ``Statement`` records with the offsets of what is said, its speaker and its verb.
What the room may know: records.

``attribution`` gives figures their speakers.

The way of a statement: ``quotes`` (what stands in quotation marks) and ``speakers`` (who stands
before a verb of ``verbs.tsv``) → ``find`` (brings both together); ``interview`` reads texts whose
paragraphs open with their speaker.
"""

from gaoyou_nlp.records.statement import STATEMENT_KINDS as KINDS
from gaoyou_nlp.records.statement import Statement
from gaoyou_nlp.statements.attribution import attribute
from gaoyou_nlp.statements.find import find_statements

__all__ = ["KINDS", "Statement", "attribute", "find_statements"]

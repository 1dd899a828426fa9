"""Who says what: direct and reported speech with its speaker.

What comes in: a text and its spans (people, bodies, titles).
What goes out: ``Statement`` records with the offsets of what is said, its speaker and its verb.
What the room may know: records.

``attribution`` gives figures their speakers.

The way of a statement: ``layout`` (sentences, ``quotes``) and ``speakers`` (who stands before a
verb of ``sayings``: a span, or one of ``roles`` and ``pronouns``, behind the ``gaps`` that may part
them) → ``direct`` (whose words a quotation is, also ``beside`` a person) and ``reported`` (clauses,
as far as ``extent`` and ``profile`` let them go) → ``find`` (brings all together). ``interview``,
``headed`` and ``letters`` read what is printed behind a speaker's name or above a signature.
"""

from gaoyou_nlp.records.statement import STATEMENT_KINDS as KINDS
from gaoyou_nlp.records.statement import Statement
from gaoyou_nlp.statements.attribution import attribute
from gaoyou_nlp.statements.find import find_statements

__all__ = ["KINDS", "Statement", "attribute", "find_statements"]

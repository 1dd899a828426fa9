"""The words that statements are recognised by, by kind."""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language.tables import alternation, table


@cache
def cues(kind: str) -> str:
    """Return a regular expression of the words of one kind, longest first.

    Parameters:
        kind: As in the table: ``written``, ``honour`` …
    """
    return alternation(word for word, of, _ in table("statements/cues.tsv") if of == kind)

"""A verb of saying with its speaker, and the table of such verbs."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern
from gaoyou_nlp.statements.speakers import Speaker


class Saying(NamedTuple):
    """A verb of saying with its speaker, and the quotations beside it."""

    start: int
    end: int
    speaker: Speaker
    inside: int
    """Where what is said begins behind it (behind its comma or colon)."""
    stopped: bool
    """Whether a comma or colon stands behind it."""


@cache
def verbs_of_saying() -> WordPattern:
    """Return a pattern of the verbs of the table, longest first."""
    return word_pattern(row[0] for row in table("statements/verbs.tsv"))

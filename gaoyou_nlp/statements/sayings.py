"""A verb of saying with its speaker, and the table of such verbs."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from gaoyou_nlp.language.tables import alternation, table
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
def verbs_of_saying() -> re.Pattern[str]:
    """Return a pattern of the verbs of the table, longest first."""
    return re.compile(alternation(row[0] for row in table("statements/verbs.tsv")))

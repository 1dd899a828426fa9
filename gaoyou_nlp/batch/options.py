"""The options of a run that are checked before anything is read or written."""

from __future__ import annotations

from os import fspath

from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.reading.decoding import check_encoding
from gaoyou_nlp.reading.forms import FORMS
from gaoyou_nlp.reading.listing import PathOrName
from gaoyou_nlp.reading.rows import Options

TIME_LIMIT = 60.0
"""Seconds that an article may take; a thousand times what it needs."""

LONGEST_LIMIT = 1e7
"""Seconds of the longest time limit, some four months."""


def check_numbers(
    workers: int, part_characters: int, part_articles: int, time_limit: float
) -> None:
    """Refuse numbers that make no sense, before anything is read or written.

    Raises:
        GaoyouError: Saying what is allowed.
    """
    if workers < 1 or part_characters < 1 or part_articles < 1:
        raise GaoyouError("workers and sizes of parts must be 1 or more.")
    if not 0 <= time_limit <= LONGEST_LIMIT:
        raise GaoyouError(
            f"the time limit must be from 0 (for none) to {LONGEST_LIMIT:,.0f} seconds."
        )


def check_reading(reading: Options, form: str | None) -> None:
    """Refuse a form or an encoding that is unknown.

    Raises:
        GaoyouError: Naming those that are known.
    """
    if form is not None and form not in FORMS:
        raise GaoyouError(f"unknown form of inputs {form!r}. Use one of {', '.join(FORMS)}.")
    check_encoding(reading.encoding)


def check_lexicon(lexicon: PathOrName) -> None:
    """Refuse a word list that is not well formed.

    Raises:
        LexiconError: Naming its first line that is wrong.
    """
    from gaoyou_nlp.rules.user_list import read_user_list

    read_user_list(fspath(lexicon))

"""Dates of Chinese news and the days they stand for: pure functions, text in, records out.

What comes in: a text and, if known, the day it was written (the *anchor*).
What goes out: ``DateMention`` records with offsets, first and last day, and the rule behind them.
What the room may know: records and word lists; the Chinese calendar comes from ``borax``.

The way of an expression: ``forms`` (patterns) → ``points`` (what is said) → ``resolve`` (its days,
by the ``context`` of the dates before it) → ``find`` (ranges, open ends, the walk over the text).
"""

from gaoyou_nlp.dates.find import find_dates
from gaoyou_nlp.dates.publication import find_publication_date
from gaoyou_nlp.records.date_mention import GRAINS, DateMention

__all__ = ["GRAINS", "DateMention", "find_dates", "find_publication_date"]

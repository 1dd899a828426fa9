"""Targets and results in news and reports: which indicator has which number, when and how firmly.

What comes in: a text with its amounts (``find_money``), its dates (``find_dates``) and, for owners,
its spans.
What goes out: ``Figure`` records with offsets, bounds, period, wording and status.
What the room may know: records, money, dates.

The way of a figure: ``quantities`` and ``ranks`` (numbers with units) → ``heads``, ``links`` and
``counts`` (which indicator a number belongs to) → ``scope`` (wording, period, owner, status) →
``find`` (puts them together).
"""

from gaoyou_nlp.figures.find import find_figures
from gaoyou_nlp.records.figure import FIGURE_KINDS as KINDS
from gaoyou_nlp.records.figure import WORDING_CLASSES, Condition, Figure

__all__ = ["KINDS", "WORDING_CLASSES", "Condition", "Figure", "find_figures"]

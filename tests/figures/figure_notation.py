"""The notation of the figure tests.

``{北河市}`` in a text is a GPE span and ``{{市水利局}}`` an ORG span. A figure is written as its
part of the clause and then, behind `` = ``: kind, direction (``up``, ``down``), number (``6``,
``6…7``, ``6…``), comparator, unit, and behind ``|`` the canonical head (or the indicator in
quotes), the period, the wording with its class, the status, ``@`` and the owner, ``?`` and the
condition, the group and the rule. What is not said is left out. Figures are separated by `` ;; ``.
"""

from __future__ import annotations

import re
from datetime import date

from gaoyou_nlp.dates import find_dates
from gaoyou_nlp.figures import Figure, find_figures
from gaoyou_nlp.money import find_money
from gaoyou_nlp.records import Span

_SPAN = re.compile(r"\{\{(?P<org>[^{}]+)\}\}|\{(?P<gpe>[^{}]+)\}")


def unmark(marked: str) -> tuple[str, list[Span]]:
    """Return the text without its marks, and the spans that they mark."""
    text, at = "", 0
    spans: list[Span] = []
    marked = marked.replace("\\n", "\n")
    for match in _SPAN.finditer(marked):
        text += marked[at : match.start()]
        words, label = match["org"] or match["gpe"], "ORG" if match["org"] else "GPE"
        spans.append(Span(len(text), len(text) + len(words), label, words))
        text += words
        at = match.end()
    return text + marked[at:], spans


def read(text: str, anchor: date | None = None, spans: list[Span] | None = None) -> list[Figure]:
    """Find amounts, dates and figures of a text."""
    return find_figures(
        text,
        amounts=find_money(text),
        dates=find_dates(text, anchor),
        spans=spans or (),
        anchor=anchor,
    )


def reading(figure: Figure) -> str:
    """Write a figure."""
    low, high = figure.low or "", figure.high or ""
    number = low if low == high else f"{low}…{high}"
    period = f"{figure.period_start or ''}/{figure.period_end or ''}"
    said = (figure.kind, figure.direction, number, figure.comparator, figure.unit)
    condition = figure.condition
    rest = (
        figure.canonical or f"“{figure.indicator}”",
        "" if period == "/" else period,
        f"{figure.wording}:{figure.wording_class}" if figure.wording else "",
        figure.status,
        f"@{figure.owner}" if figure.owner else "",
        f"?{condition.text}:{condition.low or ''}…{condition.high or ''}" if condition else "",
        f"g{figure.group}",
        figure.rule.removeprefix("figure."),
    )
    return f"{figure.text} = {' '.join(filter(None, said))} | {' '.join(filter(None, rest))}"


def readings(figures: list[Figure]) -> str:
    """Write the figures of a text."""
    return " ;; ".join(map(reading, figures)) or "none"

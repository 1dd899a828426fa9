"""The notation of the statement tests.

In a text ``{叶大川}`` is a PERSON span, ``{{市水利局}}`` an ORG span and ``<局长>`` a TITLE span. A
statement is written as ``speaker verb rule start: what is said``; ``speaker=他`` tells the words of
the text where they differ from the name, ``#0`` the index of the span, ``?`` an unknown speaker and
``-`` no verb. Statements are separated by `` ;; ``.
"""

from __future__ import annotations

import re

from gaoyou_nlp.records import Span
from gaoyou_nlp.statements import Statement

_SPAN = re.compile(r"\{\{(?P<ORG>[^{}]+)\}\}|\{(?P<PERSON>[^{}]+)\}|<(?P<TITLE>[^<>]+)>")


def unmark(marked: str) -> tuple[str, list[Span]]:
    """Return the text without its marks, and the spans that they mark."""
    text, at = "", 0
    spans: list[Span] = []
    marked = marked.replace("\\n", "\n")
    for match in _SPAN.finditer(marked):
        text += marked[at : match.start()]
        label = match.lastgroup or ""
        words = match[label]
        spans.append(Span(len(text), len(text) + len(words), label, words))
        text += words
        at = match.end()
    return text + marked[at:], spans


def reading(text: str, statement: Statement) -> str:
    """Write a statement."""
    words = text[statement.speaker_start : statement.speaker_end]
    name = statement.speaker or "?"
    if words != name:
        name = f"{name}={words}"
    if statement.span is not None:
        name += f"#{statement.span}"
    verb = "-"
    if statement.verb_start is not None and statement.verb_end is not None:
        verb = text[statement.verb_start : statement.verb_end]
    said = statement.text.replace("\n", "\\n")
    return f"{name} {verb} {statement.rule} {statement.start}: {said}"


def readings(text: str, statements: list[Statement]) -> str:
    """Write the statements of a text."""
    return " ;; ".join(reading(text, statement) for statement in statements) or "none"

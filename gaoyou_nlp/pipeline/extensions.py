"""The attributes that the library adds to spaCy's ``Doc`` and ``Span``, all in one place.

``doc._.officials`` and ``doc._.projects`` hold plain lists of JSON-ready data, so they survive
``DocBin`` (with ``store_user_data=True``), ``to_bytes`` and worker processes. ``span._.amount``
and ``span._.score`` are read from what the ``Doc`` holds anyway.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from spacy.tokens import Doc, Span

from gaoyou_nlp.labels import alike
from gaoyou_nlp.pipeline.memory import amount_in

KEY = "gaoyou"
"""The span group that holds the candidates."""

SCORES = "gaoyou_scores"
"""Key of ``doc.user_data``: ``"start:end:LABEL"`` (tokens) to the score that the model gives to a
candidate, its own or a rule's."""


def set_extensions() -> None:
    """Register the attributes once; called when a component is built.

    Raises:
        ValueError: Somebody else has registered an attribute of that name.
    """
    for name in ("officials", "projects"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name, getter in (("amount", span_amount), ("score", span_score)):
        if not Span.has_extension(name):
            Span.set_extension(name, getter=getter)
        elif Span.get_extension(name)[2] is not getter:
            raise ValueError(
                f"span._.{name} is registered by something else than gaoyou_nlp. "
                "Rename or remove that extension before building the pipeline."
            )


def span_amount(span: Span) -> dict[str, Any] | None:
    """Read the amount of a MONEY span with the words around it (约, 以上, 每亩).

    Parameters:
        span: Any span.

    Returns:
        The fields of the amount record as JSON-ready data, or None where ``span`` is not MONEY
        or cannot be read.
    """
    if span.label_ != "MONEY":
        return None
    amount = amount_in(span.doc, span.start_char, span.end_char)
    return None if amount.low is None and amount.high is None else amount.to_dict()


def span_score(span: Span) -> float | None:
    """Return the probability that the model gives to a span.

    Parameters:
        span: Any span.

    Returns:
        None where there is no model, or where neither it nor a rule proposed the span.
    """
    scores = span.doc.user_data.get(SCORES, {})
    return score_of(scores, span.start, span.end, span.label_)


def score_of(scores: Mapping[str, float], start: int, end: int, label: str) -> float | None:
    """Look a span's score up; a name's is that of being OFFICIAL or PERSON.

    Parameters:
        scores: Of a ``Doc``, under ``SCORES``.
        start, end: Of the span, in tokens.
        label: Of the span.
    """
    found = [s for one in alike(label) if (s := scores.get(f"{start}:{end}:{one}")) is not None]
    return float(min(sum(found), 1.0)) if found else None

"""Moves candidates between plain spans and a ``Doc``: the border between rules and spaCy."""

from __future__ import annotations

from collections.abc import Iterable

import spacy.tokens

from gaoyou_nlp.components.extensions import KEY, SCORES
from gaoyou_nlp.records import Span


def read_candidates(doc: spacy.tokens.Doc) -> list[Span]:
    """Return the candidates of a ``Doc`` as plain spans, in the order they were proposed."""
    if KEY not in doc.spans:
        return []
    scores = doc.user_data.get(SCORES, {})
    return [
        Span(
            span.start_char,
            span.end_char,
            span.label_,
            span.text,
            span.id_,
            scores.get(f"{span.start}:{span.end}:{span.label_}") if span.id_ == "model" else None,
            span.kb_id_ or None,
        )
        for span in doc.spans[KEY]
    ]


def to_doc(doc: spacy.tokens.Doc, spans: Iterable[Span]) -> list[spacy.tokens.Span]:
    """Turn plain spans into spans of a ``Doc``.

    Parameters:
        doc: A ``Doc`` with one character a token.
        spans: Character spans of its text.

    Returns:
        The spans whose edges are token edges. With the character tokenizer only an edge inside a
        run of blanks is not, and no span of ours starts or ends there.
    """
    made = []
    for span in spans:
        made.append(
            doc.char_span(
                span.start,
                span.end,
                label=span.label,
                kb_id=span.canonical or 0,
                span_id=span.rule or 0,
            )
        )
    return [span for span in made if span is not None]


def add_candidates(doc: spacy.tokens.Doc, spans: Iterable[Span]) -> None:
    """Append plain spans to the candidates of a ``Doc``."""
    if KEY not in doc.spans:
        doc.spans[KEY] = []
    doc.spans[KEY].extend(to_doc(doc, spans))

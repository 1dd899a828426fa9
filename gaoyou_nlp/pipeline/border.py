"""Moves candidates between plain spans and a ``Doc``: the border between rules and spaCy."""

from __future__ import annotations

from collections.abc import Iterable

import spacy.tokens

from gaoyou_nlp.pipeline.extensions import KEY, SCORES, score_of
from gaoyou_nlp.pipeline.memory import text_of, token_edges
from gaoyou_nlp.records import Span


def read_candidates(
    doc: spacy.tokens.Doc, text: str | None = None, *, scored: bool = True
) -> list[Span]:
    """Return the candidates of a ``Doc`` as plain spans, in the order they were proposed.

    Parameters:
        doc: With candidates, or without.
        text: Its text, where it is known already.
        scored: Whether to tell the model's scores.
    """
    if KEY not in doc.spans:
        return []
    text = text_of(doc) if text is None else text
    scores = doc.user_data.get(SCORES, {}) if scored else {}
    spans = []
    plain = len(doc) == len(text)
    for span in doc.spans[KEY]:
        rule = span.id_
        start, end = (span.start, span.end) if plain else (span.start_char, span.end_char)
        score = score_of(scores, span.start, span.end, span.label_) if scores else None
        label = span.label_
        spans.append(Span(start, end, label, text[start:end], rule, score, span.kb_id_ or None))
    return spans


def to_doc(doc: spacy.tokens.Doc, spans: Iterable[Span]) -> list[spacy.tokens.Span]:
    """Turn plain spans into spans of a ``Doc``.

    Parameters:
        doc: A ``Doc`` with one character a token.
        spans: Character spans of its text.

    Returns:
        The spans whose edges are token edges. With the character tokenizer only an edge inside a
        run of blanks is not, and no span of ours starts or ends there.
    """
    if len(doc) == len(text_of(doc)):
        return [
            spacy.tokens.Span(
                doc, s.start, s.end, label=s.label, kb_id=s.canonical or 0, span_id=s.rule or 0
            )
            for s in spans
        ]
    starts, ends = token_edges(doc)
    first = {at: token for token, at in enumerate(starts)}
    last = {at: token for token, at in enumerate(ends, 1)}
    return [
        spacy.tokens.Span(
            doc,
            first[s.start],
            last[s.end],
            label=s.label,
            kb_id=s.canonical or 0,
            span_id=s.rule or 0,
        )
        for s in spans
        if s.start in first and s.end in last
    ]


def add_candidates(doc: spacy.tokens.Doc, spans: Iterable[Span]) -> None:
    """Append plain spans to the candidates of a ``Doc``."""
    if KEY not in doc.spans:
        doc.spans[KEY] = []
    doc.spans[KEY].extend(to_doc(doc, spans))

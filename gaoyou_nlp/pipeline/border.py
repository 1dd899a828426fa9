"""Moves candidates between plain spans and a ``Doc``: the border between rules and spaCy."""

from __future__ import annotations

from collections.abc import Iterable

import spacy.tokens

from gaoyou_nlp.pipeline.extensions import KEY, SCORES, score_of
from gaoyou_nlp.pipeline.memory import text_of, token_edges, tokens_of
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
    starts, ends = token_edges(doc)
    strings, names = doc.vocab.strings, {0: ""}
    for span in doc.spans[KEY]:
        for key in (span.label, span.id, span.kb_id):
            if key not in names:
                names[key] = strings[key]
        begin, stop, label = span.start, span.end, names[span.label]
        score = score_of(scores, begin, stop, label) if scores else None
        start, end = starts[begin], ends[stop - 1]
        rule, canonical = names[span.id], names[span.kb_id] or None
        spans.append(Span(start, end, label, text[start:end], rule, score, canonical))
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
    keys, add = {"": 0}, doc.vocab.strings.add
    plain = len(doc) == len(text_of(doc))
    made = []
    for s in spans:
        start, end, canonical = s.start, s.end, s.canonical or ""
        if not plain:
            tokens = tokens_of(doc, start, end)
            if tokens is None:
                continue
            start, end = tokens
        for name in (s.label, canonical, s.rule):
            if name not in keys:
                keys[name] = add(name)
        made.append(
            spacy.tokens.Span(
                doc, start, end, label=keys[s.label], kb_id=keys[canonical], span_id=keys[s.rule]
            )
        )
    return made


def add_candidates(doc: spacy.tokens.Doc, spans: Iterable[Span]) -> None:
    """Append plain spans to the candidates of a ``Doc``."""
    if KEY not in doc.spans:
        doc.spans[KEY] = []
    doc.spans[KEY].extend(to_doc(doc, spans))

"""From docs to the tagger's spans and their probabilities, without changing the docs."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Any, NamedTuple

import numpy as np
from thinc.api import Model
from thinc.types import Ragged

from gaoyou_nlp.labels import alike
from gaoyou_nlp.network.arrays import lengths_of, ragged, rows_of
from gaoyou_nlp.network.kernels import best_path, posterior
from gaoyou_nlp.network.packing import stretches
from gaoyou_nlp.network.span_scores import likely_spans, span_scores
from gaoyou_nlp.network.tags import Tags, TokenSpan
from gaoyou_nlp.network.threads import one_thread
from gaoyou_nlp.pipeline.draft import AnyDoc
from gaoyou_nlp.pipeline.features import rule_spans
from gaoyou_nlp.pipeline.tag_model import read_chain

_LEAST = 0.15
"""The least probability of a span that is proposed beside the best path."""

_AT_ONCE = 8_000
"""Tokens that go through the network together: arrays of more are slow to come by."""


class Found(NamedTuple):
    """What the tagger says of a doc.

    Parameters:
        spans: What it proposes, in order.
        likely: Other spans that it thinks possible; they may overlap those and each other.
        scores: The probability of each of these, and of each candidate of the rules that lies
            inside one of the sequences that the network reads.
    """

    spans: list[TokenSpan]
    likely: list[TokenSpan]
    scores: dict[TokenSpan, float]


def find_spans(
    model: Model[Any, Ragged], docs: Sequence[AnyDoc], labels: Sequence[str], temperature: float
) -> list[Found]:
    """Find the spans of some docs.

    Parameters:
        model: Such as ``gaoyou.TagModel.v1``.
        docs: With the candidates of the rules, if the network was trained with them.
        labels: In the order of the model's columns.
        temperature: What the emissions are divided by before probabilities are read off.

    Returns:
        What it says of each doc.
    """
    tags = Tags(labels)
    found: list[Found] = []
    for first, last in stretches(np.cumsum([0, *map(len, docs)]), _AT_ONCE):
        found += _find(model, docs[first:last], tags, temperature)
    return found


def _find(
    model: Model[Any, Ragged], docs: Sequence[AnyDoc], tags: Tags, temperature: float
) -> list[Found]:
    if not any(len(doc) for doc in docs):
        return [Found([], [], {}) for _ in docs]
    chain = read_chain(model, tags)
    with one_thread():
        emissions = _emissions(model, docs)
    lengths = lengths_of(emissions)
    path = best_path(rows_of(emissions), lengths, chain)
    chain = chain.scaled(1 / temperature)
    probable = posterior(rows_of(emissions) / np.float32(temperature), lengths, chain)
    seams = np.cumsum(lengths).tolist()
    others = iter(sorted(likely_spans(probable, tags, _LEAST)))
    other = next(others, None)
    asked_of_docs, rows, base = [], [], 0
    for doc in docs:
        own = tags.decode(path[base : base + len(doc)])
        likely = []
        while other is not None and other.start < base + len(doc):
            likely.append(TokenSpan(other.start - base, other.end - base, other.label))
            other = next(others, None)
        likely = [s for s in likely if not _is_cut(s, base, seams)]
        ruled = [s for s in _asked(doc, tags) if not _is_cut(s, base, seams)]
        asked = list(dict.fromkeys([*own, *likely, *ruled]))
        asked_of_docs.append((own, likely, asked))
        rows += [TokenSpan(s.start + base, s.end + base, s.label) for s in asked]
        base += len(doc)
    values = iter(span_scores(rows, probable, chain, tags).tolist())
    found = []
    for own, likely, asked in asked_of_docs:
        scores = dict(zip(asked, islice(values, len(asked)), strict=True))
        own_set, likely_set = set(own), set(likely)
        more = [s for s in likely if s not in own_set and scores[s] >= _LEAST]
        ruled = [s for s in asked if s in own_set or s not in likely_set or scores[s] >= _LEAST]
        found.append(Found(own, more, {s: scores[s] for s in ruled}))
    return found


def _emissions(model: Model[list[AnyDoc], Ragged], docs: Sequence[AnyDoc]) -> Ragged:
    """What the network says: the features of all docs, then some sequences of them at a time.

    Each sequence is read for itself, so that a long doc needs little more memory than its features.
    """
    if ">>" not in model.name:  # no chain of layers
        return model.predict(list(docs))
    first, *rest = model.layers
    rows: Ragged = first.predict(list(docs))
    lengths = lengths_of(rows)
    ends = np.cumsum([0, *lengths])
    found = []
    for start, stop in stretches(ends, _AT_ONCE):
        part = ragged(rows_of(rows)[ends[start] : ends[stop]], lengths[start:stop])
        for layer in rest:
            part = layer.predict(part)
        found.append(rows_of(part))
    return ragged(np.concatenate(found), lengths)


def _asked(doc: AnyDoc, tags: Tags) -> Iterator[TokenSpan]:
    """What the rules propose; a name is asked for as OFFICIAL and as PERSON."""
    for start, end, label in rule_spans(doc, possible=True):
        for asked in alike(label):
            if asked in tags.labels:
                yield TokenSpan(start, end, asked)


def _is_cut(span: TokenSpan, base: int, seams: Sequence[int]) -> bool:
    """Whether a seam between two sequences lies inside a span."""
    return bisect_right(seams, span.start + base) != bisect_right(seams, span.end + base - 1)

"""Docs as several sequences each."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ragged

from gaoyou_nlp.language.pieces import SENTENCE_ENDS, cut
from gaoyou_nlp.network.arrays import Ints, lengths_of, ragged, rows_of
from gaoyou_nlp.network.tags import TokenSpan
from gaoyou_nlp.pipeline.characters import read_characters
from gaoyou_nlp.pipeline.draft import AnyDoc
from gaoyou_nlp.pipeline.features import rule_spans
from gaoyou_nlp.pipeline.memory import text_of

_Docs = Model[list[Doc], Ragged]


def in_pieces(rows: _Docs, piece: int) -> _Docs:
    """Wrap a model so that what follows it reads pieces of docs.

    Parameters:
        rows: From docs to one row a token.
        piece: The most characters of a piece; 0 for whole docs.

    Returns:
        A model from docs to the same rows, one sequence a piece.
    """
    if not piece:
        return rows
    return Model("pieces", _forward, init=_init, layers=[rows], attrs={"piece": piece})


def _init(model: _Docs, X: list[Doc] | None = None, Y: object = None) -> None:
    model.layers[0].initialize(X=X)


def _forward(
    model: _Docs, docs: list[Doc], is_train: bool
) -> tuple[Ragged, Callable[[Ragged], list[Doc]]]:
    layer: _Docs = model.layers[0]
    whole, back = layer(docs, is_train)
    lengths, tokens = piece_lengths(docs, model.attrs["piece"]), lengths_of(whole)

    def backprop(gradient: Ragged) -> list[Doc]:
        given: list[Doc] = back(ragged(rows_of(gradient), tokens))
        return given

    return ragged(rows_of(whole), lengths), backprop


def piece_lengths(docs: Sequence[AnyDoc], piece: int) -> Ints:
    """Cut docs into pieces.

    Parameters:
        docs: Any.
        piece: The most characters of a piece.

    Returns:
        The tokens of each piece, in order; a token across a cut counts where it begins. No cut
        lies inside a candidate of the rules that is shorter than a piece.
    """
    starts = read_characters(docs).token_starts
    bounds, first, base = [0], 0, 0
    for doc in docs:
        text = text_of(doc)
        spans: list[TokenSpan] | None = None
        for _, stop in cut(text, piece):
            bound = int(np.searchsorted(starts, base + stop))
            if stop < len(text) and text[stop - 1] not in SENTENCE_ENDS:
                spans = rule_spans(doc) if spans is None else spans
                bound = first + _outside(spans, bound - first, bounds[-1] - first)
            bounds.append(bound)
        first, base = first + len(doc), base + len(text)
    return np.diff(bounds).astype(np.int64)


def _outside(spans: Sequence[TokenSpan], bound: int, last: int) -> int:
    """Move a cut to the left, out of all spans, but not as far as the last one."""
    while begins := [s.start for s in spans if last < s.start < bound < s.end]:
        bound = min(begins)
    return bound

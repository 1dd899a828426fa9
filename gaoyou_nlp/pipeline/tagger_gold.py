"""Gold annotation of an example as the tags that each token of the predicted doc may have."""

from __future__ import annotations

import numpy as np
from spacy.tokens import Doc
from spacy.training import Example

from gaoyou_nlp.network.arrays import Ints
from gaoyou_nlp.network.tags import Bools, Tags, TokenSpan


def allowed_tags(example: Example, tags: Tags) -> Bools:
    """Return which tags the gold allows.

    Parameters:
        example: Its reference holds entities and, where nothing is known, missing ones
            (``Doc.set_ents(…, missing=…)``). The tokens of both docs may differ; an entity whose
            edges are no token edges of the predicted doc allows any tag on the tokens it touches.
        tags: The columns.

    Returns:
        One row a token of the predicted doc. There is always an allowed path through the doc;
        for the path of its pieces see ``open_seams``.
    """
    doc, gold = example.predicted, example.reference
    same = len(doc) == len(gold)
    spans, unsure = [], []
    for entity in gold.ents:
        span = entity if same else doc.char_span(entity.start_char, entity.end_char)
        if span is None:
            unsure.append(_touched(doc, entity.start_char, entity.end_char))
        else:
            spans.append(TokenSpan(span.start, span.end, entity.label_))
    for token in gold:
        if token.ent_iob == 0:
            unsure.append(_touched(doc, token.idx, token.idx + len(token)))
    allowed = np.zeros((len(doc), len(tags)), np.bool_)
    allowed[np.arange(len(doc)), tags.encode(spans, len(doc))] = True
    for start, end in unsure:
        allowed[start:end] = True
    return allowed


def open_seams(allowed: Bools, lengths: Ints, tags: Tags) -> Bools:
    """Allow every tag beside a seam that the gold lies across: no path of a piece could have it.

    Parameters:
        allowed: Of ``allowed_tags``, for several docs one after the other.
        lengths: Of the sequences that the network reads, pieces or docs.
        tags: The columns.

    Returns:
        The same rows, some of them opened.
    """
    seams = np.cumsum(lengths)
    seams = seams[(seams > 0) & (seams < len(allowed))]
    opened = allowed.copy()
    opened[seams[~(allowed[seams] & tags.starts).any(axis=1)]] = True
    opened[seams[~(allowed[seams - 1] & tags.ends).any(axis=1)] - 1] = True
    return opened


def _touched(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """Give the tokens that some characters touch."""
    span = doc.char_span(start, end, alignment_mode="expand")
    return (0, 0) if span is None else (span.start, span.end)

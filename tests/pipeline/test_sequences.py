"""Docs as several sequences: nothing is lost, and the network sees no other text than before."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc, Span

from gaoyou_nlp.network.arrays import lengths_of, rows_of
from gaoyou_nlp.pipeline.extensions import KEY
from gaoyou_nlp.pipeline.features import build_features
from gaoyou_nlp.pipeline.sequences import in_pieces, piece_lengths

TEXTS = ["高邮。江都区。\n宝应", "", "没有句号的一行没有句号的一行", "短"]


@pytest.fixture
def docs() -> list[Doc]:
    nlp = spacy.blank("zh")
    return [nlp.make_doc(text) for text in TEXTS]


def test_pieces_end_with_lines_and_sentences(docs: list[Doc]) -> None:
    assert piece_lengths(docs, 5).tolist() == [3, 5, 2, 0, 5, 5, 4, 1]


def test_a_long_piece_is_the_whole(docs: list[Doc]) -> None:
    assert piece_lengths(docs, 100).tolist() == [len(doc) for doc in docs]


def test_no_cut_is_made_inside_a_candidate() -> None:
    doc = spacy.blank("zh").make_doc("天" * 14 + "高邮市住房局" + "天" * 6)
    assert piece_lengths([doc], 16).tolist() == [16, 10]
    doc.spans[KEY] = [Span(doc, 14, 20, "ORG"), Span(doc, 13, 15, "GPE")]
    assert piece_lengths([doc], 16).tolist() == [13, 13]


def test_a_token_counts_where_it_begins() -> None:
    doc = Doc(spacy.blank("zh").vocab, ["高邮市", "投资", "三亿元"], spaces=[False] * 3)
    assert piece_lengths([doc], 4).tolist() == [2, 1]


def test_rows_stay_as_they_are(docs: list[Doc]) -> None:
    inner = build_features(rules=False)
    cut = in_pieces(inner, 5)
    cut.initialize(X=docs)
    whole, pieces = inner.predict(docs), cut.predict(docs)
    np.testing.assert_array_equal(rows_of(whole), rows_of(pieces))
    assert len(lengths_of(whole)) < len(lengths_of(pieces))
    gradients, backprop = cut.begin_update(docs)
    assert backprop(gradients) == docs

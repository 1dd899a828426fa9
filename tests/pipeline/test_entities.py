"""What is kept of a ``Doc``'s entities holds as long as they are those."""

import spacy

from gaoyou_nlp.pipeline.entities import entities_of
from gaoyou_nlp.pipeline.extensions import SCORES, set_extensions


def test_entities_written_anew_are_read_anew() -> None:
    doc = spacy.blank("zh")("江都 投资3亿元")
    doc.ents = [doc.char_span(0, 2, label="GPE")]
    assert [(s.start, s.end, s.label) for s in entities_of(doc).spans] == [(0, 2, "GPE")]
    doc.ents = [doc.char_span(5, 8, label="MONEY", span_id="money.amount")]
    assert [(s.start, s.end, s.rule) for s in entities_of(doc).spans] == [(5, 8, "money.amount")]
    assert [(index, amount.text) for index, amount in entities_of(doc).amounts] == [(0, "3亿元")]


def test_scores_given_later_are_told() -> None:
    set_extensions()
    doc = spacy.blank("zh")("江都市")
    doc.ents = [doc.char_span(0, 3, label="GPE")]
    assert entities_of(doc).spans[0].score is None
    doc.user_data[SCORES] = {"0:3:GPE": 0.5}
    assert entities_of(doc).spans[0].score == 0.5
    doc.user_data[SCORES]["0:3:GPE"] = 0.75
    assert entities_of(doc).spans[0].score == 0.75


def test_nothing_is_read_twice_while_entities_stay() -> None:
    doc = spacy.blank("zh")("江都市")
    doc.ents = [doc.char_span(0, 3, label="GPE")]
    assert entities_of(doc) is entities_of(doc)

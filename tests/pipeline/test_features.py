"""What a tagger sees of a text: words of the dictionary beside characters and pairs."""

import numpy as np
import pytest
import spacy

from gaoyou_nlp.network.arrays import lengths_of, rows_of
from gaoyou_nlp.pipeline.features import build_features
from gaoyou_nlp.pipeline.word_features import read_words

TEXTS = ["推进平和县建设", "", "高 邮\n\n𠮷 a1，建设", "建设"]


def test_every_character_of_a_word_has_its_key() -> None:
    keys, places = read_words("推进平和县建设")
    assert places.tolist() == [1, 3, 1, 2, 3, 1, 3]
    assert len(set(keys[:2])) == len(set(keys[2:5])) == len(set(keys[5:])) == 1
    assert len(set(keys.tolist())) == 3
    assert read_words("建设").keys.tolist() == keys[5:].tolist()


def test_characters_alone_have_no_key() -> None:
    keys, places = read_words("𠮷，")
    assert keys.tolist() == [0, 0]
    assert places.tolist() == [0, 0]


@pytest.mark.parametrize("words", [0, 50])
def test_one_row_a_token_whatever_the_batch(words: int) -> None:
    nlp = spacy.blank("zh")
    docs = [nlp.make_doc(text) for text in TEXTS]
    model = build_features(8, 20, 30, words=words, character_width=12, word_width=6, rules=False)
    model.initialize(X=docs)
    together = model.predict(docs)
    assert lengths_of(together).tolist() == [len(doc) for doc in docs]
    assert rows_of(together).shape[1] == model.get_dim("nO") == 12 + 8 + 8 + 4 + bool(words) * 9
    alone = [rows_of(model.predict([doc])) for doc in docs if len(doc)]
    assert np.concatenate(alone) == pytest.approx(rows_of(together))


def test_words_are_seen() -> None:
    nlp = spacy.blank("zh")
    model = build_features(8, 20, 0, words=50, rules=False, names=False)
    docs = [nlp.make_doc(text) for text in ("平和县", "平平县")]
    model.initialize(X=docs)
    whole, parts = (rows_of(model.predict([doc])) for doc in docs)
    assert whole[0, :8] == pytest.approx(parts[0, :8])
    assert np.abs(whole[0, 8:] - parts[0, 8:]).max() > 0.01

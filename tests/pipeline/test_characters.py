"""Docs as characters: the fast reader gives what ``doc.text`` gives."""

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from gaoyou_nlp.pipeline.characters import code_points, pool, read_characters, unpool

TEXTS = ["高邮市委书记", "", "a b  c\n\n  好", "𠮷野家 \u3000", " ", "王"]


@pytest.mark.parametrize("segmenter", ["char", "jieba-like"])
def test_characters_are_those_of_the_texts(segmenter: str) -> None:
    nlp = spacy.blank("zh")
    docs = [nlp(text) for text in TEXTS]
    if segmenter != "char":
        docs.append(Doc(nlp.vocab, ["高邮", "市委", "书记", "OK"], [False, True, False, True]))
    found = read_characters(docs)
    assert found.points.tolist() == code_points("".join(doc.text for doc in docs)).tolist()
    assert found.sizes.tolist() == [len(doc.text) for doc in docs]
    assert found.tokens.tolist() == [len(doc) for doc in docs]
    start, places = 0, []
    for doc in docs:
        places += [(start + token.idx, len(token)) for token in doc]
        start += len(doc.text)
    assert list(zip(found.token_starts, found.token_sizes, strict=True)) == places


def test_no_docs_have_no_characters() -> None:
    assert len(read_characters([]).points) == 0


def test_unpool_is_the_transpose_of_pool() -> None:
    nlp = spacy.blank("zh")
    found = read_characters([Doc(nlp.vocab, ["高邮", "市", "委员会"], [True, False, False])])
    rng = np.random.default_rng(0)
    rows = rng.normal(size=(7, 2)).astype(np.float32)
    gradient = rng.normal(size=(3, 2)).astype(np.float32)
    one = (pool(rows, found) * gradient).sum()
    assert one == pytest.approx((rows * unpool(gradient, found)).sum(), abs=1e-5)

"""Every word of contexts.tsv is tested by the example beside it."""

from __future__ import annotations

import pytest
from money_notation import mark, unmark

from gaoyou_nlp.money import find_money
from gaoyou_nlp.money.contexts import KINDS, rows


@pytest.mark.parametrize(("kind", "word", "example"), rows())
def test_example(kind: str, word: str, example: str) -> None:
    text, _ = unmark(example)
    assert kind in KINDS
    assert word in text
    assert mark(text, find_money(text)) == example


def test_a_word_stands_once_for_each_kind() -> None:
    pairs = [(kind, word) for kind, word, _ in rows()]
    assert len(set(pairs)) == len(pairs)
    assert {kind for kind, _ in pairs} == set(KINDS)

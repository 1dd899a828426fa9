"""Every word of comparators.tsv is tested by the example beside it."""

from __future__ import annotations

import pytest
from money_notation import mark, unmark

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.money import find_money

ROWS = table("money/comparators.tsv")
PLACES = ("before", "behind", "not", "over", "gap", "utmost", "given")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]} {row[0]}")
def test_example(row: tuple[str, ...]) -> None:
    word, place, comparator, example = row
    text, _ = unmark(example)
    amounts = find_money(text)
    assert place in PLACES
    assert word in text
    assert (mark(text, amounts), [amount.comparator for amount in amounts]) == (
        example,
        [comparator],
    )


def test_a_word_stands_once_for_each_place() -> None:
    assert len({row[:2] for row in ROWS}) == len(ROWS)

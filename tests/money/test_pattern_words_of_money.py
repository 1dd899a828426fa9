"""Every word of the patterns is tested by the example beside it: without the row it would fail."""

from __future__ import annotations

import pytest
from word_rows import decides

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.money import alone, elided, headers, judge, lone_units, numbers, per_goes_on

PATTERNS = {
    "bound": (alone, alone._around),
    "column": (headers, headers._money_column),
    "sized": (judge, judge._sized),
    "before lone unit": (lone_units, lone_units._before),
    "money noun": (lone_units, lone_units._heads),
    "no numeral": (numbers, numbers._no_numerals),
    "first reached": (elided, elided._reached),
    "reached": (elided, elided._reached),
    "behind lone unit": (lone_units, lone_units._behind),
    "described": (lone_units, lone_units._behind),
    "change of price": (per_goes_on, per_goes_on._next_amount),
    "given": (per_goes_on, per_goes_on._next_amount),
}
ROWS = [*table("money/words.tsv")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]} {row[0]}")
def test_a_word(row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert decides(row, monkeypatch, *PATTERNS[row[1]])


def test_a_word_stands_once_for_each_kind() -> None:
    assert len({row[:2] for row in ROWS}) == len(ROWS)
    assert {row[1] for row in ROWS} == set(PATTERNS)

"""Every word of the patterns is tested by the example beside it: without the row it would fail."""

from __future__ import annotations

import pytest
from word_rows import decides

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.money import alone, headers, judge, lone_units, numbers

PATTERNS = {
    "bound": (alone, alone._around),
    "column": (headers, headers._money_column),
    "sized": (judge, judge._sized),
    "before lone unit": (lone_units, lone_units._before),
    "money noun": (lone_units, lone_units._heads),
    "no numeral": (numbers, numbers._no_numerals),
}
ROWS = [*table("money/words.tsv")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]} {row[0]}")
def test_a_word(row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    module, pattern = PATTERNS[row[1]]
    assert decides(row, module, pattern, monkeypatch)


def test_a_word_stands_once_for_each_kind() -> None:
    assert len({row[:2] for row in ROWS}) == len(ROWS)
    assert {row[1] for row in ROWS} == set(PATTERNS)

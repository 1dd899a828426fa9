"""Every word of the patterns is tested by the example beside it: without the row it would fail."""

from __future__ import annotations

import pytest
from word_rows import decides

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.rules.persons import mentions, positions, readings

PATTERNS = {
    "doctrine": (mentions, mentions.doctrine),
    "role": (positions, positions._role),
    "acts": (positions, positions._acts),
    "remark": (readings, readings._remark),
    "honorific": (positions, positions._honorific_pattern),
}
ROWS = [*table("persons/person_words.tsv")]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]} {row[0]}")
def test_a_word(row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert decides(row, monkeypatch, *PATTERNS[row[1]])


def test_a_word_stands_once_for_each_kind() -> None:
    assert len({row[:2] for row in ROWS}) == len(ROWS)
    assert {row[1] for row in ROWS} == set(PATTERNS)

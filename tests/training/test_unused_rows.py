"""The list of unused rows: each table is read by its word; what matches nowhere is listed."""

from __future__ import annotations

import doctest
import re

import pytest

from gaoyou_nlp.language.tables import table
from training import unused_rows as script


def test_examples_of_the_script() -> None:
    assert doctest.testmod(script).failed == 0


@pytest.mark.parametrize("name", sorted(set(script.table_names()) - script.PATTERNS))
def test_a_text_of_all_words_leaves_no_row(name: str) -> None:
    column = script.WORD_COLUMNS.get(name, 0)
    assert script.unused_rows(name, "\n".join(row[column] for row in table(name))) == []


@pytest.mark.parametrize("name", sorted(script.PATTERNS))
def test_patterns_compile_and_match_nothing_in_an_empty_text(name: str) -> None:
    assert script.unused_rows(name, "") == list(table(name))


@pytest.mark.parametrize("name", sorted(script.WORD_COLUMNS))
def test_the_word_is_in_its_column(name: str) -> None:
    column = script.WORD_COLUMNS[name]
    rows = table(name)
    assert [row for row in rows if row[column] not in re.sub(r"[\[\]]", "", row[-1])] == []

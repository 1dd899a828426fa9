"""Every word of the patterns is tested by the example beside it: without the row it would fail."""

from __future__ import annotations

import pytest
from pattern_words import TABLES, decides, patterns_by_kind

from gaoyou_nlp.language.tables import list_file, table

ROWS = [
    pytest.param(name, row, id=f"{name} {row[1]} {row[0]}")
    for name in TABLES
    for row in table(name)
]


@pytest.mark.parametrize(("name", "row"), ROWS)
def test_a_word(name: str, row: tuple[str, ...]) -> None:
    assert any(decides(name, row, pattern) for pattern in patterns_by_kind()[name, row[1]])


@pytest.mark.parametrize("name", TABLES)
def test_a_word_stands_once_for_each_kind(name: str) -> None:
    assert len({row[:2] for row in table(name)}) == len(table(name))


def test_a_pattern_takes_only_kinds_of_its_table() -> None:
    for name, kind in patterns_by_kind():
        assert kind in {row[1] for row in table(name)}, name


@pytest.mark.parametrize("name", TABLES)
def test_each_kind_has_a_pattern(name: str) -> None:
    assert {row[1] for row in table(name)} <= {
        kind for of, kind in patterns_by_kind() if of == name
    }


@pytest.mark.parametrize("name", TABLES)
def test_each_kind_is_described(name: str) -> None:
    lines = list_file(name).read_text("utf-8").split("\n")
    described = [line[2:].split(":")[0] for line in lines if line.startswith("# ")][4:]
    assert described == [*dict.fromkeys(row[1] for row in table(name))]

"""Every row of the tables of statements is an example: who speaks, and what is said."""

from __future__ import annotations

import re

import pytest
from statement_notation import unmark

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.statements import find_statements

FILES = ("roles.tsv", "collectives.tsv", "adverbs.tsv", "continuations.tsv", "cues.tsv")
ROWS = [
    pytest.param(row[-1], id=f"{name} {' '.join(row[:-1])}")
    for name in FILES
    for row in table(f"statements/{name}")
]


@pytest.mark.parametrize("example", ROWS)
def test_the_example_of_a_row(example: str) -> None:
    bare = re.sub(r"[\[\]<>]", "", example)
    text, spans = unmark(bare)
    found = [(one.speaker, one.text) for one in find_statements(text, spans)]
    wanted = [re.sub("[{}]", "", words) for words in re.findall("<([^>]+)>", example)]
    who = re.search(r"\[([^\]]+)\]", example)
    if not wanted:
        assert found == []
    elif who is None:
        assert wanted[0] in {words for _, words in found}
    else:
        assert found == [(re.sub("[{}]", "", who[1]), words) for words in wanted]


@pytest.mark.parametrize("name", FILES)
def test_no_row_stands_twice(name: str) -> None:
    rows = [row[:-1] for row in table(f"statements/{name}")]
    assert len(set(rows)) == len(rows)

"""Every row of the table of words beside a post: no name in its example, a name without the row."""

from __future__ import annotations

import re

import pytest

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules import no_names

ROWS = table("rules/no_names.tsv")


@pytest.mark.parametrize("row", [pytest.param(row, id=row[0]) for row in ROWS])
def test_word_that_is_no_name(row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    start, end = row[-1].index("["), row[-1].index("]") - 1
    text = re.sub(r"[\[\]]", "", row[-1])
    span = Span(start, end, "OFFICIAL", text[start:end])
    assert no_names.is_no_name(text, span)
    nothing = re.compile("(?!)")
    monkeypatch.setattr(no_names, "_words" if row[1] == "-" else "_words_here", lambda: nothing)
    assert not no_names.is_no_name(text, span)


def test_rows_are_sorted_and_stand_once() -> None:
    words = [row[0] for row in ROWS]
    assert words == sorted(set(words))

"""Every row of the tables that refuse posts: its example holds none, without the row it would."""

from __future__ import annotations

import re

import pytest

from gaoyou_nlp.language.tables import list_file, table
from gaoyou_nlp.rules import title_refusals
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.titles import find_titles

BEHIND = table("rules/title_behind.tsv")
BEFORE = table("rules/title_before.tsv")
IN_DICTIONARY = {
    *("医师", "护士", "护师", "药师", "单位", "大会", "沙龙"),
    *("员(?!工)", "国(?!军)", "级(?!别)"),
}
"""Rows whose example is refused by the dictionary as well: 主任医师 is a word."""


def _posts(text: str) -> list[str]:
    return [span.text for span in find_titles(Evidence(text))]


def _rows(rows: tuple[tuple[str, ...], ...]) -> list[object]:
    return [pytest.param(row, id=row[0]) for row in rows]


@pytest.mark.parametrize("row", _rows(BEHIND))
def test_word_behind_a_head(row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert _posts(row[-1]) == []
    if row[0] not in IN_DICTIONARY:
        others = re.compile("|".join(other[0] for other in BEHIND if other != row))
        monkeypatch.setattr(title_refusals, "_behind", lambda: others)
        assert _posts(row[-1]) != []


@pytest.mark.parametrize("row", _rows(BEFORE))
def test_character_before_a_head(row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert _posts(row[-1]) == []
    others = {head: characters for head, characters, _ in BEFORE if head != row[0]}
    monkeypatch.setattr(title_refusals, "_before", lambda: others)
    assert _posts(row[-1]) != []


@pytest.mark.parametrize("name", ["title_behind.tsv", "title_before.tsv"])
def test_list_says_where_it_comes_from(name: str) -> None:
    head = list_file(f"rules/{name}").read_text("utf-8").split("\n")[:3]
    assert [line.split(":")[0] for line in head] == ["# source", "# licence", "# date"]


@pytest.mark.parametrize("rows", [BEHIND, BEFORE], ids=["behind", "before"])
def test_rows_are_sorted_and_stand_once(rows: tuple[tuple[str, ...], ...]) -> None:
    words = [row[0] for row in rows]
    assert words == sorted(set(words))

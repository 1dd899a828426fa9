"""The word lists that come with the package: their form, and that they do not contradict."""

import re
from importlib.resources import files

import pytest

from gaoyou_nlp.lexicon.tables import alternation, table, words

NAMES = [
    "borrowed_surnames.txt",
    "given_names.tsv",
    "name_elements.txt",
    "name_sounds.txt",
    "person_followers.tsv",
    "person_nouns.txt",
    "surnames.tsv",
    "title_bodies.txt",
    "title_functions.txt",
    "title_grades.txt",
    "title_heads.tsv",
    "title_levels.txt",
    "title_ranks.txt",
    "words.tsv",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_sorted_and_says_where_it_is_from(name: str) -> None:
    content = (files("gaoyou_nlp.lexicon") / name).read_text(encoding="utf-8")
    head = [line for line in content.split("\n") if line.startswith("# ")]
    assert [line.split(":")[0] for line in head[:3]] == ["# source", "# licence", "# date"]
    keys = [row[0] for row in table(name)]
    assert keys == sorted(set(keys))
    assert all(cell == cell.strip() and cell for row in table(name) for cell in row)
    assert len({len(row) for row in table(name)}) == 1


def test_counts_are_numbers() -> None:
    for name in ("surnames.tsv", "given_names.tsv", "words.tsv"):
        assert all(cell.isdecimal() for row in table(name) for cell in row[1:])


def test_title_heads_have_known_kinds() -> None:
    assert {row[1] for row in table("title_heads.tsv")} == {"plain", "long", "beside"}
    assert {row[2] for row in table("title_heads.tsv")} == {"public", "corporate", "body"}


def test_followers_have_known_weights() -> None:
    assert {row[1] for row in table("person_followers.tsv")} == {"1", "2", "3", "-"}


def test_words_are_a_set() -> None:
    assert "丁" in words("surnames.tsv")


@pytest.mark.parametrize("entries", [["市长", "市", "县长"], ["主任", "主席"], ["a", "ab", "abc"]])
def test_an_alternation_finds_the_longest(entries: list[str]) -> None:
    pattern = re.compile(alternation(entries))
    assert all(pattern.fullmatch(entry) for entry in entries)
    assert pattern.match(max(entries, key=len))[0] == max(entries, key=len)  # type: ignore[index]

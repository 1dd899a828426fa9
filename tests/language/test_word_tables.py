"""The word lists that come with the package: their form, and that they do not contradict."""

import re
from importlib.resources import files

import pytest

from gaoyou_nlp.language.tables import ROOMS, alternation, list_file, table, words

NAMES = sorted(
    f"{room}/{entry.name}"
    for room, folder in ROOMS.items()
    for entry in files("gaoyou_nlp").joinpath(*folder.split("/"), "data").iterdir()
)
BY_SENSE = (
    "dates/",
    "figures/",
    "statements/",
    "money/",
    "persons/person_words",
    *(
        f"{room}/pattern_words"
        for room in ("linking", "organisations", "places", "projects", "rules")
    ),
    "relations/",
    "rules/name_ends",
    "organisations/company_signs",
    "places/surroundings",
    *(f"organisations/{name}" for name in ("area_branches", "foreign_bodies", "units_behind")),
    "rules/no_bodies",
    "rules/no_places",
    "rules/no_projects",
)
"""Tables that are ordered by what the words mean, a word once a sense."""
PARTS = ["# source", "# licence", "# date"]


@pytest.mark.parametrize("name", NAMES)
def test_a_list_is_sorted_and_says_where_it_is_from(name: str) -> None:
    content = list_file(name).read_text("utf-8")
    head = [line for line in content.split("\n") if line.startswith("# ")]
    keys = [line.split(":")[0] for line in head]
    assert [key for key in keys if key in PARTS] == PARTS
    keys = [row[0] for row in table(name)]
    if not name.startswith(BY_SENSE):
        assert keys == sorted(set(keys))
    assert len(set(table(name))) == len(table(name))
    assert all(cell == cell.strip() for row in table(name) for cell in row)
    assert all(cell for row in table(name) for cell in row[:2])
    assert len({len(row) for row in table(name)}) == 1


def test_counts_are_numbers() -> None:
    for name in ("surnames.tsv", "given_names.tsv", "words.tsv"):
        assert all(cell.isdecimal() for row in table(f"language/{name}") for cell in row[1:])


def test_title_heads_have_known_kinds() -> None:
    assert {row[1] for row in table("rules/title_heads.tsv")} == {"plain", "long", "beside"}
    assert {row[2] for row in table("rules/title_heads.tsv")} == {
        "public",
        "corporate",
        "body",
    }


def test_followers_have_known_weights() -> None:
    assert {row[1] for row in table("persons/person_followers.tsv")} == {
        "1",
        "2",
        "3",
        "-",
    }


def test_words_are_a_set() -> None:
    assert "丁" in words("language/surnames.tsv")


@pytest.mark.parametrize("entries", [["市长", "市", "县长"], ["主任", "主席"], ["a", "ab", "abc"]])
def test_an_alternation_finds_the_longest(entries: list[str]) -> None:
    pattern = re.compile(alternation(entries))
    assert all(pattern.fullmatch(entry) for entry in entries)
    assert pattern.match(max(entries, key=len))[0] == max(entries, key=len)  # type: ignore[index]

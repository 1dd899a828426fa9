"""Every word of the tables of bodies and areas is tested by the example beside it."""

from __future__ import annotations

import re

import pytest

from gaoyou_nlp.language.tables import list_file, table
from gaoyou_nlp.rules.decide import by_rank
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.find import find_organisations
from gaoyou_nlp.rules.places.find import find_places
from gaoyou_nlp.rules.ranks import RANKS

BODIES = (
    *("body_endings", "company_endings", "company_signs", "institution_endings"),
    *("media_endings", "units", "zone_endings", "area_branches", "foreign_bodies"),
)
WITHOUT_EXAMPLE = ("institution_generic.txt", "loose_words.txt", "latin_words.txt")


def _rows(*names: str) -> list[object]:
    return [
        pytest.param(row[-1], id=f"{name.split('/')[1]}-{'-'.join(row[:-1])}")
        for name in names
        for row in table(name)
    ]


def _mark(text: str, label: str) -> str:
    """The text with the spans of a label in square brackets."""
    evidence = Evidence(text)
    evidence.add(find_places(evidence))
    evidence.add(find_organisations(evidence))
    spans = [s for s in by_rank(text, evidence.found, RANKS) if s.label == label]
    for span in reversed(spans):
        text = f"{text[: span.start]}[{span.text}]{text[span.end :]}"
    return text


@pytest.mark.parametrize("example", _rows(*(f"organisations/{name}.tsv" for name in BODIES)))
def test_example_of_a_body(example: str) -> None:
    assert _mark(re.sub(r"[\[\]]", "", example), "ORG") == example


@pytest.mark.parametrize("example", _rows("places/surroundings.tsv"))
def test_example_of_no_area(example: str) -> None:
    assert _mark(re.sub(r"[\[\]]", "", example), "GPE") == example


@pytest.mark.parametrize("name", [*(f"{name}.tsv" for name in BODIES), *WITHOUT_EXAMPLE])
def test_list_says_where_it_comes_from(name: str) -> None:
    head = [
        line
        for line in list_file(f"organisations/{name}").read_text("utf-8").split("\n")
        if line.startswith("#")
    ]
    assert [line.split(":")[0] for line in head[:3]] == ["# source", "# licence", "# date"]


@pytest.mark.parametrize(
    "name", [*(f"organisations/{name}.tsv" for name in BODIES), "places/surroundings.tsv"]
)
def test_a_word_stands_once(name: str) -> None:
    words = [row[:-1] for row in table(name)]
    assert sorted(set(words)) == sorted(words)

"""Every case of cases.tsv: the figures of a text with all their fields; every row of the tables."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from figure_notation import read, readings, unmark

from gaoyou_nlp.figures import KINDS, WORDING_CLASSES, Condition, Figure
from gaoyou_nlp.figures.growth import without_plain
from gaoyou_nlp.figures.links import read_link
from gaoyou_nlp.figures.quantities import find_quantities
from gaoyou_nlp.figures.wordings import find_wordings
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.money import find_money

PACKAGE = "gaoyou_nlp.figures"
TABLES = (
    "adverbs.tsv",
    "indicators.tsv",
    "links.tsv",
    "sums.tsv",
    "units.tsv",
    "verbs.tsv",
    "wordings.tsv",
)
CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def bracketed(example: str) -> tuple[str, int, int]:
    """Return an example without its brackets, and the place that they mark."""
    start, end = example.index("["), example.index("]") - 1
    return example.replace("[", "").replace("]", ""), start, end


def test_names_of_cases_are_unique() -> None:
    assert len({name for name, *_ in CASES}) == len(CASES) > 140


@pytest.mark.parametrize(
    ("day", "marked", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_case(day: str, marked: str, expected: str) -> None:
    text, spans = unmark(marked)
    anchor = None if day == "-" else date.fromisoformat(day)
    assert readings(read(text, anchor, spans)) == expected


def test_the_whole_record() -> None:
    text, spans = unmark("今年，{北河市}力争新开工亿元以上项目20个以上")
    assert read(text, date(2025, 2, 1), spans) == [
        Figure(
            start=8,
            end=22,
            text="新开工亿元以上项目20个以上",
            indicator="新开工亿元以上项目",
            indicator_start=8,
            indicator_end=17,
            canonical="新开工项目",
            comparator=">=",
            low="20",
            high=None,
            unit="个",
            kind="count",
            direction=None,
            period_start="2025-01-01",
            period_end="2025-12-31",
            wording="力争",
            wording_class="effort",
            status="target",
            owner="北河市",
            condition=Condition(11, 15, "亿元以上", "100000000", None, ">=", "元"),
            group=1,
            rule="figure.indicator",
        )
    ]


@pytest.mark.parametrize("row", table("figures/indicators.tsv"), ids=lambda row: row[0])
def test_indicator(row: tuple[str, ...]) -> None:
    surface, canonical, nature, example = row
    marked, figure = example.split(" => ")
    text, start, end = bracketed(marked)
    kind, low, high, comparator, unit = figure.split(" ")
    found = read(text, date(2025, 2, 1))
    assert nature in ("growth", "share", "level", "count")
    assert text[start:end] == surface
    assert [
        (f.indicator, f.canonical, f.kind, f.low or "-", f.high or "-", f.comparator, f.unit)
        for f in found
    ] == [(surface.removeprefix("完成"), canonical, kind, low, high, comparator, unit)]
    assert found[0].period_end == "2025-12-31"


@pytest.mark.parametrize("row", table("figures/units.tsv"), ids=lambda row: row[0])
def test_unit(row: tuple[str, ...]) -> None:
    unit, given, sort, example = row
    text, start, end = bracketed(example)
    found = find_quantities(text, find_money(text))
    assert text[start:end].endswith(unit)
    assert [(q.start, q.end, q.unit, q.sort) for q in found] == [(start, end, given, sort)]


@pytest.mark.parametrize("row", table("figures/wordings.tsv"), ids=lambda row: row[0])
def test_wording(row: tuple[str, ...]) -> None:
    word, kind, _, _, example = row
    text, start, end = bracketed(example)
    assert kind in WORDING_CLASSES
    assert text[start:end] == word
    assert (start, word, kind) in find_wordings(text)
    assert [(f.wording, f.wording_class) for f in read(text, date(2025, 2, 1))] == [(word, kind)]


@pytest.mark.parametrize("row", table("figures/wordings.tsv"), ids=lambda row: row[0])
def test_wording_guarded(row: tuple[str, ...]) -> None:
    """A character that makes another word of a wording keeps it from being one."""
    word, _, before, behind, _ = row
    for char in before.strip("-"):
        assert (1, word) not in [(at, w) for at, w, _ in find_wordings(f"{char}{word}。")]
    for char in behind.strip("-"):
        assert find_wordings(f"{word}{char}") == []


@pytest.mark.parametrize("row", table("figures/links.tsv"), ids=lambda row: row[0])
def test_link(row: tuple[str, ...]) -> None:
    word, sense, example = row
    text, start, end = bracketed(example)
    link = read_link(text, start, end, ())
    assert text[start:end] == word
    assert link is not None
    assert link.direction == (sense if sense in ("up", "down") else None)
    assert link.shared == (sense if sense in ("each", "all") else None)
    assert link.reaches == (sense == "reach")
    assert link.begins == (sense == "from")


@pytest.mark.parametrize("row", table("figures/verbs.tsv"), ids=lambda row: f"{row[0]} {row[1]}")
def test_verb(row: tuple[str, ...]) -> None:
    verb, place, example = row
    text, start, end = bracketed(example)
    found = read(text)
    assert [(f.indicator_start, f.indicator_end) for f in found] == [(start, end)]
    indicator = found[0].indicator
    assert {
        "before": indicator.startswith(verb),
        "after": indicator.endswith(verb),
        "alone": indicator == verb,
        "act": indicator.startswith(verb),
    }[place]


@pytest.mark.parametrize("row", table("figures/sums.tsv"), ids=lambda row: row[0])
def test_sum(row: tuple[str, ...]) -> None:
    noun, example = row
    text, start, end = bracketed(example)
    assert text[start:end].endswith(noun)
    found = read(text, date(2025, 2, 1))
    assert [(f.indicator_start, f.indicator_end, f.unit) for f in found] == [(start, end, "元")]


@pytest.mark.parametrize("row", table("figures/adverbs.tsv"), ids=lambda row: row[0])
def test_adverb(row: tuple[str, ...]) -> None:
    text, start, end = bracketed(row[1])
    assert text[start:end] == row[0]
    assert without_plain(text, 0, end) == start
    assert [figure.indicator for figure in read(text)] == [text[2:start]]


@pytest.mark.parametrize("name", TABLES)
def test_a_word_stands_once(name: str) -> None:
    rows = table(f"figures/{name}")
    keys = [row[:2] if name == "verbs.tsv" else row[0] for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(cell for row in rows for cell in row)


def test_kinds_and_rules_are_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "figures.md").read_text(encoding="utf-8")
    rules = {
        reading.rsplit(" ", 1)[1]
        for case in CASES
        if case[3] != "none"
        for reading in case[3].split(" ;; ")
    }
    assert {rule for rule in rules if f"`figure.{rule}`" not in page} == set()
    assert {kind for kind in KINDS if f"`{kind}`" not in page} == set()
    heads = {row[1] for row in table("figures/indicators.tsv")}
    assert {head for head in heads if not re.search(rf"(?<!\w){head}(?!\w)", page)} == set()

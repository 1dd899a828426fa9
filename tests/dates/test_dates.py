"""Every case of cases.tsv: the mentions of a text and their whole readings."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from date_notation import mark, readings, unmark

from gaoyou_nlp.dates import GRAINS, DateMention, find_dates
from gaoyou_nlp.dates.lunar import festivals, lunar_day
from gaoyou_nlp.dates.points import relative_words
from gaoyou_nlp.language.tables import table

CASES = [
    line.split("\t")
    for line in (Path(__file__).parent / "cases.tsv").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]


def test_names_of_cases_are_unique() -> None:
    assert len({name for name, *_ in CASES}) == len(CASES) > 200


@pytest.mark.parametrize(
    ("day", "marked", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_case(day: str, marked: str, expected: str) -> None:
    text = unmark(marked)
    anchor = None if day == "-" else date.fromisoformat(day)
    found = find_dates(text, anchor)
    assert (mark(text, found), readings(found)) == (marked, expected)


def test_the_whole_record() -> None:
    assert find_dates("3月底前", date(2022, 1, 5)) == [
        DateMention(
            0, 3, "3月底", None, "2022-03-31", "ten-day", "date.month-edge-until.anchor", None
        )
    ]


@pytest.mark.parametrize("row", table("dates/relative.tsv"), ids=lambda row: row[0])
def test_relative_word(row: tuple[str, ...]) -> None:
    word, unit, base, _, example = row
    marked, days = example.split(" => ") if " => " in example else (example[:-4], "/")
    found = [d for d in find_dates(unmark(marked), date(2022, 3, 4)) if d.text == word]
    assert unit in ("year", "month", "day", "week", "none")
    assert base in ("anchor", "last", "reported", "none")
    assert [f"{d.first or ''}/{d.last or ''}" for d in found] == [days.strip()]
    assert f"[{word}]" in marked


@pytest.mark.parametrize("row", table("dates/festivals.tsv"), ids=lambda row: row[0])
def test_festival(row: tuple[str, ...]) -> None:
    name, kind, *_, example = row
    text, day = example.split(" => ")
    found = find_dates(text)
    assert kind in ("solar", "lunar", "term")
    assert name in text
    assert [(d.first, d.last, d.rule) for d in found] == [(day, day, "date.feast")]


@pytest.mark.parametrize("row", table("dates/exceptions.tsv"), ids=lambda row: row[0])
def test_exception(row: tuple[str, ...]) -> None:
    word, example = row
    assert word in example
    assert find_dates(example, date(2022, 3, 4)) == []


@pytest.mark.parametrize("name", ["relative.tsv", "festivals.tsv", "exceptions.tsv"])
def test_a_word_stands_once(name: str) -> None:
    words = [row[0] for row in table(f"dates/{name}")]
    assert len(set(words)) == len(words)
    assert all(all(cell.strip() == cell and cell for cell in row) for row in table(f"dates/{name}"))


@pytest.mark.parametrize("year", range(1902, 2099))
def test_new_years_of_the_lunar_calendar(year: int) -> None:
    """New year lies between 21 January and 21 February; its eve is the day before."""
    first, eve = lunar_day(year, 1, 1), lunar_day(year - 1, 12, 0)
    assert first is not None
    assert eve is not None
    assert (1, 21) <= (first.month, first.day) <= (2, 21)
    assert (first - eve).days == 1


@pytest.mark.parametrize(("month", "day"), [(13, 1), (0, 1), (1, 31), (1, -1)])
def test_no_such_lunar_day(month: int, day: int) -> None:
    assert lunar_day(2022, month, day) is None


def test_a_year_that_the_calendar_does_not_know() -> None:
    assert lunar_day(1850, 1, 1) is None
    assert find_dates("1850年春节")[0].first is None


@pytest.mark.parametrize("anchor", [date(999, 12, 31), date(2200, 1, 1)])
def test_an_anchor_out_of_range_is_refused(anchor: date) -> None:
    with pytest.raises(ValueError, match="outside the years"):
        find_dates("昨日", anchor)


def test_rules_and_grains_are_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "dates.md").read_text(encoding="utf-8")
    rules = {part for case in CASES for part in re.findall(r"date\.([a-z-]+)", case[3])}
    forms = {re.sub("-(until|since)$", "", rule) for rule in rules}
    missing = {form for form in forms if f"`date.{form}`" not in page}
    assert missing == set()
    assert {grain for grain in GRAINS if f"`{grain}`" not in page} == set()


def test_tables_hold_no_word_without_a_use() -> None:
    assert set(relative_words()) == {row[0] for row in table("dates/relative.tsv")}
    assert set(festivals()) == {row[0] for row in table("dates/festivals.tsv")}

"""The tables of currencies, and the words found with them."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from gaoyou_nlp.money.currencies import currency_at, currency_before

KINDS = {"name", "slang", "sub", "symbol", "code"}


def rows(name: str) -> list[list[str]]:
    """Return the rows of a table."""
    lines = files("gaoyou_nlp.money").joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("name", ["currencies.tsv", "marks.tsv", "contexts.tsv"])
def test_a_table_has_its_header_and_is_sorted(name: str) -> None:
    text = files("gaoyou_nlp.money").joinpath(name).read_text(encoding="utf-8")
    header = [line for line in text.splitlines() if line.startswith("#")]
    assert [line.split(":")[0] for line in header[:3]] == ["# source", "# licence", "# date"]
    table = [tuple(row) for row in rows(name)]
    assert table == sorted(set(table))
    assert all(cell == cell.strip() for row in table for cell in row)


def test_names_have_one_code_each() -> None:
    names = rows("currencies.tsv")
    assert len({name for name, _ in names}) == len(names)
    assert all(re.fullmatch("[A-Z]{3}", code) for _, code in names)


def test_marks_have_one_meaning_each() -> None:
    marks = rows("marks.tsv")
    assert len({mark for mark, *_ in marks}) == len(marks)
    for mark, code, kind, part in marks:
        assert kind in KINDS, mark
        assert re.fullmatch("([A-Z]{3})?", code), mark
        assert re.fullmatch("1(/100)?", part), mark
        assert (kind == "sub") == (part != "1"), mark


def test_the_codes_are_those_of_iso_4217() -> None:
    babel = pytest.importorskip("babel")
    known = set(babel.Locale("en").currencies) | {"ZWG"}
    codes = {code for _, code in rows("currencies.tsv")} | {r[1] for r in rows("marks.tsv")}
    assert codes - known == {""}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("美元", "USD"),
        ("人民币", "CNY"),
        ("瑞士法郎", "CHF"),
        ("rmb", "CNY"),
        ("USD", "USD"),
        ("€", "EUR"),
        ("美分", "USD"),
        ("卢比", "INR"),
    ],
)
def test_a_word_behind_a_number(text: str, code: str) -> None:
    found = currency_at(f"5{text}", 1)
    assert found is not None
    assert (found.start, found.end, found.code) == (1, 1 + len(text), code)


@pytest.mark.parametrize(
    "text", ["日元旦", "欧元区", "马克思", "USDX", "美丽", "$5", "US$", "日圆满"]
)
def test_no_word_behind_a_number(text: str) -> None:
    found = currency_at(f"5{text}", 1)
    assert found is None


@pytest.mark.parametrize("text", ["港币", "US$", "￥", "CNY", "新台币"])
def test_a_word_before_a_number(text: str) -> None:
    found = currency_before(f"付{text}5", 1 + len(text))
    assert found is not None
    assert (found.start, found.end) == (1, 1 + len(text))


@pytest.mark.parametrize("text", ["盾", "法郎", "SUSD", "刀", "美分", "S-CAD"])
def test_no_word_before_a_number(text: str) -> None:
    assert currency_before(f"付{text}5", 1 + len(text)) is None

"""Every row of the tables of docs/money.md is a test."""

from __future__ import annotations

import re
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest
from money_notation import mark, reading, readings, unmark

from gaoyou_nlp.money import find_money, parse_money, read_amount

PAGE = Path(__file__).parents[2] / "docs" / "money.md"
LINES = PAGE.read_text(encoding="utf-8").splitlines()


def rows() -> list[tuple[str, str]]:
    """Return the rows of the tables whose head is text and reading."""
    found: list[tuple[str, str]] = []
    inside = False
    for line in LINES:
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if cells == ["text", "reading"]:
            inside = True
        elif not line.startswith("|"):
            inside = False
        elif inside and not line.startswith("|---"):
            found.append((line[2:].split(" | ")[0], cells[1]))
    return found


def test_the_page_has_its_tables() -> None:
    assert len(rows()) > 200


@pytest.mark.parametrize(("marked", "expected"), rows())
def test_row(marked: str, expected: str) -> None:
    text, _ = unmark(marked)
    amounts = find_money(text)
    assert (mark(text, amounts), readings(amounts)) == (marked, expected)


@pytest.mark.parametrize(("marked", "expected"), [r for r in rows() if r[1] != "none"])
def test_row_read_span_by_span(marked: str, expected: str) -> None:
    """``read_amount`` gives the same for a known span, unless its list or word order tells more."""
    text, spans = unmark(marked)
    amounts = [read_amount(text, start, end) for start, end in spans]
    assert [(a.start, a.end) for a in amounts] == spans
    if len(spans) == 1 and "个" not in marked:
        assert readings(amounts) == expected


@pytest.mark.parametrize(
    ("marked", "expected"), [r for r in rows() if re.fullmatch(r"\[[^\]]*\]", r[0])]
)
def test_row_parsed(marked: str, expected: str) -> None:
    """A row that is nothing but an amount is also parsed by ``parse_money``."""
    amount = parse_money(unmark(marked)[0])
    assert amount is not None
    assert reading(amount) == expected


def test_the_examples_of_the_page() -> None:
    """The code of the page prints what its ``#>`` lines say."""
    code = re.findall(r"```python\n(.*?)```", "\n".join(LINES), flags=re.S)
    assert code
    for block in code:
        with redirect_stdout(StringIO()) as printed:
            exec(block, {})
        assert printed.getvalue().splitlines() == re.findall(r"^#> (.*)$", block, flags=re.M)

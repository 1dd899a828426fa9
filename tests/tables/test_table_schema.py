"""One schema: names that other programs take, and all that is made from it is equal to it."""

import re
from pathlib import Path

import pytest

from gaoyou_nlp.tables import TABLES, Table
from gaoyou_nlp.tables.linked import ENTITIES
from gaoyou_nlp.tables.page import tables_page
from gaoyou_nlp.tables.rows import ROWS

DOCS = Path(__file__).parents[2] / "docs"
STATA = "_all _b _coef _cons _n _pi _pred _rc _skip byte double float if in int long using with"


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_names_are_short_ascii_and_distinct(table: Table) -> None:
    for names in (table.names(), table.names(chinese=True)):
        assert len(set(names)) == len(names)
    assert [n for n in table.names() if not re.fullmatch("[a-z][a-z0-9_]{0,31}", n)] == []
    assert [n for n in table.names() if n in STATA.split() or n.startswith("str")] == []
    assert len(table.chinese) <= 20
    assert all(column.meaning and column.chinese for column in table.columns)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_examples_are_of_their_types(table: Table) -> None:
    forms = {
        "text": ".*",
        "integer": "[0-9]+",
        "number": r"-?[0-9]+(\.[0-9]+)?",
        "date": r"\d{4}-\d\d-\d\d",
        "boolean": "true|false",
    }
    wrong = [c.name for c in table.columns if not re.fullmatch(forms[c.type], c.example)]
    assert wrong == []


@pytest.mark.parametrize("name", [name for name in TABLES if name not in ("articles", *ENTITIES)])
def test_every_row_says_where_it_comes_from(name: str) -> None:
    names = TABLES[name].names()
    assert names[0] == "article_id"
    assert names[-11:] == [
        "sentence", "source_path", "start", "end", "source_start", "source_end", "rule", "score",
        "source_page", "source_box", "source_cell",
    ]  # fmt: skip


def test_every_table_has_its_rows() -> None:
    assert list(ROWS) == [name for name in TABLES if name not in ENTITIES or name == "people"]


def test_the_page_is_made_from_the_schema() -> None:
    made = "run python training/make_pages.py"
    assert (DOCS / "tables.md").read_text("utf-8") == tables_page(), made

"""A record as rows: each case compares all rows of a table."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from gaoyou_nlp.records import (
    Amount,
    Article,
    Author,
    Condition,
    DateMention,
    Event,
    Figure,
    Official,
    Post,
    Project,
    ProjectGroup,
    Record,
    Said,
    Source,
    SourceMap,
    Span,
    Statement,
)
from gaoyou_nlp.tables.linked import ENTITIES, Link
from gaoyou_nlp.tables.rows import ROWS
from gaoyou_nlp.tables.schema import TABLES
from gaoyou_nlp.tables.source import Cells
from gaoyou_nlp.tables.source import Source as RowSource

TEXT = "县水利局局长叶大川说，今年建设云湖水库，总投资5亿元。\n记者 孟小荷"
SENTENCE = TEXT.splitlines()[0]

RECORD = Record(
    Article(
        "a", TEXT, title="县水利局", authors=(Author("孟小荷", "记者"), Author("罗子衿")),
        source=Source("a.txt", "gb18030", "9f86", 3), date="2022-03-04",
        source_map=SourceMap(((0, 10, 27), (28, 40, 6))),
    ),
    (
        Span(0, 4, "ORG", "县水利局", "org.body"),
        Span(4, 6, "TITLE", "局长", "title.post"),
        Span(6, 9, "OFFICIAL", "叶大川", "person.chain+model", 0.98772),
        Span(15, 19, "PROJECT", "云湖水库", "model", 0.5),
        Span(23, 26, "MONEY", "5亿元", "money.amount", None, "五亿"),
        Span(31, 34, "PERSON", "孟小荷", "person.byline"),
    ),
    ((4, Amount(23, 26, "5亿元", Decimal("5E+8"), Decimal("5E+8"), "CNY", None, None, False)),),
    (
        Official(
            "叶大川",
            (
                Post("县水利局", "局长", titles=(1,), body="云河县水利局", area="云河县",
                     started=Event("start", "2022-03-01", "month", 11, 13, "今年", "x")),
                Post(None, "县长"),
            ),
            (2,),
        ),
    ),
    (
        Project(
            "云湖水库", "在建", 0, (3,), place=Said(0, 1, "县", "x"),
            builder=Said(0, 4, "县水利局", "x"), capacity=(Said(20, 23, "总投资", "x"),),
            dates=(
                Event("开工", "2022-01-01", "year", 11, 13, "今年", "x", planned=True),
                Event("投产", "2022-12-31", "year", 11, 13, "今年", "x"),
            ),
        ),
        Project("无名"),
    ),
    "rules 1",
    (DateMention(11, 13, "今年", "2022-01-01", "2022-12-31", "year", "date.year.anchor"),),
    (
        Figure(
            20, 26, "总投资5亿元", "总投资", 20, 23, None, ">=", "500000000", None, "元",
            "level", None, "2022-01-01", "2022-12-31", None, None, "target", "县水利局",
            Condition(23, 26, "5亿元", "5", "5", None, "元"), 1, "figure.indicator", "叶大川",
        ),
    ),
    (Statement(11, 26, TEXT[11:26], "reported", "叶大川", 6, 9, 2, 9, 10, "reported"),),
    (ProjectGroup(15, 26, TEXT[15:26], (0, 1), 2, 0, "group:list"),),
)  # fmt: skip


def _at(start: int, end: int, rule: str, score: str | None = None) -> Cells:
    sentence = SENTENCE if end < 27 else "记者 孟小荷"
    shift = 10 if end < 27 else 12
    shifted = (start + shift, end + shift)
    return (sentence, "a.txt", start, end, *shifted, rule, score, None, None, None)


NOWHERE: Cells = (None, "a.txt", *[None] * 9)
MODEL = "person.chain+model"

CASES: dict[str, list[Cells]] = {
    "articles": [
        ("a", "2022-03-04", "县水利局", None, None, None, None, None, None, 34, "a.txt", 3,
         None, "gb18030", "9f86", "rules 1", TEXT),
    ],
    "authors": [
        ("a", "孟小荷", "记者", None, *_at(31, 34, "person.byline")),
        ("a", "罗子衿", None, None, *NOWHERE),
    ],
    "mentions": [
        ("a", 0, "ORG", "县水利局", None, "rule", None, *_at(0, 4, "org.body")),
        ("a", 1, "TITLE", "局长", None, "rule", None, *_at(4, 6, "title.post")),
        ("a", 2, "OFFICIAL", "叶大川", None, "both", None, *_at(6, 9, MODEL, "0.9877")),
        ("a", 3, "PROJECT", "云湖水库", None, "model", None, *_at(15, 19, "model", "0.5000")),
        ("a", 4, "MONEY", "5亿元", "五亿", "rule", None, *_at(23, 26, "money.amount")),
        ("a", 5, "PERSON", "孟小荷", None, "rule", None, *_at(31, 34, "person.byline")),
    ],
    "officials": [
        ("a", "a:叶大川", "叶大川", "县水利局 局长; 县长", 1, *_at(6, 9, MODEL, "0.9877")),
    ],
    "posts": [
        ("a", "a:叶大川", "叶大川", "县水利局", "局长", None, "2022-03-01", None, "云河县水利局",
         "云河县", "month", "今年", None, None, None, *_at(4, 6, "title.post")),
        ("a", "a:叶大川", "叶大川", None, "县长", *(None,) * 10, *_at(6, 9, MODEL, "0.9877")),
    ],
    "amounts": [
        ("a", 0, 4, "5亿元", "500000000", "500000000", "CNY", None, None, False,
         *_at(23, 26, "money.amount")),
    ],
    "projects": [
        ("a", 0, "云湖水库", "在建", "500000000", "500000000", "CNY", "5亿元", "县", 1,
         "县水利局", "总投资", "2022-01-01", "year", True, "2022-12-31", "year", "投产", False, 0,
         None, *_at(15, 19, "model", "0.5000")),
        ("a", 1, "无名", *(None,) * 6, 0, *(None,) * 9, 0, None, *NOWHERE),
    ],
    "project_groups": [
        ("a", 0, 2, "云湖水库; 无名", "0; 1", "500000000", "500000000", "CNY", "5亿元", TEXT[15:26],
         *_at(15, 26, "group:list")),
    ],
    "figures": [
        ("a", 0, "target", "总投资", None, "level", None, "500000000", None, "元", ">=",
         "2022-01-01", "2022-12-31", None, None, "县水利局", "叶大川", "5亿元", 1, "总投资5亿元",
         *_at(20, 26, "figure.indicator")),
    ],
    "statements": [
        ("a", 0, "reported", "叶大川", 2, TEXT[11:26], *_at(11, 26, "reported")),
    ],
    "dates": [
        ("a", 0, "今年", "2022-01-01", "2022-12-31", "year", None,
         *_at(11, 13, "date.year.anchor")),
    ],
    "people": [
        ("a:叶大川", "叶大川", "县水利局 局长; 县长", None, None, "2022-03-04", "2022-03-04", 1),
    ],
    "links": [],
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_rows(name: str) -> None:
    rows = list(ROWS[name](RowSource(RECORD)))
    assert rows == CASES[name]
    assert {len(row) for row in rows} <= {len(TABLES[name].columns)}


class _Links:
    """The links of a run that knows one body and one person."""

    def of(self, record: Record) -> dict[tuple[str, str], Link]:
        return {
            ("person", "叶大川"): Link("p-1", 0.94, "moved"),
            ("body", "县水利局"): Link("b-2", 1.0, "full name"),
        }

    def rows(self, table: str) -> Iterator[Cells]:
        return iter(())


def test_rows_of_a_run_that_is_linked() -> None:
    source = RowSource(RECORD, _Links())
    assert list(ROWS["links"](source)) == [
        ("a", "person", "叶大川", "p-1", "0.9400", "moved", 1, *_at(6, 9, MODEL, "0.9877")),
        ("a", "body", "县水利局", "b-2", "1.0000", "full name", 1, *_at(0, 4, "org.body")),
    ]
    assert list(ROWS["people"](source)) == []
    assert [row[6] for row in ROWS["mentions"](source)] == ["b-2", None, "p-1", None, None, None]
    assert [(row[1], row[14]) for row in ROWS["posts"](source)] == [("p-1", "b-2"), ("p-1", None)]


def test_every_table_has_rows_from_records_or_from_links() -> None:
    assert [name for name in TABLES if name not in (*ROWS, *ENTITIES)] == []
    assert set(CASES) == set(ROWS)


def test_what_is_no_day_or_number_of_another_program_is_left_out() -> None:
    spoiled = Figure(
        0, 1, "县", "县", 0, 1, None, None, "many", "6.5", "个", "count", None, "soon",
        "2022-01-01", None, None, None, None, None, 1, "x",
    )  # fmt: skip
    [row] = ROWS["figures"](RowSource(Record(Article("a", "县"), figures=(spoiled,))))
    assert row[7:9] + row[11:13] == (None, "6.5", None, "2022-01-01")

"""Records of earlier schemas are read; what is no record of this one is refused."""

from dataclasses import replace
from typing import Any

import pytest

from gaoyou_nlp.annotation import complete
from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats.json_text import record_of_row
from gaoyou_nlp.records import Article, Record, SourceMap, Span

TEXT = "今年，力争进出口增长6%。县长叶大川说，要努力。"
ARTICLE = Article("1", TEXT, date="2022-01-05")
WHOLE = complete(Record(ARTICLE, (Span(15, 18, "OFFICIAL", "叶大川"),)))


def test_the_record_is_whole() -> None:
    assert [(d.text, d.first, d.last) for d in WHOLE.dates] == [
        ("今年", "2022-01-01", "2022-12-31")
    ]
    assert [(f.text, f.low, f.status, f.speaker) for f in WHOLE.figures] == [
        ("进出口增长6%", "6", "target", None)
    ]
    assert [(s.speaker, s.text) for s in WHOLE.statements] == [("叶大川", "要努力")]
    assert Record.from_dict(WHOLE.to_dict()) == WHOLE


def test_a_record_of_schema_1_has_neither_dates_nor_figures() -> None:
    row = WHOLE.to_dict()
    for name in ("date", "dates", "figures", "statements"):
        del row[name]
    old = record_of_row({**row, "schema": 1}, "old.jsonl")
    assert old == replace(
        WHOLE, article=replace(ARTICLE, date=None), dates=(), figures=(), statements=()
    )


def test_the_way_to_the_source_is_kept_for_all_that_has_offsets() -> None:
    moved = replace(
        WHOLE, article=replace(ARTICLE, source_map=SourceMap(((0, 7, 12), (12, 20, 13))))
    )
    rows = moved.to_dict()
    again = Record.from_dict(rows).to_dict()
    assert again == rows
    assert [
        (row["source_start"], row["source_end"])
        for name in ("spans", "dates", "figures", "statements")
        for row in rows[name]
    ] == [(23, 26), (7, 9), (12, 19), (28, 31)]


@pytest.mark.parametrize(
    ("name", "change", "reason"),
    [
        ("dates", {"text": "明年"}, "does not match the text"),
        ("dates", {"start": "0"}, "is no record"),
        ("dates", {"first": 2022.5}, "the field 'first' of a DateMention cannot be 2022.5"),
        ("figures", {"low": ["6"]}, "the field 'low' of a Figure cannot be "),
        ("figures", {"condition": "亿元"}, "is no record"),
        ("statements", {"span": 9}, "points to number 9 of 1"),
    ],
)
def test_spoiled_rows_are_refused(name: str, change: dict[str, Any], reason: str) -> None:
    row = WHOLE.to_dict()
    row[name][0] |= change
    with pytest.raises(ReadError, match=reason):
        record_of_row(row, "spoiled.jsonl", 1)


def test_a_newer_schema_is_refused() -> None:
    with pytest.raises(ReadError, match="has schema 3, this version reads 2"):
        record_of_row({**WHOLE.to_dict(), "schema": 3}, "new.jsonl")

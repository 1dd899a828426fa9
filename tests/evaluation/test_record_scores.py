"""Scores of records: what is right, what is wrong, what is in doubt, and the fields of figures."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from gaoyou_nlp.cli import _app
from gaoyou_nlp.corpora.markup import parse_article
from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.evaluation.counts import Counts
from gaoyou_nlp.evaluation.record_comparison import RecordError
from gaoyou_nlp.evaluation.record_gold import RecordGold, read_record_gold, record_gold
from gaoyou_nlp.evaluation.record_scores import score_records
from gaoyou_nlp.evaluation.table import format_records
from gaoyou_nlp.records import Record

ARTICLE = (
    """id: xx-001
kind: 部门访谈
province: 某省
place: 某市某县
date: 2016-05-12
split: train
origin: written
records: complete
---
原[局长|TITLE][汪岳平|OFFICIAL]说，今年力争新签约项目100个以上。"""
    """路要修好。[北渡桥|PROJECT status=开工]约好。
---
汪岳平: /局长 (former)
---
date: 今年 | 2016
date?: 约好
statement: 今年力争 … 要修好 | 汪岳平 | reported
figure: 新签约项目100个以上 | indicator=新签约项目 | value=>= 100 个 | kind=count"""
    """ | status=target | wording=力争 effort | period=2016 | owner=?
"""
)


def gold() -> RecordGold:
    return record_gold(parse_article(ARTICLE))


def test_gold_against_itself() -> None:
    report = score_records([gold()], [gold().record])
    assert {row: counts.f1 for row, counts in report.rows.items() if row != "groups"} == {
        "dates": 1.0,
        "dates: days": 1.0,
        "statements": 1.0,
        "statements: speaker": 1.0,
        "figures": 1.0,
        "figures: number": 1.0,
        "figures: all": 1.0,
        "posts": 1.0,
        "posts: changes": 1.0,
        "statuses": 1.0,
    }
    assert report.errors == []


def test_the_speaker_of_a_gold_figure_is_that_of_its_statement() -> None:
    assert [gold.figure.speaker for gold in gold().figures] == ["汪岳平"]


def changed(**fields: object) -> Record:
    record = gold().record
    return replace(record, figures=(replace(record.figures[0], **fields),))


@pytest.mark.parametrize(
    ("record", "rows"),
    [
        pytest.param(changed(owner="县"), {}, id="a field in doubt is not compared"),
        pytest.param(
            changed(status="result"), {"figures: all": Counts(0, 1, 1)}, id="another status"
        ),
        pytest.param(
            changed(indicator="项目"),
            {"figures": Counts(0, 1, 1), "figures: all": Counts(0, 1, 1)},
            id="another indicator",
        ),
        pytest.param(
            changed(low="90"),
            {
                "figures": Counts(0, 1, 1),
                "figures: number": Counts(0, 1, 1),
                "figures: all": Counts(0, 1, 1),
            },
            id="another number",
        ),
        pytest.param(
            replace(gold().record, dates=(replace(gold().record.dates[0], last="2017-12-31"),)),
            {"dates": Counts(0, 1, 1), "dates: days": Counts(0, 1, 1)},
            id="other days",
        ),
        pytest.param(
            replace(gold().record, dates=(replace(gold().record.dates[0], start=9, text="年"),)),
            {"dates": Counts(0, 1, 1)},
            id="another edge",
        ),
        pytest.param(
            replace(
                gold().record,
                dates=(*gold().record.dates, replace(gold().record.dates[0], start=32, end=34)),
            ),
            {},
            id="a date in doubt is neither right nor wrong",
        ),
        pytest.param(
            replace(
                gold().record, statements=(replace(gold().record.statements[0], speaker="会议"),)
            ),
            {"statements": Counts(0, 1, 1), "statements: speaker": Counts(0, 1, 1)},
            id="another speaker",
        ),
        pytest.param(
            replace(
                gold().record,
                statements=(
                    replace(gold().record.statements[0], end=23),
                    replace(gold().record.statements[0], start=24),
                ),
            ),
            {},
            id="a statement in two sentences is one",
        ),
        pytest.param(
            replace(gold().record, officials=()),
            {"posts": Counts(0, 0, 1), "posts: changes": Counts(0, 0, 1)},
            id="a missing post",
        ),
    ],
)
def test_rows_that_change(record: Record, rows: dict[str, Counts]) -> None:
    best = score_records([gold()], [gold().record]).rows
    found = score_records([gold()], [record]).rows
    assert {row: found[row] for row in found if found[row] != best[row]} == rows


def test_errors_and_fields() -> None:
    report = score_records([gold()], [changed(low="90", status="result")])
    assert {name for name, counts in report.fields.items() if counts.wrong} == {"low", "status"}
    assert report.fields["owner"] == Counts()
    assert report.errors[0] == RecordError(
        "xx-001",
        "figures: all",
        "field",
        "low is '90', not '100': 新签约项目100个以上 | 新签约项目 >= 100 个",
    )


def test_text_and_json() -> None:
    report = score_records([gold()], [changed(low="90")])
    lines = format_records(report, errors=1).splitlines()
    assert "| dates | 100.0 | 100.0 | 100.0 | 100.0–100.0 | 1 |" in lines
    assert "| low | 0 | 1 | 0.0 |" in lines
    assert lines[-1].startswith("xx-001\tfigures: all\tfield\tlow is")
    data = json.loads(json.dumps(report.to_dict()))
    assert data["records"]["figures"]["f1"] == 0.0
    assert data["fields"]["unit"] == {"right": 1, "compared": 1}


def test_an_article_without_a_prediction() -> None:
    with pytest.raises(GaoyouError, match="has no prediction"):
        score_records([gold()], [])


def test_only_complete_articles_count(tmp_path: Path) -> None:
    (tmp_path / "xx-001.txt").write_text(ARTICLE, encoding="utf-8")
    bare = ARTICLE.partition("---\ndate")[0].replace("records: complete\n", "")
    (tmp_path / "xx-002.txt").write_text(bare.replace("xx-001", "xx-002"), encoding="utf-8")
    assert [one.id for one in read_record_gold(tmp_path)] == ["xx-001"]
    with pytest.raises(GaoyouError, match="no article with all its records"):
        read_record_gold(tmp_path, split="dev")


def test_the_command(tmp_path: Path) -> None:
    (tmp_path / "xx-001.txt").write_text(ARTICLE, encoding="utf-8")
    result = CliRunner().invoke(
        _app, ["evaluate", str(tmp_path), "--records", "--model", "rules", "--json"]
    )
    assert result.exit_code == 0
    assert json.loads(result.stdout)["articles"] == 1


def test_where_there_is_no_gold_there_is_no_share() -> None:
    lines = format_records(score_records([gold()], [changed()])).splitlines()
    row = next(line for line in lines if line.endswith("| 0 |"))
    assert row.split(" | ")[1:-1] == ["-"] * 4

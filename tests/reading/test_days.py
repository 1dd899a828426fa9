"""The day of publication that a record of a file carries."""

import json
from datetime import date, datetime
from pathlib import Path

import pytest

from gaoyou_nlp import read
from gaoyou_nlp.reading.days import read_day


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2022-03-04", "2022-03-04"),
        ("2022-3-4 08:30", "2022-03-04"),
        ("2022-03-04T08:30:00Z", "2022-03-04"),
        ("2022/03/04", "2022-03-04"),
        ("2022.3.4", "2022-03-04"),
        (" 2022年3月4日", "2022-03-04"),
        ("20220304", "2022-03-04"),
        (date(2022, 3, 4), "2022-03-04"),
        (datetime(2022, 3, 4, 23), "2022-03-04"),
        ("2022-02-30", None),
        ("2022-03", None),
        ("202203041", None),
        ("0022-03-04", None),
        ("3月4日", None),
        ("", None),
        (None, None),
        (20220304, None),
    ],
)
def test_days(value: object, day: str | None) -> None:
    assert read_day(value) == day


def test_lines_and_tables_carry_the_day(tmp_path: Path) -> None:
    row = {"id": "1", "text": "县水库开工。", "date": "2022年3月4日"}
    (tmp_path / "a.jsonl").write_text(json.dumps(row) + "\n", "utf-8")
    (tmp_path / "b.csv").write_text(
        "id,text,date\n2,县水库开工。,2022-3-4\n3,县水库完工。,\n", "utf-8"
    )
    found = [(article.id, article.date) for article in read(tmp_path)]
    assert found == [("1", "2022-03-04"), ("2", "2022-03-04"), ("3", None)]

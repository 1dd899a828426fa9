"""Reported texts whose row numbers were taken into names of projects; skipped without the file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import gaoyou_nlp

REPORTS = Path(__file__).parents[3] / "shared/cases/reports.jsonl"


def _reports() -> list[dict[str, object]]:
    if not REPORTS.exists():
        return []
    rows = map(json.loads, filter(None, REPORTS.read_text("utf-8").split("\n")))
    return [row for row in rows if row["kind"] == "row-number"]


@pytest.mark.skipif(not REPORTS.exists(), reason="the file of reports is not here")
def test_no_project_begins_with_a_row_number_or_runs_over_a_row() -> None:
    nlp = gaoyou_nlp.load("rules")
    texts = [str(row["text"]) for row in _reports()]
    for text in texts:
        names = [ent.text for ent in nlp(text).ents if ent.label_ == "PROJECT"]
        assert [
            name for name in names if re.match(r"[0-9]{1,2}[ \t]|[0-9][\u4e00-\u9fff]{4}", name)
        ] == []
        assert [name for name in names if "\t" in name or "\n" in name] == []

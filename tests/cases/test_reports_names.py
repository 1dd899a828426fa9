"""Reported cases of names and posts, where the shared folder of cases is there."""

import json
from pathlib import Path

import pytest

import gaoyou_nlp
from gaoyou_nlp import Article

CASES = Path(__file__).parents[3] / "shared" / "cases" / "reports.jsonl"

NAMES = {
    "name-missed-1": "周伟 张磊 刘国强",
    "name-missed-2": "周伟 张磊",
    "name-missed-4": "周伟 张磊",
    "name-missed-5": "周伟 张磊",
    "name-missed-7": "李向东 周伟",
    "name-missed-8": "周伟",
    "name-missed-10": "马致远",
    "name-missed-11": "马致远",
    "name-edge-1": "罗新",
    "name-edge-2": "林新",
    "name-edge-4": "李向东 周伟",
    "name-edge-5": "罗明",
    "name-edge-7": "李向东 孜亚达·吾买尔",
    "name-edge-8": "古丽努尔 孜亚达·吾买尔",
    "name-edge-10": "李",
    "name-edge-11": "王",
    "name-edge-13": "王晓东",
    "name-edge-14": "何景行 马明",
    "name-edge-16": "周强 李明",
    "title-homograph-1": "",
    "title-homograph-2": "",
    "title-homograph-4": "",
    "title-homograph-5": "",
    "title-homograph-7": "",
}
"""The names that are right in each case, in order."""


@pytest.mark.skipif(not CASES.exists(), reason="the shared folder of cases is not there")
@pytest.mark.parametrize("case", NAMES)
def test_reported_names(case: str) -> None:
    rows = [json.loads(line) for line in CASES.read_text("utf-8").strip().split("\n")]
    text = next(row["text"] for row in rows if row["id"] == case)
    (record,) = gaoyou_nlp.annotate([Article(case, text)], gaoyou_nlp.load("rules"))
    spans = record.spans
    found = [s for s in spans if s.label in ("OFFICIAL", "PERSON")]
    assert " ".join(s.text for s in found) == NAMES[case]
    if case.startswith("title-homograph"):
        assert [s.text for s in spans if s.label == "TITLE"] == []

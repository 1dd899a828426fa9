"""Reported cases of bodies and areas; their texts lie beside the project, if at all."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from gaoyou_nlp.rules.decide import by_rank
from gaoyou_nlp.rules.propose import propose
from gaoyou_nlp.rules.ranks import RANKS

REPORTS = Path(__file__).parents[3] / "shared" / "cases" / "reports.jsonl"

BODIES = {
    "org-edge-1": ["国家发展和改革委员会固定资产投资司"],
    "org-edge-2": ["工业和信息化部装备工业一司"],
    "org-edge-4": ["市人力资源和社会保障局就业促进和失业保险科"],
    "org-edge-5": ["市纪委监委派驻市教育局纪检监察组"],
    "org-edge-7": ["国浩恒达律师（上海）事务所"],
    "org-edge-8": ["浦发天诚会计师事务所（特殊普通合伙）云河分所"],
    "org-edge-10": [],
    "org-edge-11": ["西咸新区沣东新城"],
    "org-edge-13": [],
    "area-chain-org-1": ["江苏省扬州市高邮市水利局"],
    "area-chain-org-2": ["江苏省扬州市宝应县委"],
    "area-chain-org-4": ["江苏高邮市委"],
    "area-chain-org-5": ["南京市江宁区住建局"],
    "org-from-markup-1": ["县委"],
}
AREAS = {"org-edge-10": [], "org-edge-13": ["丹徒", "辛丰镇"]}


@cache
def _texts() -> dict[str, str]:
    if not REPORTS.is_file():
        pytest.skip("the reported cases are not here")
    reports = map(json.loads, REPORTS.read_text("utf-8").strip().split("\n"))
    return {report["id"]: report.get("text", "") for report in reports}


def _spans(case: str, label: str) -> list[str]:
    text = _texts()[case]
    return [s.text for s in by_rank(text, propose(text), RANKS) if s.label == label]


@pytest.mark.parametrize(("case", "expected"), BODIES.items(), ids=BODIES)
def test_bodies_of_reported_texts(case: str, expected: list[str]) -> None:
    assert _spans(case, "ORG") == expected


@pytest.mark.parametrize(("case", "expected"), AREAS.items(), ids=AREAS)
def test_areas_of_reported_texts(case: str, expected: list[str]) -> None:
    assert _spans(case, "GPE") == expected

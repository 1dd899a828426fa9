"""The headline targets of the national work reports, where the reports are at hand."""

from __future__ import annotations

import os
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
SHARED = Path(os.environ.get("GAOYOU_SHARED", ROOT.parent / "shared"))
REPORTS = SHARED / "text" / "gov_work_reports.jsonl.gz"
TABLE = Path(__file__).parent / "panel.tsv"


@pytest.fixture(scope="module")
def panel() -> ModuleType:
    spec = spec_from_file_location("panel", ROOT / "training" / "panel.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_table_is_sound(panel: ModuleType) -> None:
    expected = panel.read_expected(TABLE)
    assert len(set(expected)) == len(expected) > 90
    assert {row.indicator for row in expected} == set(panel.INDICATORS)


def test_a_report_of_our_own(panel: ModuleType) -> None:
    text = (
        "一、过去一年\n城镇新增就业990万人，超过预期目标。国内生产总值增长4.9%。\n"
        "今年的主要预期目标是：\n国内生产总值增长5%左右；城镇新增就业1000万人以上。"
        "单位国内生产总值能耗降低2%以上。\n实现预期目标，要付出努力。"
    )
    assert [tuple(row) for row in panel.rows(2031, text)] == [
        ("2031", "地区生产总值", "5", "5", "~", "%"),
        ("2031", "城镇新增就业", "10000000", "", ">=", "人"),
        ("2031", "单位GDP能耗", "2", "", ">=", "%"),
    ]


@pytest.mark.skipif(not REPORTS.exists(), reason="the reports are not at hand")
def test_the_headlines_of_the_reports(panel: ModuleType) -> None:
    expected = panel.read_expected(TABLE)
    years = {row.year for row in expected}
    found = [
        row
        for year, text in panel.read_reports(REPORTS)
        if str(year) in years
        for row in panel.rows(year, text)
    ]
    assert [row for row in found if row not in expected] == []
    assert sum(row in found for row in expected) >= 0.95 * len(expected)

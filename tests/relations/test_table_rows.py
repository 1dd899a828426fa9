"""Rows of tables of projects in the records of documents of every kind."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from spacy.language import Language

import gaoyou_nlp
from gaoyou_nlp.records import Record

HEAD = ("序号", "项目名称", "建设地点", "建设单位", "总投资（万元）", "开工时间", "进展情况")
ROWS = (
    ("1", "沙坪污水处理厂（二期）", "沙坪镇", "县水务集团", "8560", "2026年3月", "主体施工"),
    ("2", "云河大道东延工程", "城东街道", "县交通运输局", "23,400", "2025年10月", "已竣工"),
    ("3", "罗河实验小学迁建项目", "罗河新城", "县教育局", "", "", "前期"),
    ("合计", "", "", "", "31960", "", ""),
)
WANTED = [
    "沙坪污水处理厂（二期） | 在建 | 85600000 | 沙坪镇 | 县水务集团 | 开工 2026-03-01",
    "云河大道东延工程 | 竣工 | 234000000 | 城东街道 | 县交通运输局 | 开工 2025-10-01",
    "罗河实验小学迁建项目 | 前期 | - | 罗河新城 | 县教育局 | ",
]


def write_workbook(folder: Path) -> Path:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "项目"
    for row in (("云河县重点项目进展表",), HEAD, *ROWS):
        sheet.append(row)
    book.save(folder / "projects.xlsx")
    return folder / "projects.xlsx"


def write_document(folder: Path) -> Path:
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_paragraph("云河县重点项目进展情况")
    table = document.add_table(rows=0, cols=len(HEAD))
    for row in (HEAD, *ROWS):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(folder / "projects.docx")
    return folder / "projects.docx"


def write_page(folder: Path) -> Path:
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in (HEAD, *ROWS)
    )
    page = f"<html><body><h1>云河县重点项目进展情况</h1><table>{rows}</table></body></html>"
    (folder / "projects.html").write_text(page, "utf-8")
    return folder / "projects.html"


WRITERS = {"workbook": write_workbook, "document": write_document, "page": write_page}


@cache
def rules() -> Language:
    return gaoyou_nlp.load("rules")


def read(path: Path) -> Record:
    [record] = gaoyou_nlp.annotate(gaoyou_nlp.read(path), rules())
    return record


def shown(record: Record) -> list[str]:
    """Return the projects of a record, a line each."""
    lines = []
    for project in record.projects:
        amount = "-" if project.amount is None else record.amounts[project.amount][1].low
        said = [part.text if part else "-" for part in (project.place, project.builder)]
        days = ", ".join(f"{event.kind} {event.day}" for event in project.dates)
        lines.append(
            " | ".join(
                [
                    project.name,
                    str(project.status),
                    f"{amount:f}" if amount != "-" else "-",
                    *said,
                    days,
                ]
            )
        )
    return lines


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_each_row_is_a_project(write: Callable[[Path], Path], tmp_path: Path) -> None:
    assert shown(read(write(tmp_path))) == WANTED


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_spans_fit_the_text(write: Callable[[Path], Path], tmp_path: Path) -> None:
    record = read(write(tmp_path))
    gaoyou_nlp.records.check_spans(record.text, record.spans)
    for at, amount in record.amounts:
        assert (amount.start, amount.end) == (record.spans[at].start, record.spans[at].end)
        assert record.spans[at].label == "MONEY"
    for project in record.projects:
        assert {record.spans[at].label for at in project.mentions} == {"PROJECT"}
        for part in (project.status_said, project.place, project.builder, *project.dates):
            assert part is None or record.text[part.start : part.end] == part.text


def test_each_value_has_its_cell(tmp_path: Path) -> None:
    row: Any = read(write_workbook(tmp_path)).to_dict()
    first = row["projects"][0]
    assert row["spans"][first["mentions"][0]]["source_cell"] == "项目!B3"
    cells = {name: first[name]["source_cell"] for name in ("place", "builder", "status_said")}
    assert cells == {"place": "项目!C3", "builder": "项目!D3", "status_said": "项目!G3"}
    assert first["dates"][0]["source_cell"] == "项目!F3"
    money = row["spans"][row["amounts"][first["amount"]]["span"]]
    assert money["source_cell"] == "项目!E3"


@pytest.mark.parametrize("write", WRITERS.values(), ids=WRITERS)
def test_the_record_reads_back_the_same(write: Callable[[Path], Path], tmp_path: Path) -> None:
    row = read(write(tmp_path)).to_dict()
    assert Record.from_dict(json.loads(json.dumps(row))).to_dict() == row


def test_a_number_without_a_unit_is_no_sum(tmp_path: Path) -> None:
    page = (
        "<html><body><h1>项目表</h1><table><tr><td>项目名称</td><td>总投资</td></tr>"
        "<tr><td>云河大道东延工程</td><td>8560</td></tr>"
        "<tr><td>沙坪大桥工程</td><td>3亿元</td></tr></table></body></html>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    assert shown(read(tmp_path / "a.html")) == [
        "云河大道东延工程 | None | - | - | - | ",
        "沙坪大桥工程 | None | 300000000 | - | - | ",
    ]


def test_a_stage_that_the_row_has_not_reached_is_to_come(tmp_path: Path) -> None:
    rows = (
        ("项目名称", "进展情况", "开工时间", "竣工时间"),
        ("沙坪污水处理厂扩建工程", "主体施工", "2025年4月", "2026年12月"),
        ("云河大道东延工程", "已签约", "2027年3月", ""),
        ("罗河实验小学迁建项目", "已竣工", "2024年1月", "2026年8月"),
        ("北坪水库加固工程", "", "2024年2月", "2026年9月"),
    )
    page = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    path = tmp_path / "projects.html"
    path.write_text(f"<html><body><h1>重点项目</h1><table>{page}</table></body></html>", "utf-8")
    found = [
        f"{project.name} | {event.kind} {event.day} {event.planned}"
        for project in read(path).projects
        for event in project.dates
    ]
    assert found == [
        "沙坪污水处理厂扩建工程 | 开工 2025-04-01 False",
        "沙坪污水处理厂扩建工程 | 竣工 2026-12-31 True",
        "云河大道东延工程 | 开工 2027-03-01 True",
        "罗河实验小学迁建项目 | 开工 2024-01-01 False",
        "罗河实验小学迁建项目 | 竣工 2026-08-31 False",
        "北坪水库加固工程 | 开工 2024-02-01 False",
        "北坪水库加固工程 | 竣工 2026-09-30 False",
    ]


def test_what_is_told_outside_the_table_stays(tmp_path: Path) -> None:
    page = (
        "<html><body><h1>项目进展</h1><p>云河大道东延工程位于沙坪镇，由恒岳建工集团有限公司承建。</p>"
        "<table><tr><td>项目名称</td><td>总投资（亿元）</td><td>进度</td></tr>"
        "<tr><td>云河大道东延工程</td><td>2.5</td><td>在建</td></tr>"
        "<tr><td>沙坪大桥工程</td><td>1</td><td>前期</td></tr></table></body></html>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    assert shown(read(tmp_path / "a.html")) == [
        "云河大道东延工程 | 在建 | 250000000 | 沙坪镇 | 恒岳建工集团有限公司 | ",
        "沙坪大桥工程 | 前期 | 100000000 | - | - | ",
    ]


def test_another_table_changes_nothing(tmp_path: Path) -> None:
    page = (
        "<html><body><h1>通讯录</h1><table><tr><td>姓名</td><td>单位</td></tr>"
        "<tr><td>甘立群</td><td>县教育局</td></tr></table></body></html>"
    )
    (tmp_path / "a.html").write_text(page, "utf-8")
    assert read(tmp_path / "a.html").projects == ()

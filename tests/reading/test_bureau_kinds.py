"""Kinds of documents of bureaus, one at a time: sheets with two tables, heads, nested tables."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from typing import Any

import pytest

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article, locate
from gaoyou_nlp.relations.tables import projects_of_table
from tests.documents.bureau import office, printed

for _package in ("pypdfium2", "reportlab", "docx", "openpyxl"):
    pytest.importorskip(_package)


def _read(data: bytes, name: str, folder: Path) -> list[Article]:
    (folder / name).write_bytes(data)
    return list(read(folder / name))


def _saved(thing: Any) -> bytes:
    stream = io.BytesIO()
    thing.save(stream)
    return stream.getvalue()


def _projects(article: Article) -> list[tuple[str, int | None]]:
    found = [project for table in article.tables for project in projects_of_table(table)]
    return [(p.name.text, None if p.amount is None else int(p.amount.low or 0)) for p in found]


def _sheet(rows: list[list[object]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    return _saved(book)


def test_two_tables_of_a_sheet_have_each_its_own_unit(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["一季度重点项目"],
        ["项目名称", "总投资（万元）", "进度"],
        ["青螺水库加固工程", 1200, "在建"],
        [],
        ["二季度重点项目"],
        ["项目名称", "总投资（亿元）", "进度"],
        ["官渡大桥工程", 1.2, "在建"],
    ]
    (article,) = _read(_sheet(rows), "a.xlsx", tmp_path)
    assert [table.title for table in article.tables] == ["一季度重点项目", "二季度重点项目"]
    assert _projects(article) == [("青螺水库加固工程", 12000000), ("官渡大桥工程", 120000000)]
    at = article.text.index("1.2\t")
    assert [where.name for where in locate(article, at, at + 3)] == ["Sheet!B7"]


def test_rows_that_sum_up_a_group_are_no_projects(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["序号", "项目名称", "总投资（万元）"],
        ["一", "交通类（2个）", 5600],
        [1, "望江门大桥工程", 2200],
        [2, "石磨滩公路工程", 3400],
        ["合 计", None, 5600],
    ]
    (article,) = _read(_sheet(rows), "a.xlsx", tmp_path)
    assert _projects(article) == [("望江门大桥工程", 22000000), ("石磨滩公路工程", 34000000)]


def test_a_table_in_a_table_that_sets_out_the_page(tmp_path: Path) -> None:
    word = office._word()
    cells = word.add_table(rows=1, cols=2).rows[0].cells
    cells[0].text = "县水利局召开项目调度会，要求汛期前完工。"
    inner = cells[1].add_table(rows=2, cols=2)
    texts = ("项目名称", "总投资（万元）", "青螺水库加固工程", "1200")
    for cell, text in zip([c for row in inner.rows for c in row.cells], texts, strict=True):
        cell.text = text
    (article,) = _read(_saved(word), "a.docx", tmp_path)
    assert article.text.split("\n") == [
        "县水利局召开项目调度会，要求汛期前完工。",
        "项目名称\t总投资（万元）",
        "青螺水库加固工程\t1200",
    ]
    assert _projects(article) == [("青螺水库加固工程", 12000000)]


def test_the_head_of_a_paper_is_not_its_title(tmp_path: Path) -> None:
    word = office._word()
    office._line(word, "澜川县水利局文件", size=32, align="center")
    office._line(word, "澜水发〔2026〕 3 号      签发人：乔牧之")
    office._line(word, "关于做好水库除险加固工作的通知", size=18, align="center")
    office._line(word, "各乡镇人民政府：")
    office._line(word, "请认真组织实施。")
    office._line(word, "澜川县水利局", align="right")
    office._line(word, "2026 年 3 月 12 日", align="right")
    table = word.add_table(rows=2, cols=1)
    table.rows[0].cells[0].text = "抄送：县委办公室。"
    table.rows[1].cells[0].text = "2026年3月13日印发"
    (article,) = _read(_saved(word), "a.docx", tmp_path)
    assert (article.title, article.date) == ("关于做好水库除险加固工作的通知", "2026-03-12")


def test_a_header_of_a_mail_that_does_not_say_its_encoding(tmp_path: Path) -> None:
    body = base64.b64encode("3月9日，大桥开工。".encode("gb18030"))
    data = (
        b"From: a@b.example\r\nTo: c@d.example\r\nSubject: "
        + "石磨滩特大桥开工".encode("gb18030")
        + b"\r\nDate: Tue, 10 Mar 2026 18:20:00 +0800\r\nMIME-Version: 1.0\r\n"
        + b"Content-Type: text/plain; charset=gb2312\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + body
    )
    (article,) = _read(data, "a.eml", tmp_path)
    assert (article.title, article.text) == (
        "石磨滩特大桥开工",
        "石磨滩特大桥开工\n3月9日，大桥开工。",
    )


def _set(rows: list[tuple[str, ...]], places: tuple[int, ...]) -> bytes:
    stream = io.BytesIO()
    canvas = printed._canvas(stream)
    canvas.setFont("STSong-Light", 20)
    canvas.drawCentredString(297, 780, "澜川县项目表")
    canvas.setFont("STSong-Light", 10)
    canvas.drawString(60, 750, "单位：万元")
    for number, row in enumerate(rows):
        for x, cell in zip(places, row, strict=True):
            canvas.drawString(x, 730 - 18 * number, cell)
    canvas.save()
    return stream.getvalue()


def test_a_cell_of_two_lines_in_a_table_without_lines(tmp_path: Path) -> None:
    rows = [
        ("序号", "项目名称", "建设地点", "总投资"),
        ("1", "青螺水库除险", "青螺镇", "1,200"),
        ("", "加固工程", "", ""),
        ("2", "芦塘公路工程", "芦塘乡", "3,400"),
        ("3", "官渡大桥工程", "官渡镇", "8,800"),
    ]
    (article,) = _read(_set(rows, (60, 110, 220, 320)), "a.pdf", tmp_path)
    assert _projects(article) == [
        ("青螺水库除险加固工程", 12000000),
        ("芦塘公路工程", 34000000),
        ("官渡大桥工程", 88000000),
    ]


def test_cells_that_touch_each_other_are_read_as_lines(tmp_path: Path) -> None:
    rows = [
        ("序号", "项目名称", "建设地点", "总投资", "进度"),
        ("1", "青螺水库加固工程青螺镇", "", "1,200", "续建"),
        ("2", "芦塘公路改建工程芦塘乡", "", "3,400", "续建"),
        ("3", "官渡大桥新建工程官渡镇", "", "8,800", "新建"),
        ("4", "双溪学校扩建工程双溪乡", "", "9,100", "新建"),
    ]
    (article,) = _read(_set(rows, (60, 110, 180, 240, 300)), "a.pdf", tmp_path)
    assert article.text.split("\n")[-4] == "1 青螺水库加固工程青螺镇 1,200 续建"
    assert _projects(article) == []
    assert article.notes == (
        "page 1: the cells of a table touch each other: its rows are read as lines. "
        "Compare with the page.",
    )

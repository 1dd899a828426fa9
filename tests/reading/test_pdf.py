"""PDF files made by reportlab: order, furniture, paragraphs, tables, places."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest
from paper import FONT, OTHER, TITLE, WORDS, Paper, columns, pages, read_pdf

from gaoyou_nlp.records import locate
from gaoyou_nlp.records.anchor import Page

pytest.importorskip("pypdfium2")
pytest.importorskip("reportlab")


def test_paragraphs_go_on_over_pages_and_furniture_is_off(tmp_path: Path) -> None:
    (article,), rejects = read_pdf(pages(), tmp_path)
    lines = article.text.split("\n")
    assert rejects == []
    assert lines[0] == TITLE
    assert set(lines[1:]) <= {WORDS, OTHER, *(t[: len(lines[-1])] for t in (WORDS, OTHER))}
    assert article.text.count(WORDS) + article.text.count(OTHER) >= 11


@pytest.mark.parametrize("time", ["2026/11/30 17:04", "11/30/26, 5:04 PM", "2026/11/30 下午5:04"])
def test_what_a_browser_prints_at_the_edges_is_off(time: str, tmp_path: Path) -> None:
    paper = Paper()
    paper.put(time, 30, 22, 8)
    paper.put("水库_青川县人民政府", 260, 22, 8)
    paper.put(TITLE, 180, 60, 22)
    paper.lines(WORDS, 50, 100, 40)
    paper.put("https://www.qingchuan.invalid/art/1.html", 30, 828, 8)
    paper.put("1/1", 550, 828, 8)
    (article,), rejects = read_pdf(paper.save(), tmp_path)
    assert rejects == []
    assert (article.text, article.date) == (f"{TITLE}\n{WORDS}", None)


@pytest.mark.parametrize(
    "order",
    [list, lambda jobs: sorted(jobs, key=lambda job: job[2]), lambda jobs: jobs[::-1]],
    ids=["by-columns", "by-rows", "backwards"],
)
def test_columns_are_read_one_after_the_other(order: Any, tmp_path: Path) -> None:
    (article,), _ = read_pdf(columns(order), tmp_path)
    assert article.text == f"{TITLE}\n{WORDS}{OTHER}\n{OTHER}{WORDS}"


def test_articles_side_by_side_and_below(tmp_path: Path) -> None:
    paper = Paper()
    paper.put("青川日报　2026年3月4日　星期三　第2版　要闻", 50, 30, 9)
    paper.put(TITLE, 50, 70, 18)
    paper.put("——总投资1.2亿元", 60, 92, 11)
    paper.lines(WORDS, 50, 112, 22)
    paper.put("记者 孟晓岚", 210, 220)
    paper.put("县教育局部署学校建设", 310, 70, 18)
    paper.lines(OTHER, 310, 112, 22)
    paper.put("县长秦立岩会见客商代表", 180, 300, 20)
    paper.lines("3月3日，县长秦立岩会见了客商代表，双方就重点项目合作交换了意见。", 50, 330, 48)
    found, _ = read_pdf(paper.save(), tmp_path)
    assert [(a.title, a.subtitle, a.byline) for a in found] == [
        (TITLE, "——总投资1.2亿元", "记者 孟晓岚"),
        ("县教育局部署学校建设", "", ""),
        ("县长秦立岩会见客商代表", "", ""),
    ]
    assert {(a.date, a.publisher) for a in found} == {("2026-03-04", "青川日报")}
    assert found[0].text == f"{TITLE}\n——总投资1.2亿元\n{WORDS}\n记者 孟晓岚"


def test_every_character_leads_to_its_place(tmp_path: Path) -> None:
    paper = Paper()
    paper.lines(WORDS, 50, 100, 30)
    (article,), _ = read_pdf(paper.save(), tmp_path)
    at = article.text.index("卢向东")
    (where,) = locate(article, at, at + 3)
    assert isinstance(where, Page)
    assert where.number == 1
    left, top, right, bottom = where.box
    assert abs(left - (50 + 10 * (2 + at))) < 1
    assert abs(right - left - 30) < 1
    assert top < 100 < bottom + 1
    assert bottom - top < 15
    pieces = locate(article, 25, 35)
    assert len(pieces) == 2
    assert pieces[1].box[0] < 51  # type: ignore[union-attr]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_turned_pages_are_read_as_they_are_shown(angle: int, tmp_path: Path) -> None:
    import pypdfium2

    paper = Paper()
    paper.put(TITLE, 180, 60, 22)
    paper.lines(WORDS, 50, 100, 30)
    pdf = pypdfium2.PdfDocument(paper.save())
    pdf[0].set_rotation(angle)
    stream = io.BytesIO()
    pdf.save(stream)
    found, rejects = read_pdf(stream.getvalue(), tmp_path)
    # The letters stand askew now: a page that nobody can read is not read as if it were upright.
    assert found == [] or found[0].text == f"{TITLE}\n{WORDS}"
    assert len(found) + len(rejects) == 1


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_pages_that_are_turned_to_be_upright_are_read(angle: int, tmp_path: Path) -> None:
    """A wide table is often printed sideways, and the page turned when it is shown."""
    paper = Paper(595, 842) if angle == 180 else Paper(842, 595)  # reportlab exchanges them
    paper.canvas.setPageRotation(angle)
    paper.canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[angle])
    paper.canvas.rotate(angle)
    paper.height = 842 if angle == 180 else 595
    paper.put(TITLE, 180, 60, 22)
    paper.lines(WORDS, 50, 100, 30)
    (article,), _ = read_pdf(paper.save(), tmp_path)
    assert (article.title, article.text) == (TITLE, f"{TITLE}\n{WORDS}")
    at = article.text.index("卢向东")
    (where,) = locate(article, at, at + 3)
    left, top, right, bottom = where.box  # type: ignore[union-attr]
    assert right - left > 2 * (bottom - top) > 0


def test_a_ruled_table_keeps_its_rows(tmp_path: Path) -> None:
    from reportlab.platypus import Table

    rows = [
        ["序号", "项目名称", "总投资", "进度"],
        ["1", "城北水厂扩建\n工程", "23,600", "在建"],
        ["2", "大桥镇农贸市场改造项目", "1850", "已竣工"],
        ["合计", "", "25,450", ""],
    ]
    paper = Paper()
    paper.put("青川县重点项目进展表", 200, 60, 18)
    paper.put("单位：万元", 420, 85)
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
        ("FONT", (0, 0), (-1, -1), FONT, 10),
        ("SPAN", (0, 3), (1, 3)),
    ]
    table = Table(rows, colWidths=[40, 160, 80, 80], style=style)
    table.wrapOn(paper.canvas, 500, 500)
    table.drawOn(paper.canvas, 100, 842 - 200)
    paper.lines("以上项目由县发展和改革委员会负责汇总，情况截至三月底。", 80, 230, 40)
    (article,), _ = read_pdf(paper.save(), tmp_path)
    assert article.text == (
        "青川县重点项目进展表\n单位：万元\n序号\t项目名称\t总投资\t进度\n1\t城北水厂扩建工程\t23,600\t在建\n"
        "2\t大桥镇农贸市场改造项目\t1850\t已竣工\n合计\t25,450\n"
        "以上项目由县发展和改革委员会负责汇总，情况截至三月底。"
    )
    (found,) = article.tables
    assert (found.title, found.unit) == ("青川县重点项目进展表", "万元")
    at = article.text.index("23,600")
    (where,) = locate(article, at, at + 6)
    assert 300 < where.box[0] < 380  # type: ignore[union-attr]


def test_second_prints_watermarks_hyphens_and_radicals(tmp_path: Path) -> None:
    paper = Paper()
    paper.put("县水务局建设 BIM plat-", 50, 100)
    paper.put("县水务局建设 BIM plat-", 50.3, 100)
    paper.put("form 以及水库的 digital", 50, 115)
    paper.put("twin ⽔库系统，县⻓说。", 50, 130)
    paper.canvas.saveState()
    paper.canvas.translate(100, 500)
    paper.canvas.rotate(45)
    paper.canvas.drawString(0, 0, "内部资料请勿外传")
    paper.canvas.restoreState()
    (article,), _ = read_pdf(paper.save(), tmp_path)
    assert article.text == "县水务局建设BIM platform以及水库的digital twin水库系统，县长说。"


def test_an_upright_headline(tmp_path: Path) -> None:
    paper = Paper()
    for number, char in enumerate("青川水库开工"):
        paper.put(char, 50, 80 + 26 * number, 22)
    paper.lines(WORDS, 100, 80, 40)
    (article,), _ = read_pdf(paper.save(), tmp_path)
    assert article.text == f"青川水库开工\n{WORDS}"
    assert article.title == "青川水库开工"

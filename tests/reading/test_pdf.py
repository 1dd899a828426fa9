"""PDF files made by reportlab: order, furniture, paragraphs, tables, places, what is set aside."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article, Reject, locate
from gaoyou_nlp.records.anchor import Page

pytest.importorskip("pypdfium2")
pytest.importorskip("reportlab")

FONT = "STSong-Light"
TITLE = "青川县水库加固工程开工"
WORDS = (
    "县水务局局长卢向东在工地上介绍，工程总投资1.2亿元，由江苏澄景建设有限公司承建，计划今年底"
    "主体完工，明年汛期前投入使用，届时可以保护下游大桥镇、青川经济开发区等地三十万亩农田。"
)
OTHER = (
    "县教育局副局长闻若谷表示，今年全县将新建学校三所、改扩建五所，完成投资4.6亿元，新增学位"
    "六千个，其中大桥镇中心小学迁建工程九月投入使用，城北初级中学年底前封顶。"
)


class Paper:
    """A canvas with letters of one size; ``save`` gives the bytes."""

    def __init__(self, width: float = 595.0, height: float = 842.0, **options: Any) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen.canvas import Canvas

        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.height = height
        self.stream = io.BytesIO()
        self.canvas = Canvas(self.stream, pagesize=(width, height), **options)

    def put(self, text: str, x: float, top: float, size: float = 10.0) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self.height - top, text)

    def lines(self, text: str, x: float, top: float, room: int, size: float = 10.0) -> float:
        """A paragraph with an indent of two letters, so many letters a line."""
        rest = "　　" + text
        while rest:
            count = room
            while rest[count : count + 1] and rest[count] in "，。、”":
                count += 1
            self.put(rest[:count], x, top, size)
            rest, top = rest[count:], top + 1.5 * size
        return top

    def save(self) -> bytes:
        self.canvas.save()
        return self.stream.getvalue()


def _read(data: bytes, folder: Path) -> tuple[list[Article], list[Reject]]:
    (folder / "a.pdf").write_bytes(data)
    rejects: list[Reject] = []
    return list(read(folder / "a.pdf", on_reject=rejects.append)), rejects


def _pages() -> bytes:
    """Two pages with heads and feet; a paragraph goes on over the page."""
    paper = Paper()
    paper.put(TITLE, 180, 100, 22)
    whole = [line for text in (WORDS, OTHER) * 6 for line in _broken(text, 40)]
    for page in range(2):
        for number, line in enumerate(whole[page * 17 : page * 17 + 17]):
            paper.put(line, 60, 140 + 16 * number)
        paper.put("青川县水务局简报", 60, 40, 9)
        paper.put(f"— {page + 1} —", 290, 820, 9)
        paper.canvas.showPage()
    return paper.save()


def _broken(text: str, room: int) -> list[str]:
    rest, lines = "　　" + text, []
    while rest:
        count = room
        while rest[count : count + 1] and rest[count] in "，。、”":
            count += 1
        lines.append(rest[:count])
        rest = rest[count:]
    return lines


def test_paragraphs_go_on_over_pages_and_furniture_is_off(tmp_path: Path) -> None:
    (article,), rejects = _read(_pages(), tmp_path)
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
    (article,), rejects = _read(paper.save(), tmp_path)
    assert rejects == []
    assert (article.text, article.date) == (f"{TITLE}\n{WORDS}", None)


def _columns(order: Callable[[list[Any]], list[Any]]) -> bytes:
    paper = Paper()
    paper.put(TITLE, 180, 60, 22)
    jobs = []
    for column, text in enumerate((WORDS + OTHER, OTHER + WORDS)):
        for number, line in enumerate(_broken(text, 22)):
            jobs.append((line, 50 + 250 * column, 100 + 16 * number))
    for line, x, top in order(jobs):
        paper.put(line, x, top)
    return paper.save()


@pytest.mark.parametrize(
    "order",
    [list, lambda jobs: sorted(jobs, key=lambda job: job[2]), lambda jobs: jobs[::-1]],
    ids=["by-columns", "by-rows", "backwards"],
)
def test_columns_are_read_one_after_the_other(order: Any, tmp_path: Path) -> None:
    (article,), _ = _read(_columns(order), tmp_path)
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
    found, _ = _read(paper.save(), tmp_path)
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
    (article,), _ = _read(paper.save(), tmp_path)
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
    found, rejects = _read(stream.getvalue(), tmp_path)
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
    (article,), _ = _read(paper.save(), tmp_path)
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
    (article,), _ = _read(paper.save(), tmp_path)
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
    (article,), _ = _read(paper.save(), tmp_path)
    assert article.text == "县水务局建设BIM platform以及水库的digital twin水库系统，县长说。"


def test_an_upright_headline(tmp_path: Path) -> None:
    paper = Paper()
    for number, char in enumerate("青川水库开工"):
        paper.put(char, 50, 80 + 26 * number, 22)
    paper.lines(WORDS, 100, 80, 40)
    (article,), _ = _read(paper.save(), tmp_path)
    assert article.text == f"青川水库开工\n{WORDS}"
    assert article.title == "青川水库开工"


def _picture() -> Any:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    return ImageReader(Image.new("RGB", (60, 80), (200, 200, 200)))


def test_a_scanned_page_is_said_to_be_one(tmp_path: Path) -> None:
    paper = Paper()
    paper.lines(WORDS, 50, 100, 40)
    paper.canvas.showPage()
    paper.canvas.drawImage(_picture(), 0, 0, 595, 842)
    paper.canvas.showPage()
    found, (reject,) = _read(paper.save(), tmp_path)
    assert [article.text for article in found] == [WORDS]
    assert reject.reason.startswith("page 2 is scanned pictures without text") or (
        "page 2 is a scanned picture" in reject.reason
    )
    assert "OCR" in reject.reason


def test_text_that_ocr_laid_under_a_scan_is_read(tmp_path: Path) -> None:
    paper = Paper()
    paper.canvas.drawImage(_picture(), 0, 0, 595, 842)
    text = paper.canvas.beginText(50, 742)
    text.setFont(FONT, 10)
    text.setTextRenderMode(3)
    text.textLine("县水务局局长卢向东说，工程总投资1.2亿元。")
    paper.canvas.drawText(text)
    (article,), rejects = _read(paper.save(), tmp_path)
    assert (article.text, rejects) == ("县水务局局长卢向东说，工程总投资1.2亿元。", [])
    assert article.notes == (SCANNED.format("page 1"),)


SCANNED = "{}: a scan whose text was recognised by OCR. Compare with the page."


def test_text_that_ocr_laid_behind_a_scan_is_read(tmp_path: Path) -> None:
    """Some programs print the text, and the picture over it."""
    paper = Paper()
    paper.lines(WORDS, 50, 100, 40)
    paper.canvas.showPage()
    for _ in range(2):
        paper.lines(WORDS, 50, 100, 40)
        paper.canvas.drawImage(_picture(), 0, 0, 595, 842)
        paper.canvas.showPage()
    (article,), rejects = _read(paper.save(), tmp_path)
    assert (article.text.split("\n"), rejects) == ([WORDS] * 3, [])
    assert article.notes == (SCANNED.format("page 2, 3"),)


def test_text_on_a_picture_is_no_scan(tmp_path: Path) -> None:
    paper = Paper()
    paper.canvas.drawImage(_picture(), 0, 0, 595, 842)
    paper.lines(WORDS, 50, 100, 40)
    (article,), rejects = _read(paper.save(), tmp_path)
    assert (article.text, article.notes, rejects) == (WORDS, (), [])


def _locked() -> bytes:
    from reportlab.lib.pdfencrypt import StandardEncryption

    paper = Paper(encrypt=StandardEncryption("secret", canPrint=0))
    paper.lines(WORDS, 50, 100, 40)
    return paper.save()


def _empty() -> bytes:
    paper = Paper()
    paper.canvas.showPage()
    return paper.save()


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (_locked, "password"),
        (lambda: _pages()[:2000], "spoiled PDF"),
        (lambda: b"%PDF-1.4\n" + b"junk" * 1000, "spoiled PDF"),
        (_empty, "holds no text"),
    ],
    ids=["locked", "cut", "junk", "empty"],
)
def test_what_cannot_be_read_is_set_aside(
    make: Callable[[], bytes], reason: str, tmp_path: Path
) -> None:
    found, (reject,) = _read(make(), tmp_path)
    assert found == []
    assert reason in reject.reason


def test_a_page_is_drawn_with_its_spans(tmp_path: Path) -> None:
    from PIL import Image

    from gaoyou_nlp.reading.documents.pdf_drawing import draw_page, marks_of
    from gaoyou_nlp.records import Record, Span

    paper = Paper()
    paper.lines(WORDS, 50, 100, 40)
    (article,), _ = _read(paper.save(), tmp_path)
    at = article.text.index("卢向东")
    record = Record(article, (Span(at, at + 3, "OFFICIAL", "卢向东"),))
    row = record.to_dict()["spans"][0]
    assert row["source_page"] == 1
    assert len(row["source_box"]) == 4
    marks = list(marks_of([record], 1))
    assert len(marks) == 1
    picture = Image.open(io.BytesIO(draw_page(tmp_path / "a.pdf", 1, marks)))
    left, top, right, bottom = (2 * edge for edge in marks[0][0].box)
    inside = picture.getpixel((int(left) + 1, int((top + bottom) / 2)))
    assert inside[0] > inside[1]  # reddish
    assert picture.getpixel((int(right) + 30, int(bottom) + 60)) == (255, 255, 255)


def test_half_a_surrogate_pair_is_an_unknown_character(tmp_path: Path) -> None:
    """A table of characters that was spoiled must not make text that no file can hold."""
    from gaoyou_nlp.reading.documents.pdf_characters import read_sheet

    table = (
        b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> "
        b"endcodespacerange 2 beginbfchar <41> <DD31> <42> <53BF> endbfchar endcmap end"
    )
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length 33>>stream\nBT /F 9 Tf 9 50 Td (ABBAB) Tj ET  \nendstream",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(table), table),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, o) for n, o in enumerate(objects, 1))
    import pypdfium2

    pdf = pypdfium2.PdfDocument(b"%PDF-1.7\n" + body + b"trailer <</Root 1 0 R>>\n%%EOF")
    sheet = read_sheet(pdf, 0)
    assert "".join(char.text for char in sheet.chars) == "县县县"
    assert sheet.unknown >= 2

"""One text in columns, boxes, pages and tables: made by reportlab here, and by four programs."""

from __future__ import annotations

from pathlib import Path

import pytest

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import locate
from gaoyou_nlp.records.anchor import Page
from tests.documents.layout_texts import LAYOUTS, OTHERS, ROWS, Layout
from tests.documents.make_layouts import ALL, PROGRAMS, faults

pytest.importorskip("pypdfium2")
pytest.importorskip("reportlab")

FOLDER = Path(__file__).parents[1] / "documents" / "layouts"
KEPT = sorted(FOLDER.glob("*.pdf"))
BY_NAME = {layout.name: layout for layout in (*LAYOUTS, *OTHERS)}


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_reportlab(layout: Layout, tmp_path: Path) -> None:
    PROGRAMS["reportlab"](layout, tmp_path / "a.pdf")
    assert list(faults(layout, tmp_path / "a.pdf")) == []


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_files_that_other_programs_made(path: Path) -> None:
    assert list(faults(BY_NAME[path.stem.partition("-")[0]], path)) == []


@pytest.mark.slow
@pytest.mark.parametrize("layout", [*LAYOUTS, *OTHERS], ids=lambda layout: layout.name)
@pytest.mark.parametrize("program", ["chromium", "libreoffice", "typst", "xelatex"])
def test_programs(program: str, layout: Layout, tmp_path: Path) -> None:
    if layout in OTHERS and program not in ALL:
        pytest.skip(f"{program} does not set this")
    if not PROGRAMS[program](layout, tmp_path / "a.pdf"):
        pytest.skip(f"{program} is not installed")
    assert list(faults(layout, tmp_path / "a.pdf")) == []


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_places_hold_what_they_say(path: Path) -> None:
    """PDFium finds in the box of some characters those characters, and the page has ink there."""
    import io

    import pypdfium2
    from PIL import Image

    from gaoyou_nlp.reading.documents.pdf_drawing import draw_page

    pdf = pypdfium2.PdfDocument(path)
    for article in read(path):
        for word in ("枫溪大桥", "骆闻笙", "总投资", "2600万元", "大桥镇", "工程"):
            at = article.text.find(word)
            (where, *rest) = locate(article, at, at + len(word)) if at >= 0 else [None]
            if at < 0 or rest:
                continue
            assert isinstance(where, Page)
            page, (left, top, right, bottom) = pdf[where.number - 1], where.box
            height = page.get_height()
            found = page.get_textpage().get_text_bounded(left, height - bottom, right, height - top)
            assert "".join(found.split()) == word
            picture = Image.open(io.BytesIO(draw_page(path, where.number))).convert("L")
            darkest, _ = picture.crop(tuple(int(2 * edge) for edge in where.box)).getextrema()
            assert darkest < 100


def test_a_table_without_lines_has_cells_with_places(tmp_path: Path) -> None:
    PROGRAMS["reportlab"](BY_NAME["bare"], tmp_path / "a.pdf")
    (article,) = read(tmp_path / "a.pdf")
    (table,) = article.tables
    assert table.headers == ROWS[0]
    assert [tuple(cell.text for cell in row) for row in table.rows] == list(ROWS[1:])
    at = article.text.index("38500")
    (where,) = locate(article, at, at + 5)
    left, _, right, _ = where.box  # type: ignore[union-attr]
    assert 20 < right - left < 30


def test_columns_of_short_lines_are_no_table(tmp_path: Path) -> None:
    from tests.reading.paper import Paper

    paper = Paper()
    for column, lines in enumerate(("春风又到枫溪岸", "桥影初成水自流", "两岸人家同一笑")):
        for row in range(4):
            paper.put(lines + "甲乙丙丁"[row], 60 + 160 * column, 100 + 18 * row)
    (tmp_path / "a.pdf").write_bytes(paper.save())
    (article,) = read(tmp_path / "a.pdf")
    assert article.tables == ()


def test_numbers_below_each_other_are_not_one(tmp_path: Path) -> None:
    from tests.reading.paper import Paper

    paper = Paper()
    for row, (name, number) in enumerate((("一季度", "38500"), ("二季度", "23600"))):
        paper.put(name, 60, 100 + 16 * row)
        paper.put(number, 200, 100 + 16 * row)
    (tmp_path / "a.pdf").write_bytes(paper.save())
    (article,) = read(tmp_path / "a.pdf")
    assert "3850023600" not in article.text

"""Pages of PDF that are pictures, locked or empty; pages that are drawn."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from paper import FONT, WORDS, Paper, pages, read_pdf

pytest.importorskip("pypdfium2")
pytest.importorskip("reportlab")


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
    found, (reject,) = read_pdf(paper.save(), tmp_path)
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
    (article,), rejects = read_pdf(paper.save(), tmp_path)
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
    (article,), rejects = read_pdf(paper.save(), tmp_path)
    assert (article.text.split("\n"), rejects) == ([WORDS] * 3, [])
    assert article.notes == (SCANNED.format("page 2, 3"),)


def test_text_on_a_picture_is_no_scan(tmp_path: Path) -> None:
    paper = Paper()
    paper.canvas.drawImage(_picture(), 0, 0, 595, 842)
    paper.lines(WORDS, 50, 100, 40)
    (article,), rejects = read_pdf(paper.save(), tmp_path)
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
        (lambda: pages()[:2000], "spoiled PDF"),
        (lambda: b"%PDF-1.4\n" + b"junk" * 1000, "spoiled PDF"),
        (_empty, "holds no text"),
    ],
    ids=["locked", "cut", "junk", "empty"],
)
def test_what_cannot_be_read_is_set_aside(
    make: Callable[[], bytes], reason: str, tmp_path: Path
) -> None:
    found, (reject,) = read_pdf(make(), tmp_path)
    assert found == []
    assert reason in reject.reason
    assert ".." not in reject.reason


def test_a_page_is_drawn_with_its_spans(tmp_path: Path) -> None:
    from PIL import Image

    from gaoyou_nlp.reading.documents.pdf_drawing import draw_page, marks_of
    from gaoyou_nlp.records import Record, Span

    paper = Paper()
    paper.lines(WORDS, 50, 100, 40)
    (article,), _ = read_pdf(paper.save(), tmp_path)
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

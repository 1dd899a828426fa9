"""The two newspaper pages of the corpus, typeset by two programs, against their text pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from gaoyou_nlp import annotate, load
from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article, Record, locate
from gaoyou_nlp.records.anchor import Page

pytest.importorskip("pypdfium2")

ROOT = Path(__file__).parents[2]
PDFS = sorted((ROOT / "tests" / "documents").glob("*.pdf"))


def _text_page(pdf: Path) -> Path:
    (page,) = (ROOT / "corpus" / "pages").glob(f"{pdf.name.partition('-')[0]}_*.txt")
    return page


@pytest.fixture(scope="module")
def nlp() -> object:
    return load("rules")


def _by_title(articles: list[Article]) -> dict[str, tuple[str, ...]]:
    return {a.title: (a.kicker, a.subtitle, a.byline, str(a.authors), a.text) for a in articles}


@pytest.mark.parametrize("pdf", PDFS, ids=lambda pdf: pdf.stem)
def test_articles_are_those_of_the_text_page(pdf: Path) -> None:
    assert _by_title(list(read(pdf))) == _by_title(list(read(_text_page(pdf))))


@pytest.mark.parametrize("pdf", PDFS, ids=lambda pdf: pdf.stem)
def test_spans_are_those_of_the_text_page_and_have_places(pdf: Path, nlp: object) -> None:
    def spans(path: Path) -> tuple[set[tuple[str, int, int, str]], list[Record]]:
        records = list(annotate(read(path), nlp))  # type: ignore[arg-type]
        return {
            (r.article.title, s.start, s.end, s.label) for r in records for s in r.spans
        }, records

    found, records = spans(pdf)
    wanted, _ = spans(_text_page(pdf))
    assert len(found & wanted) >= 0.97 * len(wanted)
    assert len(found & wanted) >= 0.97 * len(found)
    for record in records:
        for span in record.spans:
            where = locate(record.article, span.start, span.end)
            assert where
            for piece in where:
                assert isinstance(piece, Page)
                left, top, right, bottom = piece.box
                assert left < right
                assert top < bottom


def test_the_pages_are_small() -> None:
    assert sum(pdf.stat().st_size for pdf in PDFS) < 2**20
    assert len(PDFS) == 3


@pytest.mark.slow
def test_chromium_sets_the_same_articles(tmp_path: Path) -> None:
    from tests.documents.typeset import blocks, by_chromium

    (page,) = (ROOT / "corpus" / "pages").glob("000_*.txt")
    articles = list(read(page))
    if not by_chromium(blocks(articles), tmp_path / "000.pdf"):
        pytest.skip("Chromium is not installed")
    assert _by_title(list(read(tmp_path / "000.pdf"))) == _by_title(articles)

"""Thirty pages of portals: text, title and date; and the words by which elements stand around."""

from importlib.resources import files
from pathlib import Path

import pytest

from gaoyou_nlp.reading import read
from tests.reading.make_county_pages import county_pages
from tests.reading.make_pages import Saved

html = pytest.importorskip("lxml.html")

PAGES = county_pages()


def _bare(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("saved", PAGES.values(), ids=PAGES)
def test_text_title_and_date(saved: Saved, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(saved.data)
    (article,) = read(tmp_path / "a.html")
    found = (_bare(article.title), _bare(article.text), article.date)
    text = _bare(saved.title + "".join(saved.paragraphs))
    assert found == (_bare(saved.title), text, saved.date)


def _rows() -> list[list[str]]:
    from gaoyou_nlp.reading import documents

    table = (files(documents) / "around_elements.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in table.splitlines() if not line.startswith("#")]


@pytest.mark.parametrize(("word", "example"), [(word, example) for word, _, example in _rows()])
def test_an_element_stands_around_by_its_name(word: str, example: str) -> None:
    from gaoyou_nlp.reading.documents.web_around import elements_around, name_words

    page = html.document_fromstring(f'<div class="{example}"><p>甲</p></div><p>乙</p>')
    around = elements_around(page)
    assert word in name_words(example)
    assert [element in around for element in page.iter("p")] == [True, False]

"""Documents of all kinds with spoiled bytes: an article or a reject comes out, never an error."""

import random
import sys
from collections.abc import Iterator

import pytest

from gaoyou_nlp.reading.documents.reader import Opened, read_opened
from gaoyou_nlp.reading.rows import Options
from gaoyou_nlp.records import Article
from tests.reading import make_pages, paper, small_documents, test_word, test_workbooks

COUNT = 40
"""Spoiled files of each kind."""


def _seeds() -> dict[str, bytes]:
    other = small_documents
    return {
        "docx": test_word._notice(),
        "xlsx": test_workbooks._xlsx(test_workbooks.ROWS),
        "xls": test_workbooks._xls(test_workbooks.ROWS),
        "ods": test_workbooks._ods(test_workbooks.ROWS),
        "pdf": paper.pages(),
        "html": make_pages.trs().data,
        "table": make_pages.with_table().data,
        "mail": other.mail(page=True).as_bytes(),
        "odt": other.odt(f"<text:p>{other.BODY}</text:p>{other.odt_table()}"),
        "zip": other.packed({"a.html": other.PAGE}),
        "xml": other.RSS,
        "rtf": rb"{\rtf1\ansi\ansicpg936 \u21439?abc\par def\cell\row}",
    }


SEEDS = _seeds()


def _spoiled(data: bytes, chance: random.Random) -> bytes:
    its = bytearray(data)
    for _ in range(chance.choice((1, 3, 20))):
        at = chance.randrange(len(its))
        kind = chance.randrange(4)
        if kind == 0:
            its[at] = chance.randrange(256)
        elif kind == 1:
            del its[at : at + chance.randrange(1, 200)]
        elif kind == 2:
            its[at:at] = its[chance.randrange(len(its)) :][: chance.randrange(1, 300)]
        else:
            its = its[: max(1, at)]
        its = its or bytearray(b"x")
    return bytes(its)


def _check(article: Article) -> None:
    assert article.text
    assert article.source is not None
    last = 0
    for start, end, _ in article.source.anchors:
        assert last <= start < end <= len(article.text)
        last = end
    for table in article.tables:
        for cell in (cell for row in table.rows for cell in row if cell.end):
            shown = article.text[cell.start : cell.end]
            assert shown.replace(" ", "") == cell.text.replace(" ", "")


def _all(data: bytes) -> Iterator[Article]:
    items = list(read_opened(Opened(data, "f", "f", Options())))
    assert items
    return (item for item in items if isinstance(item, Article))


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("kind", SEEDS)
def test_spoiled_bytes(kind: str) -> None:
    chance = random.Random(kind)
    for _ in range(COUNT):
        for article in _all(_spoiled(SEEDS[kind], chance)):
            _check(article)


@pytest.mark.parametrize("kind", SEEDS)
def test_the_seeds_are_read(kind: str) -> None:
    articles = list(_all(SEEDS[kind]))
    assert articles
    for article in articles:
        _check(article)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    (reject,) = read_opened(Opened(SEEDS["html"], "a.html", "a.html", Options()))
    assert reject.reason == (  # type: ignore[union-attr]
        "this needs the package lxml: install it with  pip install 'gaoyou-nlp[documents]'"
    )

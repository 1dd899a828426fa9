"""Web pages of thirty kinds of site builders: the text, the title, and what the page states."""

from pathlib import Path

import pytest

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article, Reject, locate
from tests.reading.make_pages import Saved, pages

pytest.importorskip("lxml")

PAGES = pages()


def _article(data: bytes, folder: Path, name: str = "a.html") -> Article:
    (folder / name).write_bytes(data)
    (article,) = read(folder / name)
    return article


def _bare(text: str) -> str:
    return "".join(text.replace("\u200b", "").split())


@pytest.mark.parametrize("saved", PAGES.values(), ids=PAGES)
def test_text_title_and_facts(saved: Saved, tmp_path: Path) -> None:
    article = _article(saved.data, tmp_path)
    assert _bare(article.text) == _bare(saved.title + "".join(saved.paragraphs))
    assert len(article.text.split("\n")) == 1 + len(saved.paragraphs)
    facts = (_bare(article.title), article.date, article.author, article.publisher, article.url)
    stated = (saved.date, saved.author, saved.publisher, saved.url)
    assert facts == (_bare(saved.title), *stated)


@pytest.mark.parametrize("saved", PAGES.values(), ids=PAGES)
def test_every_line_leads_to_its_element(saved: Saved, tmp_path: Path) -> None:
    from lxml import html

    article = _article(saved.data, tmp_path)
    offset = 0
    for line in article.text.split("\n"):
        where = locate(article, offset, offset + len(line))
        assert len(where) == 1 + line.count("\t")
        offset += len(line) + 1
    if not article.tables:
        text = saved.data.decode(article.source.encoding)
        page = html.document_fromstring(text[text.find("?>") + 2 if text[:2] == "<?" else 0 :])
        last = locate(article, len(article.text) - 1, len(article.text))[0]
        (element,) = _select(page, last.path)
        assert _bare(article.text.split("\n")[-1]) in _bare(element.text_content())


def _select(page: object, path: str) -> list[object]:
    """The elements of a CSS path such as ``div#zoom > p:nth-of-type(3)``."""
    steps = path.split(" > ")
    xpath = ""
    for at, step in enumerate(steps):
        tag, _, id = step.partition("#")
        name, _, number = tag.partition(":nth-of-type(")
        xpath += "//" if at == 0 else "/"
        xpath += name + (f'[@id="{id}"]' if id else "") + (f"[{number[:-1]}]" if number else "")
    return page.xpath(xpath)  # type: ignore[attr-defined,no-any-return]


def test_a_table_is_one_of_rows_in_the_text(tmp_path: Path) -> None:
    article = _article(PAGES["with_table"].data, tmp_path)
    (table,) = article.tables
    assert table.headers == ("序号", "项目名称", "建设地点", "总投资", "进展")
    assert (table.unit, table.title) == ("万元", "")
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["1", "城北水厂扩建工程", "城北街道", "23600", "在建"],
        ["2", "大桥镇农贸市场改造项目", "大桥镇", "1850", "已竣工"],
    ]
    for row in table.rows:
        for cell in row:
            assert article.text[cell.start : cell.end] == cell.text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ("<html><body><div id=app></div><script>x()</script></body></html>", "holds no text"),
        ("<!DOCTYPE html><ul>" + "<li><a href=/>县长信箱</a>" * 9 + "</ul>", "page of links"),
        ("<html>" + "<div>" * 50_000 + "县长" + "</div>" * 50_000, ""),
        ("<!DOCTYPE html><p>" + "&" * 100_000, ""),
        ('<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><p>&a;县水库开工。</p>', ""),
        ("<!DOCTYPE html>" + "<table><tr><td colspan=99999 rowspan=99999>县" * 200, ""),
    ],
    ids=["script-only", "links", "deep", "ampersands", "entity", "wide-tables"],
)
def test_hostile_pages_are_read_or_set_aside(data: str, reason: str, tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(data, encoding="utf-8")
    rejects: list[Reject] = []
    found = list(read(tmp_path / "a.html", on_reject=rejects.append))
    assert len(found) + len(rejects) == 1
    assert not any("root:" in article.text for article in found)
    assert all(reason in reject.reason for reject in rejects)


def test_a_page_under_another_name(tmp_path: Path) -> None:
    for name in ("a.txt", "b.xls", "c.doc", "d.htm.gz"):
        data = PAGES["trs"].data
        if name.endswith(".gz"):
            import gzip

            data = gzip.compress(data)
        assert _article(data, tmp_path, name).title == PAGES["trs"].title

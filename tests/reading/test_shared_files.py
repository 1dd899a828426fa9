"""Files out of reports of people who do this job; they lie beside the repository."""

import json
from pathlib import Path

import pytest

from gaoyou_nlp import annotate, load
from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article, Reject

pytest.importorskip("lxml")
pytest.importorskip("docx")
pytest.importorskip("pypdfium2")

SHARED = Path(__file__).parents[3] / "shared" / "cases"
CASES = SHARED / "reports.jsonl"

if not CASES.exists():
    pytest.skip("the cases lie outside of the repository", allow_module_level=True)

ROWS = [json.loads(line) for line in CASES.read_text(encoding="utf-8").split("\n") if line]
FILES = [row for row in ROWS if row.get("file")]
COLUMNS = {"nested.jsonl": "article.body", "api.json": "data.list.content"}


def _read(name: str) -> tuple[list[Article], list[Reject]]:
    rejects: list[Reject] = []
    column = COLUMNS.get(Path(name).name, "text")
    return list(read(SHARED / name, text_column=column, on_reject=rejects.append)), rejects


@pytest.mark.parametrize("row", FILES, ids=lambda row: row["id"])
def test_files_are_read(row: dict[str, str]) -> None:
    found, rejects = _read(row["file"])
    assert rejects == []
    assert found
    text = "\n".join(article.text for article in found)
    assert not any(mark in text for mark in ("<p", "div class", "TRS_Editor", "99亿元", "\ufffd"))
    assert not any("\u2e80" <= char <= "\u2fdf" for char in text)


def test_rows_stay_apart() -> None:
    (article,), _ = _read("files/notice_docx.txt")
    assert "1\t城北污水处理厂提标改造工程\t县城投集团\t8560\n2\t云河大道东延工程" in article.text
    (article,), _ = _read("files/rf7.txt")
    assert "0514-88880000\n2026年4月1日" in article.text
    (article,), _ = _read("files/rf2.txt")
    assert article.text.endswith(
        "\n项目名称,竣工年份,总投资\n恒阳储能项目,2026,3亿元\n天合光伏项目,2027,5亿元"
    )


def _spans(name: str) -> set[tuple[str, str]]:
    found, _ = _read(name)
    return {(s.label, s.text) for r in annotate(found, load("rules")) for s in r.spans}


@pytest.mark.parametrize("name", ["county.html", "county_gb.htm", "htmltext.jsonl", "utf16.txt"])
def test_forms_of_one_article_give_the_same(name: str) -> None:
    assert _spans(f"files/{name}") == _spans("files/county.html")


@pytest.mark.parametrize("name", ["paper2.pdf", "side.pdf"])
def test_pages_give_what_their_text_gives(name: str) -> None:
    found, _ = _read(f"files/{name}")
    assert [article.title for article in found] == [
        "云河县新能源产业园二期项目开工",
        "县政府召开重点项目推进会",
    ]
    assert _spans(f"files/{name}") >= _spans("files/county.html")


@pytest.mark.parametrize("name", ["table.pdf", "table.html", "notice_docx.txt", "notice.docx"])
def test_projects_of_tables_have_no_numbers(name: str) -> None:
    names = {text for label, text in _spans(f"files/{name}") if label == "PROJECT"}
    assert not any(text[0].isdecimal() for text in names)


@pytest.mark.parametrize("name", ["table.pdf", "table.html", "notice_docx.txt", "notice.docx"])
def test_projects_of_tables_are_found(name: str) -> None:
    assert ("PROJECT", "云河大道东延工程") in _spans(f"files/{name}")

"""The table for Excel and the page to read: fixed columns, no formulas, all text escaped."""

import csv
import io
import re
import shutil
import subprocess
from decimal import Decimal
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gaoyou_nlp.formats import html_page, table_csv, write
from gaoyou_nlp.formats.sentences import sentence_of
from gaoyou_nlp.records import (
    Amount,
    Article,
    Official,
    Post,
    Project,
    Record,
    Source,
    SourceMap,
    Span,
)

TEXT = "=县水库开工\n县水务局局长王军说：“总投资5亿元。”"
RECORD = Record(
    Article(
        "p#1",
        TEXT,
        title="=县水库开工",
        source=Source("a.txt"),
        source_map=SourceMap(((0, 27, 9),)),
    ),
    (
        Span(0, 4, "PROJECT", "=县水库", "project.head"),
        Span(7, 11, "ORG", "县水务局", "org.ending"),
        Span(11, 13, "TITLE", "局长", "title.post"),
        Span(13, 15, "OFFICIAL", "王军", "model", 0.93127),
        Span(21, 24, "MONEY", "5亿元", "money.plain"),
    ),
    ((4, Amount(21, 24, "5亿元", Decimal(500000000), Decimal(500000000), "CNY", "~", "亩")),),
    (Official("王军", (Post("县水务局", "局长"), Post(None, "县委委员")), (3,)),),
    (Project("=县水库", "开工", 0, (0,)),),
    "zh_x 1",
)


def _table(records: list[Record]) -> list[dict[str, str]]:
    stream = io.BytesIO()
    table_csv.dump(records, stream)
    text = stream.getvalue().decode("utf-8")
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_one_row_an_entity() -> None:
    rows = _table([RECORD])
    assert [row["label"] for row in rows] == ["PROJECT", "ORG", "TITLE", "OFFICIAL", "MONEY"]
    project, _, _, official, money = rows
    assert (project["text"], project["status"], project["project_amount"]) == (
        "'=县水库",
        "开工",
        "5亿元",
    )
    assert (project["source_start"], project["source_end"]) == ("27", "31")
    assert official["posts"] == "县水务局 局长; 县委委员"
    assert official["score"] == "0.9313"
    assert official["sentence"] == "县水务局局长王军说：“总投资5亿元。”"
    assert (official["source_start"], official["title"]) == ("", "'=县水库开工")
    assert [money[key] for key in ("low", "high", "currency", "comparator", "per", "vague")] == [
        "500000000",
        "500000000",
        "CNY",
        "~",
        "亩",
        "false",
    ]


def test_a_header_without_rows() -> None:
    stream = io.BytesIO()
    assert table_csv.dump([], stream) == 0
    assert stream.getvalue().decode("utf-8-sig").strip() == ",".join(table_csv.COLUMNS)


@pytest.mark.parametrize(
    ("cell", "inert"),
    [
        *((f"{sign}1", f"'{sign}1") for sign in "=+-@＝＋－＠"),
        *((f"{blank}=1", f"'{blank}=1") for blank in (" ", "\u3000", "\u200b", "\ufeff", "\0\x1f")),
        *((f"{end}=1", f"'{end}'=1") for end in "\t\r\n"),
        ("\t一", "'\t一"),
        ("一;=1;二", "一;'=1;二"),
        ("一; \u200b@x", "一;' \u200b@x"),
        ("一\n-1", "一\n'-1"),
        ("1+1=2", "1+1=2"),
        ("一=二; 三", "一=二; 三"),
        ("", ""),
    ],
    ids=repr,
)
def test_no_cell_becomes_a_formula(cell: str, inert: str) -> None:
    assert table_csv.guarded(cell) == inert


def test_the_guard_takes_linear_time() -> None:
    import time

    start = time.process_time()
    table_csv.guarded("\n" * 200_000 + " " * 200_000 + "x=" * 100_000)
    assert time.process_time() - start < 3


EVIL = ("=1+1", "\u200b=1+1", "一;=1+1", "一\n=1+1", "+1+1", "@SUM(1)", "\ufeff-1+1", "\0=1+1")


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("separator", [",", ";"])
def test_a_spreadsheet_finds_no_formula(tmp_path: Path, separator: str) -> None:
    records = [
        Record(Article(text, text, text), (Span(0, len(text), "ORG", text, text),), model=text)
        for text in EVIL
    ]
    write(records, tmp_path / "ours.csv")
    rows = "".join(f"{text}{separator}x\n" for text in EVIL)
    (tmp_path / "open.csv").write_text(rows, "utf-8")
    assert _formulas(tmp_path / "ours.csv", separator) == 0
    assert _formulas(tmp_path / "open.csv", separator) > 0, "formulas are not evaluated at all"


def _formulas(path: Path, separator: str) -> int:
    """How many cells of a table LibreOffice takes for formulas."""
    evaluated = f"CSV:{ord(separator)},34,76,1,,0,false,true,false,false,false,0,true"
    command = ["soffice", f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"]
    command += ["--headless", f"--infilter={evaluated}", "--convert-to", "fods"]
    command += ["--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return path.with_suffix(".fods").read_text("utf-8").count("table:formula=")


def test_all_cells_are_guarded(record_lists: st.SearchStrategy[list[Record]]) -> None:
    @settings(
        deadline=None,
        max_examples=25,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(record_lists)
    def check(records: list[Record]) -> None:
        rows = _table(records)
        assert len(rows) == sum(len(record.spans) for record in records)
        for row in rows:
            assert list(row) == list(table_csv.COLUMNS)
            assert not any(re.search(r"(^|[;\t\r\n])\s*[=+\-@＝＋－＠]", c) for c in row.values())

    check()


@pytest.mark.parametrize(
    ("text", "surface", "sentence"),
    [
        ("一。“王军说好。”三", "王军", "“王军说好。”"),
        ("标题\n　王军\n三", "王军", "王军"),
        ("王军", "王军", "王军"),
        ("一" * 2000 + "王军" + "二" * 2000, "王军", "…" + "一" * 500 + "王军" + "二" * 500 + "…"),
    ],
)
def test_sentence_of(text: str, surface: str, sentence: str) -> None:
    start = text.index(surface)
    span = Span(start, start + len(surface), "PERSON", surface)
    assert sentence_of(text, span) == sentence


def _page(record: Record) -> str:
    stream = io.BytesIO()
    assert html_page.dump([record], stream) == 1
    return stream.getvalue().decode("utf-8")


def test_page_shows_entities_and_tables() -> None:
    page = _page(RECORD)
    assert _texts(page, "mark") == [
        "=县水库项目PROJECT · project.head",
        "县水务局机构ORG · org.ending",
        "局长职务TITLE · title.post",
        "王军官员OFFICIAL · model · 0.93",
        "5亿元金额MONEY · money.plain",
    ]
    assert _texts(page, "tr") == [
        "姓名 Name|单位 Body|职务 Post|次数 Mentions",
        "王军|县水务局|局长|1",
        "王军||县委委员|1",
        "原文 Text|下限 Low|上限 High|币种 Currency|限定 Comparator|每 Per|原句 Sentence",
        "5亿元|500,000,000|500,000,000|CNY|~|亩|县水务局局长王军说：“总投资5亿元。”",
        "名称 Name|阶段 Stage|金额 Amount|次数 Mentions",
        "=县水库|开工|5亿元|1",
    ]


def _texts(page: str, tag: str) -> list[str]:
    """The texts of the elements of a kind in the articles, cells parted by ``|``."""
    tree = ElementTree.fromstring(page[page.index("<article") : page.rindex("</main>")])
    if tag == "tr":
        return ["|".join("".join(cell.itertext()) for cell in row) for row in tree.iter(tag)]
    return ["".join(found.itertext()) for found in tree.iter(tag)]


def test_page_is_made_for_keyboards_screen_readers_and_paper() -> None:
    stream = io.BytesIO()
    html_page.dump([RECORD, RECORD], stream)
    page = stream.getvalue().decode("utf-8")
    tree = ElementTree.fromstring(page[page.index("<body>") : page.index("</html>")])
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    for attribute in ("aria-describedby", "aria-labelledby"):
        assert {element.get(attribute) for element in tree.iter()} - {None} <= set(ids)
    links = [link.get("href") for link in tree.iter("a")]
    assert links == ["#article-1", "#article-2"]
    assert {link[1:] for link in links if link} <= set(ids)
    entities = [mark for article in tree.iter("article") for mark in article.iter("mark")]
    assert all(mark.get("tabindex") == "0" and mark.get("aria-describedby") for mark in entities)
    for table in tree.iter("table"):
        assert [child.tag for child in table] == ["thead", "tbody"]
        assert {head.get("scope") for head in table.iter("th")} == {"col"}
        heads = ["".join(head.itertext()) for head in table.iter("th")]
        rows = table.findall("tbody/tr")
        assert all([cell.get("data-head") for cell in row] == heads for row in rows)
    assert [name.text for name in tree.iter("span")][:7] == list(html_page.NAMES.values())
    assert list(html_page.NAMES) == list(html_page.DARK) == list(html_page.COLOURS)
    assert "prefers-color-scheme: dark" in page
    assert "table-header-group" in page


def test_page_escapes_everything_and_needs_nothing() -> None:
    evil = "<script>alert(1)</script>\"'&"
    record = Record(
        Article(evil, evil, evil, source=Source(evil)),
        (Span(0, 8, "ORG", "<script>", evil, canonical=evil),),
        ((0, Amount(0, 8, evil, None, None, evil, evil, evil)),),
        (Official(evil, (Post(evil, evil),), (0,)), Official(evil)),
        (Project(evil, evil, 0, (0,)),),
        evil,
    )
    stream = io.BytesIO()
    html_page.dump([record], stream, heading=evil)
    page = stream.getvalue().decode("utf-8")
    assert "<script" not in page
    assert "\"'&" not in page
    assert not re.search(r"(?:src|href|url|@import)\s*[=(]", page.replace('href="#article-', ""))
    assert "default-src 'none'" in page


def test_page_is_valid_without_records(tmp_path: Path) -> None:
    assert write([], tmp_path / "a.html") == 0
    assert (tmp_path / "a.html").read_text(encoding="utf-8").rstrip().endswith("</html>")

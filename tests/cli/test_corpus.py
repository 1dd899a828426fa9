"""The commands over a corpus: check, count, build, compare, to annotation tools and back."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from gaoyou_nlp.cli import _app
from gaoyou_nlp.corpora.markup import parse_article, read_corpus
from gaoyou_nlp.formats import FORMATS
from gaoyou_nlp.formats.brat import file_name

HEADER = """\
id: {id}
kind: 项目签约
province: 江苏省
place: {place}
date: 2020-02-01
split: {split}
origin: written
---
"""
ONE = HEADER.format(id="a-1", place="甲县", split="train") + (
    "[县水务局|ORG][局长|TITLE][王一军|OFFICIAL]说，[北塘泵站工程|PROJECT status=在建 amount=5亿元]"
    "总投资[5亿元|MONEY]，另有[一笔巨资|MONEY low=300 high=300 currency=CNY vague=true]\\[注\\]。\n"
    "---\n王一军: 县水务局/局长\n"
)
TWO = HEADER.format(id="b/2", place="乙县", split="dev") + (
    "𠮷[李小文|PERSON]到了[乙县|GPE]，"
    "看[城东水厂|PROJECT status=开工]，[城东水厂|PROJECT status=开工]离城不远。\n"
)
FORMATS_BACK = ("label-studio", "doccano", "brat", "conll", "docbin", "jsonl")


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(_app, ["corpus", *(str(argument) for argument in arguments)])


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    for name, content in (("a-1", ONE), ("b%2F2", TWO)):
        (folder / f"{name}.txt").write_bytes(content.encode())
    return folder


def _contents(folder: Path) -> dict[str, str]:
    return {p.name: p.read_bytes().decode() for p in folder.glob("*.txt")}


def test_check(corpus: Path) -> None:
    (corpus / "b%2F2.txt").rename(corpus / "b.txt")
    (corpus / "b.txt").write_bytes(TWO.replace("b/2", "b").encode())
    result = _run("check", corpus)
    assert (result.exit_code, result.stdout) == (0, "")
    (corpus / "b.txt").write_bytes(TWO.replace("b/2", "c").encode())
    result = _run("check", corpus)
    assert result.exit_code == 1
    assert result.stdout == f"{corpus / 'b.txt'}: id: 'c' is not the name of the file.\n"


def test_stats(corpus: Path) -> None:
    stats = json.loads(_run("stats", corpus, "--json").stdout)
    assert stats["articles"] == 2
    assert "江苏省" in _run("stats", corpus).stdout


def test_build(corpus: Path, tmp_path: Path) -> None:
    result = _run("build", corpus, "-o", tmp_path / "built")
    assert result.exit_code == 0, result.output
    rows = (tmp_path / "built" / "dev.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(row)["id"] for row in rows] == ["b/2"]
    assert (tmp_path / "built" / "train.spacy").exists()


def test_agree(corpus: Path, tmp_path: Path) -> None:
    _run("export", corpus, "-o", tmp_path / "other.jsonl")
    result = _run("agree", corpus, tmp_path / "other.jsonl")
    assert result.exit_code == 0
    assert "kappa on characters: 1.000" in result.stdout


def test_agree_needs_articles_in_common(corpus: Path, tmp_path: Path) -> None:
    (tmp_path / "other.jsonl").write_text('{"id": "z", "text": "好"}\n', encoding="utf-8")
    assert _run("agree", corpus, tmp_path / "other.jsonl").exit_code == 1


@pytest.mark.parametrize("format", FORMATS_BACK)
def test_reviewed_articles_keep_all(corpus: Path, tmp_path: Path, format: str) -> None:
    before = _contents(corpus)
    place = tmp_path / "out"
    assert _run("export", corpus, "-o", place, "--format", format).exit_code == 0
    result = _run("import", place, "-o", corpus, "--format", format, "--overwrite")
    assert result.exit_code == 0, result.output
    assert _contents(corpus) == before


@pytest.mark.parametrize("format", FORMATS_BACK)
def test_into_an_empty_folder(corpus: Path, tmp_path: Path, format: str) -> None:
    place, fresh = tmp_path / "out", tmp_path / "fresh"
    _run("export", corpus, "-o", place, "-f", format)
    options = ["--kind", "企业新闻", "--date", "2021-03-04", "--split", "test", "--origin", "model"]
    assert _run("import", place, "-o", fresh, "-f", format, *options).exit_code == 0
    old, new = list(read_corpus(corpus)), list(read_corpus(fresh))
    assert [article.text for article in new] == [article.text for article in old]
    assert [[(s.start, s.end, s.label) for s in a.spans] for a in new] == [
        [(s.start, s.end, s.label) for s in a.spans] for a in old
    ]
    assert [list(a.header.values()) for a in new] == [
        [a.id, "企业新闻", "未知", "未知", "2021-03-04", "test", "model"] for a in old
    ]
    whole = format in ("docbin", "jsonl")
    assert [a.posts for a in new] == [a.posts if whole else {} for a in old]
    given = [[dict(s.attributes) for s in a.spans if s.attributes] for a in new]
    project = {"status": "在建", "amount": "5亿元"}
    money = {"low": "300", "high": "300", "currency": "CNY", "vague": "true"}
    assert given == ([[project, money], [{"status": "开工"}]] if whole else [[], []])


def test_what_is_there_stays(corpus: Path, tmp_path: Path) -> None:
    place = tmp_path / "out.jsonl"
    _run("export", corpus, "-o", place)
    assert _run("export", corpus, "-o", place).exit_code == 1
    (corpus / "a-1.txt").unlink()
    result = _run("import", place, "-o", corpus)
    assert result.exit_code == 1
    assert "is there already" in result.output
    assert set(_contents(corpus)) == {"b%2F2.txt"}


def test_options_win_over_the_old_header(corpus: Path, tmp_path: Path) -> None:
    _run("export", corpus, "-o", tmp_path / "out.conll")
    _run("import", tmp_path / "out.conll", "-o", corpus, "--overwrite", "--place", "丙县")
    headers = [article.header for article in read_corpus(corpus)]
    assert [(h["place"], h["kind"], h["date"]) for h in headers] == [
        ("丙县", "项目签约", "2020-02-01")
    ] * 2


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ({"id": "1", "text": "甲\n---\n乙"}, "has a line ---"),
        ({"id": "1", "text": "甲\r\n乙"}, "End lines by"),
        ({"id": "", "text": "甲"}, "the header lacks id"),
        ({"id": "1", "text": "甲", "label": [[0, 1, "CITY"]]}, "has the labels CITY (1)"),
        ({"id": "1", "text": "甲 ", "label": [[0, 2, "GPE"]]}, "white space at an edge"),
    ],
    ids=["rule", "carriage-return", "no-id", "label", "edge"],
)
def test_what_does_not_fit_is_refused(tmp_path: Path, row: dict[str, object], says: str) -> None:
    place = tmp_path / "in.jsonl"
    place.write_text(json.dumps({"label": [], **row}, ensure_ascii=False), encoding="utf-8")
    result = _run("import", place, "-o", tmp_path / "new", "-f", "doccano")
    assert result.exit_code == 1
    assert says in result.output
    assert not (tmp_path / "new").exists()


def test_posts_that_do_not_fit_are_refused(tmp_path: Path) -> None:
    row = {
        "id": "1",
        "text": "王一军",
        "spans": [{"start": 0, "end": 3, "label": "OFFICIAL", "text": "王一军"}],
        "officials": [{"name": "王一军", "posts": [{"org": None, "title": "局长/主任"}]}],
    }
    place = tmp_path / "in.jsonl"
    place.write_text(json.dumps(row), encoding="utf-8")
    result = _run("import", place, "-o", tmp_path / "new")
    assert "would not read back the same" in result.output


def test_an_id_may_come_once(tmp_path: Path) -> None:
    place = tmp_path / "in.jsonl"
    place.write_text('{"id": "1", "text": "甲"}\n' * 2, encoding="utf-8")
    assert "comes twice" in _run("import", place, "-o", tmp_path / "new").output


def test_losses_are_told(tmp_path: Path) -> None:
    row = {
        "id": "1",
        "text": "甲工程投资5 亿元",
        "spans": [
            {"start": 0, "end": 3, "label": "PROJECT", "text": "甲工程"},
            {"start": 5, "end": 9, "label": "MONEY", "text": "5 亿元"},
        ],
        "amounts": [{"span": 1, "low": "500000000", "high": "500000000", "currency": "CNY"}],
        "projects": [{"name": "甲工程", "status": "在建", "amount": 0, "mentions": [0]}],
    }
    place = tmp_path / "in.jsonl"
    place.write_text(json.dumps(row), encoding="utf-8")
    result = _run("import", place, "-o", tmp_path / "new", "--date", "2020-01-01")
    assert "status or amount of '甲工程' cannot be written." in result.output
    article = parse_article((tmp_path / "new" / "1.txt").read_text(encoding="utf-8"))
    assert [s.attributes for s in article.spans] == [{"status": "在建"}, {}]


def test_the_format_must_be_known(corpus: Path, tmp_path: Path) -> None:
    result = _run("export", corpus, "-o", tmp_path / "out.csv")
    assert result.exit_code == 1
    assert "Give --format" in result.output
    assert set(FORMATS_BACK) < set(FORMATS)


def test_labels() -> None:
    assert '<Label value="OFFICIAL"' in _run("labels").stdout


def test_long_ids_have_short_names() -> None:
    names = {file_name("高" * 300 + end) for end in "ab"}
    assert len(names) == 2
    assert all(len(name.encode()) <= 200 for name in names)


def test_labels_of_others_are_mapped_or_nothing_is_written(tmp_path: Path) -> None:
    place, new = tmp_path / "in.jsonl", tmp_path / "new"
    row = {"id": 1, "text": "陈安到乙县", "label": [[0, 2, "PER"], [3, 5, "LOC"]]}
    place.write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    result = _run("import", place, "-o", new, "-f", "doccano", "--map", "LOC=GPE")
    assert (result.exit_code, new.exists()) == (1, False)
    assert "has the labels PER (1), which are none of" in result.output
    maps = ["--map", "LOC=GPE", "--map", "PER=PERSON"]
    assert _run("import", place, "-o", new, "-f", "doccano", *maps).exit_code == 0
    assert parse_article(_contents(new)["1.txt"]).text == "陈安到乙县"
    assert "[陈安|PERSON]到[乙县|GPE]" in _contents(new)["1.txt"]


def test_a_task_of_two_annotators(tmp_path: Path) -> None:
    place = tmp_path / "in.json"
    value = {"start": 0, "end": 2, "text": "陈安", "labels": ["PERSON"]}
    answers = [{"completed_by": 3, "result": [{"type": "labels", "value": value}]}]
    answers += [{"completed_by": 4, "result": []}]
    task = {"id": 7, "data": {"content": "陈安到"}, "annotations": answers}
    place.write_text(json.dumps([task]), encoding="utf-8")
    options = ["-f", "label-studio", "--field", "content"]
    assert "annotated by 3, 4" in _run("import", place, "-o", tmp_path / "a", *options).output
    result = _run("import", place, "-o", tmp_path / "b", *options, "--annotator", "all")
    assert result.exit_code == 0
    articles = {article.id: len(article.spans) for article in read_corpus(tmp_path / "b")}
    assert articles == {"7@3": 1, "7@4": 0}


def test_an_option_of_another_format(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_text("", encoding="utf-8")
    options = ["-f", "doccano", "--spans-key", "sc"]
    result = _run("import", tmp_path / "in.jsonl", "-o", tmp_path / "new", *options)
    assert result.exit_code == 1
    assert "--spans-key is for docbin, the format is doccano." in result.output

"""``gaoyou annotate``: outputs, exit codes, messages; all bad inputs at once."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from rich.console import Console
from typer.testing import CliRunner, Result

from gaoyou_nlp.batch.counts import Counts
from gaoyou_nlp.batch.report import Progress
from gaoyou_nlp.cli import _app
from gaoyou_nlp.cli.progress import counts_and_rate, progress_bar

GOOD = "县水务局局长王军说，总投资5亿元。"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The folder of a pipeline that loads quickly."""
    folder = tmp_path_factory.mktemp("model") / "money"
    nlp = spacy.blank("zh")
    nlp.add_pipe("gaoyou_money")
    nlp.add_pipe("gaoyou_lexicon")
    nlp.add_pipe("gaoyou_resolver", config={"use": "rules"})
    nlp.to_disk(folder)
    return str(folder)


def run(*arguments: object, stdin: bytes | None = None) -> Result:
    """Run the command in this process (its workers are processes all the same)."""
    return CliRunner().invoke(_app, ["annotate", *map(str, arguments)], input=stdin)


def rows_of(path: Path) -> list[dict[str, object]]:
    """Read JSON Lines."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_files_in_one_file_out(tmp_path: Path, model: str) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(GOOD, "gb18030")
    result = run(tmp_path, "-o", tmp_path / "out/x.jsonl", "--model", model, "-w", "2")
    assert result.exit_code == 0, result.output
    assert [row["id"] for row in rows_of(tmp_path / "out/x.jsonl")] == ["a", "b"]
    assert "2 articles" in result.stderr
    assert result.stdout == ""
    assert "\x1b" not in result.stderr


def test_standard_input_and_a_word_list(tmp_path: Path, model: str) -> None:
    (tmp_path / "my.tsv").write_text("县水务局\tORG\n", "utf-8")
    out = tmp_path / "out.csv"
    result = run("-", "-o", out, "-m", model, "--lexicon", tmp_path / "my.tsv", stdin=GOOD.encode())
    assert result.exit_code == 0, result.output
    table = list(csv.DictReader(io.StringIO(out.read_text("utf-8-sig"))))
    assert [(row["label"], row["text"]) for row in table] == [
        ("ORG", "县水务局"),
        ("MONEY", "5亿元"),
    ]


def test_columns_and_encodings_are_named(tmp_path: Path, model: str) -> None:
    (tmp_path / "in.csv").write_bytes("編號,正文\r\nn1,總投資5億元\r\n".encode("big5"))
    more = ("--encoding", "big5", "--id-column", "編號", "--text-column", "正文")
    result = run(tmp_path / "in.csv", "-o", tmp_path / "out", "-m", model, *more)
    assert result.exit_code == 0, result.output
    [row] = rows_of(tmp_path / "out/part-000000.jsonl")
    assert (row["id"], row["text"]) == ("n1", "總投資5億元")


def test_every_bad_input_at_once(tmp_path: Path, model: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a_empty.txt").write_bytes(b"")
    (folder / "b_binary.txt").write_bytes(bytes(range(256)) * 20)
    (folder / "c_cut.txt").write_bytes((GOOD * 9).encode("gb18030")[:-1])
    (folder / "d_good.txt").write_text(GOOD, "utf-8")
    (folder / "e_lines.jsonl").write_bytes(
        b'{"id": "1", "text": "5\xe4\xba\xbf\xe5\x85\x83"}\n{broken\n{"id": "2"}\n'
        b'{"id": "1", "text": "x"}\n{"id": "3", "text": "6\xe4\xba\xbf\xe5\x85\x83"}\n'
    )
    (folder / "f_table.csv").write_text("id,body\n1,x\n", "utf-8")
    out = tmp_path / "out"
    result = run(folder, tmp_path / "gone.txt", "-o", out, "-m", model)
    assert result.exit_code == 3, result.output
    assert [row["id"] for row in rows_of(out / "part-000000.jsonl")] == ["d_good", "1", "3"]
    aside = [(Path(str(row["path"])).name, row["line"]) for row in rows_of(out / "rejects.jsonl")]
    assert aside == [
        ("a_empty.txt", None),
        ("b_binary.txt", None),
        ("c_cut.txt", None),
        ("e_lines.jsonl", 2),
        ("e_lines.jsonl", 3),
        ("e_lines.jsonl", 4),
        ("f_table.csv", aside[6][1]),
        ("gone.txt", None),
    ]
    assert all(row["reason"] for row in rows_of(out / "rejects.jsonl"))
    assert "8 set aside: see" in result.stderr


def test_a_long_line_is_annotated_whole(tmp_path: Path, model: str) -> None:
    text = "今年投资5亿元，" * 12_500
    (tmp_path / "in.jsonl").write_text(json.dumps({"id": "1", "text": text}), "utf-8")
    result = run(tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl", "-m", model)
    assert result.exit_code == 0, result.output
    [row] = rows_of(tmp_path / "out.jsonl")
    assert len(row["spans"]) == 12_500  # type: ignore[arg-type]


def test_nothing_can_be_read(tmp_path: Path, model: str) -> None:
    result = run(tmp_path / "gone.txt", "-o", tmp_path / "out.jsonl", "-m", model)
    assert (result.exit_code, (tmp_path / "out.jsonl").exists()) == (2, False)
    assert "Nothing could be read." in result.stderr
    assert "is not there" in (tmp_path / "out.jsonl.rejects.jsonl").read_text("utf-8")


def test_nothing_is_replaced_unasked(tmp_path: Path, model: str) -> None:
    (tmp_path / "in.txt").write_text(GOOD, "utf-8")
    (tmp_path / "out.jsonl").write_text("mine")
    command = [sys.executable, "-m", "gaoyou_nlp.cli", "annotate", str(tmp_path / "in.txt")]
    command += ["-o", str(tmp_path / "out.jsonl"), "--model", model]
    refused = subprocess.run(command, capture_output=True, text=True, check=False)
    assert refused.returncode == 1
    assert "is there already" in refused.stderr
    assert (tmp_path / "out.jsonl").read_text() == "mine"
    done = subprocess.run([*command, "--overwrite"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert rows_of(tmp_path / "out.jsonl")[0]["id"] == "in"


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("a.txt",),
        ("a.txt", "-o", "x.jsonl", "--format", "docx"),
        ("a.txt", "-o", "x.docx"),
        ("a.txt", "-o", "x.jsonl", "--workers", "0"),
        ("a.txt", "-o", "x.jsonl", "--master", "yarn"),
        ("a.txt", "-o", "x.jsonl", "--model", "no_such_model"),
        ("a.txt", "-o", "x.jsonl", "--lexicon", "no_such.tsv"),
    ],
)
def test_wrong_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: object) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(GOOD, "utf-8")
    assert run(*arguments).exit_code == 1  # type: ignore[misc]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt"]


def test_an_output_that_cannot_be_written(tmp_path: Path, model: str) -> None:
    (tmp_path / "in.txt").write_text(GOOD, "utf-8")
    (tmp_path / "file").write_text("no folder")
    result = run(tmp_path / "in.txt", "-o", tmp_path / "file/out.jsonl", "-m", model)
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr


def test_the_bar_is_shown_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    with progress_bar() as watch:
        assert watch is None
    screen = io.StringIO()
    console = Console(file=screen, force_terminal=True, width=100)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr("rich.console.Console", lambda stderr: console)
    progress = Progress(expected=1000, counts=Counts(records=3, rejects=1, characters=500))
    with progress_bar() as watch:
        assert watch is not None
        watch(progress)
    assert "50 %" in screen.getvalue()
    assert counts_and_rate(progress, 0.0).startswith("3 articles")


def test_documents_carry_their_places_and_facts(tmp_path: Path, model: str) -> None:
    pytest.importorskip("lxml")
    page = (
        f"<h1>安平县水库开工</h1><p>发布时间：2026-03-18 来源：安平日报</p><div><p>{GOOD}</p></div>"
    )
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.html").write_text(page, "utf-8")
    row = {"data": {"body": GOOD}, "day": "2026年3月4日", "id": "7"}
    (tmp_path / "in" / "b.json").write_text(json.dumps([row], ensure_ascii=False), "utf-8")
    options = ("--text-column", "data.body", "--date-column", "day")
    result = run(tmp_path / "in", "-o", tmp_path / "out.jsonl", "-m", model, *options)
    assert result.exit_code == 0
    first, second = rows_of(tmp_path / "out.jsonl")
    assert (first["date"], first["publisher"], second["date"]) == (
        "2026-03-18",
        "安平日报",
        "2026-03-04",
    )
    spans = first["spans"]
    assert isinstance(spans, list)
    assert spans
    assert all(span["source_paragraph"] for span in spans)
    assert "author" not in first
    assert "notes" not in first

"""The commands that read a single file, and what the exit codes say."""

import io
import json
from decimal import Decimal
from pathlib import Path

import pytest
from rich.console import Console
from typer.testing import CliRunner, Result

from gaoyou_nlp.cli import _app
from gaoyou_nlp.cli.show import coloured, doubtful, explained
from gaoyou_nlp.cli.terminal import inert_json
from gaoyou_nlp.records import Amount, Article, Record, Span
from gaoyou_nlp.rules.explain import Judgement

TEXT = "县水务局局长王军说，总投资5亿元。"


def _run(*arguments: object, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(_app, [str(argument) for argument in arguments], input=stdin)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    return path


def test_show(page: Path) -> None:
    result = _run("show", page, "--model", "rules")
    assert result.exit_code == 0
    assert "王军/OFFICIAL说，总投资5亿元/MONEY。" in result.stdout


def test_show_says_why(page: Path) -> None:
    result = _run("show", page, "--model", "rules", "--why")
    rows = [line.split("\t") for line in result.stdout.splitlines() if "\t" in line]
    assert rows == [
        ["0-4", "ORG", "县水务局", "org.body", "stands"],
        ["4-6", "TITLE", "局长", "title.post", "stands"],
        ["6-8", "OFFICIAL", "王军", "person.chain", "stands"],
        ["13-16", "MONEY", "5亿元", "money.amount", "stands"],
    ]


def test_show_says_why_in_json(page: Path) -> None:
    result = _run("show", page, "--model", "rules", "--why", "--json")
    [line] = result.stdout.splitlines()
    row = json.loads(line)
    assert row["candidates"][3] == {
        "start": 13,
        "end": 16,
        "label": "MONEY",
        "text": "5亿元",
        "rule": "money.amount",
        "origin": "rule",
        "score": None,
        "verdict": "stands",
        "log_odds": None,
        "probability": None,
        "reasons": [],
    }


def test_json_is_inert_and_still_json(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("局长王\x9b2J军\x7f说\u202e，总投资5亿元\U000e0001。", encoding="utf-8")
    result = _run("show", path, "--model", "rules", "--why", "--json")
    assert result.exit_code == 0
    assert [c for c in result.stdout if not c.isprintable()] == ["\n"]
    assert "5亿元" in [found["text"] for found in json.loads(result.stdout)["candidates"]]
    assert json.loads(inert_json("\x9b2J\U000e0001")) == "\x9b2J\U000e0001"


def test_json_without_why_is_a_wrong_usage(page: Path) -> None:
    result = _run("show", page, "--model", "rules", "--json")
    assert result.exit_code != 0
    assert "--why" in result.stderr


def test_show_reads_standard_input() -> None:
    result = _run("show", "-", "--model", "rules", stdin=TEXT.encode())
    assert (result.exit_code, "5亿元/MONEY" in result.stdout) == (0, True)


def test_what_is_shown_cannot_steer_the_terminal() -> None:
    text = "[red]王军[/oops]\x1b[2J\x07"
    record = Record(Article("[x]", text), (Span(0, 5, "ORG", "[red]", "a", 0.5),))
    console = Console(file=io.StringIO(), width=80, markup=False)
    judged = [Judgement(record.spans[0], "stands", 1.5, (("ORG \x1brule", 1.5),))]
    console.print(coloured(record), explained(judged), doubtful(record))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "\x1b" not in shown
    assert "[red]/ORG王军[/oops]\\x1b[2J\\x07" in shown
    assert explained(judged) == "0-5\tORG\t[red]\ta\tstands\t+1.50\tORG \\x1brule: +1.50"


def test_the_least_certain_come_first() -> None:
    spans = (
        Span(0, 1, "GPE", "一", "model", 0.9),
        Span(1, 2, "GPE", "二", "x"),
        Span(2, 3, "GPE", "三", "model", 0.1),
    )
    record = Record(Article("1", "一二三"), spans, ((1, Amount(1, 2, "二", Decimal(2))),))
    assert doubtful(record).splitlines() == ["0.10\tGPE\t三", "0.90\tGPE\t一"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["info", "--model", "rules"], 0),
        ([], 1),
        (["no-such-command"], 1),
        (["show"], 1),
        (["show", "--no-such-option"], 1),
        (["info", "--model", "no_such_model"], 1),
        (["show", "missing.txt", "--model", "rules"], 2),
    ],
)
def test_exit_codes(arguments: list[str], code: int) -> None:
    result = _run(*arguments)
    assert result.exit_code == code
    assert "Traceback" not in result.output


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode("gb18030")[:-1])
    result = _run("show", tmp_path / "a.txt", "--model", "rules")
    assert result.exit_code == 2
    assert "is not gb18030" in result.stderr
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": "总投资5亿元。"}\n{\n', encoding="utf-8")
    result = _run("show", tmp_path / "a.jsonl", "--model", "rules")
    assert result.exit_code == 3
    assert "5亿元/MONEY" in result.stdout
    assert "a.jsonl:2: is not JSON" in result.stderr


def test_info_is_readable_and_json() -> None:
    import json

    assert "spacy 3.8" in _run("info", "--model", "rules").stdout
    facts = json.loads(_run("info", "--model", "rules", "--json").stdout)
    assert facts["labels"][0] == "OFFICIAL"


def test_a_page_of_a_pdf_is_drawn(tmp_path: Path) -> None:
    pytest.importorskip("pypdfium2")
    pdf = Path(__file__).parents[1] / "documents" / "002-reportlab.pdf"
    result = _run("show", pdf, "--page", 1, "--output", tmp_path / "a.png", "--model", "rules")
    assert result.exit_code == 0
    assert (tmp_path / "a.png").read_bytes().startswith(b"\x89PNG")
    assert _run("show", pdf, "--page", 9, "--model", "rules").exit_code == 1

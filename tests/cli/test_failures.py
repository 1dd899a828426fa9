"""No traceback reaches a user: one line with the next step, or a report and exit code 70."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from typer.testing import CliRunner, Result

from gaoyou_nlp import formats
from gaoyou_nlp.cli import _app

GOOD = "总投资5亿元。"
needs_linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="names of Linux")


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


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    Path("a.txt").write_text(GOOD, "utf-8")


def run(*arguments: object) -> Result:
    """Run the command in this process."""
    return CliRunner().invoke(_app, [str(argument) for argument in arguments])


def process(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """Run the command in a process of its own."""
    command = [sys.executable, "-m", "gaoyou_nlp.cli", *map(str, arguments)]
    options = {"capture_output": True, "check": False, "encoding": "utf-8", **options}
    return subprocess.run(command, **options)  # type: ignore[call-overload, no-any-return]


def files() -> list[str]:
    """What lies in the folder."""
    return sorted(os.listdir("."))


@needs_linux
def test_a_name_that_is_no_utf8_is_read_under_an_escaped_name(model: str) -> None:
    os.mkdir("in")
    Path(os.fsdecode(b"in/b\xff.txt")).write_text(GOOD, "utf-8")
    Path("in/c.txt").write_text(GOOD, "utf-8")
    assert run("annotate", "in", "-o", "o.jsonl", "-m", model).exit_code == 0
    rows = [json.loads(line) for line in Path("o.jsonl").read_text("utf-8").splitlines()]
    assert [row["id"] for row in rows] == ["b\\xff", "c"]
    assert "5亿元/MONEY" in run("show", os.fsdecode(b"in/b\xff.txt"), "--model", model).stdout


LONG = "x" * 300 + ".txt"


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["annotate", LONG, "-o", "o.jsonl"], 2, "File name too long"),
        (["show", LONG], 2, "File name too long"),
        (["annotate", "a.txt", "-o", "y" * 300 + ".jsonl"], 1, "File name too long"),
        (["annotate", "loop1", "-o", "o.jsonl"], 2, "Too many levels of symbolic links"),
        (["annotate", "a.txt", "-o", "loop1"], 1, "Too many levels of symbolic links"),
        (["annotate", "a.txt", "-o", "dangling"], 1, "is a link to something that is not there"),
        (["annotate", "dangling", "-o", "o.jsonl"], 2, "is a link to gone, which is not there"),
        (["annotate", "a.txt", "-o", "o.jsonl", "--encoding", "bogus"], 1, "unknown encoding"),
        (["annotate", "a.txt", "-o", "o.jsonl", "--encoding", "base64"], 1, "unknown encoding"),
        (["show", "a.txt", "--encoding", "rot13"], 2, "unknown encoding 'rot13'"),
        (["annotate", "a.txt", "-o", "o.jsonl", "--time-limit", "inf"], 1, "the time limit must"),
        (["annotate", "a.txt", "-o", "o.jsonl", "--time-limit", "1e300"], 1, "the time limit must"),
        (
            ["annotate", "a.txt", "-o", "o.jsonl", "--time-limit", "nan"],
            1,
            "greater than or equal to 0",
        ),
        (["annotate", "a.txt", "-o", "o.jsonl", "--lexicon", "bad.tsv"], 1, "bad.tsv:1"),
        (["annotate", "a.txt", "-o", "o.jsonl", "-m", "/tmp"], 1, "is no saved pipeline"),
        (["annotate", "a.txt", "-o", "o.jsonl", "-m", "os"], 1, "is no saved pipeline"),
        (["annotate", "a.txt", "-o", "o.jsonl", "-m", ""], 1, "the model '' is not there"),
        (["annotate", "a.txt", "-o", "-", "-w", "2"], 1, "by one process"),
        (["annotate", "a.txt", "-o", "-", "-f", "brat"], 1, "name a folder"),
    ],
    ids=lambda value: " ".join(value)[:60] if isinstance(value, list) else None,
)
def test_one_line_and_nothing_left(arguments: list[str], code: int, says: str, model: str) -> None:
    os.symlink("loop2", "loop1")
    os.symlink("loop1", "loop2")
    os.symlink("gone", "dangling")
    Path("bad.tsv").write_text("县\tNO_SUCH_LABEL\n", "utf-8")
    before = files()
    model_option = (
        [] if "-m" in arguments else ["-m" if "annotate" in arguments else "--model", model]
    )
    result = run(*arguments, *model_option)
    assert result.exit_code == code, result.output
    assert says in result.stderr
    assert [name for name in files() if not name.endswith(".rejects.jsonl")] == before


@pytest.mark.parametrize(
    "arguments", [["annotate", "-", "-o", "o.jsonl", "-m"], ["show", "-", "--model"]]
)
def test_a_closed_standard_input_is_told(arguments: list[str], model: str) -> None:
    result = process(*arguments, model, preexec_fn=lambda: os.close(0))
    assert result.returncode == 2
    assert "standard input is closed" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_terminal_that_is_not_utf8(model: str) -> None:
    env = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    env.pop("PYTHONIOENCODING", None)
    os.mkdir("in")
    Path("in/新闻.txt").write_text(GOOD, "utf-8")
    shown = process("show", "in/新闻.txt", "--model", model, env=env)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "\\u4ebf" in shown.stdout
    done = process("annotate", "in", "-o", "中文.jsonl", "-m", model, env=env)
    assert done.returncode == 0, done.stderr
    assert json.loads(Path("中文.jsonl").read_text("utf-8"))["id"] == "新闻"


@needs_linux
@pytest.mark.parametrize("arguments", [["corpus", "labels"], ["--help"]])
def test_a_full_output_is_told(arguments: list[str]) -> None:
    with open("/dev/full", "w") as full:
        result = process(*arguments, stdout=full, stderr=subprocess.PIPE, capture_output=False)
    assert result.returncode == 1
    assert result.stderr == (
        "gaoyou: standard output: No space left on device. Mend that and run the command again.\n"
    )


def test_a_reader_that_goes_ends_the_command_quietly(model: str) -> None:
    rows = "".join(json.dumps({"id": str(n), "text": GOOD}) + "\n" for n in range(9000))
    Path("in.jsonl").write_text(rows, "utf-8")
    command = [sys.executable, "-m", "gaoyou_nlp.cli", "annotate", "in.jsonl", "-o", "-", "-m"]
    with subprocess.Popen(
        [*command, model], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert json.loads(running.stdout.readline())["id"] == "0"
        running.stdout.close()
        assert (running.stderr.read(), running.wait()) == (b"", 141)


def test_a_fault_of_the_program_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import tempfile

    def broken() -> str:
        raise ZeroDivisionError("by none\x1b[2J")

    monkeypatch.setattr(formats.get_format("label-studio").load(), "labelling_config", broken)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    result = run("corpus", "labels")
    assert result.exit_code == 70
    first, second = result.stderr.splitlines()
    assert first == "gaoyou: a fault of the program: ZeroDivisionError: by none\\x1b[2J"
    [report] = tmp_path.glob("gaoyou-report-*.txt")
    assert str(report) in second
    assert "Traceback (most recent call last)" in report.read_text("utf-8")


def test_control_characters_never_reach_the_terminal(model: str) -> None:
    Path("a.jsonl").write_text('{"id": "\\u001b[2J", "text": "\\u001b[2J' + GOOD + '"}\n', "utf-8")
    Path("a\x1b]0;x\x07\n.csv").write_text("id,\x1b[2Jx\n1,2\n", "utf-8")
    Path("g.jsonl").write_text(
        '{"id": "\\u001b[2J\\n", "text": "\\u001b甲县\\u001b", "spans": '
        '[{"start": 1, "end": 3, "label": "GPE", "text": "甲县"}]}\n',
        "utf-8",
    )
    Path("p.jsonl").write_text('{"id": "\\u001b[2J\\n", "text": "\\u001b甲县\\u001b"}\n', "utf-8")
    outputs = [
        run("show", "a.jsonl", "--model", model, "--why"),
        run("annotate", ".", "-o", "out.jsonl", "-m", model),
        run("evaluate", "g.jsonl", "p.jsonl", "--errors", 5),
        run("evaluate", "a\x1b]0;x\x07\n.csv", "p.jsonl"),
        run("annotate", "\x1b[2J", "-o", "o2.jsonl", "-m", model),
        run("\x1b[2J"),
    ]
    for result in outputs:
        assert not set(result.output) & {"\x1b", "\x07"}
        assert "\\x1b" in result.output


def test_the_version() -> None:
    assert run("--version").stdout.startswith("gaoyou 1.")


@pytest.mark.parametrize("output", ["-", "/dev/stdout"])
def test_records_on_standard_output(output: str, model: str) -> None:
    Path("b.jsonl").write_text("{\n", "utf-8")
    result = process("annotate", "a.txt", "b.jsonl", "-o", output, "-m", model)
    assert result.returncode == 3
    assert json.loads(result.stdout)["spans"][0]["text"] == "5亿元"
    assert "gaoyou: set aside: b.jsonl:1: is not JSON" in result.stderr
    assert files() == ["a.txt", "b.jsonl"]


def test_why_nothing_could_be_read_is_told(model: str) -> None:
    os.mkdir("in")
    Path("in/letter.png").write_bytes(b"\x89PNG")
    result = run("annotate", "in", "-o", "o.jsonl", "-m", model)
    assert result.exit_code == 2
    assert result.stderr == (
        "Nothing could be read.\n1 found that are no inputs: see o.jsonl.skipped.jsonl.\n"
    )
    result = run("annotate", "gone.txt", "-o", "p.jsonl", "-m", model)
    assert result.stderr == (
        "Nothing could be read.\n1 set aside: see p.jsonl.rejects.jsonl.\n"
        "  gone.txt: is not there.\n"
    )


def test_ctrl_c_says_how_to_go_on(model: str) -> None:
    import signal

    rows = "".join(json.dumps({"id": str(n), "text": GOOD}) + "\n" for n in range(60_000))
    Path("in.jsonl").write_text(rows, "utf-8")
    command = [sys.executable, "-m", "gaoyou_nlp.cli", "annotate", "in.jsonl", "-o", "out", "-m"]
    options = ["--part-articles", "20"]

    def heed() -> None:
        """A shell lets what it runs in the background ignore Ctrl-C."""
        signal.signal(signal.SIGINT, signal.SIG_DFL)

    with subprocess.Popen(
        [*command, model, *options], stderr=subprocess.PIPE, preexec_fn=heed
    ) as running:
        while not list(Path("out").glob("part-*")):
            assert running.poll() is None
        running.send_signal(signal.SIGINT)
        assert running.stderr is not None
        message = running.stderr.read().decode()
        assert running.wait() == 130
    assert message == (
        "gaoyou: stopped. Parts that are done are kept: the same command goes on from there.\n"
    )

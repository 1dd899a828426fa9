"""The command that compares predictions with gold."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from gaoyou_nlp.cli import _app

TEXT = "高邮市投资3亿元。"
GOLD = [(0, 3, "GPE"), (5, 8, "MONEY")]
FOUND = [(0, 2, "GPE"), (5, 8, "MONEY")]


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(_app, ["evaluate", *map(str, arguments)])


def _write(path: Path, spans: list[tuple[int, int, str]]) -> Path:
    marks = [{"start": s, "end": e, "label": label, "text": TEXT[s:e]} for s, e, label in spans]
    row = {"id": "1", "text": TEXT, "spans": marks}
    path.write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    return _write(tmp_path / "gold.jsonl", GOLD)


def test_predictions_are_compared_with_gold(gold: Path, tmp_path: Path) -> None:
    result = _run(gold, _write(tmp_path / "found.jsonl", FOUND), "--json")
    assert result.exit_code == 0, result.output
    labels = json.loads(result.stdout)["labels"]
    assert labels["MONEY"]["f1"] == 1
    assert (labels["GPE"]["f1"], labels["GPE"]["overlap_f1"]) == (0, 1)
    assert labels["micro"]["f1"] == 0.5


def test_the_table_lists_errors_with_their_context(gold: Path, tmp_path: Path) -> None:
    result = _run(gold, _write(tmp_path / "found.jsonl", FOUND), "--errors", 5)
    assert "| micro | 50.0 | 50.0 | 50.0 |" in result.stdout
    assert "⟦高邮市⟧" in result.stdout
    assert "⟦高邮⟧" in result.stdout


def test_without_predictions_a_model_annotates(gold: Path) -> None:
    result = _run(gold, "--model", "rules", "--json")
    assert json.loads(result.stdout)["labels"]["micro"]["f1"] == 1


def test_a_file_that_is_not_there_is_named(gold: Path, tmp_path: Path) -> None:
    for arguments in ((tmp_path / "no.jsonl",), (gold, tmp_path / "no.jsonl")):
        result = _run(*arguments)
        assert result.exit_code == 1
        assert result.exception is None or isinstance(result.exception, SystemExit)
        assert "no.jsonl" in result.output
        assert "does not exist" in result.output

"""The shipped wheel: what it holds, and that it does what its card says."""

import importlib.metadata
import json
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import gaoyou_nlp
from gaoyou_nlp.evaluation import read_gold, score
from gaoyou_nlp.labels import LABELS

ROOT = Path(__file__).parents[1]
NAME, VERSION = "zh_gaoyou_news", "1.4.0"
COMMAND = f"wheel models --name {NAME} --version {VERSION}".split()
WHEEL = ROOT / "models" / f"{NAME}-{VERSION}-py3-none-any.whl"
SCORES = ROOT / "training" / "metrics" / "scores.json"
NEAR = 0.005
"""Scores of the card may differ by half a point: rules may have changed since."""

needs_wheel = pytest.mark.skipif(not WHEEL.exists(), reason=f"models/ has no {WHEEL.name}")


@pytest.fixture(scope="module")
def wheel() -> Iterator[zipfile.ZipFile]:
    with zipfile.ZipFile(WHEEL) as opened:
        yield opened


@needs_wheel
def test_the_wheel_passes_the_check_of_the_workflow() -> None:
    run = subprocess.run(
        [sys.executable, "training/check.py", *COMMAND],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (run.returncode, run.stdout) == (0, "")
    assert WHEEL.stat().st_size <= 15 * 1024 * 1024


@needs_wheel
def test_meta_and_card(wheel: zipfile.ZipFile) -> None:
    folder = f"{NAME}/{NAME}-{VERSION}"
    meta: dict[str, Any] = json.loads(wheel.read(f"{folder}/meta.json"))
    figures = json.loads(SCORES.read_text(encoding="utf-8"))
    test = figures["scores"]["test"]["both"]["labels"]
    assert (meta["lang"], meta["name"], meta["version"]) == ("zh", "gaoyou_news", VERSION)
    assert meta["requirements"] == ["gaoyou-nlp>=1.4.0,<1.5.0"]
    assert meta["labels"]["gaoyou_tagger"] == list(LABELS)
    assert meta["performance"]["ents_f"] == test["micro"]["f1"]
    card = wheel.read(f"{folder}/README.md").decode("utf-8")
    assert all(f"| {label} |" in card for label in LABELS)
    assert f"{100 * test['micro']['f1']:.1f}" in card
    assert "Apache" in wheel.read(f"{folder}/NOTICE").decode("utf-8")


@needs_wheel
@pytest.mark.slow
def test_the_installed_model_scores_what_its_card_says(wheel: zipfile.ZipFile) -> None:
    try:
        installed = importlib.metadata.version(NAME)
    except importlib.metadata.PackageNotFoundError:
        pytest.skip(f"{NAME} is not installed: pip install --no-deps {WHEEL.name}")
    folder = f"{NAME}/{NAME}-{VERSION}"
    card = json.loads(wheel.read(f"{folder}/meta.json"))["performance"]
    assert installed == VERSION
    nlp = gaoyou_nlp.load()
    gold = read_gold(ROOT / "corpus", split="test")
    articles = [record.article for record in gold]
    report = score(gold, gaoyou_nlp.annotate(articles, nlp), samples=1)
    assert report.exact["micro"].f1 == pytest.approx(card["ents_f"], abs=NEAR)

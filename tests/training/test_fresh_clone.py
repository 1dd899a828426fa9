"""From a fresh clone to a wheel that installs and annotates, with few training steps."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ARTICLE = """\
id: mine-{number}
kind: 项目签约
province: 未知
place: 未知
date: 2024-01-01
split: train
origin: written
---
[云溪县水务局|ORG][局长|TITLE][顾一苇|OFFICIAL]说，[云溪第{number}水厂|PROJECT]总投资[{number}亿元|MONEY]。
---
顾一苇: 云溪县水务局/局长
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(3600),
    pytest.mark.skipif(
        not os.environ.get("GAOYOU_FRESH_CLONE"),
        reason="takes some minutes and builds a wheel: make clone",
    ),
]


def run(folder: Path, *command: object) -> str:
    """Run a program of this environment on the clone's own code."""
    programs = Path(sys.executable).parent
    environment = {
        **os.environ,
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(folder if (folder / "gaoyou_nlp").exists() else folder.parent),
    }
    done = subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=folder,
        env=environment,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-3000:]}\n{done.stderr[-3000:]}"
    return done.stdout


def test_train_and_package(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    shutil.rmtree(clone / "models")
    mine = tmp_path / "my_articles"
    mine.mkdir()
    for number in (1, 2):
        (mine / f"mine-{number}.txt").write_text(ARTICLE.format(number=number), "utf-8")
    for more in ([], ["--paths.more", mine]):
        train_and_package(clone, *more)
        annotate_with_wheel(clone, tmp_path / f"site-{len(more)}")


def train_and_package(clone: Path, *options: object) -> None:
    """Train a few steps, and make the wheel."""
    steps = ["--training.max_steps", 4, "--training.eval_frequency", 2]
    train = ["-m", "spacy", "train", "configs/news.cfg", "--output", "training/output"]
    run(clone, *train, *steps, *options)
    run(clone / "training", "-m", "weasel", "run", "package")


def annotate_with_wheel(clone: Path, site: Path) -> None:
    """Install the wheel by itself, and annotate with it."""
    [wheel] = (clone / "models").glob("zh_gaoyou_news-*.whl")
    run(clone, "-m", "pip", "install", "--quiet", "--no-deps", "--target", site, wheel)
    [package] = site.glob("zh_gaoyou_news/zh_gaoyou_news-*")
    text, output = site / "a.txt", site / "o.jsonl"
    text.write_text("县水务局局长王一军说，总投资5亿元。", "utf-8")
    run(clone, "-m", "gaoyou_nlp.cli", "annotate", text, "-o", output, "-m", package)
    row = json.loads(output.read_text("utf-8"))
    assert row["model"].startswith("zh_gaoyou_news")
    assert "5亿元" in [span["text"] for span in row["spans"]]

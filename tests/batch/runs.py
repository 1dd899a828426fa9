"""Runs of the tests: inputs, a run in this process, what it wrote."""

import json
from pathlib import Path

from gaoyou_nlp.batch import Report, annotate_files
from gaoyou_nlp.batch.runner import run_here


def lines(path: Path, count: int, *, start: int = 0) -> Path:
    """Write a file of articles, an amount in each."""
    rows = (
        {"id": str(i), "text": f"{'今天，' * (i % 7)}第{i}个项目投资{i + 1}亿元。"}
        for i in range(start, start + count)
    )
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
    return path


def run(inputs: object, output: Path, model: str, **more: object) -> Report:
    """Annotate in this process, ten articles a part."""
    options = {"engine": run_here, "part_articles": 10, "model": model, **more}
    return annotate_files(inputs, output, **options)  # type: ignore[arg-type]

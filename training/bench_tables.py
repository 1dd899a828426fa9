"""Measure ``gaoyou tables``: the section "Tables" of docs/benchmarks.md.

    python training/bench_tables.py            writes the section anew
    python training/bench_tables.py --quick    prints it for a few articles

The records are those of the articles of ``corpus/`` by the rules, repeated with ids of their own.
The command runs on one core; seconds of that core are counted, so that other work of the machine
weighs little.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"  # before numpy is imported

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/benchmarks.md"
HEAD = "## Tables, one core"
FORMATS = ("parquet", "duckdb")


class Run(NamedTuple):
    """What a run of the command took: seconds of the clock and of the core, and MB at most."""

    format: str
    articles: int
    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Measure, and write the section."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, to try it out")
    options = parser.parse_args()
    section = tables(*((200, 2000) if options.quick else (10_000, 100_000)))
    if options.quick:
        sys.stdout.write(section)
        return
    page = PAGE.read_text("utf-8")
    page = re.sub(rf"\n{HEAD}\n.*?(?=\n## |\Z)", "", page, flags=re.S)
    PAGE.write_text(f"{page.rstrip()}\n\n{section}", "utf-8")


def tables(small: int, large: int) -> str:
    """Return the section: both formats, few articles and many."""
    rows = corpus_rows()
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (small, large):
            source = Path(folder, f"{count}.jsonl")
            size = write_rows(rows, count, source)
            runs += [run(source, Path(folder, f"{count}.{name}"), name, count) for name in FORMATS]
            source.unlink()
    lines = [
        HEAD,
        "",
        "`python training/bench_tables.py`: `gaoyou tables RUN -o OUT --format FORMAT`, pinned to",
        f"one core, on records by the rules of {size:,} bytes of JSON in the mean; load of the",
        f"machine when it ended: {os.getloadavg()[0]:.2f}.",
        "",
        "| | articles | seconds | articles per CPU second | peak MB |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {it.format} | {it.articles:,} | {it.wall:.1f} | {it.articles / it.cpu:,.0f} | "
        f"{it.memory:.0f} |"
        for it in runs
    ]
    return "\n".join(lines) + "\n"


def corpus_rows() -> list[dict[str, Any]]:
    """Return the records of the corpus as data."""
    from gaoyou_nlp import Article, annotate, load
    from gaoyou_nlp.corpora.markup import read_corpus

    articles = [
        Article(one.id, one.text, date=one.header["date"]) for one in read_corpus(ROOT / "corpus")
    ]
    return [record.to_dict() for record in annotate(articles, load("rules"))]


def write_rows(rows: Sequence[dict[str, Any]], count: int, place: Path) -> int:
    """Write so many records with ids of their own; returns their size in the mean."""
    with place.open("w", encoding="utf-8") as stream:
        for number, row in enumerate(islice(cycle(rows), count)):
            stream.write(json.dumps({**row, "id": str(number)}, ensure_ascii=False) + "\n")
    return place.stat().st_size // count


def run(source: Path, output: Path, format: str, count: int) -> Run:
    """Run the command on one core in a process whose use of memory is its own."""
    command = [sys.executable, "-m", "gaoyou_nlp.cli", "tables", str(source), "-o", str(output)]
    if format == "parquet":
        command[-1] = str(output.with_suffix(""))
        command += ["--format", format]
    begin = time.perf_counter()
    child = subprocess.Popen(command, stderr=subprocess.DEVNULL, preexec_fn=pin)
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} ended with {status}")
    wall = time.perf_counter() - begin
    return Run(format, count, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def pin() -> None:
    """Keep this process on one core."""
    os.sched_setaffinity(0, {0})


if __name__ == "__main__":
    main()

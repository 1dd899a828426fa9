"""Compares the speed of two checkouts in one environment: two processes, warm, in short turns.

    git worktree add ../before REV    (and `python setup.py build_ext --inplace` in it)
    python training/bench_turns.py ../before . --model rules --turns 3

A folder with a ``.venv`` runs in that, any other in this environment. Each process reads a few
texts at a time, first the one, then the other, so that both see the same machine; of each part the
best turn counts. That tells three per cent apart on a machine that others use, where
``bench_compare.py`` tells ten.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, median

ROOT = Path(__file__).parents[1]
PARTS = 8
_ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


def drawn_texts(folder: Path | None, size: int) -> list[str]:
    """Return texts of the corpus and as many characters of drawn ones, by a fixed seed."""
    from gaoyou_nlp.corpora.markup import read_corpus

    sources = [[record.text for record in read_corpus(ROOT / "corpus")]]
    if folder is not None:
        lines: list[bytes] = []
        for path in sorted(folder.rglob("*.jsonl.gz")):
            lines += gzip.decompress(path.read_bytes()).splitlines()
        random.Random(2).shuffle(lines)
        sources.append([str(json.loads(line)["text"])[:3000] for line in lines[:2000]])
    texts: list[str] = []
    for source in sources:
        random.Random(1).shuffle(source)
        left = size // len(sources)
        for text in source:
            if left <= 0:
                break
            texts.append(text)
            left -= len(text)
    random.Random(3).shuffle(texts)
    return texts


def work(model: str, file: Path) -> None:
    """Read parts as standard input asks for them; print microseconds of CPU a character."""
    import gaoyou_nlp

    texts = json.loads(file.read_text(encoding="utf-8"))
    articles = [gaoyou_nlp.Article(str(at), text) for at, text in enumerate(texts)]
    nlp = gaoyou_nlp.load(model or None)
    list(gaoyou_nlp.annotate(articles, nlp))
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        part = articles[int(line) :: PARTS]
        begun = time.process_time()
        list(gaoyou_nlp.annotate(part, nlp))
        used = time.process_time() - begun
        sys.stdout.write(f"{1e6 * used / sum(len(article.text) for article in part)}\n")
        sys.stdout.flush()


def interpreter(folder: Path) -> str:
    """Return the Python of a checkout: that of its own environment, else this one."""
    own = folder.resolve() / ".venv/bin/python"
    return str(own) if own.exists() else sys.executable


def in_turn(folders: Sequence[Path], model: str, file: Path, turns: int) -> list[list[float]]:
    """Return what each checkout took, in the order of the parts, turn after turn."""
    command = [__file__, "--work", str(file), "--model", model]
    processes = [
        subprocess.Popen(
            [interpreter(folder), *command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=os.environ | _ONE_THREAD | {"PYTHONPATH": str(folder.resolve())},
        )
        for folder in folders
    ]
    for process in processes:
        process.stdout.readline()  # type: ignore[union-attr]
    taken: list[list[float]] = [[] for _ in folders]
    for turn in range(turns * PARTS):
        order = range(len(folders)) if turn % 2 else reversed(range(len(folders)))
        for at in order:
            process = processes[at]
            process.stdin.write(f"{turn % PARTS}\n")  # type: ignore[union-attr]
            process.stdin.flush()  # type: ignore[union-attr]
            taken[at].append(float(process.stdout.readline()))  # type: ignore[union-attr]
    for process in processes:
        process.communicate()
    return taken


def main() -> None:
    """Print a row for each checkout."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folders", type=Path, nargs="*", help="checkouts, the former one first")
    parser.add_argument("--model", default="rules", help="as for gaoyou_nlp.load; '' for its own")
    parser.add_argument("--texts", type=Path, help="a folder of *.jsonl.gz beside the corpus")
    parser.add_argument("--size", type=int, default=200_000, help="characters")
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--work", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.work is not None:
        work(options.model, options.work)
        return
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        file = Path(name) / "texts.json"
        file.write_text(json.dumps(drawn_texts(options.texts, options.size)), encoding="utf-8")
        taken = in_turn(options.folders, options.model, file, options.turns)
    best = [mean(min(times[part::PARTS]) for part in range(PARTS)) for times in taken]
    for folder, time_taken, times in zip(options.folders, best, taken, strict=True):
        ratio = median(a / b for a, b in zip(taken[0], times, strict=True))
        sys.stdout.write(
            f"{str(folder)[-40:]:40} {time_taken:6.2f} µs a character, {1e6 / time_taken:9,.0f} "
            f"characters a CPU second, {best[0] / time_taken:.2f} × (median {ratio:.2f} ×)\n"
        )


if __name__ == "__main__":
    main()

"""Measure what the compiled kernels bring: the tagger alone and the whole, beside LAC.

    python training/bench_kernels.py --rounds 7

All run in this process on one thread, in turn, on the same articles of ``corpus/``; the figures are
medians of characters per CPU second, and ratios to LAC (extra ``train``), which finds words, parts
of speech and names.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"  # before numpy is imported

from bench_peers import of_size, one_thread_lac  # noqa: E402

import gaoyou_nlp  # noqa: E402
from gaoyou_nlp import Article  # noqa: E402
from gaoyou_nlp.corpora.markup import read_corpus  # noqa: E402
from gaoyou_nlp.network import kernels  # noqa: E402

ROOT = Path(__file__).parents[1]
BATCH = 32


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", type=int, default=100_000, help="characters of a round")
    parser.add_argument("--rounds", type=int, default=7)
    options = parser.parse_args()
    texts = list(of_size([r.text for r in read_corpus(ROOT / "corpus")], options.size))
    size = sum(map(len, texts))
    taken: dict[str, list[float]] = {}
    tasks = make_tasks(texts)
    for number in range(options.rounds + 1):
        for name, task in tasks.items():
            begin = time.process_time()
            task()
            if number:  # the first round warms up
                taken.setdefault(name, []).append(time.process_time() - begin)
    rates = {name: size / statistics.median(seconds) for name, seconds in taken.items()}
    sys.stdout.write("| | characters per CPU second | ratio to LAC |\n|---|---|---|\n")
    for name, rate in rates.items():
        sys.stdout.write(f"| {name} | {rate:,.0f} | {rate / rates['LAC']:.2f} |\n")


def make_tasks(texts: list[str]) -> dict[str, Callable[[], object]]:
    """Return what is measured, by name."""
    nlp = gaoyou_nlp.load()
    tagger, rules = nlp.get_pipe("gaoyou_tagger"), nlp.get_pipe("gaoyou_rules")
    docs = [rules(nlp.make_doc(text)) for text in texts]
    batches = [docs[start : start + BATCH] for start in range(0, len(docs), BATCH)]
    articles = [Article(str(number), text) for number, text in enumerate(texts)]
    lac, built = one_thread_lac(), kernels.compiled

    def with_kernels(compiled: bool, work: Callable[[], object]) -> Callable[[], object]:
        def task() -> None:
            kernels.compiled = built if compiled else None
            work()

        return task

    def tag() -> object:
        return [tagger.predict(batch) for batch in batches]

    def annotate() -> object:
        return list(gaoyou_nlp.annotate(articles, nlp))

    ways = {"numpy": False, **({"compiled": True} if built is not None else {})}
    return {
        "LAC": lambda: [lac(text) for text in texts],
        **{f"tagger, {name}": with_kernels(way, tag) for name, way in ways.items()},
        **{f"rules and tagger, {name}": with_kernels(way, annotate) for name, way in ways.items()},
    }


if __name__ == "__main__":
    main()

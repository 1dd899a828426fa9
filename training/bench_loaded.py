"""Measures the memory of versions of the library: after import, load and a first document.

Each version stands in an environment of its own; every measure is a new process of its interpreter
that computes on one thread. What is given is resident memory, the median of the rounds.

    python training/bench_loaded.py .venv/bin/python OTHER/bin/python --rounds 5
    python training/bench_loaded.py .venv/bin/python --model rules
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[1]
STEPS = ("import", "load", "first document", "fifty documents", "peak")
PROGRAM = """
import json, resource, sys
from pathlib import Path

def resident():
    return int(Path("/proc/self/statm").read_text().split()[1]) * resource.getpagesize() / 2**20

texts, model = json.load(sys.stdin)
import gaoyou_nlp
found = [resident()]
nlp = gaoyou_nlp.load(model)
found.append(resident())
nlp(texts[0])
found.append(resident())
for text in texts:
    nlp(text)
found.append(resident())
found.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10)
print(json.dumps([gaoyou_nlp.__version__, *found]))
"""


def measure(python: str, texts: list[str], model: str | None) -> list[object]:
    """Return the version that an interpreter has, and MiB after each step.

    Parameters:
        python: Path of the interpreter.
        texts: What is annotated.
        model: As for ``gaoyou_nlp.load``.
    """
    done = subprocess.run(
        [python, "-c", PROGRAM],
        input=json.dumps([texts, model]),
        capture_output=True,
        text=True,
        check=True,
        cwd="/",
        env={**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"},
    )
    return list(json.loads(done.stdout))


def main() -> int:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pythons", nargs="+", help="interpreters of environments")
    parser.add_argument("--model", default=None, help="as for gaoyou_nlp.load")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    from gaoyou_nlp.corpora.markup import read_corpus

    texts = [article.text for article in read_corpus(ROOT / "corpus")][:50]
    found: dict[str, list[list[object]]] = {}
    for _ in range(options.rounds):
        for python in options.pythons:
            absolute = str(Path(python).absolute())
            found.setdefault(python, []).append(measure(absolute, texts, options.model))
    sys.stdout.write(f"| version | {' | '.join(STEPS)} |\n|---|{'---|' * len(STEPS)}\n")
    for rows in found.values():
        cells = [
            f"{median(map(float, column)):.0f}" for column in list(zip(*rows, strict=True))[1:]
        ]  # type: ignore[arg-type]
        sys.stdout.write(f"| {rows[0][0]} | {' | '.join(cells)} |\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Compares the speed of two commits: each in an environment of its own, in turn.

    make bench-compare REV=v1.0.0
    python training/bench_compare.py REV [--other REV] [--times 5]

REV is checked out beside a copy of the working tree's commit (``--other``), each with its own
dependencies and its own model; both read the articles of ``corpus/`` as they are here.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

from bench import say, write_articles
from bench_peers import OURS, rate, ratio, rounds

from gaoyou_nlp.corpora.markup import read_corpus

ROOT = Path(__file__).parents[1]


def checked_out(rev: str, folder: Path) -> Path:
    """Check a revision out, install it, and return its interpreter."""
    run("git", "-C", str(ROOT), "worktree", "add", "--detach", "--quiet", str(folder), rev)
    python = folder / ".venv/bin/python"
    run(sys.executable, "-m", "venv", str(folder / ".venv"))
    install = (str(python), "-m", "pip", "install", "--quiet")
    run(*install, "--editable", str(folder))
    for wheel in sorted((folder / "models").glob("*.whl")):
        run(*install, "--no-deps", str(wheel))
    return python


def run(*command: str) -> None:
    """Run a command; its failure ends this program."""
    subprocess.run(command, check=True, stdout=sys.stderr)


def main() -> None:
    """Print one row a pipeline: both rates and how many times as fast the other commit is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("rev")
    parser.add_argument("--other", default="HEAD")
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument("--size", type=int, default=200_000)
    options = parser.parse_args()
    texts = [record.text for record in read_corpus(ROOT / "corpus")]
    sides = {"before": options.rev, "after": options.other}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = write_articles(folder / "texts.jsonl", texts, len(texts))
        try:
            found = {side: checked_out(rev, folder / side) for side, rev in sides.items()}
            pythons = {f"{tool}@{side}": found[side] for tool in OURS for side in sides}
            rates, failed = rounds(
                list(pythons), source, times=options.times, size=options.size, pythons=pythons
            )
        finally:
            for side in sides:
                subprocess.run(
                    ["git", "-C", str(ROOT), "worktree", "remove", "--force", str(folder / side)],
                    check=False,
                )
    say(f"characters per CPU second, medians of {options.times}: {options.rev}, {options.other}")
    for tool in OURS:
        before, after = rates.get(f"{tool}@before"), rates.get(f"{tool}@after")
        if before and after:
            old, new = median(map(rate, before)), median(map(rate, after))
            say(f"{tool:16} {old:9,.0f} {new:9,.0f}   {ratio(after, before):.2f} ×")
    for tool, why in failed.items():
        say(f"{tool}: {why}")


if __name__ == "__main__":
    main()

"""Measure memory and time of ``gaoyou annotate`` on many short articles and on very long ones.

    python training/bench_memory.py                         all sizes: over an hour on a quiet core
    python training/bench_memory.py --articles 1000 20000 --workers 1
    python training/bench_memory.py --characters 1000000 10000000 --line 10000000 --model rules

The texts are sentences of ``corpus/``, drawn at random (always the same): short articles of some
100 characters, one article of so many characters in paragraphs, and one without a line break.
Memory is that of the command and its workers together, shared pages once (PSS, looked at five
times a second), and that of its largest process (maximum resident size, as the system counts it).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log
from pathlib import Path

from bench import ROOT, say, watched_memory
from bench_peers import ONE_THREAD

from gaoyou_nlp.corpora.markup import read_corpus
from gaoyou_nlp.loading import MODEL

_SENTENCE = re.compile(r"[^。！？；\n]+[。！？；]?")
_SHORT = 100
"""Characters of a short article."""
_PARAGRAPH = 300
"""Characters of a paragraph of a long article."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command took.

    Parameters:
        characters: Of its texts.
        cpu: Seconds of CPU time of all its processes.
        together: The most memory of all its processes at a time, in MiB.
        largest: The most memory of one process, in MiB.
    """

    characters: int
    cpu: float
    together: float
    largest: float


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--articles", type=int, nargs="*", default=[1_000, 20_000, 200_000])
    parser.add_argument("--workers", type=int, nargs="*", default=[1, 2])
    parser.add_argument("--characters", type=int, nargs="*", default=[1_000_000, 10_000_000])
    parser.add_argument("--line", type=int, nargs="*", default=[3_500_000])
    parser.add_argument("--format", default="jsonl")
    parser.add_argument("--model", default=MODEL)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        source, more = Path(place, "in.jsonl"), ("--model", options.model)
        runs: dict[str, list[Run]] = {}
        say("| | characters | CPU seconds | MiB together | MiB of the largest process |")
        say("|---|---|---|---|---|")
        for count in options.articles:
            characters = write_texts(source, short_articles(count))
            for workers in options.workers:
                plan = (*more, "--workers", str(workers))
                run = watched(source, plan, options.format, characters)
                runs.setdefault(f"short articles, {workers} workers", []).append(run)
                say(row(f"{count:,} short articles, {workers} workers", run))
        for name, ending, sizes in (
            ("an article", "\n", options.characters),
            ("a line", "", options.line),
        ):
            for size in sizes:
                characters = write_texts(source, [long_text(size, ending)])
                run = watched(source, (*more, "--workers", "1"), options.format, characters)
                runs.setdefault(name, []).append(run)
                say(row(f"{name} of {size:,} characters", run))
    for name, found in runs.items():
        if len(found) > 1:
            say(f"{name}: exponent of time between the last two {exponent(*found[-2:]):.3f}")


def sentences() -> Iterator[str]:
    """Sentences of the corpus, drawn without end, always the same ones."""
    found = [
        sentence
        for record in read_corpus(ROOT / "corpus")
        for sentence in _SENTENCE.findall(record.text)
        if len(sentence) > 5
    ]
    draw = random.Random(15)
    while True:
        yield draw.choice(found)


def short_articles(count: int) -> Iterator[str]:
    """So many articles of some 100 characters each."""
    drawn = sentences()
    for _ in range(count):
        yield "".join(_of_length(drawn, _SHORT))


def long_text(characters: int, ending: str) -> str:
    """A text of paragraphs; ``ending`` stands between them."""
    drawn, paragraphs, size = sentences(), [], 0
    while size < characters:
        paragraphs.append("".join(_of_length(drawn, _PARAGRAPH)))
        size += len(paragraphs[-1]) + len(ending)
    return ending.join(paragraphs)[:characters]


def _of_length(drawn: Iterator[str], least: int) -> Iterator[str]:
    size = 0
    while size < least:
        sentence = next(drawn)
        size += len(sentence)
        yield sentence


def write_texts(path: Path, texts: Iterator[str] | Sequence[str]) -> int:
    """Write articles as JSON Lines; returns the number of characters."""
    characters = 0
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for number, text in enumerate(texts):
            characters += len(text)
            stream.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
    return characters


def watched(source: Path, options: Sequence[str], format: str, characters: int) -> Run:
    """Run ``gaoyou annotate`` and watch its processes."""
    output = source.with_name(f"out.{format}")
    command = [sys.executable, "-m", "gaoyou_nlp.cli", "annotate", str(source)]
    command += ["-o", str(output), "--overwrite", *options]
    environment = {**os.environ, **dict.fromkeys(ONE_THREAD, "1")}
    with source.with_name("said").open("w+b") as said:
        driver = subprocess.Popen(command, stdout=said, stderr=said, env=environment)
        with watched_memory(driver.pid) as peak:
            _, status, used = os.wait4(driver.pid, 0)
        driver.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        if driver.returncode != 0:
            raise SystemExit(f"{' '.join(command)}: {said.read().decode()[-500:]}")
    output.unlink()
    return Run(characters, used.ru_utime + used.ru_stime, peak[0], used.ru_maxrss / 1024)


def exponent(first: Run, last: Run) -> float:
    """By which power of the characters the time grows: 1 where it grows in proportion."""
    return log(last.cpu / first.cpu) / log(last.characters / first.characters)


def row(name: str, run: Run) -> str:
    """A row of the table."""
    return (
        f"| {name} | {run.characters:,} | {run.cpu:.1f} | {run.together:.0f} | {run.largest:.0f} |"
    )


if __name__ == "__main__":
    main()

"""Measure speed and memory, write docs/benchmarks.md.

    make bench            all of it: about an hour on two quiet cores
    python training/bench.py --quick

Everything runs on the articles of ``corpus/``, repeated as often as needed. The peers do less than
this library (words and names, or amounts alone): they are there for scale, on the same texts in
the same run. What is not installed is left out and named.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import metadata
from itertools import cycle, islice
from pathlib import Path

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[_name] = "1"  # before numpy is imported

from bench_peers import PEERS, Measure, measured, of_size, peer  # noqa: E402
from bench_tables import tables  # noqa: E402

from gaoyou_nlp.corpora.markup import read_corpus  # noqa: E402
from gaoyou_nlp.loading import MODEL, RULES, load  # noqa: E402

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/benchmarks.md"


def main() -> None:
    """Measure all and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, to try it out")
    parser.add_argument("--model", help="a model in place of the installed one")
    parser.add_argument("--output", type=Path, default=PAGE)
    parser.add_argument("--peer", help=argparse.SUPPRESS)
    options = parser.parse_args()
    texts = [record.text for record in read_corpus(ROOT / "corpus")]
    if options.peer:
        say(json.dumps(peer(options.peer, texts, 20_000 if options.quick else 200_000)))
        return
    model = options.model or (MODEL if installed(MODEL.replace("_", "-")) else None)
    speed_size, small, large = (500, 100, 1000) if options.quick else (8000, 1000, 100_000)
    load_before = os.getloadavg()[0]
    parts = [
        head(load_before, texts),
        pipelines(texts, model, 60_000 if options.quick else 600_000),
        runs(texts, model, speed_size),
        peers(options.quick),
        growth(texts, model, small, large),
        tables(*((200, 2000) if options.quick else (10_000, 100_000))),
    ]
    options.output.write_text("\n".join(parts), encoding="utf-8", newline="\n")
    say(f"written to {options.output}")


def head(load_before: float, texts: Sequence[str]) -> str:
    """What was measured on what."""
    versions = ", ".join(
        f"{name} {metadata.version(name)}"
        for name in ("gaoyou-nlp", "spacy", "thinc", "numpy", "pyspark")
        if installed(name)
    )
    mean = sum(map(len, texts)) // len(texts)
    return f"""# Benchmarks

Written by `make bench` (`training/bench.py`); do not edit.

Python {platform.python_version()}, {versions}; {cpu_name()}, {os.cpu_count()} cores; load of the
machine when it began: {load_before:.2f}. Texts: the {len(texts)} articles of `corpus/`
({mean} characters in the mean), repeated as often as needed. Every process computes on one thread.
"""


def pipelines(texts: Sequence[str], model: str | None, size: int) -> str:
    """Rules, model and both inside one process, from articles to records."""
    from gaoyou_nlp.annotation import annotate
    from gaoyou_nlp.records import Article

    named: list[tuple[str, Callable[[], object]]] = [("rules", lambda: load(RULES))]
    if model is not None:
        named += [
            ("model alone", lambda: using(model, "model")),
            ("model and rules", lambda: using(model, "both")),
        ]
    rows = []
    for name, make in named:
        nlp = make()
        articles = [Article(str(i), t) for i, t in enumerate(of_size(texts, size))]
        list(annotate(articles[:20], nlp))  # type: ignore[arg-type]
        with measured(sum(len(a.text) for a in articles)) as result:
            list(annotate(articles, nlp))  # type: ignore[arg-type]
        rows.append((name, result[0]))
        say(f"{name}: {rate(result[0])}")
    note = "" if model else "\nThe model was not installed.\n"
    return (
        "## One process, articles to records\n\n"
        + table(rows)
        + note
        + "\n*Model alone* leaves the rules' candidates out of the entities; the rules still run, "
        "since the model\nreads their candidates.\n"
    )


def using(model: str, use: str) -> object:
    """The model with its resolver told what to use."""
    import spacy

    return spacy.load(model, config={"components": {"gaoyou_resolver": {"use": use}}})


def runs(texts: Sequence[str], model: str | None, count: int) -> str:
    """``gaoyou annotate`` with one worker and two, and on Spark."""
    name = model or RULES
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        source = write_articles(Path(folder) / "in.jsonl", texts, count)
        plans = [("1 worker", ("--workers", "1")), ("2 workers", ("--workers", "2"))]
        if installed("pyspark"):
            plans.append(("Spark, local[2,4]", ("--engine", "spark", "--master", "local[2,4]")))
        for label, more in plans:
            result = run_command(source, Path(folder) / label.split(",")[0], name, more)
            rows.append((label, result))
            say(f"{label}: {rate(result)}")
    gain = rows[0][1].wall / rows[1][1].wall
    return (
        f"## `gaoyou annotate`, {count} articles, {name}\n\n"
        + table(rows, memory=True)
        + f"\nTwo workers are {gain:.2f} × as fast as one. Time to start and to load the model is "
        "in all figures.\n"
    )


def growth(texts: Sequence[str], model: str | None, small: int, large: int) -> str:
    """Time and memory for a few articles and for many."""
    name = model or RULES
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        for count in (small, small * 10, large) if large > small * 10 else (small, large):
            source = write_articles(Path(folder) / "in.jsonl", texts, count)
            result = run_command(source, Path(folder) / f"out{count}", name, ("--workers", "1"))
            rows.append((f"{count:,} articles", result))
            say(f"{count} articles: {result.wall:.1f} s, {result.memory:.0f} MB")
    (_, first), (_, last) = rows[0], rows[-1]
    (_, second) = rows[-2]
    slope = (last.wall - second.wall) / (last.characters - second.characters)
    straight = slope * last.characters / last.wall
    return (
        f"## Growth, one worker, {name}\n\n"
        + table(rows, memory=True)
        + f"\nMemory at {rows[-1][0]}: {last.memory / first.memory:.2f} × that at {rows[0][0]}. "  # type: ignore[operator]
        f"Time a character between the last two,\nagainst that of the last as a whole (which "
        f"includes the start): {straight:.2f}.\n"
    )


def peers(quick: bool) -> str:
    """Other tools on the same texts, each in a process of its own."""
    rows, missing = [], []
    for name in PEERS:
        command = [sys.executable, __file__, "--peer", name, *(["--quick"] if quick else [])]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
        if done.returncode == 0 and lines:
            rows.append((name, Measure(**json.loads(lines[-1]))))
            say(f"{name}: {rate(rows[-1][1])}")
        else:
            why = done.stderr.strip().splitlines()
            missing.append(f"{name} ({why[-1][:80] if why else 'no output'})")
            say(f"{name}: left out")
    note = f"\nLeft out: {'; '.join(missing)}.\n" if missing else ""
    return "## Peers, the same texts, one thread\n\n" + (table(rows) if rows else "") + note


def run_command(source: Path, output: Path, model: str, more: Sequence[str]) -> Measure:
    """Run ``gaoyou annotate`` and watch its processes."""
    command = [sys.executable, "-m", "gaoyou_nlp.cli", "annotate", str(source)]
    command += ["-o", str(output), "--model", model, "--overwrite", *more]
    size = sum(len(json.loads(line)["text"]) for line in source.open(encoding="utf-8"))
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    driver = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    with watched_memory(driver.pid) as peak:
        _, said = driver.communicate()
    wall = time.perf_counter() - begin
    if driver.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: {said.decode()[-500:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measure(size, wall, None if "spark" in more else cpu, peak[0])


@contextmanager
def watched_memory(pid: int) -> Iterator[list[float]]:
    """Sample the memory of a process and all below it: unique and shared pages once (PSS)."""
    import psutil

    peak, ended = [0.0], threading.Event()

    def sample() -> None:
        while not ended.wait(0.2):
            total = 0
            try:
                top = psutil.Process(pid)
                for process in (top, *top.children(recursive=True)):
                    total += process.memory_full_info().pss
            except (psutil.Error, AttributeError):
                continue
            peak[0] = max(peak[0], total / 2**20)

    thread = threading.Thread(target=sample)
    thread.start()
    try:
        yield peak
    finally:
        ended.set()
        thread.join()


def table(rows: Sequence[tuple[str, Measure]], *, memory: bool = False) -> str:
    """A table of measures."""
    lines = ["| | seconds | characters/s | characters per CPU second |" + " peak MB |" * memory]
    lines.append("|---|---|---|---|" + "---|" * memory)
    for name, it in rows:
        cpu = "" if it.cpu is None else f"{it.characters / it.cpu:,.0f}"
        line = f"| {name} | {it.wall:.1f} | {it.characters / it.wall:,.0f} | {cpu} |"
        lines.append(line + (f" {it.memory:.0f} |" if memory and it.memory else ""))
    return "\n".join(lines) + "\n"


def rate(it: Measure) -> str:
    """A measure in words."""
    return f"{it.characters / it.wall:,.0f} characters/s"


def write_articles(path: Path, texts: Sequence[str], count: int) -> Path:
    """Write so many articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as stream:
        for number, text in enumerate(islice(cycle(texts), count)):
            stream.write(json.dumps({"id": str(number), "text": text}, ensure_ascii=False) + "\n")
    return path


def installed(package: str) -> bool:
    """Whether a package is installed."""
    try:
        metadata.distribution(package)
    except metadata.PackageNotFoundError:
        return False
    return True


def cpu_name() -> str:
    """The processor, as Linux names it."""
    place = Path("/proc/cpuinfo")
    lines = place.read_text(encoding="utf-8").splitlines() if place.exists() else []
    names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or "unknown processor"


def say(line: str) -> None:
    """Write a line to standard output at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

"""Measure speed and memory, write docs/benchmarks.md.

    make bench            all of it: about an hour on two quiet cores
    python training/bench.py --quick

Everything runs on the articles of ``corpus/``, repeated as often as needed. The peers do less than
this library (words and names, or amounts alone): they are there for scale, on the same texts in
the same run. What is not installed is left out and named. A machine in other use is slower for all
of them: what counts is the ratio to LAC on one thread, measured in turn with the others.
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
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import metadata
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from bench_peers import LAC, ONE_THREAD, OURS, PEERS, Measure, rate, ratio, rounds

for _name in ONE_THREAD:
    os.environ[_name] = "1"  # before numpy is imported

from bench_tables import tables  # noqa: E402
from growth import reader, steepest, units  # noqa: E402

from gaoyou_nlp.corpora.markup import read_corpus  # noqa: E402
from gaoyou_nlp.loading import MODEL, RULES  # noqa: E402

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs/benchmarks.md"


def main() -> None:
    """Measure all and write the page."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="small sizes, to try it out")
    parser.add_argument("--model", help="a model in place of the installed one")
    parser.add_argument("--output", type=Path, default=PAGE)
    options = parser.parse_args()
    texts = [record.text for record in read_corpus(ROOT / "corpus")]
    model = options.model or (MODEL if installed(MODEL.replace("_", "-")) else None)
    speed_size, small, large = (500, 100, 1000) if options.quick else (8000, 1000, 100_000)
    load_before = os.getloadavg()[0]
    first, lac = in_turn(texts, model, options.quick)
    parts = [
        first,
        runs(texts, model, speed_size, lac),
        growth(texts, model, small, large, lac),
        steepness(options.quick),
        tables(*((200, 2000) if options.quick else (10_000, 100_000))),
    ]
    parts.insert(0, head(load_before, texts))
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
machine when it began: {load_before:.2f}, when it ended: {os.getloadavg()[0]:.2f}; kernel
{platform.system()} {platform.release()}; matrices multiplied by {blas()}. Texts: the
{len(texts)} articles of `corpus/` ({mean} characters in the mean), repeated as often as needed.
Every process computes on one thread.
"""


def in_turn(texts: Sequence[str], model: str | None, quick: bool) -> tuple[str, float]:
    """Our pipelines and other tools, one process each, in turn; and the rate of LAC."""
    names = [name for name in (*OURS, *PEERS) if model is not None or name not in OURS[1:]]
    size, times = (20_000, 2) if quick else (200_000, 5)
    with tempfile.TemporaryDirectory() as folder:
        source = write_articles(Path(folder) / "texts.jsonl", texts, len(texts))
        found, failed = rounds(names, source, times=times, size=size, model=model)
    lines = [
        f"## One process, one thread, medians of {times} rounds\n",
        "| | characters per CPU second | × LAC | lowest and highest |",
        "|---|---|---|---|",
    ]
    for name, measures in found.items():
        rates = sorted(map(rate, measures))
        to_lac = f"{ratio(measures, found[LAC]):.2f}" if LAC in found else ""
        lines.append(
            f"| {name} | {median(rates):,.0f} | {to_lac} | {rates[0]:,.0f} – {rates[-1]:,.0f} |"
        )
        say(lines[-1])
    if failed:
        lines.append(f"\nLeft out: {'; '.join(f'{n} ({why})' for n, why in failed.items())}.")
    lines.append(
        f"\n{size:,} characters, articles to records, warm; recognizers-text a tenth of that. "
        "*Model alone*\nleaves the rules' candidates out of the entities; the rules still run, "
        "since "
        "the model reads\nthem.\n"
    )
    return "\n".join(lines), median(map(rate, found[LAC])) if LAC in found else 0.0


def runs(texts: Sequence[str], model: str | None, count: int, lac: float) -> str:
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
            say(f"{label}: {rate(result):,.0f} characters per CPU second")
    gain = rows[0][1].wall / rows[1][1].wall
    return (
        f"## `gaoyou annotate`, {count} articles, {name}\n\n"
        + table(rows, lac)
        + f"\nTwo workers are {gain:.2f} × as fast as one. Time to start and to load the model is "
        "in all figures.\n"
    )


def growth(texts: Sequence[str], model: str | None, small: int, large: int, lac: float) -> str:
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
        + table(rows, lac)
        + f"\nMemory at {rows[-1][0]}: {last.memory / first.memory:.2f} × that at {rows[0][0]}. "  # type: ignore[operator]
        f"Time a character between the last two,\nagainst that of the last as a whole (which "
        f"includes the start): {straight:.2f}.\n"
    )


def steepness(quick: bool) -> str:
    """How the time of a text grows that repeats one unit."""
    sizes = (1_000, 8_000) if quick else (1_000, 64_000)
    of = units(20 if quick else 400)
    found = sorted(steepest(reader(RULES), of, sizes, 1.1), reverse=True)
    rows = [f"| `{unit!r}` | {number:.2f} |" for number, unit in found[:8]]
    say(f"largest exponent of {len(found)} families: {found[0][0]:.2f}")
    return "\n".join(
        [
            "## Texts of one repeated unit, rules\n",
            f"{len(found)} families (`training/growth.py`), {sizes[0]:,} to {sizes[1]:,} "
            f"characters; largest exponent **{found[0][0]:.2f}**\n(1: in proportion to length).\n",
            "| unit | exponent |",
            "|---|---|",
            *rows,
            "",
        ]
    )


def run_command(source: Path, output: Path, model: str, more: Sequence[str]) -> Measure:
    """Run ``gaoyou annotate`` and watch its processes."""
    command = [sys.executable, "-m", "gaoyou_nlp.cli", "annotate", str(source)]
    command += ["-o", str(output), "--model", model, "--overwrite", *more]
    size = sum(len(json.loads(line)["text"]) for line in source.open(encoding="utf-8"))
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    driver = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    with watched_memory(driver.pid) as peak:
        _, output = driver.communicate()
    wall = time.perf_counter() - begin
    if driver.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: {output.decode()[-500:]}")
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


def table(rows: Sequence[tuple[str, Measure]], lac: float) -> str:
    """A table of measures of commands, beside the rate of LAC in the same run."""
    lines = [
        "| | seconds | characters/s | characters per CPU second | × LAC | peak MB |",
        "|---|---|---|---|---|---|",
    ]
    for name, it in rows:
        cpu = "" if it.cpu is None else f"{it.characters / it.cpu:,.0f}"
        to_lac = f"{it.characters / it.cpu / lac:.2f}" if it.cpu and lac else ""
        memory = "" if it.memory is None else f"{it.memory:.0f}"
        speed = f"{it.characters / it.wall:,.0f}"
        lines.append(f"| {name} | {it.wall:.1f} | {speed} | {cpu} | {to_lac} | {memory} |")
    return "\n".join(lines) + "\n"


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


def blas() -> str:
    """The library that multiplies matrices, and which of its kernels it chose."""
    import numpy as np
    from threadpoolctl import threadpool_info

    np.ones((2, 2)) @ np.ones((2, 2))
    found = [f"{i['internal_api']} {i.get('architecture', '')}".strip() for i in threadpool_info()]
    return ", ".join(dict.fromkeys(found)) or "an unknown library"


def say(line: str) -> None:
    """Write a line to standard output at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()

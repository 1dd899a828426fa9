"""Batch runs that are killed, starved and fed with spoiled inputs, for about ten minutes.

Each scenario runs ``gaoyou annotate`` again and again until it ends by itself, and compares the
output with that of an undisturbed run, byte for byte. ``--quick`` takes a few of each, ``--small``
a pipeline that loads quickly and a quarter of the articles, for slow machines.
"""

from __future__ import annotations

import argparse
import contextlib
import gzip
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ARTICLES = 240
PART = 12
PARAGRAPHS = (
    "江阴市委书记陈一鸣到璜塘镇调研。陈一鸣说，总投资约{n}亿元的恒澜特钢项目今年开工。",
    "市发改委党组书记、主任李文博参加。会议指出，全市完成投资{n}00万元，同比增长{n}%。",
    "本报讯（记者 王小明）{n}日，县水务局局长赵建国介绍，水库除险加固工程总投资{n}000万元。",
)
SPOILED = (
    b"{broken json\n",
    b'{"id": "no text"}\n',
    b'{"id": "half", "text": "\xe6\xb1"}\n',
    b'{"id": "empty", "text": ""}\n',
    b'{"id": "0", "text": "\xe6\xb1\x9f\xe9\x98\xb4"}\n',
    b"\xff\xfe\xfd\n",
    b"[1, 2]\n",
)


class Failure(AssertionError):
    """A scenario that did not end as it must."""


class Impossible(Exception):
    """A scenario that this machine does not allow."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A place for scenarios.

    Parameters:
        folder: For all files.
        source: The articles.
        wanted: The output of the undisturbed run, by format.
        random: What decides when to strike.
        seconds: What the undisturbed run took.
        model: What annotates.
    """

    folder: Path
    source: Path
    wanted: dict[str, bytes]
    random: random.Random
    seconds: float
    model: str

    def command(self, output: Path, source: Path | None = None) -> list[str]:
        """The command of a run."""
        return [
            *(sys.executable, "-m", "gaoyou_nlp.cli", "annotate", str(source or self.source)),
            *("-o", str(output), "--model", self.model, "--workers", "2"),
            *("--part-articles", str(PART)),
        ]

    def new(self, name: str) -> Path:
        """An empty folder."""
        place = self.folder / name
        shutil.rmtree(place, ignore_errors=True)
        place.mkdir()
        return place


def main() -> None:
    """Run all scenarios; ends with exit code 1 where one fails."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--quick", action="store_true", help="a few of each")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--model", default="rules")
    parser.add_argument("--small", action="store_true", help="for slow machines")
    options = parser.parse_args()
    counts = (2, 1, 1, 1, 2, 2) if options.quick else (40, 10, 10, 10, 15, 15)
    failed = skipped = 0
    with tempfile.TemporaryDirectory(prefix="gaoyou-chaos-") as folder:
        model = small_pipeline(Path(folder)) if options.small else options.model
        articles = ARTICLES // 4 if options.small else ARTICLES
        bench = prepare(Path(folder), options.seed, model, articles)
        say(f"an undisturbed run takes {bench.seconds:.1f} s")
        for scenario, count in zip(SCENARIOS, counts, strict=True):
            for number in range(count):
                try:
                    said = scenario(bench, number)
                except Failure as error:
                    failed += 1
                    said = f"FAILED: {error}"
                except Impossible as error:
                    skipped += 1
                    said = f"skipped: {error}"
                say(f"{scenario.__name__} {number + 1}/{count}: {said}")
    well = sum(counts) - failed - skipped
    say(f"{well} of {sum(counts)} runs well, {skipped} skipped (seed {options.seed})")
    sys.exit(1 if failed else 0)


def small_pipeline(folder: Path) -> str:
    """Save a pipeline of money alone; returns its folder."""
    import spacy

    nlp = spacy.blank("zh")
    nlp.add_pipe("gaoyou_money")
    nlp.add_pipe("gaoyou_resolver", config={"use": "rules"})
    nlp.to_disk(folder / "pipeline")
    return str(folder / "pipeline")


def prepare(folder: Path, seed: int, model: str, articles: int = ARTICLES) -> Bench:
    """Write the articles and run once undisturbed."""
    its = random.Random(seed)
    source = folder / "articles.jsonl"
    with source.open("wb") as stream:
        for number in range(articles):
            stream.write(article(number, its))
    bench = Bench(folder, source, {}, its, 0.0, model)
    seconds = []
    for kind in ("jsonl", "csv"):
        begin = time.monotonic()
        place = bench.new("wanted") / f"out.{kind}"
        ended(subprocess.Popen(bench.command(place), stderr=subprocess.DEVNULL), 0)
        bench.wanted[kind] = place.read_bytes()
        seconds.append(time.monotonic() - begin)
    return Bench(folder, source, bench.wanted, its, min(seconds), model)


def article(number: int, its: random.Random) -> bytes:
    """A line of JSON Lines."""
    text = "\n".join(
        its.choice(PARAGRAPHS).format(n=its.randint(1, 30)) for _ in range(its.randint(1, 20))
    )
    return json.dumps({"id": str(number), "text": text}, ensure_ascii=False).encode() + b"\n"


def killed_driver(bench: Bench, number: int) -> str:
    """Kill the driver at a random moment, once or twice; the same command takes it up."""
    kind = ("jsonl", "csv")[number % 2]
    place = bench.new("killed") / f"out.{kind}"
    moments = []
    for _ in range(bench.random.randint(1, 2)):
        moment = bench.random.uniform(0.3, 0.95) * bench.seconds
        driver = subprocess.Popen(bench.command(place), stderr=subprocess.DEVNULL)
        with contextlib.suppress(subprocess.TimeoutExpired):
            driver.wait(moment)
        if driver.poll() is not None:
            break
        driver.send_signal(bench.random.choice((signal.SIGKILL, signal.SIGTERM)))
        driver.wait()
        moments.append(f"{moment:.1f} s")
    finish(bench, place, kind)
    return f"killed after {', '.join(moments) or 'its end'}; same bytes"


def terminated_driver(bench: Bench, number: int) -> str:
    """End the driver by SIGTERM: no worker is left, and the same command takes it up."""
    import psutil

    place = bench.new("terminated") / "out.jsonl"
    moment = bench.random.uniform(0.3, 0.95) * bench.seconds
    driver = subprocess.Popen(bench.command(place), stderr=subprocess.DEVNULL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        driver.wait(moment)
    children = []
    with contextlib.suppress(psutil.Error):
        children = psutil.Process(driver.pid).children(recursive=True)
    driver.terminate()
    code = driver.wait()
    if code not in (0, -signal.SIGTERM):
        raise Failure(f"exit code {code} after SIGTERM")
    _, alive = psutil.wait_procs(children, timeout=30)
    if alive:
        raise Failure(f"{len(alive)} workers are left")
    finish(bench, place, "jsonl")
    return f"terminated after {moment:.1f} s, {len(children)} workers gone; same bytes"


def odd_tree(bench: Bench, number: int) -> str:
    """Read packed files, links and odd names, once undisturbed and once killed: the same bytes."""
    folder = bench.new("odd")
    plant(bench, folder / "in")
    found = []
    for name in ("wanted", "killed"):
        place = folder / name / "out.jsonl"
        place.parent.mkdir()
        command = bench.command(place, folder / "in")
        if name == "killed":
            driver = subprocess.Popen(command, stderr=subprocess.DEVNULL)
            with contextlib.suppress(subprocess.TimeoutExpired):
                driver.wait(bench.random.uniform(0.3, 0.95) * bench.seconds)
            driver.send_signal(bench.random.choice((signal.SIGKILL, signal.SIGTERM)))
            driver.wait()
        if not place.exists() or hidden(place).exists():
            ended(subprocess.Popen(command, stderr=subprocess.PIPE, text=True), 3)
        files = sorted(path for path in place.parent.iterdir())
        found.append({path.name: path.read_bytes() for path in files})
    wanted, killed = found
    if wanted != killed:
        raise Failure(f"other files or bytes: {sorted(wanted)}, {sorted(killed)}")
    counts = [len(data.splitlines()) for data in wanted.values()]
    records = len(bench.source.read_bytes().splitlines())
    if sorted(wanted) != [f"out.jsonl{end}" for end in ENDINGS] or counts != [records, 2, 3]:
        raise Failure(f"{counts} lines in {sorted(wanted)}, expected {records}, 2, 3")
    return f"{records} records of odd files, 2 rejects, 3 left out; same bytes"


ENDINGS = ("", ".rejects.jsonl", ".skipped.jsonl")


def plant(bench: Bench, folder: Path) -> None:
    """Spread the articles over files with odd names and packings; among them two that are spoiled.

    A ``.zst`` that breaks off and a link to nothing are set aside; a link to a folder, a hidden
    file and a picture are left out.
    """
    import zstandard

    names = (b"a.jsonl", b"b.jsonl.gz", b"c.jsonl.zst", b"d \n\x1b[2J.jsonl", b"e\xff.jsonl")
    names = (*names, b"-f.jsonl", "长‮".encode() + b".jsonl.zst", b"deep/er/g.jsonl")
    folder.mkdir()
    parts: list[list[bytes]] = [[] for _ in names]
    for row in bench.source.read_bytes().splitlines(keepends=True):
        bench.random.choice(parts).append(row)
    for name, rows in zip(names, parts, strict=True):
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        half = len(rows) // 2  # packed files have two members, or frames
        halves = [b"".join(rows[:half]), b"".join(rows[half:])]
        pack = {".gz": gzip.compress, ".zst": zstandard.compress}.get(path.suffix, bytes)
        path.write_bytes(b"".join(map(pack, halves)))
    (folder / "z.jsonl.zst").write_bytes(zstandard.compress(article(0, bench.random))[:-9])
    os.symlink("gone.jsonl", folder / "link.jsonl")
    os.symlink("deep", folder / "linked")
    (folder / ".hidden.jsonl").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"")


def full_disk(bench: Bench, number: int) -> str:
    """Run on a small tmpfs until it is full; make it larger; the same command ends well."""
    place = bench.new("disk")
    size = bench.random.randint(100, 1200)
    with small_disk(place, size) as enlarge:
        output = place / "out.jsonl"
        driver = subprocess.run(
            bench.command(output), stderr=subprocess.PIPE, text=True, check=False
        )
        full = driver.returncode != 0
        if full and (driver.returncode != 1 or "No space left" not in driver.stderr):
            raise Failure(f"exit code {driver.returncode}, said {driver.stderr[-300:]!r}")
        enlarge()
        finish(bench, output, "jsonl", ended_before=not full)
    return f"{size} KiB: {'full' if full else 'had room'}; same bytes"


@contextlib.contextmanager
def small_disk(place: Path, size: int) -> Iterator[Callable[[], None]]:
    """Mount a tmpfs of some KiB; what is yielded makes it larger."""
    mount = ["mount", "-t", "tmpfs", "-o", f"size={size}k", "tmpfs", str(place)]
    if subprocess.run(mount, capture_output=True, check=False).returncode != 0:
        raise Impossible("a small tmpfs cannot be mounted here: only root may")
    try:
        yield lambda: run_quietly(["mount", "-o", "remount,size=64m", str(place)])
    finally:
        run_quietly(["umount", str(place)])


def killed_workers(bench: Bench, number: int) -> str:
    """Kill worker processes at random moments; the run itself goes on."""
    import psutil

    place = bench.new("workers") / "out.jsonl"
    driver = subprocess.Popen(bench.command(place), stderr=subprocess.DEVNULL)
    killed = 0
    while driver.poll() is None and killed < 5:
        time.sleep(bench.random.uniform(0.2, bench.seconds / 3))
        with contextlib.suppress(psutil.Error):
            children = psutil.Process(driver.pid).children()
            workers = [child for child in children if "tracker" not in " ".join(child.cmdline())]
            if workers:
                bench.random.choice(workers).kill()
                killed += 1
    ended(driver, 0)
    compare(place.read_bytes(), bench.wanted["jsonl"])
    return f"{killed} killed; same bytes"


def spoiled_inputs(bench: Bench, number: int) -> str:
    """Put spoiled lines between the articles: the same records and exactly these rejects."""
    rows = bench.source.read_bytes().splitlines(keepends=True)
    spoiled = bench.random.choices(SPOILED, k=bench.random.randint(1, 9))
    for line in spoiled:
        rows.insert(bench.random.randint(1, len(rows)), line)
    folder = bench.new("spoiled")
    source = folder / "articles.jsonl"
    source.write_bytes(b"".join(rows))
    place = folder / "out.jsonl"
    ended(subprocess.Popen(bench.command(place, source), stderr=subprocess.DEVNULL), 3)
    compare(unplaced(place.read_bytes()), unplaced(bench.wanted["jsonl"]))
    rejects = (folder / "out.jsonl.rejects.jsonl").read_bytes().splitlines()
    if len(rejects) != len(spoiled):
        raise Failure(f"{len(spoiled)} lines were spoiled, {len(rejects)} set aside")
    return f"{len(spoiled)} spoiled lines; same records, {len(rejects)} rejects"


SCENARIOS = (
    killed_driver,
    full_disk,
    killed_workers,
    terminated_driver,
    spoiled_inputs,
    odd_tree,
)


def finish(bench: Bench, place: Path, kind: str, *, ended_before: bool = False) -> None:
    """Run the same command until it ends by itself, and compare."""
    if not ended_before and not (place.exists() and not hidden(place).exists()):
        ended(subprocess.Popen(bench.command(place), stderr=subprocess.PIPE, text=True), 0)
    compare(place.read_bytes(), bench.wanted[kind])
    left = sorted(path.name for path in place.parent.iterdir())
    if left != [place.name]:
        raise Failure(f"left behind: {left}")


def hidden(place: Path) -> Path:
    """The folder of the parts of a file."""
    return place.with_name(f".{place.name}.parts")


def ended(driver: subprocess.Popen[str] | subprocess.Popen[bytes], code: int) -> None:
    """Wait for the end of a run; it must have a certain exit code."""
    _, said = driver.communicate(timeout=600)
    if driver.returncode != code:
        raise Failure(f"exit code {driver.returncode}, expected {code}: {str(said)[-300:]}")


def compare(found: bytes, wanted: bytes) -> None:
    """Refuse other bytes."""
    if found != wanted:
        raise Failure(f"other bytes: {len(found)}, expected {len(wanted)}")


def unplaced(data: bytes) -> bytes:
    """Records without file and line, which spoiled lines above them change."""
    rows = [json.loads(line) for line in data.splitlines()]
    for row in rows:
        del row["source"]
    return json.dumps(rows).encode()


def run_quietly(command: list[str]) -> None:
    """Run a command that must succeed."""
    subprocess.run(command, check=True, capture_output=True)


def say(line: str) -> None:
    """Write a line to standard output at once."""
    os.write(1, (line + "\n").encode())


if __name__ == "__main__":
    main()

"""Worker processes: equal results, deaths, hanging, the one article that is at fault."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from gaoyou_nlp.batch import Report, annotate_files
from gaoyou_nlp.batch.parts import Part
from gaoyou_nlp.batch.pool import Died, Done
from gaoyou_nlp.batch.runner import _Case, run_processes
from gaoyou_nlp.batch.store import Outcome
from gaoyou_nlp.batch.work import Settings, Task
from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.records import Article, Reject

pytestmark = pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="time limits need SIGALRM")


def articles(path: Path, texts: Iterable[str]) -> Path:
    """Write a file of articles."""
    rows = ({"id": str(i), "text": text} for i, text in enumerate(texts))
    path.write_text("".join(json.dumps(r, ensure_ascii=False) + "\n" for r in rows), "utf-8")
    return path


def engine(workers: int) -> object:
    """Worker processes with little patience."""

    def does(tasks: Iterable[Task], settings: Settings) -> Iterator[Outcome]:
        return run_processes(tasks, settings, workers=workers, grace=1.0)

    return does


def run(source: Path, output: Path, model: str, workers: int = 2, **more: object) -> Report:
    """Annotate in worker processes, four articles a part."""
    options = {"engine": engine(workers), "part_articles": 4, "time_limit": 2.0, **more}
    return annotate_files(source, output, model=model, **options)  # type: ignore[arg-type]


def rejects_of(folder: Path) -> list[tuple[str, str]]:
    """Ids and reasons."""
    place = folder / "rejects.jsonl"
    rows = place.read_text("utf-8").splitlines() if place.exists() else []
    return [(row["id"], row["reason"]) for row in map(json.loads, rows)]


def records_of(folder: Path) -> list[str]:
    """Ids and amounts."""
    rows = "".join(path.read_text("utf-8") for path in sorted(folder.glob("part*"))).splitlines()
    return [f"{row['id']}: {row['spans'][0]['text']}" for row in map(json.loads, rows)]


def test_one_worker_and_two_give_the_same_bytes(tmp_path: Path, money: str) -> None:
    source = articles(tmp_path / "in.jsonl", [f"投资{i + 1}亿元。" for i in range(30)])
    for workers in (1, 2):
        run(source, tmp_path / str(workers), money, workers)
    one, two = (
        {p.name: p.read_bytes() for p in (tmp_path / w).rglob("*") if p.is_file()} for w in "12"
    )
    assert one == two


def test_an_article_at_fault_costs_no_other(tmp_path: Path, trouble: str) -> None:
    texts = [f"投资{i + 1}亿元。" for i in range(11)]
    faults = {0: "kills", 1: "raises", 2: "hangs", 5: "takes ages", 8: "kills once"}
    for at, fault in faults.items():
        texts[at] += f"[{fault}]"
    report = run(articles(tmp_path / "in.jsonl", texts), tmp_path / "out", trouble)
    assert rejects_of(tmp_path / "out") == [
        ("0", "ends its worker process (SIGKILL)."),
        ("1", "cannot be annotated: ValueError: no way: <object object at 0x…>"),
        ("2", "does not come to an end."),
        ("5", "takes longer than 2 seconds."),
    ]
    wanted = [f"{i}: {i + 1}亿元" for i in (3, 4, 6, 7, 8, 9, 10)]
    assert records_of(tmp_path / "out") == wanted
    assert (report.articles, report.records, report.rejects, report.exit_code) == (11, 7, 4, 3)


def a_case() -> tuple[_Case, Task]:
    """A part of three articles and a reject."""
    items = (Article("1", "一"), Reject(None, "a", 2, "no"), Article("2", "二"), Article("3", "三"))
    task = Task(Part(0, items), "identity")
    return _Case(task), task


def died(task: Task, *items: int, hung: bool = False) -> Died:
    """The end of a worker."""
    return Died(task, items, "ends its worker process (SIGKILL)", hung)


def test_a_part_is_done_again_twice_and_then_tried_article_by_article() -> None:
    case, task = a_case()
    assert case.next(died(task, 0, 2, 3)) == task
    assert case.next(died(task, 0, 2, 3)) == task
    assert case.next(died(task, 2, 3)) == replace(task, only=(2, 3))


def test_a_part_that_hangs_is_tried_article_by_article_at_once() -> None:
    case, task = a_case()
    assert case.next(died(task, hung=True)) == replace(task, only=(0, 2, 3))


def test_an_article_that_dies_again_and_again_is_set_aside() -> None:
    case, task = a_case()
    trial = case.next(died(task, 0, 2, 3, hung=True))
    for rest in ((2, 3), (2, 3)):
        trial = case.next(died(trial, 2))
        assert trial == replace(task, only=rest)
    skip = {2: "ends its worker process (SIGKILL)."}
    trial = case.next(died(trial, 2))
    assert trial == replace(task, skip=skip, only=(3,))
    assert case.next(Done(trial, None)) == replace(task, skip=skip)


def test_a_part_that_dies_though_none_of_its_articles_does_stops_the_run() -> None:
    case, task = a_case()
    for _ in range(3):
        for _ in range(3):
            trial = case.next(died(task, 0, 2, 3))
        assert trial.only
        assert case.next(Done(trial, None)) == task
    case.next(died(task, 0))
    case.next(died(task, 0))
    with pytest.raises(GaoyouError, match="though each of its articles alone does not"):
        case.next(died(task, 0))


def test_a_model_that_cannot_be_loaded_is_said_once(tmp_path: Path, money: str) -> None:
    config = Path(money, "config.cfg").read_text(encoding="utf-8")
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "config.cfg").write_text(config.replace("gaoyou_money", "no_such"), "utf-8")
    (broken / "meta.json").write_bytes(Path(money, "meta.json").read_bytes())
    with pytest.raises(GaoyouError, match="cannot be loaded"):
        run(articles(tmp_path / "in.jsonl", ["投资1亿元。"]), tmp_path / "out", str(broken))


def test_workers_die_with_their_driver_and_the_run_is_taken_up(
    tmp_path: Path, trouble: str, trouble_path: Path
) -> None:
    source = articles(tmp_path / "in.jsonl", [f"投资{i + 1}亿元。[slow]" for i in range(24)])
    command = [sys.executable, "-m", "gaoyou_nlp.cli", "annotate", str(source)]
    command += ["--model", trouble, "--workers", "2", "--part-articles", "4"]
    run_it = lambda out: subprocess.Popen([*command, "-o", str(out)])  # noqa: E731
    with run_it(tmp_path / "whole") as whole:
        assert whole.wait(120) == 0
    with run_it(tmp_path / "killed") as driver:
        wait_for(lambda: len(list((tmp_path / "killed").glob("part*"))) >= 2)
        children = psutil.Process(driver.pid).children(recursive=True)
        os.kill(driver.pid, signal.SIGKILL)
    assert children
    wait_for(lambda: not any(child.is_running() for child in children))
    done = len(list((tmp_path / "killed").glob("part*")))
    assert done < 6
    with run_it(tmp_path / "killed") as again:
        assert again.wait(120) == 0
    whole_files, killed_files = (
        {p.name: p.read_bytes() for p in (tmp_path / name).rglob("*") if p.is_file()}
        for name in ("whole", "killed")
    )
    assert whole_files == killed_files


def test_a_killed_worker_costs_nothing(tmp_path: Path, trouble: str) -> None:
    source = articles(tmp_path / "in.jsonl", [f"投资{i + 1}亿元。[slow]" for i in range(16)])
    killed = []

    def watch(_: object) -> None:
        workers = list(filter(is_worker, psutil.Process().children()))
        if workers and len(killed) < 2:
            killed.append(workers[0].pid)
            os.kill(workers[0].pid, signal.SIGKILL)

    report = run(source, tmp_path / "out", trouble, watch=watch, time_limit=60.0)
    assert len(killed) == 2
    assert (report.records, report.rejects) == (16, 0)


def is_worker(process: psutil.Process) -> bool:
    """Tell a living worker from the other children and from one that is dead and not yet reaped."""
    try:
        return "spawn_main" in " ".join(process.cmdline())
    except (psutil.NoSuchProcess, psutil.ZombieProcess):
        return False


def wait_for(condition: object, seconds: float = 60) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)

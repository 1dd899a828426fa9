"""Worker processes: equal results, deaths, hanging, the one article that is at fault."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

import psutil
import pytest

from gaoyou_nlp.batch import Report, annotate_files
from gaoyou_nlp.batch.runner import run_processes
from gaoyou_nlp.batch.store import Outcome
from gaoyou_nlp.batch.work import Settings, Task
from gaoyou_nlp.errors import GaoyouError

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


@pytest.mark.parametrize(
    ("trouble_text", "reason"),
    [
        ("[raises]", "cannot be annotated: ValueError: no way: <object object at 0x…>"),
        ("[takes ages]", "takes longer than 2 seconds."),
        ("[kills]", "ends its worker process (SIGKILL)."),
        ("[hangs]", "does not come to an end."),
        ("[kills once]", None),
    ],
)
def test_one_article_costs_no_other(
    tmp_path: Path, trouble: str, trouble_text: str, reason: str | None
) -> None:
    texts = [f"投资{i + 1}亿元。" for i in range(10)]
    texts[5] += trouble_text
    report = run(articles(tmp_path / "in.jsonl", texts), tmp_path / "out", trouble)
    aside = [] if reason is None else [("5", reason)]
    assert rejects_of(tmp_path / "out") == aside
    wanted = [f"{i}: {i + 1}亿元" for i in range(10) if reason is None or i != 5]
    assert records_of(tmp_path / "out") == wanted
    assert report.exit_code == (3 if aside else 0)


def test_several_at_fault(tmp_path: Path, trouble: str) -> None:
    texts = [f"投资{i + 1}亿元。" for i in range(8)]
    for at, what in {0: "[kills]", 1: "[raises]", 2: "[hangs]", 3: "[kills]", 6: "[kills]"}.items():
        texts[at] += what
    run(articles(tmp_path / "in.jsonl", texts), tmp_path / "out", trouble)
    assert [id for id, _ in rejects_of(tmp_path / "out")] == ["0", "1", "2", "3", "6"]
    assert records_of(tmp_path / "out") == ["4: 5亿元", "5: 6亿元", "7: 8亿元"]


def test_a_part_that_dies_for_no_single_article_stops_the_run(tmp_path: Path, trouble: str) -> None:
    texts = ["投资1亿元。", "投资2亿元。", "投资3亿元。[kills in company]"]
    with pytest.raises(GaoyouError, match="though each of its articles alone does not"):
        run(articles(tmp_path / "in.jsonl", texts), tmp_path / "out", trouble)


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
        children = psutil.Process().children()
        workers = [child for child in children if "spawn_main" in " ".join(child.cmdline())]
        if workers and len(killed) < 2:
            killed.append(workers[0].pid)
            os.kill(workers[0].pid, signal.SIGKILL)

    report = run(source, tmp_path / "out", trouble, watch=watch, time_limit=60.0)
    assert len(killed) == 2
    assert (report.records, report.rejects) == (16, 0)


def wait_for(condition: object, seconds: float = 60) -> None:
    """Wait until something is so."""
    end = time.monotonic() + seconds
    while not condition():  # type: ignore[operator]
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)

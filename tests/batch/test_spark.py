"""Spark: the rows and the bytes of a local run, whoever dies."""

import importlib.util
import json
import os
import shutil
import signal
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

import gaoyou_nlp
from gaoyou_nlp.batch import annotate_files
from gaoyou_nlp.errors import GaoyouError, MissingExtraError
from gaoyou_nlp.formats import parquet_table

HAS_SPARK = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None
needs_spark = pytest.mark.skipif(not HAS_SPARK, reason="pyspark (extra spark) or Java is missing")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::ResourceWarning")


@pytest.fixture
def session_of(
    trouble_path: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Iterator[Any]:
    """Makes the session of a master; ends it after the test."""
    from pyspark.sql import SparkSession

    python = os.pathsep.join(filter(None, (str(trouble_path), os.environ.get("PYTHONPATH"))))
    monkeypatch.setenv("PYTHONPATH", python)
    monkeypatch.setenv("PYSPARK_PYTHON", sys.executable)
    begun = []

    def make(master: str) -> Any:
        builder = SparkSession.builder.master(master).appName("test")
        for key, value in {
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.driver.host": "127.0.0.1",
            "spark.sql.shuffle.partitions": "2",
            "spark.executorEnv.PYTHONPATH": python,
            "spark.local.dir": str(tmp_path / "spark"),
            "spark.sql.warehouse.dir": str(tmp_path / "warehouse"),
        }.items():
            builder = builder.config(key, value)
        begun.append(builder.getOrCreate())
        begun[0].sparkContext.setLogLevel("OFF")
        return begun[0]

    yield make
    for session in begun:
        session.stop()


def texts(count: int, more: str = "") -> list[tuple[str, str]]:
    """Ids and texts."""
    return [
        (str(i), f"市委书记张文{i % 3}说，项目{i}投资{i + 1}亿元。{more}") for i in range(count)
    ]


def plain(value: Any) -> Any:
    """Rows of Spark as plain data."""
    if hasattr(value, "asDict"):
        return {key: plain(its) for key, its in value.asDict().items()}
    return [plain(its) for its in value] if isinstance(value, list) else value


def lines(path: Path, rows: list[tuple[str, str]]) -> Path:
    """Write a file of articles."""
    dicts = ({"id": id, "text": text} for id, text in rows)
    path.write_text("".join(json.dumps(d, ensure_ascii=False) + "\n" for d in dicts), "utf-8")
    return path


def parts_of(folder: Path) -> dict[str, bytes]:
    """The parts, rejects and the manifest."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if p.is_file()}


@needs_spark
def test_spark_gives_what_a_local_run_gives(session_of: Any, trouble: str, tmp_path: Path) -> None:
    from gaoyou_nlp.batch.on_spark import run_spark
    from gaoyou_nlp.spark import COLUMNS, annotate_dataframe

    session = session_of("local[2,4]")
    articles = texts(30)
    faulty = [
        ("x", None),
        ("y", " "),
        ("z", "投资1亿元。[raises]"),
        ("w", "投资1亿元。[kills once]"),
    ]

    frame = session.createDataFrame(articles + faulty, "key string, body string").repartition(3)
    result = annotate_dataframe(frame, id_col="key", text_col="body", model=trouble)
    rows = {row["id"]: plain(row) for row in result.collect()}
    assert tuple(result.columns) == COLUMNS
    assert len(rows) == 34
    assert [rows[id]["error"] for id in "xyzw"] == [
        "has no text.",
        "is empty.",
        "cannot be annotated: ValueError: no way: <object object at 0x…>",
        None,
    ]
    nlp = gaoyou_nlp.load(Path(trouble).with_name("pipeline_of_money"))
    fields = [field.name for field in parquet_table.schema().field("spans").type.value_type]
    for record in gaoyou_nlp.annotate((gaoyou_nlp.Article(i, t) for i, t in articles), nlp):
        wanted = {k: v for k, v in parquet_table.row(record).items() if k in COLUMNS}
        wanted["spans"] = [{name: span.get(name) for name in fields} for span in wanted["spans"]]
        found = {k: v for k, v in rows[record.id].items() if k != "error"}
        assert found == wanted

    (Path(trouble).with_name("flags") / "killed").unlink()
    given = [*articles, ("z", "投资1亿元。[raises]"), ("w", "投资1亿元。[kills once]")]
    source = lines(tmp_path / "in.jsonl", given)
    on_spark = lambda tasks, settings: run_spark(tasks, settings, session=session)  # noqa: E731
    for name, engine in (("on_spark", on_spark), ("local", None)):
        report = annotate_files(
            source, tmp_path / name, model=trouble, engine=engine, part_articles=4
        )
        assert (report.records, report.rejects) == (31, 1)
    assert parts_of(tmp_path / "on_spark") == parts_of(tmp_path / "local")


@needs_spark
def test_an_article_that_kills_every_worker_is_set_aside(
    session_of: Any, trouble: str, tmp_path: Path
) -> None:
    from gaoyou_nlp.batch.on_spark import run_spark

    session = session_of("local[2,2]")
    source = lines(
        tmp_path / "in.jsonl", [*texts(6), ("bad", "投资1亿元。[kills]"), ("6", "5亿元")]
    )
    report = annotate_files(
        source,
        tmp_path / "out",
        model=trouble,
        engine=lambda tasks, settings: run_spark(tasks, settings, session=session),
        part_articles=4,
    )
    assert (report.records, report.rejects) == (7, 1)
    assert b"ends its worker process" in (tmp_path / "out/rejects.jsonl").read_bytes()


@needs_spark
@pytest.mark.slow
def test_a_lost_executor_loses_and_doubles_nothing(
    session_of: Any, trouble: str, tmp_path: Path
) -> None:
    from gaoyou_nlp.batch.on_spark import run_spark
    from gaoyou_nlp.spark import annotate_dataframe

    session = session_of("local-cluster[2,1,1024]")
    articles = texts(24, "[slow]")
    frame = session.createDataFrame(articles, "id string, text string").repartition(6)
    killer = Killer(lambda: True)
    rows = annotate_dataframe(frame, model=trouble).collect()
    assert killer.killed()
    assert sorted(int(row["id"]) for row in rows) == list(range(24))
    assert all(row["error"] is None and len(row["spans"]) == 1 for row in rows)

    source = lines(tmp_path / "in.jsonl", articles)
    killer = Killer(lambda: any((tmp_path / "on_spark").glob("part-*")))
    report = annotate_files(
        source,
        tmp_path / "on_spark",
        model=trouble,
        engine=lambda tasks, settings: run_spark(tasks, settings, session=session),
        part_articles=4,
    )
    assert killer.killed()
    assert (report.records, report.rejects) == (24, 0)
    annotate_files(source, tmp_path / "local", model=trouble, part_articles=4)
    assert parts_of(tmp_path / "on_spark") == parts_of(tmp_path / "local")


class Killer:
    """Kills an executor that is at work, as soon as something is so."""

    def __init__(self, condition: Any) -> None:
        self._condition = condition
        self._done = threading.Event()
        threading.Thread(target=self._run, daemon=True).start()

    def killed(self) -> bool:
        """Whether it has."""
        return self._done.wait(1)

    def _run(self) -> None:
        for _ in range(1200):
            working = [e for e in executors() if any("daemon" in c for c in children(e))]
            if working and self._condition():
                time.sleep(1)
                os.kill(working[0].pid, signal.SIGKILL)
                self._done.set()
                return
            time.sleep(0.05)


def executors() -> list[psutil.Process]:
    """The executors of this process's cluster."""
    return [
        process
        for process in psutil.Process().children(recursive=True)
        if "CoarseGrainedExecutorBackend" in command(process)
    ]


def children(process: psutil.Process) -> list[str]:
    """Command lines of the processes under one."""
    try:
        return [command(child) for child in process.children()]
    except psutil.Error:
        return []


def command(process: psutil.Process) -> str:
    """The command line of a process that may be gone."""
    try:
        return " ".join(process.cmdline())
    except psutil.Error:
        return ""


@needs_spark
def test_a_column_that_is_not_there(session_of: Any, money: str) -> None:
    from gaoyou_nlp.spark import annotate_dataframe

    frame = session_of("local[1,2]").createDataFrame([("1", "5亿元")], "id string, body string")
    with pytest.raises(GaoyouError, match=r"no column 'text'. Its columns are: id, body"):
        annotate_dataframe(frame, model=money)


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    from gaoyou_nlp.batch.on_spark import spark_engine
    from gaoyou_nlp.spark import annotate_dataframe

    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(MissingExtraError, match=r"gaoyou-nlp\[spark\]"), spark_engine("local[1]"):
        pass
    with pytest.raises(MissingExtraError, match=r"gaoyou-nlp\[spark\]"):
        annotate_dataframe(None)  # type: ignore[arg-type]

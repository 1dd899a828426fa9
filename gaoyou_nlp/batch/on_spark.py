"""Does parts as tasks of Spark; the output folder must be one that all executors can write."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import lru_cache, partial
from itertools import islice
from typing import TYPE_CHECKING, Any

from gaoyou_nlp.batch.job import Engine
from gaoyou_nlp.batch.runner import run_processes
from gaoyou_nlp.batch.store import Outcome
from gaoyou_nlp.batch.work import Annotator, Settings, Task
from gaoyou_nlp.errors import GaoyouError, WriteError, first_line, missing_extra

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

_WAVES = 8
"""Parts a core that are handed to Spark at a time: few enough for the driver's memory."""

_log = logging.getLogger("gaoyou_nlp")


@contextmanager
def spark_engine(master: str | None = None) -> Iterator[Engine]:
    """Begin a Spark session, and end it unless it was there before.

    Parameters:
        master: Such as ``local[4,4]``, ``yarn``, ``k8s://…``; None for what spark-submit says.
            ``local`` without retries (``local[4]``) gives a part up when its worker dies once.

    Yields:
        The engine for ``annotate_files``.

    Raises:
        MissingExtraError: pyspark is not installed.
    """
    try:
        from pyspark.sql import SparkSession
    except ImportError as error:
        raise missing_extra("pyspark", "spark") from error
    if master is None or master.startswith("local"):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    before = SparkSession.getActiveSession()
    builder = SparkSession.builder.appName("gaoyou annotate")
    builder = builder.config("spark.ui.showConsoleProgress", "false")
    if master is not None:
        builder = builder.master(master)
    session = before or builder.getOrCreate()
    try:
        yield partial(run_spark, session=session)
    finally:
        if before is None:
            session.stop()


def run_spark(
    tasks: Iterable[Task], settings: Settings, *, session: SparkSession
) -> Iterator[Outcome]:
    """Do parts as tasks of Spark.

    What Spark gives up, because an article ends its worker process again and again, is done by a
    process of the driver's machine, which finds that article and sets it aside.

    Parameters:
        tasks: The parts.
        settings: What the workers load.
        session: The session.

    Yields:
        The outcomes.

    Raises:
        GaoyouError: An executor has another model, or cannot write.
    """
    context = session.sparkContext
    source = iter(tasks)
    size = _WAVES * context.defaultParallelism
    while wave := list(islice(source, size)):
        yield from _wave(wave, settings, context)


def _wave(wave: list[Task], settings: Settings, context: Any) -> Iterator[Outcome]:
    from py4j.protocol import Py4JJavaError

    try:
        results = context.parallelize(wave, len(wave)).map(partial(_do, settings)).collect()
    except Py4JJavaError as error:
        reason = first_line(ValueError(error.java_exception.getMessage()))
        _log.warning("Spark gave up a part (%s): the driver does what is left.", reason)
        results = [settings.store.done(task.part.index, task.identity) for task in wave]
    left = []
    for task, result in zip(wave, results, strict=True):
        if isinstance(result, GaoyouError):
            raise result
        if result is None:
            left.append(task)
        elif settings.store.done(task.part.index, task.identity) is None:
            raise WriteError(
                "an executor has written a part that is not here. Choose an output folder that "
                "the driver and all executors share.",
                path=settings.store.part(task.part.index),
            )
        else:
            yield result
    yield from run_processes(left, settings, workers=1)


def _do(settings: Settings, task: Task) -> Outcome | GaoyouError | None:
    """What an executor runs for a part."""
    try:
        return _annotator(settings).do(task)
    except GaoyouError as error:
        return error


@lru_cache(maxsize=1)
def _annotator(settings: Settings) -> Annotator:
    """The annotator of this worker process, loaded once."""
    return Annotator(settings)

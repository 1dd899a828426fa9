"""Worker processes, each on a pipe of its own.

Not ``concurrent.futures``: its pool breaks as a whole when one worker dies, and does not say what
that worker was at. Here a death costs one task, the pool knows which, and which article it was at.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import TYPE_CHECKING

from gaoyou_nlp.batch.limits import can_fork, die_with, one_thread_each
from gaoyou_nlp.batch.store import Outcome
from gaoyou_nlp.batch.work import Annotator, Settings, Task, load_pipeline
from gaoyou_nlp.errors import GaoyouError

if TYPE_CHECKING:
    from spacy.language import Language

LOADING = 600.0
"""Seconds that a worker may take to load the model, or to write a part."""

MAX_FAILED_STARTS = 6
"""Workers in a row that may end before they are ready."""

_POLL = 0.5


@dataclass(frozen=True, slots=True)
class Done:
    """A task is done; ``outcome`` is None where it was only to try some items."""

    task: Task
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Died:
    """The worker of a task died or was ended because it hung.

    Parameters:
        task: The task.
        items: Those that it was at; empty where it had not begun or was done with them.
        reason: How it died.
        hung: Whether it did not move any more.
    """

    task: Task
    items: tuple[int, ...]
    reason: str
    hung: bool


Event = Done | Died


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    deadline: float
    ready: bool = False
    task: Task | None = None
    items: tuple[int, ...] = field(default=())


class Pool:
    """Some worker processes that do tasks; dead ones are replaced.

    Parameters:
        size: How many.
        settings: What each of them loads.
        grace: Seconds beyond its time limit after which a worker is taken to hang.
        fork: Whether to load the model here and copy this process, where that is safe; else, and
            elsewhere, workers start fresh and load it themselves.
    """

    def __init__(
        self, size: int, settings: Settings, *, grace: float = 30.0, fork: bool = False
    ) -> None:
        self._size = size
        self._settings = settings
        self._grace = grace
        self._fork = fork
        self._nlp: Language | None = None
        self._workers: list[_Worker] = []
        self._failed_starts = 0

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            self._end(worker)
        self._workers = []

    @property
    def free(self) -> bool:
        """Whether a worker is there to take a task, or may be started."""
        return len(self._workers) < self._size or any(w.task is None for w in self._workers)

    @property
    def busy(self) -> bool:
        """Whether a task is under way."""
        return any(worker.task is not None for worker in self._workers)

    def submit(self, task: Task) -> None:
        """Give a task to a free worker; one is started if all that are there have work."""
        worker = next((w for w in self._workers if w.task is None), None) or self._start()
        worker.task, worker.items = task, ()
        if worker.ready:
            self._send(worker)

    def events(self, *, block: bool = True) -> Iterator[Event]:
        """Yield what has happened since, after waiting for something to happen.

        Raises:
            GaoyouError: A worker cannot load the model or cannot write.
        """
        wait([worker.pipe for worker in self._workers], _POLL if block else 0)
        for worker in list(self._workers):
            yield from self._receive(worker)
            if worker in self._workers and time.monotonic() > worker.deadline:
                worker.process.kill()
                yield from self._died(worker, hung=True)

    def _start(self) -> _Worker:
        nlp = self._loaded() if self._fork else None
        context = multiprocessing.get_context("spawn" if nlp is None else "fork")
        pipe, worker_pipe = context.Pipe()
        process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=_work,
            args=(worker_pipe, self._settings, os.getpid(), nlp),
            daemon=True,
            name="gaoyou-worker",
        )
        with one_thread_each():
            process.start()
        worker_pipe.close()
        worker = _Worker(process, pipe, time.monotonic() + LOADING)
        self._workers.append(worker)
        return worker

    def _loaded(self) -> Language | None:
        """The pipeline for a copy of this process; None where a copy would not be safe."""
        if self._nlp is None and can_fork():
            with one_thread_each():
                self._nlp = load_pipeline(self._settings)
            gc.collect()
            gc.freeze()  # its memory stays shared: no copy looks through it for circles
        return self._nlp if can_fork() else None

    def _send(self, worker: _Worker) -> None:
        worker.deadline = time.monotonic() + LOADING
        try:
            worker.pipe.send(worker.task)
        except OSError:
            return  # It died: the end of the pipe says so.

    def _receive(self, worker: _Worker) -> Iterator[Event]:
        """Take in all messages of a worker."""
        try:
            while worker.pipe.poll():
                kind, *message = worker.pipe.recv()
                if kind == "failed":
                    raise message[0]
                if kind == "ready":
                    worker.ready, self._failed_starts = True, 0
                    worker.deadline = float("inf")
                    if worker.task is not None:
                        self._send(worker)
                elif kind == "at":
                    worker.items, seconds = message
                    worker.deadline = _deadline(worker.items, seconds, self._grace)
                elif worker.task is not None:
                    task, worker.task, worker.items = worker.task, None, ()
                    worker.deadline = float("inf")
                    yield Done(task, message[0])
        except (EOFError, ConnectionError):
            yield from self._died(worker, hung=False)

    def _died(self, worker: _Worker, *, hung: bool) -> Iterator[Event]:
        self._end(worker)
        self._workers.remove(worker)
        code = worker.process.exitcode
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts == MAX_FAILED_STARTS:
                raise GaoyouError(
                    f"the worker processes end before they are ready (exit code {code}). Is there "
                    "memory enough? In a script of your own, call this under "
                    "`if __name__ == '__main__':`."
                )
            if worker.task is not None:
                self.submit(worker.task)
        elif worker.task is not None:
            how = "does not come to an end" if hung else f"ends its worker process ({_how(code)})"
            yield Died(worker.task, worker.items, how, hung)

    @staticmethod
    def _end(worker: _Worker) -> None:
        """Wait for a process that ends, and kill it if it does not."""
        worker.process.join(5)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        worker.pipe.close()


def _deadline(items: tuple[int, ...], seconds: float, grace: float) -> float:
    """The time after which a worker that annotates or writes counts as hung."""
    if not items:
        return time.monotonic() + LOADING
    return time.monotonic() + seconds + grace if seconds > 0 else float("inf")


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        return signal.Signals(-code).name
    return f"exit code {code}"


def _work(pipe: Connection, settings: Settings, parent: int, nlp: Language | None) -> None:
    """What a worker process runs; it loads what it is not given."""
    die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        tell = lambda items, seconds: pipe.send(("at", items, seconds))  # noqa: E731
        annotator = Annotator(settings, tell, nlp)
        pipe.send(("ready",))
        while True:
            task: Task = pipe.recv()
            pipe.send(("done", annotator.do(task)))
    except GaoyouError as error:
        pipe.send(("failed", error))
    except (EOFError, ConnectionError):
        return

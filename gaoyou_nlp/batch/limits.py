"""Limits on a piece of work: its time, its threads, and that it ends with its parent process."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

_THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "BLIS_NUM_THREADS",
)
_PR_SET_PDEATHSIG = 1
_AGAIN = 1.0
"""Seconds after which the alarm sounds again, should the first have been swallowed."""


class TimeUp(BaseException):
    """The time of a piece of work is up. Not an ``Exception``, so that no component hides it."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise ``TimeUp`` inside a block that takes too long.

    Needs SIGALRM (not on Windows) and the main thread; elsewhere there is no limit from inside,
    and a process that hangs is ended from outside.

    Parameters:
        seconds: Of wall time; 0 for no limit.
    """
    main = threading.current_thread() is threading.main_thread()
    if seconds <= 0 or not main or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(number: int, frame: object) -> None:
        raise TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, _AGAIN)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def die_with(parent: int) -> None:
    """End this process when the process that started it ends, however that happens.

    Parameters:
        parent: The process id of that process.
    """
    if sys.platform == "linux":
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def can_fork() -> bool:
    """Tell whether this process can be copied as it is: on Linux, and without a second thread.

    Threads of libraries count too: a copy has them not, but may wait for a lock that one holds.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


@contextmanager
def one_thread_each() -> Iterator[None]:
    """Let libraries loaded and processes started in a block compute on one thread each."""
    before = {name: os.environ.get(name) for name in _THREADS}
    os.environ.update(dict.fromkeys(_THREADS, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value

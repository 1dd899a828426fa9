"""Keeps numpy's matrix products on one thread.

The products of a recurrent layer are small: sharing one out among threads costs more than it
brings, and on a busy machine the threads wait for each other (measured on two busy cores: 4,400
characters a CPU second with two threads, 19,700 with one).
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from functools import cache
from typing import Any

from threadpoolctl import ThreadpoolController


@cache
def _controller() -> Any:
    return ThreadpoolController()


def one_thread() -> AbstractContextManager[Any]:
    """Return a context in which numpy's BLAS uses one thread.

    Examples:
        >>> with one_thread():
        ...     pass
    """
    limit: AbstractContextManager[Any] = _controller().limit(limits=1, user_api="blas")
    return limit

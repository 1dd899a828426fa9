"""Plain numpy arrays in and out of thinc, whose own array types numpy's do not match."""

from __future__ import annotations

from typing import Any, cast

import numpy as np
import numpy.typing as npt
from thinc.api import Model
from thinc.types import Ragged

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

BLOCK = 2048
"""Rows that are worked on together: what is done to them stays in the cache."""


def ragged(rows: Floats, lengths: Ints) -> Ragged:
    """Bundle the rows of a batch with the number of rows of each member."""
    return Ragged(cast(Any, rows), cast(Any, lengths.astype(np.int32)))


def rows_of(batch: Ragged) -> Floats:
    """Return the rows of a batch."""
    return cast(Floats, batch.data)


def lengths_of(batch: Ragged) -> Ints:
    """Return the number of rows of each member of a batch."""
    return cast(Any, batch.lengths).astype(np.int64)  # type: ignore[no-any-return]


def param(model: Model[Any, Any], name: str) -> Floats:
    """Return a parameter of a layer."""
    return cast(Floats, model.get_param(name))


def add_gradient(model: Model[Any, Any], name: str, gradient: Floats) -> None:
    """Add to the gradient of a parameter."""
    model.inc_grad(name, cast(Any, gradient))


def set_param(model: Model[Any, Any], name: str, value: Floats) -> None:
    """Set a parameter of a layer."""
    model.set_param(name, cast(Any, value))


def no_way_back(gradient: Any) -> Any:
    """Refuse to lead a gradient back through a prediction: a layer that returns this holds none of
    its arrays, so that the next layers can have their memory.

    Raises:
        ValueError: Always.
    """
    raise ValueError("a prediction has no way back. Use begin_update.")


def uniform(shape: tuple[int, ...], fans: int) -> Floats:
    """Draw first weights (Glorot and Bengio 2010, "Understanding the difficulty of training deep
    feedforward neural networks").

    Parameters:
        shape: Of the array.
        fans: Columns in and columns out, added up.

    Returns:
        Numbers on both sides of zero, the fewer the fans the larger.
    """
    edge = np.sqrt(6 / fans)
    return np.random.uniform(-edge, edge, shape).astype(np.float32)

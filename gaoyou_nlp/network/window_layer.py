"""A dense layer over windows of characters that makes no copies of the windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from thinc.api import Model
from thinc.types import Ragged

from gaoyou_nlp.network.arrays import (
    BLOCK,
    Ints,
    add_gradient,
    lengths_of,
    no_way_back,
    param,
    ragged,
    rows_of,
    set_param,
    uniform,
)

_Batch = Model[Ragged, Ragged]


def window_layer(width: int, window: int) -> _Batch:
    """Build a layer that makes of each row ``relu(W [rows before, itself, rows after] + b)``.

    Parameters:
        width: Columns in and out.
        window: How many neighbours on each side count; beyond the ends of a member of the batch
            there are zeros.

    Returns:
        A model from rows to rows.
    """
    return Model(
        "window",
        _forward,
        init=_init,
        dims={"nO": width, "nI": width},
        params={"W": None, "b": None},
        attrs={"window": window},
    )


def _init(model: _Batch, X: Any = None, Y: Any = None) -> None:
    width = model.get_dim("nO")
    wide = width * (2 * model.attrs["window"] + 1)
    set_param(model, "W", uniform((wide, width), wide + width))
    set_param(model, "b", np.zeros(width, np.float32))


def _forward(
    model: _Batch, batch: Ragged, is_train: bool
) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
    width, window = model.get_dim("nO"), model.attrs["window"]
    weights, bias = param(model, "W").reshape(2 * window + 1, width, width), param(model, "b")
    rows, lengths = rows_of(batch), lengths_of(batch)
    if not len(rows):
        return batch, lambda gradient: gradient
    seams = {shift: _rows_at_seams(lengths, shift) for shift in range(-window, window + 1)}
    out = np.empty((len(rows), width), np.float32)
    for start in range(0, len(rows), BLOCK):
        part = out[start : start + BLOCK]
        np.matmul(rows[start : start + BLOCK], weights[window], out=part)
        for shift in (s for s in seams if s):
            low, high = max(start, -shift, 0), min(start + len(part), len(rows) - max(shift, 0))
            if low < high:
                added = rows[low + shift : high + shift] @ weights[window + shift]
                first, last = np.searchsorted(seams[shift], (low, high))
                added[seams[shift][first:last] - low] = 0
                part[low - start : high - start] += added
        part += bias
        np.maximum(part, 0, out=part)
    if not is_train:
        return ragged(out, lengths), no_way_back

    def backprop(gradient: Ragged) -> Ragged:
        d_out = rows_of(gradient) * (out > 0)
        d_rows, d_weights = np.zeros_like(rows), np.empty_like(weights)
        for shift, far in seams.items():
            low, high = max(-shift, 0), max(len(rows) - max(shift, 0), 0)
            given = d_out[low:high].copy()
            given[far[(far >= low) & (far < high)] - low] = 0
            d_weights[window + shift] = rows[low + shift : high + shift].T @ given
            d_rows[low + shift : high + shift] += given @ weights[window + shift].T
        add_gradient(model, "W", d_weights.reshape(-1, width))
        add_gradient(model, "b", d_out.sum(axis=0))
        return ragged(d_rows, lengths)

    return ragged(out, lengths), backprop


def _rows_at_seams(lengths: Ints, shift: int) -> Ints:
    """The rows whose neighbour at a distance belongs to another member of the batch, in order."""
    ends = np.cumsum(lengths)
    starts = ends - lengths
    edges = (starts if shift < 0 else ends)[lengths > 0]
    near = [edges + step if shift < 0 else edges - 1 - step for step in range(abs(shift))]
    member = np.repeat(np.arange(len(lengths)), lengths)
    rows = np.unique(np.concatenate([np.zeros(0, np.int64), *near]))
    rows = rows[(rows >= 0) & (rows < len(member))]
    other = rows + shift
    inside = (other >= 0) & (other < len(member))
    far: Ints = rows[inside & (member[rows] != member[np.where(inside, other, 0)])]
    return far

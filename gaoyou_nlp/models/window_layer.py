"""A dense layer over windows of characters that makes no copies of the windows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from thinc.api import Model
from thinc.types import Ragged

from gaoyou_nlp.models.arrays import (
    BLOCK,
    Ints,
    add_gradient,
    lengths_of,
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
    if not len(rows_of(batch)):
        return batch, lambda gradient: gradient
    rows, places = rows_of(batch), _places(lengths_of(batch), window)
    spaced = np.zeros((len(rows) + window * (len(lengths_of(batch)) + 1), width), np.float32)
    spaced[places] = rows
    inner = len(spaced) - 2 * window
    out = np.empty((inner, width), np.float32)
    for start in range(0, inner, BLOCK):
        part = out[start : start + BLOCK]
        np.matmul(spaced[start : start + len(part)], weights[0], out=part)
        for shift in range(1, 2 * window + 1):
            part += spaced[start + shift : start + shift + len(part)] @ weights[shift]
        part += bias
        np.maximum(part, 0, out=part)
    found = out[places - window]

    def backprop(gradient: Ragged) -> Ragged:
        given = rows_of(gradient)
        d_out = np.zeros_like(out)
        d_out[places - window] = given * (found > 0)
        d_spaced, d_weights = np.zeros_like(spaced), np.empty_like(weights)
        for shift in range(2 * window + 1):
            d_weights[shift] = spaced[shift : shift + inner].T @ d_out
            d_spaced[shift : shift + inner] += d_out @ weights[shift].T
        add_gradient(model, "W", d_weights.reshape(-1, width))
        add_gradient(model, "b", d_out.sum(axis=0))
        return ragged(d_spaced[places], lengths_of(gradient))

    return ragged(found, lengths_of(batch)), backprop


def _places(lengths: Ints, window: int) -> Ints:
    """Where the rows lie when there are empty ones before, between and after the members."""
    member = np.repeat(np.arange(len(lengths)), lengths)
    return np.arange(len(member)) + window * (member + 1)

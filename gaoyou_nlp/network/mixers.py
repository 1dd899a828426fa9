"""The layers between the features of characters and their tags."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from thinc.api import Dropout, Model, chain, clone, residual, with_array
from thinc.layers.residual import forward as residual_forward
from thinc.layers.residual import init as residual_init
from thinc.types import Ragged

from gaoyou_nlp.network.arrays import (
    BLOCK,
    Floats,
    add_gradient,
    lengths_of,
    no_way_back,
    param,
    ragged,
    rows_of,
    set_param,
    uniform,
)
from gaoyou_nlp.network.gru import GruWeights, Trace, backward, dense, dense_gradients, forward
from gaoyou_nlp.network.kernels import gru_states
from gaoyou_nlp.network.packing import pack
from gaoyou_nlp.network.window_layer import window_layer

_Rows = Model[Any, Any]
_Batch = Model[Ragged, Ragged]


def affine(width: int | None = None, inputs: int | None = None, *, relu: bool = False) -> _Rows:
    """Build a dense layer on numpy's matrix product, faster than thinc's own on many machines.

    Parameters:
        width: Columns out; None where ``initialize`` finds them.
        inputs: Columns in; None where ``initialize`` finds them.
        relu: Whether negative results become 0.

    Returns:
        A model from rows to rows.
    """
    return Model(
        "affine",
        _affine_forward,
        init=_affine_init,
        dims={"nO": width, "nI": inputs},
        params={"W": None, "b": None},
        attrs={"relu": relu},
    )


def _affine_init(model: _Rows, X: Floats | None = None, Y: Floats | None = None) -> None:
    if X is not None:
        model.set_dim("nI", X.shape[1])
    if Y is not None:
        model.set_dim("nO", Y.shape[1])
    shape = model.get_dim("nI"), model.get_dim("nO")
    set_param(model, "W", uniform(shape, sum(shape)))
    set_param(model, "b", np.zeros(shape[1], np.float32))


def _affine_forward(
    model: _Rows, rows: Floats, is_train: bool
) -> tuple[Floats, Callable[[Floats], Floats]]:
    weights = param(model, "W")
    out = np.empty((len(rows), weights.shape[1]), np.float32)
    for start in range(0, len(rows), BLOCK):
        part = out[start : start + BLOCK]
        np.matmul(rows[start : start + BLOCK], weights, out=part)
        part += param(model, "b")
        if model.attrs["relu"]:
            np.maximum(part, 0, out=part)
    if not is_train:
        return out, no_way_back

    def backprop(gradient: Floats) -> Floats:
        if model.attrs["relu"]:
            gradient = gradient * (out > 0)
        add_gradient(model, "W", rows.T @ gradient)
        add_gradient(model, "b", gradient.sum(axis=0))
        return gradient @ weights.T

    return out, backprop


def build_gru_mixer(width: int = 96, inner: int = 128, dropout: float = 0.0) -> _Batch:
    """Build the architecture ``gaoyou.GruMixer.v1``: a dense layer and a bidirectional GRU.

    Parameters:
        width: Of the GRU in each direction.
        inner: Of the dense layer.
        dropout: Of the input and of the dense layer; ``[training] dropout`` takes its place.

    Returns:
        A model from rows to ``2 * width`` columns.
    """
    return chain(
        Dropout(dropout), with_array(affine(inner, relu=True)), Dropout(dropout), bigru(width)
    )


def build_window_mixer(
    width: int = 128, window: int = 1, depth: int = 2, dropout: float = 0.0
) -> _Batch:
    """Build the architecture ``gaoyou.WindowMixer.v1``: dense layers over windows of characters.

    Parameters:
        width: Of each layer.
        window: How many neighbours on each side a layer sees.
        depth: How many layers of windows, each added to its input.
        dropout: As for ``gaoyou.GruMixer.v1``.

    Returns:
        A model from rows to ``width`` columns.
    """
    layer = added(chain(window_layer(width, window), cast(_Batch, Dropout(dropout))))
    first: _Batch = chain(Dropout(dropout), with_array(affine(width, relu=True)), Dropout(dropout))
    return chain(first, clone(layer, depth)) if depth else first


def added(layer: _Batch) -> _Batch:
    """Add what a layer makes to what it was given, as thinc's ``residual`` does.

    Parameters:
        layer: As many columns out as in. What it predicts is its own array, to which is added: no
            third one is made.

    Returns:
        A model from rows to rows, saved and read as ``residual``.
    """
    like = residual(layer)
    dims = {name: like.maybe_get_dim(name) for name in like.dim_names}
    return Model(like.name, _added_forward, init=residual_init, layers=[layer], dims=dims)


def _added_forward(
    model: _Batch, batch: Ragged, is_train: bool
) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
    if is_train:
        return residual_forward(model, batch, is_train)
    made = model.layers[0].predict(batch)
    rows = rows_of(made)
    rows += rows_of(batch)
    return made, no_way_back


def bigru(width: int, inputs: int | None = None) -> _Batch:
    """Build a bidirectional GRU.

    Parameters:
        width: Of each direction.
        inputs: Columns in; None where ``initialize`` finds them.

    Returns:
        A model from rows to ``2 * width`` columns.
    """
    return Model(
        "bigru",
        _bigru_forward,
        init=_bigru_init,
        dims={"nO": 2 * width, "nI": inputs},
        params=dict.fromkeys("wrbc"),
    )


def _bigru_init(model: _Batch, X: Ragged | None = None, Y: Any = None) -> None:
    if X is not None:
        model.set_dim("nI", rows_of(X).shape[1])
    inputs, width = model.get_dim("nI"), model.get_dim("nO") // 2
    set_param(model, "w", uniform((2, inputs, 3 * width), inputs + width))
    square = [[np.linalg.qr(np.random.normal(size=(width, width)))[0] for _ in "zrn"] for _ in "fb"]
    set_param(model, "r", _stack(square))
    set_param(model, "b", np.zeros((2, 3 * width), np.float32))
    set_param(model, "c", np.zeros((2, width), np.float32))


def _stack(parts: list[list[Any]]) -> Floats:
    return np.stack([np.concatenate(way, axis=1) for way in parts]).astype(np.float32)


def _bigru_forward(
    model: _Batch, batch: Ragged, is_train: bool
) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
    weights = GruWeights(*(param(model, name) for name in "wrbc"))
    if not is_train:
        states = gru_states(rows_of(batch), lengths_of(batch), weights)
        return ragged(states, lengths_of(batch)), no_way_back
    layout = pack(lengths_of(batch))
    inputs = rows_of(batch)[layout.source]
    packed, trace = forward(dense(inputs, layout, weights), layout, weights, trace=True)
    states = np.empty_like(packed)
    states[layout.source] = packed

    def backprop(gradient: Ragged) -> Ragged:
        d_packed = rows_of(gradient)[layout.source]
        d_input, d_r, d_c = backward(d_packed, cast(Trace, trace), layout, weights)
        d_inputs, d_w, d_b = dense_gradients(d_input, inputs, layout, weights)
        for name, part in zip("wrbc", (d_w, d_r, d_b, d_c), strict=True):
            add_gradient(model, name, part)
        d_rows = np.empty_like(d_inputs)
        d_rows[layout.source] = d_inputs
        return ragged(d_rows, lengths_of(batch))

    return ragged(states, lengths_of(batch)), backprop

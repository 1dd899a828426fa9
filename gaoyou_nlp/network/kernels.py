"""Prediction by compiled loops, where the compiled module was built, or else by numpy.

``_kernels`` is built when the library is installed on a machine with a C compiler, and is part of
its wheels. The functions here do the same with it and without; the scores of spans differ by less
than 1e-4. Training uses numpy alone. The environment variable ``GAOYOU_KERNELS=numpy``, read once
when this module is imported, leaves the compiled module aside.
"""

from __future__ import annotations

import os
from types import ModuleType
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from thinc.api import NumpyOps

from gaoyou_nlp.network import crf, gru
from gaoyou_nlp.network.arrays import Floats, Ints
from gaoyou_nlp.network.crf import Chain, Numbers, Posterior
from gaoyou_nlp.network.gru import GruWeights
from gaoyou_nlp.network.packing import pack, stretches

VARIABLE = "GAOYOU_KERNELS"
_OPS = NumpyOps()
_LANES = 16
_MOST_TAGS = 256
_NEVER = -1e30
"""Of a tag that is not allowed: compiled code is spared infinities."""
_ROWS = 512
"""Rows of one projection: enough for a fast matrix product, few enough for the cache."""


def _load() -> ModuleType | None:
    if os.environ.get(VARIABLE) == "numpy":
        return None
    try:
        from gaoyou_nlp.network import _kernels
    except ImportError:
        return None
    return _kernels


compiled: ModuleType | None = _load()
"""The compiled module, or None where numpy does its work; tests set it."""


def embed(tables: list[Floats], hashes: list[npt.NDArray[np.uint32]], out: Floats) -> int:
    """Write hashed embeddings side by side into the first columns of an array.

    Parameters:
        tables: One an embedding.
        hashes: For each embedding the four hashes of each row; each counts modulo the rows of the
            table.
        out: As many rows as the hashes, at least as many columns as all tables.

    Returns:
        The number of columns that were written.

    Examples:
        >>> table = np.array([[1.0], [2.0]], np.float32)
        >>> hashes = np.array([[0, 1, 3, 4]], np.uint32)
        >>> out = np.zeros((1, 2), np.float32)
        >>> embed([table], [hashes], out), out.tolist()
        (1, [[6.0, 0.0]])
    """
    column = 0
    for table, keys in zip(tables, hashes, strict=True):
        width = table.shape[1]
        if compiled is not None:
            compiled.sum_rows(table, keys, out, column)
        else:
            rows = cast(Any, keys % np.uint32(len(table)))
            out[:, column : column + width] = _OPS.gather_add(cast(Any, table), rows)
        column += width
    return column


def gru_states(rows: Floats, lengths: Ints, weights: GruWeights) -> Floats:
    """Run a bidirectional GRU.

    Parameters:
        rows: The sequences, written one after the other.
        lengths: Rows of each sequence.
        weights: Of the layer.

    Returns:
        The states (rows, 2 × width), in the same order.
    """
    layout = pack(lengths)
    if compiled is None:
        inputs = rows[layout.source]
        packed, _ = gru.forward(gru.dense(inputs, layout, weights), layout, weights)
        states = np.empty_like(packed)
        states[layout.source] = packed
        return states
    width, steps = weights.width, layout.steps.tolist()
    bias, inner_bias = np.ascontiguousarray(weights.b), np.ascontiguousarray(weights.c)
    places = np.stack([layout.source, layout.source[layout.mirror]])
    states = np.empty((layout.rows, 2 * width), np.float32)
    widest = steps[1] if layout.rows else 0
    state = np.zeros((2, widest, width), np.float32)
    moved = np.empty((2, widest, 3 * width), np.float32)
    blocks = stretches(layout.steps, _ROWS)
    most = max((steps[last] - steps[first] for first, last in blocks), default=0)
    inputs = np.empty((2, most, 3 * width), np.float32)
    for first, last in blocks:
        base, end = steps[first], steps[last]
        np.matmul(rows[places[:, base:end]], weights.w, out=inputs[:, : end - base])
        for step in range(first, last):
            start, count = steps[step], steps[step + 1] - steps[step]
            np.matmul(state[:, :count], weights.r, out=moved[:, :count])
            compiled.advance(
                inputs, start - base, moved, bias, inner_bias, state, places, start, count, states
            )
    return states


def best_path(emissions: Floats, lengths: Ints, chain: Chain) -> Numbers:
    """Find the likeliest tags of some sequences (Viterbi).

    Parameters:
        emissions: The sequences one after the other, one column a tag.
        lengths: Rows of each sequence.
        chain: The weights.

    Returns:
        One tag a row.
    """
    rows, tags = emissions.shape
    path = np.zeros(rows, np.int64)
    if compiled is None or tags > _MOST_TAGS:
        layout = pack(lengths)
        path[layout.source] = crf.best_path(emissions[layout.source], layout, chain)
        return path
    first, next_tags, last = (
        _padded(np.maximum(weights, _NEVER), _NEVER)
        for weights in (chain.first, chain.next, chain.last)
    )
    longest = int(lengths.max()) if len(lengths) else 0
    scores = np.empty((longest, next_tags.shape[1]), np.float32)
    compiled.best_path(
        np.ascontiguousarray(emissions),
        lengths,
        first,
        next_tags,
        last,
        scores,
        path,
    )
    return path


def posterior(emissions: Floats, lengths: Ints, chain: Chain) -> Posterior:
    """Run forwards and backwards over some sequences, in single precision.

    Parameters:
        emissions: The sequences one after the other, one column a tag.
        lengths: Rows of each sequence.
        chain: The weights.

    Returns:
        The posterior, in the order of the rows; ``log_total`` in the order of the sequences.
    """
    if compiled is None or emissions.shape[1] > _MOST_TAGS:
        layout = pack(lengths)
        found = crf.posterior(emissions[layout.source], layout, chain.single()).unpacked(layout)
        order = np.argsort(-lengths, kind="stable")
        log_total = np.zeros(len(lengths))
        log_total[order[: len(found.log_total)]] = found.log_total
        return Posterior(found.forward, found.backward, found.weight, log_total)
    ahead, behind, weight = (np.empty(emissions.shape, np.float32) for _ in range(3))
    log_total = np.zeros(len(lengths))
    compiled.posterior(
        np.ascontiguousarray(emissions),
        lengths,
        _padded(np.exp(chain.first)),
        _padded(np.exp(chain.next)),
        _padded(np.exp(chain.next.T)),
        _padded(np.exp(chain.last)),
        crf.FLOOR,
        ahead,
        behind,
        weight,
        log_total,
    )
    return Posterior(cast(Any, ahead), cast(Any, behind), cast(Any, weight), log_total)


def _padded(weights: npt.NDArray[Any], value: float = 0.0) -> Floats:
    """Weights in single precision, columns added up to a multiple of the lanes."""
    missing = -weights.shape[-1] % _LANES
    sides = [*[(0, 0)] * (weights.ndim - 1), (0, missing)]
    return np.ascontiguousarray(np.pad(weights.astype(np.float32), sides, constant_values=value))

"""A bidirectional GRU on numpy, forwards and back, for packed batches.

The gates are those of ONNX with ``linear_before_reset``, of PyTorch and of Paddle::

    z = sigmoid(x Wz + h Rz + bz)          r = sigmoid(x Wr + h Rr + br)
    n = tanh(x Wn + bn + r * (h Rn + c))   h' = n + z * (h - n)

A gate's sigmoid is taken as ``(1 + tanh(a / 2)) / 2``: numpy's tanh is the faster one.
Both directions advance in one stacked matrix product a step.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from gaoyou_nlp.network.arrays import Floats, Ints
from gaoyou_nlp.network.packing import Packing, stretches

Project = Callable[[int, int], tuple[Floats, Floats]]
_ROWS = 512  # of one projection: enough for a fast matrix product, few enough for the cache


@dataclass(frozen=True, slots=True)
class GruWeights:
    """The weights of both directions (first axis), gates in the order z, r, n.

    Parameters:
        w: Of the input (2, inputs, 3 × width).
        r: Of the state (2, width, 3 × width).
        b: Bias of the three gates (2, 3 × width).
        c: Bias of the candidate inside the reset (2, width).
    """

    w: Floats
    r: Floats
    b: Floats
    c: Floats

    @property
    def width(self) -> int:
        """The width of one direction."""
        return int(self.r.shape[1])


@dataclass(frozen=True, slots=True)
class Trace:
    """What the way back needs of the way there: gates and states of every row, by direction."""

    z: Floats
    r: Floats
    n: Floats
    reset: Floats
    before: Floats


def dense(inputs: Floats, layout: Packing, weights: GruWeights) -> Project:
    """Make the projection of a layer whose input is an array.

    Parameters:
        inputs: One packed row a character.
        layout: Of the batch.
        weights: Of the layer.

    Returns:
        A function that gives the gates' and the candidate's part of the rows from, to.
    """
    gates = 2 * weights.width
    w, b = weights.w.copy(), weights.b[:, None].copy()
    w[:, :, :gates] *= np.float32(0.5)
    b[:, :, :gates] *= np.float32(0.5)

    def project(start: int, stop: int) -> tuple[Floats, Floats]:
        found = np.empty((2, stop - start, 3 * weights.width), np.float32)
        for way, rows in enumerate((inputs[start:stop], inputs[layout.mirror[start:stop]])):
            np.matmul(rows, w[way], out=found[way])
        found += b
        return found[:, :, :gates], found[:, :, gates:]

    return project


def lookup(table: Floats, index: Ints, layout: Packing, weights: GruWeights) -> Project:
    """Make the projection of a layer whose input rows repeat: each distinct row is done once.

    Parameters:
        table: The distinct rows.
        index: For each packed row, its row in the table.
        layout: Of the batch.
        weights: Of the layer.

    Returns:
        As ``dense``.
    """
    gates, candidate, gate_bias, candidate_bias = _halved(weights)
    a_table = np.matmul(table, gates) + gate_bias
    n_table = np.matmul(table, candidate) + candidate_bias
    ways = (index, index[layout.mirror])
    width = weights.width

    def project(start: int, stop: int) -> tuple[Floats, Floats]:
        a = np.empty((2, stop - start, 2 * width), np.float32)
        n = np.empty((2, stop - start, width), np.float32)
        for way, rows in enumerate(ways):
            a_table[way].take(rows[start:stop], 0, out=a[way], mode="clip")
            n_table[way].take(rows[start:stop], 0, out=n[way], mode="clip")
        return a, n

    return project


def _halved(weights: GruWeights) -> tuple[Floats, Floats, Floats, Floats]:
    width = 2 * weights.width
    return (
        np.ascontiguousarray(weights.w[:, :, :width]) * np.float32(0.5),
        np.ascontiguousarray(weights.w[:, :, width:]),
        weights.b[:, None, :width] * np.float32(0.5),
        weights.b[:, None, width:],
    )


def forward(
    project: Project, layout: Packing, weights: GruWeights, *, trace: bool = False
) -> tuple[Floats, Trace | None]:
    """Run the layer.

    Parameters:
        project: Of ``dense`` or ``lookup``.
        layout: Of the batch.
        weights: Of the layer.
        trace: Whether to keep what ``backward`` needs.

    Returns:
        The states (packed rows, 2 × width), and the trace if asked for.
    """
    width, rows, steps = weights.width, layout.rows, layout.steps
    half = np.float32(0.5)
    recurrent = weights.r * half
    bias = weights.c[:, None] * half
    states = np.empty((rows, 2 * width), np.float32)
    kept = _empty_trace(rows, width) if trace else None
    state = np.zeros((2, int(steps[1]) if rows else 0, width), np.float32)
    for first, last in stretches(steps, _ROWS):
        base = int(steps[first])
        x_gates, x_candidate = project(base, int(steps[last]))
        for step in range(first, last):
            start, stop = int(steps[step]), int(steps[step + 1])
            if stop - start < state.shape[1]:
                state = np.ascontiguousarray(state[:, : stop - start])
            # twice the sigmoid, so that the halves are taken once, in the weights
            moved = np.matmul(state, recurrent)
            zr, n = moved[:, :, : 2 * width], moved[:, :, 2 * width :]
            zr += x_gates[:, start - base : stop - base]
            np.tanh(zr, out=zr)
            zr += 1
            z, r = zr[:, :, :width], zr[:, :, width:]
            n += bias
            if kept is not None:
                kept.before[:, start:stop], kept.reset[:, start:stop] = state, n
            n *= r
            n += x_candidate[:, start - base : stop - base]
            np.tanh(n, out=n)
            if kept is not None:
                kept.z[:, start:stop], kept.r[:, start:stop] = z, r
                kept.n[:, start:stop] = n
            state -= n
            state *= z
            state *= half
            state += n
            states[start:stop, :width] = state[0]
            states[layout.mirror[start:stop], width:] = state[1]
    if kept is not None:
        kept.z[...] *= half
        kept.r[...] *= half
        kept.reset[...] *= 2
    return states, kept


def _empty_trace(rows: int, width: int) -> Trace:
    return Trace(*(np.empty((2, rows, width), np.float32) for _ in range(5)))


def backward(
    gradient: Floats, trace: Trace, layout: Packing, weights: GruWeights
) -> tuple[Floats, Floats, Floats]:
    """Lead a gradient back through time.

    Parameters:
        gradient: Of the loss by the states (packed rows, 2 × width).
        trace: Of ``forward``.
        layout: Of the batch.
        weights: Of the layer.

    Returns:
        The gradients by the projected input (2, rows, 3 × width, each direction in its own
        order of rows), by ``r`` and by ``c``.
    """
    width, rows, steps = weights.width, layout.rows, layout.steps
    back_gates = np.ascontiguousarray(weights.r[:, :, : 2 * width].transpose(0, 2, 1))
    back_candidate = np.ascontiguousarray(weights.r[:, :, 2 * width :].transpose(0, 2, 1))
    d_input = np.empty((2, rows, 3 * width), np.float32)
    d_reset = np.empty((2, rows, width), np.float32)
    d_state = np.zeros((2, 0, width), np.float32)
    for step in range(len(steps) - 2, -1, -1):
        start, stop = int(steps[step]), int(steps[step + 1])
        grown = np.empty((2, stop - start, width), np.float32)
        grown[0] = gradient[start:stop, :width]
        grown[1] = gradient[layout.mirror[start:stop], width:]
        grown[:, : d_state.shape[1]] += d_state
        z, r, n = trace.z[:, start:stop], trace.r[:, start:stop], trace.n[:, start:stop]
        reset, before = trace.reset[:, start:stop], trace.before[:, start:stop]
        d_n = grown * (1 - z) * (1 - n * n)
        d_gates = np.empty((2, stop - start, 2 * width), np.float32)
        d_gates[:, :, :width] = grown * (before - n) * z * (1 - z)
        d_gates[:, :, width:] = d_n * reset * r * (1 - r)
        d_r = d_n * r
        d_input[:, start:stop, : 2 * width] = d_gates
        d_input[:, start:stop, 2 * width :] = d_n
        d_reset[:, start:stop] = d_r
        d_state = grown * z
        d_state += np.matmul(d_gates, back_gates)
        d_state += np.matmul(d_r, back_candidate)
    before_t = trace.before.transpose(0, 2, 1)
    d_weights = np.concatenate(
        [np.matmul(before_t, d_input[:, :, : 2 * width]), np.matmul(before_t, d_reset)], axis=2
    )
    return d_input, d_weights, d_reset.sum(axis=1)


def dense_gradients(
    d_input: Floats, inputs: Floats, layout: Packing, weights: GruWeights
) -> tuple[Floats, Floats, Floats]:
    """Lead the gradient of the projected input of a ``dense`` layer back to its parts.

    Parameters:
        d_input: Of ``backward``.
        inputs: The packed input.
        layout: Of the batch.
        weights: Of the layer.

    Returns:
        The gradients by the input, by ``w`` and by ``b``.
    """
    d_rows = d_input[0] @ weights.w[0].T
    d_rows[layout.mirror] += d_input[1] @ weights.w[1].T
    d_w = np.stack([inputs.T @ d_input[0], inputs[layout.mirror].T @ d_input[1]])
    return d_rows, d_w, d_input.sum(axis=1)


def lookup_gradients(
    d_input: Floats, table: Floats, index: Ints, layout: Packing, weights: GruWeights
) -> tuple[Floats, Floats, Floats]:
    """As ``dense_gradients`` for a ``lookup`` layer: the first gradient is by the table."""
    d_table = np.zeros_like(table)
    d_w = np.empty_like(weights.w)
    for way, rows in enumerate((index, index[layout.mirror])):
        summed = sum_rows(d_input[way], rows, len(table))
        d_table += summed @ weights.w[way].T
        d_w[way] = table.T @ summed
    return d_table, d_w, d_input.sum(axis=1)


def sum_rows(values: Floats, index: Ints, rows: int) -> Floats:
    """Add up the rows of an array that share an index.

    Parameters:
        values: One row an index.
        index: From 0 to ``rows``, end exclusive.
        rows: Of the result.

    Returns:
        The sums; zero where an index does not occur.

    Examples:
        >>> sum_rows(np.array([[1.0], [2.0], [4.0]], np.float32), np.array([1, 0, 1]), 3).tolist()
        [[2.0], [5.0], [0.0]]
    """
    sums = np.zeros((rows, values.shape[1]), np.float32)
    if len(index):
        order = np.argsort(index, kind="stable")
        ordered = index[order]
        firsts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])
        sums[ordered[firsts]] = np.add.reduceat(values[order], firsts, axis=0)
    return sums

"""The recurrent layer: against a plain loop, and its gradients against finite differences."""

import numpy as np
import numpy.typing as npt
import pytest

from gaoyou_nlp.network.gru import (
    GruWeights,
    backward,
    dense,
    dense_gradients,
    forward,
    lookup,
    lookup_gradients,
    sum_rows,
)
from gaoyou_nlp.network.packing import pack

LENGTHS = [3, 0, 7, 1, 5, 5]
Array = npt.NDArray[np.float32]


def make(inputs: int, width: int, seed: int = 0) -> GruWeights:
    rng = np.random.default_rng(seed)

    def draw(*shape: int) -> Array:
        return rng.normal(0, 0.4, shape).astype(np.float32)

    return GruWeights(
        draw(2, inputs, 3 * width), draw(2, width, 3 * width), draw(2, 3 * width), draw(2, width)
    )


def plainly(x: Array, weights: GruWeights, way: int) -> Array:
    width = weights.width
    h = np.zeros(width, np.float64)
    states = []
    for row in x if way == 0 else x[::-1]:
        a = row @ weights.w[way] + weights.b[way]
        s = h @ weights.r[way]
        z = 1 / (1 + np.exp(-(a[:width] + s[:width])))
        r = 1 / (1 + np.exp(-(a[width : 2 * width] + s[width : 2 * width])))
        n = np.tanh(a[2 * width :] + r * (s[2 * width :] + weights.c[way]))
        h = n + z * (h - n)
        states.append(h)
    return np.array(states if way == 0 else states[::-1])


def test_states_equal_a_plain_loop() -> None:
    weights = make(4, 6)
    x = np.random.default_rng(1).normal(size=(sum(LENGTHS), 4)).astype(np.float32)
    layout = pack(LENGTHS)
    packed, _ = forward(dense(x[layout.source], layout, weights), layout, weights)
    states = np.empty_like(packed)
    states[layout.source] = packed
    start = 0
    for length in LENGTHS:
        part = x[start : start + length]
        if length:
            both = np.concatenate([plainly(part, weights, 0), plainly(part, weights, 1)], axis=1)
            assert np.abs(states[start : start + length] - both).max() < 1e-5
        start += length


def test_lookup_equals_dense() -> None:
    weights = make(4, 6)
    rng = np.random.default_rng(2)
    table = rng.normal(size=(5, 4)).astype(np.float32)
    index = rng.integers(0, 5, sum(LENGTHS))
    layout = pack(LENGTHS)
    one, _ = forward(lookup(table, index, layout, weights), layout, weights)
    two, _ = forward(dense(table[index], layout, weights), layout, weights)
    assert np.abs(one - two).max() < 1e-6


def test_an_empty_batch_has_no_rows() -> None:
    weights = make(4, 6)
    layout = pack([])
    states, _ = forward(dense(np.empty((0, 4), np.float32), layout, weights), layout, weights)
    assert states.shape == (0, 12)


@pytest.mark.parametrize("part", ["x", "w", "r", "b", "c"])
@pytest.mark.parametrize("kind", ["dense", "lookup"])
def test_gradients_equal_finite_differences(part: str, kind: str) -> None:
    rng = np.random.default_rng(3)
    layout = pack(LENGTHS)
    arrays = make(4, 5, seed=4)
    index = rng.integers(0, 6, layout.rows)
    x = rng.normal(size=(6 if kind == "lookup" else layout.rows, 4)).astype(np.float32)
    aim = rng.normal(size=(layout.rows, 10)).astype(np.float32)

    def loss() -> float:
        project = lookup(x, index, layout, arrays) if kind == "lookup" else dense(x, layout, arrays)
        states, _ = forward(project, layout, arrays)
        return float((states.astype(np.float64) * aim).sum())

    project = lookup(x, index, layout, arrays) if kind == "lookup" else dense(x, layout, arrays)
    _, trace = forward(project, layout, arrays, trace=True)
    assert trace is not None
    d_input, d_r, d_c = backward(aim, trace, layout, arrays)
    if kind == "lookup":
        d_x, d_w, d_b = lookup_gradients(d_input, x, index, layout, arrays)
    else:
        d_x, d_w, d_b = dense_gradients(d_input, x, layout, arrays)
    gradient = {"x": d_x, "w": d_w, "r": d_r, "b": d_b, "c": d_c}[part].reshape(-1)
    values = (x if part == "x" else getattr(arrays, part)).reshape(-1)
    for place in rng.choice(len(values), min(12, len(values)), replace=False):
        kept = values[place]
        values[place] = kept + 0.01
        above = loss()
        values[place] = kept - 0.01
        below = loss()
        values[place] = kept
        assert gradient[place] == pytest.approx((above - below) / 0.02, rel=0.02, abs=0.003)


def test_sum_rows_without_rows() -> None:
    assert sum_rows(np.empty((0, 2), np.float32), np.empty(0, np.int64), 2).tolist() == [[0, 0]] * 2

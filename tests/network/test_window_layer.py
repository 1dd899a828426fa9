"""The layer of windows: against thinc's own windows, and its gradients against differences."""

import numpy as np
import pytest
from thinc.api import Model, expand_window, fix_random_seed
from thinc.types import Ragged

from gaoyou_nlp.network.arrays import Floats, param, ragged, rows_of
from gaoyou_nlp.network.window_layer import window_layer

LENGTHS = np.array([3, 0, 1, 7, 2])


def make(window: int, width: int = 5) -> tuple[Model[Ragged, Ragged], Ragged]:
    rng = np.random.default_rng(window)
    fix_random_seed(window)
    layer = window_layer(width, window)
    layer.initialize()
    layer.set_param("b", rng.normal(size=width).astype(np.float32))
    rows = rng.normal(size=(int(LENGTHS.sum()), width)).astype(np.float32)
    return layer, ragged(rows, LENGTHS)


@pytest.mark.parametrize("window", [0, 1, 2])
def test_rows_equal_those_of_copied_windows(window: int) -> None:
    layer, batch = make(window)
    wide = rows_of(expand_window(window).predict(batch)) if window else rows_of(batch)
    plain = np.maximum(wide @ param(layer, "W") + param(layer, "b"), 0)
    np.testing.assert_allclose(rows_of(layer.predict(batch)), plain, atol=1e-5)


@pytest.mark.parametrize("name", ["W", "b", "rows"])
def test_gradients_equal_finite_differences(name: str) -> None:
    layer, batch = make(1)
    weight = np.random.default_rng(7).normal(size=rows_of(batch).shape).astype(np.float32)

    def loss() -> float:
        return float((rows_of(layer.predict(batch)).astype(np.float64) * weight).sum())

    _, backprop = layer.begin_update(batch)
    by_rows = backprop(ragged(weight, LENGTHS))
    values: Floats = rows_of(batch) if name == "rows" else param(layer, name)
    given = rows_of(by_rows) if name == "rows" else layer.get_grad(name)
    step, measured = 2e-3, np.zeros_like(values)
    for place in np.ndindex(*values.shape):
        kept = values[place]
        values[place] = kept + step
        above = loss()
        values[place] = kept - step
        measured[place] = (above - loss()) / (2 * step)
        values[place] = kept
    np.testing.assert_allclose(np.asarray(given), measured, atol=2e-2)


def test_a_batch_of_nothing_stays_so() -> None:
    layer, _ = make(1)
    none = ragged(np.zeros((0, 5), np.float32), np.zeros(0, np.int64))
    out, backprop = layer.begin_update(none)
    assert len(rows_of(out)) == 0
    assert backprop(out) is out

"""The layers between features and tags: what is quicker gives the same numbers."""

import numpy as np
import pytest
from thinc.api import residual
from thinc.types import Ragged

from gaoyou_nlp.network.arrays import Floats, ragged, rows_of
from gaoyou_nlp.network.mixers import added
from gaoyou_nlp.network.window_layer import window_layer


@pytest.mark.parametrize("lengths", [(3, 2), (1,), (0, 4), ()], ids=str)
def test_adding_in_place_gives_the_numbers_of_residual(lengths: tuple[int, ...]) -> None:
    layer = window_layer(4, 1)
    layer.initialize()
    rows: Floats = np.random.default_rng(1).normal(size=(sum(lengths), 4)).astype(np.float32)
    kept = rows.copy()

    def batch() -> Ragged:
        return ragged(rows, np.array(lengths, np.int64))

    plain, in_place = residual(layer), added(layer)
    wanted = rows_of(plain.predict(batch()))
    assert np.array_equal(rows_of(in_place.predict(batch())), wanted)
    assert np.array_equal(rows_of(in_place.begin_update(batch())[0]), wanted)
    assert np.array_equal(rows, kept)
    assert in_place.to_bytes() == plain.to_bytes()

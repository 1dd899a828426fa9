"""The types of the compiled module; arrays are contiguous."""

import numpy as np
import numpy.typing as npt

from gaoyou_nlp.network.arrays import Floats, Ints

_Doubles = npt.NDArray[np.float64]
_Hashes = npt.NDArray[np.uint32]

def sum_rows(table: Floats, hashes: _Hashes, out: Floats, column: int) -> None: ...
def advance(
    inputs: Floats,
    start: int,
    moved: Floats,
    bias: Floats,
    inner_bias: Floats,
    state: Floats,
    places: Ints,
    first: int,
    rows: int,
    out: Floats,
) -> None: ...
def best_path(
    emissions: Floats,
    lengths: Ints,
    first: Floats,
    next: Floats,
    last: Floats,
    scores: Floats,
    path: Ints,
) -> None: ...
def posterior(
    emissions: Floats,
    lengths: Ints,
    first: Floats,
    move: Floats,
    back: Floats,
    last: Floats,
    floor: float,
    ahead: Floats,
    behind: Floats,
    weight: Floats,
    log_total: _Doubles,
) -> None: ...

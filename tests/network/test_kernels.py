"""Compiled loops and numpy: the same results, whatever the widths and lengths."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from gaoyou_nlp.network import crf, kernels
from gaoyou_nlp.network.crf import Chain
from gaoyou_nlp.network.gru import GruWeights
from gaoyou_nlp.network.packing import pack
from gaoyou_nlp.network.tags import Tags

ROOT = Path(__file__).parents[2]
BUILT = kernels.compiled
LENGTHS = {
    "nothing": [],
    "only empty ones": [0, 0],
    "one row": [1],
    "mixed": [3, 0, 7, 1, 5, 5],
    "many": [40, 1, 0, 250, 17, *range(30)],
}
needs_build = pytest.mark.skipif(BUILT is None, reason="the compiled module is not in use")


@pytest.fixture(params=[pytest.param("compiled", marks=needs_build), "numpy"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr(kernels, "compiled", BUILT if request.param == "compiled" else None)
    return str(request.param)


def draw(*shape: int, seed: int = 0, scale: float = 1.0) -> npt.NDArray[np.float32]:
    return np.random.default_rng(seed).normal(0, scale, shape).astype(np.float32)


def make_chain(tags: Tags) -> Chain:
    rng = np.random.default_rng(1)
    n = len(tags)
    return Chain(
        np.where(tags.starts, rng.normal(size=n), -np.inf),
        np.where(tags.follows, rng.normal(size=(n, n)), -np.inf),
        np.where(tags.ends, rng.normal(size=n), -np.inf),
    )


def steps_of_gru(x: npt.NDArray[np.float32], weights: GruWeights, way: int) -> Any:
    width = weights.width
    h, states = np.zeros(width), []
    for row in x[:: 1 - 2 * way].astype(np.float64):
        a, s = row @ weights.w[way] + weights.b[way], h @ weights.r[way]
        gates = 1 / (1 + np.exp(-(a + s)[: 2 * width]))
        z, r = gates[:width], gates[width:]
        n = np.tanh(a[2 * width :] + r * (s[2 * width :] + weights.c[way]))
        h = n + z * (h - n)
        states.append(h)
    return np.array(states).reshape(-1, width)[:: 1 - 2 * way]


@pytest.mark.parametrize("width", [1, 5, 16, 48, 80])
@pytest.mark.parametrize("lengths", LENGTHS.values(), ids=LENGTHS)
def test_states_of_the_recurrent_layer(way: str, lengths: list[int], width: int) -> None:
    weights = GruWeights(
        draw(2, 7, 3 * width, seed=1, scale=0.5),
        draw(2, width, 3 * width, seed=2, scale=1 / width**0.5),
        draw(2, 3 * width, seed=3),
        draw(2, width, seed=4),
    )
    rows = draw(sum(lengths), 7, seed=5, scale=2)
    states = kernels.gru_states(rows, np.array(lengths, np.int64), weights)
    assert states.shape == (sum(lengths), 2 * width)
    start = 0
    for length in lengths:
        part = rows[start : start + length]
        wanted = np.concatenate([steps_of_gru(part, weights, k) for k in range(2)], axis=1)
        np.testing.assert_allclose(states[start : start + length], wanted, atol=5e-6)
        start += length


def test_gates_at_their_ends(way: str) -> None:
    weights = GruWeights(
        np.ones((2, 1, 3), "f"), *(np.zeros(s, "f") for s in ((2, 1, 3), (2, 3), (2, 1)))
    )
    rows = np.array([[-1e4], [1e4], [0.0]], np.float32)
    states = kernels.gru_states(rows, np.array([1, 1, 1], np.int64), weights)
    assert states.tolist() == [[-1, -1], [0, 0], [0, 0]]


@pytest.mark.parametrize("labels", [1, 2, 7, 20])
@pytest.mark.parametrize("lengths", LENGTHS.values(), ids=LENGTHS)
def test_best_path_and_posterior(way: str, lengths: list[int], labels: int) -> None:
    tags = Tags([f"L{number}" for number in range(labels)])
    chain = make_chain(tags)
    rows = draw(sum(lengths), len(tags), seed=2, scale=3)
    sizes, layout = np.array(lengths, np.int64), pack(lengths)
    path = np.zeros(len(rows), np.int64)
    path[layout.source] = crf.best_path(rows[layout.source], layout, chain)
    assert kernels.best_path(rows, sizes, chain).tolist() == path.tolist()
    exact = crf.posterior(rows[layout.source].astype(np.float64), layout, chain)  # type: ignore[arg-type]
    found = kernels.posterior(rows, sizes, chain)
    wanted = exact.unpacked(layout)
    for name in ("forward", "weight", "backward"):
        np.testing.assert_allclose(
            getattr(found, name), getattr(wanted, name), rtol=1e-4, atol=1e-6
        )
    assert sorted(found.log_total[sizes > 0]) == pytest.approx(sorted(exact.log_total), rel=1e-5)


def test_equal_paths_are_decided_alike(way: str) -> None:
    tags = Tags(["A", "B"])
    chain = Chain(
        *(np.where(legal, 0.0, -np.inf) for legal in (tags.starts, tags.follows, tags.ends))
    )
    rows = np.zeros((6, len(tags)), np.float32)
    assert kernels.best_path(rows, np.array([6], np.int64), chain).tolist() == [0] * 6


def test_hashed_rows_of_tables(way: str) -> None:
    tables = [draw(11, 5), draw(3, 17, seed=1)]
    hashes = [np.random.default_rng(k).integers(0, 2**32, (20, 4), np.uint32) for k in range(2)]
    out = np.full((20, 24), 9, np.float32)
    assert kernels.embed(tables, hashes, out) == 22
    sums = [t[h % len(t)].sum(axis=1) for t, h in zip(tables, hashes, strict=True)]
    np.testing.assert_allclose(out[:, :22], np.concatenate(sums, axis=1), atol=1e-5)
    assert (out[:, 22:] == 9).all()


def test_tags_beyond_what_is_compiled(way: str) -> None:
    tags = Tags([str(number) for number in range(70)])
    rows, sizes = draw(4, len(tags)), np.array([4], np.int64)
    assert len(tags) > 256
    assert kernels.best_path(rows, sizes, make_chain(tags)).shape == (4,)
    assert kernels.posterior(rows, sizes, make_chain(tags)).forward.shape == rows.shape


F, I64, U32 = np.float32, np.int64, np.uint32
PATH = {
    "emissions": np.zeros((3, 5), F),
    "lengths": np.array([3], I64),
    "first": np.zeros(16, F),
    "next": np.zeros((5, 16), F),
    "last": np.zeros(16, F),
    "scores": np.zeros((3, 16), F),
    "path": np.zeros(3, I64),
}
STEP = {
    "inputs": np.zeros((2, 3, 6), F),
    "start": 0,
    "moved": np.zeros((2, 3, 6), F),
    "bias": np.zeros((2, 6), F),
    "inner_bias": np.zeros((2, 2), F),
    "state": np.zeros((2, 3, 2), F),
    "places": np.zeros((2, 3), I64),
    "first": 0,
    "rows": 3,
    "out": np.zeros((3, 4), F),
}
ROWS = {
    "table": np.zeros((3, 2), F),
    "hashes": np.zeros((4, 4), U32),
    "out": np.zeros((4, 2), F),
    "column": 0,
}
WRONG: list[tuple[str, dict[str, Any], dict[str, Any]]] = [
    ("best_path", PATH, {"lengths": np.array([4], I64)}),
    ("best_path", PATH, {"lengths": np.array([4, -1], I64)}),
    ("best_path", PATH, {"next": np.zeros((4, 16), F)}),
    ("best_path", PATH, {"scores": np.zeros((2, 16), F)}),
    ("best_path", PATH, {"path": np.zeros(2, I64)}),
    ("advance", STEP, {"rows": 4}),
    ("advance", STEP, {"rows": -1}),
    ("advance", STEP, {"start": 1}),
    ("advance", STEP, {"first": 2}),
    ("advance", STEP, {"places": np.full((2, 3), 3, I64)}),
    ("advance", STEP, {"bias": np.zeros((2, 5), F)}),
    ("sum_rows", ROWS, {"table": np.zeros((0, 2), F)}),
    ("sum_rows", ROWS, {"hashes": np.zeros((4, 3), U32)}),
    ("sum_rows", ROWS, {"column": 1}),
    ("sum_rows", ROWS, {"column": -1}),
]


@needs_build
@pytest.mark.parametrize(
    ("name", "given", "change"), WRONG, ids=[f"{n}-{k}" for k, (n, *_) in enumerate(WRONG)]
)
def test_wrong_shapes_are_refused(name: str, given: dict[str, Any], change: dict[str, Any]) -> None:
    function: Callable[..., None] = getattr(BUILT, name)
    function(**given)
    with pytest.raises(ValueError, match=r"shapes of|no place"):
        function(**given | change)


def in_use(**variables: str) -> str:
    code = "from gaoyou_nlp.network import kernels; print(kernels.compiled is not None)"
    kept = {name: value for name, value in os.environ.items() if name != kernels.VARIABLE}
    run = subprocess.run(
        [sys.executable, "-c", code],
        env=kept | variables,
        capture_output=True,
        text=True,
        check=True,
    )
    return run.stdout.strip()


@pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
def test_the_module_is_built_and_can_be_left_aside() -> None:
    assert in_use() == "True"
    assert in_use(GAOYOU_KERNELS="numpy") == "False"


def test_a_machine_without_compiler_goes_on(tmp_path: Path) -> None:
    network, language = Path("gaoyou_nlp/network"), Path("gaoyou_nlp/language")
    sources = (network / "_kernels.pyx", network / "_kernels.h", language / "_words.pyx")
    for source in (Path("setup.py"), *sources):
        (tmp_path / source.parent).mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / source, tmp_path / source)
    run = subprocess.run(
        [sys.executable, "setup.py", "build_ext", "--inplace"],
        cwd=tmp_path,
        env=os.environ | {"CC": "false", "PYTHONWARNINGS": "ignore"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert "building extension" in run.stderr
    assert not list(tmp_path.rglob("gaoyou_nlp/**/*.so"))

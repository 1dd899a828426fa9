"""The chain of tags against every path written out."""

from itertools import pairwise, product

import numpy as np
import pytest

from gaoyou_nlp.network.arrays import Floats
from gaoyou_nlp.network.crf import Chain, best_path, likelihood, posterior
from gaoyou_nlp.network.packing import pack
from gaoyou_nlp.network.span_scores import span_scores
from gaoyou_nlp.network.tags import Tags, TokenSpan

TAGS = Tags(["GPE", "ORG"])
LENGTHS = [3, 1, 4]
LAYOUT = pack(LENGTHS)


def make_chain(seed: int = 0) -> Chain:
    rng = np.random.default_rng(seed)
    forbid = -np.inf
    return Chain(
        np.where(TAGS.starts, rng.normal(size=len(TAGS)), forbid),
        np.where(TAGS.follows, rng.normal(size=(len(TAGS), len(TAGS))), forbid),
        np.where(TAGS.ends, rng.normal(size=len(TAGS)), forbid),
    )


def emissions(seed: int = 1) -> Floats:
    rng = np.random.default_rng(seed)
    return rng.normal(0, 2, (sum(LENGTHS), len(TAGS))).astype(np.float32)


def all_paths(rows: Floats, chain: Chain) -> dict[tuple[int, ...], float]:
    paths = {}
    for path in product(range(len(TAGS)), repeat=len(rows)):
        total = chain.first[path[0]] + chain.last[path[-1]]
        total += sum(chain.next[a, b] for a, b in pairwise(path))
        total += sum(rows[i, tag] for i, tag in enumerate(path))
        if total > -np.inf:
            paths[path] = float(total)
    return paths


def parts(rows: Floats) -> list[Floats]:
    return np.split(rows, np.cumsum(LENGTHS)[:-1])


def test_marginals_and_best_path_equal_those_of_all_paths() -> None:
    chain, rows = make_chain(), emissions()
    found = posterior(rows[LAYOUT.source], LAYOUT, chain)
    marginals = np.empty(rows.shape)
    marginals[LAYOUT.source] = found.forward * found.backward
    best = np.empty(len(rows), np.int64)
    best[LAYOUT.source] = best_path(rows[LAYOUT.source], LAYOUT, chain)
    totals = []
    for number, part in enumerate(parts(rows)):
        paths = all_paths(part, chain)
        total = np.logaddexp.reduce(list(paths.values()))
        totals.append(total)
        wanted = np.zeros(part.shape)
        for path, score in paths.items():
            wanted[np.arange(len(path)), path] += np.exp(score - total)
        start = sum(LENGTHS[:number])
        assert np.abs(marginals[start : start + len(part)] - wanted).max() < 1e-5
        likeliest = max(paths, key=lambda path: paths[path])
        assert tuple(best[start : start + len(part)]) == likeliest
    assert sorted(found.log_total) == pytest.approx(sorted(totals), abs=1e-4)


def test_scores_of_spans_equal_those_of_all_paths() -> None:
    chain, rows = make_chain(), emissions()
    layout = pack([4])
    part = parts(rows)[2]
    found = posterior(part, layout, chain)
    paths = all_paths(part, chain)
    total = np.logaddexp.reduce(list(paths.values()))
    every = [
        TokenSpan(start, end, label)
        for start in range(4)
        for end in range(start + 1, 5)
        for label in TAGS.labels
    ]
    for span, score in zip(every, span_scores(every, found, chain, TAGS), strict=True):
        held = [s for p, s in paths.items() if span in TAGS.decode(np.array(p))]
        assert score == pytest.approx(sum(np.exp(s - total) for s in held), abs=1e-6)
    assert span_scores([], found, chain, TAGS).tolist() == []


def test_loss_and_gradients() -> None:
    chain, rows = make_chain(), emissions()
    allowed = np.zeros(rows.shape, np.bool_)
    gold = TAGS.encode([TokenSpan(0, 2, "GPE"), TokenSpan(3, 4, "ORG")], len(rows))
    allowed[np.arange(len(gold)), gold] = True
    allowed[5:7] = True  # nothing is known of these
    packed, bound = rows[LAYOUT.source], allowed[LAYOUT.source]
    loss, gradient, moves = likelihood(packed, LAYOUT, chain, bound)
    wanted = 0.0
    for number, part in enumerate(parts(rows)):
        paths = all_paths(part, chain)
        start = sum(LENGTHS[:number])
        fit = [
            score
            for path, score in paths.items()
            if all(allowed[start + i, tag] for i, tag in enumerate(path))
        ]
        wanted += np.logaddexp.reduce(list(paths.values())) - np.logaddexp.reduce(fit)
    assert loss == pytest.approx(wanted, abs=1e-3)
    rng = np.random.default_rng(5)
    for _ in range(12):
        row, tag = int(rng.integers(len(packed))), int(rng.integers(len(TAGS)))
        slopes = []
        for step in (0.02, -0.02):
            moved = packed.copy()
            moved[row, tag] += step
            slopes.append(likelihood(moved, LAYOUT, chain, bound)[0])
        slope = (slopes[0] - slopes[1]) / 0.04
        assert gradient[row, tag] == pytest.approx(slope, abs=0.002)
    for part in ("first", "next", "last"):
        values = getattr(chain, part).reshape(-1)
        slope_of = getattr(moves, part).reshape(-1)
        for place in rng.choice(np.flatnonzero(np.isfinite(values)), 5, replace=False):
            kept = values[place]
            slopes = []
            for step in (0.02, -0.02):
                values[place] = kept + step
                slopes.append(likelihood(packed, LAYOUT, chain, bound)[0])
            values[place] = kept
            assert slope_of[place] == pytest.approx((slopes[0] - slopes[1]) / 0.04, abs=0.002)


def test_paths_are_legal_whatever_the_emissions() -> None:
    rng = np.random.default_rng(2)
    rows = rng.normal(0, 50, (40, len(TAGS))).astype(np.float32)
    layout = pack([40])
    tags = best_path(rows, layout, make_chain())
    assert TAGS.starts[tags[0]]
    assert TAGS.ends[tags[-1]]
    assert TAGS.follows[tags[:-1], tags[1:]].all()
    assert TAGS.encode(TAGS.decode(tags), 40).tolist() == tags.tolist()


def test_empty_batches() -> None:
    layout, rows = pack([0, 0]), np.empty((0, len(TAGS)), np.float32)
    loss, gradient, _ = likelihood(rows, layout, make_chain(), np.ones(rows.shape, np.bool_))
    assert loss == 0
    assert gradient.shape == rows.shape
    assert best_path(rows, layout, make_chain()).tolist() == []

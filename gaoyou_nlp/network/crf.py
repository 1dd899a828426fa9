"""A linear chain of tags on numpy: marginals, gradients and the best path of a packed batch.

The weights of the chain are added to the emissions of the tokens: ``first`` of the tag of the
first token, ``next`` of every two neighbours, ``last`` of the tag of the last token. A minus
infinity forbids. Everything is done side by side for all sequences, one step at a time, in
probabilities that are scaled at every step.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import numpy.typing as npt

from gaoyou_nlp.network.arrays import Floats
from gaoyou_nlp.network.packing import Packing
from gaoyou_nlp.network.tags import Bools

Doubles = npt.NDArray[np.float64]
Numbers = npt.NDArray[np.int64]
FLOOR = 1e-30
"""Added to every weight, so that no tag is ever quite impossible for its own emission."""


@dataclass(frozen=True, slots=True)
class Chain:
    """The weights of neighbouring tags; see the head of the module."""

    first: Doubles
    next: Doubles
    last: Doubles

    def single(self) -> Chain:
        """Return the weights in single precision: enough for probabilities that are only shown."""
        return Chain(*(cast(Any, w.astype(np.float32)) for w in (self.first, self.next, self.last)))

    def scaled(self, factor: float) -> Chain:
        """Return all weights times a number."""
        return Chain(self.first * factor, self.next * factor, self.last * factor)


@dataclass(frozen=True, slots=True)
class Posterior:
    """What the emissions and the chain say about every token, in packed rows.

    Parameters:
        forward: Probability of the tag given the tokens up to this one.
        backward: So that ``forward * backward`` is the probability of the tag given all tokens.
        weight: Of the tag at this token, scaled; with ``next`` it leads from row to row.
        log_total: Of each sequence, longest first: the logarithm of the sum over all paths.
    """

    forward: Doubles
    backward: Doubles
    weight: Doubles
    log_total: Doubles

    def unpacked(self, layout: Packing) -> Posterior:
        """Return the rows in the order of the sequences written one after the other."""
        return Posterior(
            _unpacked(self.forward, layout),
            _unpacked(self.backward, layout),
            _unpacked(self.weight, layout),
            self.log_total,
        )


def _unpacked(rows: Doubles, layout: Packing) -> Doubles:
    plain = np.empty_like(rows)
    plain[layout.source] = rows
    return plain


def posterior(
    emissions: Floats, layout: Packing, chain: Chain, allowed: Bools | None = None
) -> Posterior:
    """Run forwards and backwards.

    Parameters:
        emissions: One packed row a token, one column a tag.
        layout: Of the batch.
        chain: The weights; the posterior has their precision.
        allowed: The tags that each token may have; all where None.

    Returns:
        The posterior.
    """
    steps = layout.steps
    top = emissions.max(axis=1, keepdims=True) if len(emissions) else emissions[:, :1]
    weight = np.exp((emissions - top).astype(chain.next.dtype)) + FLOOR
    if allowed is not None:
        weight *= allowed
    move, last = np.exp(chain.next), np.exp(chain.last)
    log_total = np.zeros(int(steps[1]) if len(steps) > 1 else 0)
    ahead = np.empty_like(weight)
    state = np.broadcast_to(np.exp(chain.first), (len(log_total), weight.shape[1]))
    for step in range(len(steps) - 1):
        start, stop = int(steps[step]), int(steps[step + 1])
        state = state[: stop - start] @ move if step else state
        state = state * weight[start:stop]
        scale = state.sum(axis=1, keepdims=True)
        state = state / scale
        ahead[start:stop] = state
        weight[start:stop] /= scale
        log_total[: stop - start] += np.log(scale[:, 0]) + top[start:stop, 0]
    behind = np.empty_like(weight)
    state = np.empty((0, weight.shape[1]))
    for step in range(len(steps) - 2, -1, -1):
        start, stop = int(steps[step]), int(steps[step + 1])
        going = len(state)
        behind[start : start + going] = (state * weight[stop : stop + going]) @ move.T
        ends = ahead[start + going : stop] @ last
        behind[start + going : stop] = last / ends[:, None]
        log_total[going : stop - start] += np.log(ends)
        state = behind[start:stop]
    return Posterior(ahead, behind, weight, log_total)


def expected_moves(found: Posterior, layout: Packing, chain: Chain) -> Chain:
    """Return how often each weight of the chain is used, in expectation over the paths."""
    steps = layout.steps
    tags = found.forward.shape[1]
    before = np.concatenate(
        [np.arange(a, a + c - b) for a, b, c in zip(steps, steps[1:], steps[2:], strict=False)]
        or [np.zeros(0, np.int64)]
    ).astype(np.int64)
    after = np.arange(int(steps[1]) if len(steps) > 1 else 0, layout.rows)
    marginal = found.forward * found.backward
    final = np.ones(layout.rows, np.bool_)
    final[before] = False
    onward = found.weight[after] * found.backward[after]
    return Chain(
        marginal[: layout.rows - len(after)].sum(axis=0),
        (found.forward[before].T @ onward).reshape(tags, tags) * np.exp(chain.next),
        marginal[final].sum(axis=0),
    )


def likelihood(
    emissions: Floats, layout: Packing, chain: Chain, allowed: Bools
) -> tuple[float, Floats, Chain]:
    """Measure how unlikely the allowed tags are, with the gradients.

    Parameters:
        emissions: One packed row a token.
        layout: Of the batch.
        chain: The weights.
        allowed: The tags that each token may have: one for certain gold, all where there is no
            gold. Some path must be allowed.

    Returns:
        The negative log-likelihood of the batch, its gradient by the emissions and by the chain.
    """
    free = posterior(emissions, layout, chain)
    bound = posterior(emissions, layout, chain, allowed)
    gradient = free.forward * free.backward - bound.forward * bound.backward
    all_moves = expected_moves(free, layout, chain)
    gold_moves = expected_moves(bound, layout, chain)
    return (
        float((free.log_total - bound.log_total).sum()),
        gradient.astype(np.float32),
        Chain(
            all_moves.first - gold_moves.first,
            all_moves.next - gold_moves.next,
            all_moves.last - gold_moves.last,
        ),
    )


def best_path(emissions: Floats, layout: Packing, chain: Chain) -> Numbers:
    """Find the likeliest tags (Viterbi).

    Parameters:
        emissions: One packed row a token.
        layout: Of the batch.
        chain: The weights.

    Returns:
        One tag a packed row.
    """
    steps = layout.steps
    rows, tags = emissions.shape
    came_from = np.zeros((rows, tags), np.int8 if tags < 128 else np.int64)
    to_from = np.ascontiguousarray(chain.next.T.astype(np.float32))
    last = chain.last.astype(np.float32)
    final = np.zeros((int(steps[1]) if len(steps) > 1 else 0, tags), np.float32)
    score = np.empty((0, tags), np.float32)
    for step in range(len(steps) - 1):
        start, stop = int(steps[step]), int(steps[step + 1])
        if step == 0:
            score = emissions[start:stop] + chain.first.astype(np.float32)
        else:
            paths = score[: stop - start, None, :] + to_from
            chosen = paths.argmax(axis=2)
            came_from[start:stop] = chosen
            score = np.take_along_axis(paths, chosen[:, :, None], 2)[:, :, 0]
            score += emissions[start:stop]
        final[: stop - start] = score
    path = np.zeros(rows, np.int64)
    tag = np.empty(0, np.int64)
    for step in range(len(steps) - 2, -1, -1):
        start, stop = int(steps[step]), int(steps[step + 1])
        going = len(tag)
        if going:
            tag = came_from[np.arange(stop, stop + going), tag].astype(np.int64)
        tag = np.concatenate([tag, (final[going : stop - start] + last).argmax(axis=1)])
        path[start:stop] = tag
    return path

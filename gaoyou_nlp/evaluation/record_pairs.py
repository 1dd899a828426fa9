"""Aligns predicted records with those of the gold, one to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Protocol, TypeVar

from gaoyou_nlp.corpora.gold_records import FIELDS
from gaoyou_nlp.records import Figure, Statement

_BETWEEN = " \u3000，,；;。、！？!?…"


class Placed(Protocol):
    """Anything with offsets."""

    @property
    def start(self) -> int:
        """Its first character."""
        ...

    @property
    def end(self) -> int:
        """The one behind its last."""
        ...


Ours = TypeVar("Ours", bound=Placed)
Theirs = TypeVar("Theirs", bound=Placed)


def overlap(one: Placed, other: Placed) -> int:
    """Return how many characters two stretches share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def pair(
    gold: Sequence[Ours], found: Sequence[Theirs], likeness: Callable[[Ours, Theirs], float]
) -> list[tuple[int, int]]:
    """Align gold and predictions one to one, the most similar first.

    Parameters:
        gold: What is wanted.
        found: What was found.
        likeness: How like two of them are; 0 for not at all.

    Returns:
        Pairs of indices.

    Examples:
        >>> pair([], [], lambda one, other: 1.0)
        []
    """
    likenesses = sorted(
        (-likeness(one, other), at, to)
        for at, one in enumerate(gold)
        for to, other in enumerate(found)
        if one.start < other.end and other.start < one.end
    )
    pairs: list[tuple[int, int]] = []
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for minus, at, to in likenesses:
        if minus < 0 and at not in used_gold and to not in used_found:
            used_gold.add(at)
            used_found.add(to)
            pairs.append((at, to))
    return sorted(pairs)


def field_of(figure: Figure, name: str) -> Any:
    """Return a field of a figure in the form that is compared.

    Parameters:
        figure: The figure.
        name: One of ``FIELDS``.
    """
    if name == "period":
        return figure.period_start, figure.period_end
    if name == "condition":
        c = figure.condition
        return c and (c.low, c.high, c.comparator, c.unit)
    return getattr(figure, name)


def like_figures(gold: Figure, found: Figure) -> float:
    """Return the similarity of two figures: the number or the indicator must be the same."""
    same = [bool(field_of(gold, name) == field_of(found, name)) for name in FIELDS]
    number = all(same[FIELDS.index(name)] for name in ("low", "high", "unit"))
    if not number and not same[FIELDS.index("indicator")]:
        return 0.0
    return float(sum(same) + 10 * number)


def like_statements(gold: Statement, found: Statement) -> float:
    """Return the overlap of two statements: shared characters over all characters of both."""
    shared = overlap(gold, found)
    return shared / (gold.end - gold.start + found.end - found.start - shared)


def join_statements(statements: Sequence[Statement], text: str) -> list[Statement]:
    """Join what one speaker says without a break in one paragraph, and leave final stops out.

    Parameters:
        statements: Of one article, in order.
        text: The article.

    Returns:
        Statements that can be compared whether they were cut at sentence ends or not.
    """
    joined: list[Statement] = []
    for statement in statements:
        before = joined[-1] if joined else None
        if (
            before is not None
            and (before.speaker, before.kind) == (statement.speaker, statement.kind)
            and statement.start >= before.end
            and not text[before.end : statement.start].strip(_BETWEEN)
        ):
            joined[-1] = replace(before, end=statement.end)
        else:
            joined.append(statement)
    bare = []
    for statement in joined:
        words = text[statement.start : statement.end]
        end = statement.start + len(words.rstrip(_BETWEEN))
        start = statement.start + len(words) - len(words.lstrip(_BETWEEN))
        bare.append(replace(statement, start=start, end=end, text=text[start:end]))
    return [statement for statement in bare if statement.start < statement.end]

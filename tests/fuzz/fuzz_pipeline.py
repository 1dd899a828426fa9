"""Fuzz the whole pipeline of rules: ``python tests/fuzz/fuzz_pipeline.py [SECONDS] [SEED]``.

Articles are put together of sentences of the genre (``genre_grammar``). What is read out of them is
compared with what was put in: a value, a link or an edge that was not put in is a failure and is
shown as small as Hypothesis can make it; what is missed is only counted. A shorter form is a test.
"""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from hypothesis import HealthCheck, Phase, assume, given, seed, settings

sys.path.insert(0, str(Path(__file__).parent))

from genre_grammar import Piece, Truth, articles

from gaoyou_nlp import Article, annotate, load
from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.records import Record

SECONDS = 600.0
"""Of a run by hand."""
ROUND = 100
"""Articles between two looks at the clock."""


def false_values(piece: Piece, record: Record) -> Iterator[str]:
    """Tell what a record says that was not put into its article.

    Parameters:
        piece: The article as it was put together.
        record: What was read.

    Yields:
        A line for each.
    """
    put = {(t.start, t.end): t for t in piece.truths}
    for span in record.spans:
        for (start, end), truth in put.items():
            crosses = span.start < end and start < span.end
            inside = truth.kind == "project" and start <= span.start and span.end <= end
            if inside and span.label in ("GPE", "ORG"):
                continue  # the firm of a project that was missed
            if crosses and (span.start, span.end) != (start, end):
                yield f"edge: {span.label} {span.text} beside {piece.text[start:end]}"
    yield from _false_amounts(put, record)
    yield from _false_posts(put, record)
    yield from _false_projects(put, record)


def _false_amounts(put: dict[tuple[int, int], Truth], record: Record) -> Iterator[str]:
    for _, amount in record.amounts:
        truth = put.get((amount.start, amount.end))
        if truth is None or truth.kind != "money":
            yield f"amount: {amount.text}"
        elif (amount.low, amount.high, amount.currency) != (truth.low, truth.low, truth.currency):
            yield f"value: {amount.text} read as {amount.low} {amount.currency}"


def _false_posts(put: dict[tuple[int, int], Truth], record: Record) -> Iterator[str]:
    posts: dict[str, set[tuple[str | None, str]]] = {}
    for (start, end), truth in put.items():
        if truth.kind == "name":
            posts.setdefault(record.text[start:end], set()).update(truth.posts)
    for span in record.spans:
        truth_here = put.get((span.start, span.end))
        if span.label in NAMES and (truth_here is None or truth_here.kind != "name"):
            yield f"name: {span.text}"
    for official in record.officials:
        its = posts.get(official.name, set())
        titles = {title for _, title in its}
        for post in official.posts:
            right = (post.org, post.title) in its or (post.org is None and post.title in titles)
            if not right:
                yield f"post: {official.name}: {post.org} {post.title}"


def _false_projects(put: dict[tuple[int, int], Truth], record: Record) -> Iterator[str]:
    for project in record.projects:
        spans = [record.spans[at] for at in project.mentions]
        truths = [put.get((span.start, span.end)) for span in spans]
        if any(truth is None or truth.kind != "project" for truth in truths):
            yield f"project: {project.name}"
            continue
        stages = {truth.status for truth in truths if truth is not None}
        totals = {truth.total for truth in truths if truth is not None}
        if project.status is not None and project.status not in stages:
            yield f"status: {project.name}: {project.status}, not {stages}"
        if project.amount is not None:
            amount = record.amounts[project.amount][1]
            if amount.start not in totals:
                yield f"total: {project.name}: {amount.text}"


def alike(piece: Piece) -> bool:
    """Say whether two different names of an article begin alike: 杨健 beside 杨健健."""
    names = {piece.text[t.start : t.end] for t in piece.truths if t.kind == "name"}
    return len({name[:2] for name in names}) < len(names)


def missed(piece: Piece, record: Record) -> Iterator[str]:
    """Tell the kinds of what was put in and not found."""
    found = {(span.start, span.end) for span in record.spans}
    for truth in piece.truths:
        if (truth.start, truth.end) not in found:
            yield truth.kind


def fuzz(seconds: float, first_seed: int = 0) -> Counter[str]:
    """Fuzz for some time.

    Parameters:
        seconds: How long, at least one round.
        first_seed: Of the first round; each further round has the next.

    Returns:
        How many articles and values there were, and how many of them were missed.

    Raises:
        AssertionError: Something false was read; the article is as small as could be found.
    """
    nlp = load("rules")
    counts: Counter[str] = Counter()

    def check(piece: Piece) -> None:
        assume(not alike(piece))
        (record,) = annotate([Article("a", piece.text)], nlp)
        assert list(false_values(piece, record)) == [], piece.text
        counts["articles"] += 1
        counts["values"] += len(piece.truths)
        counts.update(f"missed {kind}" for kind in missed(piece, record))

    end = time.monotonic() + seconds
    number = first_seed
    while number == first_seed or time.monotonic() < end:
        quick = settings(
            max_examples=ROUND,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )
        seed(number)(quick(given(articles())(check)))()
        number += 1
    return counts


if __name__ == "__main__":
    arguments = sys.argv[1:]
    found = fuzz(
        float(arguments[0]) if arguments else SECONDS, int(arguments[1]) if arguments[1:] else 0
    )
    sys.stdout.write("".join(f"{what}: {number}\n" for what, number in sorted(found.items())))

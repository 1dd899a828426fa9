"""Fit the odds by which the rules decide what is a project's name.

    python training/fit_projects.py passages.jsonl --folds 4 --write

Every candidate of the rules is a row: its named features, and whether people marked it. A logistic
model with an L2 penalty is fitted on all of them; features that few articles have are left out, and
so are words that are areas. Articles in JSON Lines are also scored by cross-validation, as
``find_projects`` would decide.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from gaoyou_nlp.evaluation import read_gold
from gaoyou_nlp.language.areas import places
from gaoyou_nlp.language.tables import words
from gaoyou_nlp.records import Record
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.projects import find
from gaoyou_nlp.rules.projects.candidates import Candidate
from gaoyou_nlp.rules.projects.features import features
from gaoyou_nlp.rules.projects.lists import beside
from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.odds import CLEAR
from gaoyou_nlp.rules.projects.surroundings import Surroundings
from gaoyou_nlp.rules.propose import RULES

ROOT = Path(__file__).parents[1]
ODDS = ROOT / "gaoyou_nlp/rules/projects/data/odds.tsv"


PASSAGES = 3.0
"""What a passage of real news counts against an article of the corpus."""
LEAST = 7
"""Articles in which a feature must stand: what fewer have is a name or chance."""
PENALTY = 2.5
"""Of the squared weights; the best of 1.5 to 10 in cross-validation."""
SMALLEST = 0.05
"""The smallest weight that is written."""
EDGE = "after=$"
"""At the end of the text: a passage ends anywhere, an article does not."""
STEPS = 150
"""Steps of Adam; more of them change no score."""
RATE = 0.05
"""The first rate of learning."""


class Case(NamedTuple):
    """The candidates of one article."""

    record: Record
    around: Surroundings
    rows: list[tuple[Candidate, list[str]]]
    weight: float


def prepare(record: Record, weight: float) -> Case:
    """Propose the candidates of an article with their features."""
    evidence = Evidence(record.article.text)
    for name, rule in RULES.items():
        if name != "projects":
            evidence.add(rule(evidence))
    names = ProjectEvidence(evidence)
    around = Surroundings(names)
    gold = [(s.start, s.end) for s in record.spans if s.label == "PROJECT"]
    found = list(find.candidates(names))
    seen = {c[:2] for c in found}
    found += [c for c in beside(names, gold) if c[:2] not in seen]
    return Case(record, around, [(c, features(around, c)) for c in found], weight)


def labels(case: Case) -> list[int]:
    """1 for a candidate that is marked, 0 for another, -1 for one that is in doubt."""
    gold = {(s.start, s.end) for s in case.record.spans if s.label == "PROJECT"}
    open_ = [s for s in case.record.spans if s.label == "OPT"]
    return [
        1 if c[:2] in gold else -1 if any(o.start < c.end and c.start < o.end for o in open_) else 0
        for c, _ in case.rows
    ]


def is_language(feature: str) -> bool:
    """Whether a feature speaks of language, not of one place or name."""
    name, _, value = feature.partition("=")
    if name not in ("before", "after", "has", "head", "tail", "clause begins", "clause ends"):
        return True
    if value in words("organisations/national_bodies.txt"):
        return False
    known = places()
    if value in known.use or value in known.stems or value in known.towns:
        return False
    return name in ("head", "tail") or len(value) < 2 or value in words("language/words.tsv")


def fit(cases: Sequence[Case], min_articles: int, penalty: float) -> dict[str, float]:
    """Fit the weights of a logistic model by gradient descent (Adam).

    Parameters:
        cases: Articles.
        least: Articles in which a feature must stand.
        penalty: Of the squared weights.

    Returns:
        From feature to log odds.
    """
    counts: Counter[str] = Counter()
    for case in cases:
        counts.update({f for _, found in case.rows for f in found})
    kept = sorted(f for f, n in counts.items() if n >= min_articles and is_language(f))
    index = {f: i + 1 for i, f in enumerate(kept)}
    rows: list[list[int]] = []
    ys: list[int] = []
    ws: list[float] = []
    for case in cases:
        for y, (_, found) in zip(labels(case), case.rows, strict=True):
            if y >= 0:
                rows.append([0, *(index[f] for f in found if f in index)])
                ys.append(y)
                ws.append(case.weight)
    flat = np.array([i for row in rows for i in row])
    row_of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])
    y, w = np.array(ys, float), np.array(ws)
    beta = np.zeros(len(kept) + 1)
    penalties = np.full(len(beta), penalty)
    penalties[0] = 0.0
    beta[0] = np.log(y.mean() / (1 - y.mean()))
    moment, square = np.zeros_like(beta), np.zeros_like(beta)
    for step in range(1, STEPS + 1):
        z = np.bincount(row_of, beta[flat], len(rows))
        slope = w * (1 / (1 + np.exp(-z)) - y)
        grad = np.bincount(flat, slope[row_of], len(beta))
        grad += penalties * beta
        grad /= len(rows)
        moment = 0.9 * moment + 0.1 * grad
        square = 0.99 * square + 0.01 * grad**2
        rate = RATE * min(1.0, 2 * (1 - step / (STEPS + 1)))
        beta -= rate * moment / (1 - 0.9**step) / (np.sqrt(square / (1 - 0.99**step)) + 1e-9)
    return {"(bias)": float(beta[0]), **{f: float(beta[i]) for f, i in index.items()}}


def decide(case: Case, odds: dict[str, float]) -> set[tuple[int, int]]:
    """Return what the rules would take with some odds."""
    text = case.record.article.text

    def weigh(found: list[str]) -> float:
        return CLEAR * ("clear" in found) + odds["(bias)"] + sum(odds.get(f, 0.0) for f in found)

    rows = [(weigh(found), c) for c, found in case.rows if c.source != "beside"]
    spans = [(c.start, c.end) for _, c in find.choose(text, rows)]
    more = [(weigh(features(case.around, c)), c) for c in beside(case.around.names, spans)]
    taken = find.choose(text, [*rows, *more])
    return {(c.start, c.end) for c in [*(c for _, c in taken), *find.again(text, taken)]}


def score(cases: Sequence[Case], odds: dict[str, float]) -> tuple[int, int, int]:
    """Return what is right, what was found, and what is marked."""
    right = found = marked = 0
    for case in cases:
        gold = {(s.start, s.end) for s in case.record.spans if s.label == "PROJECT"}
        ours = decide(case, odds)
        right += len(gold & ours)
        found += len(ours)
        marked += len(gold)
    return right, found, marked


def f1(counts: tuple[int, ...]) -> str:
    """Say precision, recall and F1."""
    right, found, marked = counts
    return (
        f"F1 {200 * right / max(found + marked, 1):.1f} "
        f"(p{100 * right / max(found, 1):.0f} r{100 * right / max(marked, 1):.0f})"
    )


def read_odds(path: Path) -> dict[str, float]:
    """Read a table of weights."""
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines if not line.startswith("#"))
    return {feature: float(weight) for feature, weight in rows}


def mean(first: dict[str, float], second: dict[str, float]) -> dict[str, float]:
    """Return the mean of two fits: steadier than either where their texts differ in kind."""
    names = {*first, *second} - {EDGE}
    return {name: (first.get(name, 0.0) + second.get(name, 0.0)) / 2 for name in names}


def write(odds: dict[str, float], path: Path) -> None:
    """Write the weights that count as a list of the package."""
    head = (
        "# source: fitted by training/fit_projects.py on the corpus (split train) and annotated "
        "passages of news\n# licence: MIT\n# date: 2026-11-30\n# columns: feature, log odds\n"
    )
    rows = sorted(f"{f}\t{w:.2f}\n" for f, w in odds.items() if abs(w) >= SMALLEST or f == "(bias)")
    path.write_text(head + "".join(rows), encoding="utf-8")


def cross_validate(read: Sequence[Case], corpus: Sequence[Case], folds: int) -> tuple[int, ...]:
    """Score passages by models that have not seen them; the corpus is always seen."""
    order = list(read)
    random.Random(0).shuffle(order)
    counts = np.zeros(3, int)
    for fold in range(folds):
        unseen = order[fold::folds]
        seen = [case for n, case in enumerate(order) if n % folds != fold]
        counts += score(unseen, fit([*corpus, *seen], LEAST, PENALTY))
    return tuple(int(n) for n in counts)


def main() -> None:
    """Fit, say the scores, and write the odds where asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", type=Path, help="annotated passages of news, JSON Lines")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--folds", type=int, default=0, help="of a cross-validation; 0 for none")
    parser.add_argument("--write", action="store_true", help="write odds.tsv")
    parser.add_argument("--mean", type=Path, help="another table, to write the mean of both fits")
    args = parser.parse_args()
    read = [prepare(record, PASSAGES) for record in read_gold(args.passages)]
    corpus = [prepare(record, 1.0) for record in read_gold(args.corpus, split="train")]
    if args.folds:
        sys.stdout.write(f"cross-validation: {f1(cross_validate(read, corpus, args.folds))}\n")
    if args.write:
        odds = fit([*corpus, *read], LEAST, PENALTY)
        if args.mean:
            odds = mean(odds, read_odds(args.mean))
        write(odds, ODDS)
        sys.stdout.write(f"seen passages: {f1(score(read, odds))}\n")


if __name__ == "__main__":
    main()

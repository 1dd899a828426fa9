"""Fits the weights by which the rules decide that a personal name stands at a place.

Three logistic models, one after another, since each decides on what those before it leave: where
a name ends, whether a list goes on, whether a name stands there at all. The texts are the split
``train`` of the corpus and further annotated passages.

    python training/fit_names.py --gold corpus ../readings/gold_read.jsonl
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gaoyou_nlp.evaluation import read_gold
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Record
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.persons import find, odds
from gaoyou_nlp.rules.persons.positions import NamePlace, find_places_of_names
from gaoyou_nlp.rules.persons.readings import Place, Reading
from gaoyou_nlp.rules.persons.surroundings import Surroundings
from gaoyou_nlp.rules.propose import RULES

OUTPUT = Path(odds.__file__).parent / "data" / "odds.tsv"
PENALTY = 1.0
"""The weight of the squares of the weights: little against thousands of places."""

REAL, CAUTION = 3.0, 0.3
"""How often a passage of real news counts against one written for the corpus; by how much the log
odds must be in favour of a name, since one wrong name spreads to all its mentions."""

DOTS = "·•・‧"

Weights = dict[str, float]
Vector = NDArray[np.float64]


class Row(NamedTuple):
    """One decision: which, what is known, the right answer, and how often it counts."""

    decision: str
    facts: odds.Facts
    answer: bool
    weight: float


class Reader:
    """An annotated text with what the rules before those of names found in it."""

    def __init__(self, record: Record, weight: float) -> None:
        self.weight = weight
        self.text = record.text
        evidence = Evidence(record.text)
        for name, rule in RULES.items():
            if name == "persons":
                break
            evidence.add(rule(evidence))
        self.around = Surroundings(evidence)
        names = [s for s in record.spans if s.label in ("OFFICIAL", "PERSON")]
        self.ends = {s.start: s.end for s in names}
        self.doubtful = {
            at for s in record.spans if s.label == "OPT" for at in range(s.start, s.end)
        }

    def places(self) -> Iterator[NamePlace]:
        """Yield where names may begin, without those in real doubt."""
        for place in find_places_of_names(self.text, self.around):
            if place.start not in self.doubtful:
                yield place

    def is_name(self, start: int, reading: Reading) -> bool:
        """Whether just this is annotated, or the first part of a name with a dot."""
        end = self.ends.get(start, 0)
        return end == reading.end or (end > reading.end and self.text[reading.end] in DOTS)


def ends(readers: Iterable[Reader]) -> Iterator[tuple[list[odds.Facts], int]]:
    """Yield the readings of places where a name stands, and which of them is right."""
    for reader in readers:
        for place in reader.places():
            if place.start not in reader.ends or place.end is not None:
                continue
            here = Place(reader.text, place.start, reader.around.starts)
            readings = [*here.readings(0.0), *(here.borrowed(0.0) if place.borrowed else ())]
            right = [n for n, r in enumerate(readings) if reader.is_name(place.start, r)]
            if right and len(readings) > 1:
                facts = [odds.facts_of(reader.text, place.start, r) for r in readings]
                yield facts, right[0]


def items(readers: Iterable[Reader]) -> Iterator[Row]:
    """Yield what may go on a list that begins with a name, and whether it does."""
    for reader in readers:
        text, around = reader.text, reader.around
        for place in reader.places():
            start = place.start
            while place.end is None and start in reader.ends:
                follow = around.next_item(reader.ends[start], place.blanks)
                if follow is None:
                    break
                start, joined = follow
                reading = find.likeliest(text, place, start, around)
                if reading is None or around.blocked(start, reading.end):
                    break
                facts = find.facts_of_item(text, start, reading, around, joined)
                yield Row("item", facts, reader.is_name(start, reading), reader.weight)


def places(readers: Iterable[Reader]) -> Iterator[Row]:
    """Yield places of names, and whether their likeliest name stands there."""
    for reader in readers:
        for place in reader.places():
            found = find.list_from(reader.text, place, reader.around)
            if found:
                facts = find.facts_of_list(reader.text, place, found, reader.around)
                decision = find.decision_at(place)
                yield Row(decision, facts, reader.is_name(*found[0]), reader.weight)


def matrix(rows: Sequence[odds.Facts], names: Sequence[str]) -> Vector:
    """Return facts as numbers, a row each."""
    return np.array([[row.get(name, 0.0) for name in names] for row in rows])


def fit_yes_or_no(rows: Sequence[Row]) -> Weights:
    """Fit a logistic model by Newton's method.

    Parameters:
        rows: Facts, and whether the answer is yes.

    Returns:
        A weight a fact, and that of ``always``.
    """
    names = sorted({name for row in rows for name in row.facts})
    x = np.hstack([np.ones((len(rows), 1)), matrix([row.facts for row in rows], names)])
    y = np.array([float(row.answer) for row in rows])
    counts = np.array([row.weight for row in rows])
    weights = np.zeros(x.shape[1])
    ridge = PENALTY * np.eye(x.shape[1])
    ridge[0, 0] = 1e-6
    for _ in range(30):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (counts * (y - chance)) - ridge @ weights
        bend = x.T @ (x * (counts * chance * (1 - chance))[:, None]) + ridge
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return dict(zip(["always", *names], map(float, weights), strict=True))


def fit_choice(rows: Sequence[tuple[list[odds.Facts], int]]) -> Weights:
    """Fit a model that chooses one of several readings (a conditional logit), by Newton's method.

    Parameters:
        rows: The facts of the readings, and the number of the right one.

    Returns:
        A weight a fact; that of ``always`` is 0.
    """
    names = sorted({name for choices, _ in rows for facts in choices for name in facts})
    tables = [matrix(choices, names) for choices, _ in rows]
    weights = np.zeros(len(names))
    for _ in range(30):
        slope = -PENALTY * weights
        bend = PENALTY * np.eye(len(names))
        for x, (_, right) in zip(tables, rows, strict=True):
            score = x @ weights
            chance = np.exp(score - score.max())
            chance /= chance.sum()
            mean = chance @ x
            slope += x[right] - mean
            bend += (x * chance[:, None]).T @ x - np.outer(mean, mean)
        step = np.linalg.solve(bend, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return {"always": 0.0, **dict(zip(names, map(float, weights), strict=True))}


def right_share(rows: Sequence[Row], weights: Weights) -> float:
    """Return the share of rows that a model decides as annotated."""
    given = [(weighed(row.facts, weights) > 0) == row.answer for row in rows]
    return sum(given) / len(given)


def weighed(facts: odds.Facts, weights: Weights) -> float:
    """Return the log odds that weights give."""
    return weights["always"] + sum(weights[name] * value for name, value in facts.items())


def write(models: dict[str, Weights], remarks: Iterable[str]) -> None:
    """Write the weights, with remarks above them, and let the library decide by them."""
    lines = [f"# {remark}\n" for remark in remarks]
    named = {f"{d}.{fact}": weight for d, own in models.items() for fact, weight in own.items()}
    lines += [f"{name}\t{weight:.3f}\n" for name, weight in sorted(named.items())]
    OUTPUT.write_text("".join(lines), encoding="utf-8")
    table.cache_clear()
    odds.weights.cache_clear()


def main() -> None:
    """Fit all models and write them."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--gold", nargs="+", type=Path, required=True)
    gold = parser.parse_args().gold
    readers = [
        Reader(record, 1.0 if path.is_dir() else REAL)
        for path in gold
        for record in read_gold(path, split="train" if path.is_dir() else None)
    ]
    models: dict[str, Weights] = {}
    figures = []

    choices = list(ends(readers))
    models["end"] = fit_choice(choices)
    chosen = [
        max(range(len(facts)), key=lambda n: weighed(facts[n], models["end"])) == right
        for facts, right in choices
    ]
    figures.append(f"end {sum(chosen) / len(chosen):.4f} of {len(chosen)}")
    write(models, ())
    for examples in (items, places):
        rows = list(examples(readers))
        for decision in sorted({row.decision for row in rows}):
            own = [row for row in rows if row.decision == decision]
            models[decision] = fit_yes_or_no(own)
            share = right_share(own, models[decision])
            models[decision]["always"] -= CAUTION if decision != "item" else 0.0
            figures.append(f"{decision} {share:.4f} of {len(own)}")
        write(models, ())
    write(
        models,
        (
            "source: fitted by training/fit_names.py on the corpus (split train) and on passages "
            "of local news",
            "licence: MIT",
            f"date: {date.today()}",
            f"columns: decision.fact, weight (log odds); as annotated: {', '.join(figures)}",
        ),
    )


if __name__ == "__main__":
    main()

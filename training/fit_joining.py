"""Fits the odds by which candidates of rules and model are joined (``rules/data/joining.tsv``).

The gold must be text that the tagger was not trained on: with two halves of the readings, a tagger
trained on each annotates the other. Each candidate of the pipeline is right or
wrong by the gold; a logistic model with a ridge (L2) penalty is fitted on the features of
``gaoyou_nlp.rules.joining`` by Newton's method.

    python training/fit_joining.py MODEL GOLD.jsonl [MODEL GOLD.jsonl …] [--corpus corpus]
"""

from __future__ import annotations

import argparse
import datetime
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

import gaoyou_nlp
from gaoyou_nlp.corpora.markup import read_corpus
from gaoyou_nlp.corpora.records import gold_record
from gaoyou_nlp.evaluation import read_gold
from gaoyou_nlp.labels import OPTIONAL, kind
from gaoyou_nlp.pipeline.border import read_candidates
from gaoyou_nlp.pipeline.memory import text_of
from gaoyou_nlp.records import Record
from gaoyou_nlp.rules.decide import neighbours, prepare, with_mentions
from gaoyou_nlp.rules.joining import features
from gaoyou_nlp.rules.mentions import Mentions

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "gaoyou_nlp" / "rules" / "data" / "joining.tsv"
RIDGE = 2.0
RARE = 4
"""Candidates a feature must have to be kept."""

Row = tuple[dict[str, float], bool]


def rows(model: str, gold: Iterable[Record]) -> Iterator[Row]:
    """Yield the features of each candidate, and whether it is right."""
    nlp = gaoyou_nlp.load(model)
    records = list(gold)
    for record, doc in zip(records, nlp.pipe(r.article.text for r in records), strict=True):
        right = {(s.start, s.end, kind(s.label)) for s in record.spans}
        optional = [s for s in record.spans if s.label == OPTIONAL]
        text = text_of(doc)
        _, candidates = prepare(text, read_candidates(doc, text))
        candidates = with_mentions(text, candidates)
        mentions = Mentions(candidates)
        for span, others in zip(candidates, neighbours(candidates), strict=True):
            if any(span.start < d.end and d.start < span.end for d in optional):
                continue
            values: dict[str, float] = {}
            for name, value in features(span, others, mentions):
                values[name] = values.get(name, 0.0) + value
            yield values, (span.start, span.end, kind(span.label)) in right


def fit(data: Sequence[Row]) -> dict[str, float]:
    """Return the weights of the features that are not rare."""
    counts: dict[str, int] = {}
    for values, _ in data:
        for name in values:
            counts[name] = counts.get(name, 0) + 1
    names = sorted(name for name, count in counts.items() if count >= RARE)
    column = {name: number for number, name in enumerate(names)}
    matrix = np.zeros((len(data), len(names)))
    for number, (values, _) in enumerate(data):
        for name, value in values.items():
            if name in column:
                matrix[number, column[name]] = value
    right = np.array([r for _, r in data], float)
    weights: npt.NDArray[np.float64] = np.zeros(len(names))
    for _ in range(30):
        chance = 1 / (1 + np.exp(-matrix @ weights))
        slope = matrix.T @ (right - chance) - RIDGE * weights
        curve = (matrix * (chance * (1 - chance))[:, None]).T @ matrix + RIDGE * np.eye(len(names))
        step = np.linalg.solve(curve, slope)
        weights += step
        if np.abs(step).max() < 1e-6:
            break
    return dict(zip(names, weights.tolist(), strict=True))


def main() -> int:
    """Fit and write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("pairs", nargs="+", help="models (as for gaoyou_nlp.load) and their gold")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--split", default="dev", help="the split that the first model reads too")
    options = parser.parse_args()
    articles = [a for a in read_corpus(options.corpus) if a.header["split"] == options.split]
    gold = [gold_record(article) for article in articles]
    number, data = len(gold), list(rows(options.pairs[0], gold))
    for model, path in zip(options.pairs[::2], options.pairs[1::2], strict=True):
        gold = read_gold(Path(path))
        number += len(gold)
        data += rows(model, gold)
    weights = fit(data)
    lines = [
        f"# source: training/fit_joining.py on {number} texts, {len(data)} candidates",
        "# licence: MIT",
        f"# date: {datetime.date.today().isoformat()}",
        "# columns: feature (see gaoyou_nlp/rules/joining.py), weight (log odds)",
        *(f"{name}\t{weight:.3f}" for name, weight in sorted(weights.items())),
    ]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    sys.stdout.write(f"{len(data)} candidates, {len(weights)} weights\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What more articles bring: one small, quick model trained on more and more of the corpus.

    python training/curve.py ../shared/real/dev.jsonl training/metrics/curve.json

Each model is the tagger without rule candidates, trained for a few hundred steps on the seed
articles and N written ones of the split train, drawn at random, with and without swapped variants.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import tempfile
from pathlib import Path

import spacy
from spacy.training.initialize import init_nlp
from spacy.training.loop import train
from spacy.util import load_config

from gaoyou_nlp.annotation import annotate
from gaoyou_nlp.corpora.markup import article_paths, parse_article
from gaoyou_nlp.evaluation import read_gold, score

SIZES = (0, 50, 100, 200, None)
STEPS = 200
RULES = ["money", "places", "organisations", "titles", "persons", "projects"]


def draw(corpus: Path, size: int | None, target: Path, seed: int) -> int:
    """Copy the seed and dev articles and some of the written ones; return how many of those."""
    articles = {p: parse_article(p.read_text(encoding="utf-8")) for p in article_paths(corpus)}
    by_split = {
        split: [p for p, a in articles.items() if a.header["split"] == split]
        for split in ("train", "dev", "seed")
    }
    written = random.Random(seed).sample(by_split["train"], len(by_split["train"]))[:size]
    for path in [*by_split["dev"], *by_split["seed"], *written]:
        shutil.copy(path, target / path.name)
    return len(written)


def f1(corpus: Path, gold: Path, *, augment: bool, output: Path) -> float:
    """Train a quick model and return its micro F1 on the gold."""
    overrides: dict[str, object] = {
        "paths.corpus": str(corpus),
        "corpora.train.split": ["train", "seed"],
        "components.gaoyou_tagger.model.features.rules": False,
        "nlp.pipeline": ["gaoyou_tagger"],
        "training.frozen_components": [],
        "training.annotating_components": [],
        "training.max_steps": STEPS,
        "training.eval_frequency": STEPS,
        "training.patience": 0,
    }
    config = load_config("configs/lac.cfg", overrides=overrides)
    for name in RULES:
        del config["components"][f"gaoyou_{name}"]
    if augment:
        config["corpora"]["train"]["augmenter"] = {"@augmenters": "gaoyou.swap_entities.v1"}
    nlp = init_nlp(config.interpolate())
    with (output / "log").open("w", encoding="utf-8") as log:
        train(nlp, output, stdout=log, stderr=sys.stderr)
    nlp = spacy.load(output / "model-best")
    nlp.add_pipe("gaoyou_resolver", config={"use": "model"})
    records = read_gold(gold)
    report = score(records, annotate((r.article for r in records), nlp), samples=1)
    return report.exact["micro"].f1


def main() -> int:
    """Print a row a size and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("gold", type=Path)
    parser.add_argument("output", type=Path)
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    arguments = parser.parse_args()
    rows = []
    for size in SIZES:
        for augment in (False, True):
            with tempfile.TemporaryDirectory() as folder:
                corpus, output = Path(folder) / "corpus", Path(folder) / "model"
                corpus.mkdir()
                output.mkdir()
                count = draw(arguments.corpus, size, corpus, seed=1)
                figure = f1(corpus, arguments.gold, augment=augment, output=output)
            rows.append({"written": count, "augmented": augment, "micro_f1": round(figure, 4)})
            sys.stdout.write(f"{rows[-1]}\n")
            sys.stdout.flush()
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

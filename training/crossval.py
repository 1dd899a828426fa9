"""Train with a part of the provinces left out, score on what was left out, and so round.

    python training/crossval.py training/metrics/crossval.json --folds 3 --steps 300

Each fold trains the tagger for some steps only and puts it among the rules, as in
``configs/assembled.cfg``. The figures show how far the corpus carries over to other places; the
shipped model is trained longer.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import spacy
from evaluate import SETTINGS, set_use
from spacy.cli.train import train as train_pipeline
from spacy.language import Language

from gaoyou_nlp.annotation import annotate
from gaoyou_nlp.corpora.markup import GoldArticle, read_corpus, write_article
from gaoyou_nlp.corpora.records import gold_record
from gaoyou_nlp.evaluation import score

ROOT = Path(__file__).parents[1]


def deal(articles: Sequence[GoldArticle], folds: int, seed: int) -> list[list[GoldArticle]]:
    """Deal the provinces out into folds.

    Parameters:
        articles: Annotated ones.
        folds: How many.
        seed: Of the order of the provinces.

    Returns:
        Copies of the articles for each fold; the split of what is left out is ``test``, of one
        province of the others ``dev``, of the rest ``train``.
    """
    provinces = sorted({article.header["province"] for article in articles})
    random.Random(seed).shuffle(provinces)
    dealt = []
    for fold in range(folds):
        out = set(provinces[fold::folds])
        watched = next(p for p in provinces if p not in out)
        split = {p: "test" if p in out else "dev" if p == watched else "train" for p in provinces}
        dealt.append(
            [
                replace(a, header={**a.header, "split": split[a.header["province"]]})
                for a in articles
            ]
        )
    return dealt


def run_fold(articles: Sequence[GoldArticle], place: Path, steps: int, seed: int) -> dict[str, Any]:
    """Train on a fold and score what it leaves out.

    Returns:
        JSON-ready reports for rules, model and both.
    """
    corpus = place / "corpus"
    corpus.mkdir()
    for article in articles:
        (corpus / f"{article.id}.txt").write_text(
            write_article(article), encoding="utf-8", newline="\n"
        )
    train_pipeline(
        ROOT / "configs" / "news.cfg",
        place / "model",
        overrides={
            "paths.corpus": str(corpus),
            "training.max_steps": steps,
            "system.seed": seed,
        },
    )
    nlp = assemble(place / "model" / "model-best")
    gold = [gold_record(article) for article in articles if article.header["split"] == "test"]
    texts = [record.article for record in gold]
    return {use: score(gold, annotate(texts, set_use(nlp, use))).to_dict() for use in SETTINGS}


def assemble(tagger: Path) -> Language:
    """Put a trained tagger among the rules, without the component for words."""
    config = spacy.util.load_config(
        ROOT / "configs" / "assembled.cfg",
        overrides={"paths.tagger": str(tagger), "nlp.disabled": []},
        interpolate=True,
    )
    config["nlp"]["pipeline"].remove("gaoyou_words")
    del config["components"]["gaoyou_words"]
    return spacy.util.load_model_from_config(config, auto_fill=True)


def main() -> int:
    """Run all folds and write the reports."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("output", type=Path, help="the JSON file to write")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--folds", type=int, default=3)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    articles = [a for a in read_corpus(arguments.corpus) if a.header["split"] != "seed"]
    reports = []
    for fold in deal(articles, arguments.folds, arguments.seed):
        with tempfile.TemporaryDirectory() as place:
            reports.append(run_fold(fold, Path(place), arguments.steps, arguments.seed))
        row = {use: reports[-1][use]["labels"]["micro"]["f1"] for use in SETTINGS}
        sys.stdout.write(f"fold {len(reports)}: {row}\n")
    figures = {"folds": arguments.folds, "steps": arguments.steps, "reports": reports}
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(
        json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

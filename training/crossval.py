"""Train with a part of the articles left out, score what was left out, and so round.

    python training/crossval.py training/metrics/crossval.json --folds 3 --steps 300
    python training/crossval.py training/metrics/seeds.json --seeds --steps 300

The first leaves a third of the provinces out at a time, the second one article of the user's
newspaper. Each fold trains the network that is shipped (``configs/student.cfg``) on nothing but the
articles it is given, and puts it among the rules, as in ``configs/assembled.cfg``. The shipped
weights themselves cannot be measured so: their teacher has read all the articles.
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

import spacy
from evaluate import SETTINGS, set_use
from spacy.cli.train import train as train_pipeline
from spacy.language import Language

from gaoyou_nlp.annotation import annotate
from gaoyou_nlp.corpora.markup import GoldArticle, read_corpus, write_article
from gaoyou_nlp.corpora.records import gold_record
from gaoyou_nlp.evaluation import score
from gaoyou_nlp.records import Record

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


def leave_one_out(articles: Sequence[GoldArticle]) -> list[list[GoldArticle]]:
    """Leave each article of the split ``seed`` out in turn; the others of it are trained on."""
    folds = []
    for out in articles:
        if out.header["split"] == "seed":
            fold = []
            for article in articles:
                split = article.header["split"]
                split = (
                    "test" if article is out else {"seed": "train", "test": ""}.get(split, split)
                )
                if split:
                    fold.append(replace(article, header={**article.header, "split": split}))
            folds.append(fold)
    return folds


def run_fold(
    articles: Sequence[GoldArticle], place: Path, steps: int, seed: int
) -> tuple[list[Record], dict[str, list[Record]]]:
    """Train on a fold and annotate what it leaves out.

    Returns:
        The gold, and what rules, model and both say.
    """
    corpus = place / "corpus"
    corpus.mkdir()
    for article in articles:
        (corpus / f"{article.id}.txt").write_text(
            write_article(article), encoding="utf-8", newline="\n"
        )
    train_pipeline(
        ROOT / "configs" / "student.cfg",
        place / "model",
        overrides={
            "paths.corpus": str(corpus),
            "training.max_steps": steps,
            "training.eval_frequency": steps,
            "training.optimizer.learn_rate.total_steps": steps * 11 // 10,
            "system.seed": seed,
        },
    )
    nlp = assemble(place / "model" / "model-best")
    gold = [gold_record(article) for article in articles if article.header["split"] == "test"]
    texts = [record.article for record in gold]
    return gold, {use: list(annotate(texts, set_use(nlp, use))) for use in SETTINGS}


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
    parser.add_argument("--seeds", action="store_true", help="leave one seed article out at a time")
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    articles = list(read_corpus(arguments.corpus))
    if arguments.seeds:
        folds = leave_one_out(articles)
    else:
        others = [a for a in articles if a.header["split"] != "seed"]
        folds = deal(others, arguments.folds, arguments.seed)
    gold: list[Record] = []
    predicted: dict[str, list[Record]] = {use: [] for use in SETTINGS}
    each = []
    for fold in folds:
        with tempfile.TemporaryDirectory() as place:
            right, found = run_fold(fold, Path(place), arguments.steps, arguments.seed)
        gold += right
        for use, records in found.items():
            predicted[use] += records
        each.append({u: score(right, r, samples=1).exact["micro"].f1 for u, r in found.items()})
        sys.stdout.write(f"fold {len(each)}: {each[-1]}\n")
        sys.stdout.flush()
    reports = {use: score(gold, records).to_dict() for use, records in predicted.items()}
    figures = {"folds": len(folds), "steps": arguments.steps, "micro": each, "reports": reports}
    arguments.output.parent.mkdir(parents=True, exist_ok=True)
    arguments.output.write_text(
        json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())

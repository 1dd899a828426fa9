"""Scores the records of the corpus in two halves: one whose errors may be read, one held out.

    python training/score_records.py CORPUS [--half read|held] [--errors N] [--json]

A seed article belongs to neither half. Of the others the file's name decides, by its SHA-256; the
errors of the held half are never printed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from pathlib import Path

from gaoyou_nlp import annotate, load
from gaoyou_nlp.corpora.markup import GoldArticle, read_corpus
from gaoyou_nlp.evaluation.record_gold import record_gold
from gaoyou_nlp.evaluation.record_scores import score_records
from gaoyou_nlp.evaluation.table import format_records

HALVES = ("read", "held")


def half_of(article: GoldArticle) -> str | None:
    """Return the half that an article belongs to, None for a seed or one without records."""
    if article.records is None or article.header["split"] == "seed":
        return None
    name = Path(article.path).name if article.path else f"{article.id}.txt"
    return HALVES[hashlib.sha256(name.encode("utf-8")).digest()[28] % 2]


def main() -> None:
    """Print the scores of one half or of both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--errors", type=int, default=0, help="of the half that may be read")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--model", help="a pipeline to load; the installed model if absent")
    options = parser.parse_args()
    nlp = load(options.model)
    articles = list(read_corpus(options.corpus))
    for half in (options.half,) if options.half else HALVES:
        gold = [record_gold(article) for article in articles if half_of(article) == half]
        report = score_records(gold, annotate((one.record.article for one in gold), nlp))
        if options.json:
            sys.stdout.write(json.dumps({half: report.to_dict()}, ensure_ascii=False) + "\n")
        else:
            errors = options.errors if half == "read" else 0
            sys.stdout.write(f"## {half}\n\n{format_records(report, errors=errors)}\n\n")


if __name__ == "__main__":
    main()

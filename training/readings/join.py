"""Joins the annotations of the readings to their texts, where these are at hand.

The repository holds places, labels, posts and checksums of passages (``annotations.jsonl``), not a
character of the text. Where a text is missing or is not the one that was read, nothing is written.

    python training/readings/join.py ../shared/text OUT.jsonl
    python training/readings/join.py ../shared/text FOLDER --articles

With ``--articles`` each passage is an article of the corpus' mark-up form, as ``--paths.more`` of
``spacy train`` takes it. Neither output belongs into the repository.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from sheets import HERE, passages

from gaoyou_nlp.corpora.inline import GoldSpan
from gaoyou_nlp.corpora.markup import GoldArticle, write_article
from gaoyou_nlp.records import Post


def annotations(path: Path = HERE / "annotations.jsonl") -> dict[str, dict[str, Any]]:
    """Return the annotation of each passage."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return {row["passage"]: row for row in rows}


def gold_row(name: str, source: str, text: str, row: dict[str, Any]) -> dict[str, Any]:
    """Return a passage as a line of gold: id, text, spans, officials."""
    return {
        "id": name,
        "source": source,
        "text": text,
        "spans": [
            {"start": start, "end": end, "label": label, "text": text[start:end]}
            for start, end, label in row["spans"]
        ],
        "officials": [
            {"name": person, "posts": [{"org": org, "title": title} for org, title in posts]}
            for person, posts in row["posts"].items()
        ],
    }


def gold_article(name: str, text: str, row: dict[str, Any]) -> GoldArticle:
    """Return a passage as an article of the split train."""
    header = {
        "id": name,
        "kind": "reading",
        "province": "unknown",
        "place": "unknown",
        "date": "unknown",
        "split": "train",
        "origin": "reading",
    }
    spans = tuple(
        GoldSpan(start, end, label, text[start:end]) for start, end, label in row["spans"]
    )
    posts = {
        person: tuple(Post(org, title) for org, title in pairs)
        for person, pairs in row["posts"].items()
        if pairs
    }
    return GoldArticle(header, text, spans, posts)


def main() -> int:
    """Write gold or articles."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--articles", action="store_true")
    options = parser.parse_args()
    try:
        texts = passages(options.folder)
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    if options.articles:
        options.out.mkdir(parents=True, exist_ok=True)
        for name, row in annotations().items():
            article = write_article(gold_article(name, texts[name][1], row))
            (options.out / f"{name}.txt").write_text(article, encoding="utf-8", newline="\n")
        return 0
    with options.out.open("w", encoding="utf-8") as stream:
        for name, row in annotations().items():
            source, text = texts[name]
            line = gold_row(name, source["source"], text, row)
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

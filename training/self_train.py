"""Annotate unlabelled text with a trained pipeline, as corpus files to train the next one on.

    python training/self_train.py out/news/model-best ../shared/text out/self --pieces 300
    spacy train configs/news.cfg --output out/news2 --paths.more out/self

The folder of texts holds JSON Lines with a field ``text`` (``.jsonl`` or ``.jsonl.gz``). Nothing
of these texts goes into the repository.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from pathlib import Path

import spacy

from gaoyou_nlp.corpora.markup import write_article
from gaoyou_nlp.models.self_training import annotate_pieces, draw_pieces

SIZE = (350, 800)


def read_texts(path: Path) -> list[str]:
    """Read the texts of a file of JSON Lines."""
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line)["text"] for line in content.decode("utf-8").splitlines() if line]


def main() -> int:
    """Write the articles; each file of texts gets an equal share."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("model", help="a trained pipeline")
    parser.add_argument("texts", type=Path, help="a folder of .jsonl or .jsonl.gz files")
    parser.add_argument("out", type=Path, help="the folder to write into")
    parser.add_argument("--pieces", type=int, default=300)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    files = sorted([*arguments.texts.glob("*.jsonl"), *arguments.texts.glob("*.jsonl.gz")])
    if not files:
        sys.stderr.write(f"{arguments.texts} has no .jsonl file. Nothing was written.\n")
        return 1
    share = -(-arguments.pieces // len(files))
    pieces = [
        piece
        for number, path in enumerate(files)
        for piece in draw_pieces(read_texts(path), share, arguments.seed + number, SIZE)
    ]
    arguments.out.mkdir(parents=True, exist_ok=True)
    for article in annotate_pieces(pieces, spacy.load(arguments.model)):
        target = arguments.out / f"{article.id}.txt"
        target.write_text(write_article(article), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(pieces)} articles in {arguments.out}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

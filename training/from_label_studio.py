"""Turn an export of Label Studio into corpus files to train on.

python training/from_label_studio.py export.json my_articles
"""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path

from gaoyou_nlp.corpora.inline import GoldSpan
from gaoyou_nlp.corpora.markup import SPLITS, GoldArticle, parse_article, write_article
from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats import label_studio
from gaoyou_nlp.labels import LABELS, OPTIONAL
from gaoyou_nlp.records import Record


def corpus_article(record: Record, split: str) -> GoldArticle:
    """Turn a record into an article of the corpus.

    Parameters:
        record: With spans that do not overlap.
        split: For its header.

    Returns:
        The article; what Label Studio does not know of it is 未知 in the header.

    Raises:
        ReadError: A label is unknown, or two spans overlap.
    """
    end = 0
    spans = []
    for span in sorted(record.spans, key=lambda s: s.start):
        if span.label not in (*LABELS, OPTIONAL):
            raise ReadError(
                f"article {record.id!r} has the unknown label {span.label!r}. "
                f"Labels are {', '.join(LABELS)} and {OPTIONAL}."
            )
        if span.start < end:
            raise ReadError(
                f"article {record.id!r}: {span.text!r} at {span.start} overlaps the one before it. "
                "Keep one of them."
            )
        end = span.end
        spans.append(GoldSpan(span.start, span.end, span.label, record.text[span.start : span.end]))
    header = {"id": record.id, "kind": "未知", "province": "未知", "place": "未知"}
    header.update(date="未知", split=split, origin="written")
    posts = {o.name: o.posts for o in record.officials if o.posts}
    return GoldArticle(header, record.text, tuple(spans), posts)


def main() -> int:
    """Write one file an article."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("export", help="a JSON export of Label Studio")
    parser.add_argument("folder", type=Path, help="where the articles go")
    parser.add_argument("--split", choices=SPLITS, default="train")
    arguments = parser.parse_args()
    arguments.folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for record in label_studio.read(arguments.export):
        content = write_article(corpus_article(record, arguments.split))
        name = re.sub(r"[^\w.-]", "_", record.id)
        parse_article(content, path=name)
        target = arguments.folder / f"{name}.txt"
        target.write_text(content, encoding="utf-8", newline="\n")
        count += 1
    sys.stdout.write(f"{count} articles in {arguments.folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

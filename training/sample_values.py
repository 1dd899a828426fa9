"""Draws a sample of values with the text around them, to be judged by reading.

Amounts, posts, statuses and spans of texts drawn by a seed over all files of a folder, at most
three of a text unless said, so that no text rules the sample. The sheet holds text: it stays out
of the repository; what goes into ``docs/accuracy.md`` is how many are wrong, by kind.

    python training/sample_values.py ../shared/text SHEET.tsv --seed 11
    python training/sample_values.py ../shared/text SHEET.tsv --files gov_work_reports* \
        --spans 300 --each 4 --amounts 0 --posts 0 --statuses 0
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import gaoyou_nlp
from gaoyou_nlp import Article, Record

LIMIT = 2500
"""Characters of a text that are annotated."""
AROUND = 60
"""Characters shown on either side."""
KINDS = {"amounts": 400, "posts": 300, "statuses": 200, "spans": 0}
"""How many of each kind are drawn unless said."""


def texts(folder: Path, seed: int, pattern: str) -> Iterator[Article]:
    """Yield texts in an order drawn by the seed, from each file whose name fits alike."""
    rng = random.Random(seed)
    files = []
    for path in sorted(folder.rglob(pattern)):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            rows = [(f"{path.name}#{n}", line) for n, line in enumerate(stream)]
        rng.shuffle(rows)
        files.append(rows)
    while any(files):
        for rows in files:
            if rows:
                name, line = rows.pop()
                text = str(json.loads(line)["text"])
                start = rng.randrange(max(1, len(text) - LIMIT))
                start = _whole_sentence(text, start)
                yield Article(name, text[start : start + LIMIT])


def _whole_sentence(text: str, start: int) -> int:
    """Return where the next sentence begins, so that no number is cut at the edge of a piece."""
    stops = [at for mark in "。\n" if (at := text.find(mark, start, start + AROUND * 5)) >= 0]
    return min(stops) + 1 if start and stops else start


def values(record: Record) -> Iterator[tuple[str, int, int, str]]:
    """Yield kind, start, end and value of what a record says."""
    for _, amount in record.amounts:
        bounds = f"{amount.low}..{amount.high}"
        value = f"{bounds} {amount.currency} {amount.comparator} per {amount.per}"
        yield "amounts", amount.start, amount.end, value
    for official in record.officials:
        span = record.spans[official.mentions[0]]
        for post in official.posts:
            value = f"{official.name}: {post.org} | {post.title} | {post.change}"
            yield "posts", span.start, span.end, value
    for project in record.projects:
        if project.status is not None:
            span = record.spans[project.mentions[0]]
            yield "statuses", span.start, span.end, f"{project.name}: {project.status}"
    for span in random.Random(record.id).sample(record.spans, len(record.spans)):
        yield "spans", span.start, span.end, span.label


def main() -> int:
    """Write the sheet."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("sheet", type=Path)
    parser.add_argument("--model", default=None, help="as for gaoyou_nlp.load")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--files", default="*.jsonl.gz", help="pattern of the files' names")
    parser.add_argument("--each", type=int, default=3, help="at most so many of a text")
    for kind, number in KINDS.items():
        parser.add_argument(f"--{kind}", type=int, default=number)
    options = parser.parse_args()
    wanted = {kind: getattr(options, kind) for kind in KINDS}
    nlp = gaoyou_nlp.load(options.model)
    with options.sheet.open("w", encoding="utf-8") as stream:
        for record in gaoyou_nlp.annotate(texts(options.folder, options.seed, options.files), nlp):
            taken = dict.fromkeys(wanted, 0)
            for kind, start, end, value in values(record):
                if wanted[kind] == 0 or taken[kind] == options.each:
                    continue
                wanted[kind] -= 1
                taken[kind] += 1
                text = record.text
                shown = (
                    f"{text[max(0, start - AROUND) : start]}【{text[start:end]}】"
                    f"{text[end : end + 2 * AROUND]}"
                )
                row = (kind, record.id, value, " ".join(shown.split()))
                stream.write("\t".join(row) + "\n")
            if not any(wanted.values()):
                break
    sys.stdout.write(f"missing: {wanted}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

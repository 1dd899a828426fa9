"""Measure links on a written set of tests/linking: pairwise and B-cubed.

python training/evaluate_links.py            on the gold spans and posts
python training/evaluate_links.py --model    on what the installed model finds
python training/evaluate_links.py --errors   with the names that are grouped wrongly
python training/evaluate_links.py --set tests/linking/second    on another set
"""

from __future__ import annotations

import argparse
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from gaoyou_nlp import annotate, load  # noqa: E402
from gaoyou_nlp.corpora.markup import read_corpus  # noqa: E402
from gaoyou_nlp.corpora.records import gold_record  # noqa: E402
from gaoyou_nlp.evaluation.clusters import ClusterScore, score_clusters  # noqa: E402
from gaoyou_nlp.linking import Links, link  # noqa: E402
from gaoyou_nlp.records import Record  # noqa: E402
from gaoyou_nlp.tables.linked import KINDS as KINDS_OF  # noqa: E402

FOLDER = ROOT / "tests/linking"
KINDS = ("person", "body", "place", "project")
Mention = tuple[str, str, str]


def main() -> None:
    """Print a table a kind."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--model", action="store_true")
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--set", type=Path, default=FOLDER)
    options = parser.parse_args()
    records = written_records(options.set / "articles")
    if options.model:
        records = list(annotate((one.article for one in records), load()))
    found = ids_of(link(records), records)
    gold = read_gold(options.set / "gold.tsv")
    if options.model:
        marked = {
            (one.id, KINDS_OF[span.label], span.text)
            for one in records
            for span in one.spans
            if span.label in KINDS_OF
        }
        missed = len(gold.keys() - marked)
        score = score_of(gold, found)
        sys.stdout.write(f"{missed} of {len(gold)} names are not marked. With these as lost: ")
        sys.stdout.write(
            f"P {100 * score.precision:.1f}, R {100 * score.recall:.1f}. The others:\n\n"
        )
        gold = {key: entity for key, entity in gold.items() if key in marked}
    sys.stdout.write(table(gold, found))
    if options.errors:
        sys.stdout.write("\n".join(errors(gold, found)) + "\n")


def written_records(folder: Path = FOLDER / "articles") -> list[Record]:
    """Return the articles with their gold spans and posts, and their days."""
    records = []
    for one in read_corpus(folder):
        record = gold_record(one)
        article = replace(record.article, date=one.header["date"], source=None)
        records.append(replace(record, article=article))
    return records


def read_gold(path: Path = FOLDER / "gold.tsv") -> dict[Mention, str]:
    """Return what each name of each article stands for."""
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()[1:]]
    return {(article, kind, name): entity for article, kind, name, entity in rows}


def ids_of(links: Links, records: Sequence[Record]) -> dict[Mention, str]:
    """Return what links say each name of each article stands for."""
    return {
        (record.id, kind, name): it.id
        for record in records
        for (kind, name), it in links.of(record).items()
    }


def table(gold: dict[Mention, str], found: dict[Mention, str]) -> str:
    """Return the scores a kind and of all."""
    lines = ["| | names | pairs | P | R | B3 P | B3 R |", "|---|---|---|---|---|---|---|"]
    for kind in (*KINDS, ""):
        wanted = {key: value for key, value in gold.items() if kind in ("", key[1])}
        score = score_of(wanted, found)
        figures = (score.precision, score.recall, score.b_precision, score.b_recall)
        cells = (f"{100 * figure:.1f}" for figure in figures)
        lines.append(f"| {kind or 'all'} | {len(wanted)} | {score.pairs} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def score_of(gold: dict[Mention, str], found: dict[Mention, str]) -> ClusterScore:
    """Return the score of names of all kinds; a name that is not found is alone."""
    return score_clusters({key: (key[1], value) for key, value in gold.items()}, dict(found))


def errors(gold: dict[Mention, str], found: dict[Mention, str]) -> list[str]:
    """Return the entities that are split, and the groups that mix several."""
    split, mixed = defaultdict(lambda: defaultdict(list)), defaultdict(lambda: defaultdict(list))
    for key, entity in gold.items():
        group = found.get(key, f"alone {key[0]}")
        split[key[1], entity][group].append(f"{key[0]}:{key[2]}")
        mixed[key[1], group][entity].append(f"{key[0]}:{key[2]}")
    lines = [f"split {key}: {dict(groups)}" for key, groups in split.items() if len(groups) > 1]
    return lines + [
        f"mixed {key}: {dict(people)}" for key, people in mixed.items() if len(people) > 1
    ]


if __name__ == "__main__":
    main()

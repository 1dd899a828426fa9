"""Counts of the corpus: by label, kind, province, split; surfaces; what a split has not seen."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from gaoyou_nlp.corpora.markup import GoldArticle
from gaoyou_nlp.labels import LABELS, OPTIONAL


def corpus_stats(articles: Sequence[GoldArticle]) -> dict[str, Any]:
    """Count a corpus.

    Parameters:
        articles: The whole corpus.

    Returns:
        JSON-ready counts. ``unseen`` is the share of the distinct surfaces of dev and test, per
        label, that do not stand in train with that label.
    """
    surfaces: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    labels: Counter[str] = Counter()
    for article in articles:
        for span in article.spans:
            labels[span.label] += 1
            surfaces[article.header["split"]][span.label].add(span.text)
    train = surfaces["train"]
    return {
        "articles": len(articles),
        "characters": sum(len(a.text) for a in articles),
        "places": len({a.header["place"] for a in articles}),
        "years": [
            min((a.header["date"][:4] for a in articles), default=""),
            max((a.header["date"][:4] for a in articles), default=""),
        ],
        "labels": {label: labels[label] for label in (*LABELS, OPTIONAL)},
        "surfaces": {
            label: len(set().union(*(s[label] for s in surfaces.values()), set()))
            for label in LABELS
        },
        "unseen": {
            split: {
                label: round(len(distinct - train[label]) / len(distinct), 3)
                for label in LABELS
                if (distinct := surfaces[split][label])
            }
            for split in ("dev", "test")
            if split in surfaces
        },
        **{key: _table(articles, key) for key in ("split", "origin", "kind", "province")},
    }


def _table(articles: Sequence[GoldArticle], key: str) -> dict[str, dict[str, int]]:
    counts: Counter[str] = Counter()
    characters: Counter[str] = Counter()
    for article in articles:
        counts[article.header[key]] += 1
        characters[article.header[key]] += len(article.text)
    return {
        name: {"articles": count, "characters": characters[name]}
        for name, count in sorted(counts.items())
    }


def format_stats(stats: dict[str, Any]) -> str:
    """Write the counts as Markdown tables."""
    lines = [
        f"{stats['articles']} articles, {stats['characters']} characters, "
        f"{stats['places']} places, {'–'.join(stats['years'])}.",
        "",
        "| label | spans | distinct | unseen in dev | unseen in test |",
        "|---|---|---|---|---|",
    ]
    for label, count in stats["labels"].items():
        unseen = [
            f"{100 * stats['unseen'][s][label]:.0f} %"
            if label in stats["unseen"].get(s, {})
            else "–"
            for s in ("dev", "test")
        ]
        lines.append(
            f"| {label} | {count} | {stats['surfaces'].get(label, '–')} | {' | '.join(unseen)} |"
        )
    for key in ("split", "origin", "kind", "province"):
        lines += ["", f"| {key} | articles | characters |", "|---|---|---|"]
        lines += [
            f"| {name} | {row['articles']} | {row['characters']} |"
            for name, row in stats[key].items()
        ]
    return "\n".join(lines)

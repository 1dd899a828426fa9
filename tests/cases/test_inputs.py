"""Inputs as a user who looks for wrong values would try them, whole pipeline with the model.

``inputs.tsv`` holds the texts by the kind of report that they belong to, and what is right.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from gaoyou_nlp import Article, Record, annotate, load
from gaoyou_nlp.records import Amount

LINES = (Path(__file__).parent / "inputs.tsv").read_text("utf-8").splitlines()
ROWS = [tuple(line.split("\t")) for line in LINES if not line.startswith("#")]


def _plain(text: str) -> str:
    return text.replace("⏎", "\n").replace("⇥", "\t").replace("␣", "\u200b")


@cache
def _records() -> Mapping[str, Record]:
    texts = list(dict.fromkeys(row[1] for row in ROWS))
    articles = (Article(str(at), _plain(text)) for at, text in enumerate(texts))
    return dict(zip(texts, annotate(articles, load()), strict=True))


def _amount(amount: Amount) -> str:
    low, high = amount.low, amount.high
    if low is None or high is None or low == high:
        bounds = str(high if low is None else low)
    else:
        bounds = f"{low}..{high}"
    currency = "" if amount.currency == "CNY" else amount.currency or "?"
    per = amount.per and f"/{amount.per}"
    return " ".join(part for part in (bounds, amount.comparator, currency, per) if part)


def _shown(record: Record, what: str) -> list[str]:
    amounts = [amount for _, amount in record.amounts]
    if what == "amounts":
        return [_amount(amount) for amount in amounts]
    if what == "posts":
        return [
            f"{official.name} {post.org or ''}|{post.title}"
            + (f"|{post.change}" * bool(post.change))
            for official in record.officials
            for post in official.posts
        ]
    if what == "projects":
        totals = [None if p.amount is None else amounts[p.amount].text for p in record.projects]
        return [
            f"{p.name}: {p.status or '-'} {total or '-'}"
            for p, total in zip(record.projects, totals, strict=True)
        ]
    return [span.text for span in record.spans if span.label == what]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[0]}: {row[1]} ({row[2]})")
def test_an_input(row: tuple[str, ...]) -> None:
    _, text, what, right = row
    assert "; ".join(_shown(_records()[text], what)) == ("" if right == "-" else right)


def test_every_input_stands_once() -> None:
    assert len({row[1:3] for row in ROWS}) == len(ROWS)

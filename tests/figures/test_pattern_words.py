"""Every word of the patterns is tested by the example beside it: without the row it would fail."""

from __future__ import annotations

import pytest
from word_rows import decides

from gaoyou_nlp.figures import (
    asides,
    counts,
    found,
    frames,
    growth,
    heads,
    leads,
    nouns,
    owner,
    plain,
    ranks,
    status,
)
from gaoyou_nlp.language.tables import table

PATTERNS = {
    "before count": (counts, counts._gap),
    "actor": (counts, counts._actor),
    "actor done": (counts, counts._actor_done),
    "compared": (found, found._comparison),
    "rank": (ranks, ranks._rank),
    "somebody": (leads, leads.somebody),
    "manner": (leads, leads.adverbs),
    "lead": (leads, leads.leads),
    "done": (status, status.done),
    "plan heading": (frames, frames._plan_headings),
    "review heading": (frames, frames._review_headings),
    "announced": (frames, frames._announced),
    "looks back": (frames, frames._looks_back),
    "asked ahead": (frames, frames._asked_ahead),
    "asked back": (frames, frames._asked_back),
    "moves": (asides, asides._asides),
    "no subject": (owner, owner._no_subject),
    "rate": (heads, heads._rate),
    "stop": (nouns, nouns._stops),
    "no sum": (nouns, nouns._no_sum),
    "stock": (growth, growth._stocks),
    "drive": (nouns, nouns._drives),
    "before number": (plain, plain._gap),
    "no noun at start": (plain, plain._no_noun),
    "no noun at end": (plain, plain._no_noun),
    "no noun before 面积": (plain, plain._no_noun),
    "level": (plain, plain._stock),
    "no verb": (plain, plain._no_verb),
    "not counted": (plain, plain._counted),
    "no money": (plain, plain._no_money),
    "reach": (plain, plain._reaches),
}
ROWS = [
    *table("figures/clause_words.tsv"),
    *table("figures/noun_words.tsv"),
    *table("figures/frame_words.tsv"),
]


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row[1]} {row[0]}")
def test_a_word(row: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    assert decides(row, monkeypatch, *PATTERNS[row[1]])


def test_a_word_stands_once_for_each_kind() -> None:
    assert len({row[:2] for row in ROWS}) == len(ROWS)
    assert {row[1] for row in ROWS} == set(PATTERNS)

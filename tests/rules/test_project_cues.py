"""Every word of the room's lists is tested by the example beside it, and what the lists decide."""

from __future__ import annotations

import re
import time

import pytest

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.projects.cues import cue_after, cue_before, cues
from gaoyou_nlp.rules.projects.names import ProjectEvidence
from gaoyou_nlp.rules.projects.odds import weights
from gaoyou_nlp.rules.projects.patterns import CAPACITY

SIDES = ("before", "after", "head", "lead", "inner", "item")
ROWS = [(side, *row) for side in SIDES for row in table(f"projects/cues_{side}.tsv")]


@pytest.mark.parametrize(
    ("side", "word", "kind", "example"), ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS]
)
def test_a_cue_is_found_in_its_example(side: str, word: str, kind: str, example: str) -> None:
    marked = re.fullmatch(r"(.*)\[(.*)\](.*)", example)
    assert marked is not None
    assert marked[2] == word
    text, start = marked[1] + marked[2] + marked[3], marked.end(1)
    if side == "before":
        assert cue_before(text, start + len(word)) == kind
    elif side == "after":
        assert cue_after(text, start) == kind
    else:
        assert cues(side)[text[start : start + len(word)]] == kind


def test_odds_are_numbers_of_features_that_stand_once() -> None:
    rows = table("projects/odds.tsv")
    assert len(rows) == len(weights())
    assert "(bias)" in weights()
    assert all(abs(weight) < 10 for weight in weights().values())


@pytest.mark.parametrize(
    ("text", "stop", "starts"),
    [
        ("1云河大道改造工程", 5, "云河大道"),
        ("（三）云河大道改造工程", 7, "云河大道"),
    ],
    ids=["a bare row number", "a row number in brackets"],
)
def test_row_numbers_are_no_part_of_a_name(text: str, stop: int, starts: str) -> None:
    names = ProjectEvidence(Evidence(text))
    assert text[names.start(stop) : stop] == starts


@pytest.mark.parametrize("digits", ["1", "1.", "1,", "9万"])
def test_capacities_are_read_in_linear_time(digits: str) -> None:
    def seconds(size: int) -> float:
        text = digits * size
        begin = time.perf_counter()
        for _ in range(5):
            list(CAPACITY.finditer(text))
        return time.perf_counter() - begin

    # a quadratic search would take 16 times as long on four times the text
    short, long = (min(seconds(size) for _ in range(3)) for size in (10_000, 40_000))
    assert long < 9 * short + 0.01

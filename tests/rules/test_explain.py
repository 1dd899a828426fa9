"""What is said of candidates is what is decided, and the reasons add up."""

from __future__ import annotations

import pytest

from gaoyou_nlp.records import Origin, Span
from gaoyou_nlp.rules.decide import by_odds, by_rank
from gaoyou_nlp.rules.explain import Judgement, explain_odds, explain_rank
from gaoyou_nlp.rules.joining import RECALL

TEXT = "江阴市委书记陈一鸣说，投资3亿元"
AREA = Span(0, 3, "GPE", "江阴市", "gpe.division")
BODY = Span(0, 4, "ORG", "江阴市委", "org.committee")
POST = Span(4, 6, "TITLE", "书记", "title.post")
NAME = Span(6, 9, "OFFICIAL", "陈一鸣", "person.chain")
SUM = Span(13, 16, "MONEY", "3亿元", "money.amount")
GUESS = Span(11, 16, "MONEY", "投资3亿元", "model", 0.9, origin=Origin.MODEL)
USER = Span(0, 2, "ORG", "江阴", "lexicon:my.tsv:1", origin=Origin.USER)
BLOCK = Span(4, 6, "-", "书记", "lexicon:my.tsv:2", origin=Origin.USER)
WEIGHTS = {
    **dict.fromkeys(("ORG rule", "TITLE rule", "OFFICIAL+PERSON rule"), 2.0),
    "MONEY model": -3.0,
    "GPE rule": 1.0,
    "GPE inside ORG rule": -1.0,
    "GPE length 3": 0.5,
}
ALL = [AREA, BODY, POST, NAME, SUM, GUESS]


@pytest.mark.parametrize(
    ("candidates", "ranks", "verdicts"),
    [
        pytest.param(
            ALL,
            {},
            {
                "江阴市委": "stands",
                "江阴市": "outweighed",
                "书记": "stands",
                "陈一鸣": "stands",
                "3亿元": "stands",
                "投资3亿元": "unlikely",
            },
            id="odds",
        ),
        pytest.param(
            [AREA, BODY],
            {"org": -1},
            {"江阴市委": "dropped", "江阴市": "stands"},
            id="rank below 0",
        ),
        pytest.param(
            [AREA, BODY],
            {"gpe": 1},
            {"江阴市委": "outweighed", "江阴市": "stands"},
            id="rank above 0",
        ),
        pytest.param(
            [BODY, USER], {}, {"江阴市委": "outweighed", "江阴": "stands"}, id="a user's list"
        ),
        pytest.param([POST, NAME, BLOCK], {}, {"陈一鸣": "stands"}, id="a block"),
    ],
)
def test_verdicts(candidates: list[Span], ranks: dict[str, int], verdicts: dict[str, str]) -> None:
    judged = explain_odds(TEXT, candidates, ranks, WEIGHTS)
    assert {j.span.text: j.verdict for j in judged} == verdicts
    standing = [j.span for j in judged if j.verdict == "stands"]
    assert standing == by_odds(TEXT, candidates, ranks, WEIGHTS)


def test_the_reasons_add_up_to_the_log_odds() -> None:
    judged = explain_odds(TEXT, ALL, weights=WEIGHTS, most=99)
    sums = [sum(weight for _, weight in judgement.reasons) for judgement in judged]
    assert sums == pytest.approx([judgement.log_odds for judgement in judged])


def test_the_greatest_reasons_come_first() -> None:
    weights = {**WEIGHTS, "GPE inside ORG rule": -8.0, "GPE length 3": 0.01}
    [_, area] = explain_odds(TEXT, [AREA, BODY], weights=weights)
    assert area.reasons == (
        ("GPE inside ORG rule", -4.0),
        ("GPE rule", 1.0),
        ("every candidate", pytest.approx(RECALL)),
    )


def test_a_rank_decides_without_odds() -> None:
    [judgement] = explain_odds(TEXT, [BODY], {"org": -99}, WEIGHTS)
    assert (judgement.verdict, judgement.log_odds, judgement.probability) == ("dropped", None, None)
    assert judgement.reasons == (("rank of org.committee", -99.0),)


def test_odds_of_any_size_have_a_probability() -> None:
    assert Judgement(BODY, "unlikely", -5000.0).probability == pytest.approx(0.0)
    assert Judgement(BODY, "stands", 5000.0).probability == 1.0
    assert Judgement(BODY, "stands", 0.0).probability == 0.5


def test_verdicts_by_rank() -> None:
    ranks = {"gpe": -1}
    judged = explain_rank(TEXT, [AREA, BODY, POST, NAME, SUM], ranks)
    assert {j.span.text: j.verdict for j in judged} == {
        "江阴市委": "stands",
        "江阴市": "dropped",
        "书记": "stands",
        "陈一鸣": "stands",
        "3亿元": "stands",
    }
    standing = [j.span for j in judged if j.verdict == "stands"]
    assert standing == by_rank(TEXT, [AREA, BODY, POST, NAME, SUM], ranks)

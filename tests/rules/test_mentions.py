"""What stands elsewhere in a text speaks for a name, and lets it be looked for again."""

from __future__ import annotations

import time

import pytest

from gaoyou_nlp.records import Origin, Span
from gaoyou_nlp.rules.decide import by_odds, by_rank
from gaoyou_nlp.rules.joining import features
from gaoyou_nlp.rules.mentions import AGAIN, POSSIBLE, Mentions, named_again

TEXT = "远达机电签约。远达表示，远达公司将投产，远达大道通车"
COMPANY = Span(12, 16, "ORG", "远达公司", "org.company", 0.95, origin=Origin.BOTH)
FIRST = Span(7, 9, "ORG", "远达", "model", 0.8, origin=Origin.MODEL)
ROAD = Span(20, 24, "PROJECT", "远达大道", f"{POSSIBLE}.1", 0.6, origin=Origin.BOTH)
SHORT = Span(0, 1, "ORG", "远", "model", 0.9, origin=Origin.MODEL)
UNLIKELY = Span(7, 9, "ORG", "远达", "model.likely", 0.3, origin=Origin.MODEL)
TITLE = Span(2, 4, "TITLE", "机电", "title.post", 0.9, origin=Origin.BOTH)


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        pytest.param(
            [FIRST], [(0, "远达", "ORG"), (12, "远达", "ORG"), (20, "远达", "ORG")], id="each"
        ),
        pytest.param(
            [FIRST, COMPANY], [(0, "远达", "ORG"), (20, "远达", "ORG")], id="not in a longer name"
        ),
        pytest.param([ROAD], [], id="what is only possible speaks for nothing"),
        pytest.param([SHORT], [], id="one character is no name"),
        pytest.param([UNLIKELY], [], id="what is unlikely speaks for nothing"),
        pytest.param([TITLE], [], id="a title speaks for no other"),
    ],
)
def test_likely_names_are_looked_for_again(
    candidates: list[Span], expected: list[tuple[int, str, str]]
) -> None:
    found = list(named_again(TEXT, candidates))
    assert [(s.start, s.text, s.label) for s in found] == expected
    assert all(TEXT[s.start : s.end] == s.text and s.rule == AGAIN for s in found)


def test_a_candidate_that_is_there_is_not_proposed_twice() -> None:
    here = Span(0, 2, "ORG", "远达", "model.likely", 0.2, origin=Origin.MODEL)
    assert 0 not in {s.start for s in named_again(TEXT, [FIRST, here])}


def test_others_leave_out_the_candidate_itself() -> None:
    low = Span(0, 2, "ORG", "远达", "model.likely", 0.2, origin=Origin.MODEL)
    mentions = Mentions([FIRST, low, COMPANY])
    of_first, of_low = mentions.others(FIRST), mentions.others(low)
    assert of_first is not None
    assert of_first[0] == pytest.approx(0.2)
    assert of_low is not None
    assert of_low[0] == pytest.approx(0.8)
    assert mentions.others(COMPANY) is None


def test_official_and_person_are_one_label_elsewhere() -> None:
    official = Span(0, 3, "OFFICIAL", "陈一鸣", "model", 0.9, origin=Origin.MODEL)
    person = Span(9, 12, "PERSON", "陈一鸣", "model", 0.7, origin=Origin.MODEL)
    others = Mentions([official, person]).others(person)
    assert others is not None
    assert others[0] == pytest.approx(0.9)


def test_the_same_words_under_another_label_are_a_feature() -> None:
    area = Span(0, 2, "GPE", "远达", "model", 0.4, origin=Origin.MODEL)
    names = dict(features(FIRST, [], Mentions([FIRST, area])))
    assert names["ORG model otherwise"] == pytest.approx(0.4)
    assert "ORG model again" not in names


def test_a_name_found_twice_stands_where_one_mention_alone_would_not() -> None:
    weak = Span(0, 2, "ORG", "远达", "model.likely", 0.2, origin=Origin.MODEL)
    weights = {"ORG model": -1.0, "ORG model score": 1.0, "ORG model again score": 1.5}
    assert by_odds(TEXT, [weak], weights=weights) == []
    found = by_odds(TEXT, [weak, FIRST], weights=weights)
    assert [(s.start, s.text) for s in found][:2] == [(0, "远达"), (7, "远达")]


def test_what_is_only_possible_never_stands_by_rules_alone() -> None:
    possible = Span(20, 24, "PROJECT", "远达大道", f"{POSSIBLE}.0")
    assert by_rank(TEXT, [possible], {POSSIBLE: -1}) == []


@pytest.mark.parametrize(
    ("short", "full", "known"),
    [
        pytest.param("浮梁", Span(9, 12, "GPE", "浮梁县", "gpe.division"), True, id="the county"),
        pytest.param(
            "浮梁", Span(9, 13, "ORG", "浮梁县委", "org.a"), False, id="only a body of it"
        ),
        pytest.param("浮梁", Span(9, 12, "GPE", "遂川县", "gpe.division"), False, id="another"),
    ],
)
def test_an_area_named_in_full_speaks_for_its_short_name(
    short: str, full: Span, known: bool
) -> None:
    span = Span(0, 2, "GPE", short, "gpe.short")
    mentions = Mentions([span, full])
    assert mentions.in_full(span) is known
    assert ("GPE rule in full elsewhere" in dict(features(span, [], mentions))) is known


def test_a_name_that_stands_again_and_again_takes_no_longer_a_mention() -> None:
    def seconds(count: int) -> float:
        text = "远达、" * (2 * count)
        spans = [Span(3 * n, 3 * n + 2, "ORG", "远达", "a", 0.9) for n in range(count)]
        taken = []
        for _ in range(5):
            begin = time.process_time()
            assert len(list(named_again(text, spans))) == count
            taken.append(time.process_time() - begin)
        return min(taken)

    assert seconds(4000) < 24 * seconds(500)

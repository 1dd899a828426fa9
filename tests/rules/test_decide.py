"""Which candidates stand: trimming, ranks, odds, the user's list."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyou_nlp.records import Origin, Span
from gaoyou_nlp.rules.decide import by_odds, by_rank, heaviest
from gaoyou_nlp.rules.trim import trim


def _spans(text: str, *rows: tuple[str, str, str]) -> list[Span]:
    return [Span(text.index(s), text.index(s) + len(s), label, s, rule) for s, label, rule in rows]


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("在江都区，", "江都区，", "江都区"),
        ("　江都区", "　江都区", "江都区"),
        ("实施“三横四纵”工程", "三横四纵”工程", "“三横四纵”工程"),
        ("实施“三横四纵”工程", "“三横四纵”工程", "“三横四纵”工程"),
        ("《里下河报》讯", "《里下河报》", "里下河报"),
        ("建设“云上平台”。", "“云上平台”", "云上平台"),
        ("学校综合楼项目（二期）开工", "学校综合楼项目（二期）", "学校综合楼项目"),
        ("恒远（淮北）公司", "恒远（淮北）公司", "恒远（淮北）公司"),
    ],
)
def test_trim(text: str, surface: str, expected: str) -> None:
    at = text.index(surface)
    span = trim(text, Span(at, at + len(surface), "ORG", surface))
    assert span is not None
    assert span.text == expected
    assert text[span.start : span.end] == expected


def test_only_punctuation_leaves_nothing() -> None:
    assert trim("，。", Span(0, 2, "ORG", "，。")) is None


def test_longest_wins_among_equals() -> None:
    text = "江都区委书记"
    found = _spans(text, ("江都区", "GPE", "gpe.a"), ("江都区委", "ORG", "org.a"))
    assert [s.text for s in by_rank(text, found, {})] == ["江都区委"]


def test_priority_beats_length_and_negative_drops() -> None:
    text = "江都区委书记"
    found = _spans(text, ("江都区", "GPE", "gpe.a"), ("江都区委", "ORG", "org.a"))
    assert [s.text for s in by_rank(text, found, {"gpe": 1})] == ["江都区"]
    assert [s.text for s in by_rank(text, found, {"org.a": -1})] == ["江都区"]
    assert [s.text for s in by_rank(text, found, {"org": 5, "org.a/ORG": 0, "gpe": 1})] == [
        "江都区"
    ]


def test_user_list_adds_wins_and_blocks() -> None:
    text = "高峰镇的高峰来了"
    inside = Span(0, 2, "PERSON", "高峰", "person.a")
    town = Span(0, 3, "GPE", "高峰镇", "gpe.a")
    later = Span(4, 6, "PERSON", "高峰", "person.a")
    blocks = [
        Span(0, 2, "-", "高峰", "lexicon:mine.tsv:1"),
        Span(4, 6, "-", "高峰", "lexicon:mine.tsv:1"),
    ]
    assert by_rank(text, [inside, town, later, *blocks], {}) == [town]
    wins = Span(0, 3, "ORG", "高峰镇", "lexicon:mine.tsv:2", origin=Origin.USER)
    assert by_rank(text, [town, wins], {"gpe": 9}) == [wins]


MODEL = {"rule": "model", "origin": Origin.MODEL}
WEIGHTS = {
    "ORG rule": -1.0,
    "ORG both": 2.0,
    "ORG model score": 1.0,
    "GPE rule": 1.0,
    "PROJECT rule": 0.5,
    "OFFICIAL+PERSON both": 2.0,
    "PROJECT holds ORG both": -4.0,
}


def test_what_rule_and_model_agree_on_bears_both() -> None:
    text = "恒澜特钢项目开工"
    rule = Span(0, 4, "ORG", "恒澜特钢", "org.company")
    model = Span(0, 4, "ORG", "恒澜特钢", score=0.8, **MODEL)
    longer = Span(0, 6, "PROJECT", "恒澜特钢项目", "project.head")
    [span] = by_odds(text, [rule, longer, model], weights=WEIGHTS)
    assert (span.text, span.rule, span.score, span.origin) == (
        "恒澜特钢",
        "org.company+model",
        0.8,
        Origin.BOTH,
    )


def test_names_agree_whatever_their_role() -> None:
    rule = Span(0, 2, "OFFICIAL", "王军", "person.chain")
    model = Span(0, 2, "PERSON", "王军", score=0.7, **MODEL)
    [span] = by_odds("王军说", [rule, model], weights=WEIGHTS)
    assert (span.label, span.rule) == ("OFFICIAL", "person.chain+model")


@pytest.mark.parametrize(("score", "stands"), [(0.9, True), (0.5, True), (0.1, False)])
def test_the_model_alone_must_be_sure_enough(score: float, stands: bool) -> None:
    guess = Span(0, 2, "ORG", "高邮", score=score, **MODEL)
    assert by_odds("高邮好", [guess], weights=WEIGHTS) == [guess] * stands


def test_amounts_are_for_the_grammar_alone() -> None:
    guess = Span(0, 2, "MONEY", "三亿", score=0.99, **MODEL)
    read = Span(0, 3, "MONEY", "三亿元", "money.amount")
    assert by_odds("三亿元", [guess, read], weights={}) == [read]


def test_the_heaviest_set_is_taken() -> None:
    text = "江都区委书记"
    area = Span(0, 3, "GPE", "江都区", "gpe.a")
    body = Span(0, 4, "ORG", "江都区委", "org.a")
    assert by_odds(text, [area, body], weights={"GPE rule": 1.0, "ORG rule": 2.0}) == [body]
    assert by_odds(text, [area, body], weights={"GPE rule": 2.0, "ORG rule": 1.0}) == [area]
    assert by_odds(text, [area, body], weights={"GPE rule": -2.0, "ORG rule": -2.0}) == []


def test_ranks_drop_and_keep() -> None:
    area = Span(0, 3, "GPE", "江都区", "gpe.a")
    assert by_odds("江都区", [area], {"gpe": -1}, {"GPE rule": 9.0}) == []
    assert by_odds("江都区", [area], {"gpe": 1}, {"GPE rule": -9.0}) == [area]


def test_odds_do_not_touch_the_users_list() -> None:
    text = "果子园来了"
    rule = Span(0, 3, "GPE", "果子园", "gpe.a", 0.01)
    user = Span(0, 3, "GPE", "果子园", "lexicon:mine.tsv:1", origin=Origin.USER)
    weights = {"GPE rule": -5.0}
    assert by_odds(text, [rule], weights=weights) == []
    assert by_odds(text, [rule, user], weights=weights) == [user]


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 4), st.integers(1, 9)), max_size=7))
def test_no_set_is_heavier(rows: list[tuple[int, int, int]]) -> None:
    spans = [(Span(s, s + n, "ORG", ""), float(w)) for s, n, w in rows]
    weights = {id(span): weight for span, weight in spans}
    chosen = heaviest(spans)
    assert all(a.end <= b.start for a, b in pairwise(chosen))
    best = 0.0
    for size in range(len(spans) + 1):
        for some in combinations(spans, size):
            ordered = sorted((span for span, _ in some), key=lambda span: span.start)
            if all(a.end <= b.start for a, b in pairwise(ordered)):
                best = max(best, sum(weight for _, weight in some))
    assert sum(weights[id(span)] for span in chosen) == best


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2 云岭大道东延工程 23400", "云岭大道东延工程"),
        ("12、云岭大道东延工程", "云岭大道东延工程"),
        ("3云岭大道东延工程", "云岭大道东延工程"),
        ("333省道云岭段扩建工程", "333省道云岭段扩建工程"),
    ],
    ids=["blank", "mark", "nothing between", "the number of a road"],
)
def test_the_number_of_a_row_is_no_part_of_a_project(text: str, expected: str) -> None:
    end = text.index("工程") + 2
    start = text.index(expected)
    rule = Span(start, end, "PROJECT", text[start:end], "project.head")
    model = Span(0, end, "PROJECT", text[:end], "model", 0.9, origin=Origin.MODEL)
    found = by_odds(text, [rule, model])
    assert [(s.text, s.origin) for s in found] == [(expected, Origin.BOTH)]

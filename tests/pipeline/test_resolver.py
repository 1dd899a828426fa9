"""The resolver: trimming, priorities, the user's blocks."""

import pytest

from gaoyou_nlp.pipeline.resolver import resolve, trim
from gaoyou_nlp.records import Span


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
    assert [s.text for s in resolve(text, found, {})] == ["江都区委"]


def test_priority_beats_length_and_negative_drops() -> None:
    text = "江都区委书记"
    found = _spans(text, ("江都区", "GPE", "gpe.a"), ("江都区委", "ORG", "org.a"))
    assert [s.text for s in resolve(text, found, {"gpe": 1})] == ["江都区"]
    assert [s.text for s in resolve(text, found, {"org.a": -1})] == ["江都区"]
    assert [s.text for s in resolve(text, found, {"org": 5, "org.a/ORG": 0, "gpe": 1})] == [
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
    assert resolve(text, [inside, town, later, *blocks], {}) == [town]
    wins = Span(0, 3, "ORG", "高峰镇", "lexicon:mine.tsv:2")
    assert resolve(text, [town, wins], {"gpe": 9}) == [wins]


def test_what_rule_and_model_agree_on_goes_first() -> None:
    text = "恒澜特钢项目开工"
    rule = Span(0, 4, "ORG", "恒澜特钢", "org.company")
    model = Span(0, 4, "ORG", "恒澜特钢", "model", 0.8)
    longer = Span(0, 6, "PROJECT", "恒澜特钢项目", "project.head")
    [span] = resolve(text, [rule, longer, model], {"agreed": 1})
    assert (span.text, span.label, span.rule, span.score) == (
        "恒澜特钢",
        "ORG",
        "org.company+model",
        0.8,
    )


def test_names_agree_whatever_their_role() -> None:
    rule = Span(0, 2, "OFFICIAL", "王军", "person.chain")
    model = Span(0, 2, "PERSON", "王军", "model", 0.7)
    [span] = resolve("王军说", [rule, model], {"agreed": 1})
    assert (span.label, span.rule) == ("OFFICIAL", "person.chain+model")


def test_the_model_alone_must_be_sure_enough() -> None:
    guess = Span(0, 2, "GPE", "高邮", "model", 0.6)
    assert resolve("高邮好", [guess], {}, {"GPE": 0.9}) == []
    assert resolve("高邮好", [guess], {}, {"GPE": 0.5}) == [guess]


def test_the_model_drops_what_it_doubts_of_the_rules() -> None:
    text = "江都区委书记"
    doubted = Span(0, 3, "GPE", "江都区", "gpe.a", 0.01)
    unscored = Span(0, 4, "ORG", "江都区委", "org.a")
    assert resolve(text, [doubted], {}, None, {"GPE": 0.05}) == []
    assert resolve(text, [doubted], {}, None, {"ORG": 0.05}) == [doubted]
    assert resolve(text, [unscored], {}, None, {"ORG": 0.05}) == [unscored]
    agreed = [doubted, Span(0, 3, "GPE", "江都区", "model", 0.01)]
    assert [s.rule for s in resolve(text, agreed, {}, None, {"GPE": 0.05})] == ["gpe.a+model"]


def test_doubt_of_the_model_does_not_touch_the_users_list() -> None:
    text = "果子园来了"
    rule = Span(0, 3, "GPE", "果子园", "gpe.a", 0.01)
    user = Span(0, 3, "GPE", "果子园", "lexicon:mine.tsv:1", 0.01)
    assert resolve(text, [rule], {}, {}, {"GPE": 0.05}) == []
    assert resolve(text, [rule, user], {}, {}, {"GPE": 0.05}) == [user]


@pytest.mark.parametrize("score", [None, 0.7])
def test_a_model_that_is_not_sure_is_not_heard(score: float | None) -> None:
    span = Span(0, 2, "ORG", "高峰", "model", score)
    assert resolve("高峰", [span], {}, {"ORG": 0.8}) == []
    assert resolve("高峰", [span], {}, {"GPE": 0.8}) == [span]

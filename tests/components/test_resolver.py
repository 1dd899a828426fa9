"""The resolver: trimming, priorities, the user's blocks."""

import pytest

from gaoyou_nlp.components.resolver import resolve, trim
from gaoyou_nlp.records import Span


def _spans(text: str, *rows: tuple[str, str, str]) -> list[Span]:
    return [
        Span(text.index(s), text.index(s) + len(s), label, s, rule) for s, label, rule in rows
    ]


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
    assert [s.text for s in resolve(text, found, {"org": 5, "org.a/ORG": 0, "gpe": 1})] == ["江都区"]


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

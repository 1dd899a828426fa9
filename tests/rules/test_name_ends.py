"""Edges of names and of posts that the words beside them run into."""

from __future__ import annotations

import re

import pytest

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.no_names import is_no_name
from gaoyou_nlp.rules.trim import trim


@pytest.mark.parametrize(
    ("text", "given", "kept"),
    [
        ("司长潘文清都表示", "潘文清都", "潘文清"),
        ("司长潘文清均认为", "潘文清均", "潘文清"),
        ("院长欧阳文都表示", "欧阳文都", "欧阳文都"),
        ("司长潘文都表示", "潘文都", "潘文都"),
        ("司长潘文清都来了", "潘文清都", "潘文清都"),
        ("同外长波纳通电话", "波纳通", "波纳"),
        ("同外长波纳通了电话", "波纳通", "波纳"),
        ("局长李大通出席", "李大通", "李大通"),
        ("局长李通电话无人接", "李通", "李通"),
        ("局长李振作出批示", "李振作", "李振作"),
        ("局长李原应邀出席", "李原", "李原"),
        ("局长欧阳子曾出席", "欧阳子曾", "欧阳子曾"),
        ("主任李青松了解情况", "李青松", "李青松"),
        ("县长李远任主任、李如任副主任", "李如任", "李如"),
        ("县长李远任上修了路", "李远任", "李远任"),
        ("县长李志任出席", "李志任", "李志任"),
        ("县长李远向与会代表报告工作", "李远向", "李远"),
        ("县长李远向前走", "李远向", "李远向"),
        ("县长李远及有关人员到场", "李远及", "李远"),
    ],
)
def test_a_name_ends_before_the_words_behind_it(text: str, given: str, kept: str) -> None:
    start = text.index(given)
    span = Span(start, start + len(given), "OFFICIAL", given)
    assert trim(text, span) == Span(start, start + len(kept), "OFFICIAL", kept)


@pytest.mark.parametrize(
    ("characters", "length", "follow", "example"), table("rules/name_ends.tsv")
)
def test_a_last_character_of_the_table(
    characters: str, length: str, follow: str, example: str
) -> None:
    start, end = example.index("["), example.index("]") - 1
    text = example.replace("[", "").replace("]", "")
    assert length in ("4", "any", "listed")
    assert text[end] in characters.strip("[]")
    assert follow == "-" or re.match(follow, text[end + 1 :])
    kept = trim(text, Span(start, end + 1, "OFFICIAL", text[start : end + 1]))
    assert kept == Span(start, end, "OFFICIAL", text[start:end])


@pytest.mark.parametrize(
    ("text", "title", "refused"),
    [
        ("杨怡副主任医师接诊", "副主任", True),
        ("副主任护师陈兰", "副主任", True),
        ("主任药师陈兰", "主任", True),
        ("沙坪党领导人波纳", "领导人", True),
        ("骨科主任陈兰", "主任", False),
        ("副主任陈兰", "副主任", False),
        ("主任医院里开会", "主任", False),
    ],
)
def test_a_trade_is_no_post(text: str, title: str, refused: bool) -> None:
    start = text.index(title)
    span = Span(start, start + len(title), "TITLE", title)
    assert is_no_name(text, span) is refused


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("中方愿同毛方一道努力", True),
        ("局长毛方表示，将加强协作", False),
        ("中方愿同毛方正一道努力", False),
    ],
)
def test_the_side_of_a_state_is_no_name(text: str, side: bool) -> None:
    start = text.index("毛方")
    end = start + 2 + text.startswith("正", start + 2)
    assert is_no_name(text, Span(start, end, "PERSON", text[start:end])) is side

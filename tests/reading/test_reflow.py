"""Reflow: what is joined, what blanks go, and that every character is led back to the source."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyou_nlp.reading import reflow

PARAGRAPHS = [
    "近日，新区党工委书记周敏在接受记者采访时说，新区将抓好“四张清单”，推动𠮷祥路、5G产业园开工。",
    "周敏表示，2022年新区将投资3.5亿元，加快中试基地项目建设，确保项目早日达产达效，让群众满意。",
    "“新的一年，新区还将做好生态环境保护。”周敏说，要落实《水污染防治行动计划》，建好污水管网。",
]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("县水库开工，王\n小军到场，总投\n资5亿元。", "县水库开工，王小军到场，总投资5亿元。"),
        ("县水库开工，王\r\n小军到场，总投\r\n资5亿元。", "县水库开工，王小军到场，总投资5亿元。"),
        (
            "会议指出，落实《工作实\n\n施意见》，抓好项目建\n设，确保完成。",
            "会议指出，落实《工作实施意见》，抓好项目建设，确保完成。",
        ),
        ("　　县水库开工。\n　　群众叫好。", "县水库开工。\n群众叫好。"),
        ("\ufeff县水库开工 。 群众叫好。", "县水库开工。群众叫好。"),
        ("县水库开工。\n\n\n\n群众叫好。\n", "县水库开工。\n群众叫好。"),
        ("2020 年，县财政投入 5 亿元。", "2020年，县财政投入5亿元。"),
        ("王 军到场。", "王军到场。"),
        ("三年行动 五水共治", "三年行动 五水共治"),
        ("三年行动　　五水共治", "三年行动 五水共治"),
        ("用上了 iPhone 15 Pro 手机。", "用上了iPhone 15 Pro手机。"),
        ("一、总体要求\n坚持稳中求进。\n二、主要目标\n增长7%。",) * 2,
        ("标题不长\n正文是一段很长的文字，它没有断行，所以标题应当留在原处，不与正文相连。",) * 2,
        ("", ""),
        (" \n\t\n", ""),
    ],
)
def test_reflow(source: str, text: str) -> None:
    assert reflow(source)[0] == text


def test_paragraphs_of_unbroken_text_stay() -> None:
    text = "\n".join(["开工仪式举行", *PARAGRAPHS])
    assert reflow(text)[0] == text


def _wrapped(text: str, width: int) -> list[str]:
    """Break a text into lines of a width, no line beginning with a mark that may not."""
    lines, line = [], ""
    for char in text:
        if len(line) >= width and char not in "，。、”》":
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]


@settings(deadline=None)
@given(
    width=st.integers(12, 30),
    ends=st.sampled_from(["\n", "\r\n", "\r"]),
    indent=st.sampled_from(["", "　　"]),
    gap=st.booleans(),
    column=st.integers(1, 3),
)
def test_columns_are_put_together(
    width: int, ends: str, indent: str, gap: bool, column: int
) -> None:
    """Lines of one width, a blank line anywhere inside: the paragraphs come back."""
    lines: list[str] = []
    for paragraph in PARAGRAPHS:
        its = _wrapped(indent + paragraph, width)
        if len(its) > column + 2 and its[column][-1] not in "。”":
            its.insert(column + 1, "")
        lines += [*its, ""] if gap or not indent else its
    assert reflow(ends.join(lines))[0] == "\n".join(PARAGRAPHS)


_ALPHABET = st.sampled_from(
    [
        *"王军书记县水库项目投资5亿元GDP，。、；：“”‘’《》（）——！？é𠮷😀 \u3000\t\n\r\x0c",
        "\r\n",
        "\ufeff",
        "\u200b",
        "\u2028",
    ]
)
_BLANK = re.compile(r"[\s\u00ad\u200b\u200c\u200d\u2060\ufeff]")


@settings(deadline=None)
@given(st.lists(_ALPHABET, max_size=120).map("".join))
def test_every_stretch_leads_back(source: str) -> None:
    text, source_map = reflow(source)
    at = 0
    for start, place, length in source_map.runs:
        assert start >= at
        assert length > 0
        assert text[at:start].strip(" \n\t") == ""
        assert text[start : start + length] == source[place : place + length]
        at = start + length
    assert text[at:] == ""
    assert sorted(_BLANK.sub("", text)) == sorted(_BLANK.sub("", source))


@settings(deadline=None)
@given(st.lists(_ALPHABET, max_size=80).map("".join), st.data())
def test_spans_without_blanks_are_slices_of_the_source(source: str, data: st.DataObject) -> None:
    text, source_map = reflow(source)
    words = [m.span() for m in re.finditer(r"[^\s]+", text)]
    if words:
        first, last = data.draw(st.sampled_from(words))
        start = data.draw(st.integers(first, last - 1))
        end = data.draw(st.integers(start + 1, last))
        place = source_map.to_source(start, end)
        assert place is not None
        assert _BLANK.sub("", source[place[0] : place[1]]) == text[start:end]


@settings(deadline=None)
@given(st.lists(_ALPHABET, max_size=60).map("".join))
def test_reflowing_twice_loses_nothing(source: str) -> None:
    once = reflow(source)[0]
    assert sorted(_BLANK.sub("", reflow(once)[0])) == sorted(_BLANK.sub("", once))


def test_time_grows_with_length_only() -> None:
    """A line of ten megabytes, and a million short ones, are read; backtracking would not end."""
    assert len(reflow("县水库开工，总投资5亿元。" * 250_000)[0]) == 13 * 250_000
    assert reflow("“（《" * 100_000)[0] == "“（《" * 100_000

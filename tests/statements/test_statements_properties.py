"""Properties of the statement finder: offsets, no exception on any text, linear time."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyou_nlp.records import Span
from gaoyou_nlp.statements import KINDS, find_statements

NAME = "叶大川"
PIECES = st.one_of(
    st.sampled_from([NAME, NAME, "会议", "他", "该负责人", "记者", "大桥", "通车"]),
    st.sampled_from(["说", "表示", "强调", "告诉记者", "在会上", "高兴地", "要", "的", "据"]),
    st.sampled_from(["“", "”", "‘", "’", "「", "」", "（", "）"]),
    st.sampled_from(["，", "。", "：", "、", "！", " ", "\n"]),
)


def mark(text: str) -> list[Span]:
    """Return a span for every name in a text."""
    spans = []
    at = text.find(NAME)
    while at >= 0:
        spans.append(Span(at, at + 3, "PERSON", NAME))
        at = text.find(NAME, at + 3)
    return spans


def check(text: str) -> None:
    spans = mark(text)
    for found in find_statements(text, spans):
        assert 0 <= found.start <= found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert found.kind in KINDS
        assert found.speaker_start < found.speaker_end
        if found.span is not None:
            assert found.speaker == spans[found.span].text
        if found.verb_start is not None and found.verb_end is not None:
            assert found.verb_start < found.verb_end
            assert not found.start <= found.verb_start < found.end
        assert not found.start <= found.speaker_start < found.end


@given(st.lists(PIECES, max_size=24).map("".join))
@settings(max_examples=1500, deadline=None)
def test_no_text_of_pieces_of_statements_raises(text: str) -> None:
    check(text)


@given(st.text(max_size=60))
@settings(deadline=None)
def test_no_text_raises(text: str) -> None:
    check(text)


@given(st.text(alphabet="大桥通车路灯安全，！？", min_size=1, max_size=20))
@settings(deadline=None)
def test_what_is_quoted_is_said(said: str) -> None:
    text = f"{NAME}说：“{said}。”"
    assert [(s.text, s.speaker) for s in find_statements(text, mark(text))] == [(f"{said}。", NAME)]


HOSTILE = (
    "说",
    "说，",
    "说：“",
    f"{NAME}说，",
    f"{NAME}说。",
    f"{NAME}在会上说：“好。”",
    f"“好。”{NAME}说，",
    NAME,
    f"{NAME}、",
    "“",
    "”",
    "“”",
    "“\n",
    "记者：好\n",
    f"{NAME}：好\n",
    "他说，",
    "他说，好。\n",
    "会议要求，",
    "会议要求，好。要好。",
    "高兴地说",
    "在在在说",
    "该负责人表示，",
    "。",
    "\n",
    "您好！\n",
    f"{NAME}代表：\n",
    f"【答复】好。——{NAME}\n",
    f"本刊：好？\n{NAME}：好。\n",
    f"{NAME}（水利局）：好。\n",
    f"{NAME}：",
    f"{NAME}指着桥",
    "一位村民",
    "村民",
    "会议",
    "会议的",
    "（",
    "“好，”",
    f"“好，”{NAME}看表，",
    "“好。”他",
    "他笑：“很好。”",
    "1月2日",
    "在桥上，",
    "着着着",
)


def spent(text: str) -> float:
    spans = mark(text)
    start = time.process_time()
    find_statements(text, spans)
    return time.process_time() - start


@pytest.mark.parametrize("pattern", HOSTILE)
def test_four_times_the_text_takes_four_times_the_time(pattern: str) -> None:
    short = pattern * (3000 // len(pattern))
    before = min(spent(short) for _ in range(3))
    assert min(spent(short * 4) for _ in range(2)) < 8 * before + 0.1

"""Properties of the figure finder: offsets, no exception on any text, linear time."""

from __future__ import annotations

import time
from datetime import date
from decimal import Decimal

import pytest
from figure_notation import read
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyou_nlp.dates import find_dates
from gaoyou_nlp.figures import KINDS, WORDING_CLASSES, find_figures
from gaoyou_nlp.money import find_money
from gaoyou_nlp.records import Span

PIECES = st.one_of(
    st.sampled_from(["地区生产总值", "失业率", "城镇新增就业", "粮食产量", "占比", "全市"]),
    st.sampled_from(["新签约", "亿元以上", "项目", "引进", "企业", "开工", "居全省", "前三", "第"]),
    st.sampled_from(["增长", "下降", "达到", "控制在", "分别", "均", "由", "从", "的", "同比"]),
    st.sampled_from(["5", "6.5", "３", "二十", "几", "百分之", "至", "—", "、", "和"]),
    st.sampled_from(["%", "％", "个百分点", "个", "家", "亿元", "万人", "亿斤", "公里"]),
    st.sampled_from(["左右", "以上", "以内", "不低于", "预期目标是", "力争", "确保", "将", "要"]),
    st.sampled_from(["今年", "2024年", "全年", "，", "；", "。", "：", "\n"]),
)


def check(text: str, anchor: date | None) -> None:
    spans = [Span(at, at + 2, "GPE", text[at : at + 2]) for at in range(0, len(text) - 2, 7)]
    for found in read(text, anchor, spans):
        assert text[found.start : found.end] == found.text
        assert text[found.indicator_start : found.indicator_end] == found.indicator
        assert found.indicator
        assert found.kind in KINDS
        assert found.wording_class is None or found.wording_class in WORDING_CLASSES
        assert found.low is not None or found.high is not None
        if found.low is not None and found.high is not None:
            assert Decimal(found.low) <= Decimal(found.high)
        condition = found.condition
        if condition is not None:
            assert text[condition.start : condition.end] == condition.text


@given(st.lists(PIECES, max_size=16).map("".join), st.sampled_from([None, date(2025, 3, 5)]))
@settings(max_examples=1000, deadline=None)
def test_no_text_of_pieces_of_figures_raises(text: str, anchor: date | None) -> None:
    check(text, anchor)


@given(st.text(max_size=60))
@settings(deadline=None)
def test_no_text_raises(text: str) -> None:
    check(text, None)


@given(st.integers(1, 99), st.sampled_from(["左右", "以上", "以内", ""]))
@settings(deadline=None)
def test_a_rate_of_growth_is_read_back(number: int, after: str) -> None:
    found = read(f"2024年，地区生产总值增长{number}%{after}。")
    assert [f.low or f.high for f in found] == [str(number)]
    assert [f.comparator for f in found] == [{"左右": "~", "以上": ">=", "以内": "<="}.get(after)]


HOSTILE = (
    "地区生产总值",
    "地区生产总值增长5%左右、",
    "地区生产总值、",
    "增长5%",
    "5%、",
    "工业投资、民间投资分别增长5%、6%、",
    "今年",
    "预期目标是：",
    "力争",
    "引进",
    "引进3家企业，",
    "亿元以上项目",
    "新签约亿元",
    "失业率",
    "由5%提高到6%，",
    "居全省",
    "第3",
    "3个",
    "3—",
    "北河",
    "的",
    "：\n",
)


def spent(text: str) -> float:
    amounts, dates = find_money(text), find_dates(text, date(2025, 3, 5))
    spans = [Span(at, at + 2, "GPE", text[at : at + 2]) for at in range(0, len(text) - 2, 4)]
    start = time.process_time()
    find_figures(text, amounts=amounts, dates=dates, spans=spans, anchor=date(2025, 3, 5))
    return time.process_time() - start


@pytest.mark.parametrize("pattern", HOSTILE)
def test_four_times_the_text_takes_four_times_the_time(pattern: str) -> None:
    short = pattern * (2000 // len(pattern))
    before = min(spent(short) for _ in range(3))
    assert min(spent(short * 4) for _ in range(2)) < 8 * before + 0.1

"""Properties of the date finder: offsets, no exception on any text, linear time."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gaoyou_nlp.dates import GRAINS, find_dates, find_publication_date

PIECES = st.sampled_from(
    [
        *[
            "3",
            "4",
            "十",
            "廿",
            "一",
            "三",
            "○",
            "年",
            "月",
            "日",
            "号",
            "至",
            "到",
            "—",
            "-",
            ".",
            "/",
            "底",
            "初",
            "末",
            "上",
            "下",
            "旬",
            "今",
            "去",
            "明",
            "昨",
            "当",
            "同",
            "本",
            "前",
            "近",
            "周",
            "闰",
            "起",
        ],
        *[
            "“",
            "”",
            "：",
            "（",
            "）",
            "，",
            "。",
            "2022",
            "22",
            "１２",
            "二〇二二",
            "未来",
            "季度",
            "半年",
            "个月",
            "星期",
            "春节",
            "国庆",
            "五一",
            "十四五",
            "期间",
        ],
        *["以来", "截至", "农历", "正月", "初八", "世纪", "年代", "全年"],
        "\n",
    ]
)
DAYS = st.one_of(st.none(), st.dates(date(1000, 1, 1), date(2199, 12, 31)))


def check(text: str, anchor: date | None) -> None:
    last = 0
    for found in find_dates(text, anchor):
        assert last <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.text
        assert found.grain is None or found.grain in GRAINS
        if found.first and found.last:
            assert date.fromisoformat(found.first) <= date.fromisoformat(found.last)
        assert found.first or found.last or found.note
        last = found.end
    published = find_publication_date(text)
    assert published is None or text[published.start : published.end] == published.text


@given(st.lists(PIECES, max_size=14).map("".join), DAYS)
@settings(max_examples=1500, deadline=None)
def test_no_text_of_pieces_of_dates_raises(text: str, anchor: date | None) -> None:
    check(text, anchor)


@given(st.text(max_size=60), DAYS)
@settings(deadline=None)
def test_no_text_raises(text: str, anchor: date | None) -> None:
    check(text, anchor)


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), DAYS)
@settings(deadline=None)
def test_a_full_date_is_itself(day: date, anchor: date | None) -> None:
    text = f"{day.year}年{day.month}月{day.day}日"
    found = find_dates(text, anchor)
    assert [(d.text, d.first, d.last) for d in found] == [(text, day.isoformat(), day.isoformat())]


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(0, 20))
@settings(deadline=None)
def test_a_day_of_the_last_weeks_is_found_again(anchor: date, back: int) -> None:
    if back >= anchor.day:
        return
    day = anchor.replace(day=anchor.day - back)
    assert find_dates(f"{day.day}日上午", anchor)[0].first == day.isoformat()


HOSTILE = (
    "2022年",
    "2022-",
    "1至",
    "3月",
    "3月4日至",
    "十",
    "二〇二二",
    "今年",
    "“十四五",
    "近",
    "年底",
    "上半年",
    "农历正月",
    "2022年春节",
    "1-",
    "4日、",
    "——",
    "前",
    "至今",
    "同日，",
    "（2022年3月4日",
    "\n",
    "发布时间：",
    "本报",
    "今日头条",
    "五一",
)


def spent(text: str) -> float:
    start = time.process_time()
    find_dates(text, date(2022, 3, 4))
    find_publication_date(text)
    return time.process_time() - start


@pytest.mark.parametrize("pattern", HOSTILE)
def test_four_times_the_text_takes_four_times_the_time(pattern: str) -> None:
    short = pattern * (4000 // len(pattern))
    before = min(spent(short) for _ in range(3))
    assert min(spent(short * 4) for _ in range(2)) < 8 * before + 0.1

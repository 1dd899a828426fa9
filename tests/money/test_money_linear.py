"""Time is linear in the length of the text, on hostile input too."""

from __future__ import annotations

import time

import pytest

from gaoyou_nlp.money import find_money, find_numbers, parse_money

PATTERNS = (
    "十",
    "亿",
    "1,",
    "1，1",
    "1 ",
    "1.1",
    "1-",
    "1元",
    "1亿、",
    "零",
    "一二三",
    "一万",
    "三块五毛",
    "百分之",
    "点",
    "几",
    "多",
    "个亿",
    "1个亿",
    "$1",
    "￥",
    "人民币",
    "（含）",
    "每亩",
    "不低于",
    "又1分之",
    "1/",
    "   ",
    "5亿元以上",
    "总投资达",
    "1\n",
    "12,\n",
    "1. 5亿元\n",
    "\n亿元",
    "<b>",
    "1<b>",
    "&nbsp;",
    "1&nbsp;",
    "\u200b",
    "1'",
    "_万元",
    "（万元）",
    "（万元）1",
    "1（万元）",
    "单位：万元\n",
    "投资额（万元）\t年\n1\t2\n",
    "-1至",
    "-",
    "分别为1、",
    "1、2和3亿元",
    "每人每",
    "1元/人",
    "million",
    "1 million",
)


def _spent(text: str) -> float:
    start = time.process_time()
    find_money(text)
    find_numbers(text)
    parse_money(text)
    return time.process_time() - start


@pytest.mark.parametrize("pattern", PATTERNS)
def test_four_times_the_text_takes_four_times_the_time(pattern: str) -> None:
    short = pattern * (2000 // len(pattern))
    spent = min(_spent(short) for _ in range(3))
    assert min(_spent(short * 4) for _ in range(2)) < 8 * spent + 0.1


def test_a_long_run_of_multipliers() -> None:
    start = time.process_time()
    for text in ("十" * 100_000, "亿" * 100_000, "1," * 50_000, "9" * 100_000 + "元"):
        find_money(text)
    assert time.process_time() - start < 10

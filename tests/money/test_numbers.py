"""Numbers for their own sake: one in a text of its own, or many in running text."""

from __future__ import annotations

from fractions import Fraction

import pytest

from gaoyou_nlp.money import find_numbers, parse_number

ONE = """
-42            -42
－3.5          -3.5
负七           -7
負 八百        -800
- 1,500        -1500
三分之一       1/3
十六分之五     5/16
8分之3         3/8
三份一         1/3
二又四分之一   9/4
７又５分之２   37/5
3/4            3/4
2 1/2          5/2
9/3            3
2^10           1024
2^-2           1/4
1.5^2          2.25
3e4            30000
1.2E-3         0.0012
六打           72
四对           8
三个           3
半             0.5
一半           0.5
半个           0.5
三万五         35000
负三千二百点五 -3200.5
"""

NONE = (
    "",
    " ",
    "元",
    "三元",
    "一二三四五六七八九十百",
    "1.2.3",
    "2^9999",
    "0^-1",
    "零分之三",
    "-",
    "打",
)

IN_TEXT = """
小王有[三]本书和[12.5]斤米
[一千二百]人，[3/4]是女性
完成了[三分之二]，剩下[1 1/2]公里
百分之[二十五]
[五百]多人
[两打]铅笔
一切都好，统一思想，登陆上岸
队伍壮大，收拾房间，放肆
[1]，[2]和[3]
万万没想到
"""


@pytest.mark.parametrize("line", [line for line in ONE.splitlines() if line])
def test_one_number(line: str) -> None:
    text, value = line.rsplit(maxsplit=1)
    found = parse_number(text)
    assert found is not None
    assert (found.start, found.end) == (0, len(text))
    assert found.low == found.high == Fraction(value)


@pytest.mark.parametrize("text", NONE)
def test_not_one_number(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("marked", [line for line in IN_TEXT.splitlines() if line])
def test_numbers_in_text(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = text
    for number in reversed(find_numbers(text)):
        found = f"{found[: number.start]}[{found[number.start : number.end]}]{found[number.end :]}"
    assert found == marked


def test_blanks_around_one_number_stay_out_of_its_place() -> None:
    found = parse_number("  三百\n")
    assert found is not None
    assert (found.start, found.end, found.low) == (2, 4, 300)

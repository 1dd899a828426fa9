"""The time of all rules grows with the text: four times the text takes about four times as long."""

import time

import pytest

from gaoyou_nlp.rules.propose import propose

UNITS = (
    *(
        "1",
        "1,",
        "1.",
        "A",
        "A ",
        "A.",
        "Ab",
        "局局长",
        "政协主席",
        "书记吨",
        "2%主任",
        "县长罗军、",
    ),
    *("项目", "、", "（", "3亿元", "恒澜公司", "和", "“", "《", "省市县", "年产3万吨"),
)


def seconds(text: str) -> float:
    """Return the CPU time of the rules, the best of three."""
    times = []
    for _ in range(3):
        begin = time.process_time()
        propose(text)
        times.append(time.process_time() - begin)
    return min(times)


@pytest.mark.parametrize("unit", UNITS)
def test_four_times_the_text_takes_about_four_times_as_long(unit: str) -> None:
    short = unit * (2000 // len(unit))
    assert seconds(short * 4) < 9 * seconds(short) + 0.01

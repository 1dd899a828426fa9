"""The numeral kernel: runs of numeral characters and what they mean."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from gaoyou_nlp.money.numerals import read_run
from gaoyou_nlp.money.tokens import BIG, HAN_DIGITS, LETTERS, RUN, SMALL, TENS, is_pair, tokenize

NUMERALS = """
0                       0
007                     7
38                      38
3.75                    3.75
.25                     0.25
3．5                    3.5
3·5                     3.5
１２３                  123
12,345                  12345
12，345，678.9          12345678.9
12 345 678              12345678
1 2 3 4                 1234
8万                     80000
6.4亿                   640000000
2万亿                   2000000000000
3千万亿                 3000000000000000
20百万                  20000000
9百                     900
4万4000                 44000
2万300                  20300
7亿2万5千8百            700025800
300万四千               3004000
2百05                   205
5千零8                  5008
30亿零六千740           3000006740
12k                     12000
4.5w                    45000
3M                      3000000
零                      0
〇                      0
两                      2
十                      10
拾                      10
百                      100
十九                    19
一十九                  19
九十                    90
一百零八                108
二百一                  210
二百一十                210
一百十七                117
三千零四                3004
三千零四十              3040
三千零十                3010
零十                    10
四千六                  4600
四千六百                4600
五万二                  52000
五万零二                50002
五万零二百              50200
五万二百                50200
八十三万六              836000
百三                    130
千八                    1800
百三万                  1300000
七亿零九                700000009
六千零二亿              600200000000
六千零二十万            60200000
三十五万四千六百一十二  354612
二亿三千零五万零六百    230050600
三千二百万零四十        32000040
一万八千亿              1800000000000
八千七百六十五万四千三百二十一亿  8765432100000000
三十万亿                30000000000000
六万万                  600000000
四兆五千亿              4500000000000
廿                      20
廿四                    24
六百卅一                631
一万零卌                10040
壹拾贰萬叁仟肆佰伍拾陸  123456
參佰貳拾                320
二六〇零                2600
一九四                  194
十八点六                18.6
十八点六万              186000
四百点零五              400.05
三千二点五              3200.5
二〇点七                20.7
零点七七                0.77
零點77                  0.77
半百                    50
半亿                    50000000
三个亿                  300000000
三個億                  300000000
一个半亿                150000000
6 万3 千                63000
八 千 六 百             8600
三万二零四              32004
"""

VAGUE = """
几千        1000 … 10000
数百        100 … 1000
几十万      100000 … 1000000
好几万      10000 … 100000
几          1 … 10
十几        10 … 20
六十几万    600000 … 700000
40几        40 … 50
三百几十    300 … 400
一百零几    100 … 110
两三千      2000 … 3000
三五百      300 … 500
六七十      60 … 70
十八九      18 … 19
八百六七十  860 … 870
一百四五    140 … 150
二万三四    23000 … 24000
八九        8 … 9
20多亿      2000000000 … 3000000000
10多亿      1000000000 … 1100000000
十多亿      1000000000 … 2000000000
15多万      150000 … 160000
6亿多       600000000 … 700000000
30亿多      3000000000 … 3100000000
1.5亿余     150000000 … 160000000
4000余万    40000000 … 50000000
两百余万    2000000 … 3000000
百余万      1000000 … 2000000
十来万      100000 … 200000
百把万      1000000 … 2000000
两个多亿    200000000 … 300000000
三十万多亿  30000000000000 … 31000000000000
"""

SPLIT = """
统一三百万          一 三百万
唯一10亿            一 10亿
3亿5亿              3亿 5亿
2000万5000万        2000万 5000万
5亿3万亿            5亿 3万亿
3亿1.5万            3亿 1.5万
五十千              五十 千
两百点两            两百 两
一点两              一 两
8点15               8 15
八点十五            八 十五
八点二十            八 二十
1, 234              1 234
2.3.4.5             2 3 4 5
2011，500           2011 500
一百二十百          一百二十 百
三千两              三千 两
"""


def _cases(table: str) -> list[tuple[str, str]]:
    """The rows of a table: what stands left and right of a gap of two blanks or more."""
    rows = [re.fullmatch(r"(.*?\S) {2,}(.+)", line) for line in table.splitlines() if line]
    return [(row[1], row[2]) for row in rows if row is not None]


def _one(text: str) -> tuple[Fraction, Fraction, bool]:
    run = RUN.fullmatch(text)
    assert run is not None
    (numeral,) = read_run(text, 0, len(text))
    assert (numeral.start, numeral.end) == (0, len(text))
    assert numeral.low is not None
    assert numeral.high is not None
    return Fraction(numeral.low), Fraction(numeral.high), numeral.vague


@pytest.mark.parametrize(("text", "value"), _cases(NUMERALS))
def test_numeral(text: str, value: str) -> None:
    assert _one(text) == (Fraction(value), Fraction(value), False)


@pytest.mark.parametrize(("text", "value"), _cases(VAGUE))
def test_vague_numeral(text: str, value: str) -> None:
    low, high = value.split(" … ")
    assert _one(text) == (Fraction(low), Fraction(high), True)


@pytest.mark.parametrize("line", [line for line in SPLIT.splitlines() if line])
def test_what_is_not_one_numeral_is_split(line: str) -> None:
    text, parts = (part.strip() for part in line.split("  ", 1))
    found = [
        text[n.start : n.end]
        for m in RUN.finditer(text)
        for n in read_run(text, m.start(), m.end())
    ]
    assert found == parts.split()


def test_multipliers_of_the_end() -> None:
    (numeral,) = read_run("九百亿", 0, 3)
    assert (numeral.full, numeral.big, numeral.bare) == (10**10, 10**8, False)
    (numeral,) = read_run("百亿", 0, 2)
    assert (numeral.full, numeral.big, numeral.bare) == (10**10, 10**8, True)
    (numeral,) = read_run("三万五", 0, 3)
    assert (numeral.full, numeral.tail) == (1, 2)


def test_too_many_digits_are_kept_unread() -> None:
    text = "9" * 500 + "万"
    (numeral,) = read_run(text, 0, len(text))
    assert (numeral.start, numeral.end, numeral.low, numeral.high) == (0, 501, None, None)


def test_tokens_cover_the_run() -> None:
    kinds = [token.kind for token in tokenize("3个半亿多，几十点5", 0, 10)]
    assert kinds == ["arabic", "ge", "half", "big", "more", "several", "small", "dot", "arabic"]


def test_tables_of_characters_do_not_overlap() -> None:
    tables = [set(HAN_DIGITS), set(TENS), set(SMALL), set(BIG), set(LETTERS)]
    assert sum(map(len, tables)) == len(set().union(*tables))
    assert sorted(set(HAN_DIGITS.values())) == list(range(10))


def test_pairs() -> None:
    assert [pair for pair in ("两三", "八九", "三五", "九零", "三三", "五四") if is_pair(pair)] == [
        "两三",
        "八九",
        "三五",
    ]

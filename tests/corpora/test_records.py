"""The records of the corpus form: read, written back, refused where they do not hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyou_nlp.corpora.check import check_article
from gaoyou_nlp.corpora.gold_records import GoldFigure, GoldGroup, GoldRecords, Uncertain
from gaoyou_nlp.corpora.markup import parse_article, write_article
from gaoyou_nlp.corpora.places import find_quoted, quote
from gaoyou_nlp.corpora.values import parse_days, parse_value, write_days, write_value
from gaoyou_nlp.errors import MarkupError
from gaoyou_nlp.records import Condition, DateMention, Figure, Post, Statement

HEAD = """id: xx-001
kind: 部门访谈
province: 某省
place: 某市某县
date: 2016-05-12
split: train
origin: written
records: complete
---
"""
ARTICLE = (
    HEAD + """[县商务局|ORG]原[局长|TITLE][汪岳平|OFFICIAL]说，"""
    """今年力争新签约[亿元|MONEY]以上项目100个以上，
今年不易。[甲厂|PROJECT]、[乙厂|PROJECT]等12个项目投资[2.1亿元|MONEY]，增长3至5%。
---
汪岳平: 县商务局/局长 (former)
---
date: 今年#1 | 2016
date: 今年#2 | 2016
statement: 今年#1 … 不易 | 汪岳平 | reported
figure: 新签约亿元以上项目100个以上 | indicator=新签约亿元以上项目 | value=>= 100 个 | kind=count"""
    """ | status=target | wording=力争 effort | period=2016 | condition=亿元以上 >= 1亿 元
figure: 增长3至5% | indicator=投资 | value=3..5 % | kind=growth | status=result | period=?
group: 乙厂; 甲厂 | count=12 | total=2.1亿元
date?: 不易
"""
)


def test_records_are_read() -> None:
    article = parse_article(ARTICLE)
    assert article.posts == {"汪岳平": (Post("县商务局", "局长", "former"),)}
    assert article.records == GoldRecords(
        dates=(
            DateMention(12, 14, "今年", "2016-01-01", "2016-12-31", "year", ""),
            DateMention(33, 35, "今年", "2016-01-01", "2016-12-31", "year", ""),
        ),
        statements=(
            Statement(
                12,
                37,
                "今年力争新签约亿元以上项目100个以上，\n今年不易",
                "reported",
                "汪岳平",
                7,
                10,
                None,
                None,
                None,
                "",
            ),
        ),
        figures=(
            GoldFigure(
                Figure(
                    start=16,
                    end=31,
                    text="新签约亿元以上项目100个以上",
                    indicator="新签约亿元以上项目",
                    indicator_start=16,
                    indicator_end=25,
                    canonical=None,
                    comparator=">=",
                    low="100",
                    high=None,
                    unit="个",
                    kind="count",
                    direction=None,
                    period_start="2016-01-01",
                    period_end="2016-12-31",
                    wording="力争",
                    wording_class="effort",
                    status="target",
                    owner=None,
                    condition=Condition(19, 23, "亿元以上", "100000000", None, ">=", "元"),
                    group=0,
                    rule="",
                )
            ),
            GoldFigure(
                Figure(
                    start=57,
                    end=63,
                    text="增长3至5%",
                    indicator="投资",
                    indicator_start=49,
                    indicator_end=51,
                    canonical=None,
                    comparator=None,
                    low="3",
                    high="5",
                    unit="%",
                    kind="growth",
                    direction="up",
                    period_start=None,
                    period_end=None,
                    wording=None,
                    wording_class=None,
                    status="result",
                    owner=None,
                    condition=None,
                    group=0,
                    rule="",
                ),
                frozenset({"period"}),
            ),
        ),
        groups=(GoldGroup(frozenset({"甲厂", "乙厂"}), 12, (51, 56)),),
        uncertain=(Uncertain("date", 35, 37),),
    )


def test_records_are_written_back() -> None:
    article = parse_article(ARTICLE)
    content = write_article(article)
    assert parse_article(content) == article
    assert write_article(parse_article(content)) == content


def test_an_article_without_the_line_has_no_records() -> None:
    bare = ARTICLE.partition("汪岳平: ")[0].removesuffix("---\n").replace("records: complete\n", "")
    assert parse_article(bare).records is None
    assert "records" not in write_article(parse_article(bare))


def test_an_article_with_the_line_can_have_none() -> None:
    assert parse_article(HEAD + "好。\n").records == GoldRecords()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("今年#2 | 2016", "明年 | 2016", "does not stand in the text"),
        ("今年#2 | 2016", "今年 | 2016", "stands 2 times. Write which: 今年#1"),
        ("今年#2 | 2016", "今年#3 | 2016", "stands 2 times, not 3"),
        ("今年#2 | 2016", "今年#2 | 2016年", "no day"),
        ("今年#2 | 2016", "今年#2 | 2016-02-30", "there is no day"),
        ("今年#2 | 2016", "今年#2 | 2016-01-01..2015", "ends before it begins"),
        ("今年#2 | 2016", "今年#2 | ..2016", "grain is missing"),
        ("今年#2 | 2016", "今年#2 | ..2016 | years", "unknown grain"),
        ("date?: 不易", "day?: 不易", "is no record"),
        ("汪岳平 | reported", "汪岳平 | said", "unknown kind"),
        ("汪岳平 | reported", "高某 | reported", "does not stand in the text"),
        ("value=3..5 %", "value=3-5%", "is no value"),
        ("value=3..5 %", "value=5..3 %", "ends before it begins"),
        ("value=3..5 % | ", "", "lacks value"),
        ("kind=growth", "kind=rise", "unknown kind"),
        ("status=result", "status=done", "unknown status"),
        ("status=result", "state=result", "is none of"),
        ("wording=力争 effort", "wording=力争 strong", "unknown class of wording"),
        ("indicator=投资", "indicator=产值", "neither in the figure nor before it"),
        ("period=2016", "period=2016 | period=2016", "comes twice"),
        ("count=12", "count=twelve", "is no number"),
        ("(former)", "(gone)", "unknown change"),
        ("records: complete", "records: some", "no header line"),
        ("records: complete\n", "", "no line  records: complete"),
    ],
)
def test_what_does_not_hold_is_refused(old: str, new: str, message: str) -> None:
    assert old in ARTICLE
    with pytest.raises(MarkupError, match=message):
        parse_article(ARTICLE.replace(old, new))


def test_errors_name_the_line() -> None:
    with pytest.raises(MarkupError) as raised:
        parse_article(ARTICLE.replace("kind=growth", "kind=rise"))
    assert raised.value.line == 19


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("date: 今年#2 | 2016\n", "", "'今年' is a date elsewhere and not in"),
        ("date?: 不易", "date: 年#1", "the date '年' lies in the date '今年'."),
        ("group: 乙厂; 甲厂", "group: 乙厂; 甲", "'甲' is in a group and is no PROJECT span"),
        ("total=2.1亿元", "total=2.1亿", "the total '2.1亿' of a group is no MONEY span"),
        ("count=12", "count=1", "a group of 1 has 2 members"),
    ],
)
def test_check(old: str, new: str, message: str) -> None:
    assert list(check_article(parse_article(ARTICLE))) == []
    found = [f.message for f in check_article(parse_article(ARTICLE.replace(old, new)))]
    assert any(message in one for one in found), found


@given(st.text("今年好\n ", min_size=1, max_size=80), st.data())
def test_a_quotation_is_found_again(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert find_quoted(text, quote(text, start, end)) == (start, end)


@given(st.dates(), st.dates())
def test_a_period_is_read_again(first: object, last: object) -> None:
    ends = sorted((str(first), str(last)))
    assert parse_days(write_days(*ends))[:2] == tuple(ends)


@given(
    st.decimals(0, 10**12, places=2).map(lambda d: f"{d:f}".rstrip("0").rstrip(".")),
    st.sampled_from([None, ">=", ">", "<=", "<", "~"]),
)
def test_a_value_is_read_again(number: str, sign: str | None) -> None:
    low = None if sign in ("<", "<=") else number
    high = None if sign in (">", ">=") else number
    assert parse_value(write_value(sign, low, high, "个")) == (sign, low, high, "个")

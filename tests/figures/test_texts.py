"""Whole texts of the genre: what of their figures is found, and what is still missed or wrong.

The texts are written in the mark-up of the corpus, without spans; their figures were written down
before the library read them. Bodies are no spans here, so that owners are not compared.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from gaoyou_nlp.corpora.markup import read_corpus
from gaoyou_nlp.dates import find_dates
from gaoyou_nlp.figures import Figure, find_figures
from gaoyou_nlp.money import find_money

TEXTS = {text.id: text for text in read_corpus(Path(__file__).parent / "texts")}
MISSED: dict[str, list[str]] = {
    "bulletin": [
        "供应业 3.3% result",
        "规模以上工业企业实现利润总额 5870000000元 result",
        "规模以上工业企业实现利润总额 8.4% result",
    ],
    "congress": [
        "农村贫困人口 446000人 result",
        "高速公路通车里程 421公里 result",
    ],
    "interview_industry": [
        "规上工业企业 52家 result",
        "规上工业企业 486家 result",
        "企业 200家 target",
    ],
    "interview_jobs": [
        "高校毕业生年底就业率 >=90…% target",
        "城乡居民基础养老金最低标准 105元 target",
    ],
    "interview_town": [
        "引进亿元项目 4个 result",
        "财政总收入 213000000元 result",
        "投 240000000元 target",
        "共富工坊 7个 target",
        "工业用地 >=500…亩 target",
        "工业用地 180亩 result",
        "工业总产值 6000000000元 target",
    ],
    "interview_traffic": [
        "争取上级资金 186000000元 result",
        "城乡公交一体化线路 23条 result",
        "25户以上自然村通硬化路比例 98% target",
    ],
    "investment_news": [
        "50亿元以上项目 2个 result",
        "10亿元以上项目 9个 result",
        "到位资金 6120000000元 result",
        "到位资金 1位 result",
        "新开工项目 17个 result",
        "开工率 94.4% result",
        "引进制造业项目 12个 result",
        "制造业项目占比 70.6% result",
        "签约项目 28个 target",
    ],
    "plan_outline": [
        "每千人口拥有3岁以下婴幼儿托位数 4.5个 target",
        "地表水达到或好于Ⅲ类水体比例 100% target",
        "投资 138000000000元 target",
        "投资 41000000000元 target",
        "投资 38600000000元 target",
    ],
    "pledges": [
        "固定资产投资 55% target",
    ],
    "town_report": [
        "招引项目 5个 result",
    ],
    "work_report": [
        "老旧小区改造 32个 result",
    ],
}
"""What is not found, or not as it is written down."""
WRONG: dict[str, list[str]] = {
    "bulletin": [
        "燃气及水生产和供应业 3.3% result",
        "利润总额 5870000000元 result",
        "利润总额 8.4% result",
    ],
    "interview_industry": [
        "荆南市规上工业企业 52家 result",
        "荆南市规上工业企业 486家 result",
        "企业完成数字化诊断 200家 target",
    ],
    "interview_jobs": [
        "就业率 >=90…% target",
    ],
    "interview_town": [
        "共富工坊新建 7个 target",
        "腾出 500亩 target",
        "下山镇工业总产值 6000000000元 target",
    ],
    "interview_traffic": [
        "县交通运输局共争取上级资金 186000000元 result",
        "自然村通硬化路比例 98% target",
    ],
    "investment_news": [
        "江北经开区到位资金 6120000000元 -",
        "江北经开区到位资金 1位 -",
        "新开工项目 17个 -",
        "开工率 94.4% -",
        "南湾区引进制造业项目 12个 -",
        "制造业项目占比 70.6% -",
        "签约项目 28个 -",
    ],
    "plan_outline": [
        "或好于Ⅲ类水体比例 100% target",
    ],
}
"""What is found and not written down so."""


def written(figure: Figure) -> str:
    """Write the part of a figure that is compared."""
    low, high = figure.low or "", figure.high or ""
    number = low if low == high else f"{low}…{high}"
    sign = figure.comparator or ""
    return f"{figure.indicator} {sign}{number}{figure.unit} {figure.status or '-'}"


@pytest.mark.parametrize("name", TEXTS)
def test_a_text(name: str) -> None:
    article = TEXTS[name]
    assert article.records is not None
    day = date.fromisoformat(article.header["date"])
    found = find_figures(
        article.text,
        amounts=find_money(article.text),
        dates=find_dates(article.text, day),
        anchor=day,
    )
    open_places = [
        (one.start, one.end) for one in article.records.uncertain if one.kind == "figure"
    ]
    expected = [written(one.figure) for one in article.records.figures]
    read = [
        written(figure)
        for figure in found
        if not any(figure.start < end and start < figure.end for start, end in open_places)
    ]
    assert [one for one in expected if one not in read] == MISSED.get(name, [])
    assert [one for one in read if one not in expected] == WRONG.get(name, [])

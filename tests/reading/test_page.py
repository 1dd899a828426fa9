"""Parting of pages: headlines before or behind their texts, and single articles that stay whole."""

import re
from pathlib import Path

import pytest

from gaoyou_nlp.reading.articles import articles
from gaoyou_nlp.records import Article

PAGES = Path(__file__).parents[2] / "corpus" / "pages"

BEHIND = """系列访谈 开新局
——县委全会精神访谈之二
 编者按 县委全会召开后，各地迅速行
动，本报开设专栏。

“县委全会提出了新要求，水务局将抓好
水库除险，守护一库清水。”近日，县水务
局局长周敏说。

周敏表示，今年将投资3亿元，整治

河道20公里，确保安全度汛。 通讯员李静 记者 王军

守护一库清水
——访县水务局局长 周敏

“公路是发展的先行官，我们要把路修
好。”县公路局局长何平说，今年计划修
路50公里。

陈思远 刘强

修好致富路 打通断头路
——访县公路局局长 何平

"""

BEFORE = """守护一库清水
——访县水务局局长 周敏

“县委全会提出了新要求。”近日，县水务局局长周敏说。

整治河道

周敏表示，今年将投资3亿元，整治河道20公里。

通讯员李静 记者 王军

修好致富路 打通断头路

本报讯（记者 刘强）“公路是发展的先行官。”县公路局局长何平说，今年计划修路50公里。
"""


def _told(article: Article) -> list[str]:
    names = " ".join(author.name for author in article.authors)
    return [article.kicker, article.title, article.subtitle, article.byline, names]


def test_headlines_behind_their_texts() -> None:
    first, second = articles(BEHIND, "p")
    assert (first.id, second.id) == ("p#1", "p#2")
    assert _told(first) == [
        "系列访谈 开新局\n——县委全会精神访谈之二",
        "守护一库清水",
        "——访县水务局局长 周敏",
        "通讯员李静 记者 王军",
        "李静 王军",
    ]
    assert first.text.split("\n")[2:] == [
        "守护一库清水",
        "——访县水务局局长 周敏",
        "编者按 县委全会召开后，各地迅速行动，本报开设专栏。",
        "“县委全会提出了新要求，水务局将抓好水库除险，守护一库清水。”近日，县水务局局长周敏说。",
        "周敏表示，今年将投资3亿元，整治河道20公里，确保安全度汛。",
        "通讯员李静 记者 王军",
    ]
    assert _told(second) == [
        "",
        "修好致富路 打通断头路",
        "——访县公路局局长 何平",
        "陈思远 刘强",
        "陈思远 刘强",
    ]


def test_headlines_before_their_texts() -> None:
    first, second = articles(BEFORE, "p")
    assert _told(first)[1:] == [
        "守护一库清水",
        "——访县水务局局长 周敏",
        "通讯员李静 记者 王军",
        "李静 王军",
    ]
    assert "\n整治河道\n" in first.text
    assert _told(second)[1:] == ["修好致富路 打通断头路", "", "记者 刘强", "刘强"]


@pytest.mark.parametrize(
    "text",
    [
        "县水库开工。",
        "县水库开工",
        "县水库开工\n\n3日，县水库开工，周敏到场。\n\n加快进度\n\n周敏说，要加快进度。\n\n确保安全\n\n"
        "周敏说，要确保安全。",
        "县水库开工\n3日，县水库开工，周敏到场。\n（记者 李静）",
        "县水库开工\n记者 李静\n3日，县水库开工，周敏到场。",
        "主要目标：\n——坚持稳中求进。\n——坚持改革创新。\n——坚持共建共享。",
    ],
)
def test_one_article_stays_one(text: str) -> None:
    assert [article.id for article in articles(text, "a")] == ["a"]


@pytest.mark.parametrize("page", [BEHIND, BEFORE])
@pytest.mark.parametrize(
    ("pattern", "instead"),
    [
        (r"\n", "\r\n"),
        (r"\n\n+", "\n"),
        (r"\n", "\n\n"),
        (r"(?m)^(?=.)", "  "),
        (r"\n\n", "\n\x0c\n"),
        (r"\A", "2021年5月6日 星期四 第3版\n要闻\n\n"),
        (r"\n\Z", "\n\n责任编辑：赵一鸣 版式：孙丽\n- 3 -\n"),
    ],
)
def test_the_page_is_parted_the_same_however_it_is_set(
    page: str, pattern: str, instead: str
) -> None:
    told = [_told(article)[1:] for article in articles(page, "p")]
    varied = articles(re.sub(pattern, instead, page), "p")
    assert [_told(article)[1:] for article in varied] == told


def test_page_numbers_do_not_part_a_sentence() -> None:
    page = "3日，县水库开工，王\n小军到场，总投资5亿\n\n- 12 -\n\n元，计划明年建成，造\n福百姓。\n"
    [article] = articles(page, "a")
    assert article.text.split("\n") == [
        "3日，县水库开工，王小军到场，总投资5亿元，计划明年建成，造福百姓。",
        "- 12 -",
    ]


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("page", [BEHIND, BEFORE])
def test_every_character_is_in_one_article(page: str, ends: str) -> None:
    source = page.replace("\n", ends)
    taken: list[int] = []
    for article in articles(source, "p"):
        assert article.source_map is not None
        for start, place, length in article.source_map.runs:
            assert article.text[start : start + length] == source[place : place + length]
            taken += range(place, place + length)
    assert sorted(taken) == sorted(set(taken))
    assert [
        source[at] for at in range(len(source)) if at not in set(taken) and source[at] > " "
    ] == []


@pytest.mark.parametrize(("name", "count"), [("000_", 8), ("002_", 4)])
def test_the_two_real_pages(name: str, count: int) -> None:
    [path] = PAGES.glob(f"{name}*.txt")
    source = path.read_text(encoding="utf-8")
    found = articles(source, path.stem)
    assert len(found) == count
    for number, article in enumerate(found):
        assert article.subtitle.startswith("——访")
        assert article.title
        assert "\n" not in article.title + article.subtitle + article.byline
        assert len(article.authors) == 2
        assert article.text.endswith(f"。\n{article.byline}")
        assert bool(article.kicker) == (number == 0)
        # The last word of a subhead is the name of whom the article is about.
        name = article.subtitle[-2:]
        assert name in article.text.split("\n", 2)[2]

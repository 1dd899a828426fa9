"""The day on which an article says it was published."""

from __future__ import annotations

import pytest
from date_notation import mark, reading

from gaoyou_nlp.dates import find_publication_date

CASES = [
    ("a date line with its weekday", "[2022年3月4日] 星期五\n大桥通车", "2022-03-04 line"),
    (
        "a date line below the headline",
        "大桥通车\n[2022年3月4日]\n昨天，大桥通车。",
        "2022-03-04 line",
    ),
    (
        "a date line with time and source",
        "大桥通车\n[2022-03-04] 08:30 来源：北河报\n昨天",
        "2022-03-04 line",
    ),
    ("a date line with a page", "[2022年3月4日] 第03版\n大桥通车", "2022-03-04 line"),
    ("a date line in hanzi at the end", "特此通知。\n[二〇二二年三月四日]", "2022-03-04 line"),
    ("a date line with blanks", "特此通知。\n　　[2022 年 3 月 4 日]", "2022-03-04 line"),
    ("a label", "发布时间：[2021-05-06]\n大桥通车", "2021-05-06 label"),
    (
        "a label inside a line",
        "来源：北河报 发布日期：[2021/5/6] 浏览：20次\n大桥通车",
        "2021-05-06 label",
    ),
    ("a label at the end", "大桥通车。\n发布时间:[2021.5.6]", "2021-05-06 label"),
    (
        "a label before a date line",
        "2021年5月1日\n发布时间：[2021-05-06]\n大桥",
        "2021-05-06 label",
    ),
    ("a bracket at the end", "大桥昨天通车。（[2020年7月3日]）", "2020-07-03 bracket"),
    ("a bracket with the paper", "大桥昨天通车。（北河报[2020年7月3日]）", "2020-07-03 bracket"),
    ("a bracket alone at the head", "大桥通车\n（[2020年7月3日]）\n昨天", "2020-07-03 line"),
    ("the wire's head with a year", "新华社北河[2020年7月3日]电 大桥通车。", "2020-07-03 wire"),
    ("the wire's head without a year", "本报[3月4日]讯 大桥通车。", " wire # year not said"),
    (
        "the wire's head with a reporter",
        "本报北河[3月4日]电（记者甲）大桥通车。",
        " wire # year not said",
    ),
    (
        "a date line before the wire's head",
        "[2022年3月4日]\n本报3月3日讯 大桥通车。",
        "2022-03-04 line",
    ),
    ("a date inside a sentence", "2022年3月4日，大桥通车。", None),
    ("a date in a bracket inside a sentence", "新桥（2020年7月3日通车）很宽。", None),
    ("a day that is none", "2022年2月30日\n大桥通车", None),
    ("a year out of range", "发布时间：2999-05-06\n大桥通车", None),
    ("no date", "大桥通车。", None),
    ("empty text", "", None),
]


@pytest.mark.parametrize(
    ("marked", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_publication(marked: str, expected: str | None) -> None:
    text = marked.replace("[", "").replace("]", "")
    found = find_publication_date(text)
    if expected is None or found is None:
        assert (found, expected) == (None, None)
        return
    day, rest = expected.split(" ", 1)
    assert mark(text, [found]) == marked.replace("\n", "\\n")
    assert reading(found) == f"{day}/{day} day published.{rest}"


def test_only_head_and_end_are_looked_at() -> None:
    text = "一段没有日期的话。\n" * 80 + "2022年3月4日\n" + "一段没有日期的话。\n" * 80
    assert find_publication_date(text) is None

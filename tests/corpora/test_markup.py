"""The corpus form: what is read is what was written, and what is not well formed is refused."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyou_nlp.corpora.inline import GoldSpan, parse_markup, write_markup
from gaoyou_nlp.corpora.markup import parse_article, write_article
from gaoyou_nlp.errors import MarkupError
from gaoyou_nlp.labels import LABELS
from gaoyou_nlp.records import Post

ARTICLE = """id: xx-001
kind: 考察调研
province: 某省
place: 某市某县
date: 2016-05-12
split: train
origin: written
---
[县委|ORG][书记|TITLE][汪岳平|OFFICIAL]到[双河路工程|PROJECT status=在建 amount=2.1亿元]，
投资[2.1亿元|MONEY]，见\\[注\\]。
---
汪岳平: 县委/书记; /县长
"""


def test_article_is_read_and_written_back() -> None:
    article = parse_article(ARTICLE)
    assert article.text == "县委书记汪岳平到双河路工程，\n投资2.1亿元，见[注]。"
    assert [(s.text, s.label) for s in article.spans] == [
        ("县委", "ORG"),
        ("书记", "TITLE"),
        ("汪岳平", "OFFICIAL"),
        ("双河路工程", "PROJECT"),
        ("2.1亿元", "MONEY"),
    ]
    assert article.posts == {"汪岳平": (Post("县委", "书记"), Post(None, "县长"))}
    assert write_article(article) == ARTICLE


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("在[江都|GPE", "not closed"),
        ("在[江都]", "not closed"),
        ("在江都]好", "outside of a span"),
        ("a|b", "outside of a span"),
        ("[江都|CITY]", "unknown label"),
        ("[|GPE]", "empty"),
        ("[江都 |GPE]", "white space"),
        ("[江都|GPE status=开工]", "no attribute of GPE"),
        ("[路|PROJECT status=快了]", "unknown status"),
        ("[5元|MONEY comparator=≥]", "unknown comparator"),
        ("[路|PROJECT status=开工 status=开工]", "no attribute"),
        ("a\\b", "must stand before"),
        ("[江[都|GPE]|GPE]", "not closed"),
    ],
)
def test_what_is_not_well_formed_is_refused(marked: str, message: str) -> None:
    with pytest.raises(MarkupError, match=message):
        parse_markup(marked)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("kind: 考察调研", "sort: 考察调研", 2),
        ("汪岳平: 县委/书记; /县长", "汪岳平 县委书记", 12),
        ("投资[2.1亿元|MONEY]", "投资[2.1亿元|MONY]", 10),
    ],
)
def test_errors_name_the_line(old: str, new: str, line: int) -> None:
    with pytest.raises(MarkupError) as raised:
        parse_article(ARTICLE.replace(old, new), path="a.txt")
    assert raised.value.line == line
    assert str(raised.value).startswith(f"a.txt:{line}: ")


def test_a_missing_header_line_is_named() -> None:
    with pytest.raises(MarkupError, match="lacks split"):
        parse_article(ARTICLE.replace("split: train\n", ""))


@given(st.data())
def test_markup_round_trip(data: st.DataObject) -> None:
    text = data.draw(st.text(alphabet="江都市[]|\\ \n\r“”𠮷a1，", max_size=40))
    spans, at = [], 0
    while at < len(text) and data.draw(st.booleans()):
        start = data.draw(st.integers(at, len(text) - 1))
        end = data.draw(st.integers(start + 1, len(text)))
        surface = text[start:end]
        if surface == surface.strip():
            spans.append(GoldSpan(start, end, data.draw(st.sampled_from(LABELS)), surface))
            at = end
        else:
            at = start + 1
    assert parse_markup(write_markup(text, tuple(spans))) == (text, tuple(spans))

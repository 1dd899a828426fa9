"""Personal names by the words around them: the whole set of spans of each line is compared."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.language.names import is_plausible, name_score
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.persons.find import find_persons
from gaoyou_nlp.rules.persons.mentions import occurrences
from gaoyou_nlp.rules.persons.readings import Place
from gaoyou_nlp.rules.titles import find_titles

CASES = """
[县委|ORG]书记[甘立群|PERSON]到[宜都|GPE]调研
局长[罗立刚|PERSON]、主任[甘立正|PERSON]，书记[罗立刚|PERSON]。
副市长[罗军|PERSON]到[宜都|GPE]，局长[陈刚|PERSON]在会上要求，主任[高峰|PERSON]说，[高峰|PERSON]表示
市长[欧阳以宁|PERSON]，县长[司徒尊|PERSON]，乡长[林郑月娥|PERSON]到会
市长[艾力·买买提|PERSON]，总裁[克劳斯·迈尔|PERSON]说，县长[格桑多吉|PERSON]连夜赶到
市长[吐尔逊?买买提|PERSON]出席
[扎西次仁|PERSON]2016年回村，乡长[更登加|PERSON]，村民[平措朗杰|PERSON]领着大家
老汉[甘立群|PERSON]七十一岁，记者[钱永年|PERSON] [杜若梅|PERSON]
收受[甘某|PERSON]、[钱永年|PERSON]等人贿赂，请[杜若梅|PERSON]同志牵头
社长[田中健一|PERSON]，总领事[佐藤和真|PERSON]
县领导[甘立群|PERSON]、[钱永年|PERSON]、[杜若梅|PERSON]参加
副县长[甘立群|PERSON]、[钱永年|PERSON]和[杜若梅|PERSON]分别讲话
[县农业局|ORG][甘永贵|PERSON]主任说，[王|PERSON]局长，[甘某某|PERSON]书记
（记者 [甘立群|PERSON] 通讯员 [钱永年|PERSON]）开工
本报记者[甘立群|PERSON] [钱永年|PERSON]
开工了。（[甘立群|PERSON] [杜若梅|PERSON]）
图/[甘立群|PERSON] 文/[钱永年|PERSON]
村民[钱永年|PERSON]笑着说，种粮大户[杜若梅|PERSON]，一位名叫[甘立群|PERSON]的司机
任命：⏎[甘立群|PERSON]为局长；⏎[钱永年|PERSON]（女）为副局长。
[甘立群|PERSON]，男，汉族，1970年3月生。
“干就是了。”[钱永年|PERSON]介绍，[钱永年|PERSON]家有三亩地
据[钱永年|PERSON]介绍，会议由[甘立群|PERSON]主持
[陈某|PERSON]、[李某某|PERSON]另案处理
记者：您好。⏎[钱永年|PERSON]：谢谢提问。
列席会议的有[钱永年|PERSON]、[杜若梅|PERSON]和[甘立群|PERSON]，[钱永年|PERSON]同[杜若梅|PERSON]交换了意见
镇上任命[钱伟|PERSON]为主任，局长[钱伟|PERSON]和同事们赶到，[钱伟|PERSON]任局长，被告人[钱伟|PERSON]犯诈骗罪
在[钱伟|PERSON]看来，[杜若梅|PERSON]在[钱伟|PERSON]的陪同下走访，[杜若梅|PERSON]和[钱伟|PERSON]均为委员
深入贯彻落实[钱永年|PERSON]书记批示，传达学习[杜若梅|PERSON]市长讲话，[甘立群|PERSON]县长说
据[王|PERSON]先生介绍，像[欧阳|PERSON]女士这样，让[顾|PERSON]老师为难，[钱永年|PERSON]教授认为
[王|PERSON]书记任上修了渠，主任任期已满
高州4月1日电（[甘立群|PERSON][杜若梅|PERSON]）新桥通车。
开工了。⏎通车了。（[甘立群|PERSON][钱永年|PERSON]）
副县长[甘立群|PERSON]和[孜克拉·艾尔肯|PERSON]到会，县长[迪里亚･艾尔肯|PERSON]、州长[马木提‧艾尔肯|PERSON]
工人[钱永年|PERSON]（化名）说，顾问[钱永年|PERSON]分析指出
总经理[周泓任|PERSON]向调研组介绍，副县长[钱海有|PERSON]表示，局长[甘明用|PERSON]认为
书记[钱伟|PERSON]任县长，局长[钱伟|PERSON]有责任心，县长[钱伟|PERSON]用向日葵作比
销售经理[方|PERSON]先生认为，店长[钱|PERSON]女士说
"""

NONE = """
书记高度重视，主任明确要求，局长马上到场，县长在会上说
高速公路项目推进，方面说，于是全县动员，金融机构表示，常年坚持
村民高兴地说，居民普遍反映，职工代表大会，民宿集群，干部职工
国务院总理在北京，总书记和总理会谈
秦峰光热项目开工，“金太阳”工程，“孙祖”牌小米
何以文明·遇见良渚，各美其美·美美与共
采购《钱永年文集》，学习甘青宁经验，史书记载，总工程量很大
发布人：江南新闻网
"""


def _found(marked: str) -> tuple[str, set[tuple[int, int, str]], set[tuple[int, int, str]]]:
    text, gold = parse_markup(marked.replace("⏎", "\n"))
    units = [Span(s.start, s.end, s.label, s.text) for s in gold if s.label in ("ORG", "GPE")]
    found = find_persons(Evidence(text, [*units, *find_titles(Evidence(text, units))]))
    return (
        text,
        {(s.start, s.end, s.text) for s in found},
        {(s.start, s.end, s.text) for s in gold if s.label == "PERSON"},
    )


@pytest.mark.parametrize("marked", [c for c in CASES.strip().splitlines() if "[" in c])
def test_names_are_found(marked: str) -> None:
    _, found, gold = _found(marked)
    assert found == gold


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_words_are_no_names(text: str) -> None:
    _, found, gold = _found(text)
    assert found == gold == set()


def test_the_article_decides_where_a_name_ends() -> None:
    text = "市长罗军华东调研。罗军在会上说，罗军指出，罗军要求。"
    assert {s.text for s in find_persons(Evidence(text, find_titles(Evidence(text))))} == {"罗军"}


def test_later_mentions_are_found_also_in_the_headline() -> None:
    text = "甘立群看项目\n县长甘立群来到工地，围着甘立群提问的人很多。"
    found = find_persons(Evidence(text, find_titles(Evidence(text))))
    assert [s.start for s in found] == [0, 9, 19]
    assert [s.rule for s in found] == ["person.clause", "person.chain", "person.mention"]


def test_a_mention_of_a_name_that_is_a_word_needs_evidence() -> None:
    text = "局长高峰说，用电高峰已过。"
    assert [s.start for s in find_persons(Evidence(text, find_titles(Evidence(text))))] == [2]


def test_posts_and_units_are_not_cut() -> None:
    text = "局长甘肃省来电"
    found = [*find_titles(Evidence(text)), Span(2, 5, "GPE", "甘肃省")]
    assert find_persons(Evidence(text, found)) == []


def test_names_are_likelier_than_chance() -> None:
    assert name_score("王建军") > name_score("罗军") - 10 > name_score("项目组")
    assert is_plausible("甘立群说", 0)
    assert not is_plausible("项目组说", 0)


def test_a_place_weighs_names_against_words() -> None:
    best = max(Place("罗军到宜都调研", 0).readings(0.0), key=lambda r: r.score)
    assert best.end == 2
    assert all(r.score < 0 for r in Place("高度重视农业", 0).readings(0.0))


@given(
    st.lists(st.text("罗军华", min_size=1, max_size=3), max_size=5),
    st.text("罗军华，", max_size=40),
)
def test_occurrences_are_leftmost_and_longest(names: list[str], text: str) -> None:
    places = list(occurrences(text, names))
    assert all(text[start:end] in names for start, end in places)
    assert all(a[1] <= b[0] for a, b in pairwise(places))
    assert places == list(occurrences(text, names * 2))


@given(st.text("县长罗军华、，说（）\n·?某 A1𠮷", max_size=60))
def test_any_text_gives_spans_of_its_own_characters(text: str) -> None:
    titles = find_titles(Evidence(text))
    for span in find_persons(Evidence(text, titles)):
        assert text[span.start : span.end] == span.text
        assert span.label in ("OFFICIAL", "PERSON")


def test_a_list_that_breaks_off() -> None:
    assert [
        s.text for s in find_persons(Evidence("县长罗军、", find_titles(Evidence("县长罗军、"))))
    ] == ["罗军"]

"""Posts: what belongs to them, what is none. ORG and GPE are given, the TITLE spans compared."""

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.titles import find_titles

CASES = """
[市发改委|ORG][党组书记|TITLE]、[主任|TITLE]甘立群
[县委|ORG][副书记|TITLE]、[县长|TITLE]，[县委|ORG][常委|TITLE]、[常务副县长|TITLE]
[宜兴镇|GPE][党委书记|TITLE]、[镇长|TITLE]
各村的[村党支部书记|TITLE]、[村委会主任|TITLE]，[镇党委书记|TITLE]，一名[村支书|TITLE]
当了九年[社区书记|TITLE]，[村书记|TITLE]和[镇书记|TITLE]都来了，[石桥村|GPE][书记|TITLE]，一名[村副书记|TITLE]
[滨湖新城|ORG][管委会主任|TITLE]，[管委会常务副主任|TITLE]，[党工委副书记|TITLE]
[自治区党委|ORG][书记|TITLE]、[自治区主席|TITLE]，[自治区副主席|TITLE]，[自治州州长|TITLE]
[内蒙古自治区|GPE][主席|TITLE]
[宜兴|GPE][市长|TITLE]，[宜兴市|GPE][市长|TITLE]，[市长助理|TITLE]，[代市长|TITLE]
[省纪委|ORG][副厅级监察室主任|TITLE]，[二级巡视员|TITLE]，[四级主任科员|TITLE]，[一级警长|TITLE]
[市纪委|ORG][书记|TITLE]，[市公安局|ORG][纪委书记|TITLE]，[教育局|ORG][原局长|TITLE]
[县人大常委会|ORG][副主任|TITLE]，[市政协|ORG][主席|TITLE]，[县法院|ORG][审判委员会委员|TITLE]
[某集团|ORG][董事长|TITLE]、[总经理|TITLE]，[财务总监|TITLE]，[亚太区总裁|TITLE]，[执行董事|TITLE]
[博世|ORG][首席执行官|TITLE]，[生产副总|TITLE]，[总监理工程师|TITLE]，[高级副总裁|TITLE]
请[镇党委书记|TITLE]来，当选[村党支部书记|TITLE]，约谈[村主任|TITLE]，[起凤镇纪委|ORG][副书记|TITLE]
安排一位[副市长|TITLE]负责，不再担任[县长|TITLE]职务，提名为[局长|TITLE]人选
时任[局长|TITLE]，[原副县长|TITLE]，五原县的路
王[局长|TITLE]，李某某[主任|TITLE]
[国家主席|TITLE]，[国家副主席|TITLE]，[行政长官|TITLE]，[众议长|TITLE]，[外长|TITLE]和[首相|TITLE]，国会[主席|TITLE]
[县书法协会|ORG][会长|TITLE]，[副会长|TITLE]兼[秘书长|TITLE]，刑侦大队[大队长|TITLE]，法庭[庭长|TITLE]，[总审计师|TITLE]
[市长|TITLE]江健麟，[局长|TITLE]沙益荣说，[总书记|TITLE]30日到，[局长|TITLE]3月5日到，李建军[主席|TITLE]
[国务院|ORG][副总理|TITLE]、[副总统|TITLE]，[外交部长|TITLE]，[驻沪总领馆|ORG][商务参赞|TITLE]
"""

NONE = """
城市长期规划，全市长江沿线，工厂长夜不停，海关长廊
局长信箱，市长热线，县长办公会，院长杯，主席台前，主席团会议，河长制，链长制
市委常委会会议，部长级磋商，领事馆，董事会，监事会，理事会，经理人
路段长2.7公里，省政府参事室，采购经理指数，轮值主席国
人大代表，政协委员，负责人，领导，干部，同志，记者，教授，工程师，主任医师，书记员培训
由甘某任组长的调研组，大会执行主席
委员33人，成员单位，理事单位
总工程量，总工期，办主任务，村长约3公里的路，市长江大桥，公安局长安派出所，据史书记载
组织部长期关注，部署长北项目，领事保护，项目经理部，招商大使，一流校长教师队伍，他长舒一口气
"""


def _check(marked: str) -> None:
    text, gold = parse_markup(marked)
    found = [Span(s.start, s.end, s.label, s.text) for s in gold if s.label in ("ORG", "GPE")]
    got = {(s.start, s.end, s.text) for s in find_titles(Evidence(text, found))}
    assert got == {(s.start, s.end, s.text) for s in gold if s.label == "TITLE"}


@pytest.mark.parametrize("marked", CASES.strip().splitlines())
def test_posts_are_found(marked: str) -> None:
    _check(marked)


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_other_words_are_no_posts(text: str) -> None:
    _check(text)


def test_every_title_says_its_rule() -> None:
    assert [(s.label, s.rule) for s in find_titles(Evidence("副市长"))] == [("TITLE", "title.post")]


def test_a_unit_that_holds_the_whole_post_wins() -> None:
    text = "市长热线办"
    assert find_titles(Evidence(text, [Span(0, 5, "ORG", text)])) == []

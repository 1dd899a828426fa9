"""Who holds, held or is to hold which posts: each case gives the text and all posts."""

from __future__ import annotations

import re
import time

import pytest
from test_cues import unmarked, written

from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.officials import relate_officials

CASES = {
    "原 between unit and title": (
        "[罗河大学研究中心|ORG]原[主任|TITLE][甘立群|OFFICIAL]撰文",
        "甘立群: 罗河大学研究中心/主任 former",
    ),
    "an ordinal between unit and title": (
        "[甘立群|OFFICIAL]当选[日本|GPE]第103任[首相|TITLE]",
        "甘立群: 日本/首相 elected",
    ),
    "an ordinal in words": (
        "[罗河学院|ORG]第五任[院长|TITLE][甘立群|OFFICIAL]到会",
        "甘立群: 罗河学院/院长",
    ),
    "unit, name, title": (
        "[罗河医院普外中心|ORG][甘立群|OFFICIAL][主任|TITLE]查房",
        "甘立群: 罗河医院普外中心/主任",
    ),
    "a unit that was not found, name, title": (
        "[罗河医院|ORG]捐献办公室[甘立群|OFFICIAL][副主任|TITLE]查房",
        "甘立群: /副主任",
    ),
    "a unit that was not found": (
        "[县教育局|ORG]宣布，感染管理处[处长|TITLE][甘立群|OFFICIAL]到任",
        "甘立群: /处长",
    ),
    "a special region": (
        "[香港|GPE]特区[行政长官|TITLE][甘立群|OFFICIAL]致辞",
        "甘立群: 香港特区/行政长官",
    ),
    "a village said twice": (
        "[杜林乡|GPE][罗河村|GPE]村[支部书记|TITLE][甘立群|OFFICIAL]说",
        "甘立群: 罗河村/支部书记",
    ),
    "the country of an embassy is no unit": (
        "[中国|GPE]驻[荷兰|GPE][大使|TITLE][甘立群|OFFICIAL]表示",
        "甘立群: /大使",
    ),
    "an embassy that was found": (
        "[中国驻荷兰大使馆|ORG][参赞|TITLE][甘立群|OFFICIAL]表示",
        "甘立群: 中国驻荷兰大使馆/参赞",
    ),
    "a unit that holds the post of another": (
        "[罗河医院院长钱永年和感染管理处|ORG][副处长|TITLE][甘立群|OFFICIAL]授课",
        "甘立群: /副处长",
    ),
    "a unit with 主任 in its name": (
        "[罗河县主任办公室|ORG][主任|TITLE][甘立群|OFFICIAL]授课",
        "甘立群: 罗河县主任办公室/主任",
    ),
    "a list without marks": (
        "成员：[甘立群|OFFICIAL][公安局|ORG][副局长|TITLE][钱永年|OFFICIAL][财政局|ORG][局长|TITLE]"
        "[杜若梅|OFFICIAL][县委|ORG][常委|TITLE]、[副县长|TITLE]",
        "甘立群: 公安局/副局长 / 钱永年: 财政局/局长 / 杜若梅: 县委/常委; /副县长",
    ),
    "a list without marks that begins with posts": (
        "[公安局|ORG][局长|TITLE][甘立群|OFFICIAL][财政局|ORG][局长|TITLE][钱永年|OFFICIAL]到会",
        "甘立群: 公安局/局长 / 钱永年: 财政局/局长",
    ),
    "a unit is not fetched over another name": (
        "[县委宣传部|ORG][副部长|TITLE][钱永年|OFFICIAL]，作战部[副部长|TITLE][甘立群|OFFICIAL]介绍",
        "钱永年: 县委宣传部/副部长 / 甘立群: /副部长",
    ),
    "a deputy beside the head": (
        "[县水利局|ORG][局长|TITLE][甘立群|OFFICIAL]、[副局长|TITLE][钱永年|OFFICIAL]到会",
        "甘立群: 县水利局/局长 / 钱永年: 县水利局/副局长",
    ),
    "a unit that was not found beside another post": (
        "[县水利局|ORG][局长|TITLE][甘立群|OFFICIAL]、环境局[副局长|TITLE][钱永年|OFFICIAL]到会",
        "甘立群: 县水利局/局长 / 钱永年: /副局长",
    ),
    "分别": (
        "[甘立群|OFFICIAL]、[钱永年|OFFICIAL]分别任[县水利局|ORG][局长|TITLE]、[县审计局|ORG][局长|TITLE]",
        "甘立群: 县水利局/局长 / 钱永年: 县审计局/局长",
    ),
    "均为": (
        "[甘立群|OFFICIAL]和[钱永年|OFFICIAL]均为[副县长|TITLE]",
        "甘立群: /副县长 / 钱永年: /副县长",
    ),
    "主席 of a body that has one": (
        "[市文联|ORG][党组书记|TITLE]、[主席|TITLE][甘立群|OFFICIAL]",
        "甘立群: 市文联/党组书记; 市文联/主席",
    ),
    "a level of its own": (
        "[校党委组织部|ORG][副部长|TITLE]、[校团委副书记|TITLE][甘立群|OFFICIAL]",
        "甘立群: 校党委组织部/副部长; /校团委副书记",
    ),
    "two offices with one head": (
        "[县台办|ORG]、[县政府台办|ORG][主任|TITLE][甘立群|OFFICIAL]",
        "甘立群: 县台办/主任; 县政府台办/主任",
    ),
    "a guest is not of the next body": (
        "[县教育局|ORG]、[县水利局|ORG][局长|TITLE][甘立群|OFFICIAL]",
        "甘立群: 县水利局/局长",
    ),
    "contracted": (
        "[县工商|ORG][局长|TITLE][甘立群|OFFICIAL]",
        "甘立群: 县工商局/局长",
    ),
    "names before titles": (
        "[罗河医院|ORG][甘立群|OFFICIAL][院长|TITLE]、[钱永年|OFFICIAL][副院长|TITLE]、[杜若梅|OFFICIAL][副院长|TITLE]",
        "甘立群: 罗河医院/院长 / 钱永年: 罗河医院/副院长 / 杜若梅: 罗河医院/副院长",
    ),
    "a unit of the sentence before": (
        "[县水利局|ORG]成立专班。[局长|TITLE][甘立群|OFFICIAL]下河",
        "甘立群: 县水利局/局长",
    ),
    "该局": (
        "走进[县水利局|ORG]。该局[局长|TITLE][甘立群|OFFICIAL]下河",
        "甘立群: 县水利局/局长",
    ),
    "row of blanks": (
        "组长：[甘立群|OFFICIAL]　[县委|ORG][书记|TITLE]⏎副组长：[钱永年|OFFICIAL]　[县长|TITLE]⏎"
        "　　　　[杜若梅|OFFICIAL]　[县水利局|ORG][局长|TITLE]",
        "甘立群: 县委/书记 / 钱永年: /县长 / 杜若梅: 县水利局/局长",
    ),
    "row of tabs": (
        "[甘立群|OFFICIAL]\t[县水利局|ORG][局长|TITLE]\t8123⏎[钱永年|OFFICIAL]\t[县审计局|ORG][局长|TITLE]\t8124",
        "甘立群: 县水利局/局长 / 钱永年: 县审计局/局长",
    ),
    "titles first in a row": (
        "[县委|ORG][书记|TITLE] [甘立群|OFFICIAL] [县长|TITLE] [钱永年|OFFICIAL]",
        "甘立群: 县委/书记 / 钱永年: /县长",
    ),
    "a reporter is no holder": (
        "记者 [杜若梅|PERSON] [县长|TITLE] [甘立群|OFFICIAL]说",
        "甘立群: /县长",
    ),
    "form": (
        "姓名：[甘立群|OFFICIAL]⏎性别：男⏎现任职务：[县水利局|ORG][局长|TITLE]⏎拟任职务：[县人大常委会|ORG][副主任|TITLE]",
        "甘立群: 县水利局/局长; 县人大常委会/副主任 proposed",
    ),
    "bracket": (
        "[甘立群|OFFICIAL]同志（[县水利局|ORG][局长|TITLE]）主持",
        "甘立群: 县水利局/局长",
    ),
    "surname alone": ("[王|OFFICIAL][书记|TITLE]指出", "王: /书记"),
    "surname with unit": ("[县住建局|ORG][王|OFFICIAL][局长|TITLE]指出", "王: 县住建局/局长"),
    "surname of two": ("[欧阳|OFFICIAL][书记|TITLE]指出", "欧阳: /书记"),
    "surnames told apart": (
        "[县长|TITLE][王建章|OFFICIAL]、[副县长|TITLE][王立言|OFFICIAL]到场。[王|OFFICIAL][县长|TITLE]说。[王|OFFICIAL][副县长|TITLE]说。",
        "王建章: /县长 / 王立言: /副县长",
    ),
    "a deputy is called without 副": (
        "[副县长|TITLE][王立言|OFFICIAL]到场。[王|OFFICIAL][县长|TITLE]说。",
        "王立言: /副县长",
    ),
    "another title is another person": (
        "[市长|TITLE][李向荣|OFFICIAL]到场。[李|OFFICIAL][书记|TITLE]指出。",
        "李向荣: /市长 / 李: /书记",
    ),
    "a name after 叫": (
        "[县水利局|ORG]的新[局长|TITLE]叫[甘立群|OFFICIAL]",
        "甘立群: 县水利局/局长",
    ),
    "新 before the title": (
        "[甘立群|OFFICIAL]（女）则成为[县水利局|ORG]新[局长|TITLE]。",
        "甘立群: 县水利局/局长",
    ),
    "a passing role between": (
        "[县委|ORG][副书记|TITLE]、援建工作队领队[甘立群|OFFICIAL]到村",
        "甘立群: 县委/副书记",
    ),
    "a personal note between": (
        "名单如下：[甘立群|OFFICIAL]，女，1979年4月生，[县水利局|ORG][局长|TITLE]。",
        "甘立群: 县水利局/局长",
    ),
    "候选人 is said of the last post": (
        "[市委|ORG][副书记|TITLE]、[市长|TITLE]候选人[甘立群|OFFICIAL]",
        "甘立群: 市委/副书记; /市长 nominated",
    ),
    "曾任 ends with 现任": (
        "[甘立群|OFFICIAL]曾任[县教育局|ORG][副局长|TITLE]、[县水利局|ORG][局长|TITLE]，"
        "现任[县审计局|ORG][局长|TITLE]。",
        "甘立群: 县教育局/副局长 former; 县水利局/局长 former; 县审计局/局长",
    ),
    "an association": ("[省焦协|ORG][秘书长|TITLE][甘立群|PERSON]", ""),
    "a department of a company": ("[恒岳集团党委宣传部|ORG][主任|TITLE][甘立群|PERSON]", ""),
    "a company by what its heads are called": (
        "[恒岳电力|ORG][党组书记|TITLE]、[董事长|TITLE][甘立群|PERSON]，[恒岳电力|ORG][党组成员|TITLE][钱永年|PERSON]",
        "",
    ),
    "an institute of the state": (
        "[省发改委能源研究所|ORG][所长|TITLE][甘立群|OFFICIAL]",
        "甘立群: 省发改委能源研究所/所长",
    ),
    "a village head": (
        "[河头村|GPE][党总支书记|TITLE]、[村委会主任|TITLE][甘立群|OFFICIAL]",
        "甘立群: 河头村/党总支书记; 河头村/村委会主任",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_posts(name: str) -> None:
    marked, posts = CASES[name]
    text, spans, wanted = unmarked(marked)
    decided, officials = relate_officials(text, spans)
    assert written(officials) == posts
    assert list(decided) == wanted


ROLES = {
    "after the names": "[甘立群|OFFICIAL]、[钱永年|OFFICIAL]等县领导参加",
    "是…干部": "动手的[甘立群|OFFICIAL]是镇综合执法大队干部",
    "one of a list is known": "[县长|TITLE][甘立群|OFFICIAL]和[钱永年|OFFICIAL]的车到了",
    "a speaker of a bureau": "[县民政局|ORG]负责人[甘立群|OFFICIAL]介绍",
    "a speaker of a company": "[恒岳公司|ORG]负责人[甘立群|PERSON]介绍",
    "a contact of a bureau": "采购人：[县教育局|ORG]，联系人：[甘立群|OFFICIAL]",
    "a contact called teacher": "采购人：[县教育局|ORG]，联系人：[甘|PERSON]老师",
    "a contact of nobody": "联系人：[甘立群|PERSON]，电话8123",
    "a unit in brackets": "[甘立群|OFFICIAL]（[县水利局|ORG]）、[钱永年|PERSON]（[恒岳公司|ORG]）",
    "an analyst": "分析师[甘立群|PERSON]指出",
    "an evaluating board": "评标委员会成员：[甘立群|PERSON]、[钱永年|PERSON]",
}


@pytest.mark.parametrize("name", ROLES)
def test_roles(name: str) -> None:
    text, spans, wanted = unmarked(ROLES[name])
    assert list(relate_officials(text, spans)[0]) == wanted


@pytest.mark.parametrize("unit", ["局长", "局长、县长", "书记甘立群", "甘立群、", "王局长王建章"])
def test_time_grows_with_the_text(unit: str) -> None:
    """A long list of titles or names costs a like time for each of its spans."""
    marks = {"局长": "TITLE", "县长": "TITLE", "书记": "TITLE"}
    pattern = re.compile("局长|县长|书记|甘立群|王建章|王")

    def seconds(times: int) -> float:
        text = unit * times
        spans = [
            Span(m.start(), m.end(), marks.get(m[0], "PERSON"), m[0])
            for m in pattern.finditer(text)
        ]
        start = time.process_time()
        relate_officials(text, spans)
        return time.process_time() - start

    least = min(seconds(500) for _ in range(3))
    assert min(seconds(3_000) for _ in range(2)) < 15 * least + 0.05

"""Groups of projects: each case gives the text and all groups of it."""

from __future__ import annotations

import re

import pytest

from gaoyou_nlp.corpora.markup import parse_markup
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.money import find_money
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.groups import find_groups
from gaoyou_nlp.relations.projects import relate_projects

GROUPS = {
    "a list line by line behind its number": (
        "12个项目破土动工，总投资[48亿元|MONEY]。\n[云岭大桥|PROJECT]：投资[3亿元|MONEY]。\n"
        "[沙坪大桥|PROJECT]和[恒岳纸业|PROJECT]：工期14个月。\n[南塘码头|PROJECT]：推迟到二季度。",
        ["云岭大桥; 沙坪大桥; 恒岳纸业 | 12 | 48亿元"],
    ),
    "classes line by line, each with its number": (
        "清单共列项目9个，总投资[36亿元|MONEY]。\n续建类4个：[云岭大桥|PROJECT]，年底合龙；"
        "[沙坪大桥|PROJECT]，6月通车。\n新开类5个：[恒岳纸业|PROJECT]，一季度开工。",
        [
            "云岭大桥; 沙坪大桥; 恒岳纸业 | 9 | 36亿元",
            "云岭大桥; 沙坪大桥 | 4 | -",
            "恒岳纸业 | 5 | -",
        ],
    ),
    "classes line by line, with numbers in the lead": (
        "本期晒出项目5个，其中提前2个、滞后3个。\n提前的：[云岭大桥|PROJECT]；[沙坪大桥|PROJECT]。\n"
        "滞后的：[恒岳纸业|PROJECT]，招标流标。",
        [
            "云岭大桥; 沙坪大桥; 恒岳纸业 | 5 | -",
            "云岭大桥; 沙坪大桥 | 2 | -",
            "恒岳纸业 | 3 | -",
        ],
    ),
    "projects counted again behind their own sums": (
        "[云岭大桥|PROJECT]总投资[3亿元|MONEY]，[沙坪大桥|PROJECT]总投资[2亿元|MONEY]，"
        "两个项目合计投资[5亿元|MONEY]。",
        ["云岭大桥; 沙坪大桥 | 2 | 5亿元"],
    ),
    "projects counted again, of another number": (
        "[云岭大桥|PROJECT]开工，全市12个项目总投资[50亿元|MONEY]。",
        ["- | 12 | 50亿元"],
    ),
    "projects that are two more": (
        "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]开工，其他两个项目总投资[5亿元|MONEY]。",
        ["- | 2 | 5亿元"],
    ),
    "projects of the sentence before": (
        "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]开工。两个项目总投资[5亿元|MONEY]。",
        ["- | 2 | 5亿元"],
    ),
    "lines that are no list": (
        "12个项目破土动工，总投资[48亿元|MONEY]。\n随后，大家来到[云岭大桥|PROJECT]。\n"
        "[沙坪大桥|PROJECT]已经合龙。",
        ["- | 12 | 48亿元"],
    ),
    "more lines than the number": (
        "2个项目破土动工，总投资[48亿元|MONEY]。\n[云岭大桥|PROJECT]：新建。\n"
        "[沙坪大桥|PROJECT]：改建。\n[恒岳纸业|PROJECT]：扩建。",
        ["- | 2 | 48亿元"],
    ),
    "one sum of names and their number": (
        "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]进展顺利，两个项目总投资[4亿元|MONEY]。",
        ["云岭大桥; 沙坪大桥 | 2 | 4亿元"],
    ),
    "one sum of the nearest number": (
        "其余6个为民生项目，8个项目总投资[30亿元|MONEY]。",
        ["- | 8 | 30亿元"],
    ),
    "some of a number behind a comma": (
        "签约项目9个，[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]等，协议投资额[31亿元|MONEY]。",
        ["云岭大桥; 沙坪大桥 | 9 | 31亿元"],
    ),
    "a part with its own sum": (
        "90个项目开工，总投资[420亿元|MONEY]，其中产业项目60个、总投资[300亿元|MONEY]。",
        ["- | 90 | 420亿元", "- | 60 | 300亿元"],
    ),
    "a part without a sum": (
        "90个项目开工，总投资[420亿元|MONEY]，其中产业项目60个。",
        ["- | 90 | 420亿元"],
    ),
    "schools and works": (
        "[云岭小学|PROJECT]、[沙坪中学|PROJECT]等5所学校投用，投入资金[4亿元|MONEY]。",
        ["云岭小学; 沙坪中学 | 5 | 4亿元"],
    ),
    "a list with its number": (
        "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]和[恒岳纸业项目|PROJECT]三个项目总投资[10亿元|MONEY]。",
        ["云岭大桥; 沙坪大桥; 恒岳纸业项目 | 3 | 10亿元"],
    ),
    "等 with a number": (
        "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]等12个项目集中开工，总投资[86亿元|MONEY]。",
        ["云岭大桥; 沙坪大桥 | 12 | 86亿元"],
    ),
    "one name before 等": (
        "[云岭大桥|PROJECT]等5个重点项目计划总投资约[30亿元|MONEY]。",
        ["云岭大桥 | 5 | 30亿元"],
    ),
    "a number and no sum": (
        "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]两个项目建成通车。",
        ["云岭大桥; 沙坪大桥 | 2 | -"],
    ),
    "a sum and no number": (
        "[云岭大桥|PROJECT]和[沙坪大桥|PROJECT]计划总投资[5亿元|MONEY]。",
        ["云岭大桥; 沙坪大桥 | - | 5亿元"],
    ),
    "a number alone with a sum": (
        "3月4日，全县12个项目集中开工，总投资[86亿元|MONEY]。",
        ["- | 12 | 86亿元"],
    ),
    "a number behind its noun": (
        "活动现场共签约项目18个，协议投资总额达[120亿元|MONEY]。",
        ["- | 18 | 120亿元"],
    ),
    "the sum before the number": (
        "总投资[86亿元|MONEY]的12个项目集中开工。",
        ["- | 12 | 86亿元"],
    ),
    "names behind the number": (
        "现场签约三个项目，分别是[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]、[恒岳纸业项目|PROJECT]，"
        "总投资[10亿元|MONEY]。",
        ["云岭大桥; 沙坪大桥; 恒岳纸业项目 | 3 | 10亿元"],
    ),
    "an inexact number": (
        "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]等20多个项目总投资[86亿元|MONEY]。",
        ["云岭大桥; 沙坪大桥 | - | 86亿元"],
    ),
    "Chinese numerals": (
        "十二个项目集中签约，合同额共计[40亿元|MONEY]。",
        ["- | 12 | 40亿元"],
    ),
    "a hundred": (
        "一百二十三个项目集中签约，投资总额超[900亿元|MONEY]。",
        ["- | 123 | 900亿元"],
    ),
    "one of them with a sum of its own": (
        "12个项目集中开工，总投资[86亿元|MONEY]，其中[云岭大桥|PROJECT]总投资[5亿元|MONEY]。",
        ["- | 12 | 86亿元"],
    ),
    "分别 gives each its own": (
        "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]两个项目分别投资[2亿元|MONEY]、[3亿元|MONEY]。",
        ["云岭大桥; 沙坪大桥 | 2 | -"],
    ),
    "another thing counted beside them": (
        "8个平台和15个项目总投资[20亿元|MONEY]。",
        ["- | 15 | 20亿元"],
    ),
    "names of another count": (
        "今年11个项目有[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]等6个项目开工。",
        ["云岭大桥; 沙坪大桥 | 6 | -"],
    ),
    "roads": (
        "[云岭路|PROJECT]、[沙坪路|PROJECT]2条公路开工，总投资[3亿元|MONEY]。",
        ["云岭路; 沙坪路 | 2 | 3亿元"],
    ),
    "two groups": (
        "开工项目8个，总投资[20亿元|MONEY]；竣工项目5个，总投资[9亿元|MONEY]。",
        ["- | 8 | 20亿元", "- | 5 | 9亿元"],
    ),
}

NONE = {
    "a list without number and sum": "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]等项目开工。",
    "a single project": "[云岭大桥|PROJECT]总投资[5亿元|MONEY]。",
    "分别 without a number": (
        "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]分别投资[2亿元|MONEY]、[3亿元|MONEY]。"
    ),
    "each": "[云岭大桥|PROJECT]、[沙坪大桥|PROJECT]各投资[2亿元|MONEY]。",
    "a number alone": "全县今年安排重点项目120个。",
    "one of several": "[云岭大桥|PROJECT]是全县12个重点项目之一，总投资[5亿元|MONEY]。",
    "parts of one project": "[云岭新城|PROJECT]包括3个子项目，总投资[5亿元|MONEY]。",
    "parts that it is made of": "[云岭新城|PROJECT]分为3个项目实施，总投资[5亿元|MONEY]。",
    "another thing counted": "[云岭医院|PROJECT]等22个专业的专家到场。",
    "an ordinal": "这是今年第12个项目，总投资[5亿元|MONEY]。",
    "a threshold": "新签约总投资[5亿元|MONEY]以上的3个项目。",
    "what a year costs": "12个项目加快推进，今年完成投资[30亿元|MONEY]。",
    "another sentence": "12个项目集中开工。[云岭大桥|PROJECT]总投资[5亿元|MONEY]。",
    "an average": "12个项目集中开工，平均每个投资[5亿元|MONEY]。",
    "people and months": "3个月内，12名项目经理到岗，投资[5亿元|MONEY]。",
    "the sum of the next project": ("12个项目集中开工，[云岭大桥|PROJECT]总投资[5亿元|MONEY]。"),
    "taxes": "12个项目投产，年税收[5亿元|MONEY]。",
}


def groups_of(marked: str) -> list[str]:
    """Return the groups of a text: members | count | sum."""
    text, gold = parse_markup(marked)
    spans = [Span(s.start, s.end, s.label, s.text) for s in gold]
    amounts = [
        next(a for a in find_money(text) if a.start <= s.start < a.end)
        for s in spans
        if s.label == "MONEY"
    ]
    projects = relate_projects(text, spans, amounts)
    found = []
    for group in find_groups(text, spans, amounts, projects):
        assert text[group.start : group.end] == group.text
        names = "; ".join(projects[at].name for at in group.members) or "-"
        total = "-" if group.amount is None else amounts[group.amount].text
        found.append(f"{names} | {'-' if group.count is None else group.count} | {total}")
        assert all(projects[at].amount != group.amount for at in group.members if group.amount)
    return found


@pytest.mark.parametrize(("marked", "wanted"), GROUPS.values(), ids=GROUPS)
def test_a_group(marked: str, wanted: list[str]) -> None:
    assert groups_of(marked) == wanted


@pytest.mark.parametrize("marked", NONE.values(), ids=NONE)
def test_no_group(marked: str) -> None:
    assert groups_of(marked) == []


@pytest.mark.parametrize(("word", "kind", "example", "groups"), table("relations/group_words.tsv"))
def test_a_word_of_groups(word: str, kind: str, example: str, groups: str) -> None:
    assert kind in ("sum", "link", "no_sum", "part_of", "naming")
    assert re.search(word, example)
    assert groups_of(example) == ([] if groups == "-" else [groups])

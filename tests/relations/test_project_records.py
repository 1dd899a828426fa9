"""Records of projects: mentions brought together, status, total."""

import pytest

from gaoyou_nlp.corpora.markup import parse_markup
from gaoyou_nlp.records import Amount, Project, Span
from gaoyou_nlp.relations.projects import relate_projects

CASES = """
[恒岳纸业项目|PROJECT status=开工 amount=5亿元]开工，总投资[5亿元|MONEY]。
总投资[5亿元|MONEY]的[恒岳纸业项目|PROJECT status=签约 amount=5亿元]签约。
[恒岳纸业项目|PROJECT status=投产 amount=5亿元]（[5亿元|MONEY]）建成后已投产。
[云岭大桥|PROJECT status=前期]正在开展前期工作，去年全县税收[5亿元|MONEY]。
[云岭大桥|PROJECT status=竣工]、[沙坪大桥|PROJECT status=竣工]建成通车。
[云岭大桥|PROJECT status=在建]计划明年10月建成通车。
[云岭大桥|PROJECT]在县城东边。
[云岭大桥|PROJECT status=在建 amount=2亿元]封顶。总投资[2亿元|MONEY]，完成投资[8000万元|MONEY]。
"""


@pytest.mark.parametrize("marked", CASES.strip().splitlines())
def test_status_and_total_are_read(marked: str) -> None:
    text, gold = parse_markup(marked)
    spans = [Span(s.start, s.end, s.label, s.text) for s in gold]
    amounts = [Amount(s.start, s.end, s.text) for s in spans if s.label == "MONEY"]
    got = [
        (p.name, p.status, None if p.amount is None else amounts[p.amount].text)
        for p in relate_projects(text, spans, amounts)
    ]
    assert got == [
        (s.text, s.attributes.get("status"), s.attributes.get("amount"))
        for s in gold
        if s.label == "PROJECT"
    ]


def test_mentions_of_one_project_come_together() -> None:
    names = ["恒岳纸业年产20万吨生活用纸项目", "恒岳纸业项目", "云岭大桥", "云岭大桥二期"]
    text = "；".join(names)
    spans, at = [], 0
    for name in names:
        spans.append(Span(at, at + len(name), "PROJECT", name))
        at += len(name) + 1
    assert relate_projects(text, spans, []) == (
        Project(names[0], None, None, (0, 1)),
        Project(names[2], None, None, (2,)),
        Project(names[3], None, None, (3,)),
    )


def test_without_projects_there_is_no_record() -> None:
    assert relate_projects("没有项目。", [], []) == ()

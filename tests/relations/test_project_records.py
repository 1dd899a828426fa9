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

STAGES = """
[云岭大桥|PROJECT status=前期]至今没有开工。
[云岭大桥|PROJECT status=前期]尚未动工。
[云岭大桥|PROJECT status=前期]不具备开工条件。
[云岭大桥|PROJECT status=在建]未能如期竣工。
[恒岳纸业项目|PROJECT status=在建]尚未投产。
[恒岳纸业项目|PROJECT status=在建]已停工半年。
[恒岳纸业项目|PROJECT]终止签约。
[恒岳纸业项目|PROJECT]开工率达到八成。
[恒岳纸业项目|PROJECT]一旦投产，污水怎么办？
[恒岳纸业项目|PROJECT]投产后将新增就业300人。
[恒岳纸业项目|PROJECT status=开工]已经开工，投产后将新增就业300人。
[恒岳纸业项目|PROJECT status=在建]开工以来进展顺利。
[恒岳纸业项目|PROJECT status=前期]拟于年内开工。
[恒岳纸业项目|PROJECT status=前期]力争年内开工。
[恒岳纸业项目|PROJECT status=前期]将于下月开工建设。
[恒岳纸业项目|PROJECT status=在建]争取年底投产。
[恒岳纸业项目|PROJECT status=在建]原计划去年投产。
[恒岳纸业项目|PROJECT status=签约]已签约，计划明年投产。
[恒岳纸业项目|PROJECT status=投产]前年开工，去年竣工，如今已投产。
[恒岳纸业项目|PROJECT status=竣工]2021年动工，2023年竣工。
[恒岳纸业项目|PROJECT status=开工]举行开工仪式。
[恒岳纸业项目|PROJECT status=签约]签约仪式在县城举行。
[恒岳纸业项目|PROJECT status=在建]、[云岭大桥|PROJECT status=在建]等一批在建项目要抓紧竣工。
[恒岳纸业项目|PROJECT status=前期]、[云岭大桥|PROJECT status=前期]等2个拟开工项目要尽快开工。
确保[恒岳纸业项目|PROJECT status=在建]、[云岭大桥|PROJECT status=在建]等项目建成投产。
今年将开工建设[恒岳纸业项目|PROJECT status=前期]、[云岭大桥|PROJECT status=前期]。
去年动工的[云岭大桥|PROJECT status=开工]全长3公里。
竣工项目两个，分别是[恒岳纸业项目|PROJECT status=竣工]、[云岭大桥|PROJECT status=竣工]。
[恒岳纸业项目|PROJECT]和[云岭大桥|PROJECT]，县里都去看了。
[恒岳纸业项目|PROJECT status=签约]已签约，[云岭大桥|PROJECT status=竣工]建成通车。
"""

TOTALS = """
[恒岳纸业|PROJECT]、[云岭光伏|PROJECT]等12个项目，总投资[86亿元|MONEY]。
[恒岳纸业|PROJECT]等12个项目，总投资[86亿元|MONEY]。
总投资[86亿元|MONEY]的[恒岳纸业|PROJECT]、[云岭光伏|PROJECT]等12个项目。
[恒岳纸业项目|PROJECT]和[云岭光伏项目|PROJECT]总投资[8亿元|MONEY]。
[恒岳纸业项目|PROJECT]和[云岭光伏项目|PROJECT]计划总投资[8亿元|MONEY]。
[恒岳|PROJECT amount=3亿元]、[云岭|PROJECT amount=5亿元]分别投资[3亿元|MONEY]和[5亿元|MONEY]。
[恒岳|PROJECT amount=3亿元]、[云岭|PROJECT amount=5亿元]总投资分别为[3亿元|MONEY]、[5亿元|MONEY]。
[恒岳纸业|PROJECT]、[云岭光伏|PROJECT]、[沙坪大桥|PROJECT]分别投资[3亿元|MONEY]、[5亿元|MONEY]。
[恒岳纸业项目|PROJECT amount=3亿元]与[云岭光伏项目|PROJECT amount=3亿元]各投资[3亿元|MONEY]。
[恒岳|PROJECT amount=3亿元]（[3亿元|MONEY]）、[云岭|PROJECT amount=5亿元]（[5亿元|MONEY]）等项目。
[恒岳纸业项目|PROJECT]一期投资[15亿元|MONEY]、二期投资[20亿元|MONEY]。
[恒岳纸业项目|PROJECT amount=35亿元]总投资[35亿元|MONEY]，其中一期投资[15亿元|MONEY]。
[恒岳纸业项目|PROJECT status=在建]已完成投资[15亿元|MONEY]。
[恒岳纸业项目|PROJECT]已累计投入[15亿元|MONEY]。
[恒岳纸业项目|PROJECT]今年计划投资[2亿元|MONEY]。
[恒岳纸业项目|PROJECT amount=5亿元]集加工、销售为一体，投资[5亿元|MONEY]。
两个项目总投资[8亿元|MONEY]，[恒岳纸业项目|PROJECT]最大。
县里投资[5亿元|MONEY]，建设[恒岳纸业项目|PROJECT amount=5亿元]。
"""


@pytest.mark.parametrize(
    "marked", [line for line in (CASES + STAGES + TOTALS).splitlines() if line]
)
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

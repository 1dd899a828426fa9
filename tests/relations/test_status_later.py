"""Which of several stages counts: each line is one text with the statuses that it tells."""

from __future__ import annotations

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.projects import relate_projects

KINDS = {
    "two stages together": """
[恒岳纸厂|PROJECT status=投产]已完工投入生产。
[恒岳纸厂|PROJECT status=投产]完工投产。
[恒岳纸厂|PROJECT status=投产]竣工投用。
[恒岳纸厂|PROJECT status=投产]建成并投入使用。
[恒岳纸厂|PROJECT status=投产]竣工、投产。
[恒岳纸厂|PROJECT status=投产]去年建成投产。
已经完工投入生产的工程有三个，包括[恒岳纸厂|PROJECT status=投产]、[云岭矿井|PROJECT status=投产]等。
今年建成投用的[云岭中学|PROJECT status=投产]有学生。
[恒岳纸厂|PROJECT status=在建]预计年底建成投产。
[恒岳纸厂|PROJECT status=在建]力争明年竣工投产。
[恒岳纸厂|PROJECT status=竣工]竣工，即将投入使用。
[云岭大桥|PROJECT status=竣工]建成通车。
""",
    "an old start and a later stage": """
[云岭变电站|PROJECT status=投产]2019年8月1日开工建设。该工程投产后，极大地缓解了压力。
[云岭变电站|PROJECT status=开工]2019年8月1日开工建设。该工程投产后，将缓解压力。
[云岭变电站|PROJECT status=开工]于2019年8月1日开工建设。该工程投产后，可缓解供电压力。
云岭变电站竣工投产⏎[云岭变电站|PROJECT status=投产]位于沙坪镇。该项目2019年8月开工建设。
[云岭市场|PROJECT status=竣工]已通过验收。[云岭市场|PROJECT status=竣工]2011年12月开工建设。
在[云岭市场|PROJECT status=竣工]，市场已通过验收。[云岭市场|PROJECT status=竣工]2011年开工。
[云岭市场|PROJECT status=开工]2024年12月开工建设。[沙坪市场|PROJECT status=竣工]已通过省级验收。
[云岭市场|PROJECT status=投产]2011年3月开工建设，2013年9月投入使用。
[云岭市场|PROJECT status=在建]于2024年开工建设，预计2026年投产。
开工建设[云岭公路|PROJECT status=前期]。该工程已进入招标阶段，计划今年开工。
开工建设[云岭公路|PROJECT status=开工]。该工程计划今年完成投资3亿元。
五年内继续建设并已在一九五四年通车的[云岭公路|PROJECT status=竣工]。
年内通车的[云岭公路|PROJECT status=在建]。
县里的[云岭电池项目|PROJECT]目前实现60MW产能;沙坪项目已全面开工。
园区投产15个项目。[恒岳纸业|PROJECT status=在建]主体完工;[沙坪农贸城|PROJECT]钢棚搭建。
恒岳纸业项目开工⏎[恒岳纸业项目|PROJECT status=开工]昨日开工建设，建成投产后年产值3亿元。
""",
    "beside the name and further away": """
[云岭隧道|PROJECT status=在建]今天合龙，预计明年通车。
今天，[云岭通道|PROJECT status=在建]关键控制性工程之一的海底隧道实现合龙。
[云岭通道海底隧道|PROJECT status=在建]合龙⏎今天，海底隧道实现合龙。
[云岭大厦|PROJECT status=在建]主楼封顶，预计年底投用。
[云岭大桥|PROJECT status=在建]顺利合龙。全长24公里的公路将于明年通车。
加快推进[云岭铁路|PROJECT status=在建]建设，早日投入运营。
加快推进[云岭铁路|PROJECT status=在建]等重点项目建设和口岸合作，提升互联互通水平。
加快推进[云岭铁路|PROJECT status=在建]建设，确保年底投产。[恒岳电厂|PROJECT status=投产]投产。
加快推进[云岭铁路|PROJECT status=前期]前期研究。
""",
    "signed": """
双方签署[恒岳纸业项目|PROJECT status=签约]备忘录。
双方签署谅解备忘录，集团将在沙坪设立[恒岳卓越中心|PROJECT status=签约]。
县政府与恒岳集团签署[恒岳纸业项目|PROJECT status=签约]投资协议。
县里签订[恒岳纸业项目|PROJECT status=签约]合同。
两家单位签署了共建[云岭实验室|PROJECT status=签约]的协议。
[恒岳纸业项目|PROJECT status=签约]合作备忘录签署。
[恒岳纸业项目|PROJECT status=签约]签署合作备忘录。
[恒岳纸业项目|PROJECT status=在谈]正在洽谈。
[恒岳纸业项目|PROJECT status=在谈]将于下月签约。
""",
    "bodies at work": """
不久前，[云岭中试基地|PROJECT]落户广东，记者到基地采访时遇到了经理。
[云岭实验室|PROJECT]落户沙坪两年来，发表论文百篇。
2015年落户沙坪的[云岭创新中心|PROJECT]有研究员三百人。
[云岭中试基地|PROJECT]落户沙坪后，服务了百家企业。
[云岭纸业基地|PROJECT status=签约]落户沙坪，总投资5亿元。
[云岭纸业基地项目|PROJECT status=签约]签约落户沙坪。
客人参观了[云岭创新中心|PROJECT]。
紧急启用[移动式方舱实验室|PROJECT]，完成采样六千人。
自5月26日启用[移动式生物实验室|PROJECT]以来，共完成采样6710人。
[云岭创新中心|PROJECT status=投产]昨日正式启用。
""",
    "headlines in one line": """
县里称[云岭核电站|PROJECT]再次遭袭 邻县爆炸声不断 甲方再次否认双方正在谈判；
[云岭电站|PROJECT]检修 沙坪厂区开工；
[云岭电站|PROJECT status=开工]开工 沙坪厂区投产；
▲县教育局——[云岭中学|PROJECT status=前期]　招标两次流标　责任人副局长何某
▲县住建局——[云岭新城|PROJECT status=在建]　总投资七亿元　6号楼出正负零
县里举行大会 [云岭电站|PROJECT status=开工] 开工。
""",
    "purchases and plants that stand": """
一、[恒岳医院灭火器采购及检测充装项目|PROJECT]⏎中标单位：沙坪消防公司
一、[恒岳医院灭火器充装项目|PROJECT]⏎中标单位：沙坪消防公司
一、[恒岳医院氧气采购及充装项目|PROJECT]⏎中标单位：沙坪气体公司
[恒岳果汁灌装项目|PROJECT status=签约]签约落户沙坪。
一、[恒岳医院打印设备采购及维修项目|PROJECT]⏎中标单位：沙坪科技公司
一、[恒岳医院净水设备维保及软水机采购安装项目|PROJECT]⏎中标单位：沙坪公司
不符合标准的[防雷装置|PROJECT]通过设计审核的，给予处分。
一、[恒岳医院氧气站建设项目|PROJECT status=前期]⏎中标单位：沙坪建设公司
一、[恒岳医院消防管道更换项目|PROJECT status=前期]⏎中标单位：沙坪建设公司
""",
}
CASES = [
    pytest.param(line, id=f"{kind}: {line}")
    for kind, lines in KINDS.items()
    for line in lines.splitlines()
    if line
]


@pytest.mark.parametrize("marked", CASES)
def test_the_stage_that_counts(marked: str) -> None:
    text, gold = parse_markup(marked.replace("⏎", "\n"))
    spans = [Span(s.start, s.end, s.label, s.text) for s in gold]
    found = {}
    for project in relate_projects(text, spans, []):
        found.update(dict.fromkeys((spans[at].start for at in project.mentions), project.status))
    assert found == {s.start: s.attributes.get("status") for s in gold}

"""Stages that are told of something else, of a task or of what is no works."""

from __future__ import annotations

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.projects import relate_projects

KINDS = {
    "tasks of a policy": """
推动[沙坪消防基地|PROJECT]建设，重点发展装备；推进[恒岳应急基地|PROJECT]建设，重点发展电网；完善服务体系，培育龙头企业。
加强平台建设。推进[恒岳冰雪产业园|PROJECT]、[沙坪冰雪产业园|PROJECT]建设，积极引进企业，打造品牌，培育市场。
推进[恒岳面板线升级项目|PROJECT]建设，2032年稳定达产，实现全柔性化。支持企业做大做强，加强人才培养，完善配套。
我县正在推进[恒岳应急基地|PROJECT status=在建]建设，完善服务体系，培育龙头企业，加强管理。
目前，全县推进[恒岳应急基地|PROJECT status=在建]建设，完善服务，培育企业，加强管理。
完善设施，加强服务。[恒岳改造工程|PROJECT status=在建]进展顺利。实施管理，提高质量，加强建设。
提升质量效益，建好[恒岳工业园|PROJECT]。
县里建好了[恒岳工业园|PROJECT status=竣工]。
县里推进[恒岳大桥|PROJECT status=在建]建设。
推进[恒岳大桥|PROJECT status=在建]建设。
加快推进[恒岳大桥|PROJECT status=在建]建设，力争年底通车。
""",
    "tasks with half marks": """
加快[恒岳枢纽节点|PROJECT]建设,优化数据布局,推进绿色发展;健全平台体系,搭建一批平台。
（1）加快[恒岳枢纽节点|PROJECT]建设。推动基地发展，加强管理，完善服务。
加快[恒岳产业园|PROJECT]建设，建成集研发、生产于一体的园区；加快集群发展，支持创业，完善服务。
""",
    "urged on beside the next one": """
确保[恒岳工程|PROJECT status=前期]年内开工建设。推进试点，加强互通，提高能力，完善网络。
推进[恒岳管线|PROJECT]等干线建设,加快推进沙坪管线建设,加强互通,提高能力,完善网络。
[恒岳管线|PROJECT]加快推进沙坪管线的布局。
[恒岳管线|PROJECT status=在建]加快推进，预计6月投用。
[恒岳产业园|PROJECT]推进管理创新。
[恒岳产业园|PROJECT status=在建]有序推进。
[恒岳产业园|PROJECT status=在建]正在推进主体施工。
[恒岳油田|PROJECT]成为国际招标项目中第一个成本回收的项目。
[恒岳至沙坪公交线路|PROJECT]开通。
""",
    "heritage": """
四个工程全部申报成功，包括[恒岳垛田|PROJECT]。
[恒岳垛田|PROJECT]申报成功。
""",
    "what lies ahead": """
下一步，全省将持续推动项目落地，推进[恒岳产业基地|PROJECT]建设。
今年将围绕核心技术，重点推进[恒岳创新中心|PROJECT]建设。
今年，县里重点推进[恒岳大桥|PROJECT status=在建]建设。
启动建设[恒岳科技园|PROJECT]、[恒岳产业园|PROJECT]，加快培育企业，推进成果转化，完善服务，支持创业。
昨日启动建设[恒岳科技园|PROJECT status=开工]。
支持[恒岳中医学院|PROJECT]建成中医药大学。
五年内将新建[国营农场|PROJECT]九十一个。
五年内将新建[恒岳农场|PROJECT status=前期]。
[恒岳高铁|PROJECT status=在建]进入按图试运行阶段。
[恒岳高铁|PROJECT status=在建]进入试运行阶段，为开通做准备。
[恒岳地铁2号线|PROJECT status=投产]开通试运营。
[恒岳电厂|PROJECT status=投产]进入试运行阶段。
""",
    "planning that is over": """
镇上统一规划建设[安置点|PROJECT]，村民搬入新居。
县里规划建设[恒岳大桥|PROJECT status=前期]。
共同筹建的[恒岳互鉴中心|PROJECT]正式成立。
县里筹建[恒岳互鉴中心|PROJECT status=前期]。
[恒岳管理平台|PROJECT]是反映招标管理工作的窗口。
[恒岳水渠|PROJECT]通水60年来，引水130亿立方米。
""",
    "plans of a clause before": """
百个单位包括[恒岳水泥厂|PROJECT status=在建]等，将要完成建设，投入生产。
[恒岳水泥厂|PROJECT status=在建]将建成设备先进的车间，投入使用。
[恒岳水泥厂|PROJECT status=投产]已完成建设，投入生产。
[恒岳水泥厂|PROJECT status=投产]去年完成建设，投入生产。
""",
    "加快 of something else": """
医院引进[恒岳发药系统|PROJECT]加快发药速度。
[恒岳产业园|PROJECT]加快集聚企业。
[恒岳产业园|PROJECT]加快企业入驻。
[恒岳产业园|PROJECT status=在建]加快建设。
[恒岳产业园|PROJECT status=在建]加快施工进度。
加快[恒岳大桥|PROJECT status=在建]建设。
""",
    "centres that are aims": """
推动加快[恒岳国际科技创新中心|PROJECT]、[恒岳国际知识产权合作中心|PROJECT]建设。
加快建设[恒岳国际消费中心城市|PROJECT]。
加快建设[恒岳国际航运中心|PROJECT]。
加快建设[恒岳科技创新中心|PROJECT]。
要加快[恒岳深度合作区|PROJECT]建设。
[农转资金项目|PROJECT]的申报由厅里负责。
加快建设[恒岳国际会展中心|PROJECT status=在建]。
加快建设[恒岳科技馆|PROJECT status=在建]。
""",
    "purchases": """
[恒岳医院中秋月饼采购项目|PROJECT]成交公告
[恒岳医院质控系统采购项目|PROJECT status=前期]废标公告
一、[恒岳医院会务服务类制品项目|PROJECT]⏎中标单位：沙坪公司
[恒岳医院显示器采购项目|PROJECT]成交通告
[恒岳银行服务器类设备采购项目|PROJECT status=前期]公开招标
[沙坪医院门锁采购项目|PROJECT]⏎中标单位：沙坪公司
[恒岳医院电梯采购安装项目|PROJECT status=前期]⏎中标单位：沙坪公司
[恒岳医院空调采购及安装项目|PROJECT status=前期]⏎中标单位：沙坪公司
[恒岳电厂设备采购及施工项目|PROJECT status=前期]⏎中标单位：沙坪公司
[恒岳采购中心项目|PROJECT status=开工]开工。
[恒岳地铁工程风阀采购项目|PROJECT]招标公告
""",
    "software": """
[恒岳数据登记平台|PROJECT]上线。
[恒岳庭审云平台|PROJECT]正式上线。
推出的“[恒岳酒店用品网|PROJECT]”上线。
[恒岳电子化操作系统|PROJECT]上线运行。
协会开通了“[恒岳管理平台|PROJECT]”。
省里启用[恒岳审批系统|PROJECT]。
县里启用[恒岳水厂|PROJECT status=投产]。
[恒岳数字化平台项目|PROJECT status=投产]上线。
[恒岳智慧水务工程|PROJECT status=投产]上线。
[恒岳算力中心|PROJECT status=投产]上线。
""",
    "contracts of something else": """
双方2005年签署[恒岳气田|PROJECT]的产品分成合同。
签署[恒岳电厂|PROJECT]的供煤协议。
签订[恒岳港|PROJECT]的租赁合同。
签署[恒岳电厂|PROJECT status=签约]的投资协议。
签署[恒岳电厂|PROJECT status=签约]合作协议。
""",
    "bodies that have moved in": """
不久前，[恒岳中试基地|PROJECT]落户沙坪，记者到基地采访时，遇到了项目经理。
不久前，[恒岳中试基地|PROJECT status=签约]落户沙坪，项目占地百亩。
[安徽大厦办公家具|PROJECT]落户政务大厦。
""",
    "others than the one named": """
除[恒岳电站|PROJECT]外，其余项目均已开工。
除[恒岳电站|PROJECT]外，其他项目都已竣工。
[恒岳电站|PROJECT]以外的剩余项目已全部开工。
""",
    "another phase": """
[恒岳电站二期|PROJECT status=开工]今日开工，一期已于去年投产。
[恒岳电站二期|PROJECT status=在建]正在施工，一期已投产。
[恒岳电站一期|PROJECT status=投产]已投产，二期计划明年开工。
[恒岳电站二期|PROJECT status=投产]二期已投产。
[恒岳电站|PROJECT status=投产]一期已投产。
""",
    "put back": """
[恒岳电站|PROJECT status=前期]开工仪式因雨推迟。
[恒岳电站|PROJECT status=前期]开工一再延期。
[恒岳电站|PROJECT status=在建]投产推迟至明年。
[恒岳电站|PROJECT status=在建]竣工再次延后。
[恒岳电站|PROJECT status=开工]开工仪式如期举行。
""",
    "so many of something": """
县里加快打造[恒岳加能站|PROJECT]，前景广阔。目前，已在沙坪建成投用4座加油站。
[恒岳加能站|PROJECT status=投产]前景广阔。目前，项目已建成投用。
""",
    "on the way": """
[恒岳电站|PROJECT]进入首批机组投产发电冲刺阶段。
[恒岳大桥|PROJECT]进入通车倒计时。
[恒岳大桥|PROJECT]通车在望。
[恒岳电站|PROJECT status=在建]船闸试运行。
[恒岳电站|PROJECT]、[沙坪电站|PROJECT]等项目先后落地或投产。
[恒岳铁路|PROJECT]可以分段施工。
""",
    "a road and its works": """
[恒岳公路|PROJECT status=竣工]2013年10月通车。[恒岳公路提质改造工程|PROJECT status=在建]正在施工。
""",
    "haste for a reason": """
对[恒岳铁路|PROJECT]的建设，也应当大力进行准备工作，为了加快建设进度，可以成立专班。
为了加快[恒岳铁路|PROJECT]建设，成立了专班。
为加快[恒岳铁路|PROJECT status=在建]建设进度，工人正在施工。
""",
}
CASES = [
    pytest.param(line, id=f"{kind}: {line}")
    for kind, lines in KINDS.items()
    for line in lines.splitlines()
    if line
]


@pytest.mark.parametrize("marked", CASES)
def test_no_stage(marked: str) -> None:
    text, gold = parse_markup(marked.replace("⏎", "\n"))
    spans = [Span(s.start, s.end, s.label, s.text) for s in gold]
    assert [(p.name, p.status) for p in relate_projects(text, spans, [])] == [
        (s.text, s.attributes.get("status")) for s in gold
    ]

"""The status of projects by kinds: each line is one text with the statuses that it tells."""

from __future__ import annotations

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.projects import relate_projects

KINDS = {
    "plain": """
[云岭大桥|PROJECT status=开工]开工建设。
[云岭大桥|PROJECT status=投产]已竣工并投入使用。
[云岭大桥|PROJECT status=在建]预计年底前完工。
[云岭大桥|PROJECT status=在建]正在进行主体施工。
[恒岳纸业项目|PROJECT status=签约]签约落户云河县。
[恒岳纸业项目|PROJECT status=签约]成功落户云河。
[恒岳纸业项目|PROJECT status=开工]昨日举行奠基仪式。
[恒岳纸业项目|PROJECT status=开工]正式启动建设。
[恒岳纸业项目|PROJECT status=在建]建设正酣。
[恒岳纸业项目|PROJECT status=在建]建设如火如荼。
[恒岳纸业项目|PROJECT status=在建]正在紧张建设。
[恒岳纸业项目|PROJECT status=在建]进展顺利。
[恒岳纸业项目|PROJECT status=在建]至今进展缓慢。
[恒岳纸业项目|PROJECT status=在建]因土地问题停工两个月。
[恒岳纸业项目|PROJECT status=在建]完成总工程量的80%。
记者在[恒岳纸业项目|PROJECT status=在建]建设现场看到，塔吊林立。
走进[恒岳纸业项目|PROJECT status=在建]施工现场，机器轰鸣。
走进[恒岳纸业项目|PROJECT]生产车间，机器轰鸣。
[恒岳纸业项目|PROJECT]计划总投资5亿元，建设周期两年。
[恒岳纸业项目|PROJECT]累计完成产值3亿元。
[恒岳展馆|PROJECT status=投产]正式揭牌运营。
[云岭铁路|PROJECT status=投产]全线贯通运营。
[恒岳纸业项目|PROJECT status=前期]已获市发改委批准。
县里拟安排[恒岳纸业项目|PROJECT status=前期]、[云岭大桥|PROJECT status=前期]等项目。
""",
    "preparation that is completed": """
[恒岳纸业项目|PROJECT status=前期]已完成立项。
[恒岳纸业项目|PROJECT status=前期]已完成前期工作。
[恒岳纸业项目|PROJECT status=前期]前期工作已完成。
[恒岳纸业项目|PROJECT status=前期]已完成可行性研究报告编制。
[恒岳纸业项目|PROJECT status=前期]完成可研。
[恒岳纸业项目|PROJECT status=前期]已完成环评批复。
[恒岳纸业项目|PROJECT status=前期]目前已完成招标工作。
[恒岳纸业项目|PROJECT status=前期]已完成征地拆迁。
[恒岳纸业项目|PROJECT status=前期]已完成备案、环评等手续，预计下月开工。
[恒岳纸业项目|PROJECT status=前期]至今没有立项。
[恒岳纸业项目|PROJECT]的施工单位不得在本县投标。
[恒岳纸业项目|PROJECT status=在建]已完成土地平整。
[恒岳纸业项目|PROJECT status=在建]已完成投资2亿元。
[恒岳纸业项目|PROJECT status=在建]已完成设备安装。
[恒岳纸业项目|PROJECT status=竣工]已完成。
[恒岳纸业项目|PROJECT status=竣工]已全部完成。
规划建设面积12万平方米的[云岭新城|PROJECT]是全县最大的小区。
全力做好[云岭高铁|PROJECT]正式运营各项准备工作。
""",
    "parts and phases": """
[恒岳纸业项目|PROJECT status=在建]一期已竣工，二期正在建设。
[恒岳纸业项目|PROJECT status=在建]一期工程竣工。
[恒岳纸业项目|PROJECT status=投产]一期已投产，二期开工建设。
[恒岳纸业项目|PROJECT status=在建]主体封顶。
[云岭电站|PROJECT status=开工]主体工程开工建设。
[云岭电站|PROJECT status=开工]和[高台电站|PROJECT status=开工]主体工程同时开工建设。
[云岭电站|PROJECT status=在建]主体工程正在施工。
[云岭公路|PROJECT status=在建]云河段通车。
[云岭公路|PROJECT status=在建]北段建成通车。
[云岭公路|PROJECT status=竣工]全线建成通车。
[云岭公路|PROJECT]等11条高速公路，确保高速公路通车里程突破百公里。
[云岭水库|PROJECT status=投产]首台机组投产发电。
[云岭水库|PROJECT status=在建]通过工程蓄水验收。
[云岭高铁|PROJECT status=在建]全部工程顺利通过静态验收。
[云岭水库|PROJECT status=竣工]通过竣工验收。
""",
    "several dates": """
[恒岳纸业项目|PROJECT status=在建]3月18日开工，目前二层封顶。
[恒岳纸业项目|PROJECT status=在建]去年开工，目前正在进行桩基施工。
[恒岳纸业项目|PROJECT status=在建]去年8月开工，现已完成主体结构。
[云岭铁路|PROJECT status=在建]开建于2018年，计划2031年通车。
[云岭铁路|PROJECT status=在建]2018年3月开工，计划2031年通车。
[云岭铁路|PROJECT status=开工]2018年3月15日开工，计划2031年通车。
[恒岳纸业项目|PROJECT status=开工]今日开工，建设期两年。
[恒岳纸业项目|PROJECT status=投产]位于沙坪镇。该项目2019年8月开工，2021年竣工投产。
[恒岳纸业项目|PROJECT status=在建]位于沙坪镇。该项目2019年8月开工，预计2021年竣工。
[恒岳纸业项目|PROJECT]建设期为1.5年，投产期1年。
[云岭公路|PROJECT]今年通车十年。
[云岭公路|PROJECT status=在建]开工一年，路基已成。
[云岭楼|PROJECT]建成于1918年。
“一五”期间建成的[云岭工厂|PROJECT]今年增产。
通车逾一甲子的[云岭大桥|PROJECT]见证变迁。
[云岭气田|PROJECT status=投产]2007年开始商业生产。
[云岭运河|PROJECT]建成通航后，将提升运力。
[恒岳纸业项目|PROJECT status=开工]于2009年获批立项，2011年12月开工建设。
[恒岳纸业项目|PROJECT status=开工]前期工作已完成，现已开工。
[恒岳纸业项目|PROJECT status=前期]前期工作已完成，即将开工。
[恒岳纸业项目|PROJECT status=前期]已报批，预计明年将完成审批，并于2030年开工。
该项目2019年8月开工建设，新建[沙坪线路|PROJECT]。
""",
    "times": """
[恒岳纸业项目|PROJECT status=在建]计划2023年6月30日前投产。
[恒岳纸业项目|PROJECT status=在建]6月30日前竣工。
[恒岳纸业项目|PROJECT status=竣工]日前竣工。
6月下旬，[云岭电站|PROJECT status=投产]在云河投产。
今年7月中旬，[云岭电站|PROJECT status=投产]投产。
6月下旬前，[云岭电站|PROJECT status=在建]投产。
节前新开通的[云岭高铁|PROJECT status=投产]迎来首秀。
[云岭高铁|PROJECT status=在建]节前开通。
[恒岳纸业项目|PROJECT status=在建]今年三季度启用。
[恒岳纸业项目|PROJECT status=投产]去年三季度启用。
县里推进[云岭大桥|PROJECT status=在建]，年底前必须通车。
展望“十五五”，县里力争再建成[云岭光伏基地|PROJECT]。
""",
    "verbs with the name as object": """
10月底前完成[云岭大桥加固|PROJECT status=在建]，不能再拖。
去年完成[云岭大桥加固|PROJECT status=竣工]。
目前，已完成[云岭步道|PROJECT status=竣工]、[沙坪纪念碑|PROJECT status=竣工]等29个重点项目。
要完成[云岭大桥|PROJECT]。
争取[沙坪抽水站|PROJECT status=前期]资金1500万元。
争取[沙坪抽水站|PROJECT]早见成效。
下半年，启动[沙坪活水工程|PROJECT status=前期]。
县里启动[沙坪活水工程|PROJECT]。
集团将投资2亿元在云河建设[恒岳饮料厂|PROJECT status=前期]。
抓紧[云岭水库|PROJECT status=在建]、[高台水库|PROJECT status=在建]等工程的兴建。
抓紧[云岭水库|PROJECT]的管护。
抓紧建设[云岭大桥|PROJECT status=在建]。
""",
    "something else": """
县是首个签署共建文件的县，[云岭|PROJECT status=在建]、[沙坪|PROJECT status=在建]等项目建设取得进展。
中标[云岭铁路|PROJECT]的通信工程。
公司中标[云岭铁路|PROJECT status=前期]。
空调企业分别中标[沙坪消防楼|PROJECT]、[云河办公楼|PROJECT]。
推进[云岭院区|PROJECT status=前期]建设，完成项目建议书。
《[云岭储备基地|PROJECT]创建指南》要求加快申报。
[云岭高铁|PROJECT]在进行招标时，要求注册资本8000万元。
招标范围：对[住院楼|PROJECT]等建筑物进行鉴定。
[云岭铁路|PROJECT]是[高台铁路|PROJECT]重要组成部分，预计明年底开通运营。
市场传闻公司签订了建设[云岭风电项目|PROJECT]的协议。
公司签订了建设[云岭风电项目|PROJECT status=签约]的协议。
公司助力[云岭高铁|PROJECT status=投产]、[高台高铁|PROJECT status=投产]等成功开通，同时中标多次集采。
[恒岳工厂|PROJECT]400多名工人集体停工。
[云岭隧道|PROJECT]一头的道路也在改造，而新投产的35千伏线路送来电力。
共建[云岭创新中心|PROJECT]等平台，推进5G园区建设。
双方就[云岭校区|PROJECT]启用、学校共建等事宜交换意见。
[云岭公路|PROJECT status=前期]全长9公里，目前该工程已进入施工招标阶段，计划今年开工。
[云岭管理平台|PROJECT]上有项目申报单位120家。
[恒岳园|PROJECT]将发挥优势，加快完善产业链条。
确保[云岭|PROJECT status=前期]、[沙坪|PROJECT status=前期](涉水)、高台等5个工程今年开工建设。
""",
    "of a group": """
此次集中开工项目5个，总投资65亿元。其中，[恒岳数据中心|PROJECT status=开工]总投资30亿元。
全县15个重点项目集中签约。其中，[恒岳纸业|PROJECT status=签约]总投资3亿元。
全县15个重点项目集中开工。其中[恒岳纸业|PROJECT status=开工]总投资3亿元。
全县项目48个，开工45个。其中[恒岳纸业|PROJECT]总投资4亿元。
全县将有15个项目集中开工。其中，[恒岳纸业|PROJECT]总投资3亿元。
全县15个重点项目拟集中开工。其中，[恒岳纸业|PROJECT]总投资3亿元。
""",
    "no works": """
[沙坪创新示范区|PROJECT]加快建设。
[沙坪示范区服务中心项目|PROJECT status=开工]开工。
已建成[村级服务站|PROJECT]34万个。
已建成[村级服务站|PROJECT status=竣工]，共三层。
[恒岳港国际班轮航线|PROJECT]正式开通。
[云岭一号火箭|PROJECT]已完成加注。
[16万亩高标准农田|PROJECT]已投入使用。
吸引[恒岳研究院|PROJECT]、[沙坪实验室|PROJECT]等机构落户。
[恒岳研究院项目|PROJECT status=签约]落户云河。
[恒岳港航站楼|PROJECT status=投产]正式启用。
一、[恒岳医院防雷检测项目|PROJECT]⏎中标单位：沙坪检测公司
一、[恒岳医院检测中心项目|PROJECT status=前期]⏎中标单位：沙坪建设公司
一、[恒岳医院洗涤服务项目|PROJECT]⏎中标单位：沙坪物业公司
一、[恒岳医院电梯采购及伴随服务|PROJECT status=前期]⏎中标单位：沙坪电梯公司
一、[恒岳医院消防零星整改项目|PROJECT]⏎中标单位：沙坪建设公司
一、[恒岳医院家电采购项目|PROJECT]⏎中标单位：沙坪电器公司
一、[恒岳医院治疗柜采购项目|PROJECT]⏎中标单位：沙坪家具公司
[恒岳镇公务用车政府采购项目|PROJECT]开标。
一、[恒岳医院窗帘安装项目|PROJECT status=前期]⏎中标单位：沙坪装饰公司
""",
}
CASES = [
    pytest.param(line, id=f"{kind}: {line}")
    for kind, lines in KINDS.items()
    for line in lines.splitlines()
    if line
]


@pytest.mark.parametrize("marked", CASES)
def test_a_status(marked: str) -> None:
    text, gold = parse_markup(marked.replace("⏎", "\n"))
    spans = [Span(s.start, s.end, s.label, s.text) for s in gold]
    assert [(p.name, p.status) for p in relate_projects(text, spans, [])] == [
        (s.text, s.attributes.get("status")) for s in gold
    ]

"""Records of projects: mentions brought together, status, total."""

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
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
甲川装备项目举行开工仪式，[恒岳纸业项目|PROJECT]备受关注。
加快[恒岳纸业项目|PROJECT status=前期]、[云岭大桥|PROJECT status=前期]等项目开工建设。
重点推进[恒岳纸业项目|PROJECT status=前期]等20亿元以上项目实质性开工。
推动[恒岳纸业项目|PROJECT status=在建]、[云岭大桥|PROJECT status=在建]等项目建设进度。
加快推进[云岭大桥|PROJECT status=在建]建设。
加快推进[云岭大桥|PROJECT]，加大人才引进力度。
加快推进[恒岳纸业项目|PROJECT]落地见效。
督促[恒岳纸业项目|PROJECT]、[沙坪纺织项目|PROJECT]等项目达产达效。
加快实现[恒岳纸业项目|PROJECT status=在建]等项目建成见效。
推动“[云岭展厅|PROJECT]”实质运营，加快建设“[沙坪基地|PROJECT status=在建]”。
推进[云岭大桥|PROJECT status=在建]桥面施工。
甲川装备项目成功签约，[恒岳纸业项目|PROJECT]备受关注。
全县15个重大项目举行开工仪式，[恒岳纸业项目|PROJECT status=开工]备受关注。
"""

SUBJECTS = """
[云岭高铁|PROJECT status=在建]铺轨接入云岭北站。
[云岭高铁|PROJECT status=在建]首座配电所一次送电成功。
[云岭高铁|PROJECT status=在建]全线隧道顺利贯通。
[云岭隧道|PROJECT status=在建]全线贯通。
[云岭大桥|PROJECT status=在建]主桥成功合龙。
[恒岳纸业项目|PROJECT status=在建]主体完工。
[恒岳纸业项目|PROJECT status=在建]主体工程已竣工。
[恒岳纸业项目|PROJECT status=在建]1号厂房封顶。
[沙坪水库|PROJECT status=在建]首个具备通水条件的枢纽工程全面完工。
[云岭高速|PROJECT status=在建]第三标段路基工程完工。
[云岭高速|PROJECT status=竣工]建成通车。
[云岭高速|PROJECT status=竣工]全线贯通并通车。
[恒岳纸业项目|PROJECT status=投产]首条生产线投产。
[恒岳医院门诊楼装修改造项目|PROJECT status=前期]⏎第一名：恒岳建筑装饰工程有限公司，投标报价8万元
一、[恒岳医院窗帘安装项目|PROJECT status=前期]⏎中标单位：恒岳建设安装有限公司
[恒岳医院电梯采购安装项目|PROJECT status=前期]成交公示⏎成交供应商：恒岳建设集团
[恒岳学校食堂改造工程|PROJECT status=前期]中标候选人公示⏎第一中标候选人：沙坪施工有限公司
一、[恒岳医院窗帘|PROJECT]等采购安装项目
[恒岳医院|PROJECT status=在建]正在装修。
沙坪枢纽完工，这是[云岭水道二期工程|PROJECT status=在建]首个具备通水能力的枢纽工程。
县里希望加大对[恒岳钾矿项目|PROJECT]的支持，以期把这里建成大型基地。
为[指挥中心改造工程|PROJECT status=在建]如期完工、以及时投入使用提供了保障。
[云岭大桥|PROJECT status=在建]正在施工，以便明年建成通车。
争取把[云岭大桥|PROJECT status=在建]建成通车。
县里确保[云岭大桥|PROJECT status=在建]年底建成。
[恒岳水务设备采购项目|PROJECT status=前期]进行竞争性谈判。
[恒岳环评服务项目|PROJECT]竞争性磋商公告
[恒岳软件采购项目|PROJECT status=前期]采用单一来源方式。
[恒岳纸业项目|PROJECT status=在谈]正在谈判。
[云岭大桥|PROJECT status=前期]将在5月全面开工。
[云岭大桥|PROJECT status=前期]前期工作基本完成，将在5月全面开工，预计年内竣工。
[云岭大桥|PROJECT status=前期]计划下半年开工建设。
基地包括[云岭生产基地|PROJECT]，以及新近动工的沙坪装置，还有计划中的桂阳工厂。
[云岭生产基地|PROJECT]和另一家已经开工的企业都在这里。
县里发展[恒岳平台|PROJECT]；沙坪大桥今年建成通车。
[恒岳热电项目|PROJECT status=在建]也在抓紧实施。
下一步还将签约体检中心、建设[恒岳转化平台|PROJECT]。
计划投资98亿元打造[恒岳车型平台|PROJECT status=前期]。
客人走访了[恒岳防治中心|PROJECT]，了解党风廉政建设工作。
双方期待持续推进[云岭铁路|PROJECT]和走廊建设，会后签署声明。
[沙坪国家公园|PROJECT]全面完成试点。
[恒岳科技城|PROJECT]等园区以规划取代立项审批。
[云岭大桥|PROJECT]建成通车以来，沿线生意好了。
[恒岳大桥加固工程|PROJECT status=前期]中标单位为沙坪施工有限公司，工期三年。
[恒岳医院|PROJECT]在会上作了汇报，其他学校已经开工。
县里督促[云岭大桥|PROJECT status=在建]抓紧施工。
[云岭大桥|PROJECT status=竣工]全部工程竣工。
[云岭电站|PROJECT status=投产]首台机组并网发电，其余机组正在安装。
[云岭电站|PROJECT status=前期]已获核准，将于年底开工。
[云岭隧道|PROJECT status=在建]右洞贯通。
[云岭大桥|PROJECT status=在建]主塔封顶。
[云岭小区改造工程|PROJECT status=前期]投标截止时间为9月1日。
[恒岳设备采购项目|PROJECT status=前期]询价公告
[云岭铁路|PROJECT status=投产]已投入运营，双方将签署声明。
"""
"""What is told of a part, of a tender, of a wish, of something else."""

OTHERS = """
[云岭机场|PROJECT]上线24小时自助退税终端。
[长江航道|PROJECT]建成投运新能源船舶156艘。
[云岭公路|PROJECT]通车里程达到12万公里。
[恒岳园区|PROJECT]签约项目12个。
[恒岳信息平台|PROJECT]，推动各部门按职责为各类市场主体提供服务。
[恒岳示范区|PROJECT]，由于路网畅通，农机手效率提高，加快了整体夏种进度。
[恒岳产业园|PROJECT]等项目基础上，积极谋划新增项目。
[恒岳纸业项目|PROJECT]现场，李河察看施工进展。
[云岭大桥|PROJECT]的选址非常讲究。
[恒岳基金项目|PROJECT]的验收管理办法已经印发。
加强[恒岳平台|PROJECT]管理，制定审批制度。
列车今天在[云岭铁路|PROJECT]投入运营。
[恒岳创业园|PROJECT]年底前将有200家药企投产。
[恒岳纸业项目|PROJECT]，这些企业的陆续投产将有助于增收。
未来5年，将全面建成[云岭水库|PROJECT]。
未来5年，新开工[云岭水库|PROJECT status=前期]和20座水库。
到2030年，力争建成[恒岳基地|PROJECT]。
将要新建[云岭水库|PROJECT status=前期]等24处工程，续建[高台水库|PROJECT status=在建]。
签约、开发、开工的项目包括[恒岳产业园|PROJECT]、[沙坪大厦|PROJECT]。
[恒岳纸业项目|PROJECT status=开工]昨日开工，[沙坪纸业项目|PROJECT]占地120亩。
229台打桩机参与[云岭路改造|PROJECT]。
[云岭电厂|PROJECT status=前期]预计年底开工，2030年完工投产。
[云岭电厂|PROJECT status=在建]将于2030年正式投产。
[云岭高速|PROJECT status=前期]施工在即。
[云岭电厂|PROJECT]投产并投入使用后，用电更稳。
[云岭高铁|PROJECT status=在建]架梁任务全面完成。
[云岭机场|PROJECT status=在建]地下结构全部完工。
[云岭大桥|PROJECT]的收费期限已经核准。
[恒岳纸业项目|PROJECT status=投产]正式投产发电。
[恒岳纸业项目|PROJECT status=投产]于近日启动投产。
[云岭路|PROJECT status=竣工]去年底通车。
[恒岳纸业项目|PROJECT status=在建]持续建设。
[恒岳纸业项目|PROJECT status=开工]总投资5亿元，目前已开工建设。
[恒岳纸业项目|PROJECT status=在建]，钢结构即将吊装。
[恒岳纸业项目|PROJECT]位于沙坪镇。客人在会上签署了声明，随后参观了开工的电站。
"""
"""What is told of another subject, or of years to come."""

KINDS = """
[云岭大桥扩建工程|PROJECT status=前期]列入全市交通规划，年内完成设计。
推进[云岭大桥扩建工程|PROJECT status=前期]列入省“十五五”规划。
集团将在沙坪镇投资建设[恒岳炼化项目|PROJECT status=前期]。
统筹推进[云岭线路|PROJECT status=前期]、[沙坪线路|PROJECT status=前期]等输电通道前期工作。
基地规划装机50万千瓦，配套建设[云岭输电通道|PROJECT]，基地计划2031年投运。
[云岭基地|PROJECT status=在建]占地广，基地计划2031年投运。
[云岭公路北段工程|PROJECT status=竣工]成功贯通。
[云岭隧道|PROJECT status=在建]左洞成功贯通。
[云岭高铁|PROJECT status=在建]首座隧道成功贯通。
今年5月底，[云岭公路|PROJECT status=在建]全线贯通。
去年5月底，[云岭公路|PROJECT status=竣工]全线贯通。
[云岭地铁2号线|PROJECT status=投产]、3号线中段及4号线南延3条新线开通试运营。
在[云岭公路|PROJECT status=在建]施工现场，工人们在紧张施工。
双方签署《委托运营协议》，[云岭快线|PROJECT]进入新阶段。
镇里设立了[恒岳电商园|PROJECT]，建起全县一家落户在镇上的保税仓库。
[云岭大桥|PROJECT status=竣工]2028年3月开工建设，已通过验收。
"""
"""Plans, parts, other subjects, several dates."""

SERVICES = """
一、[恒岳医院电梯维保项目|PROJECT]⏎中标单位：沙坪电梯公司
一、[恒岳医院东区零星维修项目|PROJECT]⏎中标单位：沙坪装饰公司
一、[恒岳医院泵站运营托管项目|PROJECT]⏎中标单位：沙坪环保公司
一、[恒岳医院水果店招租项目|PROJECT]⏎中标单位：沙坪商贸公司
一、[恒岳医院结算审核及招标代理服务|PROJECT]⏎中标单位：沙坪咨询公司
[恒岳学校绿化养护项目|PROJECT]招标公告
[恒岳医院试剂采购项目|PROJECT]中标公告
[恒岳学校办公家具采购项目|PROJECT]成交公告
[恒岳医院阀门校验及新购项目|PROJECT]中标公告
[恒岳医院空调过滤器更换项目|PROJECT]中标公告
一、[恒岳医院东楼|PROJECT]、西楼零星维修项目⏎中标单位：沙坪装饰公司
一、[恒岳医院电梯采购安装项目|PROJECT status=前期]⏎中标单位：沙坪电梯公司
[沙坪养护中心项目|PROJECT status=开工]昨日开工。
[沙坪租赁住房项目|PROJECT status=在建]正在施工。
[沙坪小学维修改造工程|PROJECT status=前期]招标公告
[沙坪食品加工项目|PROJECT status=签约]签约。
"""
"""Upkeep, letting, agency and mere purchases have no stage; what is built or installed has."""

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

CASES_OF_ALL = CASES + STAGES + SUBJECTS + OTHERS + KINDS + SERVICES + TOTALS


@pytest.mark.parametrize("marked", [line for line in CASES_OF_ALL.splitlines() if line])
def test_status_and_total_are_read(marked: str) -> None:
    text, gold = parse_markup(marked.replace("⏎", "\n"))
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


def test_the_last_stage_of_several_mentions_counts() -> None:
    text = "云岭变电站去年8月开工。目前，云岭变电站已投产。"
    spans = [Span(0, 5, "PROJECT", "云岭变电站"), Span(15, 20, "PROJECT", "云岭变电站")]
    assert relate_projects(text, spans, []) == (Project("云岭变电站", "投产", None, (0, 1)),)


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

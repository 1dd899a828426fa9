"""Projects: after the resolver, the whole set of PROJECT spans is compared."""

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.rules.decide import by_rank
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.money import find_amounts
from gaoyou_nlp.rules.organisations.find import find_organisations
from gaoyou_nlp.rules.places.find import find_places
from gaoyou_nlp.rules.projects.find import find_projects

CASES = """
[恒岳纸业年产20万吨生活用纸项目|PROJECT]开工，[恒岳纸业年产20万吨生活用纸项目|PROJECT]投资大
[岩溪污水处理厂提标改造工程|PROJECT]、[双河口水库|PROJECT]、[G234桂阳段改建工程|PROJECT]开工建设
[岳锦新能源|PROJECT]、[川腾光电|PROJECT]、[恒岳纸业|PROJECT]等项目开工
[岳锦锂电池|PROJECT]、[川腾显示模组|PROJECT]等5个项目签约
总投资3亿元的[岳锦智能工厂|PROJECT]奠基
推进[桂阳县人民医院迁建工程|PROJECT]，[桂阳大桥|PROJECT]建成通车
[云岭至沙坪高速公路|PROJECT]今年开工
[“智慧桂阳”平台|PROJECT]上线
[宁海抽水蓄能电站|PROJECT]主体封顶，[岩溪110千伏变电站|PROJECT]投用
力促[岳锦智慧工厂|PROJECT]等在谈重大项目签约，推动[川腾超级综合体|PROJECT]等竣工
督促[恒岳纸业|PROJECT]、[川腾出行充电网|PROJECT]等10亿元以上项目开工
加快推进[数控机床产业园|PROJECT]、[新材料产业园二期|PROJECT]建设。
[恒岳储能有限公司年产30万吨磷酸铁锂项目|PROJECT]开工
[恒岳储能项目|PROJECT]没有开工
1[恒岳储能生产基地项目|PROJECT]，总投资12.8亿元
1[云岭大道改造工程|PROJECT]，总投资12.8亿元
2 [云岭大道东延工程|PROJECT] 23400
项目名称：[桂阳县实验小学教学楼改造工程|PROJECT]
关于[桂阳县城乡供水一体化项目|PROJECT]的公告
[桂阳县实验小学智慧教室设备采购项目|PROJECT]中标公告
推动[北岭煤矿|PROJECT]、[南岭铁矿|PROJECT]等项目建设
[桂阳县第二水厂|PROJECT]年内建成投用
在[云岭大桥改造工程|PROJECT]开工现场
[云岭大街改造工程|PROJECT]开工建设，途经的312路公交车绕行、换乘、接驳
[桂阳县公交首末站项目|PROJECT]开工
按规定应当招标的[桂阳县人民医院迁建工程|PROJECT]挂网
加快推进[云常|PROJECT]、[沙坪第二|PROJECT]、[川岳|PROJECT]以及[云溪|PROJECT]等过江通道规划建设
重点建设[桂阳互联网|PROJECT]、[郴州光电与导航|PROJECT]、[江阴大数据|PROJECT]等产业基地
推进[云常|PROJECT]、[川岳|PROJECT]、[京桂|PROJECT]和[京郴|PROJECT]等高速公路改扩建
依托郴州、江阴等产业基地发展
到访郴州光电、江阴大数据等产业基地
第三条生产线投产后，[恒岳储能生产基地项目|PROJECT]竣工
自沙坪新区起步的[云岭大道东延工程|PROJECT]开工
加快建设“[桂阳稀有金属展厅|PROJECT]”，推动“[全球纸艺交易中心|PROJECT]”落户
建成[藏桂|PROJECT]、[川岳|PROJECT]、[果溪|PROJECT]和[多坪|PROJECT]水电站，去年投产
今年建成投运[750千伏云常|PROJECT]、[川岳|PROJECT]、[京桂|PROJECT]输变电工程
新建[桂阳——江阴线|PROJECT]、[云常—川岳铁路|PROJECT]，全线通车的有[黎溪——桂阳线|PROJECT]
恒岳科技投资的“[桂阳大尺寸触摸屏项目|PROJECT]”是一次拓展
[桂阳地铁12号线|PROJECT]开工建设，其中[12号线|PROJECT]是环线，另有2号线
培育壮大[桂阳光伏装备产业园项目|PROJECT]建设
恒岳集团违规投资[江阴房地产开发项目|PROJECT]，并违规招标
"""

NONE = """
重大项目，亿元项目，招商引资项目，民生工程，一批重点工程
该项目，本项目，一期工程，全县重点项目，三季度重大项目
聚力项目攻坚，倒逼项目进度，合力保障项目落地，紧扣基层治理主线
落实“飞地”项目20个，便民惠民工程，列省列市重大项目，人才梯次培育工程
项目经理，工程总监，工程师，项目部
桂阳县重点项目集中开工
年产50万吨以下炼焦项目，年产30万吨以下甲醇项目
改造变电站48座，新建泵站12座
推进“清风行动”专项整治，实施素质提升工程
桂阳县人民医院副院长介绍，医院科室齐全
走在桂阳大桥上，来到宁海中学
发展潮汐电站、波浪电站、温差电站，推进旅游、民航、水路铁路运输
在境外建设工业园区、科技产业园区等各类合作产业园
坐桂阳——江阴线，提出“重点项目”，参加“一号工程”评选
"""

STOPS_AND_LAWS = """
建议公交集团增设站位：云岭大街、沙坪中路、桂阳小区、岩溪南路、双河大厦、宁海路口，方便换乘
来信建议优化312路公交车，途经云岭大街、沙坪中路、桂阳南站、岩溪路口，减少绕行
中途站：云岭大街-沙坪中路-桂阳南路-岩溪大厦-双河北站，首末站发车时间不变
撤销云岭大街、沙坪中路、桂阳南路、岩溪大厦、双河北路等站点，由315路公交替代
跨区线路调整为沿云岭大街、沙坪中路、桂阳南路、岩溪大街、双河路行驶，班次加密
该微循环由云岭花园小区至沙坪大厦，途经桂阳大街，请公交集团踏勘
海洋工程建设单位办理审批手续时，应当提交海洋工程环境影响报告书
第十一条第二款规定的防洪工程竣工后，建设单位应当组织验收
应当将安全防范系统纳入建筑工程规划
依照本条例批准的海上风电场工程，方可开工
本办法所称水利枢纽工程，是指防洪、灌溉工程
处以罚款后，违法建筑工程仍不停工的，予以拆除
从事工程设计或工程施工管理工作满15年
紧盯续建项目施工进度，抢抓高标准农田建设
阶段范围主要指建设工程施工阶段
桂阳县医院现对该项目进行公开招标
"""

LAWS = [
    "本条例所称海洋工程包括：\n（一）跨海桥梁、海底隧道工程；\n（二）海上潮汐电站工程；",
    "适用本办法的工程：（一）人工鱼礁工程；（二）海底电缆工程；",
]


def _projects(text: str) -> list[tuple[int, int, str]]:
    evidence = Evidence(text)
    for rule in (find_amounts, find_places, find_organisations, find_projects):
        evidence.add(rule(evidence))
    spans = by_rank(text, evidence.found, {"money": 2, "project.list": 1})
    return [(s.start, s.end, s.text) for s in spans if s.label == "PROJECT"]


@pytest.mark.parametrize("marked", CASES.strip().splitlines())
def test_projects_are_found(marked: str) -> None:
    text, gold = parse_markup(marked)
    assert _projects(text) == [(s.start, s.end, s.text) for s in gold]


@pytest.mark.parametrize("text", [*(NONE + STOPS_AND_LAWS).strip().splitlines(), *LAWS])
def test_kinds_and_landmarks_are_no_projects(text: str) -> None:
    assert _projects(text) == []


def test_every_project_says_its_rule() -> None:
    spans = find_projects(Evidence("恒岳纸业年产20万吨生活用纸项目"))
    assert {s.rule.partition(".")[0] for s in spans} == {"project"}


@pytest.mark.parametrize(
    "marked",
    [
        "一、[桂阳县医院南、北区零星维修项目|PROJECT]\n中标单位：沙坪建设公司",
        "（2）[门诊楼污水管道更换|PROJECT]等项目\n成交供应商：岳锦公司",
        "1.[桂阳县医院超市招租|PROJECT](一标段）\n中标单位：岳锦公司",
        "3、招标内容：[桂阳县医院南区消防器材采购|PROJECT]，详见附件",
        "一、评审情况说明\n评审专家：略",
        "招标内容：详见第三章，按期服务",
    ],
)
def test_lines_of_tenders(marked: str) -> None:
    text, gold = parse_markup(marked)
    assert _projects(text) == [(s.start, s.end, s.text) for s in gold]

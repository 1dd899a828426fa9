"""Bodies: after the resolver, the whole set of ORG spans is compared."""

import pytest

from gaoyou_nlp.corpora.inline import parse_markup
from gaoyou_nlp.rules.decide import by_rank
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.find import find_organisations
from gaoyou_nlp.rules.places.find import find_places

CASES = """
[县委|ORG]、[县政府|ORG]，[市人大常委会|ORG]、[市政协|ORG]，[区委|ORG][区政府|ORG]
[桂阳县委|ORG]书记，[桂阳县人民政府|ORG]副县长，[中共桂阳县委|ORG]
[市住房和城乡建设局|ORG]与[县财政局|ORG]，[省水利厅|ORG]，[区发展和改革局|ORG]
[财政局|ORG]、[发改委|ORG]、[公安局|ORG]，[宣传部|ORG]部长
[县住建局村镇建设科|ORG]科长，[县政府办公室|ORG]副主任，[县委组织部干部监督科|ORG]
[桂阳县人民法院|ORG]、[桂阳县人民检察院|ORG]，[县消防救援大队|ORG]
[县招生办公室|ORG]主任，[区征迁办|ORG]
[国务院|ORG]，[国家能源局|ORG]，[交通运输部|ORG]，[最高人民法院|ORG]，[新华社|ORG]
[开发区|ORG]、[高新区|ORG]，[宁海经济开发区|ORG]党工委书记，[经开区|ORG]管委会主任
[桂阳高新区管委会|ORG]与[宁海湾新区管委会|ORG]签约
[湖南恒岳纸业有限公司|ORG]董事长，[恒岳纸业|ORG]今年，[恒岳|ORG]去年
由[恒岳（湖南）纸业有限公司|ORG]承建，[国网桂阳县供电公司|ORG]
[桂阳农商银行|ORG]，[湖南银行桂阳支行|ORG]
[桂阳县第一人民医院|ORG]院长，[县人民医院|ORG]，[桂阳县实验中学|ORG]校长
[湖南大学|ORG]教授，[县工商联|ORG]，[市总工会|ORG]
《[桂阳日报|ORG]》记者，[桂阳新闻网|ORG]讯
[市资源规划局宁海分局|ORG]局长
[城北经济新区|ORG]将招商，面向[城北经济新区|ORG]的企业
[城西新城|ORG]党工委书记，走进[城西新城|ORG]
展现[开发区|ORG]力量，扛起[高新区|ORG]担当
成立[“新宁海人”办公室|ORG]
"""

UNITS = """
[国家发展和改革委员会固定资产投资司|ORG]司长，[工业和信息化部装备工业一司|ORG]副司长
[市人力资源和社会保障局就业促进和失业保险科|ORG]科长，[省教育厅教师工作处|ORG]处长
[市纪委监委派驻市教育局纪检监察组|ORG]组长，[县纪委驻县水利局纪检组|ORG]副组长
[恒岳集团宣传策划部|ORG]经理，[恒岳集团云桥分公司|ORG]与[林盛集团|ORG]
[国家税务总局宁海县税务局|ORG]，[中国人民银行宁海县支行|ORG]行长
[宁海大学经济管理学院|ORG]，[宁海大学出版社|ORG]出版，[宁海大学附属医院|ORG]院长
[高新区社会事业局|ORG]局长，[桂阳高新区云东新城|ORG]负责人
[桂阳县财政局|ORG]和[桂阳县审计局|ORG]科长
"""

EDGES = """
[湖南省郴州市桂阳县水利局|ORG]，[湖南桂阳县委|ORG]，[郴州桂阳县人民法院|ORG]
[恒岳林盛律师（长沙）事务所|ORG]，[恒岳会计师事务所（特殊普通合伙）云桥分所|ORG]
[湖南全盛物流有限公司|ORG]，（1）[湖南恒岳咨询有限公司|ORG]，12[林盛科技有限公司|ORG]
[恒岳（集团）公司|ORG]，[恒岳税务师事务所（湖南）有限公司|ORG]
[中华人民共和国商务部|ORG]，[中国可再生材料学会|ORG]
控股子公司[湖南林盛重工有限公司|ORG]
"""

SHORT = """
[恒岳博格公司|ORG]（下称[恒岳博|ORG]）扩产，[恒岳博|ORG]说
[云桥灯具协会|ORG]（以下简称“[云灯协|ORG]”）成立，[云灯协|ORG]的会员
[恒岳集团|ORG]（[HYGE|ORG]）宣布，[HYGE|ORG]的产品
引进[恒岳|ORG]、[林盛|ORG]、[博格|ORG]等知名企业
[恒岳集团|ORG]、[林盛|ORG]、[博格|ORG]两家药企
[桂阳移动|ORG]、[桂阳联通|ORG]、[桂阳电信|ORG]，[桂阳县检察机关|ORG]，[郴州中院|ORG]
制药企业[恒岳博格|ORG]宣布
据《[恒岳周刊|ORG]》记者，来源：[恒岳资讯网|ORG]
"""

NONE = """
实体化运作劳务公司，组建供应链金融公司，已有产业研究院
由隧道照明、橱窗照明、体育场照明延伸
该公司，公司，集团，上市公司，多家企业，各级政府，政府
交通、国土等部门，有关部门，教育部门
当前局面，格局，结局，大局，办法，办理，委员，委托
国家级开发区，一个工业园区，产业园
各市（含直管县）教育局，有关市政府，省级发展改革委，部分省政府，设区的市人民政府
民营医院，定点医院，方舱医院，一线城市的医院，初中学生，集中学习，专题招商会
光伏组件公司，装饰公司，发电集团，会员公司，用水合作社，大型医药商业集团
湖南省政府采购工作，桂阳县全县政府采购，政府采购，政府性基金
《国务院关于加强宁海县教育局管理的意见》，国办发〔2018〕43号
GDP，REITs，ERP系统，LED面板，LCD和MPV，true，null，div
前瞻性技术装备，废旧动力电池，中英金融合作，高通胀
年检材料、年检材料，直驱电机、双馈电机，钠硫电池
工作机制，领导小组的工作，各位代表，政协委员，人大代表
"""


def _orgs(text: str) -> list[tuple[int, int, str]]:
    found = find_places(Evidence(text))
    found += find_organisations(Evidence(text, found))
    return [(s.start, s.end, s.text) for s in by_rank(text, found, {}) if s.label == "ORG"]


@pytest.mark.parametrize("marked", "".join((CASES, UNITS, EDGES, SHORT)).split("\n"))
def test_bodies_are_found(marked: str) -> None:
    text, gold = parse_markup(marked)
    assert _orgs(text) == [(s.start, s.end, s.text) for s in gold]


@pytest.mark.parametrize("text", NONE.strip().splitlines())
def test_other_words_are_no_bodies(text: str) -> None:
    assert _orgs(text) == []


def test_every_body_says_its_rule() -> None:
    assert {s.rule.partition(".")[0] for s in find_organisations(Evidence("县委和高新区"))} == {
        "org"
    }

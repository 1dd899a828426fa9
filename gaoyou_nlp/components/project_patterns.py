"""The patterns of project names: heads, what may stand before and behind them, kinds of project."""

from __future__ import annotations

import re
from functools import cache

from gaoyou_nlp.lexicon.tables import alternation, table, words

NUMERALS = "[0-9一二两三四五六七八九十百千]+"
PHASE = "(?:[一二三四五六]期|首期|[（(][一二三四五六]期[)）])"
TAIL = re.compile(
    f"(?:{PHASE})?(?:扩建|改扩建|建设)?(?:工程|项目)?(?:建设)?(?:工程|项目)?{PHASE}?(?:工程|项目)?"
)
LIST_END = re.compile(
    f"等?(?:{NUMERALS}(?:多|余)?(?:个|项|条|座|处|大))?"
    "(?:(?:(?![企县镇市村部局的])[\u4e00-\u9fff]){0,10}?(?:项目|工程)(?![类机])|一批|一大批)"
)
AND = re.compile("以及|[、和及与]")
SEPARATORS = "、，。；：！？\n（(）)"
# No part of a name although it may be a head: the beginning of another word.
NO_HEAD = re.compile(
    "经理|总监|部(?!分)|师|组|办公|股|科(?!技)|公司|队|局|院|法人|资料|质量|机械|学院|大学|指挥|领导|攻坚|推进|负责|业主|清单|库|观摩|督查|化|管理|"
    "名称|编号|概况|审批|服务|招商|落地年|建设年|用地(?!红)|资金|款|量|技术|咨询|监理|造价|承包|建设指挥|调度|签约率|开工率|大会战|秘书|专班|"
    "会议|论坛|区域|上空|大厅|街|路|门口|附近|周边|人|村|镇|乡"
)
# What is taken off the front of a name: verbs that govern it, attributes, numbers of a list.
LEADING = re.compile(
    "^(?:建设|新建|兴建|开发|实施|推进|生产|培育|打造|引进|续建|启动|完善|发展|运营|规划|设计|施工|研发|承包|监理|投资|招商|新上|上马|在建|"
    "研究|架设|拉通|包靠|主持|争取|改扩建(?=国道|省道|[GSXY][0-9])|大型|重点|重大|首个|首条|首座|首期|全国|全省|全市|全县|全区|现代化|一流|国内|"
    "世界|最大|规模|单体|高标准|高起点|高质量|集中|统一|共同|联合|独资|合资|标志性|总投资|其中|改造提升(?=[\u4e00-\u9fff]{4})|"
    f"{NUMERALS}[条座个家处]|[0-9]+[.．、](?![0-9])|（[一二三四五六七八九十0-9]+）|[一二三四五六七八九十]是|[●△▲■◆])"
)
BUILT_BEFORE = re.compile(
    "(?:建设|新建|兴建|修建|筹建|拟建|续建|共建|启动|推进|实施|开工|动工|上马|新上|投资|投入|建成|建起|开建|投建|建立|开发|打造|规划|引进|落户|签下|签约|完成|确保|"
    "加快|安排|用于|察看了?|查看了?|看了|考察了?|调研了?|视察了?|参观了?|来到|走进|拨付|争取|建|元|元的|元，|元；|元）|包括|包含|分别是|的是|就是|即|有|除了|备受关注的|"
    "主体是|正在施工的|新开工的|去年完工的|刚完工的|前期的|一座|一个|一处|一条|[：:；]|[0-9][.．、]|[一二三四五六七八九]是|第[一二三四五六]是|——)$"
)
BUILT_AFTER = re.compile(
    "(?:[（(](?:[^（()）]{0,6}(?:投资|[0-9.,，]+[万亿]))|(?:计划|估算|概算|规划|预计)?总?投资|项目|工程|[，,]?(?:总|计划|估算|概算|规划|预计|完成|累计|一期|静态)+投资|"
    "建设|开工|动工|奠基|竣工|建成|投产|投用|投入(?:使用|运营|运行)|通车|运营|封顶|主体|完成|占地|落户|签约|正式(?:开工|投产|投用|签约|启动|运营)|进入|进展|前期|选址|可研|"
    "可行性|初步设计|设计|施工|征迁|征地|拆迁|土建|桩基|基础|设备|全线|开建|动建|启动|试运行|试生产|达产|今年|年内|年底|争取|力争|预计|计划|将于|已于|于[0-9]|"
    "同步|同日|同时|全面|提前|按期|如期|迟迟|尚未|仍|已|将|正在|正|刚|列入|纳入|通过|获批|立项|批复|落地|破土|铺底|围堰|外墙|工地|招标|复工|未按期|因|约好|"
    "建设内容|是|为重点|意向|全长|的(?:建设|施工|开工|投产|桩基|工地|初步设计|前期|可研|设计|征地|征迁|招标|招投标)|长[0-9]|[0-9]{1,2}月|去年|明年|上月|本月|下月|月底|上线|"
    "[，,](?:由|总|投资|[0-9.,]+[万亿])|[：:])"
)
CAPACITY = re.compile(
    "[0-9][0-9.,]*(?:多|余)?[十百千万亿]*(?:吨|套|台|千瓦时?|兆瓦|瓦|立方米|件|只|辆|米|块|头|羽|支|片|艘|枚|双|张|标箱|千升|升|千伏安?|MW|GW|GWh|kV|KV)(?:级)?(?:/年)?"
)
# A name made of these alone is a kind of project.
KIND = re.compile(
    f"(?:第?{NUMERALS}(?:[—~～－-][0-9]+)?(?:年度?|月份?|季度|批次?|个|项|大|号|期|户|栋|公里)|上半年|下半年|全年|当前|首批|全域|[县市省区]定|"
    f"(?:{alternation(words('project_generic.txt'))}))*"
)
GENERIC_HEADS = frozenset(
    [
        "项目",
        "工程",
        "建设项目",
        "建设工程",
        "工程项目",
        "工程建设项目",
        "改造",
        "治理",
        "整治",
        "续建",
        "扩建",
        "新建",
        "修缮",
        "加固",
        "改造工程",
        "城中村改造",
        "老旧小区改造",
        "棚户区改造",
        "扩建工程",
        "综合治理",
        "综合整治",
    ]
)
# A road, a hill, a village in the name: it is the name of one thing.
FEATURE = re.compile(
    "[\u4e00-\u9fff]{2}(?<!公)(?<!铁)(?<!道)(?<!线)(?<!网)(?:路|街|大道|河|湖|山|江|溪|岛|湾|港|镇|乡|村|街道|渠|闸)"
)


@cache
def heads() -> tuple[re.Pattern[str], dict[str, str]]:
    """The head nouns as a pattern, and the kind of each."""
    kinds = {row[0]: row[1] for row in table("project_heads.tsv")}
    return re.compile(alternation(kinds)), kinds


@cache
def generic() -> re.Pattern[str]:
    """A run of words that do not make a name."""
    return re.compile(f"(?:{alternation(words('project_generic.txt'))})*")

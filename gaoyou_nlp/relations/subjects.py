"""Tells whether a stage is told of a project itself, of a part of it, or of something else."""

from __future__ import annotations

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.relations.stages import MILESTONES, Fact

_CLAUSE = re.compile("[，,；;：:。\n]")
_PART = re.compile(
    "主体|地下(?:室|结构|工程|部分)|(?:钢|基础|混凝土)结构|基础工程|桩基|标段|[东南西北中]段|第[一二三四五六七八九十0-9]{1,3}(?:座|标|段|合同段)|"
    "配电所|变电所|[左右主单双]洞|隧道|桥梁|主[桥塔墩线]|特大桥|控制性|节点|路基|管廊|基坑|围堰|箱梁|幕墙|土建|架梁|铺轨|接触网|任务|"
    "首[座个段处][^，。；]{0,14}(?:工程|枢纽|站|所|隧道|桥|段|楼)"
)
_FIRST = re.compile("首[座个段处]")
_WORK = re.compile("[^，。；]{0,8}(?:工程|枢纽|站|所|隧道|桥|段|楼)")
_WHOLE = re.compile(
    "(?:及|和|与|等)?(?:附属|配套)|全部(?:工程|标段|建设)|整体|所有|全线(?=建成|通车|竣工|完工)"
)
_OTHER = re.compile(
    "以及|还有|另外|另[一有][家个座条处]|其[他它]|与此同时|走访|参观|观看|考察|视察|察看|查看|听取|督导|座谈|取代|代替|包括|涵盖|包含|基础上|(?:将|已|现)?有[0-9一二三四五六七八九十几数多]"
)
_ATTRIBUTE = re.compile(
    "了?(?:[在于到][^，。；、\n]{1,8})?的(?!项目|工程|[是基同前时])[\u4e00-\u9fff]"
)
_NEXT_VERB = re.compile("[、，,](?:[^、，,]{0,6})(?:建设|打造|组织|开展|设立|成立|举办|培育)")
_TAKES_PART = re.compile("参与|助力|支持|服务于?|用于|围绕")
_OF_PART = ("竣工", "投产")
# What stands behind a cue that has an object of its own: 上线24小时自助终端, 建成了三座桥.
_COUNTED = re.compile(
    "(?:了|过)?(?:[0-9一二三四五六七八九十百两几多]+(?:余|多)?(?:条|个|座|台|项|家|栋|处|套|所|间|小时)|一批|“|《)"
)
_OBJECT = re.compile(
    "(?!的|并|和|及|与|暨|或|后|前|以|时|在|于|至|到|中|等|也|又|仪式|典礼|启动|发电|送电|迎客|交付|并网|挂牌|运|投|使用|启用|通|建设|"
    "施工|生产|营业|试|速度|进|推进|实施|完|过半|成功|结束|阶段|达|验收|现场|工作|手续|协议|合同|已|将|预计|计划|"
    "大吉|提速|落地|竣工|公告|程序|基本|全部|全面|[近超约逾共仅累0-9一二三四五六七八九十百两])"
    "[\u4e00-\u9fffA-Za-z□]"
)
_NOUNS = re.compile("项目|企业|里程|部分|率|时间|区域|单位|方案")
# 大桥的选址, 公路的收费期限 are no stage of the works.
_OWNS = re.compile(
    "的(?!施工|建设|主体|各项|工程|前期|首|土建|[东南西北]|初步|可行|可研|环评|用地)"
)
_NEXT_ITEM = re.compile("、(?![^，。；]*等)")
_PLACED = re.compile("(?<![存正现])[在从向往]$")  # 列车在某某铁路投入运营
_NOMINAL = re.compile("的(?:陆续|相继|顺利|正式|全面|如期|尽快|逐步)?$")
# The words of a clause that goes on about the same subject.
_SAME = re.compile(
    "(?:目前|目下|眼下|如今|现在?|今|去|前|明|上|下|本|年|月|日|初|底|中旬|上旬|下旬|上半|下半|季度|号|点|分|时|"
    "[0-9一二三四五六七八九十○〇]|将|已经?|正式?|正在|于|在|自|至|从|到|约|预计|计划|拟|全部|全面|全线|总体|整体|"
    "也|并|均|都|且|同时|共|累计|刚刚?|又|还|仍|才|就|因|尚|未|没有?|能|可|有望|力争|争取|确保|即将|陆续|相继|"
    "先后|成功|顺利|如期|按期|提前|同步|同日|当日|当天|日前|近日|最近|今天|昨天|昨日|上午|下午|基本|初步|开始|进入|"
    "进行|完成|通过|实现|举行|启动|获得?|取得|处于|列入|纳入|由|项目|工程|该|此|其|一期|二期|三期|首期|首批|其中|"
    "主要|全市|全省|国家|省|市|县|区|对|把|被|建设|公开|现场|各项|前期|了|的|是|为|[□“”])*"
)
# A clause with a subject of its own: 配套建设某某通道，基地计划明年投运.
_SUBJECT = re.compile(
    "(?:整个|整座)?(基地|园区|港区|新区|新城|厂区|公司|集团|企业)(?=计划|将|预计|已|于|目前|拟)"
)
_TAKES = re.compile("(?:建设|续建|在建|获批|推进|加快|批复|谋划|筹划|储备|申报)$")
# Verbs whose object behind them is what they tell of, also right behind the name.
_TAKES_ANYWHERE = re.compile(
    "(?:建成|投运|投用|启用|上线|开通|签约|签订|签署|签下|核准|批复|推出)$"
)
_BARE, _NEAR = 4, 9  # characters of a clause before a cue, or a milestone, that need no look


def told_of(text: str, start: int, end: int, fact: Fact) -> Fact | None:
    """Return what a fact behind the name of a project says of the whole project.

    Parameters:
        text: The article.
        start, end: Of the name.
        fact: A stage told behind it in the same sentence.

    Returns:
        The fact; the project is under construction where only a part of it is ready; None where
        the words are of something else (新近动工的沙坪装置).

    Examples:
        >>> told_of("云岭高铁首座隧道竣工", 0, 4, Fact(8, 10, "竣工", True)).stage
        '在建'
        >>> told_of("云岭基地，以及新近动工的沙坪装置", 0, 4, Fact(9, 11, "开工", True)) is None
        True
    """
    if _OTHER.search(text, end, fact.start):
        return None
    weak = fact.sure and fact.stage in ("前期", "在建", "在谈")
    if weak and _NEXT_ITEM.search(text, end, fact.start):
        return None  # a word inside a further item: A、家纺软装饰中心
    if weak and _OWNS.match(text, end):
        return None
    if fact.stage == "前期" and fact.sure and _ATTRIBUTE.match(text, fact.end):
        return None
    if fact.stage in MILESTONES and _NOUNS.match(text, fact.end):
        return None
    if _ATTRIBUTE.match(text, fact.end) and _CLAUSE.search(text, end, fact.start):
        return None
    if fact.stage not in ("在建", "前期") and _PLACED.search(text, max(0, start - 2), start):
        return None
    low = end
    for mark in _CLAUSE.finditer(text, end, fact.start):
        low = mark.end()
    if low > end and not _goes_on(text, low, fact):
        return None
    other = _SUBJECT.match(text, low) if low > end else None
    if other and not text.endswith(other[1], start, end):
        return None
    if _COUNTED.match(text, fact.end):
        return None
    if _TAKES_ANYWHERE.search(text, low, fact.end) and _OBJECT.match(text, fact.end):
        return None
    if fact.stage not in _OF_PART or not fact.sure:
        return fact
    dug = text[fact.start : fact.end].endswith("贯通") and text.endswith("隧道", 0, end)
    first = _FIRST.search(text, low, fact.start) and _WORK.match(text, fact.end)
    listed = text.startswith("、", end)  # A、B中段及C南延开通
    told = first or (not listed and _PART.search(text, low, fact.start))
    part = told and not _WHOLE.search(text, low, fact.end)
    return Fact(fact.start, fact.end, "在建", True) if dug or part else fact


def governs(text: str, fact: Fact, start: int) -> bool:
    """Say whether a stage told before a name is told of it, not of what stands between.

    Parameters:
        text: The article.
        fact: A stage told in the same clause.
        start: Where the name begins.

    Examples:
        >>> governs("签约体检中心、建设转化平台", Fact(0, 2, "签约", True), 9)
        False
    """
    if _TAKES_PART.search(text, fact.end, start):
        return False
    return _NEXT_VERB.search(text, fact.end, start) is None


def _goes_on(text: str, low: int, fact: Fact) -> bool:
    """Whether a later clause is about the project: 目前已开工; not 李河察看施工, 新开工两座桥."""
    if _NOMINAL.search(text, low, fact.start):
        return False
    before = fact.start - low
    milestone = not fact.sure or fact.stage in MILESTONES
    takes = milestone or _TAKES.search(text, low, fact.end) is not None
    if before <= _BARE and takes and _OBJECT.match(text, fact.end):
        return False
    if before <= (_NEAR if milestone else _BARE):
        return True
    return bool(_SAME.fullmatch(text, low, fact.start) or _PART.match(text, low))

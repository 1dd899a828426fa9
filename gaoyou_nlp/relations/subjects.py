"""Tells whether a stage is told of a project itself, of a part of it, or of something else."""

from __future__ import annotations

import re

from gaoyou_nlp.relations.stages import MILESTONES, Fact

_CLAUSE = re.compile("[，,；;：:。\n]")
_PART = re.compile(
    "主体|桩基|标段|[东南西北中]段|第[一二三四五六七八九十0-9]{1,3}(?:座|标|段|合同段)|"
    "配电所|变电所|隧道|桥梁|主[桥塔墩线]|特大桥|控制性|节点|路基|管廊|基坑|围堰|箱梁|幕墙|土建|"
    "首[座个段处][^，。；]{0,14}(?:工程|枢纽|站|所|隧道|桥|段|楼)"
)
_FIRST = re.compile("首[座个段处]")
_WORK = re.compile("[^，。；]{0,8}(?:工程|枢纽|站|所|隧道|桥|段|楼)")
_WHOLE = re.compile("(?:及|和|与|等)?(?:附属|配套)|全部|整体|所有|均|全线(?=建成|通车|竣工|完工)")
_OTHER = re.compile(
    "以及|还有|另外|另[一有][家个座条处]|其[他它]|与此同时|走访|参观|观看|考察|视察|座谈|取代|代替"
)
_ATTRIBUTE = re.compile("了?的(?!项目|工程|[是基同前时])[\u4e00-\u9fff]")
_NEXT_VERB = re.compile("[、，,](?:[^、，,]{0,6})(?:建设|打造|组织|开展|设立|成立|举办|培育)")
_OF_PART = ("竣工", "投产")
# Cues that take an object: 上线自助终端 tells nothing of the airport that it stands behind.
_TRANSITIVE = re.compile(
    "(?:上线|启用|开通|交付|推进|加快|安装|装修|装饰|论证|铺设|建成|开工|动工|竣工|投产|投用|签约|签署|"
    "签订|续建|在建|招标|审批|批复|申报|谋划|储备|推动|通车|启动建设|开工建设|规划建设)$"
)
_OBJECT = re.compile(
    "(?:了|过)?(?!的|并|和|及|与|暨|或|后|前|以|时|在|于|至|到|中|等|也|又|仪式|典礼|运[营行转]|"
    "投[入产用运]|使用|启用|通[车水航行]|建设|施工|生产|营业|试|速度|进[度展行]|推进|实施|完成|过半|成功|完毕|"
    "结束|阶段|达|验收|现场|工作|手续|协议|合同|已|将|预计|计划|大吉|提速|落地|竣工|投产|公告|程序|"
    "[近超约逾共仅累]|[0-9一二三四五六七八九十百两]+(?:个?[多余]?[年月天日周]|公里|千?米|成|%|％))"
    "[\u4e00-\u9fffA-Za-z0-9]"
)
_NOUNS = re.compile("项目|企业|里程|部分|率|时间|计划|区域|单位|方案")
_OWN = re.compile(
    "(?:项目|工程|该|目前|目下|眼下|现|今|去|前|明|将|已|正|于|在|自|至|约|预计|计划|拟|全|总|整|也|并|均|都|"
    "一期|二期|三期|首期|其中|主|且|同时|分|共|累计|[0-9一二三四五六七八九十]|上|下|年|月|日|初|底|中旬|刚|又|"
    "还|仍|才|就|因|经|未|尚|没)"
)
_BARE = 4  # characters of a clause before a cue that need no look


def told_of(text: str, end: int, fact: Fact) -> Fact | None:
    """Return what a fact behind the name of a project says of the whole project.

    Parameters:
        text: The article.
        end: Where the name ends.
        fact: A stage told behind it in the same sentence.

    Returns:
        The fact; the project is under construction where only a part of it is ready; None where
        the words are of something else (新近动工的沙坪装置).

    Examples:
        >>> told_of("云岭高铁首座隧道竣工", 4, Fact(8, 10, "竣工", True)).stage
        '在建'
        >>> told_of("云岭基地，以及新近动工的沙坪装置", 4, Fact(9, 11, "开工", True)) is None
        True
    """
    if _OTHER.search(text, end, fact.start):
        return None
    if fact.stage in MILESTONES and _NOUNS.match(text, fact.end):
        return None
    if _ATTRIBUTE.match(text, fact.end) and _CLAUSE.search(text, end, fact.start):
        return None
    low = end
    for mark in _CLAUSE.finditer(text, end, fact.start):
        low = mark.end()
    if low > end and not _has_no_other_subject(text, low, fact):
        return None
    if _TRANSITIVE.search(text, low, fact.end) and _OBJECT.match(text, fact.end):
        return None
    if fact.stage not in _OF_PART or not fact.sure:
        return fact
    dug = text[fact.start : fact.end].endswith("贯通") and text.endswith("隧道", 0, end)
    first = _FIRST.search(text, low, fact.start) and _WORK.match(text, fact.end)
    part = (first or _PART.search(text, low, fact.start)) and not _WHOLE.search(text, low, fact.end)
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
    return _NEXT_VERB.search(text, fact.end, start) is None


def _has_no_other_subject(text: str, low: int, fact: Fact) -> bool:
    """Whether a later clause goes on about the project: 目前已开工; not 李河察看施工进度."""
    if fact.start - low <= _BARE or not fact.sure or fact.stage in MILESTONES:
        return True
    return bool(_OWN.match(text, low) or _PART.search(text, low, fact.end))

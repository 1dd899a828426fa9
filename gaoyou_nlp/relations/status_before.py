"""Reads the stages of a project before its name, in its sentence and in the headline."""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.relations.leads import GROUP
from gaoyou_nlp.relations.settled import is_settled
from gaoyou_nlp.relations.stages import MILESTONES, Fact, is_put_off, put_off
from gaoyou_nlp.relations.status_behind import after, list_kinds
from gaoyou_nlp.relations.status_context import Context, Place
from gaoyou_nlp.relations.subjects import fact_about, governs, is_software

_TABLE = "relations/project_contexts.tsv"

_NEAR = 200  # characters before a name in which a plan of years may stand
# A verb that urges something on says only that it is under way where work is named behind it.
_URGES = re.compile("(?:加快|加紧|抓紧|推动)?(?:加快|推进|推动)")
_PREPARED = re.compile("[^，。；\n]{0,24}前期(?:准备)?(?:工作|手续)")
_OF_SEVERAL = re.compile("{of several}", words=_TABLE)
# What one project, found or not, holds or has done is about that one: 甲项目成功签约，乙项目….
_HOLDS = re.compile(
    "(?<![个点大批])(?:项目|工程)"
    "(?:[^，。；\n项个批]{0,6}(?:举行|举办|迎来)[^，。；\n]{0,4}|已|{succeeds})$|"
    "[该此](?:项目|工程)[^，。；\n]{0,16}$",
    words=_TABLE,
)
# 首个签署…的国家: what stands before a noun is about that noun; 签约的项目有… is of the projects.
_OF_NOUN = re.compile("[^，。；\n]{0,24}的(?![^，。；\n]{0,14}(?:项目|工程|有|是))[^，。；\n]+，")
_YEAR_AHEAD = re.compile("(?<![0-9一二三四五六七八九十几])年内|明年|后年|下半年|年底前|今年[将要]")
_AMONG = re.compile("[ 　]*其中，?")
_SHARED = ("签约", "开工")
# What a plan of years says of a work means at most that it has not begun.
_HORIZON = re.compile(
    "(?:未来|今后)[一二三四五六七八九十0-9两几]+(?:至[一二三四五六七八九十0-9]+)?年|"
    "(?<![0-9])到20[2-5][0-9]年|十[四五]五[”’]?(?:期间|末|时期)[^。；\\n]{0,20}(?:将|要|力争)|"
    "今后一个时期|展望[“‘]?(?:十[四五六]五|未来|20[2-5][0-9])"
)
_LISTS = re.compile("(?:分别|依次|包括|有(?![力效利序望关限])|即(?!将)|主要|其中)")
_CLAUSE_END = re.compile("[，。；\n]")
_TENDERS = re.compile("中标|招标|投标|采购")
_SCOPE = re.compile("内容|范围|需求|人|文件|方式|代理")
_ALREADY = re.compile("已(?:全部|全面|基本|顺利)?完成了?[“‘]?")
_BUILDING = re.compile("(?:[楼院局校馆]|酒店|大厦)$")  # 空调企业中标某某办公楼
_COMPLETES = re.compile("完成(?:了)?[“‘]?$")
_IS_COMPLETED = re.compile(
    "[”’]?(?:等[^，。；\n]{0,8})?(?:建设|改造|项目|工程|任务)*(?=[，。；、\n]|$)"
)
_BEGINS = re.compile("(?:启动|实施|开工)[“‘]?$")
_BY_A_DAY = re.compile(
    "(?:[日号月旬底年末夕]|季度|[一五十]一|节)前(?:要|须|必须|将|全面|全部|基本)*$"
)
# 签署合作备忘录，集团将在沙坪设立…: what is to be built by a contract is agreed upon.
_SIGNED = re.compile(
    "(?:签署|签订|签下)了?[^，。；\n]{0,14}(?:备忘录|协议|合同)[，。](?:根据协议，|按照协议，)?"
    "[^，。；\n]{0,14}(?:将|拟|计划)[^，。；\n]{0,12}(?:{set up by contract})"
    "[^，。；\n]{0,20}$",
    words=_TABLE,
)
_OTHER_CONTRACT = re.compile(
    r"的[^，。；\n]{0,8}(?:{contract at work})[^，。；\n]{0,4}(?:合同|协议)", words=_TABLE
)
"""签署某某气田的产品分成合同: signed is what something at work gives or takes."""
_PART_OF_NAME = re.compile(
    r"的?(?:{part of the works})[^，。；、\n]{0,4}(?:{works in part})", words=_TABLE
)
_IS_SET_UP = re.compile("[^，。；\n]{0,10}(?:{set up})", words=_TABLE)
_NEXT_STEP = re.compile("下一步|今后|(?<!即)将(?:{goes on to})", words=_TABLE)
"""下一步，全省将…，推进…建设: what is urged on lies ahead."""
_FUNDS = re.compile("(?:争取|申请|申报|申领)(?:了|到)?[“‘]?$")
_ARE_FUNDS = re.compile("[”’]?(?:项目|工程)?(?:的)?(?:专项|补助|建设|扶持|上级|中央)*资金")
_WORKS = re.compile(
    r'[”"》]?(?:等[^，。；\n、]{0,12})?(?:项目|工程)?的?[^，。；\n]{0,6}(?:{work})',
    words="relations/stage_words.tsv",
)
"""Work that is named behind a name: …的施工, …等项目建设."""
_PART_OF_WORK = re.compile(r"(?:的|[\u4e00-\u9fff]{0,2})(?:{trade})", words=_TABLE)
"""中标某某铁路的通信工程: what is won is a part, not the railway."""
_HAS_DONE = re.compile("{has done}", words=_TABLE)
_COUNTED = re.compile("[0-9一二三四五六七八九十百]+(?:个|项)[^，。；\n]{0,16}?(?:项目|工程)")
_AMONG_THEM = re.compile("[，,]其中[，,]?(?:包括|含|有|为)[：:“]?$")


@cache
def _class() -> re.Pattern[str]:
    """The class of a list at the beginning of its line: 续建类：, 前期项目3个：."""
    kinds = "|".join(list_kinds())
    return re.compile(
        "[ 　]*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．][ 　]?)?"
        f"({kinds})(?:类|的)?(?:项目)?(?:共|有|计)?(?:[0-9]{{1,3}}个)?(?:项目)?[：:]"
    )


def _is_one_of_several(text: str, fact: Fact) -> bool:
    """Whether a cue only stands in a list of stages: 签约、开发、开工的项目包括…."""
    return text.startswith("、", fact.end) or text[max(0, fact.start - 1) : fact.start] == "、"


def _is_old(text: str, fact: Fact, place: Place) -> bool:
    """Whether planning is over, or a verb tells no stage: 统一规划建设, 筹建的…正式成立, 建好….

    建好 before a name is what is to be done, unless 了 or 已 stand beside it; software is opened
    and no works.
    """
    word = text[fact.start : fact.end]
    if word in ("建好", "修好", "建完"):
        return not (text.startswith("了", fact.end) or text.endswith("已", 0, fact.start))
    if word in ("上线", "开通", "启用"):
        return is_software(text[slice(*place)])
    if word == "规划建设":
        return text.endswith(("统一", "科学", "合理", "高标准", "高起点"), 0, fact.start)
    return word == "筹建" and _IS_SET_UP.match(text, place[1]) is not None


def _is_other_contract(text: str, place: Place, fact: Fact) -> bool:
    """Whether what is signed is a contract of something at work: …电厂的供煤协议."""
    return fact.stage == "签约" and _OTHER_CONTRACT.match(text, place[1]) is not None


def before(context: Context, place: Place) -> list[Fact]:
    """What stands right before the name in its clause: 去年动工的…, 启动…."""
    text = context.text
    low, _ = context.sentence(place)
    previous = context.previous(place[0])
    clause = max(text.rfind(mark, low, place[0]) + 1 for mark in "，,")
    if _LISTS.match(text, clause, place[0]):
        clause = low
    since = max(low, clause, previous[1] if previous else 0)
    opens = previous[1] if previous else 0
    signed = _SIGNED.search(text, max(opens, place[0] - _NEAR // 2), place[0])
    if signed is not None:
        return [Fact(*signed.span(), "签约", True)]
    facts = context.between(since, place[0])[-1:]
    facts = [fact for fact in facts if governs(text, fact, place[0])]
    if not facts:
        return _by_verb(text, low, clause, place)
    (fact,) = facts
    if _is_other_contract(text, place, fact):
        return []
    if _is_one_of_several(text, fact) or is_settled(text, *place, fact):
        return []
    if fact.stage in MILESTONES and text.startswith("以来", place[1]):
        return []
    if _TENDERS.match(text, fact.start) and _is_of_a_part(text, place, fact):
        return []
    if text[fact.start : fact.end] == "抓紧":
        return [Fact(fact.start, fact.end, "在建", True)] if _WORKS.match(text, place[1]) else []
    if _ALREADY.fullmatch(text, fact.start, place[0]) and _IS_COMPLETED.match(text, place[1]):
        return [Fact(fact.start, fact.end, "竣工", True)]
    if _is_old(text, fact, place):
        return []
    if _URGES.fullmatch(text, fact.start, fact.end):
        if _NEXT_STEP.search(text, low, fact.start):
            return []
        urged = _urged(context, place, fact)
        if urged is not None:
            return urged
    line = text.rfind("\n", max(0, place[0] - _NEAR), place[0]) + 1
    if _HORIZON.search(text, max(line, place[0] - _NEAR), fact.start):
        fact = put_off(fact)
        return [fact] if fact.stage == "前期" else []
    return [put_off(fact) if _YEAR_AHEAD.search(text, low, place[0]) else fact]


def _is_of_a_part(text: str, place: Place, tender: Fact) -> bool:
    """Whether what is tendered is a part of the work, or of a building: 中标某某铁路的通信工程."""
    return bool(
        _PART_OF_WORK.match(text, place[1])
        or _SCOPE.match(text, tender.end)
        or _BUILDING.search(text, *place)
    )


def _urged(context: Context, place: Place, fact: Fact) -> list[Fact] | None:
    """What a verb of urging says of a name: 加快…前期工作; None where it says that it is built."""
    text = context.text
    prepared = _PREPARED.match(text, place[1])
    if prepared:
        return [Fact(*prepared.span(), "前期", True)]
    aims = [aim for aim in after(context, place)[:1] if not aim.sure]
    is_built = text.startswith(("建设", "施工"), fact.end) or _WORKS.match(text, place[1])
    return aims if aims or not is_built else None


def _by_verb(text: str, low: int, clause: int, place: Place) -> list[Fact]:
    """What a verb means only with the name as its object: 10月底前完成…; 争取…资金."""
    start, end = place
    completes = _COMPLETES.search(text, clause, start)
    if completes and _PART_OF_NAME.match(text, end):
        return [Fact(completes.start(), start, "在建", True)]
    if completes and _IS_COMPLETED.match(text, end):
        if _HAS_DONE.search(text, clause, start):
            return [Fact(completes.start(), start, "竣工", True)]
        if _BY_A_DAY.search(text, clause, completes.start()):
            return [Fact(completes.start(), start, "在建", False)]
    begins = _BEGINS.search(text, clause, start)
    if begins and _IS_COMPLETED.match(text, end) and _YEAR_AHEAD.search(text, low, start):
        return [Fact(begins.start(), start, "前期", False)]
    funds = _FUNDS.search(text, clause, start)
    if funds and _ARE_FUNDS.match(text, end):
        return [Fact(funds.start(), start, "前期", True)]
    return []


def anywhere(context: Context, place: Place) -> list[Fact]:
    """The nearest milestone of the sentence that holds for all: 开工, 签约."""
    text = context.text
    low, high = context.sentence(place)
    costs = []
    for fact in context.between(low, high):
        if (
            fact.stage not in _SHARED
            or _is_one_of_several(text, fact)
            or is_settled(text, *place, fact)
        ):
            continue
        if fact.start < place[0] and _is_other_contract(text, place, fact):
            continue
        if fact.start >= place[1]:
            if fact_about(text, *place, fact) is None:
                continue
            gap = fact.start - place[1] + 6 * text.count("，", place[1], fact.start)
        elif _is_of_another(context, low, fact, place[0]) or (
            "，" in text[fact.end : place[0]] and not _OF_SEVERAL.search(text, low, place[0])
        ):
            continue
        else:
            gap = 8 + place[0] - fact.end + 8 * text.count("，", fact.end, place[0])
        costs.append((gap, fact.start, fact))
    return [min(costs)[2]] if costs else []


def _is_of_another(context: Context, low: int, fact: Fact, start: int) -> bool:
    """Whether a fact before a name belongs to a noun or to a project of its own clause."""
    text = context.text
    if _HOLDS.search(text, max(low, fact.start - 20), fact.start):
        return True
    if _OF_NOUN.match(text, fact.end, start):
        return True
    previous = context.previous(fact.start)
    if previous is None or previous[0] < low:
        return False
    return _CLAUSE_END.search(text, previous[1], fact.start) is None


def of_group(context: Context, place: Place) -> list[Fact]:
    """What the sentence before says of the group that a name belongs to: 集中开工…。其中，…."""
    text = context.text
    low, _ = context.sentence(place)
    if not _AMONG.match(text, low, place[0]) or not text.startswith("。", low - 1):
        return []
    since = max(text.rfind(mark, max(0, low - _NEAR), low - 1) for mark in "。；\n") + 1
    group = GROUP.search(text, since, low)
    if group is None or is_put_off(text, group.start(group.lastindex or 0)):
        return []
    return context.between(group.start(group.lastindex or 0), low)[:1]


def of_listing(context: Context, place: Place) -> list[Fact]:
    """What the clause before says of all that it counts: 31个项目公开招标，其中包括…."""
    text = context.text
    low, _ = context.sentence(place)
    counted = _COUNTED.search(text, low, place[0])
    among = _AMONG_THEM.search(text, low, place[0])
    if counted is None or among is None:
        return []
    facts = context.between(counted.end(), among.start())
    return [] if context.previous(place[0]) not in (None, context.previous(low)) else facts[-1:]


def of_class(context: Context, place: Place) -> list[Fact]:
    """What the class says that a line of a list opens with: 续建类3个：甲桥；乙泵站."""
    text = context.text
    low = text.rfind("\n", max(0, place[0] - _NEAR), place[0]) + 1
    head = _class().match(text, max(low, place[0] - _NEAR), place[0])
    return [] if head is None else [Fact(head.start(1), head.end(1), list_kinds()[head[1]], True)]


def headline(context: Context, place: Place) -> list[Fact]:
    """What headline or beginning says of all, for the lists of the first lines."""
    lead = context.lead
    if lead.stage is None or place[0] >= lead.end:
        return []
    listed = place not in context.names or context.text.startswith("等", place[1])
    if context.between(*context.whole(place)) or not (listed or lead.counts):
        return []
    return [Fact(0, 0, lead.stage, True)]

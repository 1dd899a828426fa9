"""Public bodies: organs of Party and state, their departments and offices, public institutions.

A body's name is read from its ending (局, 委, 人大常委会, 法院, 中学 …) to the left, up to what
anchors it: a named area (清河县水利局), an elided level (县水利局), the state (国家能源局). A few
kinds stand without anchor: departments by their field (财政局), sections of the Party (宣传部).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from gaoyou_nlp.components.edges import Words, words_of
from gaoyou_nlp.lexicon.tables import alternation, words
from gaoyou_nlp.records import Span

# Endings of names that need an anchor on their left, with what must not follow.
_ENDINGS = {
    "": "人民政府 政府 人大常委会 人大 人代会常务委员会 人民代表大会常务委员会 人民代表大会 政协 政治协商会议 纪委监委 纪委 监委 纪工委 "
    "监察委员会 纪律检查委员会 委员会 组织部 宣传部 统战部 政法委 武装部 人武部 社会工作部 机关工委 党工委 工委 团委 妇联 残联 工商联 "
    "科协 文联 侨联 作协 记协 关工委 总工会 工会 红十字会 红会 党校 行政学院 常委会 指挥部 领导小组 组委会 筹委会 巡视组 巡察组 督查室 督察组 "
    "督查组 政研室 研究室 办公厅 办公室 人民法院 中级人民法院 高级人民法院 法院 检察院 人民检察院 法庭 公安局 公安厅 公安分局 分局 总局 "
    "派出所 支队 大队 中队 总队 救援队 管理处 管委会 管理委员会 管理局 行政公署 行署 办事处 村委会 居委会 村民委员会 居民委员会 "
    "党支部 党总支 联合党委 融媒体中心 服务中心 交易中心 代办中心 指挥中心 审批中心 疾控中心 预防控制中心 管理中心 信息中心 监测中心 "
    "评审中心 储备中心 推广中心 担保中心 检测中心 检验中心 研究中心 培训中心 救援中心 监督中心 结算中心 预警中心 鉴定中心 登记中心 档案中心 就业中心 政府采购中心 促进中心 救助中心 核算中心 调度中心 发展中心 医疗中心 急救中心 会计中心 征收中心 科学院 农科院 社科院 研究院 研究所 "
    "设计院 勘察院 勘测设计院 规划院 文化馆 博物馆 图书馆 档案馆 医院 卫生院 中医院 保健院 卫生所 中学 小学 学校 大学 学院 幼儿园 "
    "职高 职中 供电公司 供电所 气象台 地震台 监测站 服务站 水利站 管理站 工作站 质监站 经管站 文化站 广播站 防疫站 安监站 种子站 土肥站 植保站 计生站 运管站 兽医站 农技站 财政所 国土所 司法所 工商所 税务所 "
    "民政所 运管所 管理所 看守所 电视台 广播电台 电台 广电台 报社 日报社 慈善总会 慈善会 商会 协会 学会 联合会 促进会 联盟 基金会 "
    "研究会 志愿者协会 信用联社 农信联社 农信社 联社 供销社 军分区 消防救援大队 海事局 港务局 农场 林场 监狱 大使馆 总领事馆 领事馆 "
    "实验中学 实验小学 审计委员会",
    "学级": "一中 二中 三中 四中 五中 六中 七中 八中 一小 二小 三小",
    "面势限部长": "局",
    "长堂级": "厅",
    "员托派培任": "委",
    "法理公案事学证好成结实税完": "办",
    "技学长级研目普幻员委协": "科",
    "理置于级罚分境长": "处",
    "长份": "股",
    "长": "庭",
}
_BARE_SUFFIXES = "局 委 厅 办 部 委员会 办公室 总局"
_BARE = (
    "市委 县委 区委 省委 州委 地委 盟委 旗委 自治区党委 自治州党委 兵团党委 政法委 组织部 宣传部 统战部 "
    "纪委 监委 纪委监委 人民法院 人民检察院 公安局 公安分局 派出所 交警大队 交警支队 巡警大队 特警支队 消防大队 消防支队 消防救援大队 "
    "消防救援支队 人大常委会 团委 妇联 工商联 残联 总工会 科协 文联 发改委 农办 编办 台办 外办 侨办 "
    "招商办 重点办 督查室 行政服务中心 政务服务中心 公共资源交易中心 疾控中心 融媒体中心 供电公司 移动公司 联通公司 电信公司 "
    "自来水公司 烟草局 国税局 地税局 电业局 农工办 财经委 国安局 网信办 改革办 信访办 执行局 红十字会 慈善总会"
)
_LEVELS = frozenset(
    [
        "省",
        "市",
        "县",
        "区",
        "州",
        "盟",
        "旗",
        "镇",
        "乡",
        "村",
        "地区",
        "街道",
        "自治区",
        "自治州",
        "自治县",
        "兵团",
        "中央",
        "国家",
        "全国",
        "中共",
        "国务院",
        "中国",
        "中华",
        "各级",
    ]
)
_LEVEL_BODIES = ("县委", "市委", "区委", "省委", "州委", "地委", "盟委", "旗委")
_HAN = re.compile("[\u4e00-\u9fff“”（）()、·0-9A-Za-z]+")
_PARTY = re.compile("委(?![员托派培任])")
_LEADING = re.compile(
    "[省市县区州盟旗镇乡村](?=[\u4e00-\u9fff])|自治[区州县]|街道|地区(?=[党委政扶财发教水])|国家(?!级|的|和|队)|全国|中共|国务院|中央|兵团|中国|武警"
)


_REGION_PARTY = re.compile("(?:自治区|自治州|兵团)党委")
_OFFICE_POST = re.compile(
    "(?<=[\u4e00-\u9fff]{2})([办科股])(?=(?:原|常务)?副?(?:主任|科长|股长)(?!科员))"
)
_PARTIES = re.compile(
    "(?:中国人民政协|政协|中国共产党|中共|民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)$"
)
_ASSEMBLY = re.compile(
    "(?:第?[一二三四五六七八九十]+届)?(?:委员会(?:常务委员会|常委会)?|(?:人民代表大会|人大)?(?:常务委员会|常委会))(?!第|组成|[一二三四五六七八九十]+届)|"
    "(?:第?[一二三四五六七八九十]+届)?委员会(?=第)"
)


@cache
def _ending() -> re.Pattern[str]:
    parts = []
    for forbidden, names in _ENDINGS.items():
        for name in names.split():
            parts.append((name, forbidden))
    parts.sort(key=lambda part: -len(part[0]))
    longest = alternation({name for name, _ in parts})
    return re.compile(longest)


@cache
def _forbidden() -> dict[str, str]:
    return {name: after for after, names in _ENDINGS.items() for name in names.split()}


@cache
def _bare() -> frozenset[str]:
    fields = words("department_fields.txt")
    made = {field + suffix for field in fields for suffix in _BARE_SUFFIXES.split()}
    return frozenset(made | set(_BARE.split())) - _NO_BARE


_TITLE_CUT = re.compile("长(?!江|城|春|沙|期|远|效)|们")
_NO_BARE = frozenset(
    [
        "工业部",
        "建设部门",
        "项目部",
        "项目办",
        "数据局x",
        "投资部",
        "计划部",
        "科学部",
        "规划部",
        "信息化部",
        "信息产业委",
        "商业部",
        "贸易部",
        "创建委",
    ]
)


def find_bodies(text: str, found: Sequence[Span]) -> Iterator[Span]:
    """Propose public bodies.

    Parameters:
        text: Any text.
        found: Candidates of earlier proposers: areas anchor names, amounts end them.

    Yields:
        ORG candidates; they may overlap.

    Example:
        >>> [s.text for s in find_bodies("由市住房和城乡建设局与县财政局办公室负责", [])]
        ['市住房和城乡建设局', '县财政局办公室']
    """
    cut = words_of(text)
    areas = {s.end: s.start for s in found if s.label == "GPE"}
    starts = {s.start: s.end for s in found if s.label == "GPE"}
    bare = _bare()
    forbidden = _forbidden()
    last_end = 0
    for match in _ending().finditer(text):
        name, stop, end = match[0], match.start(), match.end()
        after = text[end : end + 1]
        if after and after in forbidden[name]:
            continue
        if end not in cut.edge_set or _is_plain(text, stop, end, cut):
            continue
        left = cut.name_start(stop, floor=0, window=24, through=_THROUGH)
        anchor = _anchor(text, left, stop, starts, last_end, cut)
        if anchor is None and stop - left < 8:
            anchor = _behind_verb(text, left, areas, cut)
        if anchor is not None and _sound(text, anchor, stop, end, name, starts):
            start = _chain(text, anchor, areas)
            yield Span(start, end, "ORG", text[start:end], "org.body")
            last_end = end
            continue
        start = _bare_start(text, stop, end, bare, cut)
        if start is not None:
            yield Span(start, end, "ORG", text[start:end], "org.department")
            last_end = end
    yield from _party(text, areas, cut)
    for match in _REGION_PARTY.finditer(text):
        start = _chain(text, match.start(), areas)
        yield Span(start, match.end(), "ORG", text[start : match.end()], "org.committee")
    for match in _OFFICE_POST.finditer(text):
        start = cut.name_start(match.start(1), window=6)
        if 2 <= match.start(1) - start <= 5 and not any(c in "省市县区" for c in text[start]):
            yield Span(start, match.end(1), "ORG", text[start : match.end(1)], "org.office")
    for match in _ASSEMBLY.finditer(text):
        start = areas.get(match.start())
        if start is not None:
            start = _chain(text, start, areas)
            party = _PARTIES.search(text, max(0, start - 7), start)
            start = party.start() if party else start
            yield Span(start, match.end(), "ORG", text[start : match.end()], "org.assembly")


_THROUGH = frozenset(
    [
        "和",
        "与",
        "及",
        "工作",
        "发展",
        "改革",
        "监督",
        "管理",
        "领导",
        "指挥",
        "第一",
        "第二",
        "第三",
        "第四",
        "第五",
        "建设",
        "安全",
        "生产",
        "应对",
        "执行",
        "代表",
        "县委",
        "市委",
        "区委",
        "省委",
        "州委",
        "地委",
        "关心",
        "下一代",
        "重点项目",
        "重大项目",
        "重点工程",
        "重大工程",
        "工业项目",
        "企业",
        "综合",
        "创建",
        "整治",
        "党工委",
        "项目建设",
        "疫情",
        "处置",
        "突发",
        "单位",
        "直属",
        "资产",
        "经营",
    ]
)
_TITLE_AFTER = re.compile(
    "(?:常务|第一|原|代|党组|党委)?(?:副)?(?:组织|宣传|统战|纪检|政法|政协)?(?:书记|主任|主席|委员|秘书|巡视员|调研员|专职)|成员|主要领导|主要负责"
)
_PLAIN = frozenset(
    [
        "布局",
        "格局",
        "结局",
        "大局",
        "全局",
        "开局",
        "时局",
        "政局",
        "当局",
        "棋局",
        "僵局",
        "困局",
        "战局",
        "变局",
        "大厅",
        "客厅",
        "餐厅",
        "歌厅",
        "舞厅",
        "展厅",
        "兴办",
        "开办",
        "举办",
        "合办",
        "创办",
        "好处",
        "到处",
        "处处",
        "用处",
        "办公处",
        "坏处",
        "长处",
        "大科",
        "学科",
        "内科",
        "外科",
        "专科",
        "本科",
        "理科",
        "文科",
        "百科",
        "出庭",
        "家庭",
        "天庭",
        "当庭",
        "持股",
        "控股",
        "参股",
        "入股",
    ]
)
_INNER_BODIES = (
    "党委",
    "党工委",
    "党组",
    "党支部",
    "党总支",
    "管委会",
    "管理委员会",
    "审判委员会",
    "村委会",
    "居委会",
    "工委",
)
_NOT_NAMES = re.compile(
    "[，。；：！？,;:!?]|(?<![0-9])[0-9]+[个名家条支]|组织(?!部)|(?:局|委|会|院|部|厅)(?:联合|会同|牵头|将|已)"
)


def _anchor(
    text: str, left: int, stop: int, starts: dict[int, int], last_end: int, cut: Words
) -> int | None:
    """Return where the anchor of a name stands: an area, a level, the state.

    It is the first one on the way to the ending, or the first after a conjunction or after a
    whole body: 县财政局和县审计局, 区委区政府.
    """
    if left < last_end <= stop and (last_end in starts or _level_at(text, last_end, stop, cut)):
        left = last_end
    at = left
    first = None
    while at <= stop:
        here = (at in starts and starts[at] <= stop) or _level_at(text, at, stop, cut)
        if here and at not in starts and at > left and not _free_before(text, at, left, cut):
            here = False
        if here and (first is None or text[at - 1] in "和与及同"):
            first = at
        at += 1
    return first


def _is_plain(text: str, stop: int, end: int, cut: Words) -> bool:
    """Whether the ending is the end of a common word (兴办, 大厅) or of a count (3所)."""
    if text[stop - 1 : stop] in tuple("0123456789多几两各每某数"):
        return end - stop == 1
    word = text[cut.start_before(end) : end]
    return end - stop == 1 and (word in words("edge_words.txt") or word in _PLAIN)


def _chars(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    return zip(range(start, end), text[start:end], strict=True)


@cache
def _joined() -> frozenset[str]:
    """Conjunctions inside the names of departments, each with the characters beside it."""
    fields = [*words("department_fields.txt"), "资产和财务", "宣传和统战", "协调与应急", "人才和人"]
    return frozenset(
        field[at - 1 : at + 2] for field in fields for at, c in enumerate(field) if c in "和与及"
    )


def _behind_verb(text: str, left: int, areas: dict[int, int], cut: Words) -> int | None:
    """An anchor right before a verb that belongs to the name: 县招生办公室, 区征迁办."""
    if left < 3 or left not in cut.edge_set:
        return None
    word = cut.start_before(left)
    if not 2 <= left - word <= 4 or text[word] in "联会由请对":
        return None
    if word in areas:
        return areas[word]
    before = cut.start_before(word)
    return before if text[before:word] in _LEVELS else None


def _free_before(text: str, at: int, left: int, cut: Words) -> bool:
    """Whether an elided level may begin behind what stands there: a word, not half a name."""
    before = cut.start_before(at)
    return before < left or at - before > 1 or text[before] in "和与及同、）”"


def _level_at(text: str, at: int, stop: int, cut: Words) -> bool:
    if at not in cut.edge_set:
        return False
    leading = _LEADING.match(text, at)
    return bool(leading and leading.end() <= stop and not _inside_word(text, at, cut))


def _inside_word(text: str, at: int, cut: Words) -> bool:
    """Whether a level's character belongs to a longer word: 市场, 区域, 村庄."""
    word = text[at : cut.end_after(at)]
    if len(word) == 1 or word in _LEVELS or word in _LEVEL_BODIES:
        return False
    if word.startswith(("国家", "全国", "中国", "武警", "中共", "自治", "街道", "国务")):
        return False
    return not (word[1:] in _bare() or word.endswith(("政府", "政协", "人大", "委")))


def _sound(text: str, anchor: int, stop: int, end: int, name: str, starts: dict[int, int]) -> bool:
    body = text[starts.get(anchor, anchor) : end]
    if len(body) < 2 or "、" in text[anchor:stop] or _NOT_NAMES.search(text, anchor, stop):
        return False
    if any(
        c in "和与及" and text[at - 1 : at + 2] not in _joined()
        for at, c in _chars(text, anchor, stop)
    ):
        return False
    if name == "委" and text[stop - 1] in "常党工":
        return text[stop - 1] != "常" and not _TITLE_AFTER.match(text, end)
    if name == "工委" and text[stop - 1] in "区党":
        return not _TITLE_AFTER.match(text, end)
    if name.endswith(_INNER_BODIES):
        return not _TITLE_AFTER.match(text, end)
    if name in ("人民代表大会", "大会") and text[end : end + 1] in tuple("第上期审会"):
        return False
    if name == "庭":
        return text.startswith(("庭长", "副庭长", "审判员", "法官"), end)
    if name == "大学" and text[anchor:stop].endswith("党校"):
        return False
    if name in ("政协", "人大"):
        return not text.startswith(("委员", "代表", "会议", "提案", "常委", "主席"), end) or (
            text.startswith("主席", end) and text[anchor] not in "镇乡"
        )
    return not (name == "常委会" and text[stop - 1] not in "委大")


def _chain(text: str, anchor: int, areas: dict[int, int]) -> int:
    """Take in the areas directly before an area: 株洲市天元区人民法院."""
    start = anchor
    while start in areas:
        start = areas[start]
    return start


def _bare_start(text: str, stop: int, end: int, bare: frozenset[str], cut: Words) -> int | None:
    for length in range(min(16, end), 1, -1):
        start = end - length
        if text[start:end] in bare and start in cut.edge_set:
            before = text[start - 1 : start]
            if (before and before in "各该本等个名家我全") or _TITLE_CUT.match(text, end):
                return None
            return start
    return None


def _party(text: str, areas: dict[int, int], cut: Words) -> Iterator[Span]:
    """The committees of areas: 清河县委, 县委; the place is part of the name."""
    for match in _PARTY.finditer(text):
        at, end = match.start(), match.end()
        if at in areas and text[at - 1] in "省市县区州盟旗镇乡":
            start = _chain(text, at, areas)
        elif text[at - 1 : at] in tuple("省市县区州盟旗") and cut.start_before(end) >= at - 1:
            start = at - 1
            area = areas.get(start)
            if area is not None and not (text[start - 1] == text[start] and start - area > 2):
                start = _chain(text, start, areas)
        else:
            continue
        if text[start - 2 : start] == "中共":
            start -= 2
        elif text[start - 1 : start] == "团" and start in cut.edge_set | {at - 1}:
            start -= 1
        yield Span(start, end, "ORG", text[start:end], "org.committee")

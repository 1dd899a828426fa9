"""Sentences of the genre put together at random, each with what it says.

A ``Piece`` is text with the values put into it; pieces are joined to an article. All names are
invented: characters, places and brands are drawn apart from each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from hypothesis import strategies as st


@dataclass(frozen=True)
class Truth:
    """What was put at a place.

    Parameters:
        kind: ``name``, ``money`` or ``project``.
        start, end: Where, in characters.
        posts: Of a name: unit (None where it has none) and title.
        low, currency: Of an amount.
        status: Of a project, None where nothing is told of it.
        total: Of a project: the start of the amount that is its total, None where none is told.
    """

    kind: str
    start: int
    end: int
    posts: frozenset[tuple[str | None, str]] = frozenset()
    low: Decimal | None = None
    currency: str | None = None
    status: str | None = None
    total: int | None = None

    def moved(self, by: int) -> Truth:
        """The same, further behind."""
        total = None if self.total is None else self.total + by
        return replace(self, start=self.start + by, end=self.end + by, total=total)


@dataclass
class Piece:
    """A text with what it says."""

    text: str = ""
    truths: list[Truth] = field(default_factory=list)

    def say(self, words: str) -> Piece:
        """Add words that say nothing that is asked for."""
        self.text += words
        return self

    def put(self, words: str, kind: str, **said: object) -> int:
        """Add a value, and return where it starts."""
        start = len(self.text)
        self.text += words
        self.truths.append(Truth(kind, start, len(self.text), **said))  # type: ignore[arg-type]
        return start

    def add(self, other: Piece) -> None:
        """Add another piece."""
        self.truths += [truth.moved(len(self.text)) for truth in other.truths]
        self.text += other.text


SURNAMES = (
    "李王张刘陈杨赵吴徐孙朱马胡郭林何罗梁宋郑谢韩唐冯董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡"
    "贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范石姚谭廖邹熊金陆郝孔崔邱秦史侯邵孟龙万段雷钱汤"
    "尹黎易武乔贺赖龚"
)
# Without 平: in 局长杜平和云河县教育局局长 the county of 平和 would begin inside a name.
GIVEN = (
    "伟强磊洋勇军杰涛超明刚辉鹏华飞鑫波斌宇浩凯健俊帆帅旭宁龙林欢建敏静丽艳娟霞秀芳"
    "燕玲婷雪颖琳慧莹倩"
)
AREAS = ("云河县", "沙坪区", "高台市", "青溪镇", "柳埠街道")
BUREAUS = (
    "教育局",
    "水利局",
    "财政局",
    "发展和改革委员会",
    "农业农村局",
    "住房和城乡建设局",
    "交通运输局",
)
TITLES = ("局长", "副局长", "党组书记")
SAYS = ("说", "表示", "介绍", "出席会议", "作了汇报", "到现场调研", "主持会议", "参加活动")
TOGETHER = ("等出席会议", "参加调研", "分别作了汇报", "陪同调研", "出席", "等参加活动")
BRANDS = ("恒岳", "晨澜", "瑞堃", "鼎沐", "宏砚", "泽铭", "科珩", "博垚", "锦澍", "凌珈")
THINGS = ("储能电池", "高端装备", "食品加工", "智能家居", "新型建材", "精密铸造", "生物医药")
HEADS = ("项目", "生产基地项目", "产业园项目", "扩建项目")
UNITS = (("万元", 4), ("亿元", 8), ("元", 0))
FILLERS = (
    "会议强调，要高度重视安全生产工作。",
    "全县上下要凝心聚力，抓好各项工作落实。",
    "今年以来，县里不断优化营商环境，企业发展势头良好。",
    "下一步，各部门要加强配合，形成合力。",
    "据了解，当地农民收入稳步增长，粮食产量再创新高。",
    "专家指出，严格执行标准，方便群众办事，成立专班很有必要。",
)
STAGES = (
    ("昨日开工", "开工"),
    ("已正式开工建设", "开工"),
    ("举行开工仪式", "开工"),
    ("尚未开工", "前期"),
    ("拟于年内开工", "前期"),
    ("正在开展前期工作", "前期"),
    ("正在加紧施工", "在建"),
    ("主体工程封顶", "在建"),
    ("力争年底建成投产", "在建"),
    ("已竣工", "竣工"),
    ("顺利通过竣工验收", "竣工"),
    ("正式投产", "投产"),
    ("成功签约", "签约"),
    ("备受关注", None),
    ("占地120亩", None),
)
STOPS = ("。", "。", "；", "。\n")


@st.composite
def names(draw: st.DrawFn) -> str:
    """A personal name of two or three characters."""
    given_name = draw(st.text(GIVEN, min_size=1, max_size=2))
    return draw(st.sampled_from(SURNAMES)) + given_name


@st.composite
def amounts(draw: st.DrawFn) -> tuple[str, Decimal]:
    """An amount and its value in 元."""
    unit, zeros = draw(st.sampled_from(UNITS))
    whole = draw(st.integers(1, 9999))
    part = draw(st.sampled_from(("", ".5", ".25"))) if zeros else ""
    return f"{whole}{part}{unit}", Decimal(f"{whole}{part}").scaleb(zeros)


def put_amount(piece: Piece, said: tuple[str, Decimal]) -> int:
    """Add an amount."""
    return piece.put(said[0], "money", low=said[1], currency="CNY")


@st.composite
def posted(draw: st.DrawFn) -> Piece:
    """One to three holders of posts with what they do."""
    piece = Piece()
    count = draw(st.integers(1, 3))
    for number in range(count):
        if number:
            piece.say(draw(st.sampled_from(("、", "，", "和"))))
        unit = draw(st.sampled_from(AREAS[:3])) + draw(st.sampled_from(BUREAUS))
        chain = draw(st.sampled_from((("局长",), ("副局长",), ("党组书记", "局长"))))
        if unit.endswith("委员会"):
            chain = tuple({"局长": "主任", "副局长": "副主任"}.get(t, t) for t in chain)
        piece.say(unit + "、".join(chain))
        piece.put(draw(names()), "name", posts=frozenset((unit, title) for title in chain))
    return piece.say(draw(st.sampled_from(SAYS if count == 1 else TOGETHER)))


def staged(draw: st.DrawFn, project: str, piece: Piece, total: int | None = None) -> None:
    """Add a project and its stage."""
    said, status = draw(st.sampled_from(STAGES))
    piece.put(project, "project", status=status, total=total)
    piece.say(said)


@st.composite
def built(draw: st.DrawFn, project: str, other: str) -> Piece:
    """A project with its stage, its total, both, or in a list."""
    piece = Piece()
    form = draw(st.integers(0, 5))
    if form == 0:
        staged(draw, project, piece)
    elif form == 1:
        start = len(project) + len("总投资")
        piece.put(project, "project", total=start)
        piece.say("总投资")
        put_amount(piece, draw(amounts()))
    elif form == 2:
        piece.say("总投资")
        at = put_amount(piece, draw(amounts()))
        piece.say("的")
        staged(draw, project, piece, at)
    elif form == 3:
        piece.put(project, "project", status="开工")
        piece.say("、")
        piece.put(other, "project", status="开工")
        piece.say("等2个项目集中开工，总投资")
        put_amount(piece, draw(amounts()))
    elif form == 4:
        staged(draw, project, piece)
        piece.say("，")
        staged(draw, other, piece)
    else:
        said, status = draw(st.sampled_from(STAGES))
        piece.put(project, "project", status=status)
        piece.say(f"{said}。一季度全县财政收入")
        put_amount(piece, draw(amounts()))
    return piece


@st.composite
def plain(draw: st.DrawFn) -> Piece:
    """A sentence of money that belongs to no project, or of nothing."""
    if draw(st.booleans()):
        return Piece().say(draw(st.sampled_from(FILLERS)))
    piece = Piece().say(draw(st.sampled_from(("全县完成税收", "发放补贴", "村集体收入达到"))))
    put_amount(piece, draw(amounts()))
    return piece


@st.composite
def articles(draw: st.DrawFn) -> Piece:
    """One to six sentences in a random order."""
    whole = Piece()
    brands = draw(st.permutations(BRANDS))
    things = draw(st.permutations(THINGS))
    labels: Sequence[str] = [
        brand + thing + draw(st.sampled_from(HEADS))
        for brand, thing in zip(brands, things, strict=False)
    ]
    for number in range(draw(st.integers(1, 6))):
        if number < 3:
            kinds = (posted(), built(labels[2 * number], labels[2 * number + 1]), plain())
        else:
            kinds = (posted(), posted(), plain())
        whole.add(draw(st.one_of(*kinds)))
        if whole.text[-1] not in "。\n":
            whole.say(draw(st.sampled_from(STOPS)))
    return whole

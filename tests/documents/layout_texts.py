"""One text and the layouts in which it is set. All of it is invented."""

# ruff: noqa: E501

from __future__ import annotations

from dataclasses import dataclass

TITLE = "云岫县枫溪大桥合龙"
PARAGRAPHS = (
    "4月9日上午，随着最后一方混凝土浇筑完成，云岫县枫溪大桥顺利合龙。县委常委、常务副县长骆闻笙到场察看，向建设者表示慰问。",
    "枫溪大桥全长1.26公里，总投资3.85亿元，由湖北鼎岳路桥有限公司承建，是连接县城与枫溪镇的重要通道，也是县里今年十件民生实事之一。",
    "县交通运输局局长师一帆介绍，合龙只是一个节点，接下来桥面铺装、护栏安装和绿化工程要抢在梅雨季节之前完成，施工单位已经调集两百多名工人，分三班作业。",
    "大桥通车以后，枫溪镇到县城的车程将由40分钟缩短到12分钟，沿线三个乡镇的茶叶、蔬菜可以当天运进县城的批发市场，两万多名群众从中受益。",
    "枫溪镇党委书记冯念慈表示，镇里同步规划了桥头集镇和停车场，计划投资2600万元，目前土地已经平整，五月份进场施工，年底与大桥一起投入使用。",
)
BOX_TITLE = "桥名由来"
BOX = (
    "枫溪大桥所在的枫溪渡口已有三百年历史，过去两岸往来全靠木船，遇到洪水常常停渡。",
    "2024年春天，县里向社会征集桥名，收到来信一千多封，最后选定了这个名字。",
)
ROWS = (
    ("序号", "项目名称", "总投资（万元）", "建设地点", "进度"),
    ("1", "枫溪大桥", "38500", "枫溪镇", "在建"),
    ("2", "城北水厂扩建工程", "23600", "城北街道", "已竣工"),
    ("3", "云岫县第二中学新校区", "41200", "云岫经济开发区", "在建"),
    ("4", "农产品冷链物流中心", "9800", "大桥镇", "拟开工"),
)


UPPER = ("序号", "项目名称", "投资（万元）", "", "进度")
LOWER = ("", "", "总投资", "今年计划", "")
MERGED = (
    ("1", "枫溪大桥", "38500", "16000", "在建"),
    ("2", "城北水厂扩建工程", "23600", "", "已竣工"),
    ("3", "云岫县第二中学新校区", "41200", "9000", "在建"),
)
TOTAL = ("合计", "", "103300", "25000", "")
TOWNS = (
    "枫溪镇",
    "大桥镇",
    "石磴镇",
    "双枫乡",
    "云坪乡",
    "渡头镇",
    "柳渡镇",
    "青槐乡",
    "白芷镇",
    "东篱乡",
    "石门坎镇",
    "竹山镇",
)
NAMES = (
    "冯念慈",
    "师一帆",
    "骆闻笙",
    "阮知秋",
    "庾明远",
    "卞采薇",
    "宓长风",
    "蔺若水",
    "晏清河",
    "谷雨生",
    "仲怀谷",
    "步青云",
)
LONG = tuple(
    f"{town}党委书记{name}介绍，今年全镇实施农田水利、道路硬化、管网改造等工程{3 + at}个，完成投资{860 + 37 * at}万元，新修渠道{4 + at}公里，受益群众{1200 + 83 * at}户，预计年底前全部完工。"
    for at, (town, name) in enumerate(zip(TOWNS * 2, (*NAMES, *NAMES[::-1]), strict=True))
)
LIST = tuple(
    (str(at), f"{town}{kind}", f"{1100 + 43 * at}", town, state)
    for at, (town, (kind, state)) in enumerate(
        ((town, kind) for town in TOWNS for kind in (("卫生院迁建项目", "在建"), ("农村公路改造工程", "已竣工"), ("污水处理厂项目", "前期"), ("中心小学扩建项目", "在建"), ("农贸市场改造项目", "前期"))), 1,
    )
)  # fmt: skip


@dataclass(frozen=True)
class Layout:
    """What is set.

    Parameters:
        name: Of the layout.
        columns: Of the text.
        box: Whether an article in a box stands below.
        table: Below the text: ``ruled``, ``bare``, ``merged`` (two rows of heads, merged cells, a
            sum) or ``long`` (over pages, its head on each).
        beside: Whether the headline stands over two of three columns, and another article with a
            headline of its own in the third.
        pages: Whether the text goes on over small pages with numbers.
    """

    name: str
    columns: int = 1
    box: bool = False
    table: str = ""
    beside: bool = False
    pages: bool = False

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows of the table."""
        if self.table == "merged":
            return (UPPER, LOWER, *MERGED, TOTAL)
        if self.table == "long":
            return (ROWS[0], *LIST)
        return ROWS if self.table else ()

    @property
    def texts(self) -> tuple[str, ...]:
        """The paragraphs of the text."""
        return LONG if self.pages else PARAGRAPHS

    @property
    def lines(self) -> list[str]:
        """The paragraphs and rows that a reader should find, without those that stand apart."""
        rows = ["\t".join(filter(None, row)) for row in self.rows]
        return [TITLE, *self.texts, *rows]

    @property
    def apart(self) -> list[str]:
        """The lines of the article in the box or beside."""
        return [BOX_TITLE, *BOX] if self.box or self.beside else []

    @property
    def amounts(self) -> list[tuple[str, int]]:
        """The projects of the table with their totals in 元."""
        rows = [row for row in self.rows if row[0].isdecimal()]
        return [(row[1], 10_000 * int(row[2])) for row in rows]


LAYOUTS = (
    *(Layout(f"columns{count}", count) for count in (1, 2, 3, 4, 5)),
    Layout("box2", 2, box=True),
    Layout("box3", 3, box=True),
    Layout("ruled", table="ruled"),
    Layout("ruled2", 2, table="ruled"),
    Layout("bare", table="bare"),
    Layout("bare2", 2, table="bare"),
)
OTHERS = (
    Layout("heads3", 2, beside=True),
    Layout("pages2", 2, pages=True),
    Layout("merged", table="merged"),
    Layout("long", table="long"),
)
"""Those that not every program sets."""

# ruff: noqa: E501, SIM102
"""Write the set that links are measured on: tests/linking/articles/ and tests/linking/gold.tsv.

    python training/write_links.py

The prose is below, a form an article of one of many kinds; names, posts, places and days come from
the careers in ``training/link_people.tsv``. People, projects and companies are invented, so are some
of the counties. The order is fixed: the same call writes the same files.
"""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "tests/linking/articles"
GOLD = ROOT / "tests/linking/gold.tsv"
PEOPLE = ROOT / "training/link_people.tsv"

SHORT = {
    "发展和改革委员会": ("发改委", "发展改革委"),
    "工业和信息化局": ("工信局",),
    "人力资源和社会保障局": ("人社局",),
    "自然资源和规划局": ("自规局", "资规局"),
    "国土资源局": ("国土局",),
    "住房和城乡建设局": ("住建局",),
    "文化广电和旅游局": ("文广旅局",),
    "卫生健康委员会": ("卫健委",),
    "卫生和计划生育委员会": ("卫计委",),
    "市场监督管理局": ("市场监管局",),
    "农业农村局": ("农业农村局",),
    "交通运输局": ("交通局",),
    "科学技术局": ("科技局",),
    "数据管理局": ("数管局",),
}
"""Short forms that the press uses; other bodies are written as they are."""

SINCE = {
    "卫生和计划生育委员会": "卫生健康委员会",
    "国土资源局": "自然资源和规划局",
    "招商局": "投资促进局",
}
"""Bodies that have another name since; the last is said in the articles alone."""

FORMS = """
interview
{head}
——访{Oa}{T}{N}
记者 {R}
走进{O}的办公楼，墙上的进度表格外醒目。“今年的任务已经分到每个科室，每周一调度，谁落后谁说明原因。”{N}开门见山。
谈起过去一年，{N}说，{a}的底子薄，但干部肯干。{O}牵头的{W}如期推进，累计完成投资{M}，比计划多出一成。
“接下来要补的是服务。”{N}表示，{O}将同{B}一道，把办事窗口搬到{G}，让群众少跑路。

meeting
本报讯（记者 {R}）{Y}年{Mo}月{D}日，{A}召开重点工作推进会。{Wei}、{Zf}有关领导出席，{O}、{B}等部门主要负责同志参加。
会上，{O}{T}{N}通报了一季度完成情况。{N}指出，{W}征地拆迁进度偏慢，要倒排工期，挂图作战。
会议要求，各部门要拧成一股绳，确保上半年实现“双过半”。

inspection
{N}到{G}调研{topic}工作
{Mo}月{D}日下午，{Oa}{T}{N}一行来到{G}，实地察看{W}施工现场，听取{B}情况汇报。
每到一处，{N}都详细询问工期、质量和用工情况，叮嘱施工单位守住安全底线。{N}强调，项目早一天投用，群众就早一天受益，{B}要靠前服务，帮企业把手续办在前面。
{O2}{T2}{N2}陪同调研。

letter
编辑同志：
我是{A}{G}的一名居民。去年门前的路坏了半年，打了几次电话都没有下文。上个月{O}{T}{N}到我们这里接访，当场叫来{B}的同志，三天后路就修好了。{N}同志还留了电话，说有事可以再找。我把这件事写出来，是想说声谢谢。
（读者来信摘编，记者 {R}整理）

plain
{O}近日晒出全年账单：争取上级资金{M}，办理群众诉求一千二百余件，办结率百分之九十九。{O}{T}{N}介绍，{a}将把节省下来的经费用于{W}。

forum
昨天，{a_}企业家座谈会在{C}举行。{C}的负责人提出，厂区外的断头路影响运输。到会的{O}{T}{N}当场表态：“路的事我来协调，月底前给答复。”{O2}{T2}{N2}也回应了用工难题。
会后，{Cs}的员工把两位的答复贴在了公告栏上。

radio
主持人：各位听众，今天做客《政风热线》的是{Oa}{T}{N}。欢迎您。
{N}：主持人好，听众朋友们好。
主持人：有听众问，{W}什么时候能用上？
{N}：主体已经封顶，计划年底前交付。总投资{M}，资金都在账上，请大家放心。
主持人：还有听众反映窗口排队。
{N}：这个问题{O}已经注意到，{Mo}月起增开了两个窗口。

notice
{X人大常委会}公告
{A_}第十七届人大常委会第二十次会议{Y}年{Mo}月{D}日通过，决定任命：
{N}为{O}{T}。

column
【一线观察】大清早，{G}的菜农老薛就在田埂上等{B}的技术员。技术员没来，来的是{O}{T}{N}。“听说你这批秧苗发黄？”{N}蹲下身，拔起一株看了看根。半小时后，{B}的专家也到了。
在{a}，这样的“田间会诊”已经成了惯例。{O}把每月{D}日定为下乡日，雷打不动。

signing
{W}落户{a}
{Mo}月{D}日，{C}与{Zf}签约，{W}正式落户。项目计划总投资{M}，建成后可年产精密零件两千万件。
{T2x}{N2}、{O}{T}{N}见证签约。{N}在致辞中说，{V}从接洽到签约只用了四十天，{O}将安排专人跟进。
{Cs}方面表示，看中的是这里的服务。

inspection_short
{Mo}月{D}日，{O}{T}{N}带队检查{a}汛期安全。在{G}排涝站，{N}要求值班人员二十四小时在岗。

study
在{X委党校}的课堂上，{N}讲了一堂党课。这位{Oa}{T}没有念稿子，从{G}的一次拆违讲起，讲到{B}一位老同志的坚守。台下是来自各乡镇的青年干部。“干事要有股韧劲。”{N}说。

qa
问：{a}今年的{topic}工作有哪些变化？
答（{O}{T}{N}）：一是标准提高了，二是周期缩短了。以{W}为例，过去审批要走三个月，现在二十个工作日办结。
问：资金从哪里来？
答（{N}）：{Y}年本级安排{M}，其余争取上级支持。{B}已经列入预算。

report
{Y}年，{A}坚持项目为王。{W}建成投用，{O}牵头的营商环境改革走在前列。{T2x}{N2}在总结时说，成绩来之不易。{O}{T}{N}则更看重差距：“和先进地区比，我们的企业还太少。”

festival
{G}的油菜花开了。{Y}年{Mo}月{D}日，{A_}第九届乡村旅游节在这里开幕。{O}{T}{N}宣布开幕，{O2}{T2}{N2}推介旅游线路。当天接待游客一万二千人次，{B}启动了临时停车场。

project_news
记者从{O}获悉，{W}已完成桩基施工。{V}位于{A}{G}，总投资{M}。{O}{T}{N}说，工地上三百多名工人两班倒，争取国庆前封顶。

visit_company
“税费政策落实得怎么样？还有什么困难？”{Mo}月{D}日，在{C}的车间里，{Oa}{T}{N}一边走一边问。总经理答得也直接：缺熟练工，缺仓库。{N}随即叫来{B}负责人，要求一周内拿出办法。{Cs}是{a}的老牌企业，用工五百余人。

obituary_like
{Y}年{Mo}月，{O}{T}{N}给新来的年轻人上了第一课。地点不在会议室，在{G}的水闸边。二十年前的那场大水，{a}人没有忘。{N}说，守闸的人先守心。

evening
夜里十点，{O}三楼的灯还亮着。{T}{N}和同事正在核对{W}的补偿清单，一共二百三十一户，一户也不能错。“{a}百姓看的就是这个细处。”{N}揉了揉眼睛。第二天一早，{B}的同志把清单贴到了{G}公示栏。

training
{O}举办业务培训班，各镇街八十余人参加。{O}{T}{N}作开班动员，邀请{Pf}专家授课。{N}要求学员带着问题来，带着办法走，把{a}的底数摸清。

flood
连日强降雨，{A}启动三级应急响应。{Mo}月{D}日凌晨，{O}{T}{N}赶到{G}，现场指挥转移群众六十七人。{B}调来两台抽水泵。截至记者发稿，水位已经回落。

people_congress
{X人大}代表分组审议政府工作报告。“报告里的{W}，我们那里的百姓盼了五年。”来自{G}的代表发言后，列席会议的{O}{T}{N}接过话头，逐条作了说明。{O2}{T2}{N2}也到组听取意见。

exam
{O}日前发布通告，{Y}年度资格考试延期。{T}{N}解释，考虑到{a}部分考点正在改造，延期更稳妥。已报名的考生可以在{Mo}月{D}日前退费。

old_photo
一张老照片引出一段往事。照片上的{G}还没有桥。{Y}年春，{N}第一次以{Oa}{T}的身份来到这里，答应乡亲们修一座桥。如今{W}通车在即，总投资{M}。

award
全省通报表扬一批先进集体，{Of}榜上有名。{O}{T}{N}说，荣誉属于{a}每一位一线工作者。同时受到表扬的还有{B}。

brief
▲{Mo}月{D}日，{A}{O}{T}{N}到{G}走访慰问。
▲{B}组织志愿者清理河道，{a}三十余名机关干部参加。

speech
各位来宾、各位朋友：金秋{Mo}月，{a}稻浪千重。我代表{O}欢迎大家。……（{O}{T}{N}在推介会上的致辞，有删节）
推介会上，{W}等三个项目签约，金额合计{M}。

supervise
{X委}第三巡察组向{O}反馈巡察意见。{O}{T}{N}作表态发言：照单全收，立行立改。反馈会由{B}派员监督，{X电视台}作了报道。

hospital
{G}卫生院添了新设备。{Y}年{Mo}月{D}日，{O}{T}{N}来到{a}基层调研，问得最多的是药够不够、医生留不留得住。院长如实回答。

market
早市七点开门。{O}{T}{N}比摊主到得还早，挨个看秤。“{a}的招牌不能砸在秤上。”{N}对随行的{B}工作人员说。摊主老梁递过一把青菜，{N}摆摆手，没有接。

enterprise_day
“企业家日”活动上，{C}获得“纳税功臣”称号。{T2x}{N2}颁奖。{O}{T}{N}宣读了{A}表彰决定。{Cs}董事长说，奖金全部捐给{G}小学。

bridge
{W}昨天合龙。这座桥全长一点二公里，连接{G}与城区，总投资{M}。{Oa}{T}{N}在合龙现场说，{V}比原计划提前了四十五天。

dialog
“局里给多少支持？”“要人给人，要钱按规矩来。”这是{Mo}月{D}日{O}{T}{N}与{G}干部的一段对话。{a}今年把{topic}列为一号工程，{B}派出三个专班驻点。

summary
回望{Y}年，{O}交出的答卷可圈可点：一是{W}提前完工；二是清理积案四十件；三是争取资金{M}。{N}任{O}{T}以来，每季度向{A}群众代表述职一次，从不缺席。

phone
“喂，是{O}吗？”热线那头，{G}的王大妈声音很急。接电话的正是值班的{T}{N}。二十分钟后，抢修队出发。{N}事后说，值班不能只坐在{a}城里听汇报。

river
{G}段河长由{O}{T}{N}担任。{Mo}月{D}日巡河，{N}发现一处排污口，当即通知{B}封堵。{A}今年已查处同类问题九起。
""".strip()

MOVES = """
move_public
任前公示
经{Wei}研究决定，对下列同志进行任前公示：
{N}，{sex}，{born}出生，现任{O}{T}，拟任{O+}{T+}。
公示期自{Y}年{Mo}月{D}日起五个工作日。受理单位：{X委组织部}。

move_said
{N}履新
{Mo}月{D}日，{O+}召开干部大会，宣布任命决定：{N}任{O+}{T+}。此前，{N}任{O}{T}。
{N}在会上说，换了岗位，不换作风。{A}有关领导出席会议。

move_appoint
{X人大常委会}{Y}年{Mo}月{D}日决定：免去{N}的{O}{T}职务；任命{N}为{O+}{T+}。

move_former
“老局长又回来看我们了！”{Mo}月{D}日，原{O}{T}、现{O+}{T+}{N}来到{a}{G}，回访当年的帮扶户。
{N}在原来的岗位上帮这个村修了三公里水泥路。乡亲们记得清楚。
""".strip()

RENAMED = """
renamed_one
{Of}更名为{Of+}
{Y}年{Mo}月{D}日，{Of}正式更名为{Of+}。新牌子挂起来的时候，{O+}{T}{N}说，名字变了，服务企业的初心不变。{a_}企业界人士到场祝贺。

renamed_two
记者 {R}
{Of+}（原{Of}）{Y}年工作亮点多。{O+}{T}{N}介绍，全年接待客商六百批次，{a}新引进项目四十二个。
""".strip()

TEACHERS = """
teacher
{Y}年教师节前夕，{A}{S}的{Tt}{N}收到了三十多封贺卡。从教二十年，{N}带过十一届毕业班。“把一个班带好，就是最大的事。”{N}说。{X委宣传部}把这位老师的故事拍成了短片。

village
{A}{S}{Tt}{N}的手机里存着全村四百户的电话。{Y}年{Mo}月，村里修路，{N}带头让出了自家的菜地。{a}好几个村来学经验。

company
{S}{Tt}{N}日前在{a}介绍，公司去年产值突破{M}，今年还要再建两条生产线。{N}是本地人，二十年前从一间作坊起步。
""".strip()


@dataclass(frozen=True)
class County:
    """A county with what its articles name."""

    province: str
    prefecture: str
    name: str
    towns: tuple[str, str]
    projects: tuple[str, str]
    company: tuple[str, str]
    paper: tuple[str, str]

    @property
    def letter(self) -> str:
        return self.name[-1]

    @property
    def short(self) -> str:
        return self.name[:-1] if len(self.name) > 2 else self.name


COUNTIES = {
    it.name: it
    for it in (
        County("江苏省", "泰州市", "兴化市", ("戴南镇", "沙沟镇"), ("里下河水乡客厅", "城北污水处理厂扩建工程"), ("江苏锐泽不锈钢有限公司", "锐泽不锈钢"), ("茅雨桐", "宗小宁")),
        County("安徽省", "滁州市", "来安县", ("汊河镇", "半塔镇"), ("汊河轨道装备产业园", "屯仓水库除险加固工程"), ("安徽钧泰轨道装备有限公司", "钧泰轨道"), ("毕晓航", "奚文卉")),
        County("浙江省", "衢州市", "江山市", ("贺村镇", "峡口镇"), ("江贺大道改建工程", "须江智能门业小镇"), ("浙江栢庐门业有限公司", "栢庐门业"), ("郎依依", "鲍一帆")),
        County("湖北省", "荆州市", "监利市", ("朱河镇", "白螺镇"), ("荆监一级公路改造工程", "小龙虾冷链物流园"), ("湖北渔兴食品有限公司", "渔兴食品"), ("覃子墨", "向冬梅")),
        County("山东省", "潍坊市", "昌乐县", ("营丘镇", "乔官镇"), ("宝石文化城", "朱刘污水处理厂二期"), ("山东衡岳机械有限公司", "衡岳机械"), ("綦雪晴", "隋明宇")),
        County("河南省", "南阳市", "淅川县", ("荆紫关镇", "厚坡镇"), ("丹江湿地修复工程", "县第三人民医院新院区"), ("河南淅源减振器有限公司", "淅源减振"), ("靳朝阳", "司晓萌")),
        County("四川省", "眉山市", "洪雅县", ("槽渔滩镇", "柳江镇"), ("瓦屋山旅游环线", "青衣江滨水绿道"), ("四川雅芯藤椒食品有限公司", "雅芯藤椒"), ("税雨竹", "晏子涵")),
        County("福建省", "南平市", "建瓯市", ("徐墩镇", "东峰镇"), ("笋竹产业园", "建溪大桥改造工程"), ("福建茂霖竹业有限公司", "茂霖竹业"), ("翁梓轩", "蓝若溪")),
        County("江苏省", "", "云河县", ("临浦镇", "石埠镇"), ("云河新港作业区", "东环路快速化改造工程"), ("云河星漾新能源有限公司", "星漾新能源"), ("孟小荷", "罗子衿")),
        County("安徽省", "", "澜湾区", ("桐荫街道", "玉带街道"), ("澜湾科创港", "玉带河综合整治工程"), ("安徽澄观软件有限公司", "澄观软件"), ("麦嘉禾", "凤小满")),
        County("湖南省", "", "青阜县", ("松木桥镇", "清溪镇"), ("青阜油茶加工园", "清溪水厂"), ("湖南沁原茶油有限公司", "沁原茶油"), ("佘星辰", "粟念念")),
        County("陕西省", "汉中市", "城固县", ("文川镇", "上元观镇"), ("城固柑橘交易中心", "湑水河大桥"), ("陕西朗川航空部件有限公司", "朗川航空"), ("雒思远", "屈静姝")),
    )
}  # fmt: skip
"""Areas; those without a prefecture are invented."""

DEPARTMENTS = ("财政局", "水利局", "民政局", "应急管理局", "司法局")
TOPICS = ("招商引资", "乡村振兴", "安全生产", "营商环境", "民生实事")


@dataclass
class Spell:
    """A post of a person."""

    county: str
    body: str
    title: str
    first: int
    last: int


@dataclass
class Person:
    """A person with her or his career."""

    id: str
    name: str
    kind: str
    born: str
    spells: list[Spell] = field(default_factory=list)


@dataclass
class Draft:
    """An article that is being written: its text, its gold, its posts."""

    id: str
    county: County
    day: str
    text: str = ""
    gold: dict[tuple[str, str], str] = field(default_factory=dict)
    posts: dict[str, list[str]] = field(default_factory=dict)


def main() -> None:
    """Write the set."""
    rng = random.Random(7)
    people = read_people()
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    drafts = list(write_all(people, rng))
    lines = ["article_id\tkind\tname\tentity"]
    for draft in drafts:
        (FOLDER / f"{draft.id}.txt").write_text(marked(draft), "utf-8")
        lines += ["\t".join((draft.id, *key, its)) for key, its in sorted(draft.gold.items())]
    GOLD.write_text("\n".join(lines) + "\n", "utf-8")


def read_people() -> list[Person]:
    """Read the careers: a line a spell."""
    found: dict[str, Person] = {}
    for line in PEOPLE.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            its, name, kind, born, county, body, title, first, last = line.split("\t")
            person = found.setdefault(its, Person(its, name, kind, born))
            person.spells.append(Spell(county, body, title, int(first), int(last)))
    return list(found.values())


def write_all(people: list[Person], rng: random.Random) -> list[Draft]:
    """Write all articles: each spell in one to three forms, each move in one, if it is said."""
    plain, moves, renamed, staff = (forms(text) for text in (FORMS, MOVES, RENAMED, TEACHERS))
    at = {"plain": 0, "move": 0, "renamed": 0}
    drafts: list[Draft] = []

    def add(form: str, person: Person, spell: Spell, day: str, then: Spell | None = None) -> None:
        draft = Draft(f"ln-{len(drafts) + 1:03}", COUNTIES[spell.county], day)
        write_form(draft, form, person, spell, then, people, rng)
        drafts.append(draft)

    twins = {
        one.id
        for one in people
        for other in people
        if one is not other
        and one.name == other.name
        and {its.county for its in one.spells} & {its.county for its in other.spells}
    }
    for person in people:
        for number, spell in enumerate(person.spells):
            if person.kind != "official":
                add(staff[person.kind], person, spell, day_in(spell, rng))
                continue
            for turn in range(2 if at["plain"] % 3 or person.id in twins else 1):
                day = day_in(spell, rng)
                if person.id in twins:  # seen in their first and last years, so that times overlap
                    day = f"{(spell.first, spell.last)[turn]}{day[4:]}"
                add(list(plain.values())[at["plain"] % len(plain)], person, spell, day)
                at["plain"] += 1
            then = person.spells[number + 1] if number + 1 < len(person.spells) else None
            if then is None or (then.body, then.county) == (spell.body, spell.county):
                continue
            day = f"{then.first}-0{rng.randint(1, 3)}-{rng.randint(10, 28)}"
            if SINCE.get(spell.body) == then.body and spell.body == "招商局":
                add(list(renamed.values())[at["renamed"] % 2], person, spell, day, then)
                at["renamed"] += 1
            elif SINCE.get(spell.body) != then.body and (
                then.county != spell.county or at["move"] % 2 == 0
            ):
                if "said" in person.id or then.county == spell.county:
                    add(
                        list(moves.values())[at["move"] // 2 % len(moves)], person, spell, day, then
                    )
            at["move"] += 1
    return drafts


def forms(text: str) -> dict[str, str]:
    """Part the forms of a block by their names."""
    return dict(part.split("\n", 1) for part in text.split("\n\n"))  # type: ignore[misc]


def day_in(spell: Spell, rng: random.Random) -> str:
    """Choose a day of a spell, not in its first months."""
    year = rng.randint(spell.first, max(spell.first, spell.last - 1))
    return f"{year}-{rng.randint(5, 12):02}-{rng.randint(1, 28):02}"


def write_form(
    draft: Draft,
    form: str,
    person: Person,
    spell: Spell,
    then: Spell | None,
    people: list[Person],
    rng: random.Random,
) -> None:
    """Fill a form with what the county of a spell has."""
    county = draft.county
    year, month, day = draft.day.split("-")
    others = [
        (one, its)
        for one in people
        for its in one.spells
        if one.kind == "official" and its.county == county.name and one.name != person.name
        and its.body and its.first < int(year) < its.last
    ]  # fmt: skip
    second = rng.choice(others) if others else None
    leader = [pair for pair in others if "长" in pair[1].title and pair[1].body == "人民政府"]
    project = rng.choice(county.projects)
    body = rng.choice([one for one in DEPARTMENTS if one != spell.body])
    full = {"N": (person, spell), "N2": second, "N+": (person, then)}
    written: dict[str, str] = {}

    def org(its: Spell, form: str) -> str:
        where = COUNTIES[its.county]
        core = its.body
        if not core:
            return ""
        entity = f"{where.name}/{SINCE.get(core, core)}"
        short = SHORT.get(core, (core,))
        head = {
            "short": where.letter + written.setdefault(f"{where.name}{core}", rng.choice(short)),
            "area": where.name + rng.choice(short),
            "full": where.name + core,
        }[form]
        if core == "人民政府":
            head = f"{where.letter}政府" if form == "short" else f"{where.name}人民政府"
        if core in ("委员会",):
            head = f"{where.letter}委" if form == "short" else f"{where.name}委"
        if where is not county and form == "short":
            head = f"{where.prefecture or where.province}{where.name}{head[1:]}"
        draft.gold["body", head] = entity
        return f"[{head}|ORG]"

    def fill(match: re.Match[str]) -> str:
        key = match[1]
        if key in ("N", "N2"):
            pair = full[key]
            assert pair is not None
            label = "OFFICIAL" if pair[0].kind == "official" else "PERSON"
            draft.gold["person", pair[0].name] = pair[0].id
            return f"[{pair[0].name}|{label}]"
        if key in ("O", "Oa", "Of", "O2", "O+", "Of+"):
            its = {"2": second and second[1], "+": then}.get(key[-1], spell)
            assert its is not None
            form = {"O": "short", "Oa": "area", "Of": "full"}[key.rstrip("2+")]
            return org(its, form)
        if key in ("T", "T2", "T+", "Tt"):
            its = {"2": second and second[1], "+": then}.get(key[-1], spell)
            assert its is not None
            return "、".join(f"[{part}|TITLE]" for part in its.title.split("、"))
        if key == "S":
            where = spell.body
            draft.gold["body", where] = f"{where}" if "公司" in where else f"{county.name}/{where}"
            return f"[{where}|ORG]"
        return simple(key)

    def simple(key: str) -> str:
        if key in ("A_", "a_"):
            return county.name if key == "A_" else county.short
        if key[0] == "X":
            core = {"人大": "人大常委会", "委": "委员会"}.get(key[1:], key[1:])
            name = county.name + key[1:]
            draft.gold["body", name] = f"{county.name}/{core}"
            return f"[{name}|ORG]"
        if key in ("A", "a", "Pf"):
            name = {"A": county.name, "a": county.short, "Pf": county.prefecture or county.province}
            draft.gold["place", name[key]] = county.name if key != "Pf" else name[key]
            return f"[{name[key]}|GPE]"
        if key in ("W", "V"):
            draft.gold["project", project] = f"{county.name}/{project}"
            return f"[{project}|PROJECT]"
        if key in ("C", "Cs"):
            name = county.company[key == "Cs"]
            draft.gold["body", name] = county.company[0]
            return f"[{name}|ORG]"
        if key in ("B", "Wei", "Zf"):
            core = {"B": body, "Wei": "委", "Zf": "政府"}[key]
            name = county.letter + core
            draft.gold["body", name] = f"{county.name}/" + {"委": "委员会", "政府": "人民政府"}.get(
                core, core
            )
            return f"[{name}|ORG]"
        if key == "G":
            town = written.setdefault("G", rng.choice(county.towns))
            draft.gold["place", town] = f"{county.name}/{town}"
            return f"[{town}|GPE]"
        if key == "R":
            name = rng.choice(county.paper)
            draft.gold["person", name] = f"press-{name}"
            return f"[{name}|PERSON]"
        if key == "M":
            return (
                f"[{rng.randint(2, 60)}亿元|MONEY]"
                if rng.random() < 0.6
                else f"[{rng.randint(300, 9000)}万元|MONEY]"
            )
        return {
            "Y": year, "Mo": str(int(month)), "D": str(int(day)), "born": person.born or "1972年5月",
            "sex": rng.choice("男女"), "topic": rng.choice(TOPICS),
            "head": rng.choice(("把答卷写在田野上", "攥指成拳再出发", "从“跑断腿”到“一次办”", "咬定目标不松劲")),
        }[key]  # fmt: skip

    if second is None:
        form = "\n".join(re.sub("[^。]*\\{N2\\}[^。]*。", "", line) for line in form.split("\n"))
    if leader and "{T2x}" in form:
        second = full["N2"] = rng.choice(leader)
        form = form.replace("{T2x}", f"[{second[1].title}|TITLE]")
    else:
        form = form.replace("{T2x}", "{O2}{T2}")
    draft.text = re.sub(r"\{(\w+\+?)\}", fill, form).strip()
    gather_posts(draft)
    its = draft.posts.get(person.name, [])
    unit = re.search(r"\[([^|\]]+)\|ORG\]", org(spell, "short")) if "{O}" in form else None
    if its:
        draft.posts[person.name] = [unit[1] + one if unit and one[0] == "/" else one for one in its]


_CHAIN = re.compile(
    r"(?:\[([^|\]]+)\|ORG\])?((?:\[[^|\]]+\|TITLE\]、?)+)\[([^|\]]+)\|(?:OFFICIAL|PERSON)\]"
)
_AFTER = re.compile(
    r"\[([^|\]]+)\|(?:OFFICIAL|PERSON)\](?:为|任|的|，[男女]，[^，]*出生，现任)\[([^|\]]+)\|ORG\]((?:\[[^|\]]+\|TITLE\]、?)+)"
)
_PAIR = re.compile(r"(?:现任|拟任|、现|免去\[[^\]]+\]的|任|原|答（|的身份)?\[([^|\]]+)\|ORG\]((?:\[[^|\]]+\|TITLE\]、?)+)")  # fmt: skip


def gather_posts(draft: Draft) -> None:
    """Read the posts back out of the mark-up: every body and title that belongs to a person."""
    for org, titles, name in _CHAIN.findall(draft.text):
        _note(draft, name, org, titles)
    for name, org, titles in _AFTER.findall(draft.text):
        _note(draft, name, org, titles)
    names = set(re.findall(r"\[([^|\]]+)\|(?:OFFICIAL)\]", draft.text))
    if len(names) == 1:
        for org, titles in _PAIR.findall(draft.text):
            _note(draft, names.copy().pop(), org, titles)


def _note(draft: Draft, name: str, org: str, titles: str) -> None:
    posts = draft.posts.setdefault(name, [])
    for title in re.findall(r"\[([^|\]]+)\|TITLE\]", titles):
        post = f"{org}/{title}"
        if post not in posts and not (not org and any(one.endswith(f"/{title}") for one in posts)):
            posts.append(post)


def marked(draft: Draft) -> str:
    """Return an article as its file."""
    county = draft.county
    head = [
        f"id: {draft.id}",
        "kind: 链接",
        f"province: {county.province}",
        f"place: {county.prefecture}{county.name}",
        f"date: {draft.day}",
        "split: test",
        "origin: written",
        "---",
        draft.text,
        "---",
        *(f"{name}: {'; '.join(posts)}" for name, posts in draft.posts.items()),
    ]
    return "\n".join(head) + "\n"


if __name__ == "__main__":
    main()

"""Decides who is an official, and gathers the posts of each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language.tables import table, words
from gaoyou_nlp.records import Official, Origin, Post, Span
from gaoyou_nlp.relations.posts import gather_posts

_BUSINESS = re.compile(
    "公司|集团|银行|企业|厂$|矿$|店$|酒店|商会|协会|学会|合作社|事务所|基金会|证券|保险|信托|基金|股份|控股|"
    "实业|农商行|支行|分行|信用社|农信社|株式会社|电业局|电力局|俱乐部|促进会|研究会|超市|商场|传媒|"
    "国际|控股|资本|租赁|半导体|机电|电[器气子]|服饰|家[居具]|科技|能源|重工|光[电伏]|股份|材料|"
    "(?:[行业]|新材|医药|生物|食品|纺织|机械|汽车|化工|钢铁|物流|通信|网络|软件|环保|建工|建材|文旅|集成|智造|动力)$"
)
_PUBLIC = re.compile(
    "(?:(?<!电力)(?<!电业)(?<!铁路)局|[委厅办府科院校省市县区州盟旗镇乡村]|(?<!业务)(?<!事业)部|处|中心|政协|人大|街道|社区|"
    "大学|中学|小学|国务院|中央|领馆|使馆|管委会|委员会|指挥部)$"
)
_STAFF = re.compile("总(?:工程师|经济师|会计师|规划师|农艺师|编辑?|监理工程师)$|主编$")
_PUBLIC_TITLE = re.compile(
    "党工委|管委会|[村居]委会|[县市区乡镇州省]长|巡视员|调研员|科员|[法检]察"
)
_PUBLIC_NOUN = re.compile(
    "(?:领导|领导同志|干部|民警|法官|检察官|辅警|交警|法警|公诉人|消防员|代办员|执法人员|驻村队员|村官|扶贫专干|负责同志|执行主席|常务主席|服务员|帮办员|审判长|书记员)$"
)
_CONTACT = re.compile("(?:联系人|解读人|监督人员?|采购人代表|经办人|报送人)[：: 　]{0,2}$")
_PUBLIC_VERB = re.compile(
    "(?:同志)?(?:一行|强调|指出|要求|主持|宣布|率|带队|带领|在讲话|调研|视察|检查|督导|充分肯定|出席|会见|听取|代表)"
)


def relate_officials(
    text: str, spans: Sequence[Span]
) -> tuple[tuple[Span, ...], tuple[Official, ...]]:
    """Decide OFFICIAL or PERSON for every name, and gather the officials' posts.

    Parameters:
        text: The article.
        spans: Its final spans, flat and in order.

    Returns:
        The spans with their labels decided, and the officials in order of appearance.

    Example:
        >>> spans = [Span(0, 2, "TITLE", "县长"), Span(2, 4, "PERSON", "张三")]
        >>> relate_officials("县长张三", spans)[1]
        (Official(name='张三', posts=(Post(org=None, title='县长'),), mentions=(1,)),)
    """
    posts = gather_posts(text, spans)
    places: dict[str, list[int]] = {}
    for at, span in enumerate(spans):
        if span.label in NAMES:
            places.setdefault(span.text, []).append(at)
    labels = {name: _label(text, its, spans, places[name]) for name, its in posts.items()}
    decided = tuple(
        replace(span, label=labels[span.text]) if span.label in NAMES else span for span in spans
    )
    by_surname = _by_surname(name for name in posts if labels[name] == "OFFICIAL")
    mentions: dict[str, list[int]] = {}
    for at, span in enumerate(decided):
        if span.label == "OFFICIAL":
            mentions.setdefault(by_surname.get(span.text, span.text), []).append(at)
    officials = tuple(
        Official(name, merge_posts(posts[name]) if len(name) > 1 else (), tuple(its))
        for name, its in mentions.items()
    )
    return decided, officials


def _by_surname(names: Iterable[str]) -> dict[str, str]:
    """王 in 王局长 is the one official of the article whose name begins so, if just one does."""
    full: dict[str, list[str]] = {}
    for name in names:
        if len(name) > 1:
            full.setdefault(name[0], []).append(name)
    return {surname: its[0] for surname, its in full.items() if len(its) == 1}


def merge_posts(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Take repetitions out: a post with its unit stands for the same title without."""
    merged: dict[Post, None] = {}
    with_unit = {post.title for post in posts if post.org}
    for post in posts:
        if post.org is None and post.title in with_unit:
            continue
        if not any(_same_area(post, other) for other in merged):
            merged[post] = None
    return tuple(merged)


def _same_area(post: Post, other: Post) -> bool:
    """Whether two posts differ only by 宜兴 for 宜兴市."""
    if post.title != other.title or not post.org or not other.org:
        return False
    short, long = sorted((post.org, other.org), key=len)
    return short == long or (long[:-1] == short and long[-1] in "省市县区镇乡村")


def _label(text: str, posts: Sequence[Post], spans: Sequence[Span], own: Sequence[int]) -> str:
    """OFFICIAL or PERSON, by the posts of a name and what stands around its mentions."""
    if any(_is_public(post) for post in posts):
        return "OFFICIAL"
    if posts:
        return "PERSON"
    hints = [_noun_before(text, spans, at) for at in own]
    for label in NAMES:
        if label in hints:
            return label
    by_model = [spans[at].label for at in own if spans[at].origin is Origin.MODEL]
    if by_model:
        return max(NAMES, key=by_model.count)
    public = any(_PUBLIC_VERB.match(text, spans[at].end) or _answers(text, spans[at]) for at in own)
    return "OFFICIAL" if public else "PERSON"


def _answers(text: str, span: Span) -> bool:
    """Whether a name begins a line of an interview."""
    return text[span.end : span.end + 1] in ("：", ":") and text[: span.start].endswith("\n")


def _speaks_for(text: str, spans: Sequence[Span], at: int) -> str:
    """联系人: of a public body or not, by the body that is named last."""
    for span in reversed(spans[max(0, at - 4) : at]):
        if span.label == "ORG":
            return "PERSON" if _BUSINESS.search(span.text) else "OFFICIAL"
    return "PERSON"


def _noun_before(text: str, spans: Sequence[Span], at: int) -> str | None:
    """What a noun before a name, or before the list it stands in, makes of it."""
    while at > 0 and spans[at - 1].label in NAMES:
        if text[spans[at - 1].end : spans[at].start] not in ("、", "和", "与", "，", " ", "　"):
            break
        at -= 1
    start = spans[at].start
    if _PUBLIC_NOUN.search(text, max(0, start - 5), start):
        return "OFFICIAL"
    if _CONTACT.search(text, max(0, start - 6), start):
        return _speaks_for(text, spans, at)
    for length in (5, 4, 3, 2):
        if text[max(0, start - length) : start].rstrip("：: 　") in words(
            "persons/person_nouns.txt"
        ):
            return "PERSON"
    return None


def _is_public(post: Post) -> bool:
    if _PUBLIC_TITLE.search(post.title):
        return True
    business = post.title.endswith(_heads("corporate"))
    if post.org is None:
        return not business and not post.title.endswith(_heads("body"))
    if _PUBLIC.search(post.org):
        return not business or _STAFF.search(post.title) is not None
    return not business and _BUSINESS.search(post.org) is None


@cache
def _heads(field: str) -> tuple[str, ...]:
    return tuple(row[0] for row in table("rules/title_heads.tsv") if row[2] == field)

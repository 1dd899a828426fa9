"""Decides who is an official, and gathers the posts of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from gaoyou_nlp.components.posts import NAMES, chains_before, posts_after
from gaoyou_nlp.lexicon.tables import table, words
from gaoyou_nlp.records import Official, Post, Span

_BUSINESS = re.compile(
    "公司|集团|银行|企业|厂$|矿$|店$|酒店|商会|协会|学会|合作社|事务所|基金会|证券|保险|信托|基金|股份|控股|"
    "实业|农商行|支行|分行|信用社|农信社|株式会社|电业局|电力局|俱乐部|促进会|研究会|超市|商场|传媒|行$"
)
_PUBLIC = re.compile(
    "(?:[局委厅部办府处科院校会区县市省州盟旗镇乡村站所队室股组段台馆园庭署司团关]|中心|政协|人大|街道|社区|大学|"
    "中学|小学|学院|医院|法院|检察院|政府|国务院|中央|领馆|使馆|总工会|工商联|残联|妇联|侨联|文联|科协|景区|新城|港区)$"
)
_PUBLIC_NOUN = re.compile(
    "(?:领导|领导同志|干部|民警|法官|检察官|辅警|交警|法警|公诉人|消防员|代办员|执法人员|驻村队员|村官|扶贫专干|负责同志)$"
)
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
    posts: dict[str, list[Post]] = {}
    for at, span in enumerate(spans):
        if span.label in NAMES:
            its = posts.setdefault(span.text, [])
            its += chains_before(text, spans, at)
            its += posts_after(text, spans, at)
    labels = {name: _label(text, name, its, spans) for name, its in posts.items()}
    decided = tuple(
        replace(span, label=labels[span.text]) if span.label in NAMES else span for span in spans
    )
    officials = tuple(
        Official(
            name,
            merge_posts(its),
            tuple(i for i, s in enumerate(decided) if s.text == name and s.label == "OFFICIAL"),
        )
        for name, its in posts.items()
        if labels[name] == "OFFICIAL"
    )
    return decided, officials


def merge_posts(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Take repetitions out: a post with its unit stands for the same title without."""
    merged: dict[Post, None] = {}
    with_unit = {post.title for post in posts if post.org}
    for post in posts:
        if post.org or post.title not in with_unit:
            merged[post] = None
    return tuple(merged)


def _label(text: str, name: str, posts: Sequence[Post], spans: Sequence[Span]) -> str:
    if any(_is_public(post) for post in posts):
        return "OFFICIAL"
    if posts:
        return "PERSON"
    own = [at for at, span in enumerate(spans) if span.label in NAMES and span.text == name]
    hints = [_noun_before(text, spans, at) for at in own]
    for label in NAMES:
        if label in hints:
            return label
    by_model = [spans[at].label for at in own if spans[at].rule == "model"]
    if by_model:
        return max(NAMES, key=by_model.count)
    public = any(_PUBLIC_VERB.match(text, spans[at].end) for at in own)
    return "OFFICIAL" if public else "PERSON"


def _noun_before(text: str, spans: Sequence[Span], at: int) -> str | None:
    """What a noun before a name, or before the list it stands in, makes of it."""
    while at > 0 and spans[at - 1].label in NAMES:
        if text[spans[at - 1].end : spans[at].start] not in ("、", "和", "与", "，", " ", "　"):
            break
        at -= 1
    start = spans[at].start
    if _PUBLIC_NOUN.search(text, max(0, start - 5), start):
        return "OFFICIAL"
    for length in (5, 4, 3, 2):
        if text[max(0, start - length) : start].rstrip("：: 　") in words("person_nouns.txt"):
            return "PERSON"
    return None


def _is_public(post: Post) -> bool:
    business = post.title.endswith(_heads("corporate"))
    if post.org is None:
        return not business and not post.title.endswith(_heads("body"))
    if _BUSINESS.search(post.org):
        return False
    return _PUBLIC.search(post.org) is not None or not business and len(post.org) < 3


@cache
def _heads(field: str) -> tuple[str, ...]:
    return tuple(row[0] for row in table("title_heads.tsv") if row[2] == field)

"""Decides who is an official, and gathers the posts of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from gaoyou_nlp.components.posts import NAMES, chains_before, posts_after
from gaoyou_nlp.lexicon.tables import table
from gaoyou_nlp.records import Official, Post, Span

_BUSINESS = re.compile(
    "公司|集团|银行|企业|厂$|矿$|店$|酒店|商会|协会|学会|合作社|事务所|基金会|证券|保险|信托|基金|股份|控股|"
    "实业|科技$|电子$|能源$|重工$|重科$|农商行|支行|分行|信用社|农信社|株式会社|电业局|电力局|俱乐部|联合会$|促进会|研究会|超市|商场|传媒"
)
_CORPORATE_TITLE = tuple(row[0] for row in ())


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
    own = [span.label for span in spans if span.label in NAMES and span.text == name]
    return "OFFICIAL" if own.count("OFFICIAL") * 2 > len(own) else "PERSON"


def _is_public(post: Post) -> bool:
    if post.org is not None:
        return _BUSINESS.search(post.org) is None
    return not post.title.endswith(_corporate_heads())


def _corporate_heads() -> tuple[str, ...]:
    return tuple(row[0] for row in table("title_heads.tsv") if row[2] in ("corporate", "body"))

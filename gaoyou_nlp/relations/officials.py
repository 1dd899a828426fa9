"""Brings the officials of an article together: labels, mentions, posts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gaoyou_nlp.records import Official, Post, Span
from gaoyou_nlp.relations.posts import gather_posts
from gaoyou_nlp.relations.roles import decide
from gaoyou_nlp.relations.surnames import Namesakes, is_surname_alone

_LEVELS = "省市县区镇乡村"
_PARTY_BODIES = ("党支部", "党总支", "党委", "党组")


def relate_officials(
    text: str, spans: Sequence[Span]
) -> tuple[tuple[Span, ...], tuple[Official, ...]]:
    """Decide OFFICIAL or PERSON for every name, and gather the officials' posts.

    Parameters:
        text: The article.
        spans: Its final spans, flat and in order.

    Returns:
        The spans with their labels decided, and the officials in order of appearance. A surname
        with a title (王局长) is a mention of the one person of that surname whom the title
        fits, else a person of its own.

    Examples:
        >>> spans = [Span(0, 2, "TITLE", "县长"), Span(2, 4, "PERSON", "张三")]
        >>> [(o.name, o.posts[0].title) for o in relate_officials("县长张三", spans)[1]]
        [('张三', '县长')]
    """
    read = gather_posts(text, spans)
    full: dict[str, list[Post]] = {}
    for at, posts in read.items():
        if not is_surname_alone(spans, at):
            full.setdefault(spans[at].text, []).extend(posts)
    people: dict[int, tuple[str, str]] = {}
    gathered: dict[tuple[str, str], list[Post]] = {(name, ""): full[name] for name in full}
    namesakes = Namesakes({name: merge_posts(posts) for name, posts in full.items()})
    for at, posts in read.items():
        name = spans[at].text
        if not is_surname_alone(spans, at):
            people[at] = (name, "")
            continue
        meant = namesakes.meant(name, posts)
        people[at] = (name, posts[0].title if posts else "") if meant is None else (meant, "")
        if meant is None or not full[meant]:
            gathered.setdefault(people[at], []).extend(posts)
    named = _labels(text, spans, people, gathered)
    decided = tuple(
        replace(span, label=named[people[at]])
        if at in people and span.label != named[people[at]]
        else span
        for at, span in enumerate(spans)
    )
    mentions: dict[tuple[str, str], list[int]] = {}
    for at, person in people.items():
        if decided[at].label == "OFFICIAL":
            mentions.setdefault(person, []).append(at)
    return decided, tuple(
        Official(person[0], merge_posts(gathered[person]), tuple(own))
        for person, own in mentions.items()
    )


def _labels(
    text: str,
    spans: Sequence[Span],
    people: Mapping[int, tuple[str, str]],
    posts: Mapping[tuple[str, str], Sequence[Post]],
) -> dict[tuple[str, str], str]:
    """The label of each person."""
    keys = {person: "\t".join(person).rstrip() for person in posts}
    renamed = [
        replace(span, text=keys[people[at]])
        if at in people and span.text != keys[people[at]]
        else span
        for at, span in enumerate(spans)
    ]
    labels = decide(text, renamed, {keys[person]: held for person, held in posts.items()})
    return {person: labels[key] for person, key in keys.items()}


def merge_posts(posts: Sequence[Post]) -> tuple[Post, ...]:
    """Take repetitions out: a post with its unit stands for the same title without.

    Parameters:
        posts: Of one person, in order of the text.

    Returns:
        One post for each body and title, with the first change that the text states for it.

    Examples:
        >>> merge_posts([Post(None, "局长"), Post("教育局", "局长")])
        (Post(org='教育局', title='局长', change=None, rule=''),)
        >>> [post.org for post in merge_posts([Post("县教育局", "局长", "former"), \
Post("教育局", "局长")])]
        ['县教育局']
    """
    if len(posts) < 2:
        return tuple(posts)
    merged: dict[tuple[str | None, str], Post] = {}
    with_unit = {post.title for post in posts if post.org}
    for post in posts:
        if post.org is None and post.title in with_unit:
            continue
        known = next((key for key in _names_of(post) if key in merged), None)
        if known is None:
            merged[post.org, post.title] = post
            continue
        first = merged[known]
        later = post if first.change is None else first
        titles = first.titles + tuple(at for at in post.titles if at not in first.titles)
        merged[known] = replace(first, change=later.change, rule=later.rule, titles=titles)
    return tuple(_without_former(list(merged.values())))


def _without_former(posts: list[Post]) -> list[Post]:
    """Let what the text calls a former post be one wherever it names it with fewer words."""
    former = [post for post in posts if post.change == "former"]
    if not former:
        return posts
    return [
        post
        for post in posts
        if post.change is not None or not any(_is_short_for(post, other) for other in former)
    ]


def _is_short_for(post: Post, former: Post) -> bool:
    """Whether a post is a former one with fewer words: 运输局局长, 原交通厅运输局局长."""
    own, title = f"{post.org or ''}{post.title}", former.title.lstrip("原前")
    unit = own.removesuffix(title)
    if unit in ("", own, former.org):
        return False
    if former.org is None:
        return post.org is None and unit in _PARTY_BODIES
    return former.org.endswith(unit)


def _names_of(post: Post) -> Iterator[tuple[str | None, str]]:
    """A post as written, and with 宜兴 for 宜兴市 and the other way round."""
    yield post.org, post.title
    if post.org:
        if post.org[-1] in _LEVELS:
            yield post.org[:-1], post.title
        yield from ((post.org + level, post.title) for level in _LEVELS)

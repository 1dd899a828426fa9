"""Reads who holds, held or is to hold which posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Post, Span
from gaoyou_nlp.relations.chain_units import UNITS
from gaoyou_nlp.relations.chains import (
    Chain,
    find_chains,
    first_of,
    read_posts,
    served_title,
    twin_unit,
)
from gaoyou_nlp.relations.changes import (
    NONE,
    Change,
    Headings,
    change_before,
    change_behind,
    passed_on,
    title_change,
)
from gaoyou_nlp.relations.holders import Holders
from gaoyou_nlp.relations.post_units import with_outer_unit, with_unit
from gaoyou_nlp.relations.resumes import TakenUp, end_earlier, take_up

_EACH_REACH = 12
# What leads from a name to the post that is given or taken: 为市长, 的县委书记职务.
_TO_ANOTHER = re.compile(
    "(?:同志)?(?:[（(][^（()）\n]{1,12}[)）])?(?:兼任的|为|[担出兼转升]?任|的)"
)
_THEN = re.compile("[原现]任|[、，][原前现]$")


def gather_posts(text: str, spans: Sequence[Span]) -> dict[int, list[Post]]:
    """Read who holds or held which posts.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.

    Returns:
        For each name, by its index in ``spans``, the posts that the words around it give, in
        order of the text, with repetitions.

    Examples:
        >>> spans = [Span(0, 2, "PERSON", "张三"), Span(3, 6, "ORG", "教育局")]
        >>> gather_posts("张三任教育局局长", [*spans, Span(6, 8, "TITLE", "局长")])
        {0: [Post(org='教育局', title='局长', change=None, rule='')]}
    """
    posts: dict[int, list[Post]] = {at: [] for at, span in enumerate(spans) if span.label in NAMES}
    holders = Holders(text, spans)
    headings = Headings(text, spans)
    last: list[Post] = []
    taken: dict[int, list[TakenUp]] = {}
    for chain in find_chains(text, spans):
        owners = holders.of(chain)
        read = read_posts(text, with_outer_unit(text, spans, chain))
        read = with_unit(text, spans, chain, read, last)
        twin = twin_unit(text, spans, chain)
        if twin is not None:
            read = [replace(read[0], org=twin), *read]
        if owners:
            change = _change(text, spans, chain, owners, headings)
            read = _with_changes(text, spans, chain, read, change, twin is not None)
            read = [p for p in read if not any(served_title(spans, at) for at in p.titles)]
            start = spans[first_of(spans, chain)].start
            for owner, share in zip(owners, _shares(text, spans, chain, owners, read), strict=True):
                held = len(posts[owner])
                posts[owner] += share
                dated = take_up(text, start, held, len(posts[owner]))
                if dated is not None:
                    taken.setdefault(owner, []).append(dated)
        last = read
    for owner, dates in taken.items():
        end_earlier(text, posts[owner], dates)
    return posts


def _shares(
    text: str, spans: Sequence[Span], chain: Chain, owners: Sequence[int], posts: list[Post]
) -> list[list[Post]]:
    """Which posts each of the names has: all of them, or each its own (张三、李四分别任…)."""
    between = text[spans[owners[-1]].end : spans[chain.first].start][:_EACH_REACH]
    if len(owners) == len(posts) > 1 and "分别" in between:
        return [[post] for post in posts]
    return [posts] * len(owners)


def _change(
    text: str, spans: Sequence[Span], chain: Chain, owners: Sequence[int], headings: Headings
) -> Change:
    """What the words around a chain say of all its posts."""
    start = spans[first_of(spans, chain)].start
    passed = passed_on(text, spans[chain.last].end, spans[owners[0]].end)
    if passed is not None:
        return passed
    ends = [spans[chain.last].end]
    ends += [spans[owner].end for owner in owners if spans[owner].start >= ends[0]]
    found = change_behind(text, ends)
    if _holds_already(text, spans, chain, owners[-1]):
        return found
    if found == NONE or found[0] == "nominated":
        before = change_before(text, spans, chain, start)
        if before != NONE and not (found[0] == "nominated" and before[0] == "elected"):
            found = before
    return found if found != NONE else headings.at(start)


def _holds_already(text: str, spans: Sequence[Span], chain: Chain, owner: int) -> bool:
    """Whether a verb is about a post behind the name: 任命副市长张三为市长, 免去局长张三的…职务."""
    name = spans[owner]
    if name.start < spans[chain.last].end:
        return False
    verb = _TO_ANOTHER.match(text, name.end)
    if verb is None:
        return False
    behind = owner + 1
    touches = behind < len(spans) and spans[behind].start == verb.end()
    return touches and spans[behind].label in (*UNITS, "TITLE")


def _with_changes(
    text: str, spans: Sequence[Span], chain: Chain, posts: list[Post], change: Change, twin: bool
) -> list[Post]:
    """Give each post of a chain its change: its own, or that of the chain."""
    titles = [at for at in range(chain.first, chain.last + 1) if spans[at].label == "TITLE"]
    if twin:
        titles.insert(0, titles[0])
    changed: list[Post] = []
    candidate_for = titles[-1]  # the one that 候选人 is said of
    former, ended = NONE, 0
    for at, post in zip(titles, posts, strict=True):
        own = title_change(post.title)
        if changed and post.org != changed[-1].org:
            former = NONE
        unit = at - 1 if spans[at - 1].label in UNITS and at > chain.first else at
        edge = spans[unit].start + spans[unit].text.startswith("现")
        then = _THEN.search(text[ended:edge]) if changed else None
        ended = spans[at].end
        if then:
            change = NONE if "现" in then[0] else ("former", "before:原任")
        if own[0] == "former":
            former = own
        common = NONE if change[0] == "nominated" and at != candidate_for else change
        if post.title == "常委" and change[1].startswith("behind:") and change[1].endswith("任"):
            common = NONE  # who is promoted stays on the committee
        over = change if own[0] == "acting" and change[0] == "former" else NONE
        found = next((c for c in (over, own, former, common) if c != NONE), NONE)
        changed.append(replace(post, change=found[0], rule=found[1], titles=(at,)))
    return changed

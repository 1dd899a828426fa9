"""Finds chains of units and titles, and reads them as posts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Post, Span
from gaoyou_nlp.relations.chain_units import UNITS, goes_on, holds_name, is_unit, whole_name

_LINK = re.compile("[、，,／/]?(?:兼任?|和|及|以及|暨|并任|现任|原任)?[ 　]?|[、，](?:原|前)")
_TAKES = re.compile("(?:任|为|当选|辞去|免去|的)$")
_SERVANTS = ("发言人", "新闻发言人", "特使", "助理", "秘书", "顾问")
_BOTH = re.compile("[、和与及]")
_ROLE_ITEMS = re.compile(
    r"(?:、[^，。；、\n]{0,30}?(?:{role}))+(?=、)", words="relations/post_words.tsv"
)
"""Items of a list that are passing roles: 、调查组组长."""


@dataclass(frozen=True, slots=True)
class Chain:
    """Spans ``first`` to ``last`` (inclusive): units and titles that stand together."""

    first: int
    last: int


def find_chains(text: str, spans: Sequence[Span]) -> Iterator[Chain]:
    """Find the runs of units and titles that end in a title.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.

    Yields:
        The chains in order; none overlap.
    """
    at = 0
    while at < len(spans):
        if spans[at].label != "TITLE":
            at += 1
            continue
        first = last = at
        if first > 0 and touch(spans, first - 1) and is_unit(text, spans[first - 1]):
            first -= 1
        while True:
            title = _next_title(text, spans, last)
            if title is None:
                break
            last = title
        yield Chain(first, last)
        at = last + 1


def touch(spans: Sequence[Span], at: int) -> bool:
    """Whether a span and the one after it stand side by side."""
    return spans[at].end == spans[at + 1].start


def first_of(spans: Sequence[Span], chain: Chain) -> int:
    """Return the index of a chain's first span, areas that stand directly before it counted."""
    first = chain.first
    lowest = max(0, first - 4)
    while first > lowest and spans[first - 1].label in UNITS and touch(spans, first - 1):
        first -= 1
    return first


def _next_title(text: str, spans: Sequence[Span], at: int) -> int | None:
    """The next title of the chain after the one at ``at``, over the units between."""
    further = at + 1
    end = spans[at].end
    roles = _ROLE_ITEMS.match(text, end)
    if roles is not None:
        end = roles.end()
        while further < len(spans) and spans[further].start < end:
            if spans[further].label not in UNITS:
                return None
            further += 1
    if further >= len(spans) or not _LINK.fullmatch(text, end, spans[further].start):
        return None
    while further < len(spans) and spans[further].label in UNITS:
        if further + 1 >= len(spans) or not touch(spans, further):
            return None
        if holds_name(text, spans[further]):
            return None
        further += 1
    if further >= len(spans) or spans[further].label != "TITLE":
        return None
    return None if _new_clause(text, spans, at, further) else further


def _new_clause(text: str, spans: Sequence[Span], at: int, further: int) -> bool:
    """Whether a comma ends what is said of a post: 不再担任局长，副局长张三主持."""
    behind = further + 1
    if text[spans[at].end : spans[at].end + 1] not in ("，", ","):
        return False
    if behind >= len(spans) or spans[behind].label not in NAMES or not touch(spans, further):
        return False
    start = spans[first_of(spans, Chain(at, at))].start
    return _TAKES.search(text, max(0, start - 4), start) is not None


def read_posts(text: str, chain: Sequence[Span]) -> list[Post]:
    """Read a chain of units and titles as posts, each unit carried along inside its body.

    Parameters:
        text: Their text.
        chain: ORG, GPE and TITLE spans in order.

    Returns:
        One post for each title.

    Examples:
        >>> unit, first = Span(0, 2, "ORG", "市委"), Span(2, 4, "TITLE", "常委")
        >>> read_posts("市委常委、副市长", [unit, first, Span(5, 8, "TITLE", "副市长")])
        [Post(org='市委', title='常委', change=None, rule=''), \
Post(org=None, title='副市长', change=None, rule='')]
    """
    posts: list[Post] = []
    unit: Span | None = None
    for before, span in zip([None, *chain], chain, strict=False):
        if span.label in UNITS:
            unit = span
            continue
        if (
            unit is not None
            and before is not None
            and before.label == "TITLE"
            and not goes_on(unit, before.text, span.text)
        ):
            unit = None
        posts.append(Post(None if unit is None else whole_name(unit, span), span.text))
    return posts


def served_title(spans: Sequence[Span], at: int) -> bool:
    """Say whether a title is that of somebody whom the holder serves: 秘书长 of 秘书长发言人.

    Parameters:
        spans: Of the article.
        at: The index of a title.

    Examples:
        >>> served_title([Span(0, 3, "TITLE", "秘书长"), Span(3, 6, "TITLE", "发言人")], 0)
        True
    """
    further = spans[at + 1] if at + 1 < len(spans) else None
    if further is None or further.label != "TITLE" or further.start != spans[at].end:
        return False
    return further.text in _SERVANTS


def twin_unit(text: str, spans: Sequence[Span], chain: Chain) -> str | None:
    """Return the second body of which the first post is, as in 中央某办、国务院某办主任.

    Parameters:
        text: The article.
        spans: Its spans.
        chain: A chain that begins with a body.

    Returns:
        The body named before the chain's own, where both names end alike.
    """
    if chain.first == 0 or spans[chain.first].label != "ORG":
        return None
    own, other = spans[chain.first], spans[chain.first - 1]
    if other.label != "ORG" or not _BOTH.fullmatch(text, other.end, own.start):
        return None
    alike = other.text[-2:] == own.text[-2:] and "办" in own.text[-2:]
    return other.text if alike else None

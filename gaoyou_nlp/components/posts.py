"""Reads the posts beside personal names: chains before a name, posts after it, appointments."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gaoyou_nlp.records import Post, Span

NAMES = ("OFFICIAL", "PERSON")
UNITS = ("ORG", "GPE")

_LINK = re.compile("[、，,／/]?(?:兼|兼任|和|及|以及|暨|并任)?[ 　]?")
_TO_NAME = re.compile("[ 　]?(?:同志|的)?[：:]?[ 　]?")
_OF_AREA = re.compile(
    "(?:^|副|代|代理|常务|原|前|第一)(?:自治区主席|自治州州长|[省市县区州盟旗乡镇村]长)(?:助理)?$"
)
_COMMITTEE = re.compile("(?:[省市县区州盟旗]委|自治区党委|地委|中央)$")
_PARTY = re.compile("书记|常委|委员|秘书长")
_AREA_UNIT = re.compile("(?:政府|人民政府)$")
_AFTER = re.compile(
    "(?:同志)?(?:[（(][男女][)）])?(?:[，,：:]?(?:(?:现|历|曾|兼|时|新|继续|同时|先后|被)?(?:担任|出任|接任|调任|改任|转任|升任|任命|当选|任|系|是|为|兼)(?:为|过|了)?|的|此前任|此前曾任|[（(]|辞去(?:了)?|不再担任))$"
)
_IN_CHAIN = re.compile("(?:[、，,和及兼]|兼任|以及|的|职务|[ 　])*")


def chains_before(text: str, spans: Sequence[Span], at: int) -> list[Post]:
    """The posts of the chain that leads up to the name ``spans[at]``."""
    last = at - 1
    if last < 0 or spans[last].label != "TITLE":
        return []
    if not _TO_NAME.fullmatch(text, spans[last].end, spans[at].start):
        return []
    first = last
    while first > 0 and _linked(text, spans[first - 1], spans[first]):
        first -= 1
    return carry(text, spans[first : last + 1])


def _linked(text: str, left: Span, right: Span) -> bool:
    gap = text[left.end : right.start]
    if left.label in UNITS:
        return gap == ""
    return left.label == "TITLE" and len(gap) <= 4 and _LINK.fullmatch(gap) is not None


def carry(text: str, chain: Sequence[Span]) -> list[Post]:
    """Read a chain of units and titles as posts, each unit carried along inside its body.

    Parameters:
        text: Their text.
        chain: ORG, GPE and TITLE spans in order.

    Returns:
        One post for each title.

    Example:
        >>> unit, first = Span(0, 2, "ORG", "市委"), Span(2, 4, "TITLE", "常委")
        >>> carry("市委常委、副市长", [unit, first, Span(5, 8, "TITLE", "副市长")])
        [Post(org='市委', title='常委'), Post(org=None, title='副市长')]
    """
    posts: list[Post] = []
    unit: Span | None = None
    fresh = False
    for span in chain:
        if span.label in UNITS:
            unit, fresh = span, True
        elif span.label == "TITLE":
            if unit is not None and not fresh and not _goes_on(unit, span.text):
                unit = None
            posts.append(Post(None if unit is None else unit.text, span.text))
            fresh = False
    return posts


def _goes_on(unit: Span, title: str) -> bool:
    """Whether a further title of a chain is still one of the unit."""
    if unit.label == "GPE":
        return True
    if _COMMITTEE.search(unit.text):
        return _PARTY.search(title) is not None
    if _OF_AREA.search(title):
        return _AREA_UNIT.search(unit.text) is not None
    return True


def posts_after(text: str, spans: Sequence[Span], at: int) -> list[Post]:
    """The posts that stand after the name ``spans[at]``: 张三任…, 张三（…）, 李建安主任."""
    if at + 1 >= len(spans):
        return []
    name, after = spans[at], spans[at + 1]
    gap = text[name.end : after.start]
    if after.label == "TITLE" and gap == "":
        unit = spans[at - 1] if at and spans[at - 1].end == name.start else None
        its = unit.text if unit is not None and unit.label in UNITS else None
        return [Post(its, after.text)]
    if after.label not in (*UNITS, "TITLE") or len(gap) > 12 or not _AFTER.fullmatch(gap):
        return []
    end = at + 1
    while end + 1 < len(spans) and _goes_along(text, spans[end], spans[end + 1]):
        end += 1
    chain = list(spans[at + 1 : end + 1])
    while chain and chain[-1].label != "TITLE":
        chain.pop()
    return carry(text, chain)


def _goes_along(text: str, left: Span, right: Span) -> bool:
    if right.label not in (*UNITS, "TITLE"):
        return False
    gap = text[left.end : right.start]
    if left.label in UNITS:
        return gap == ""
    return len(gap) <= 4 and _IN_CHAIN.fullmatch(gap) is not None

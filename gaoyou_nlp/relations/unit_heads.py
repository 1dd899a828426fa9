"""Tells of which units a post can be by its last word: 局长 is of a 局, 院长 of a 院 or 医院."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Post, Span
from gaoyou_nlp.relations.chain_units import UNITS
from gaoyou_nlp.relations.chains import Chain

_OF_UNIT: Final = re.compile(
    "^(?:原|前|常务|副|代理?|第一|专职|兼职)*"
    "([总支大中]队|[局厅处科所站院校行镇乡村厂社馆台队会部司署县市区庭])长(?:助理)?$"
)
_AREAS: Final = "镇乡村"  # of these the last one named is meant
_WIDE: Final = "县市区"  # other areas of the level are named beside the own one
# Units that are named otherwise than their heads; of the rest unit and head end alike.
_ENDINGS: Final = {
    "校": ("校", "小学", "中学", "大学", "学院", "附中", "一中", "二中", "三中"),
    "检察院": ("检察院",),
}
_CHAIR: Final = re.compile("副?主席")
_LAW: Final = re.compile("法院|检察院")
_OF_LAW: Final = re.compile("审判|检察|执行局|^副?院长$|^副?庭长$")
_INSIDE: Final = re.compile("党[组委](?:[副成委书]|$)|纪[检委]")
_SEVERAL: Final = re.compile("(?:常务)?副|党[组委](?:成员|委员)|委员")
_THIS: Final = re.compile("该([局厅处科所站院校委办镇乡村厂社馆台队会部司署县市区行])$")
_DEPUTY: Final = re.compile("代理|(?:常务)?副|^代")
_SENTENCE_END: Final = re.compile("[。；;！？!?\\n]")
_SENTENCE: Final = 60  # characters back in the sentence of a post
_PARAGRAPH: Final = 150  # characters back in its paragraph
_LOOK_BACK: Final = 8  # spans back


def endings(title: str) -> tuple[str, ...]:
    """Return how the units end that a post can be of; none where its words leave it open.

    Parameters:
        title: Of the post.

    Examples:
        >>> endings("副局长"), endings("检察长"), endings("书记")
        (('局',), ('检察院',), ())
    """
    head = _OF_UNIT.search(title)
    if head:
        return _ENDINGS.get(head[1], (head[1],))
    if title.endswith(("检察员", "检察长")):
        return _ENDINGS["检察院"]
    if _CHAIR.fullmatch(title):
        return ("政协", "总工会", "文联", "残联", "工商联")
    return ()


def fits_unit(title: str, unit: str) -> bool:
    """Say whether the last word of a post is that of a unit: 镇长 fits 罗河镇.

    Parameters:
        title: Of the post.
        unit: A body or an area.

    Examples:
        >>> fits_unit("副镇长", "罗河镇"), fits_unit("县长", "县教育局")
        (True, False)
    """
    return unit.endswith(endings(title) or "\n")


def same_office(post: Post, title: str) -> bool:
    """Say whether a title is one beside another in the same unit: 局长, 副局长; 主席, 秘书长.

    Parameters:
        post: A post.
        title: Of the post of somebody else who is named beside its holder.

    Examples:
        >>> same_office(Post("县教育局", "局长"), "副局长"), same_office(Post("县", "县长"), "书记")
        (True, False)
    """
    if _DEPUTY.sub("", title) == _DEPUTY.sub("", post.title):
        return True
    if _LAW.search(post.org or ""):
        return _OF_LAW.search(title) is not None
    return title.endswith("秘书长") and post.title.endswith(("主席", "会长"))


def share_unit(before: Sequence[Post], titles: Sequence[str]) -> bool:
    """Say whether the posts of somebody are of the unit of the one who is named before.

    Parameters:
        before: The posts of the one named before, the last with a unit.
        titles: Of the posts that have none.

    Returns:
        Whether one of them is an office beside one of those before, has the last word of the unit,
        or all are posts of the leading body inside it.

    Examples:
        >>> share_unit([Post("县教育局", "局长")], ["党组成员", "副局长"])
        True
        >>> share_unit([Post("县教育局", "局长")], ["副县长"])
        False
    """
    unit = before[-1].org or ""
    known = [post for post in before if post.org == unit]
    if len(titles) == 1 and titles[0] == known[-1].title:
        return _SEVERAL.match(titles[0]) is not None
    inside = any(_INSIDE.match(post.title) or fits_unit(post.title, unit) for post in known)
    if inside and all(_INSIDE.match(title) for title in titles):
        return True
    return any(
        fits_unit(title, unit) or any(same_office(post, title) for post in known)
        for title in titles
    )


def last_unit(text: str, spans: Sequence[Span], chain: Chain) -> Span | None:
    """Return the unit that was named last, where a post of a chain fits it: 局长, of 县水利局.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        chain: A chain that begins with a title.

    Returns:
        The unit of the same sentence if nobody is named between; the one behind 该局; that of
        the sentence before if its paragraph has no other that fits. None where it stays open.
    """
    this = _THIS.search(text, max(0, spans[chain.first].start - 2), spans[chain.first].start)
    if this is not None:
        return _unit_of_this(spans, chain.first, this[1])
    titles = (s.text for s in spans[chain.first : chain.last + 1] if s.label == "TITLE")
    fitting = next((found for found in map(endings, titles) if found), ())
    if not fitting or fitting[0] in _WIDE:
        return None
    start = spans[chain.first].start
    unit = _unit_back(text, spans, chain, fitting)
    if text.endswith(fitting, max(0, start - 3), start):
        # 总参作战部部长: a unit that was not found; 研究院院长: the one that ends so
        return unit if unit is not None and unit.text[-2:] == text[start - 2 : start] else None
    return unit


def _unit_of_this(spans: Sequence[Span], at: int, head: str) -> Span | None:
    """The last unit with this head before a span: 该局 goes back to 县水利局."""
    for span in reversed(spans[max(0, at - _LOOK_BACK) : at]):
        if span.label in UNITS and span.text.endswith(head):
            return span if spans[at].start - span.end < 100 else None
    return None


def _unit_back(
    text: str, spans: Sequence[Span], chain: Chain, fitting: tuple[str, ...]
) -> Span | None:
    """The unit of the paragraph that a post goes back to: the one that ends like units it fits.

    Parameters:
        text: The article.
        spans: Its spans.
        chain: Of the post.
        fitting: How units end that have such a post.

    Returns:
        A unit of the same sentence; else the only one that fits, where a name follows the post.
    """
    start = spans[chain.first].start
    found: Span | None = None
    for span in reversed(spans[max(0, chain.first - _LOOK_BACK) : chain.first]):
        if start - span.end > _PARAGRAPH or "\n" in text[span.end : start]:
            break
        if span.label in NAMES and found is None:
            return None
        if span.label not in UNITS:
            continue
        same = start - span.end <= _SENTENCE and not _SENTENCE_END.search(text, span.end, start)
        fits = span.text.endswith(fitting)
        if found is None and same and (fits or fitting[0] in _AREAS or span.label == "ORG"):
            return span if fits else None
        if fits and found is not None and span.text != found.text:
            return None
        if fits:
            found = found or span
    named = chain.last + 1 < len(spans) and spans[chain.last + 1].label in NAMES
    touches = named and spans[chain.last].end == spans[chain.last + 1].start
    return found if touches else None

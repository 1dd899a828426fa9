"""Finds the unit of posts that have none directly before them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Post, Span
from gaoyou_nlp.relations.chain_units import UNITS, goes_on, is_unit
from gaoyou_nlp.relations.chains import Chain, read_posts
from gaoyou_nlp.relations.unit_heads import fits_unit, last_unit, share_unit

_TABLE: Final = "relations/post_contexts.tsv"
_BESIDE_NAME: Final = re.compile(
    "(?:[（(][^（()）\n]{1,10}[)）])?(?:[^，,、]{0,11}[，,、])?(?:还有)?(?:同志)?(?:以及|和|与|及|其)?"
    "(?:(?:主管|分管|负责|联系)[^，。；、\n]{1,10}的)?(?:当选为?|[担接升出改转调]?任|晋升为?|为)?"
)
_SPECIAL: Final = ("特区", "特别行政区")
_BLANK: Final = re.compile("[ 　\t|｜]*")
_PAIRS_GAP: Final = re.compile("(?:、|，|和|与|及|以及)")
_NEXT_POST: Final = re.compile("[，,](?:并?(?:拟)?提名|并?推荐|拟?兼?任)(?:其?为)?$")
_SENTENCE_END: Final = re.compile("[。；;！？!?\\n]")
_OPENS: Final = re.compile('[（(](?:(?:以下|下文|下称)?简?称)?[：:]?[“"]?')
_CLOSES: Final = re.compile('[”"]?[)）]')
# A body that is named for what it studies: 中央学习贯彻…领导小组.
_STUDY: Final = re.compile("(?:领导|工作|协调)小组$|办公室$|指挥部$")
_CUT: Final = re.compile("(?:中央)?(?:深入|全面)?学习(?:宣传)?贯彻(?:落实)?(?:党的)?$")
_GAP: Final = 24  # characters between a unit or a name and the post that it lends its unit to
_UNIT_GAP = re.compile(
    "(?:{unit gap})?|(?:主管|分管|负责|联系).{1,6}的|"
    "(?:{unit gap role})[、兼]|第[0-9一二三四五六七八九十百]{1,5}[任届位]",
    words=_TABLE,
)


def with_outer_unit(text: str, spans: Sequence[Span], chain: Chain) -> Sequence[Span]:
    """Return the spans of a chain, its unit that before a bracket: 县住建局（交通局）局长.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        chain: The chain.

    Examples:
        >>> text = "县教育局（以下简称“县局”）局长"
        >>> spans = [Span(0, 4, "ORG", "县教育局"), Span(10, 12, "ORG", "县局")]
        >>> spans += [Span(14, 16, "TITLE", "局长")]
        >>> [span.text for span in with_outer_unit(text, spans, Chain(2, 2))]
        ['县教育局', '局长']
    """
    members = [*spans[chain.first : chain.last + 1]]
    members[0] = _whole_study(text, spans, chain.first)
    title = next(at for at in range(chain.first, chain.last + 1) if spans[at].label == "TITLE")
    unit = title - 1
    if unit < 1 or spans[unit].label not in UNITS or spans[unit - 1].label != "ORG":
        return members
    inner, outer = spans[unit], spans[unit - 1]
    opened = _OPENS.fullmatch(text, outer.end, inner.start)
    closed = _CLOSES.fullmatch(text, inner.end, spans[title].start)
    return [outer, *spans[title : chain.last + 1]] if opened and closed else members


def _whole_study(text: str, spans: Sequence[Span], first: int) -> Span:
    """A body that is named for what it studies, with the words before: 市委学习贯彻…领导小组."""
    unit = spans[first]
    if not _STUDY.search(unit.text):
        return unit
    cut = _CUT.search(text, max(0, unit.start - _GAP), unit.start)
    if cut is None:
        return unit
    start, before = cut.start(), spans[first - 1] if first else unit
    if before.label in UNITS and before.end == start:
        start = before.start
    return replace(unit, start=start, text=text[start : unit.end])


def with_unit(
    text: str,
    spans: Sequence[Span],
    chain: Chain,
    posts: list[Post],
    before: Sequence[Post],
) -> list[Post]:
    """Give the first posts of a chain the unit that the words before it name.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        chain: The chain.
        posts: Its posts.
        before: The posts of the chain before.

    Returns:
        The posts, those without a unit with the one that they share.
    """
    if not posts or posts[0].org is not None or chain.first == 0:
        return posts
    unit = _unit_of(text, spans, chain, before)
    return posts if unit is None else read_posts("", [unit, *spans[chain.first : chain.last + 1]])


def _unit_of(text: str, spans: Sequence[Span], chain: Chain, before: Sequence[Post]) -> Span | None:
    title, neighbour = spans[chain.first], spans[chain.first - 1]
    if neighbour.label in NAMES and _BLANK.fullmatch(text, neighbour.end, title.start):
        unit = _unit_before_name(text, spans, chain, before)
        listed = before and before[-1].org and text[spans[chain.last].end :][:1] in ("：", ":")
        return _shared(spans, chain, before) if unit is None and listed else unit
    gap = text[neighbour.end : title.start] if title.start - neighbour.end < _GAP else "。"
    if neighbour.label in UNITS and len(gap) < 10 and not is_unit(text, neighbour):
        return None
    unit = _unit_beside(neighbour, title, gap, before)
    if unit is None and before and before[-1].org and _lists(neighbour, gap):
        unit = _shared(spans, chain, before)
    return unit or last_unit(text, spans, chain)


def _shared(spans: Sequence[Span], chain: Chain, before: Sequence[Post]) -> Span | None:
    """The unit of the posts before a chain that it is of, too."""
    titles = [s.text for s in spans[chain.first : chain.last + 1] if s.label == "TITLE"]
    return _unit(before[-1].org or "") if share_unit(before, titles) else None


def _lists(neighbour: Span, gap: str) -> bool:
    """Whether a post stands beside a name in a list: 局长张三、副局长李四."""
    listed = neighbour.label in NAMES and not _SENTENCE_END.search(gap)
    return listed and _BESIDE_NAME.fullmatch(gap) is not None


def _unit_beside(neighbour: Span, title: Span, gap: str, before: Sequence[Post]) -> Span | None:
    """The unit that the span before a post gives it, with the words between them."""
    if neighbour.label in UNITS and len(gap) < 10 and _UNIT_GAP.fullmatch(gap):
        return neighbour
    if neighbour.label in UNITS and gap and gap == neighbour.text[-1]:
        return neighbour  # 代营村村支部书记
    if neighbour.label == "GPE" and gap in _SPECIAL:
        return _unit(neighbour.text + gap)
    if not before or before[-1].org is None:
        return None
    if neighbour.label == "TITLE" and _NEXT_POST.fullmatch(gap):
        unit = _unit(before[-1].org)
        return unit if goes_on(unit, before[-1].title, title.text) else None
    return None


def _lends(holder: Span, title: str) -> bool:
    """Whether a body before 的 is that of a title: 县水利局的甘局长, 罗河镇的甘镇长."""
    return holder.label == "ORG" or (holder.label == "GPE" and fits_unit(title, holder.text))


def _unit(name: str) -> Span:
    return Span(0, 0, "ORG", name)


def _unit_before_name(
    text: str, spans: Sequence[Span], chain: Chain, before: Sequence[Post]
) -> Span | None:
    """教育局张三局长; 教育局张三局长、李四副局长."""
    name = spans[chain.first - 1]
    if chain.first < 2:
        return None
    holder = spans[chain.first - 2]
    if holder.label in UNITS and _BLANK.fullmatch(text, holder.end, name.start):
        return holder
    if text[holder.end : name.start] == "的" and _lends(holder, spans[chain.first].text):
        return holder
    if holder.label != "TITLE" or not before or not before[-1].org:
        return None
    if name.end != spans[chain.first].start or not _PAIRS_GAP.fullmatch(
        text, holder.end, name.start
    ):
        return None
    unit = _unit(before[-1].org)
    return unit if goes_on(unit, before[-1].title, spans[chain.first].text) else None

"""Reads who holds, held or is to hold which posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Post, Span
from gaoyou_nlp.relations.chains import (
    UNITS,
    Chain,
    carry,
    find_chains,
    first_of,
    goes_on,
    is_unit,
    twin_unit,
)
from gaoyou_nlp.relations.changes import (
    NONE,
    Change,
    Headings,
    change_before,
    change_behind,
    title_change,
)
from gaoyou_nlp.relations.holders import Holders
from gaoyou_nlp.relations.resumes import TakenUp, end_earlier, take_up

_DEPUTY = re.compile("^(?:(?:常务)?副|代)")
_OF_UNIT = re.compile("([总支大中]队|[局厅处科所站院校行镇乡村厂社馆台队会部司署])长$")
_UNIT_GAP = re.compile(
    "(?:出庭|派出?|的|现任|时任|新任?|新当选的?|首任|原|一名|一位|专职)?|(?:主管|分管|负责|联系).{1,6}的|(?:教师|干部|职工|工人|办事员|秘书|干事|书记员|文书)[、兼]|"
    "第[0-9一二三四五六七八九十百]{1,5}[任届位]"
)
_SPECIAL = ("特区", "特别行政区")
_BESIDE_NAME = re.compile("(?:[^，,、]{0,11}[，,、])?(?:以及|和|与|及|其)?(?:当选为?|担任|任|为)?")
_THIS = re.compile("该([局厅处科所站院校委办镇乡村厂社馆台队会部司署县市区行])$")
_BLANK = re.compile("[ 　\t|｜]*")
_PAIRS_GAP = re.compile("(?:、|，|和|与|及|以及)")
_NEXT_POST = re.compile("[，,](?:并?(?:拟)?提名|并?推荐|拟?兼?任)(?:其?为)?$")
_SENTENCE_END = re.compile("[。；;！？!?\\n]")
_EACH_REACH = 12
_OPENING, _CLOSING = ("（", "("), ("）", ")")
_THEN = re.compile("(?:原|现)任")


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
        its = carry(text, _with_outer_unit(text, spans, chain))
        its = _with_unit(text, spans, chain, its, last)
        twin = twin_unit(text, spans, chain)
        if twin is not None:
            its = [replace(its[0], org=twin), *its]
        if owners:
            change = _change(text, spans, chain, owners, headings)
            its = _with_changes(text, spans, chain, its, change, twin is not None)
            start = spans[first_of(spans, chain)].start
            for owner, share in zip(owners, _shares(text, spans, chain, owners, its), strict=True):
                held = len(posts[owner])
                posts[owner] += share
                dated = take_up(text, start, held, len(posts[owner]))
                if dated is not None:
                    taken.setdefault(owner, []).append(dated)
        last = its
    for owner, dates in taken.items():
        end_earlier(text, posts[owner], dates)
    return posts


def _with_outer_unit(text: str, spans: Sequence[Span], chain: Chain) -> Sequence[Span]:
    """The spans of a chain; the unit before a bracket for that inside: 县住建局（交通局）局长."""
    its = spans[chain.first : chain.last + 1]
    title = next(at for at in range(chain.first, chain.last + 1) if spans[at].label == "TITLE")
    unit = title - 1
    if unit < 1 or spans[unit].label not in UNITS or spans[unit - 1].label != "ORG":
        return its
    inner, outer = spans[unit], spans[unit - 1]
    opened = text[outer.end : inner.start] in _OPENING
    closed = text[inner.end : spans[title].start] in _CLOSING
    return [outer, *spans[title : chain.last + 1]] if opened and closed else its


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
    ends = [spans[chain.last].end]
    ends += [spans[owner].end for owner in owners if spans[owner].start >= ends[0]]
    found = change_behind(text, ends)
    if found == NONE or found[0] == "nominated":
        before = change_before(text, spans, chain, start)
        found = before if before != NONE else found
    return found if found != NONE else headings.at(start)


def _with_changes(
    text: str, spans: Sequence[Span], chain: Chain, posts: list[Post], change: Change, twin: bool
) -> list[Post]:
    """Give each post of a chain its change: its own, or that of the chain."""
    titles = [at for at in range(chain.first, chain.last + 1) if spans[at].label == "TITLE"]
    if twin:
        titles.insert(0, titles[0])
    changed: list[Post] = []
    its_post = titles[-1]  # the one that 候选人 is said of
    former, ended = NONE, 0
    for at, post in zip(titles, posts, strict=True):
        own = title_change(post.title)
        if changed and post.org != changed[-1].org:
            former = NONE
        then = _THEN.search(text, ended, spans[at].start) if changed else None
        ended = spans[at].end
        if then:
            change = NONE if then[0] == "现任" else ("former", "before:原任")
        if own[0] == "former":
            former = own
        said = NONE if change[0] == "nominated" and at != its_post else change
        if post.title == "常委" and change[1].startswith("behind:") and change[1].endswith("任"):
            said = NONE  # who is promoted stays on the committee
        over = change if own[0] == "acting" and change[0] == "former" else NONE
        found = next((c for c in (over, own, former, said) if c != NONE), NONE)
        changed.append(replace(post, change=found[0], rule=found[1], titles=(at,)))
    return changed


def _with_unit(
    text: str, spans: Sequence[Span], chain: Chain, posts: list[Post], last: Sequence[Post]
) -> list[Post]:
    """Give the first post of a chain the unit that the words before it name."""
    if not posts or posts[0].org is not None or chain.first == 0:
        return posts
    title, before = spans[chain.first], spans[chain.first - 1]
    if before.label in NAMES and _BLANK.fullmatch(text, before.end, title.start):
        unit = _unit_before_name(text, spans, chain, last)
        return posts if unit is None else _carried(spans, chain, unit)
    gap = text[before.end : title.start] if title.start - before.end < 24 else "。"
    named: str | None = None
    if before.label in UNITS and len(gap) < 10 and not is_unit(text, before):
        return posts
    if before.label in UNITS and len(gap) < 10 and _UNIT_GAP.fullmatch(gap):
        named = before.text
    elif before.label in UNITS and gap and gap == before.text[-1]:
        named = before.text  # 代营村村支部书记
    elif before.label == "GPE" and gap in _SPECIAL:
        named = before.text + gap
    elif before.label == "TITLE" and last and _NEXT_POST.fullmatch(gap):
        kept = Span(0, 0, "ORG", last[-1].org or "")
        named = kept.text if kept.text and goes_on(kept, last[-1].title, title.text) else None
    elif before.label in NAMES and last and len(gap) < 12 and not _SENTENCE_END.search(gap):
        beside = _BESIDE_NAME.fullmatch(gap)
        named = _same_unit(last[-1], title.text) if beside else None
    if named is None:
        named = _unit_of_this(text, spans, chain.first) or _unit_of_head(text, spans, chain.first)
    return posts if named is None else _carried(spans, chain, Span(0, 0, "ORG", named))


def _carried(spans: Sequence[Span], chain: Chain, unit: Span) -> list[Post]:
    return carry("", [unit, *spans[chain.first : chain.last + 1]])


def _unit_before_name(
    text: str, spans: Sequence[Span], chain: Chain, last: Sequence[Post]
) -> Span | None:
    """教育局张三局长; 教育局张三局长、李四副局长."""
    name = spans[chain.first - 1]
    if chain.first < 2:
        return None
    holder = spans[chain.first - 2]
    if holder.label in UNITS and _BLANK.fullmatch(text, holder.end, name.start):
        return holder
    if holder.label != "TITLE" or not last or not last[-1].org:
        return None
    if name.end != spans[chain.first].start or not _PAIRS_GAP.fullmatch(
        text, holder.end, name.start
    ):
        return None
    kept = Span(0, 0, "ORG", last[-1].org)
    return kept if goes_on(kept, last[-1].title, spans[chain.first].text) else None


def _same_unit(last: Post, title: str) -> str | None:
    """局长张三、副局长李四; 主席张三，副主席李四、秘书长王五."""
    if _DEPUTY.sub("", title) == _DEPUTY.sub("", last.title) and last.title != title:
        return last.org
    return last.org if title.endswith("秘书长") and last.title.endswith("主席") else None


def _unit_of_this(text: str, spans: Sequence[Span], at: int) -> str | None:
    """该局局长 is of the bureau named last."""
    start = spans[at].start
    this = _THIS.search(text, max(0, start - 2), start)
    if this is None:
        return None
    for span in reversed(spans[max(0, at - 6) : at]):
        if span.label in UNITS and span.text.endswith(this[1]) and start - span.end < 100:
            return span.text
    return None


def _unit_of_head(text: str, spans: Sequence[Span], at: int) -> str | None:
    """局长 alone is of the bureau that the sentence named last."""
    title = spans[at].text
    head = _OF_UNIT.search(title)
    noun = "检察院" if title.endswith("检察员") else head[1] if head else ""
    if not noun:
        return None
    if text[max(0, spans[at].start - len(noun)) : spans[at].start] == noun:
        return None  # 总参作战部部长: a unit stands there that was not found
    for span in reversed(spans[max(0, at - 6) : at]):
        if span.label in NAMES:
            return None
        if span.label in UNITS:
            if spans[at].start - span.end > 60:
                return None
            if _SENTENCE_END.search(text, span.end, spans[at].start):
                return None
            return span.text if span.text.endswith(noun) else None
    return None

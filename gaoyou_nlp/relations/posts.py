"""Reads posts: chains of units and titles, and whom the words around give them to."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.records import Post, Span

UNITS = ("ORG", "GPE")

_LINK = re.compile("[、，,／/]?(?:兼任?|和|及|以及|暨|并任|现任|原任)?[ 　]?")
_TO_NAME = re.compile(
    "[ 　]?(?:候选人|人选)?(?:[（(][^（()）\n]{1,8}[)）])?"
    "(?:、?(?:正?高级|一级)?(?:工程师|农艺师|经济师|会计师|政工师|教授|研究员|院士|博士))?"
    "(?:同志|的)?[：:]?[ 　]?"
)
_AREA_HEAD = re.compile(
    "^(?:副|代|代理|常务|常务副|原|前|第一副)*(?:自治区|自治州)?(?:主席|州长|[省市县区盟旗乡镇村]长)(?:助理)?$"
)
_COMMITTEE = re.compile("(?:[省市县区州盟旗]委|自治区党委|地委|中央|党委)$")
_PARTY = re.compile("书记|常委|委员|秘书长")
_PARTY_BODY = re.compile("党|工委|纪委")
_GOVERNMENT = re.compile("政府$")
_DEPUTY = re.compile("^(?:(?:常务)?副|代)")
_OF_UNIT = re.compile("([总支大中]队|[局厅处科所站院校行镇乡村厂社馆台队会部司署])长$")
_UNIT_GAP = re.compile(
    "(?:出庭|派出?|的|现任|时任|新任|首任|原|一名|一位|专职)?|(?:主管|分管|负责|联系).{1,6}的|(?:教师|干部|职工|工人|办事员|秘书|干事|书记员)、"
)
_STATES = re.compile(
    "(?:任|任命为|为|兼|当选|提名为|免去其?|辞去|担任|是|系|选举为|推选为|聘任为|就任|任过|接任|出任)"
    "(?:过|了|其|原|：)?(?:[一本该全](?:名|位|届|县|市))?$"
)
_BEFORE_BRACKET = re.compile("(?:[（(][男女][^（()）]{0,6}[)）])?[（(](?:时任|原|现任|系|兼)?$")
_APPOSITIVE = re.compile("(?:同志)?(?:的|[两三]位|[，,：:—]{1,2}(?:现任|时任|原任|系|原)?)?$")
_LIST_GAP = re.compile("(?:[（(][^（()）]{1,8}[)）])?(?:、|和|与|及|以及)[ 　]?")
_SENTENCE_END = re.compile("[。；;！？!?\\n]")
_RESUME = re.compile("(?:同志)?(?:[，,：: 　]{0,2}(?:男|女)[，,。]|(?:同志)?(?:个人)?简历)")
_DATED = re.compile("[ 　]*(?:[（(]?(?:19|20)\\d\\d|历任|曾任|现任|拟任|其间|期间)")


@dataclass(frozen=True, slots=True)
class _Chain:
    """Spans ``first`` to ``last`` (inclusive): units and titles that stand together."""

    first: int
    last: int


def gather_posts(text: str, spans: Sequence[Span]) -> dict[str, list[Post]]:
    """Read who holds or held which posts.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.

    Returns:
        The posts of each name, in order of the text, with repetitions.

    Example:
        >>> spans = [Span(0, 2, "PERSON", "张三"), Span(3, 6, "ORG", "教育局")]
        >>> gather_posts("张三任教育局局长", [*spans, Span(6, 8, "TITLE", "局长")])
        {'张三': [Post(org='教育局', title='局长')]}
    """
    posts: dict[str, list[Post]] = {s.text: [] for s in spans if s.label in NAMES}
    subjects = _resume_subjects(text, spans)
    last: list[Post] = []
    for chain in _chains(text, spans):
        owners = _owners(text, spans, chain)
        subject = subjects[chain.first]
        if not owners and subject is not None:
            owners = [subject]
        its = carry(text, spans[chain.first : chain.last + 1])
        its = _with_context(text, spans, chain, its, last)
        for owner in owners:
            posts[spans[owner].text] += its
        last = its
    return posts


def _chains(text: str, spans: Sequence[Span]) -> Iterator[_Chain]:
    """Runs of units and titles without a break that end in a title."""
    at = 0
    while at < len(spans):
        if spans[at].label != "TITLE":
            at += 1
            continue
        first = last = at
        while first > 0 and spans[first - 1].label in UNITS and _touch(spans, first - 1):
            first -= 1
        first = max(first, at - 1)
        while True:
            title = _next_title(text, spans, last)
            if title is None:
                break
            last = title
        yield _Chain(first, last)
        at = last + 1


def _touch(spans: Sequence[Span], at: int) -> bool:
    return spans[at].end == spans[at + 1].start


def _next_title(text: str, spans: Sequence[Span], at: int) -> int | None:
    """The next title of the chain after the one at ``at``, over the units between."""
    further = at + 1
    if further >= len(spans) or not _LINK.fullmatch(text, spans[at].end, spans[further].start):
        return None
    while further < len(spans) and spans[further].label in UNITS:
        if further + 1 >= len(spans) or not _touch(spans, further):
            return None
        further += 1
    return further if further < len(spans) and spans[further].label == "TITLE" else None


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
    for before, span in zip([None, *chain], chain, strict=False):
        if span.label in UNITS:
            unit = span
            continue
        if (
            unit is not None
            and before is not None
            and before.label == "TITLE"
            and not _goes_on(unit, before.text, span.text)
        ):
            unit = None
        posts.append(Post(None if unit is None else unit.text, span.text))
    return posts


def _goes_on(unit: Span, before: str, title: str) -> bool:
    """Whether a further title of a chain is still one of the unit."""
    area_head = _AREA_HEAD.search(title) is not None
    if unit.label == "GPE":
        return not (area_head and _PARTY_BODY.search(before))
    if _COMMITTEE.search(unit.text):
        return _PARTY.search(title) is not None
    if area_head:
        return _GOVERNMENT.search(unit.text) is not None
    return True


def _with_context(
    text: str, spans: Sequence[Span], chain: _Chain, posts: list[Post], last: Sequence[Post]
) -> list[Post]:
    """Give the first post of a chain the unit that the words before it name."""
    if not posts or posts[0].org is not None or chain.first == 0:
        return posts
    title, before = spans[chain.first], spans[chain.first - 1]
    unit: str | None = None
    if before.label in NAMES and before.end == title.start:
        holder = spans[chain.first - 2] if chain.first > 1 else None
        if holder is not None and holder.label in UNITS and holder.end == before.start:
            return carry(text, [holder, *spans[chain.first : chain.last + 1]])
        return posts
    gap = text[before.end : title.start]
    if before.label in UNITS and len(gap) < 10 and _UNIT_GAP.fullmatch(gap):
        unit = before.text
    elif before.label in NAMES and last and len(gap) < 12 and not _SENTENCE_END.search(gap):
        unit = _same_unit(last[-1], title.text)
    if unit is None:
        unit = _unit_of_head(text, spans, chain.first)
    if unit is None:
        return posts
    found = Span(0, 0, "ORG", unit)
    return carry(text, [found, *(s for s in spans[chain.first : chain.last + 1])])


def _same_unit(last: Post, title: str) -> str | None:
    """局长张三、副局长李四; 主席张三，副主席李四、秘书长王五."""
    if _DEPUTY.sub("", title) == _DEPUTY.sub("", last.title) and last.title != title:
        return last.org
    return last.org if title.endswith("秘书长") and last.title.endswith("主席") else None


def _unit_of_head(text: str, spans: Sequence[Span], at: int) -> str | None:
    """局长 alone is of the bureau that the sentence named last."""
    title = spans[at].text
    head = _OF_UNIT.search(title)
    noun = "检察院" if title.endswith("检察员") else head[1] if head else ""
    if not noun:
        return None
    for span in reversed(spans[max(0, at - 6) : at]):
        if span.label in UNITS:
            if "\n" in text[span.end : spans[at].start] or spans[at].start - span.end > 60:
                return None
            return span.text if span.text.endswith(noun) else None
    return None


def _owners(text: str, spans: Sequence[Span], chain: _Chain) -> list[int]:
    """Indices of the names that a chain belongs to."""
    after = chain.last + 1
    named = after < len(spans) and spans[after].label in NAMES
    if named and _TO_NAME.fullmatch(text, spans[chain.last].end, spans[after].start):
        return _listed(text, spans, after)
    name = chain.first - 1
    while name >= 0 and spans[name].label not in NAMES:
        name -= 1
    if name < 0:
        return []
    gap = text[spans[name].end : spans[chain.first].start]
    if name == chain.first - 1 and (gap == "" or _BEFORE_BRACKET.fullmatch(gap)):
        return [name]
    if name == chain.first - 1 and len(gap) < 9 and _APPOSITIVE.fullmatch(gap) and gap:
        return _listed_back(text, spans, name) if gap.endswith("位") else [name]
    if len(gap) < 200 and not _SENTENCE_END.search(gap) and _STATES.search(gap):
        return _listed_back(text, spans, name)
    return []


def _listed(text: str, spans: Sequence[Span], first: int) -> list[int]:
    """A name and those listed after it: 副市长张三、李四."""
    owners = [first]
    while (
        owners[-1] + 1 < len(spans)
        and spans[owners[-1] + 1].label in NAMES
        and _LIST_GAP.fullmatch(text, spans[owners[-1]].end, spans[owners[-1] + 1].start)
        and not (owners[-1] + 2 < len(spans) and _title_touches(spans, owners[-1] + 1))
    ):
        owners.append(owners[-1] + 1)
    return owners


def _title_touches(spans: Sequence[Span], name: int) -> bool:
    return spans[name + 1].label == "TITLE" and spans[name].end == spans[name + 1].start


def _listed_back(text: str, spans: Sequence[Span], last: int) -> list[int]:
    """A name and those listed before it: 张三、李四为委员."""
    owners = [last]
    while (
        owners[0] > 0
        and spans[owners[0] - 1].label in NAMES
        and _LIST_GAP.fullmatch(text, spans[owners[0] - 1].end, spans[owners[0]].start)
    ):
        owners.insert(0, owners[0] - 1)
    return owners


def _resume_subjects(text: str, spans: Sequence[Span]) -> list[int | None]:
    """For each span the name whose curriculum vitae it stands in, if any."""
    subjects: list[int | None] = []
    subject: int | None = None
    for at, span in enumerate(spans):
        since = spans[at - 1].end if at else 0
        for line in _line_starts(text, since, span.start):
            if subject is not None and not _DATED.match(text, line):
                subject = None
        begins = "\n" in text[max(0, span.start - 3) : span.start] or span.start < 3
        if span.label in NAMES and begins and _RESUME.match(text, span.end):
            subject = at
        subjects.append(subject if span.label not in NAMES else None)
    return subjects


def _line_starts(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find("\n", start, end)
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1, end)

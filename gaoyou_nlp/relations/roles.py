"""Decides whether a person is an official: the one place where OFFICIAL or PERSON is decided."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table, words
from gaoyou_nlp.records import Origin, Post, Span
from gaoyou_nlp.relations.bodies import is_business, is_public
from gaoyou_nlp.relations.chains import touch

_TABLE = "relations/post_contexts.tsv"

_STAFF = re.compile("总(?:{chief})$|主编$", words=_TABLE)
_PUBLIC_TITLE = re.compile("{public title}", words=_TABLE)
_DEPARTMENT = re.compile("[^省市县区镇乡州局厅委府国院校]*(?:{department})", words=_TABLE)
_CONTACT = re.compile("(?:{contact})[：: \u3000]{0,2}$", words=_TABLE)
_SPEAKER = re.compile("(?:主要|有关|相关)?(?:{speaker})[：: \u3000]{0,2}$", words=_TABLE)
_OFFICE = re.compile("(?:[局厅委办处]|{office})$", words=_TABLE)
_REPORTS = re.compile("(?:{maker}|被告人?|原告)[： :\u3000]*$", words=_TABLE)
_ADDRESSED = re.compile(".(?:老师|先生|女士|师傅)$")
_IN_BRACKET = re.compile("[（(]$")
_LIST = ("、", "和", "与", "，", " ", "　", "及")
_IN_CHAIN = ("ORG", "TITLE")
_SAME_ROLE = ("、", "和", "与", "及")
_REACH = 60  # names of a list that are looked at
_OF_COMPANY = re.compile(
    r"(?:{company})(?:[\u4e00-\u9fff]{1,6}(?:[部处科室]|中心))?$", words=_TABLE
)
_TOGETHER = re.compile("等?(?:同志|一起|一同|分别|随同|也|都|均)?(?:{together})", words=_TABLE)


def decide(text: str, spans: Sequence[Span], posts: Mapping[str, Sequence[Post]]) -> dict[str, str]:
    """Decide OFFICIAL or PERSON for each name of an article.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        posts: What ``gather_posts`` read for each name.

    Returns:
        The label of each name: by its posts, else by the roles that stand beside its mentions,
        else by the model, else by an official in the same list or a verb of officials.

    Examples:
        >>> decide("民警张三", [Span(2, 4, "PERSON", "张三")], {"张三": []})
        {'张三': 'OFFICIAL'}
    """
    places: dict[str, list[int]] = {}
    for at, span in enumerate(spans):
        if span.label in NAMES:
            places.setdefault(span.text, []).append(at)
    companies = _companies(posts)
    labels = {
        name: _by_company(text, spans, own, posts.get(name, ()))
        or _by_posts(posts.get(name, ()), companies)
        or _by_roles(text, spans, own)
        for name, own in places.items()
    }
    lists = [_list_around(text, spans, own[0], _SAME_ROLE) for own in places.values()]
    known = {name for name, label in labels.items() if label == "OFFICIAL"}
    decided: dict[str, str] = {}
    for (name, own), listed in zip(places.items(), lists, strict=True):
        beside = _TOGETHER.match(text, spans[listed[1]].end) is not None and any(
            spans[at].text in known for at in range(listed[0], listed[1] + 1)
        )
        decided[name] = labels[name] or _by_manner(
            text, spans, own, beside=beside, officials=bool(known)
        )
    return decided


def _companies(posts: Mapping[str, Sequence[Post]]) -> frozenset[str]:
    """The bodies that somebody of the article leads as one leads a company."""
    return frozenset(
        post.org
        for held in posts.values()
        for post in held
        if post.org and post.title.endswith(_heads("corporate")) and not is_public(post.org)
    )


def _by_posts(posts: Sequence[Post], companies: frozenset[str]) -> str | None:
    if not posts:
        return None
    public = [post for post in posts if post.org not in companies and is_public_post(post)]
    if len(public) < len(posts) and any(_is_corporate(post) for post in posts):
        public = [post for post in public if not _may_be_inside(post)]
    return "OFFICIAL" if public else "PERSON"


def _is_corporate(post: Post) -> bool:
    """Whether a post is one of a company: 董事长, or any of a body named as one."""
    if is_business(post.org or ""):
        return True
    return post.title.endswith(_heads("corporate")) and _STAFF.search(post.title) is None


def _may_be_inside(post: Post) -> bool:
    """Whether a post may be one inside a company: 党委书记 alone, or 生产科科长."""
    if _PUBLIC_TITLE.search(post.title):
        return False
    return not post.org or _DEPARTMENT.fullmatch(post.org) is not None


def is_public_post(post: Post) -> bool:
    """Whether a post is one of a public servant, by its title and its body.

    Examples:
        >>> is_public_post(Post("县教育局", "局长")), is_public_post(Post("恒石集团", "总经理"))
        (True, False)
    """
    if _PUBLIC_TITLE.search(post.title):
        return True
    corporate = post.title.endswith(_heads("corporate"))
    if post.org is None:
        return not corporate and not post.title.endswith(_heads("body"))
    if is_business(post.org):
        return False
    if is_public(post.org):
        central = "人民银行" in post.org  # whose 行长 is a public servant
        return not corporate or central or _STAFF.search(post.title) is not None
    return not corporate


def _by_company(
    text: str, spans: Sequence[Span], own: Sequence[int], posts: Sequence[Post]
) -> str | None:
    """PERSON where all posts may be inside the company named before one: 该公司企划部部长."""
    if not posts or not all(_may_be_inside(post) for post in posts):
        return None
    for at in own[:_REACH]:
        first = at
        while first > 0 and spans[first - 1].label in _IN_CHAIN and touch(spans, first - 1):
            first -= 1
        start = spans[first].start
        if first < at and _OF_COMPANY.search(text, max(0, start - 12), start):
            return "PERSON"
    return None


@cache
def _heads(field: str) -> tuple[str, ...]:
    return tuple(row[0] for row in table("rules/title_heads.tsv") if row[2] == field)


@cache
def _cues(place: str, label: str) -> re.Pattern[str]:
    rows = table("relations/role_cues.tsv")
    cues = "|".join(row[0] for row in rows if row[1:3] == (place, label))
    return re.compile(f"(?:{cues})[：: 　]{{0,2}}$" if place == "before" else f"(?:{cues})")


_ACTS = re.compile("(?:同志)?(?:{acts})", words="relations/role_cues.tsv")
"""Verbs of officials alone, behind their names."""


def _by_roles(text: str, spans: Sequence[Span], own: Sequence[int]) -> str | None:
    """What the nouns beside the mentions of a name make of it."""
    hints = {_role(text, spans, at) for at in own[:_REACH]}
    return next((label for label in NAMES if label in hints), None)


def _role(text: str, spans: Sequence[Span], at: int) -> str | None:
    """What the words around one mention make of it; None where they say nothing."""
    if _ADDRESSED.search(spans[at].text):
        return "PERSON"
    first, last = _list_around(text, spans, at)
    end = spans[last].end
    for label in NAMES:
        if _cues("behind", label).match(text, end):
            return label
    start = spans[first].start
    low = max(0, start - 12)
    spoken_for = _by_body_before(text, spans, first, low)
    if spoken_for is not None:
        return spoken_for
    for label in NAMES:
        if _cues("before", label).search(text, low, start):
            return label
    if _is_of_office(text, spans, first) or _has_public_body_in_brackets(text, spans, at):
        return "OFFICIAL"
    for length in (5, 4, 3, 2):
        noun = text[max(0, start - length) : start].rstrip("：: 　")
        if noun in words("persons/person_nouns.txt"):
            return "PERSON"
    return None


def _by_body_before(text: str, spans: Sequence[Span], first: int, low: int) -> str | None:
    """What a body makes of its speaker or contact: 县民政局负责人甘立群, 联系人：甘立群."""
    start = spans[first].start
    speaker = _SPEAKER.search(text, low, start)
    body = spans[first - 1] if first else None
    if speaker and body is not None and body.label == "ORG" and body.end == speaker.start():
        return "PERSON" if is_business(body.text) else "OFFICIAL"
    if _CONTACT.search(text, low, start):
        body = _body_of(text, spans, first)
        return "OFFICIAL" if body is not None and not is_business(body.text) else "PERSON"
    return None


def _is_of_office(text: str, spans: Sequence[Span], first: int) -> bool:
    """Whether a name stands right behind the office that it is of: 县交通局张三介绍."""
    body = spans[first - 1] if first else None
    if body is None or body.label != "ORG" or text[body.end : spans[first].start] not in ("", "的"):
        return False
    if _OFFICE.search(body.text) is None or is_business(body.text):
        return False
    return _REPORTS.search(text, max(0, body.start - 8), body.start) is None


def _has_public_body_in_brackets(text: str, spans: Sequence[Span], at: int) -> bool:
    """Whether brackets behind a name hold a public body: 甘立群（县水利局）."""
    after = spans[at + 1] if at + 1 < len(spans) else None
    if after is None or after.label != "ORG" or not is_public(after.text):
        return False
    closing = text[after.end : after.end + 1]
    opened = _IN_BRACKET.fullmatch(text, spans[at].end, after.start)
    return opened is not None and closing in ("）", ")")


def _body_of(text: str, spans: Sequence[Span], at: int) -> Span | None:
    """The body that a contact or a speaker without a post is of."""
    for span in reversed(spans[max(0, at - 4) : at]):
        if span.label == "ORG":
            return span
    return None


def _list_around(
    text: str, spans: Sequence[Span], at: int, links: Sequence[str] = _LIST
) -> tuple[int, int]:
    """First and last name of the list that a name stands in."""
    first = last = at
    while first > max(0, at - _REACH) and spans[first - 1].label in NAMES:
        if text[spans[first - 1].end : spans[first].start] not in links:
            break
        first -= 1
    while last + 1 < min(len(spans), at + _REACH) and spans[last + 1].label in NAMES:
        if text[spans[last].end : spans[last + 1].start] not in links:
            break
        last += 1
    return first, last


def _by_manner(
    text: str, spans: Sequence[Span], own: Sequence[int], *, beside: bool, officials: bool
) -> str:
    """What becomes of a name without post or role: its acts, or its company, speak for OFFICIAL.

    The model, and an answer in an interview, speak for an official only in an article of officials:
    in news of companies their people answer too.
    """
    acts = beside or any(_ACTS.match(text, spans[at].end) for at in own)
    by_model = [spans[at].label for at in own if spans[at].origin is Origin.MODEL]
    if by_model and not beside:
        likely = max(NAMES, key=by_model.count) == "OFFICIAL"
    else:
        likely = acts or any(_answers(text, spans[at]) for at in own)
    return "OFFICIAL" if likely and (acts or officials) else "PERSON"


def _answers(text: str, span: Span) -> bool:
    """Whether a name begins a line of an interview."""
    before = text[max(0, span.start - 1) : span.start]
    return text[span.end : span.end + 1] in ("：", ":") and before == "\n"

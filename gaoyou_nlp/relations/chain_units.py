"""Says what can be the unit of a title, of which further titles it is, and how it is named."""

from __future__ import annotations

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.names import is_surname, name_score
from gaoyou_nlp.records import Span

_TABLE = "relations/post_contexts.tsv"

UNITS = ("ORG", "GPE")

_AREA_HEAD = re.compile(
    "^(?:{before the head of an area})*(?:自治区"
    "(?:副?主席)|自治州州长|州长|[省市县区盟旗乡镇村]长)(?:助理)?$",
    words=_TABLE,
)
_CHAIR = re.compile("^(?:副|代|代理|原|前)*主席$")
_COMMITTEE = re.compile("(?:[省市县区州盟旗]委|自治区党委|地委|中央|党委)$")
_PARTY = re.compile("书记|常委|委员|秘书长")
_PARTY_BODY = re.compile("党|工委|纪委")
_GOVERNMENT = re.compile("政府$")
_OWN_LEVEL = re.compile("^[校院省市县区镇乡州](?:{body of its level})", words=_TABLE)
_CUT_SHORT = re.compile("^(?:副|原|前|代)*([局厅部])长(?:助理)?$")
_OWN_MINISTRY = re.compile(
    "^(?!副|常务|第|代|原|前|候任)[\u4e00-\u9fff]{2,4}(?:部|厅|局|署|委员会)(?:长|主任)$"
)
_WHOLE = re.compile(
    "[局厅委办府部处科室院所站队校会中台馆社司署库网段庭]$|(?:{whole body})$", words=_TABLE
)
_CUT = (
    ("组长", "组", ("纪检", "纪检监察", "巡视", "巡察")),
    ("院长", "院", ("研究", "科学", "检察", "设计", "规划设计")),
)
"""Title, the head it shares with its unit, what the unit then ends with: 纪检|组长, 研究|院长."""
_NOW = re.compile("[现原前][\u4e00-\u9fff]{2,}[省市县区镇乡州]$")
_NAME, _LIKE_A_NAME = 3, -17.0
"""Characters of most names, and what such a name scores at least; 全国人 scores -17.7."""
_LEVELS = frozenset("省市县区镇乡州")
_OF_STATE = re.compile("国务委员$|国家副?主席$")
"""Posts of the state that no other body lends its name to."""
_SWALLOWED = re.compile(
    "(?:(?:党[组委]|支部)书记|主任|[部局院处科校]长|主席|总?经理)"
    "(?!{not a title})[\u4e00-\u9fff]{2}",
    words=_TABLE,
)


def is_unit(text: str, span: Span) -> bool:
    """Say whether a span can be the unit of the title behind it.

    Parameters:
        text: The article.
        span: A span of it.

    Returns:
        False for the country behind 驻, which is not the one served, and for what holds the post of
        somebody else.

    Examples:
        >>> is_unit("驻荷兰大使", Span(1, 3, "GPE", "荷兰"))
        False
    """
    if span.label not in UNITS or text[max(0, span.start - 1) : span.start] == "驻":
        return False
    return _SWALLOWED.search(span.text) is None and not holds_name(text, span)


def holds_name(text: str, span: Span) -> bool:
    """Say whether a body has taken in the name before it, in a list without marks.

    Parameters:
        text: The article.
        span: A body.

    Returns:
        True where it begins like a name and the rest is named elsewhere in the article.

    Examples:
        >>> text = "甘立群水利局局长李永年财政局局长，财政局承办"
        >>> holds_name(text, Span(8, 14, "ORG", text[8:14]))
        True
    """
    name, rest = span.text[:_NAME], span.text[_NAME:]
    if span.label != "ORG" or len(rest) < _NAME or rest[0] in _LEVELS or not is_surname(name[0]):
        return False
    if name_score(name) < _LIKE_A_NAME:
        return False
    others = (text.find(rest), text.rfind(rest))
    return any(at != span.start + _NAME and not text.endswith(name, 0, at) for at in others)


def goes_on(unit: Span, before: str, title: str) -> bool:
    """Whether a further title of a chain is still one of the unit.

    Parameters:
        unit: The unit of the title before.
        before: That title.
        title: The further title.
    """
    area_head = _AREA_HEAD.search(title) is not None
    if unit.label == "GPE":
        return not (_CHAIR.search(title) and _PARTY_BODY.search(before))
    if _OWN_MINISTRY.search(title):
        return False
    if _OF_STATE.search(title) and not unit.text.endswith("国务院"):
        return False
    if _COMMITTEE.search(unit.text):
        return _PARTY.search(title) is not None
    if _OWN_LEVEL.search(title):
        return False
    return not area_head or _GOVERNMENT.search(unit.text) is not None


def whole_name(unit: Span, title: Span) -> str:
    """Return the name of a unit, with the head that it shares with its title.

    Parameters:
        unit, title: Spans that stand side by side; else the unit's text is returned.

    Examples:
        >>> whole_name(Span(0, 3, "ORG", "县工商"), Span(3, 5, "TITLE", "局长"))
        '县工商局'
        >>> whole_name(Span(0, 4, "ORG", "县工商局"), Span(4, 6, "TITLE", "局长"))
        '县工商局'
    """
    if unit.text.endswith("村村"):
        return unit.text[:-1]  # 河头村村|支部书记
    if unit.label == "GPE" and _NOW.match(unit.text):
        return unit.text[1:]  # 现|沙坪市副市长
    if unit.end == title.start:
        for post, shared, ends in _CUT:
            if title.text.endswith(post) and unit.text.endswith(ends):
                return unit.text + shared
    head = _CUT_SHORT.search(title.text)
    if (
        head is None
        or unit.label != "ORG"
        or unit.end != title.start
        or _WHOLE.search(unit.text) is not None
    ):
        return unit.text
    return unit.text + head[1]

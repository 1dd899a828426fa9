"""Party committees, assemblies, and offices that only the post beside them shows."""

from __future__ import annotations

from collections.abc import Iterator

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import Anchors

_TABLE = "organisations/pattern_words.tsv"
_COMMITTEE = re.compile("(?<=([省市县区州盟旗镇乡]))委(?![员托派培任])")
_REGION = re.compile("(?:自治区|自治州|兵团)党委")
_OFFICE = re.compile(
    "(?<=[\u4e00-\u9fff]{2})([办科股])(?=(?:原|常务)?副?(?:主任|科长|股长)(?!科员))"
)
_PARTY = re.compile("(?:{party})$", words=_TABLE)
_ORDINAL = "[一二三四五六七八九十]{1,4}届"
_STANDING = "常务委员会|常委会"
_BODY = f"(?:委员会(?:{_STANDING})?|(?:人民代表大会|人大)?(?:{_STANDING}))"
_NEXT = f"(?!第|组成|{_ORDINAL})"
_ASSEMBLY = re.compile(
    f"第{_ORDINAL}(?:{_BODY}{_NEXT}|委员会(?=第))|{_ORDINAL}(?:{_BODY}{_NEXT}|委员会(?=第))|"
    f"委员会(?:{_STANDING})?{_NEXT}|委员会(?=第)|人民代表大会(?:{_STANDING}){_NEXT}|"
    f"人大(?:{_STANDING}){_NEXT}|常务委员会{_NEXT}|常委会{_NEXT}"
)


def find_committees(evidence: Evidence, anchors: Anchors) -> Iterator[Span]:
    """Propose committees of areas, assemblies of areas, and offices beside a post.

    Parameters:
        evidence: Of a text, with its areas.
        anchors: Where names of bodies may begin.

    Yields:
        ORG candidates; they may overlap.

    Examples:
        >>> area = Span(0, 3, "GPE", "清河县")
        >>> evidence = Evidence("清河县委、县委与产业股股长", [area])
        >>> [s.text for s in find_committees(evidence, Anchors(evidence))]
        ['清河县委', '县委', '产业股']
    """
    text, cut = evidence.text, evidence.words
    for match in _COMMITTEE.finditer(text):
        start = _committee_start(text, match.start(), anchors)
        if start is not None:
            yield Span(start, match.end(), "ORG", text[start : match.end()], "org.committee")
    for match in _REGION.finditer(text):
        start = anchors.chain(match.start())
        yield Span(start, match.end(), "ORG", text[start : match.end()], "org.committee")
    for match in _OFFICE.finditer(text):
        start = cut.name_start(match.start(1), window=6)
        if 2 <= match.start(1) - start <= 5 and text[start] not in "省市县区":
            yield Span(start, match.end(1), "ORG", text[start : match.end(1)], "org.office")
    for match in _ASSEMBLY.finditer(text):
        if match.start() in anchors.by_end:
            start = anchors.chain(match.start())
            party = _PARTY.search(text, max(0, start - 7), start)
            start = party.start() if party else start
            yield Span(start, match.end(), "ORG", text[start : match.end()], "org.assembly")


def _committee_start(text: str, at: int, anchors: Anchors) -> int | None:
    """Where the name of a committee begins: with its area, or with its level alone."""
    area = anchors.by_end.get(at)
    if area is not None:
        start = anchors.chain(area)
    elif text[at - 1] in "镇乡" or anchors.cut.start_before(at + 1) < at - 1:
        return None
    else:
        start = at - 1
        area = anchors.by_end.get(start)
        # 某区区委 is the committee of the area before it, a name of its own.
        if area is not None and not (text[start - 1] == text[start] and start - area > 2):
            start = anchors.chain(start)
    if text[max(0, start - 2) : start] == "中共":
        return start - 2
    if text[start - 1 : start] == "团":
        return start - 1
    return start

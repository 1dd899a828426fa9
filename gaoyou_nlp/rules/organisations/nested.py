"""Units of a body (departments, branches, stationed groups) are one with the name before them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table, words
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.segmentation import Segmentation

_TABLE = "organisations/pattern_words.tsv"
_AND = frozenset("和与")
_RANK = re.compile("[副正][省部厅局处科]级")
_LEVELS = ("省", "市", "县", "区", "镇", "乡", "州")
_GENERIC = ("子公司", "成员公司", "下属公司", "专家")
_BRANCH = re.compile("[分支][^分支]{1,3}$")
_ZONES = ("新区", "开发区", "高新区", "经开区", "管委会")
_LONGEST = 16  # characters of a unit's name
_STATIONED = re.compile("(?:派驻|派出驻|驻)[\u4e00-\u9fff]{2,20}?纪检(?:监察)?组")
_LEGAL_BRACKET = re.compile("[（(](?:特殊)?普通合伙[)）]|[（(]有限合伙[)）]")
_POST = re.compile(
    "(?:原|前|常务|代|第一|党[委组]|总支|支部)?副?(?:{post of a unit})|(?:相关|有关)?"
    "(?:负责人|工作人员|人士|专家)",
    words=_TABLE,
)
_EDGE = re.compile("[，。；：、！？）)”》\\s]|和|与|及|的|$")


@cache
def _endings() -> tuple[WordPattern, dict[str, str]]:
    kinds = {row[0]: row[1] for row in table("organisations/units.tsv")}
    return word_pattern(kinds), kinds


def find_nested(evidence: Evidence, spans: Sequence[Span]) -> Iterator[Span]:
    """Propose bodies together with their units.

    Parameters:
        evidence: Of a text, with its areas.
        spans: The bodies found so far.

    Yields:
        ORG candidates that begin with a body.

    Examples:
        >>> body = Span(0, 4, "ORG", "县财政局", "org.body")
        >>> [s.text for s in find_nested(Evidence("县财政局预算审核科科长"), [body])]
        ['县财政局预算审核科']
    """
    text, cut = evidence.text, evidence.words
    longest: dict[int, int] = {}
    for span in spans:
        longest[span.end] = min(span.start, longest.get(span.end, span.start))
    heads = {span.start for span in spans if span.rule != "org.office"}
    joined = {end: start for start, end in _beside(evidence, spans, longest)}
    for end, start in [*longest.items(), *joined.items()]:
        unit = _unit_end(cut, end, heads)
        if unit > end or end in joined:
            yield Span(start, unit, "ORG", text[start:unit], "org.nested")


def _beside(
    evidence: Evidence, spans: Sequence[Span], longest: dict[int, int]
) -> Iterator[tuple[int, int]]:
    """A body right behind another that has the ending of a unit: 某局海沧分局, 某总局某省税务局."""
    text, areas = evidence.text, evidence.areas
    units = tuple(words("organisations/unit_endings.txt"))
    for span in spans:
        start = longest.get(span.start)
        if start is None or span.text.startswith(_LEVELS) or span.text.endswith(_GENERIC):
            continue
        both = start in areas and span.start in areas and not text.startswith("中国", start)
        if both and not _BRANCH.search(span.text):
            continue
        daughter = span.rule.startswith("org.company") and text.endswith("集团", start, span.start)
        local = text.endswith("总局", start, span.start) and span.text.endswith("局")
        zone = text[start : span.start].endswith(_ZONES) and span.text.endswith("局")
        if daughter or local or zone or span.text.endswith(units):
            yield start, span.end


def _unit_end(cut: Segmentation, start: int, heads: Container[int]) -> int:
    """Where the units that begin right behind a body end; ``start`` where there is none."""
    text = cut.text
    bracket = _LEGAL_BRACKET.match(text, start)
    start = bracket.end() if bracket else start
    while True:
        stationed = _STATIONED.match(text, start)
        end = stationed.end() if stationed else _one_unit(cut, start, heads)
        if end == start:
            return end
        start = end


def _one_unit(cut: Segmentation, start: int, heads: Container[int]) -> int:
    """Where the unit ends that begins at an offset, or the offset where none does."""
    text = cut.text
    pattern, kinds = _endings()
    for match in pattern.finditer(text, start, start + _LONGEST):
        stop, end = match.span()
        post = _POST.match(text, end) is not None
        if not (post or end in cut.edge_set):
            continue
        if not _is_field(cut, start, stop, heads, verbs=post):
            return start
        if post and stop - start > 1:
            return end
        if _stands_alone(cut, start, stop, end, kinds[match[0]]):
            return end
    return start


def _stands_alone(cut: Segmentation, start: int, stop: int, end: int, kind: str) -> bool:
    """Whether a unit is one without a post behind it."""
    text = cut.text
    if kind == "zone":
        return text[start - 1] in "区会" and stop - start > 1
    if kind == "any":
        return True
    word = text[cut.start_before(end) : end]
    common = len(word) == 2 and stop == end - 1 and word in words("rules/edge_words.txt")
    return kind == "edge" and not common and _EDGE.match(text, end) is not None


def _is_field(
    cut: Segmentation, start: int, stop: int, heads: Container[int], *, verbs: bool
) -> bool:
    """Whether what stands there may say what a unit does.

    Parameters:
        cut: The words of the text.
        start, stop: Where it begins and ends.
        heads: Where other bodies begin.
        verbs: Whether a verb may be part of it, since a post shows that a unit stands there.
    """
    text = cut.text
    if _RANK.search(text, start, stop):
        return False
    at = start
    while at < stop:
        end = min(cut.end_after(at), stop)
        if text[at] in _AND:
            if at == start or end in heads or text[end : end + 1] in _LEVELS:
                return False
        elif not text[at].isalnum() or (cut.is_stop(at, end) and not (verbs and end - at > 1)):
            return False
        at = end
    return True

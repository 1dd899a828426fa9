"""Public bodies: organs of Party and state, their departments and offices, public institutions.

A body's name is read from its ending (局, 委, 人大常委会, 法院, 中学 …) to the left, up to what
anchors it: a named area (清河县水利局), an elided level (县水利局), the state (国家能源局). A few
kinds stand without anchor: departments by their field (财政局), sections of the Party (宣传部).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table, words
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import (
    Anchors,
    departments,
    is_loose,
    is_one_of_many,
    joins_two,
)
from gaoyou_nlp.rules.segmentation import Segmentation

_TABLE = "organisations/pattern_words.tsv"
_TITLE_AFTER = re.compile(
    "(?:常务|第一|原|代|党组|党委)?副?(?:组织|宣传|统战|纪检|政法|政协)?"
    "(?:{post behind body})|成员|主要领导|主要负责",
    words=_TABLE,
)
# Bodies inside a unit: with a post behind them they belong to the post.
_INNER_BODIES = (
    "党委",
    "党工委",
    "党组",
    "党支部",
    "党总支",
    "管委会",
    "管理委员会",
    "审判委员会",
    "村委会",
    "居委会",
)
_NOT_NAMES = re.compile(
    "[，。；：！？,;:!?、]|(?<![0-9])[0-9]+[个名家条支]|组织(?!部)|(?:局|委|会|院|部|厅)(?:联合|会同|牵头|将|已)"
)
_GOVERNMENT_WORD = re.compile("{no body behind 政府}", words=_TABLE)
_AREA_ENDS = frozenset("省市县区州盟旗镇乡道国")
_NOT_BARE_BEFORE = tuple("各该本等个名家我全")
_LONG_POST = re.compile("长(?!江|城|春|沙|期|远|效)|们")
_COUNTS = tuple("0123456789多几两各每某数")


@cache
def _endings() -> tuple[WordPattern, dict[str, str]]:
    forbidden = {row[0]: row[1] for row in table("organisations/body_endings.tsv")}
    return word_pattern(forbidden), forbidden


def find_bodies(evidence: Evidence, anchors: Anchors) -> Iterator[Span]:
    """Propose public bodies.

    Parameters:
        evidence: Of a text, with its areas.
        anchors: Where names of bodies may begin.

    Yields:
        ORG candidates; they may overlap.

    Examples:
        >>> evidence = Evidence("由市住房和城乡建设局与县财政局审批科负责")
        >>> [s.text for s in find_bodies(evidence, Anchors(evidence))]
        ['市住房和城乡建设局', '县财政局', '县财政局审批科']
    """
    text, cut = evidence.text, evidence.words
    pattern, forbidden = _endings()
    through = words("organisations/body_words.txt")
    last_end = 0
    for match in pattern.finditer(text):
        name, stop, end = match[0], match.start(), match.end()
        after = text[end : end + 1]
        if (after and after in forbidden[name]) or end not in cut.edge_set:
            continue
        if end - stop == 1 and _is_common(cut, stop, end):
            continue
        left = cut.name_start(stop, window=24, through=through)
        anchor = anchors.find(left, stop, last_end)
        if anchor is None and stop - left < 8:
            anchor = anchors.behind_verb(left)
        if anchor is not None and _is_sound(text, anchor, stop, end, anchors):
            start = anchors.chain(anchor)
            yield Span(start, end, "ORG", text[start:end], "org.body")
            last_end = end
            continue
        bare = _bare_start(text, end, cut)
        if bare is not None:
            yield Span(bare, end, "ORG", text[bare:end], "org.department")
            last_end = end


def _is_common(cut: Segmentation, stop: int, end: int) -> bool:
    """Whether the ending is the end of a common word (兴办, 大厅) or of a count (3所)."""
    text = cut.text
    if text[stop - 1 : stop] in _COUNTS:
        return True
    word = text[cut.start_before(end) : end]
    return word in words("rules/edge_words.txt") or word in words(
        "organisations/ending_homographs.txt"
    )


def _is_sound(text: str, anchor: int, stop: int, end: int, anchors: Anchors) -> bool:
    """Whether what stands between anchor and ending makes a name."""
    if is_one_of_many(text, anchor) and anchor not in anchors.areas:
        return False
    if is_loose(text, anchors.areas.get(anchor, anchor), stop):
        return False
    if end - anchors.areas.get(anchor, anchor) < 2 or _NOT_NAMES.search(text, anchor, stop):
        return False
    if joins_two(text, anchor, stop):
        return False
    if text[stop:end] == "政府" and not _governs(text, anchor, stop, end, anchors):
        return False
    return _ending_fits(text, anchor, stop, end)


def _ending_fits(text: str, anchor: int, stop: int, end: int) -> bool:
    """Whether the words beside an ending let it be that of a body: no 常委, no 党委书记."""
    name, before = text[stop:end], text[stop - 1]
    if name == "委" and before in "常党工":
        return before != "常" and not _TITLE_AFTER.match(text, end)
    if name.endswith(_INNER_BODIES) or (name == "工委" and before in "区党"):
        return not _TITLE_AFTER.match(text, end)
    if name == "人民代表大会":
        return text[end : end + 1] not in tuple("第上期审会")
    if name == "庭":
        return text.startswith(("庭长", "副庭长", "审判员", "法官"), end)
    if name == "大学":
        return not text[anchor:stop].endswith("党校")
    if name in ("政协", "人大"):
        return not text.startswith(("委员", "代表", "会议", "提案", "常委"), end) and not (
            text.startswith("主席", end) and text[anchor] in "镇乡"
        )
    return name != "常委会" or before in "委大"


def _governs(text: str, anchor: int, stop: int, end: int, anchors: Anchors) -> bool:
    """Whether 政府 stands right behind its area, and not in the name of something else."""
    if _GOVERNMENT_WORD.match(text, end):
        return False
    at = anchor
    while anchors.areas.get(at, stop + 1) <= stop:
        at = anchors.areas[at]
    return at == stop or text[stop - 1] in _AREA_ENDS or text[at:stop] in ("人民", "中央")


def _bare_start(text: str, end: int, cut: Segmentation) -> int | None:
    """Where a department begins that stands without area or level."""
    known = departments()
    for length in range(min(16, end), 1, -1):
        start = end - length
        if text[start:end] in known and start in cut.edge_set:
            many = text[start - 1 : start] in _NOT_BARE_BEFORE or is_one_of_many(text, start)
            if many or _LONG_POST.match(text, end):
                return None
            level = text[start - 1 : start] in tuple("省市县区州旗盟") and start - 1 in cut.edge_set
            return start - 1 if level else start
    return None

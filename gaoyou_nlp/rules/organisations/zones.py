"""Zones with an authority: 高新区, 经开区, X开发区, X工业园区, X新区 — bodies in every use."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.language.tables import alternation, table, words
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import Anchors, is_loose

_TABLE = "organisations/pattern_words.tsv"
_AUTHORITIES = ("党工委", "管委会", "管理委员会", "工委")
_OFFICE = re.compile(
    "(?:党工委|管委会|管理委员会|工委|管委)?(?:{office of a zone})|"
    "(?:党工委|管委会|管理委员会|工委)",
    words=_TABLE,
)
_POST = re.compile("(?:常务|第一|原|代)?副?(?:书记|主任|委员|局长|秘书长)|成员|主要领导")
# A zone named by the side of the town it lies on, and what shows it as a body that acts.
_BY_SIDE = re.compile("[城市][东南西北中]{1,2}(?:经济|科技|产业|生态|高铁)?(?:新城|新区)")
_ACTS = re.compile("(?:{zone acts})", words=_TABLE)
_VERB = re.compile("(?:{verb of a slogan})+", words=_TABLE)
# The last of a list that is said of many: 各平台、开发区、高新区.
_AMONG_MANY = re.compile("(?<!因)[各等][^，。；：！？\n]{1,24}、$")
_NOT_BEFORE = tuple("级家个各该本类座批些种型省国")
_CLAUSE_BEFORE = tuple("，。、；：到在由与和 \n向是")
_THROUGH = frozenset(["和", "一体化", "现代", "发展"])


@cache
def _endings() -> tuple[WordPattern, dict[str, str]]:
    kinds = {row[0]: row[1] for row in table("organisations/zone_endings.tsv")}
    return word_pattern(kinds), kinds


@cache
def _generic() -> re.Pattern[str]:
    return re.compile(f"(?:{alternation(words('organisations/zone_generic.txt'))})+")


def find_zones(evidence: Evidence, anchors: Anchors) -> Iterator[Span]:
    """Propose zones.

    Parameters:
        evidence: Of a text, with its areas.
        anchors: Where names of bodies may begin.

    Yields:
        ORG candidates.

    Examples:
        >>> evidence = Evidence("由开发区与城南经济新区管委会共建")
        >>> [s.text for s in find_zones(evidence, Anchors(evidence))]
        ['开发区', '城南经济新区管委会', '城南经济新区']
    """
    text, cut = evidence.text, evidence.words
    pattern, kinds = _endings()
    sure: set[str] = set()
    known: set[tuple[int, int]] = set()
    for match in pattern.finditer(text):
        stop, end = match.span()
        if text[anchors.by_end.get(end, end) : end].endswith("新区"):
            continue
        start = _zone_start(stop, end, kinds[match[0]], anchors)
        if start is None:
            continue
        office = _OFFICE.match(text, end)
        if office and not (office[0] in _AUTHORITIES and _POST.match(text, office.end())):
            whole = office.end()
            yield Span(start, whole, "ORG", text[start:whole], "org.zone.office")
        known.add((start, end))
        if end - start > 3:
            sure.add(text[start:end])
        yield Span(start, end, "ORG", text[start:end], "org.zone")
    for match in _BY_SIDE.finditer(text):
        start, end = match.span()
        if match[0].endswith("经济新区") or _ACTS.match(text, end) or _OFFICE.match(text, end):
            sure.add(match[0])
    for start, end in Matcher(sure).find(text):
        if (start, end) not in known and start in cut.edge_set and end in cut.edge_set:
            yield Span(start, end, "ORG", text[start:end], "org.zone.again")


def _zone_start(stop: int, end: int, kind: str, anchors: Anchors) -> int | None:
    """Where the name of a zone begins; None where it is none."""
    text = anchors.text
    start = _walk(stop, anchors)
    if start < stop and (verb := _VERB.match(text, start, stop)):
        start = verb.end()
    if text[start : start + 1] in ("（", "("):
        return None
    authority = _OFFICE.match(text, end) is not None
    if is_loose(text, start, stop) or (
        start == stop and _AMONG_MANY.search(text, max(0, stop - 30), stop)
    ):
        return None
    if start < stop and not _generic().fullmatch(text, start, stop):
        named = _is_named(text, start, stop, end, kind, start in anchors.areas) or authority
        return start if named else None
    if (kind != "alone" and authority) or (
        kind == "alone" and text[stop - 1 : stop] not in _NOT_BEFORE
    ):
        return _with_level(text, stop)
    return None


def _is_named(text: str, start: int, stop: int, end: int, kind: str, placed: bool) -> bool:
    """Whether what stands before the ending is the name of a zone."""
    length = stop - start
    if kind == "office":
        return (placed and length > 2) or (text[stop:end] == "新区" and 2 <= length <= 3)
    if kind == "long":
        return length > 3
    if kind == "placed":
        return placed
    return length > 1


def _with_level(text: str, stop: int) -> int:
    """Take in an elided level before a bare zone: 县产业集聚区, 市高新区."""
    level = text[stop - 1 : stop] in tuple("市县区省")
    return stop - 1 if level and text[stop - 2 : stop - 1] in _CLAUSE_BEFORE else stop


def _walk(stop: int, anchors: Anchors) -> int:
    """Walk left to the area a name begins with, or as far as a name may go."""
    text, areas = anchors.text, anchors.areas
    left = anchors.cut.name_start(stop, window=16, through=_THROUGH)
    for at in range(left, stop):
        if areas.get(at, stop + 1) <= stop:
            last = areas[at]
            while areas.get(last, stop + 1) <= stop:
                last = areas[last]
            # 某县王官庄工业园区 has a name of its own; 某县经济开发区 has the county's.
            if last < stop - 1 and text[last - 1] in "省市县区":
                own = not _generic().fullmatch(text, last, stop)
                return last if own else anchors.chain(at)
            return anchors.chain(at)
    return text.rindex("和", left, stop) + 1 if "和" in text[left:stop] else left

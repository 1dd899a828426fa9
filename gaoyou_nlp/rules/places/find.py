"""Proposes administrative areas: country, province, city, county, town, street office, village.

Four sources of evidence: the table of divisions, name patterns with an ending, lists that a head
noun closes, and short forms of names that the text gave in full.
"""

from __future__ import annotations

from collections.abc import Iterator

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import CONTEXT, FREE, FULL, NEVER
from gaoyou_nlp.language.matcher import Matcher
from gaoyou_nlp.language.tables import words
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.places.abroad import mark_abroad
from gaoyou_nlp.rules.places.lists import mark_lists
from gaoyou_nlp.rules.places.marks import Marks
from gaoyou_nlp.rules.places.patterns import NOT_AFTER, mark_governed, mark_patterns
from gaoyou_nlp.rules.places.surroundings import is_landmark, is_other_word

_TABLE = "places/pattern_words.tsv"


# A full name whose last character belongs to the next word: 清河县|长 is 清河 + 县长.
_SEAT = re.compile("{no province or city}", words=_TABLE)
_CHINA = re.compile("{no country behind 中国}", words=_TABLE)
_ORGANS = ("县委", "市委", "区委", "县县", "县人", "市人", "区人")
# Before a name that also reads as a conjunction or a verb and 县.
_CLEAN_BEFORE = frozenset("，。；：、“（\n\u3000 ]省市州在到赴于是的")
_ENDINGS = ("街道", "社区", "嘎查", "苏木", "镇", "乡", "村", "县", "市", "区", "旗")


def find_places(evidence: Evidence) -> list[Span]:
    """Propose administrative areas.

    Parameters:
        evidence: Of a text; areas are read from the text alone.

    Returns:
        GPE candidates, which do not overlap one another.

    Examples:
        >>> text = "到清河县葛仙庄镇、连庄镇调研，清河发展很快"
        >>> [s.text for s in find_places(Evidence(text))]
        ['清河县', '葛仙庄镇', '连庄镇', '清河']
    """
    text = evidence.text
    marks = Marks(evidence.words)
    pending = []
    for start, end, use in _listed(marks):
        if use == CONTEXT:
            pending.append((start, end))
        else:
            marks.add(start, end, "gpe.division" if use == FULL else "gpe.short")
    mark_abroad(marks)
    mark_patterns(marks)
    mark_governed(marks)
    for start, end in pending:
        if marks.ends_at(start) or text.startswith(_ORGANS, end):
            marks.add(start, end, "gpe.context")
    mark_lists(marks)
    _mark_again(marks)
    return marks.spans()


def _listed(marks: Marks) -> Iterator[tuple[int, int, str]]:
    """Areas of the table that stand on word edges, with how they may be used."""
    text, known, edges = marks.text, marks.known, marks.cut.edge_set
    last = 0
    for start, end in known.surfaces.ends_at(text, marks.cut.edges):
        if start < last:
            continue
        surface = text[start:end]
        use = known.use[surface]
        if use == FULL and _SEAT.match(text, end - 1) and not _begins_area(marks, end):
            if surface[:-1] not in known.stems and surface[:-1] not in known.provinces:
                continue
            end, use = end - 1, FREE
        elif (use != FULL or surface in known.cities_abroad) and _is_renamed(marks, end):
            end, use = end + 1, FULL
        elif use != FULL:
            if end not in edges or use == NEVER or is_landmark(text, end):
                continue
            if is_other_word(text, start):
                continue
        elif _is_other_word(marks, start, end):
            continue
        before = text[start - 1 : start]
        if surface in words("language/verbal_names.txt") and before and before not in _CLEAN_BEFORE:
            continue
        last = end
        yield start, end, use


def _is_other_word(marks: Marks, start: int, end: int) -> bool:
    """Whether a full name is half a word, or part of a fixed phrase."""
    text = marks.text
    surface = text[start:end]
    cut_off = end not in marks.cut.edge_set
    if surface == "中国":
        return cut_off or _CHINA.match(text, end) is not None
    if surface in marks.known.abroad:
        return cut_off or is_landmark(text, end)
    return cut_off and end - start == 2


def _begins_area(marks: Marks, at: int) -> bool:
    """Whether a full name stands there: 山西省|长治市 is no 省长, 沙县|长坝镇 no 县长."""
    text, known = marks.text, marks.known
    if known.use.get(text[at : known.longest(text, at)]) == FULL:
        return True
    return any(
        text[at : at + size] in known.towns and text[at + size : at + size + 1] in ("镇", "乡")
        for size in (2, 3)
    )


def _is_renamed(marks: Marks, end: int) -> bool:
    """Whether 市, 县 or 区 behind a short form belongs to it: a county that became a city."""
    text = marks.text
    ending, after = text[end : end + 1], text[end + 1 : end + 2]
    if ending not in ("市", "县", "区") or (after and after in NOT_AFTER[ending]):
        return False
    return end + 1 in marks.cut.edge_set or marks.cut.end_after(end) == end + 1


def _mark_again(marks: Marks) -> None:
    """Add later short forms of areas whose full name the text gives."""
    known = marks.known
    stems: set[str] = set()
    for start, (end, rule) in marks.at.items():
        surface = marks.text[start:end]
        if rule == "gpe.governed":
            stems.add(surface)
        ending = next((e for e in _ENDINGS if surface.endswith(e)), "")
        stem = surface[: len(surface) - len(ending)]
        if not ending or len(stem) < 2 or stem in marks.generic:
            continue
        use = known.use.get(stem)
        if use not in (None, NEVER) or (use is None and stem not in words("rules/edge_words.txt")):
            stems.add(stem)
    edges = marks.cut.edge_set
    for start, end in Matcher(stems).find(marks.text):
        if start in edges and end in edges and not is_landmark(marks.text, end):
            marks.add(start, end, "gpe.again")

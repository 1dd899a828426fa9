"""Where the name of a project begins, and whether it is a name or a kind."""

from __future__ import annotations

from bisect import bisect_left

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import places
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.projects.cues import cue_after, cue_before, cue_sizes, cues
from gaoyou_nlp.rules.projects.patterns import (
    CAPACITY,
    FEATURE,
    GENERIC_HEADS,
    KIND,
    NUMERALS,
    generic,
)
from gaoyou_nlp.rules.segmentation import CLAUSE

_MARKED = re.compile("[0-9“”\x21-\x7e]")
_THROUGH = frozenset("内前后名")
_THROUGH_ROADS = _THROUGH | frozenset("至到和及与")
_SIZE = re.compile("约?[0-9][0-9.,]*[万亿]?(?:平方米|亩|公里|米|栋|户|套|座|间|处|幢|层)")
_COUNTED = re.compile(
    f"{NUMERALS}[条座个家处]|[0-9]+[.．、](?![0-9])|[（(][一二三四五六七八九十0-9]+[）)]|[一二三四五六七八九十]是|改造提升(?=[\u4e00-\u9fff]{4})|改扩建(?=国道|省道|[GSXY][0-9])"
)
_BUILT_BEFORE = frozenset(("build", "money", "state", "list", "one", "visit"))
_BUILT_AFTER = frozenset(("build", "money", "time", "is"))
_MOST_SEAMS = 5
_LONGEST_NAME = 36
_CLAUSE = re.compile("[，。；：！？、,;:!?\n]")
_ROW = re.compile(
    "(?m)^[0-9]{1,3}(?=[\u4e00-\u9fff])(?![0-9]+(?:[号万亿千百吨年月日期个座条台代大米层项家类]|兆))"
)
_SECTION = re.compile("[（(][\u4e00-\u9fff0-9]{1,8}(?:段|期)[）)]")  # 8号线（云东段）开工
_STRIPPED = frozenset("建盖修造上下含对搞做抓投好占过成")


class ProjectEvidence:
    """The evidence for names of projects in a text: its words, areas, bodies and amounts.

    Parameters:
        evidence: Of the text.
    """

    def __init__(self, evidence: Evidence) -> None:
        self.text = evidence.text
        self.cut = evidence.words
        self.money_ends = sorted(s.end for s in evidence.labelled("MONEY"))
        self.money_starts = {s.start for s in evidence.labelled("MONEY")}
        self.names: dict[int, int] = {}
        for span in evidence.labelled("GPE", "ORG"):
            self.names[span.start] = max(span.end, self.names.get(span.start, 0))
        self._starts = sorted(self.names)
        self.areas = evidence.areas
        self._distinct: dict[tuple[int, int, bool], bool] = {}
        self._before: dict[int, str] = {}
        self._after: dict[int, str] = {}
        self.clauses = [-1, *(m.start() for m in _CLAUSE.finditer(self.text)), len(self.text)]
        self._capacities = {m.end(): m.start() for m in CAPACITY.finditer(self.text)}
        self._capacity_ends = sorted(self._capacities)

    def floor(self, at: int) -> int:
        """The end of the last amount before an offset: no name runs over it."""
        index = bisect_left(self.money_ends, at + 1)
        return self.money_ends[index - 1] if index else 0

    def start(self, stop: int, *, road: bool = False, floor: int = 0) -> int:
        """Where the name before a head begins."""
        floor = max(floor, self.floor(stop))
        through = _THROUGH_ROADS if road else _THROUGH
        start = self.cut.name_start(stop, floor=floor, through=through)
        for _ in range(3):
            name = self.covering(start) or self._capacity_at(start)
            if name is None or name < floor:
                break
            start = self.cut.name_start(name, floor=floor, through=through)
        if road and "和" in self.text[start:stop]:
            start = self.text.rindex("和", start, stop) + 1
        return self.stripped(start, stop)

    def starts(self, stop: int, *, road: bool = False) -> tuple[int, ...]:
        """Where the name before a head may begin: as a walk says, and at each seam of the clause.

        Parameters:
            stop: Where the head begins.
            road: Whether 至 and 到 may stand inside.

        Returns:
            Offsets before ``stop``, the walk's first.
        """
        first = self.start(stop, road=road)
        clause = max(self.clause_start(stop), self.floor(stop))
        starts = [first]
        if stop - clause <= _LONGEST_NAME:
            starts.append(self.stripped(clause, stop))
        starts += self._seams(max(clause, stop - _LONGEST_NAME), stop)[-_MOST_SEAMS:]
        return tuple(dict.fromkeys(s for s in starts if s < stop))

    def _seams(self, begin: int, stop: int) -> list[int]:
        """Where a name may begin inside a stretch: behind verbs and particles, around names."""
        inner, edges, text = cues("inner"), self.cut.edges, self.text
        seams = []
        index = bisect_left(edges, begin)
        at = edges[index]
        while at < stop:
            index += 1
            end = edges[index]
            if at in self.names and at > begin:
                seams.append(at)
            if self.names.get(at, stop) < stop:
                seams.append(self.names[at])
            elif text[at:end] in inner:
                seams.append(self.stripped(end, stop))
            at = end
        return seams

    def clause_start(self, at: int) -> int:
        """Where the clause begins that holds the character before an offset."""
        return self.clauses[bisect_left(self.clauses, at) - 1] + 1

    def clause_end(self, at: int) -> int:
        """Where the clause ends that holds an offset."""
        return self.clauses[bisect_left(self.clauses, at)]

    def product_end(self, start: int, longest: int) -> int:
        """Where the product or thing ends that begins at an offset: before a stop word.

        Parameters:
            start: An offset.
            longest: How many characters it may have.
        """
        text, end = self.text, start
        while end < len(text) and end - start < longest and text[end] not in CLAUSE:
            stop = self.cut.end_after(end)
            if self.cut.is_stop(end, stop) or not text[end].isalnum():
                break
            end = stop
        return end

    def stripped(self, start: int, stop: int) -> int:
        """Take verbs and attributes off the front of a name."""
        text, edges = self.text, self.cut.edge_set
        lead, sizes = cues("lead"), cue_sizes("lead")
        while start < stop:
            counted = _COUNTED.match(text, start, stop) or _ROW.match(text, start, stop)
            if counted:
                start = counted.end()
                continue
            size = 0
            for size in sizes.get(text[start], ()):
                if start + size <= stop and text[start : start + size] in lead:
                    break
            else:
                size = 0
            if size and start + size in edges:
                start += size
            elif (text[start] in "和及与" and start and text[start - 1].isalnum()) or (
                text[start] in _STRIPPED and self.cut.end_after(start) == start + 1
            ):
                start += 1
            else:
                break
        return start

    def _capacity_at(self, at: int) -> int | None:
        """Where the capacity begins that an offset lies inside of or behind."""
        index = bisect_left(self._capacity_ends, at)
        if index < len(self._capacity_ends):
            start = self._capacities[self._capacity_ends[index]]
            return start if start < at else None
        return None

    def covering(self, at: int) -> int | None:
        """Where the area or body begins that an offset lies inside of."""
        index = bisect_left(self._starts, at)
        for start in reversed(self._starts[max(0, index - 4) : index]):
            if start < at < self.names[start]:
                return start
        return None

    def has_name(self, start: int, end: int) -> bool:
        """Whether an area or a body stands between two offsets."""
        index = bisect_left(self._starts, start)
        while index < len(self._starts) and self._starts[index] < end:
            if self.names[self._starts[index]] <= end:
                return True
            index += 1
        return False

    def distinct(self, start: int, stop: int, head: str = "") -> bool:
        """Whether what stands before a head is the name of one thing, not a kind of things."""
        key = (start, stop, head in GENERIC_HEADS)
        if key not in self._distinct:
            self._distinct[key] = self._is_distinct(*key)
        return self._distinct[key]

    def _is_distinct(self, start: int, stop: int, behind_generic: bool) -> bool:
        text = self.text
        rest = start
        while self.areas.get(rest, stop + 1) <= stop:
            rest = self.areas[rest]
        if rest != start and behind_generic and KIND.fullmatch(text, rest, stop):
            return False
        if stop - start < 2 or generic().fullmatch(text, start, stop):
            return False
        if rest != start or self.has_name(start, stop):
            return True
        if _SIZE.match(text, start, stop):
            return False
        if _MARKED.search(text, start, stop):
            return KIND.fullmatch(text, start, stop) is None
        return bool(FEATURE.search(text, start, stop)) or self._unknown(start, stop)

    def loose(self, start: int, stop: int) -> bool:
        """Whether a stretch could be a name where the context speaks for one."""
        return stop - start >= 3 and KIND.fullmatch(self.text, start, stop) is None

    def _unknown(self, start: int, stop: int) -> bool:
        """Whether a name stands there that the dictionary does not know, or one of the table."""
        known = places()
        at, run = start, 0
        while at < stop:
            end = self.cut.end_after(at)
            word = self.text[at:end]
            run = run + 1 if end - at == 1 else 0
            if run >= 2 or word in known.stems or word in known.towns:
                return True
            at = end
        return False

    def cue_before(self, at: int) -> str:
        """The kind of the cue that ends at an offset, looked for once."""
        if at not in self._before:
            self._before[at] = cue_before(self.text, at)
        return self._before[at]

    def cue_after(self, at: int) -> str:
        """The kind of the cue that begins at an offset, looked for once."""
        if at not in self._after:
            self._after[at] = cue_after(self.text, at)
        return self._after[at]

    def is_built(self, start: int, end: int) -> bool:
        """Whether what stands beside a name says that it is being built."""
        if end in self.money_starts:
            return True
        if end in self.names:
            return False
        section = _SECTION.match(self.text, end)
        behind = section.end() if section else end
        return self.cue_before(start) in _BUILT_BEFORE or (self.cue_after(behind) in _BUILT_AFTER)

    def is_strong(self, start: int, end: int) -> bool:
        """Whether the context alone speaks for one concrete thing."""
        return self.cue_before(start) in ("build", "one") or (
            self.cue_after(end) in ("build", "money")
        )

    def is_landmark(self, start: int, end: int) -> bool:
        """Whether a building is only named as a place or an actor."""
        return self.cue_before(start) in ("visit", "actor") or (self.cue_after(end) == "actor")

    def capacity(self, start: int, stop: int) -> bool:
        """Whether a capacity stands there: 3兆瓦, 20万吨."""
        return CAPACITY.search(self.text, start, stop) is not None

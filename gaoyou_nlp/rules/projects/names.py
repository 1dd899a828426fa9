"""Where the name of a project begins, and whether it is a name or a kind."""

from __future__ import annotations

import re
from bisect import bisect_left

from gaoyou_nlp.language.areas import places
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.projects.patterns import (
    CAPACITY,
    FEATURE,
    GENERIC_HEADS,
    KIND,
    LEADING,
    generic,
)

_THROUGH = frozenset("内前后名")
_THROUGH_ROADS = _THROUGH | frozenset("至到和及与")
_SIZE = re.compile("约?[0-9][0-9.,]*[万亿]?(?:平方米|亩|公里|米|栋|户|套|座|间|处|幢|层)")
_STRIPPED = frozenset("建盖修造上下含对搞做抓投好占过")


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
            name = self.covering(start)
            if name is None or name < floor:
                break
            start = self.cut.name_start(name, floor=floor, through=through)
        if road and "和" in self.text[start:stop]:
            start = self.text.rindex("和", start, stop) + 1
        return self.stripped(start, stop)

    def stripped(self, start: int, stop: int) -> int:
        """Take verbs and attributes off the front of a name."""
        text, edges = self.text, self.cut.edge_set
        while start < stop:
            lead = LEADING.match(text[start:stop])
            single = self.cut.end_after(start) == start + 1
            if lead and start + lead.end() in edges:
                start += lead.end()
            elif (text[start] in "和及与" and start and text[start - 1].isalnum()) or (
                text[start] in _STRIPPED and single
            ):
                start += 1
            else:
                break
        return start

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
        text = self.text
        rest = start
        while self.areas.get(rest, stop + 1) <= stop:
            rest = self.areas[rest]
        if rest != start and head in GENERIC_HEADS and KIND.fullmatch(text, rest, stop):
            return False
        if stop - start < 2 or generic().fullmatch(text, start, stop):
            return False
        if rest != start or self.has_name(start, stop):
            return True
        if _SIZE.match(text, start, stop):
            return False
        if any(c.isdigit() or c in "“”" or c.isascii() for c in text[start:stop]):
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

    def capacity(self, start: int, stop: int) -> bool:
        """Whether a capacity stands there: 3兆瓦, 20万吨."""
        return CAPACITY.search(self.text, start, stop) is not None

"""What is no project whatever its words weigh: stops of buses, kinds in laws, torn clauses."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.rules.projects.candidates import Candidate
from gaoyou_nlp.rules.projects.names import ProjectEvidence

_TABLE = "projects/pattern_words.tsv"
_BUS = re.compile("{bus}", words=_TABLE)
_BUS_NEAR = 160  # characters on both sides in which words of buses count
_BUS_WORDS = 4  # different words of buses that tell a letter or a timetable
_LISTED = 4  # marks of a list near a name, from which fewer words tell a row of stops
_LIST_NEAR = 60
_LIST_MARK = re.compile("[、→-]|——?")
_LAW = re.compile("{law}", words=_TABLE)
_STOP = re.compile("[。；！？\n]")
_LAW_TITLE = re.compile("本(?:条例|办法|规定|细则|法)(?:所称|规定|自)|适用本(?:条例|办法|规定|法)")
_ITEM_OF_LAW = re.compile("(?:^|[\n；：]) ?[（(][一二三四五六七八九十]{1,3}[)）][^\n。；：]*$")
_BUILT = re.compile("{is built}", words=_TABLE)
_WINDOW = 120  # characters that are looked at of a sentence
_BEGINS = re.compile("{begins no name}", words=_TABLE)
_LEAD = re.compile("自(?![贸治然来动主强身])|在(?![线建册])|接(?![待驳种力])")
_HOLDS = re.compile("{in no name}", words=_TABLE)
_NAMED = re.compile("项目$|工程$")


class Refusals:
    """Tells which candidates of a text are no projects.

    Parameters:
        names: The evidence of the text.
    """

    def __init__(self, names: ProjectEvidence) -> None:
        self._names = names
        self._text = names.text
        found = [(m.start(), m[0]) for m in _BUS.finditer(self._text)]
        self._bus_starts = [start for start, _ in found]
        self._bus_words = [word for _, word in found]

    def of(self, candidate: Candidate) -> bool:
        """Say whether a candidate is refused.

        Parameters:
            candidate: A stretch of the text.
        """
        start, end = candidate.start, candidate.end
        return (
            is_clause(self._text[start:end])
            or self._is_stop(candidate)
            or (self._is_law(start, end) and not self._names.has_name(start, end))
        )

    def _is_stop(self, candidate: Candidate) -> bool:
        """Whether it stands among words of bus routes and nothing is built."""
        start, end = candidate.start, candidate.end
        if _NAMED.search(self._text, start, end):
            return False
        first = bisect_left(self._bus_starts, start - _BUS_NEAR)
        last = bisect_left(self._bus_starts, end + _BUS_NEAR)
        words = {re.sub("[0-9]+", "", word) for word in self._bus_words[first:last]}
        low, high = max(0, start - _BUS_NEAR), end + _BUS_NEAR
        marks = _LIST_MARK.findall(self._text, max(0, start - _LIST_NEAR), end + _LIST_NEAR)
        needed = _BUS_WORDS - 2 if len(marks) >= _LISTED else _BUS_WORDS
        return len(words) >= needed and _BUILT.search(self._text, low, high) is None

    def _is_law(self, start: int, end: int) -> bool:
        """Whether its sentence, or the list it is an item of, is one of a law or regulation."""
        if _LAW.search(self._text, *self._sentence(start, end)) is not None:
            return True
        low = max(0, start - _WINDOW)
        return self._is_text_of_law and _ITEM_OF_LAW.search(self._text, low, start) is not None

    @cached_property
    def _is_text_of_law(self) -> bool:
        return _LAW_TITLE.search(self._text) is not None

    def _sentence(self, start: int, end: int) -> tuple[int, int]:
        low = max(0, start - _WINDOW)
        for stop in _STOP.finditer(self._text, low, start):
            low = stop.end()
        high = _STOP.search(self._text, end, end + _WINDOW)
        return low, high.start() if high else min(len(self._text), end + _WINDOW)


def without_lead(text: str, candidate: Candidate) -> Candidate:
    """Return a candidate without the preposition or verb that it begins with.

    Parameters:
        text: The text.
        candidate: A stretch of it.

    Examples:
        >>> without_lead("在云岭大桥", Candidate(0, 5, 3, "head")).start
        1
    """
    start = candidate.start
    if candidate.head - start < 3 or not _LEAD.match(text, start, candidate.head):
        return candidate
    return candidate._replace(start=start + 1)


def is_clause(name: str) -> bool:
    """Say whether a stretch is a piece of a clause.

    Parameters:
        name: What could be the name of a project.

    Examples:
        >>> is_clause("沙坪医院现对该项目"), is_clause("沙坪医院门诊楼项目")
        (True, False)
    """
    return _BEGINS.match(name) is not None or _HOLDS.search(name) is not None

"""Where a text speaks of one project: the words before its name, behind it, and in what follows."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Project, Span

_TABLE = "relations/project_contexts.tsv"
_WINDOW = 300  # characters that a sentence may have
_BEFORE = 80  # characters before a name that may speak of it
_STOP = re.compile("[。；！？\n]")
_BETWEEN = re.compile("(?:项目|工程)?(?:、|和|及|以及|与)(?:[\u4e00-\u9fff]{2,6}的)?")
_GOES_ON = re.compile(
    "(?:[。；]\n?|\n)(?:据(?:了解|介绍|悉)，)?(?:{goes on about it})", words=_TABLE
)


@dataclass(frozen=True, slots=True)
class Scope:
    """The text about a project around one of its mentions.

    Parameters:
        low: Where its sentence begins, or the project before it ends.
        start, end: The mention, with the list that it stands in.
        high: Where the sentence, or what goes on about the project, ends, or the next project
            begins.
        alone: Whether it stands in no list.
    """

    low: int
    start: int
    end: int
    high: int
    alone: bool


class ScopeReader:
    """Finds the scopes of the projects of one text.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
    """

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._text = text
        self._spans = spans
        self._names = [(span.start, span.end) for span in spans if span.label == "PROJECT"]
        self._starts = [start for start, _ in self._names]
        self._lists: list[tuple[int, int]] = []
        first = 0
        for at, (_, end) in enumerate(self._names):
            further = at + 1 < len(self._names) and _BETWEEN.fullmatch(
                text, end, self._names[at + 1][0]
            )
            if not further:
                self._lists += [(first, at)] * (at + 1 - first)
                first = at + 1

    def of(self, project: Project) -> Iterator[Scope]:
        """Yield the scopes of the mentions of a project, in order."""
        for mention in project.mentions:
            if self._spans[mention].label == "PROJECT":
                yield self._scope(bisect_left(self._starts, self._spans[mention].start))

    def _scope(self, at: int) -> Scope:
        """What may be said of a name, or of the list it is in: its sentence, and two that go on."""
        first, last = self._lists[at]
        start, end = self._names[first][0], self._names[last][1]
        low = max(0, start - _BEFORE, self._names[first - 1][1] if first else 0)
        for stop in _STOP.finditer(self._text, low, start):
            low = stop.end()
        limit = min(len(self._text), end + _WINDOW)
        if last + 1 < len(self._names):
            limit = min(limit, self._starts[last + 1])
        high = self._end(end, limit)
        for _ in range(2):
            further = _GOES_ON.match(self._text, high, limit)
            if further:
                high = self._end(further.end(), limit)
        alone = first == last and not self._text.startswith(("等", "项目等"), end)
        return Scope(low, start, end, high, alone)

    def _end(self, at: int, limit: int) -> int:
        stop = _STOP.search(self._text, at, limit)
        return stop.start() if stop else limit

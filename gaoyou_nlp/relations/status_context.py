"""Where the projects of a text are named: their sentences, lists, neighbours and stages."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.leads import Lead
from gaoyou_nlp.relations.stages import Fact, Facts

Place = tuple[int, int]
"""Start and end of the mention, or of the list of mentions, that a stage is looked for."""

_TABLE = "relations/project_contexts.tsv"

_STOP = re.compile("[。；！？\n]|(?<!&nbsp);")
_WHOLE = re.compile("[。；！？\n]")
_LINE = re.compile("\n")
_RUMOUR = re.compile("{rumour}", words=_TABLE)
_DENIED = re.compile("[^。；\n]{0,40}(?:{false rumour})", words=_TABLE)
_WINDOW = 400  # characters that a sentence may have
_COMMA = re.compile("[，,：:、\t|]")
_PARTED = re.compile("(?<=[\u4e00-\u9fff”])[ 　]+(?=[\u4e00-\u9fff“])")
_HEADLINE = re.compile("[\u4e00-\u9fff]{6}")  # what is shorter is a cell or a word
_PREDICATE = 2  # characters behind a name that say something of it
_BETWEEN = re.compile(
    "(?:项目|工程)?(?:[（(][^（）()\n]{0,20}[）)])?(?:、|和|及|以及|与)(?:[\u4e00-\u9fff]{2,6}的)?"
)
_ROW = re.compile(
    "[ 　\t]*(?:[（(【△◎■●▌—·-]{0,2}(?:序号)?[\\d一二三四五六七八九十①-⑳]{0,3}"
    "[)）】、.．，:：]?[ 　\t]*)?"
)
_TASKS, _SEVERAL = 160, 4
"""Characters on either side in which tasks are counted, and how many make a list of them."""
_TASK = re.compile(
    "(?:(?<=[。；，：、,;:.）)\n ])|^)(?:{manner of a task})*(?:{task})", words=_TABLE
)
"""A clause that opens with what is to be done: 推进…, 积极引进…."""
_REPORTED = re.compile(
    "{reported}|[0-9]月[0-9]{1,2}日|(?<![期日快保争动])(?:{reached stage})", words=_TABLE
)
"""Words of what is or was done, which no task has."""


def _masked(text: str, names: Sequence[Place]) -> str:
    """The text with the names blotted out, so that no word inside them counts."""
    parts, last = [], 0
    for start, end in names:
        parts += [text[last:start], "□" * (end - start)]
        last = end
    return "".join([*parts, text[last:]])


class Context:
    """The names and the stages of one text.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.

    Attributes:
        text: The article.
        names: Start and end of each project's name.
        facts: The stages that the text reports outside names.
        lead: What headline and beginning say of all.
    """

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        self.names = [(s.start, s.end) for s in spans if s.label == "PROJECT"]
        self._starts = [start for start, _ in self.names]
        bodies = [(s.start, s.end) for s in spans if s.label in ("PROJECT", "ORG")]
        self.facts = Facts(_masked(text, self.names), bodies if self.names else [])
        self.lead = Lead(text, self.names, self.facts)
        self._blocks = self._find_blocks()
        self._sentences: dict[Place, tuple[int, int]] = {}

    def _find_blocks(self) -> list[Place]:
        """For each mention the list that it stands in: what is said of it holds for each item."""
        blocks: list[Place] = []
        first = 0
        for at in range(len(self.names)):
            further = at + 1 < len(self.names) and _BETWEEN.fullmatch(
                self.text, self.names[at][1], self.names[at + 1][0]
            )
            if not further:
                block = (self.names[first][0], self.names[at][1])
                blocks += [block] * (at + 1 - first)
                first = at + 1
        return blocks

    def block(self, start: int) -> Place:
        """Return the list, or the name alone, to which the mention at a start belongs."""
        return self._blocks[bisect_left(self._starts, start)]

    def sentence(self, place: Place) -> tuple[int, int]:
        """Return start and end of the sentence of a place; that of a row ends with its line."""
        if place not in self._sentences:
            self._sentences[place] = self._find_sentence(*place)
        return self._sentences[place]

    def whole(self, place: Place) -> tuple[int, int]:
        """Return start and end of the sentence with all items that a ``;`` parts in it."""
        low, high = self.sentence(place)
        if self.text.startswith(";", low - 1):
            low = max(0, low - _WINDOW)
            for stop in _WHOLE.finditer(self.text, low, place[0]):
                low = stop.end()
        if self.text.startswith(";", high):
            found = _WHOLE.search(self.text, high, high + _WINDOW)
            high = found.start() if found else high
        return low, high

    def _find_sentence(self, start: int, end: int) -> tuple[int, int]:
        low = max(0, start - _WINDOW)
        for stop in _STOP.finditer(self.text, low, start):
            low = stop.end()
        line = self.text.rfind("\n", max(0, start - 12), start) + 1
        stops = _LINE if _ROW.fullmatch(self.text, line, start) else _STOP
        since = end + 1 if self.text.startswith("\n", end) else end
        found = stops.search(self.text, since, end + _WINDOW)
        high = found.start() if found else min(len(self.text), end + _WINDOW)
        return self._headline(low, start, end, high)

    def _headline(self, low: int, start: int, end: int, high: int) -> tuple[int, int]:
        """The headline that a name stands in, of a line of several that only blanks part."""
        text = self.text
        if _COMMA.search(text, low, high) is not None:
            return low, high
        blanks = [found.span() for found in _PARTED.finditer(text, low, high)]
        opens = max((b for _, b in blanks if b <= start), default=low)
        closes = min((a for a, _ in blanks if a >= end), default=high)
        if closes - end < _PREDICATE:
            return low, high  # a cell of a row
        ends = closes if _HEADLINE.search(text, closes, high) else high
        return opens, ends

    def is_rumour(self, place: Place) -> bool:
        """Whether a name stands in what is only rumoured: 市场传闻公司签约…."""
        low, _ = self.sentence(place)
        rumour = _RUMOUR.search(self.text, low, place[0]) or _RUMOUR.match(self.text, place[0])
        return rumour is not None or _DENIED.match(self.text, place[1]) is not None

    def is_task(self, place: Place) -> bool:
        """Whether a name stands among the tasks of a policy, which tell nothing that is done."""
        text = self.text
        low = max(0, place[0] - _TASKS)
        low = max(low, text.rfind("\n", low, place[0]) + 1)
        end = text.find("\n", place[1], place[1] + _TASKS)
        high = min(len(text), place[1] + _TASKS) if end < 0 else end
        if _REPORTED.search(text, low, high):
            return False
        return sum(1 for _ in _TASK.finditer(text, low, high)) >= _SEVERAL

    def previous(self, at: int) -> Place | None:
        """Return the last name that begins before an offset."""
        before = bisect_left(self._starts, at) - 1
        return self.names[before] if before >= 0 else None

    def following(self, at: int) -> int:
        """Return where the next name at or behind an offset begins; the text's end without one."""
        behind = bisect_left(self._starts, at)
        return self._starts[behind] if behind < len(self._starts) else len(self.text)

    def between(self, low: int, high: int) -> list[Fact]:
        """Return the stages that begin in a stretch of the text."""
        return self.facts.between(low, high)


def holds_among_tasks(text: str, fact: Fact, place: Place) -> bool:
    """Say whether a stage holds although its name stands among tasks: no verb that urges it on.

    Parameters:
        text: The article.
        fact: A stage.
        place: Where the name stands.

    Examples:
        >>> holds_among_tasks("推进云岭大桥建设", Fact(0, 2, "在建", True), (2, 6))
        False
        >>> holds_among_tasks("云岭大桥竣工", Fact(4, 6, "竣工", True), (0, 4))
        True
    """
    if text.startswith(("加快", "推进", "抓紧"), fact.start):
        return False
    if not fact.sure:
        return fact.stage == "前期"
    return not (fact.stage in ("在建", "开工") and fact.start < place[0])

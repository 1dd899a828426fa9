"""Reads when a project begins, is completed and goes into operation."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import DateMention, Event
from gaoyou_nlp.relations.project_scope import Scope

_TABLE = "relations/project_contexts.tsv"

STAGES = ("开工", "竣工", "投产")
_DENIED = re.compile("{put off}", words=_TABLE)
_DONE = re.compile("已|昨|正式|顺利|如期|举行|成功|完成|了")
_STOP = re.compile("[。；！？\n]")
_SENTENCE = 60  # characters before a date that may call it planned


# From the stage to the date: 开工日期为2021年3月, 竣工时间：….
_TO_DATE = re.compile("(?:日期|时间)?(?:为|是|：|:|于|定于|在)+")
_OVER_NAME = re.compile(
    "(?:上午|下午|晚|份)?[，,]?(?:由[^，。；\n]{2,20}的)?(?:位于[^，。；\n]{2,20}的|总投资[^，。；\n]{2,12}的)?"
)
_STAGE = re.compile(
    "(?P<开工>(?:全面|正式|集中)?(?:{开工}))|(?P<竣工>{竣工})|(?P<投产>{投产})", words=_TABLE
)
"""What is done on a day, with a group for each of the stages."""
_NO_EVENT = re.compile("{no event}", words=_TABLE)
_PLANNED = re.compile("{planned}", words=_TABLE)
_TO_STAGE = re.compile(
    "(?:前|底前|左右|上午|下午|起|份)?[，,]?(?:项目|工程|一期|主体|其)?(?:{before stage})*",
    words=_TABLE,
)
"""From the date to the stage: 2021年3月正式开工, 去年底举行开工仪式."""
_BEHIND_NAME = re.compile(
    r"(?:项目|工程)?(?:（[^（）\n]{0,16}）)?(?:在[^，。；\n]{2,16})?(?:{behind name})*",
    words=_TABLE,
)


class DateReader:
    """Reads the days of the projects of one text.

    Parameters:
        text: The article.
        dates: Its dates, in order.
        today: The day of publication (ISO 8601), if that is known: later days are planned.
    """

    def __init__(self, text: str, dates: Sequence[DateMention], today: str | None = None) -> None:
        self._text = text
        self._dates = dates
        self._starts = [date.start for date in dates]
        self._today = today

    def of(self, scopes: Sequence[Scope]) -> tuple[Event, ...]:
        """Return the first day that is said of each stage, stages in order.

        Parameters:
            scopes: Where the text speaks of the project.
        """
        found: dict[str, Event] = {}
        for scope in scopes if self._dates else ():
            for event in self._events(scope):
                found.setdefault(event.kind, event)
        return tuple(found[stage] for stage in STAGES if stage in found)

    def _events(self, scope: Scope) -> Iterator[Event]:
        """Yield the dated stages behind a name, then those before it: 2021年3月开工建设的|…."""
        for cue in _STAGE.finditer(self._text, scope.end, scope.high):
            date = self._date_of(scope, cue)
            if date is not None and not self._is_denied(scope.end, cue):
                event = self._event(cue, date, "behind")
                if event is not None:
                    yield event
        for cue in _STAGE.finditer(self._text, scope.low, scope.start):
            date = self._before(cue.start())
            gap = self._text[cue.end() : scope.start]
            if date is None or date.start < scope.low or not re.fullmatch("(?:建设|兴建)?的", gap):
                continue
            if _TO_STAGE.fullmatch(self._text, date.end, cue.start()):
                event = self._event(cue, date, "before")
                if event is not None:
                    yield event

    def _date_of(self, scope: Scope, cue: re.Match[str]) -> DateMention | None:
        """The date of a stage behind a name."""
        behind = bisect_left(self._starts, cue.end())
        near = behind < len(self._dates) and self._starts[behind] <= min(cue.end() + 6, scope.high)
        if near and _TO_DATE.fullmatch(self._text, cue.end(), self._starts[behind]):
            return self._dates[behind]
        if _NO_EVENT.match(self._text, cue.end()):
            return None
        date = self._before(cue.start())
        if date is None or date.start < scope.low:
            return None
        if date.start >= scope.end:
            fits = _TO_STAGE.fullmatch(self._text, date.end, cue.start())
            return date if fits else None
        if date.end > scope.start or not _OVER_NAME.fullmatch(self._text, date.end, scope.start):
            return None
        fits = _BEHIND_NAME.fullmatch(self._text, scope.end, cue.start())
        return date if fits else None

    def _before(self, at: int) -> DateMention | None:
        number = bisect_left(self._starts, at) - 1
        return self._dates[number] if number >= 0 and self._dates[number].end <= at else None

    def _is_denied(self, low: int, cue: re.Match[str]) -> bool:
        clause = max(self._text.rfind(mark, low, cue.start()) + 1 for mark in "，。；")
        return _DENIED.search(self._text, max(low, clause), cue.start()) is not None

    def _event(self, cue: re.Match[str], date: DateMention, rule: str) -> Event | None:
        """A stage with its day: the first of a date for a beginning, the last for an end."""
        stage = cue.lastgroup or ""
        day = date.first if stage == "开工" else date.last
        day = day or date.last or date.first
        if day is None:
            return None
        planned = self._is_planned(date, cue)
        return Event(
            stage,
            day,
            date.grain,
            date.start,
            date.end,
            date.text,
            f"date:{rule}:{cue[0]}",
            planned,
        )

    def _is_planned(self, date: DateMention, cue: re.Match[str]) -> bool | None:
        """Whether a stage is still to come: by the day of publication, else by the words."""
        if self._today is not None and date.first is not None:
            return date.first > self._today
        low = max(0, date.start - _SENTENCE)
        for stop in _STOP.finditer(self._text, low, date.start):
            low = stop.end()
        if _PLANNED.search(self._text, low, cue.start()):
            return True
        if date.first is None:
            return True
        return False if _DONE.search(self._text, low, cue.end() + 1) else None

"""Whether a place of a text lies among plans: behind 重点抓好以下工作, under 二、发展目标."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.figures.clauses import last_before
from gaoyou_nlp.language import lazy_re as re

_TABLE: Final = "figures/frame_words.tsv"
_LONGEST_HEADING: Final = 40
_LINE: Final = re.compile("[^\n]+")
_SENTENCE: Final = re.compile("[^。！？!?\n]+[。！？!?]?")
_NUMBERED: Final = re.compile(
    "[\\s\u3000]*(?:[（(]?[一二三四五六七八九十0-9]{1,3}[）)、.．]|第[一二三四五六七八九十]+|[—●■◆▲★*·\\-]+)?"
    "[\\s\u3000]*"
)
_NO_HEADING: Final = re.compile("[。；，,：:]")
_NEWS: Final = re.compile("{news}|会$", words=_TABLE)
"""A headline with one of these tells what happened: 超额完成招商目标."""


_PLAN_HEADING: Final = re.compile("{plan heading}", words=_TABLE)
_REVIEW_HEADING: Final = re.compile("{review heading}", words=_TABLE)
_ANNOUNCED: Final = re.compile("{announced}", words=_TABLE)
_LOOKS_BACK: Final = re.compile("{looks back}", words=_TABLE)
_ASKED_AHEAD: Final = re.compile("{asked ahead}", words=_TABLE)
_ASKED_BACK: Final = re.compile("{asked back}", words=_TABLE)


class PlanFrames:
    """Knows which parts of a text tell plans.

    A heading or a sentence that announces plans opens such a part; a heading of a review, a
    question about what was done and a paragraph that opens with a time that is over close it. A
    sentence that opens with such a time closes it up to the end of its paragraph.

    Parameters:
        text: The text.
        dates: Its dates, in order.
        anchor: The day the article was written.
    """

    def __init__(self, text: str, dates: Sequence[DateMention], anchor: date | None) -> None:
        self._over = {d.start: d.end for d in dates if _is_over(d, anchor)}
        turns = list(self._turns(text))
        self._starts = [start for start, _ in turns]
        self._plans = [plans for _, plans in turns]

    def plans(self, offset: int) -> bool:
        """Say whether a place lies among plans."""
        at = last_before(self._starts, offset + 1)
        return at >= 0 and self._plans[at]

    def _turns(self, text: str) -> Iterator[tuple[int, bool]]:
        """Yield where a part with or without plans begins."""
        plans = False
        for line in _LINE.finditer(text):
            start, end = line.span()
            turn = _read_heading(line.group())
            if turn is None and self._looks_back(text, start, end):
                turn = False
            if turn is not None:
                plans = turn
            yield start, plans
            now = plans
            for sentence in _SENTENCE.finditer(text, start, end):
                if sentence.start() > start and self._looks_back(text, *sentence.span()):
                    now = False
                    yield sentence.start(), now
                announced = _ANNOUNCED.search(text, *sentence.span())
                if announced is not None:
                    now = plans = True
                    yield announced.start(), now

    def _looks_back(self, text: str, start: int, end: int) -> bool:
        """Say whether a stretch opens with a time that is over."""
        opening = _NUMBERED.match(text, start, end)
        at = start if opening is None else opening.end()
        return at in self._over or _LOOKS_BACK.match(text, at, end) is not None


def _read_heading(line: str) -> bool | None:
    """Say whether a line is a heading or a question that announces plans (True) or a review."""
    words = line.strip()
    if words.endswith(("？", "?")):
        ahead, back = _ASKED_AHEAD, _ASKED_BACK
    elif len(words) <= _LONGEST_HEADING and not _NO_HEADING.search(words[:-1]):
        ahead, back = _PLAN_HEADING, _REVIEW_HEADING
    else:
        return None
    looks_ahead, looks_back = ahead.search(words) is not None, back.search(words) is not None
    if not looks_ahead and not looks_back:
        return None
    if looks_ahead and ahead is _PLAN_HEADING and _NEWS.search(words):
        return False if looks_back else None
    return looks_ahead and not looks_back


def _is_over(found: DateMention, anchor: date | None) -> bool:
    return (
        anchor is not None
        and found.last is not None
        and date.fromisoformat(found.last) < anchor
        and not found.rule.startswith("date.same-period")
    )

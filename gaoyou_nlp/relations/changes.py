"""Reads what a text says of a post beyond that somebody holds it: 任命, 免去, 原, 拟任."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.chains import UNITS, Chain

Change = tuple[str | None, str]
"""A change and the rule that decided it."""

NONE: Change = (None, "")

_WINDOW = 100
_SENTENCE_END = re.compile("[。！？!?\n]")
_STOPS = re.compile("[。；;！？!?\n]")
# What may stand between a verb and the post that it governs; N, U and T are spans.
_GOVERNED = re.compile(
    "(?:[NUT、和及与兼其的为：: 　“”]|[，,](?=N(?:[、和]N)*为)|同志|以及|作为|"
    "[（(][^（()）]{0,8}[)）]|(?:职务|一职)(?=[、和及与])|[两三四五]人|了|过|第[0-9一二三四五六七八九十]{1,4}[任届])*"
)
_DECISION = re.compile(
    "免去|不再担任|任免|(?:研究|会议|常委会|[委府院]的?|了)决定|表决通过|决定[：:]|(?:干部|人事)调整|干部大会"
)
_PLAIN = ("任", "担任")
_LINE_OF_NAME = re.compile("[ 　\t]*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[)）、.．][ 　]?)?")
_HEADING_END = re.compile("[：:]?[ 　\t]*$")
_LETTERS = {**dict.fromkeys(NAMES, "N"), **dict.fromkeys(UNITS, "U"), "TITLE": "T"}


@cache
def _cues(place: str) -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    """One pattern for all cues of a place, and (cue, change) of its groups."""
    rows = sorted(
        ((row[0], row[2]) for row in table("relations/post_cues.tsv") if row[1] == place),
        key=lambda row: -len(row[0]),
    )
    return re.compile("|".join(f"({cue})" for cue, _ in rows)), tuple(rows)


def _change(place: str, match: re.Match[str]) -> Change:
    said = _cues(place)[1][(match.lastindex or 1) - 1][1]
    return NONE if said == "held" else (said, f"{place}:{match[0]}")


def title_change(title: str) -> Change:
    """Read the change that a title begins with.

    Examples:
        >>> title_change("原副局长"), title_change("代县长"), title_change("局长")
        (('former', 'title:原'), ('acting', 'title:代'), (None, ''))
    """
    match = _cues("title")[0].match(title)
    return NONE if match is None else _change("title", match)


def change_before(text: str, spans: Sequence[Span], chain: Chain, start: int) -> Change:
    """Read the change that the last verb before a chain states, if it governs the chain.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        chain: The chain.
        start: Where it begins with its areas, in characters.
    """
    low = max(0, start - _WINDOW)
    for stop in _STOPS.finditer(text, low, start):
        low = stop.end()
    window = _with_letters(text, spans, chain.first, low, start)
    cues = list(_cues("before")[0].finditer(window))
    last = cues[-1] if cues else None
    if last is None or not _GOVERNED.fullmatch(window, last.end()):
        return NONE
    if last[0] in _PLAIN:
        end = _SENTENCE_END.search(text, start, start + _WINDOW)
        floor = max(0, start - _WINDOW)
        opens = max((s.end() for s in _SENTENCE_END.finditer(text, floor, start)), default=floor)
        decided = _DECISION.search(text, opens, end.start() if end else start + _WINDOW)
        return ("appointed", f"before:{last[0]}+{decided[0]}") if decided else NONE
    return _change("before", last)


def _with_letters(text: str, spans: Sequence[Span], at: int, low: int, high: int) -> str:
    """A stretch of the text in which each span is one letter."""
    first = at
    while first > 0 and spans[first - 1].end > low:
        first -= 1
    parts: list[str] = []
    done = low
    for number in range(first, len(spans)):
        span = spans[number]
        if span.start >= high:
            break
        letter = _LETTERS.get(span.label)
        if letter is None:
            continue
        parts += (text[done : max(done, span.start)], letter)
        done = span.end
    return "".join((*parts, text[done:high]))


def change_behind(text: str, ends: Sequence[int]) -> Change:
    """Read the change said right behind a post or its holder.

    Parameters:
        text: The article.
        ends: Where the post and its holders end, in characters.
    """
    found = NONE
    for end in ends:
        match = _cues("behind")[0].match(text, end + 2 if text.startswith("同志", end) else end)
        if match and found[0] in (None, "nominated"):
            found = _change("behind", match)
    return found


class Headings:
    """The headings over lists of names, such as 免去：, and the lines that stand under each.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
    """

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._starts: list[int] = []
        self._changes: list[Change] = []
        named = {span.start for span in spans if span.label in NAMES}
        current = NONE
        at = 0
        for line in text.split("\n"):
            first = _LINE_OF_NAME.match(line)
            if at + (first.end() if first else 0) not in named:
                current = self._heading(line)
            self._starts.append(at)
            self._changes.append(current)
            at += len(line) + 1

    @staticmethod
    def _heading(line: str) -> Change:
        if len(line) > 60 or not _HEADING_END.search(line) or line.rstrip()[-1:] not in ("：", ":"):
            return NONE
        for place in ("heading", "before"):
            match = _cues(place)[0].search(line)
            if match:
                found = _change(place, match)
                return NONE if found[0] is None else (found[0], f"heading:{match[0]}")
        return NONE

    def at(self, offset: int) -> Change:
        """Return the change that the heading over a place states."""
        return self._changes[bisect_left(self._starts, offset + 1) - 1]

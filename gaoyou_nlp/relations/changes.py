"""Reads what a text says of a post beyond that somebody holds it: 任命, 免去, 原, 拟任."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.chain_units import UNITS
from gaoyou_nlp.relations.chains import Chain
from gaoyou_nlp.relations.post_columns import Columns

_TABLE = "relations/post_contexts.tsv"

Change = tuple[str | None, str]
"""A change and the rule that decided it."""

NONE: Change = (None, "")

_WINDOW = 100
_SENTENCE_END = re.compile("[。！？!?\n]")
_STOPS = re.compile("[。；;！？!?\n]")


# A clause that shares the verb of the clause before: 任命：甲为局长；乙为院长.
_SHARED = re.compile(
    "[ 　\n]*N(?:[、和及与]N)*(?:同志)?(?:[（(][^（()）]{0,8}[)）])?(?:为|的)U*(?:T、?U*)*"
)
_APPOINTS = re.compile("[ 　]*N(?:[、和及与]N)*同志任U*")
# A clause of the past, whose later posts are as former as the first: 曾在外地工作，做过…、….
_PAST = re.compile(
    "N?(?:同志)?[，,]?(?:[此之以]前)?[，,]?(?:曾|历任|先后)(?:(?!{no longer past}).)*", words=_TABLE
)
_BY = re.compile("(?:的?(?:职务|一职))?(?:[则均已将仍现]|改|暂|依法){0,2}由")
_NOTE = re.compile("(?:同志)?(?:[（(][^（()）\\n]{1,8}[)）])?")
_PLAIN = ("任", "担任")
_LINE_OF_NAME = re.compile("[ 　\t]*(?:[（(]?[一二三四五六七八九十\\d]{1,3}[)）、.．][ 　]?)?")
_NUMBERED = re.compile(
    "[ 　\t]*[（(]?[一二三四五六七八九十\\d]{1,3}[)）]?[、.．]?[ 　]?(?:决定)?"
    "(?:{decision of a list})(?:{matter of a decision})?[：:]?[ 　\t]*",
    words=_TABLE,
)
_LETTERS = {**dict.fromkeys(NAMES, "N"), **dict.fromkeys(UNITS, "U"), "TITLE": "T"}
_DECISION = re.compile("{decision}", words=_TABLE)
"""Words of decisions by which posts are given and taken."""
_GOVERNED = re.compile(
    r"(?:{governed}|[；;][ \u3000\n]*(?=N)|[（(][^（()）]{0,8}[)）])*", words=_TABLE
)
"""What may stand between a verb and the post that it governs; N, U and T are spans."""


@cache
def _cues(place: str) -> tuple[re.Pattern[str], tuple[tuple[str, str], ...]]:
    """One pattern for all cues of a place, and (cue, change) of its groups."""
    rows = sorted(
        ((row[0], row[2]) for row in table("relations/post_cues.tsv") if row[1] == place),
        key=lambda row: -len(row[0]),
    )
    return re.compile("|".join(f"({cue})" for cue, _ in rows)), tuple(rows)


def _change(place: str, match: re.Match[str]) -> Change:
    change = _cues(place)[1][(match.lastindex or 1) - 1][1]
    return NONE if change == "held" else (change, f"{place}:{match[0]}")


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
    window = _clause_before(text, spans, chain.first, start)
    cues = list(_cues("before")[0].finditer(window))
    last = cues[-1] if cues else None
    if last is None or not _GOVERNED.fullmatch(window, last.end()):
        return ("former", "before:曾") if _PAST.fullmatch(window) else NONE
    if last[0] in _PLAIN:
        end = _SENTENCE_END.search(text, start, start + _WINDOW)
        opens = _opening(text, start, window)
        decided = _DECISION.search(text, opens, end.start() if end else start + _WINDOW)
        return ("appointed", f"before:{last[0]}+{decided[0]}") if decided else NONE
    return _change("before", last)


def _clause_before(text: str, spans: Sequence[Span], first: int, start: int) -> str:
    """The clause before a post with letters for spans; further ones where it is 张三为 alone."""
    floor = max(0, start - _WINDOW)
    stops = [floor, *(stop.end() for stop in _STOPS.finditer(text, floor, start))]
    window = ""
    while stops:
        low = stops.pop()
        window = _with_letters(text, spans, first, low, start)
        if not (_SHARED.fullmatch(window) and text[low - 1 : low] in ("；", ";")):
            break
    return window


def _opening(text: str, start: int, window: str) -> int:
    """Where the sentence of a post begins; its paragraph, where it is one of 张三同志任 alone."""
    floor = max(0, start - _WINDOW)
    ends = "\n" if _APPOINTS.fullmatch(window) else "。！？!?\n"
    return max((text.rfind(mark, floor, start) + 1 for mark in ends), default=floor) or floor


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


def passed_on(text: str, end: int, name_end: int) -> Change | None:
    """Read the change of a post that goes to the name behind 由: 局长一职由张三接任.

    Parameters:
        text: The article.
        end: Where the post ends, in characters.
        name_end: Where the name ends.

    Returns:
        The change, ``NONE`` where the name holds the post and no more; None where it goes to
        nobody.

    Examples:
        >>> passed_on("局长一职由张三代理", 2, 7)
        ('acting', 'passes:代理')
    """
    if _BY.match(text, end) is None:
        return None
    note = _NOTE.match(text, name_end)
    match = _cues("passes")[0].match(text, note.end() if note else name_end)
    return None if match is None else _change("passes", match)


class Headings:
    """The headings over lists of names, such as 免去：, and the lines that stand under each.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
    """

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._columns = Columns(text)
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
        numbered = _NUMBERED.fullmatch(line)
        if numbered is None and (len(line) > 60 or line.rstrip()[-1:] not in ("：", ":")):
            return NONE
        for place in ("heading", "before"):
            match = _cues(place)[0].search(line)
            if match:
                found = _change(place, match)
                return NONE if found[0] is None else (found[0], f"heading:{match[0]}")
        return NONE

    def at(self, offset: int) -> Change:
        """Return the change that the heading over a place, or of its column, states."""
        head = self._columns.at(offset)
        if head is not None:
            return head[0], f"column:{head[1]}"
        return self._changes[bisect_left(self._starts, offset + 1) - 1]

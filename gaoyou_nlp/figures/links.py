"""What may stand between an indicator and its number: 同比增长, 控制在, 力争达到, a date."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from gaoyou_nlp.dates import DateMention
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern

_MARKS: Final = " \u3000“”/\u200b\n"
_LONGEST: Final = 36


class Link(NamedTuple):
    """What a link says.

    Parameters:
        direction: ``up`` or ``down`` where the number is a change.
        shared: ``each`` (one number for each of the indicators) or ``all`` (one for all).
        reaches: True where it says that a level is reached (达到, 为).
        begins: True where the number is where a change begins: 由58%提高到60%.
    """

    direction: str | None = None
    shared: str | None = None
    reaches: bool = False
    begins: bool = False


@cache
def _words() -> tuple[WordPattern, dict[str, str]]:
    entries = {word: sense for word, sense, _ in table("figures/links.tsv")}
    return word_pattern(entries), entries


def read_link(
    text: str, start: int, end: int, dates: Sequence[DateMention], extra: str = ""
) -> Link | None:
    """Read what stands between an indicator and its number.

    Parameters:
        text: The text.
        start, end: The stretch between the two.
        dates: The dates of the text, in order; they may stand in it.
        extra: Punctuation that may stand in it.

    Returns:
        What it says, None where anything else stands in it or it is longer than 36 characters.

    Examples:
        >>> read_link("产值同比增长6%", 2, 6, ())
        Link(direction='up', shared=None, reaches=False, begins=False)
        >>> read_link("产值和税收的6%", 2, 6, ()) is None
        True
    """
    if end - start > _LONGEST:
        return None
    pattern, senses = _words()
    link = Link()
    at = start
    while at < end:
        date = bisect_right(dates, at, key=lambda d: d.start) - 1
        if date >= 0 and dates[date].start == at and dates[date].end <= end:
            at = dates[date].end
            continue
        if text[at] in _MARKS or text[at] in extra:
            at += 1
            continue
        token = pattern.match(text, at, end)
        if token is None:
            return None
        sense = senses[token.group()]
        if sense in ("up", "down"):
            link = link._replace(direction=sense, reaches=False, begins=False)
        elif sense == "reach":
            link = link._replace(reaches=True, begins=False)
            if len(token.group()) == 3:  # 增长到: no change any more, a level
                link = link._replace(direction=None)
        elif sense == "from":
            link = link._replace(begins=True)
        elif sense in ("each", "all"):
            link = link._replace(shared=sense)
        at = token.end()
    return link

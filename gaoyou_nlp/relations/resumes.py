"""Posts of a curriculum vitae that ended: 2016年任局长，2021年任副县长; 1953年至1957年任副区长."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Post

_TAKEN_UP: Final = re.compile(
    r"(?:(?P<since>[0-9]{4}年(?:[0-9]{1,2}月)?)(?:至|到|[-—–－~～]{1,2}))?"
    r"(?:[0-9]{4}年|同年)(?:[0-9]{1,2}月)?起?[，,]?(?:担任|出任|任)$"
)
_REACH: Final = 32


class TakenUp(NamedTuple):
    """Posts that somebody took up at a date.

    Parameters:
        start: Where the first of them begins.
        first, last: Their places among the posts of the holder, the last exclusive.
        ended: Whether the text gives the year in which they ended.
    """

    start: int
    first: int
    last: int
    ended: bool


def take_up(text: str, start: int, first: int, last: int) -> TakenUp | None:
    """Read the date on which the posts that begin at an offset were taken up.

    Parameters:
        text: The article.
        start: Where the posts begin.
        first, last: Their places among the posts of the holder.

    Examples:
        >>> take_up("1953年至1957年任副区长", 12, 0, 1)
        TakenUp(start=12, first=0, last=1, ended=True)
        >>> take_up("任副区长", 1, 0, 1) is None
        True
    """
    low = max(0, start - _REACH)
    dated = _TAKEN_UP.search(text[low:start])
    return None if dated is None else TakenUp(start, first, last, dated["since"] is not None)


def end_earlier(text: str, posts: list[Post], taken: Sequence[TakenUp]) -> list[Post]:
    """Make the posts former that a later date of the same paragraph follows.

    Parameters:
        text: The article.
        posts: The posts of one holder.
        taken: Those that were taken up at a date, in order of the text.

    Returns:
        The posts, the same ones changed where the text says nothing else of them.
    """
    for at, one in enumerate(taken):
        later = taken[at + 1].start if at + 1 < len(taken) else None
        follows = later is not None and "\n" not in text[one.start : later]
        if not (one.ended or follows):
            continue
        for place in range(one.first, one.last):
            if posts[place].change is None:
                posts[place] = replace(posts[place], change="former", rule="resume:later")
    return posts

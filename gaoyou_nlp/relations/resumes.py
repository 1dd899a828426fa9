"""Posts that ended in a career in order: 2016年任局长，2021年任副县长."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Post

_VERB: Final = "(?:历任|先后任|担任|出任|当上?了?|任)"
_TAKEN_UP: Final = re.compile(
    r"(?:(?P<since>[0-9]{4}年(?:[0-9]{1,2}月)?)(?:至|到|[-—–－~～]{1,2}))?"
    r"(?:[0-9]{4}年|同年)(?:[0-9]{1,2}月)?起?[，,]?[^，。；：、“”0-9兼\n]{0,8}?" + _VERB + "$"
)
_MONTH: Final = r"(?:19|20)[0-9]{2}(?:年[0-9]{1,2}月?|[.．/-][0-9]{1,2})"
_SPELL: Final = re.compile(
    rf"(?P<since>{_MONTH})[ 　]*(?:至|到|[-—–－~～]{{1,3}})[ 　]*{_MONTH}[ 　\t，,:：]*"
    rf"(?:(?:(?:[\u4e00-\u9fff]{{2,4}}(?:同志)?)?{_VERB})?|(?:(?![由与对向为被])[\u4e00-\u9fff、])*)$"
)
_THEN: Final = re.compile(
    "(?:后来?|又|再|接着|继而|翌年|次年|[现如]今|目前|现)[^，。；：、“”兼\n]{0,8}?" + _VERB + "$"
)
_STATED: Final = re.compile(r"(?<![0-9一二三四五六七八九十首兼现新])" + _VERB + "$")
_REACH: Final = 48


class TakenUp(NamedTuple):
    """Posts that somebody took up.

    Parameters:
        start: Where the first of them begins.
        first, last: Their places among the posts of the holder, the last exclusive.
        ended: Whether the text gives the year in which they ended.
        later: Whether the text says that they came after others.
    """

    start: int
    first: int
    last: int
    ended: bool
    later: bool


def take_up(text: str, start: int, first: int, last: int) -> TakenUp | None:
    """Read how the posts that begin at an offset were taken up, and when.

    Parameters:
        text: The article.
        start: Where the posts begin.
        first, last: Their places among the posts of the holder.

    Examples:
        >>> take_up("1953年至1957年任副区长", 12, 0, 1)
        TakenUp(start=12, first=0, last=1, ended=True, later=True)
        >>> take_up("主任副区长", 2, 0, 1).later, take_up("副区长", 0, 0, 1)
        (False, None)
    """
    low = max(0, start - _REACH)
    before = text[low:start]
    dated = _TAKEN_UP.search(before) or _SPELL.search(before)
    if dated is not None:
        return TakenUp(start, first, last, ended=dated["since"] is not None, later=True)
    if _STATED.search(before) is None:
        return None
    return TakenUp(start, first, last, ended=False, later=_THEN.search(before) is not None)


def end_earlier(text: str, posts: list[Post], taken: Sequence[TakenUp]) -> list[Post]:
    """Make the posts former that a later one of the same paragraph follows.

    Parameters:
        text: The article.
        posts: The posts of one holder.
        taken: Those that were taken up, in order of the text.

    Returns:
        The posts, the same ones changed where the text says nothing else of them.
    """
    follows: TakenUp | None = None
    for one in reversed(taken):
        ends = follows is not None and "\n" not in text[one.start : follows.start]
        if one.ended or ends:
            for place in range(one.first, one.last):
                if posts[place].change is None:
                    posts[place] = replace(posts[place], change="former", rule="resume:later")
        if one.later:
            follows = one
    return posts

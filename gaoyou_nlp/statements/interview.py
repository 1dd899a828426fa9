"""Turns of an interview: paragraphs that open with a speaker and a colon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.statements.speakers import Speaker, Speakers

_HEAD: Final = re.compile(r"[ \u3000\t]*(?P<head>[^：:，。；！？“”\n]{1,30}?)[ \u3000]?[：:]")
_ASKERS: Final = re.compile(
    r"(?:[《“]?[\u4e00-\u9fffA-Za-z]{2,14}[》”]?|一位[\u4e00-\u9fff]{0,6}|本报)?(?P<who>记者)"
    r"|问|答|主持人|提问|回答|网友|市民"
)
_TELLS: Final = re.compile(
    r"(?:说|表示|强调|指出|介绍|告诉[^，。]{1,6})[，：。]|“[^”\n]+”[^。\n]{0,20}[说道]。"
    r"|^[ \u3000]*[（(]?(?:本报|通讯员|记者|采访)|采访结束",
    re.M,
)
"""What a paragraph holds that is not a turn going on: somebody who speaks, a by-line."""
_FEWEST_TURNS: Final = 3


class Turn(NamedTuple):
    """A paragraph of an interview: its speaker, what is said, whether it opens with its speaker."""

    speaker: Speaker
    start: int
    end: int
    headed: bool


def find_turns(text: str, paragraphs: Sequence[tuple[int, int]], speakers: Speakers) -> list[Turn]:
    """Find the turns of an interview, which may stand in an article that tells more.

    Parameters:
        text: The text.
        paragraphs: Its paragraphs.
        speakers: Who can speak in it.

    Returns:
        The turns, with the bare paragraphs behind a headed one as its continuation, up to one in
        which somebody is said to say something or that is a by-line; none where fewer than three
        paragraphs are headed or all by the same speaker: such a text is no interview, and its bare
        paragraphs belong to nobody.
    """
    heads: list[Turn | None] = []
    for start, end in paragraphs:
        heads.append(_head(text, start, end, speakers))
    headed = [turn for turn in heads if turn is not None]
    names = {turn.speaker.name for turn in headed}
    if len(headed) < _FEWEST_TURNS or len(names) < 2:
        return []
    turns: list[Turn] = []
    current: Speaker | None = None
    for (start, end), turn in zip(paragraphs, heads, strict=True):
        if turn is not None:
            current = turn.speaker
            turns.append(turn)
        elif current is not None and not _TELLS.search(text, start, end):
            turns.append(Turn(current, start, end, False))
        else:
            current = None
    return turns


def _head(text: str, start: int, end: int, speakers: Speakers) -> Turn | None:
    match = _HEAD.match(text, start, end)
    if match is None:
        return None
    begin, stop = match.span("head")
    said = match.end()
    while said < end and text[said] in " \u3000":
        said += 1
    if said >= end:
        return None
    asker = _ASKERS.fullmatch(text, begin, stop)
    if asker is not None:
        begin = begin if asker["who"] is None else asker.start("who")
        words = text[begin:stop]
        return Turn(Speaker(begin, stop, None, words, ""), said, end, True)
    speaker = speakers.person_at(begin, stop)
    return None if speaker is None else Turn(speaker, said, end, True)

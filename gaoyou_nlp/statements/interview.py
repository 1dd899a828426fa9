"""Turns of an interview: paragraphs that open with a speaker and a colon."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.statements.speakers import Speaker, Speakers

_HEAD: Final = re.compile(
    r"[ \u3000\t]*(?:【(?P<label>[^】\n]{2,30})】[：:]?"
    r"|(?P<head>[^：:，。；！？\n]{1,40}?)[ \u3000]?[：:])"
)
_BRACKET: Final = re.compile(r"（[^（）\n]{1,30}）$")
_ASKERS: Final = re.compile(
    r"(?:一位[\u4e00-\u9fff]{0,6}记者)|(?:[《“]?[\u4e00-\u9fffA-Za-z]{2,14}[》”]?|本报)?(?P<paper>记者)"
    r"|《[^》\n]{2,20}》|问|答|主持人|提问|回答"
    r"|(?:现场|热心)?(?:网友|市民|读者|观众|听众)(?:[“「][^”」\n]{1,16}[”」])?(?P<asks>[追提]?问)?"
)
_REPLY: Final = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,20}?)的?(?:[答回][复应]|答)|官方(?:回复|答复)"
)
_NOT_A_TURN: Final = re.compile(
    r"(?:说|表示|强调|指出|介绍|告诉[^，。]{1,6}|[答回][复应])[，：。]|“[^”\n]+”[^。\n]{0,20}[说道]。"
    r"|^[ \u3000]*(?:[（(][^：\n]{1,8}[：:]|[（(]?(?:本报|通讯员|记者|采访))"
    r"|采访结束|^[ \u3000]*[\u4e00-\u9fff]{0,3}(?:整理|审核|编辑|来源|电话|[人位])[：:]",
    re.M,
)
"""What a paragraph holds that is not a turn going on: somebody who speaks, a by-line."""
_FEWEST_TURNS: Final = 3
_LONGEST_ASKER: Final = 8


class Turn(NamedTuple):
    """A paragraph of an interview: its speaker, what is said, whether it opens with its speaker."""

    speaker: Speaker
    start: int
    end: int
    headed: bool


def find_turns(
    text: str,
    paragraphs: Sequence[tuple[int, int]],
    speakers: Speakers,
    interviewee: Speaker | None = None,
) -> list[Turn]:
    """Find the turns of an interview, which may stand in an article that holds more.

    Parameters:
        text: The text.
        paragraphs: Its paragraphs.
        speakers: Who can speak in it.
        interviewee: Whom the headline says is interviewed: 答： is this person, 问： the reporter.

    Returns:
        The turns, with the bare paragraphs behind a headed one as its continuation, up to one in
        which somebody is said to say something or that is a by-line; none where fewer than three
        paragraphs are headed or all by the same speaker: such a text is no interview, and its bare
        paragraphs belong to nobody.
    """
    heads = [_head(text, start, end, speakers) for start, end in paragraphs]
    heads = _with_askers(text, paragraphs, heads)
    headed = [turn for turn in heads if turn is not None]
    names = {turn.speaker.name for turn in headed}
    if len(headed) < _FEWEST_TURNS or len(names) < 2:
        return []
    brief = sum(1 for turn in headed if _is_bracketed(text, turn)) * 2 > len(headed)
    turns: list[Turn] = []
    current: Speaker | None = None
    for (start, end), head in zip(paragraphs, heads, strict=True):
        turn = head or _known(text, start, end, names)
        if turn is not None:
            current = None if brief else turn.speaker
            turns.append(turn)
        elif current is not None and not _NOT_A_TURN.search(text, start, end):
            turns.append(Turn(current, start, end, False))
        else:
            current = None
    return turns if interviewee is None else [_named(turn, interviewee) for turn in turns]


def _named(turn: Turn, interviewee: Speaker) -> Turn:
    """Give 问 and 答 of an interview with one person their names."""
    who = turn.speaker
    if who.name in ("答", "回答"):
        return turn._replace(speaker=who._replace(name=interviewee.name, span=interviewee.span))
    return turn._replace(speaker=who._replace(name="记者")) if who.name in ("问", "提问") else turn


def _head(text: str, start: int, end: int, speakers: Speakers) -> Turn | None:
    match = _HEAD.match(text, start, end)
    if match is None:
        return None
    begin, stop = match.span("head" if match["label"] is None else "label")
    words = match.end()
    while words < end and text[words] in " \u3000":
        words += 1
    if words >= end or (text[words] in "“「" and text[words:end].rstrip()[-1] in "”」"):
        return None
    bracket = _BRACKET.search(text, begin, stop)
    asker = _ASKERS.fullmatch(text, begin, stop if bracket is None else bracket.start())
    named = None if bracket is None else speakers.person_at(bracket.start(), stop - 1)
    if asker is not None and named is not None:
        return Turn(named, words, end, True)
    if asker is not None:
        stop = asker.end()
        begin = begin if asker["paper"] is None else asker.start("paper")
        stop = stop if asker["asks"] is None else asker.start("asks")
        return Turn(Speaker(begin, stop, None, text[begin:stop], ""), words, end, True)
    reply = _REPLY.fullmatch(text, begin, stop)
    if reply is not None and speakers.people(begin, stop):
        person = speakers.person_at(begin, stop - 1)
        return None if person is None or text[stop - 1] != "答" else Turn(person, words, end, True)
    if reply is not None:
        stop = reply.end("who") if reply["who"] and reply["who"] != "官方" else stop
        body = speakers.body_at(begin, stop)
        who = body or Speaker(begin, stop, None, text[begin:stop], "")
        return Turn(who, words, end, True)
    stop = stop if bracket is None else bracket.start()
    if text[words] == "《" or len(speakers.people(begin, stop)) != 1:
        return None  # a list of books, or of people
    speaker = speakers.person_at(begin, stop)
    return None if speaker is None else Turn(speaker, words, end, True)


def _is_bracketed(text: str, turn: Turn) -> bool:
    """Say whether a head says who its speaker is: 叶大川（市水利局）：."""
    return text[turn.speaker.end : turn.speaker.end + 1] in ("（", "(")


def _with_askers(
    text: str, paragraphs: Sequence[tuple[int, int]], heads: Sequence[Turn | None]
) -> list[Turn | None]:
    """Add the turns of a head that two paragraphs or more open with, a person's turn behind each.

    So a magazine asks under a name of its own: 本刊：何时通车？
    """
    found = list(heads)
    asked: dict[str, list[int]] = {}
    for at, (start, end) in enumerate(paragraphs[:-1]):
        match = None if heads[at] is not None else _HEAD.match(text, start, end)
        answer = heads[at + 1]
        if match is None or answer is None or answer.speaker.span is None or match["head"] is None:
            continue
        if len(match["head"]) <= _LONGEST_ASKER and match.end() < end:
            asked.setdefault(match["head"], []).append(at)
    for words, places in asked.items():
        for at in places if len(places) > 1 else ():
            start = paragraphs[at][0] + text[slice(*paragraphs[at])].index(words)
            who = Speaker(start, start + len(words), None, words, "")
            begin = start + len(words) + 1
            begin += len(text[begin : paragraphs[at][1]]) - len(
                text[begin : paragraphs[at][1]].lstrip("：: \u3000")
            )
            found[at] = Turn(who, begin, paragraphs[at][1], True)
    return found


def _known(text: str, start: int, end: int, names: set[str | None]) -> Turn | None:
    """Return a turn whose head is a name that heads another one, though it is no span here."""
    match = _HEAD.match(text, start, end)
    if match is None or match["head"] not in names or match.end() >= end:
        return None
    who = Speaker(*match.span("head"), None, match["head"], "")
    return Turn(who, match.end(), end, True)

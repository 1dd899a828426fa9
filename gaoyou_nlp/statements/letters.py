"""Letters and answers printed in full: from the salutation to the signature."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.statements.cues import cues
from gaoyou_nlp.statements.interview import Turn
from gaoyou_nlp.statements.speakers import Speaker, Speakers

_SIGNED: Final = re.compile(
    r"[ \u3000]*[（(—]{0,2}(?:[\u4e00-\u9fff]{2}(?:单位|部门)[：:])?"
    r"(?P<who>[^，。：；！？“”\n（）()]{2,30}?)[）)]?[ \u3000]*"
    r"(?:[0-9〇一二三四五六七八九十]{4}年[^，。\n]{3,8}日|[0-9]{1,2}月[0-9]{1,2}日)?[ \u3000]*$"
)
_GREETS: Final = re.compile(
    "[ \u3000]*(?:[^，。：；“”\n]{0,12}[您你]们?好[！!，。：]"
    "|[^。：\n]{0,10}您(?:反映|提出|咨询|来信|的[来问])|[^。\n]{0,8}来信收悉)"
)
_HEADED: Final = re.compile("[ \u3000]*[^，。；：“”\n]{0,20}(?:[追提]问|留言|[答回]复|回应)[：:]")
"""A turn of questions and answers, which no letter goes on over."""
_TAIL: Final = re.compile("(?:——?|（)(?P<who>[^，。：（）—\n]{2,24})）?[ \u3000]*$")
_WRITER: Final = re.compile(
    "(?:读者|市民|村民|居民|业主|网友|一[位名][\u4e00-\u9fff]{2,4})[ \u3000：:]*"
)
_MOST: Final = 16
_LONGEST_SIGNATURE: Final = 44


@cache
def _salutation() -> re.Pattern[str]:
    blank = r"[ \u3000]*"
    return re.compile(
        rf"{blank}(?:尊敬的|敬爱的)?[^，。：；“”\n]{{0,16}}{cues('addressee')}们?[：:！]{blank}$"
    )


@cache
def _label() -> re.Pattern[str]:
    """Return a pattern of 【市水利局答复】 and 来信：."""
    label = cues("label")
    return re.compile(
        rf"[ \u3000]*(?:【(?P<named>[^】\n]{{0,12}}){label}】[：:]?"
        rf"|(?:群众|市民|网友|读者|部门|官方)?{label}[：:])[ \u3000]*"
    )


def find_letters(
    text: str, paragraphs: Sequence[tuple[int, int]], speakers: Speakers
) -> list[Turn]:
    """Find letters that are printed in full, with the body or person who signs them.

    Parameters:
        text: The article.
        paragraphs: Its paragraphs.
        speakers: Who can speak in it.

    Returns:
        A turn for each paragraph between a salutation (叶大川委员：, 您好！) and a signature that
        stands in a paragraph of its own; none where nobody signs.
    """
    found: list[Turn] = []
    opened: int | None = None
    for at, (start, end) in enumerate(paragraphs):
        labelled = _labelled(text, start, end, speakers)
        if labelled is not None or _HEADED.match(text, start, end):
            opened = None
        if labelled is not None:
            found.append(labelled)
            continue
        if _salutation().match(text, start, end):
            opened = at + 1
            continue
        if opened is None and _GREETS.match(text, start, end):
            opened = at
            continue
        who = None if opened is None or at == opened else _signature(text, start, end, speakers)
        if opened is not None and who is not None:
            found += [_turn(text, *place, who) for place in paragraphs[opened:at]]
            opened = None
        elif opened is not None and at - opened >= _MOST:
            opened = None
    return [turn for turn in found if turn.start < turn.end]


def _signature(text: str, start: int, end: int, speakers: Speakers) -> Speaker | None:
    """Return who signs in a paragraph that holds nothing else."""
    if end - start > _LONGEST_SIGNATURE:
        return None
    match = _SIGNED.match(text, start, end)
    if match is None:
        return None
    return _signer(*match.span("who"), text, speakers)


def _labelled(text: str, start: int, end: int, speakers: Speakers) -> Turn | None:
    """Return a letter or answer that a paragraph holds behind a label: 【来信】…——市民叶大川."""
    label = _label().match(text, start, end)
    if label is None:
        return None
    tail = _TAIL.search(text, label.end(), end)
    who = tail and _signer(*tail.span("who"), text, speakers)
    if who is not None and tail is not None:
        return _turn(text, label.end(), tail.start(), who)
    if not label["named"]:
        return None
    body = speakers.body_at(*label.span("named"))
    return None if body is None else _turn(text, label.end(), end, body)


def _signer(begin: int, stop: int, text: str, speakers: Speakers) -> Speaker | None:
    """Return the body, the person or the writer without a name who signs."""
    body = speakers.body_at(begin, stop)
    if body is not None:
        return body
    writer = _WRITER.match(text, begin, stop)
    people = speakers.people(begin, stop)
    if len(people) == 1 and (writer is not None or people[0].start == begin):
        return people[0]
    if writer is not None and not people:
        return Speaker(begin, stop, None, None, "")
    return None


def _turn(text: str, start: int, end: int, who: Speaker) -> Turn:
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \u3000"))
    return Turn(who, start, start + len(words.strip(" \u3000")), True)

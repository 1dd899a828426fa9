"""Letters and answers printed in full: from the salutation to the signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from gaoyou_nlp.statements.interview import Turn
from gaoyou_nlp.statements.speakers import Speaker, Speakers

_SALUTATION: Final = re.compile(
    r"[ \u3000]*(?:尊敬的|敬爱的)?[^，。：；“”\n]{0,16}"
    r"(?:委员|代表|先生|女士|同志|网友|同学|朋友|市民|编辑|读者|领导|书记|[省市县区镇局]长)们?[：:！][ \u3000]*$"
)
_SIGNED: Final = re.compile(
    r"[ \u3000]*[（(—]{0,2}(?P<who>[^，。：；！？“”\n（）()]{2,30}?)[）)]?[ \u3000]*"
    r"(?:[0-9〇一二三四五六七八九十]{4}年[^，。\n]{3,8}日|[0-9]{1,2}月[0-9]{1,2}日)?[ \u3000]*$"
)
_GREETS: Final = re.compile("[ \u3000]*[^，。：；“”\n]{0,12}[您你]们?好[！!，。：]")
_WRITER: Final = re.compile("(?:读者|市民|村民|居民|业主|网友|一[位名][\u4e00-\u9fff]{2,4})[ \u3000：:]*")
_MOST: Final = 16
_LONGEST_SIGNATURE: Final = 44


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
        if _SALUTATION.match(text, start, end):
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
    begin, stop = match.span("who")
    body = speakers.body_at(begin, stop)
    if body is not None:
        return body
    writer = _WRITER.match(text, begin, stop)
    person = speakers.person_at(begin, stop)
    if person is not None and (writer is not None or person.start == begin):
        return person
    return None


def _turn(text: str, start: int, end: int, who: Speaker) -> Turn:
    words = text[start:end]
    start += len(words) - len(words.lstrip(" \u3000"))
    return Turn(who, start, start + len(words.strip(" \u3000")), True)

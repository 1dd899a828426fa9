"""Quotations with a person beside them and no verb of saying: “放心。”叶大川拍板."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.statements.quotes import Quote
from gaoyou_nlp.statements.speakers import Speaker, Speakers

_CLAUSE_END: Final = re.compile("[，,。！？；：“\n]")
_SENTENCE_START: Final = re.compile("[。！？；\n”]")
_ENDS: Final = frozenset("，。！？…")
_SHORTEST: Final = 4
_REACH: Final = 36
_MEETING: Final = re.compile(
    "(?P<who>会议|全会|大会|座谈会|例会)(?:听取|审议|传达|学习|研究|通报|回顾|总结|分析)"
)
_SHORTEST_ALONE: Final = 8
_NOT_SAID: Final = re.compile(
    "(?:写着|写有|印着|挂着|刻着|为|是|叫|即|如下|标语|横幅|口号|标题|题目|题为|名为|称号|精神|要求|原则|目标)$"
)
"""What stands before the colon of a quotation that is written somewhere, or a term."""


def person_behind(text: str, quote: Quote, speakers: Speakers) -> Speaker | None:
    """Return the only person of the clause that follows a quotation: “好。”村民叶大川很高兴.

    Parameters:
        text: The article.
        quote: A quotation.
        speakers: Who can speak in it.

    Returns:
        The person; None where the quotation is a term, opens no sentence, or is followed by a
        clause in which nobody or more than one is named.
    """
    if not _is_speech(text, quote) or (
        quote.before and text[quote.before - 1] not in "。！？\n”　 "
    ):
        return None
    stop = _CLAUSE_END.search(text, quote.after, quote.after + _REACH)
    people = speakers.people(quote.after, quote.after + _REACH if stop is None else stop.start())
    if len({person.name for person in people}) != 1:
        return None
    who = people[0]
    return None if text[who.end : who.end + 1] in ("的", "、", "和", "与", "") else who


def person_before(text: str, quote: Quote, speakers: Speakers) -> Speaker | None:
    """Return the only person of a sentence whose colon a quotation follows: 叶大川笑了：“好。”

    Parameters:
        text: The article.
        quote: A quotation.
        speakers: Who can speak in it.
    """
    if not _is_speech(text, quote) or text[max(0, quote.before - 1) : quote.before] not in "：:":
        return None
    colon = quote.before - 1
    start = max(0, colon - 2 * _REACH)
    for stop in _SENTENCE_START.finditer(text, start, colon):
        start = stop.end()
    people = speakers.people(start, colon)
    if len({person.name for person in people}) != 1 or _NOT_SAID.search(text, start, colon):
        return None
    who = people[-1]
    return None if text[who.end : who.end + 1] in ("的", "、", "和", "与") else who


def person_alone(text: str, quote: Quote, start: int, speakers: Speakers) -> Speaker | None:
    """Return the only person whom a paragraph names before a quotation that is a sentence in it.

    Parameters:
        text: The article.
        quote: A quotation.
        start: Where its paragraph begins.
        speakers: Who can speak in it.
    """
    words = text[quote.start : quote.end]
    if len(words) < _SHORTEST_ALONE or words[-1] not in "。！？":
        return None
    if text[quote.before - 1 : quote.before] not in ("。", "！", "？"):
        return None
    people = speakers.people(start, quote.before)
    alone = len({person.name for person in people}) == 1
    return people[-1] if alone and text[quote.after : quote.after + 1] != "，" else None


def subject_of(text: str, start: int, verb: int, speakers: Speakers) -> Speaker | None:
    """Return who a sentence is about whose later clause a verb of saying opens: …，强调，….

    Parameters:
        text: The article.
        start: Where the sentence begins.
        verb: Where the verb begins.
        speakers: Who can speak in it.
    """
    if verb == 0 or text[verb - 1] not in "，,":
        return None
    people = speakers.people(start, verb)
    if len({person.name for person in people}) == 1:
        who = people[-1]
        return None if text[who.end : who.end + 1] in ("的", "、", "和", "与") else who
    meeting = None if people else _MEETING.match(text, start, verb)
    if meeting is None:
        return None
    return Speaker(*meeting.span("who"), None, meeting["who"], ".meeting")


def _is_speech(text: str, quote: Quote) -> bool:
    words = text[quote.start : quote.end]
    return len(words) >= _SHORTEST and words[-1] in _ENDS

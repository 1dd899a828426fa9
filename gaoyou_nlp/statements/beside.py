"""Quotations with a person beside them and no verb of saying: “放心。”叶大川拍板."""

from __future__ import annotations

from functools import cache
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.statements.cues import cues
from gaoyou_nlp.statements.gaps import may_part
from gaoyou_nlp.statements.quotes import Quote
from gaoyou_nlp.statements.roles import role_from
from gaoyou_nlp.statements.scenes import after_scene
from gaoyou_nlp.statements.speakers import Speaker, Speakers

_CLAUSE_END: Final = re.compile("[，,。！？；：“\n]")
_SENTENCE_START: Final = re.compile("[。！？；\n”]")
_SENTENCE_STOP: Final = re.compile("[。！？；“\n]")
_ENDS: Final = frozenset("，。！？…")
_SHORTEST: Final = 4
_SHORTEST_ACT: Final = 4
_REACH: Final = 48
_LONGEST_LEAD: Final = 96
_SHORTEST_ALONE: Final = 8
_OTHERS: Final = ("的", "、", "和", "与")
_OBJECT: Final = re.compile("[问给对向叫找让请劝把追为送见访][^，]*$")
_ASKED: Final = re.compile("[请让对向把叫]")
_NOT_SUBJECT: Final = re.compile("[送给对向请让把被见叫找为的]")
_PRONOUN: Final = re.compile("(?:只见|于是|最后|临走，)?(?P<who>[他她])(?!们)")


@cache
def _written() -> re.Pattern[str]:
    """Return a pattern of what stands before a quotation that is written somewhere, or a term."""
    return re.compile(f"(?:{cues('written')}|为|叫|(?<![话法])是)$")


@cache
def _own_words() -> re.Pattern[str]:
    return re.compile(f"的{cues('own')}")


@cache
def _meeting() -> re.Pattern[str]:
    return re.compile(f"(?P<who>会议|全会|大会|座谈会|例会){cues('act')}")


def person_behind(text: str, quote: Quote, speakers: Speakers, *, short: bool) -> Speaker | None:
    """Return the only person of the clause that follows a quotation: “好。”村民叶大川很高兴.

    Parameters:
        text: The article.
        quote: A quotation.
        speakers: Who can speak in it.
        short: Whether it may be very short, since another quotation goes on with it.

    Returns:
        The person; None where the quotation is a term, opens no sentence, or is followed by a
        clause in which nobody or more than one is named. Behind a quotation that opens its
        paragraph the whole sentence is looked at.
    """
    if not (_is_speech(text, quote) or (short and _is_stopped(text, quote))):
        return None
    if quote.before and text[quote.before - 1] not in "。！？\n”　 ":
        return None
    start = after_scene(text, quote.after, min(len(text), quote.after + _REACH))
    stop = _CLAUSE_END.search(text, start, start + _REACH)
    end = start + _REACH if stop is None else stop.start()
    who = _only(speakers.people(start, end))
    if who is not None:
        act = end - who.end >= _SHORTEST_ACT or start == quote.after
        return who if act and text[who.end : who.end + 1] not in (*_OTHERS, "") else None
    opens = quote.before == 0 or text[quote.before - 1] in "\n \u3000"
    return _subject_behind(text, quote, speakers) if opens else None


def _subject_behind(text: str, quote: Quote, speakers: Speakers) -> Speaker | None:
    """Return the only person of the sentence behind a quotation, if it is a subject there."""
    stop = _SENTENCE_STOP.search(text, quote.after, quote.after + _LONGEST_LEAD)
    end = quote.after + _LONGEST_LEAD if stop is None else stop.start()
    people = speakers.people(quote.after, end)
    who = _only(people)
    if who is None or stop is None:
        return None
    clause = max(text.rfind("，", quote.after, people[0].start) + 1, quote.after)
    subject = _NOT_SUBJECT.search(text, clause, people[0].start) is None
    return people[0] if subject and end - people[0].end >= _SHORTEST_ACT else None


def speaker_before(text: str, quote: Quote, speakers: Speakers) -> Speaker | None:
    """Return who is the subject of a sentence whose colon a quotation follows: 叶大川笑了：“好。”

    Parameters:
        text: The article.
        quote: A quotation.
        speakers: Who can speak in it.

    Returns:
        The person, a pronoun or a role; None where what stands before the colon names a term, or
        could be of several people.
    """
    if not _is_speech(text, quote) or text[max(0, quote.before - 1) : quote.before] not in "：:":
        return None
    colon = quote.before - 1
    start = _sentence_start(text, colon, 2 * _REACH)
    if _written().search(text, start, colon):
        return None
    clause = max(text.rfind("，", start, colon) + 1, start)
    near, all_named = speakers.people(clause, colon), speakers.people(start, colon)
    if near and _OBJECT.search(text[clause : near[0].start]):
        near = []
        all_named = [person for person in all_named if person.start < clause]
    who = near[0] if near else _only(all_named)
    if who is not None:
        follows = text[who.end : who.end + 1]
        own = follows not in _OTHERS or _own_words().match(text, who.end)
        return who if own else None
    return None if all_named else _unnamed_subject(text, start, clause, colon, speakers)


def _unnamed_subject(
    text: str, start: int, clause: int, colon: int, speakers: Speakers
) -> Speaker | None:
    """Return 他 or a role that opens a sentence or the last clause of it: 老人摆摆手：“…”."""
    for place in (clause, start):
        pronoun = _PRONOUN.match(text, place, colon)
        if pronoun is not None:
            return Speaker(*pronoun.span("who"), None, None, ".pronoun")
        role = role_from(text, place, colon)
        if role is not None:
            return Speaker(*role, None, text[slice(*role)], ".role")
    return None


def person_within(text: str, quote: Quote, speakers: Speakers) -> Speaker | None:
    """Return the only person of a sentence that a quotation ends: 叶大川不肯，“算了吧。”

    Parameters:
        text: The article.
        quote: A quotation.
        speakers: Who can speak in it.
    """
    words = text[quote.start : quote.end]
    if text[quote.before - 1 : quote.before] != "，" or len(words) < _SHORTEST_ALONE:
        return None
    if words[-1] not in "。！？" and text[quote.after : quote.after + 1] != "。":
        return None
    start = _sentence_start(text, quote.before, 2 * _REACH)
    if _written().search(text, start, quote.before - 1):
        return None
    people = speakers.people(start, quote.before)
    who = _only(people)
    if who is None or text[who.end : who.end + 1] in _OTHERS:
        return None
    lead = text[start : people[0].start]
    return None if "，" in lead or _ASKED.search(lead) else who


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
    if text[quote.before - 1 : quote.before] not in ("。", "！", "？", "”"):
        return None
    people = speakers.people(start, quote.before)
    alone = _only(people) is not None
    return people[-1] if alone and text[quote.after : quote.after + 1] != "，" else None


def subject_of(text: str, start: int, verb: int, speakers: Speakers) -> Speaker | None:
    """Return who a sentence is about whose later clause a verb of saying opens: …，强调，….

    Parameters:
        text: The article.
        start: Where the sentence begins.
        verb: Where the verb begins.
        speakers: Who can speak in it.

    Returns:
        The only person of the sentence, the body or meeting that it opens with; None where the
        clause of the verb has a subject of its own.
    """
    clause = verb
    floor = max(start, verb - _REACH)
    while clause > floor and text[clause - 1] not in "，,":
        clause -= 1
    if clause in (0, floor) or not may_part(text, clause, verb):
        return None
    people = speakers.people(start, verb)
    who = _only(people)
    if people:
        return None if who is None or text[who.end : who.end + 1] in _OTHERS else who
    body = speakers.body_from(start, clause)
    if body is not None:
        return None if text[body.end : body.end + 1] in _OTHERS else body
    return meeting_at(text, start, verb)


def meeting_at(text: str, start: int, verb: int) -> Speaker | None:
    """Return the meeting that a sentence opens with and that does something there: 会议传达了….

    Parameters:
        text: The article.
        start: Where the sentence begins.
        verb: Where the verb of saying begins.
    """
    meeting = _meeting().match(text, start, verb)
    if meeting is None:
        return None
    return Speaker(*meeting.span("who"), None, meeting["who"], ".meeting")


def _only(people: list[Speaker]) -> Speaker | None:
    """Return the last of some mentions if all are of one person."""
    return people[-1] if len({person.name for person in people}) == 1 else None


def _sentence_start(text: str, end: int, reach: int) -> int:
    start = max(0, end - reach)
    for stop in _SENTENCE_START.finditer(text, start, end):
        start = stop.end()
    return start


def _is_stopped(text: str, quote: Quote) -> bool:
    return quote.end > quote.start and text[quote.end - 1] in _ENDS


def _is_speech(text: str, quote: Quote) -> bool:
    return quote.end - quote.start >= _SHORTEST and _is_stopped(text, quote)

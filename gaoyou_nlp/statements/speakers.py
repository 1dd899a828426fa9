"""Who speaks: the person, body or meeting before a verb of saying."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span
from gaoyou_nlp.statements.cues import cues
from gaoyou_nlp.statements.gaps import LONGEST_GAP, is_aloud, may_part, skip_opening
from gaoyou_nlp.statements.roles import collective_at, pronoun_at, role_at, role_nouns

PEOPLE: Final = ("OFFICIAL", "PERSON")
_SPEAKING: Final = (*PEOPLE, "ORG", "TITLE")
_MOST_SPANS: Final = 4
_MOST_PEOPLE: Final = 40
_REACH: Final = 72
_OPENS: Final = frozenset("，,。；;：:！？!?“”\n （）()【】<>　—")
_NOUN_BEFORE: Final = ("按照", "根据", "依据", "按", "落实", "符合", "对照", "听取", "听了")
_ADDRESSED: Final = re.compile("(?<![反面针相绝应核])[对向跟]$|告诉$")
_INTERVIEWED: Final = re.compile("接受《?$")
_BRACKET: Final = re.compile("[（(][^（）()\\n]{1,24}[）)]")
"""What may stand behind a name: 叶大川（左二）."""
_ADDRESSES: Final = re.compile("[在对向跟为给被与和同请着陪]")


@cache
def _data() -> re.Pattern[str]:
    """Return a pattern of what stands between a body and 显示: 市统计局发布的数据|显示."""
    given = f"(?:[\u4e00-\u9fff]{{0,2}}{cues('data')}的?|的)?"
    return re.compile(f"{given}[\u4e00-\u9fff]{{0,6}}{cues('report')}$")


class Speaker(NamedTuple):
    """Who speaks at a place: characters, index among the spans, name and how it was found."""

    start: int
    end: int
    span: int | None
    name: str | None
    how: str


class Speakers:
    """Finds the speaker before a verb of one text."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        kept = [(s, i) for i, s in enumerate(spans) if s.label in _SPEAKING]
        self._spans = sorted(kept, key=lambda pair: (pair[0].end, pair[0].start))
        self._ends = [span.end for span, _ in self._spans]
        self._people = [pair for pair in self._spans if pair[0].label in PEOPLE]
        self._people_ends = [span.end for span, _ in self._people]

    def ends_title(self, offset: int) -> bool:
        """Say whether a title ends at an offset."""
        at = bisect_right(self._ends, offset) - 1
        return at >= 0 and self._ends[at] == offset and self._spans[at][0].label == "TITLE"

    def before(self, verb: int, floor: int) -> Speaker | None:
        """Return who speaks by the verb at an offset.

        Parameters:
            verb: Where the verb begins.
            floor: Where its sentence begins: nothing before it is looked at.
        """
        floor = max(floor, verb - _REACH)
        data = self.text.startswith("显示", verb)
        last = bisect_right(self._ends, verb) - 1
        for at in range(last, max(-1, last - _MOST_SPANS), -1):
            span, _ = self._spans[at]
            if span.start < floor or verb - span.end > LONGEST_GAP:
                break
            if self._is_addressed(span.start) or self._interviews(span):
                continue
            after = _BRACKET.match(self.text, span.end, verb) if span.label in PEOPLE else None
            end = span.end if after is None else after.end()
            if data:
                fits = _data().fullmatch(self.text, span.end, verb) is not None
            else:
                acts = span.label in PEOPLE and is_aloud(self.text, end, verb)
                fits = acts or may_part(self.text, end, verb)
                fits = fits and not self._names_role(span, verb)
            if fits:
                found = self._named(self._subject(at, floor, verb), floor)
                if found is None:
                    break  # a title that somebody without a name holds: 该|经理
                return None if self._is_object(found) else found
        return None if data else self._unnamed(verb, floor)

    def person_at(self, start: int, end: int) -> Speaker | None:
        """Return the person that ends at ``end`` and whose post begins at or after ``start``."""
        at = bisect_right(self._people_ends, end) - 1
        if at < 0 or self._people[at][0].end != end or self._people[at][0].start < start:
            return None
        span, index = self._people[at]
        return Speaker(span.start, span.end, index, span.text, "")

    def body_at(self, start: int, end: int) -> Speaker | None:
        """Return the body that stands exactly between two offsets."""
        at = bisect_right(self._ends, end) - 1
        while at >= 0 and self._ends[at] == end:
            span, index = self._spans[at]
            if span.label == "ORG" and span.start == start:
                return Speaker(start, end, index, span.text, "")
            at -= 1
        return None

    def is_body(self, speaker: Speaker) -> bool:
        """Say whether a speaker is a body by its name."""
        return speaker.span is not None and self.body_at(speaker.start, speaker.end) is not None

    def people(self, start: int, end: int, most: int | None = _MOST_PEOPLE) -> list[Speaker]:
        """Return the people named last between two offsets, 40 at most."""
        last = bisect_right(self._people_ends, end)
        near = self._people[0 if most is None else max(0, last - most) : last]
        return [
            Speaker(span.start, span.end, index, span.text, "")
            for span, index in near
            if span.start >= start
        ]

    def body_from(self, start: int, end: int) -> Speaker | None:
        """Return the body that a sentence opens with."""
        start = skip_opening(self.text, start, end)
        end = min(end, start + _REACH)
        at = bisect_right(self._ends, end) - 1
        while at >= 0 and self._spans[at][0].start >= start:
            span, index = self._spans[at]
            if span.label == "ORG" and span.start == start:
                return Speaker(start, span.end, index, span.text, "")
            at -= 1
        return None

    def _subject(self, at: int, floor: int, verb: int) -> int:
        """Return the person in front of a body that is part of 在新华社采访时, else the body."""
        span = self._spans[at][0]
        if span.label != "ORG" or span.end == verb:
            return at
        for before in range(at - 1, max(-1, at - _MOST_SPANS), -1):
            person = self._spans[before][0]
            if person.start < floor or any(
                c in "，；)）" for c in self.text[person.end : span.start]
            ):
                break
            if person.label in PEOPLE and may_part(self.text, person.end, verb):
                return before
        return at

    def _is_addressed(self, start: int) -> bool:
        """Say whether somebody is spoken to: 对|叶大川|说."""
        return _ADDRESSED.search(self.text, max(0, start - 2), start) is not None

    def _interviews(self, span: Span) -> bool:
        """Say whether a body only asks: 接受《|云河日报|》采访时表示."""
        return (
            span.label == "ORG"
            and _INTERVIEWED.search(self.text, max(0, span.start - 3), span.start) is not None
        )

    def _names_role(self, span: Span, verb: int) -> bool:
        """Say whether somebody else is the subject behind a span: 市水利局|负责人昨天|说."""
        if span.end == verb:
            return False
        role = role_nouns().search(self.text, span.end, verb)
        if role is None or (span.label in PEOPLE and role.start() == span.end):
            return False
        return _ADDRESSES.search(self.text, span.end, role.start()) is None

    def _named(self, at: int, floor: int) -> Speaker | None:
        span, index = self._spans[at]
        before = self._spans[at - 1] if at else None
        adjoins = before is not None and before[0].end == span.start and span.start > floor
        if span.label == "TITLE":
            if not adjoins or before is None:
                alone = span.start == floor or self.text[span.start - 1] in _OPENS
                return Speaker(span.start, span.end, None, span.text, ".post") if alone else None
            if before[0].label in PEOPLE:
                return Speaker(before[0].start, before[0].end, before[1], before[0].text, "")
            if before[0].label == "ORG":
                start = before[0].start
                return Speaker(start, span.end, None, self.text[start : span.end], ".post")
            return None
        if before is not None and span.label in PEOPLE and before[0].label in PEOPLE:
            between = self.text[before[0].end : span.start]
            if between in ("、", "和", "与"):
                start = before[0].start
                return Speaker(start, span.end, None, self.text[start : span.end], ".several")
        return Speaker(span.start, span.end, index, span.text, "")

    def _is_object(self, found: Speaker) -> bool:
        """Say whether a speaker is none: 按照|会议|要求, 经院长|叶大川|提议."""
        clause = found.start
        while clause > max(0, found.start - _REACH) and self.text[clause - 1] not in _OPENS:
            clause -= 1
        passive = self.text.startswith(("经", "应"), clause, found.start)
        return passive or self.text.endswith(_NOUN_BEFORE, 0, found.start)

    def _unnamed(self, verb: int, floor: int) -> Speaker | None:
        """Find 会议, 市水利局有关负责人, 他 before a verb."""
        clause = verb
        while clause > floor and self.text[clause - 1] not in _OPENS:
            clause -= 1
        if clause == verb or self.text.startswith(_NOUN_BEFORE, clause, verb):
            return None
        who = pronoun_at(self.text, clause, verb)
        if who is not None:
            return Speaker(*who, None, None, ".pronoun")
        who = collective_at(self.text, clause, verb)
        if who is not None:
            return Speaker(*who, None, self.text[slice(*who)], ".meeting")
        who = role_at(self.text, clause, verb, self._bodies(clause, verb))
        if who is not None:
            return Speaker(*who, None, self.text[slice(*who)], ".role")
        return None

    def _bodies(self, start: int, end: int) -> dict[int, int]:
        """Return where the bodies between two offsets end and begin."""
        at = bisect_right(self._ends, end) - 1
        found = {}
        while at >= 0 and self._ends[at] > start:
            span = self._spans[at][0]
            if span.label == "ORG":
                found[span.end] = span.start
            at -= 1
        return found

"""Puts statements together: verbs of saying, their speakers, quotations and reported clauses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from gaoyou_nlp.records import Span
from gaoyou_nlp.records.statement import Statement
from gaoyou_nlp.statements.beside import meeting_at, subject_of
from gaoyou_nlp.statements.direct import Quotations
from gaoyou_nlp.statements.extent import ASKS
from gaoyou_nlp.statements.headed import find_headed
from gaoyou_nlp.statements.interview import Turn, find_turns
from gaoyou_nlp.statements.layout import Layout
from gaoyou_nlp.statements.letters import find_letters
from gaoyou_nlp.statements.profile import (
    asked_alone,
    in_headline,
    interviewee_of,
    outside,
    paragraphs_between,
)
from gaoyou_nlp.statements.pronouns import resolve
from gaoyou_nlp.statements.quotes import curl_quotes
from gaoyou_nlp.statements.reported import Reports
from gaoyou_nlp.statements.sayings import (
    Saying,
    begins,
    document_of,
    is_noun,
    opens_clause,
    unstopped,
    verbs_of_saying,
)
from gaoyou_nlp.statements.speakers import Speaker, Speakers

_ALONE: Final = (
    *ASKS,
    "说",
    "表示",
    "称",
    "认为",
    "坦言",
    "承认",
    "告诉",
    "介绍",
    "笑道",
    "问",
    "答",
    "如是说",
    "作上述",
    "作出上述",
)
"""The verbs whose subject may stand in an earlier clause: 叶大川走进车间，说：“…”."""


def find_statements(text: str, spans: Sequence[Span] = ()) -> list[Statement]:
    """Find who says what in a text.

    Parameters:
        text: The text, one paragraph a line.
        spans: Its marked spans: OFFICIAL, PERSON, ORG and TITLE among them are looked at.

    Returns:
        The statements in order. A quotation belongs to nobody without a verb of saying or the one
        person beside it whom it can be of, and so does a bare paragraph between two statements,
        save in an interview whose turns are headed by their speakers.

    Examples:
        >>> text = "“大桥年底通车，”叶大川说，“请放心。”"
        >>> [(s.text, s.speaker) for s in find_statements(text, [Span(9, 12, "PERSON", "叶大川")])]
        [('大桥年底通车，', '叶大川'), ('请放心。', '叶大川')]
    """
    written, text = text, curl_quotes(text)
    finder = _Finder(text, spans)
    found = finder.statements()
    paragraphs = finder.layout.paragraphs
    interviewee = interviewee_of(text, finder.speakers)
    letters = [
        finder.turn(turn, "letter") for turn in find_letters(text, paragraphs, finder.speakers)
    ]
    turns = [
        finder.turn(turn, "interview.turn" if turn.headed else "interview.continued")
        for turn in find_turns(text, paragraphs, finder.speakers, interviewee)
    ]
    for printed in (turns, letters):
        found = printed + outside(found, [(one.start, one.end) for one in printed])
    if text is not written:
        found = [replace(one, text=written[one.start : one.end]) for one in found]
    return sorted(found, key=lambda s: (s.start, s.end))


class _Finder:
    """The quotations, sentences and speakers of one text."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        self.speakers = Speakers(text, spans)
        self.layout = Layout(text)

    def statements(self) -> list[Statement]:
        """Return the statements of a text that is no interview."""
        sayings, nobody = self._sayings()
        spoken = [(saying.speaker, saying.start) for saying in sayings]
        headed = in_headline(self.text, self.speakers)
        interviewees = headed or asked_alone(self.text, self.speakers, spoken)
        quotations = Quotations(self.layout, self.speakers)
        reports = Reports(self.layout)
        owners = quotations.owners(sayings, nobody)
        found = [
            self._statement(
                self.layout.quotes[at].start, self.layout.quotes[at].end, "direct", rule, saying
            )
            for at, (saying, rule) in owners.items()
        ]
        for at, saying in enumerate(sayings):
            if quotations.behind(saying) is not None or self._is_empty(saying):
                continue
            if self._opens_unclosed(saying):
                found.append(self._unclosed(saying))
            elif saying.stopped:
                following = sayings[at + 1] if at + 1 < len(sayings) else None
                claimed = None if following is None else quotations.before(following)
                limit = len(self.text) if following is None else self._phrase_start(following)
                if claimed is not None:
                    limit = min(limit, self.layout.quotes[claimed].before)
                interviewed = saying.speaker.name in interviewees
                pieces = reports.pieces(saying, limit, claimed, interviewed=interviewed)
                found += [self._statement(*piece, saying=saying) for piece in pieces]
        found = _once(found)
        headed_words = [
            self._statement(turn.start, turn.end, "direct", "direct.headed", _unspoken(turn))
            for turn in find_headed(self.layout, self.speakers)
        ]
        found += outside(headed_words, [(s.start, s.end) for s in found])
        found = _once(found)
        found += paragraphs_between(self.text, self.layout.paragraphs, found, headed)
        return sorted(found, key=lambda s: (s.start, s.end))

    def turn(self, turn: Turn, rule: str) -> Statement:
        """Make the record of a turn of an interview or a paragraph of a letter."""
        return self._statement(turn.start, turn.end, "direct", rule, _unspoken(turn))

    def _statement(self, start: int, end: int, kind: str, rule: str, saying: Saying) -> Statement:
        """Make the record of a statement; one beside a person has no verb."""
        speaker = saying.speaker
        bare = saying.start == speaker.start
        return Statement(
            start,
            end,
            self.text[start:end],
            kind,
            speaker.name,
            speaker.start,
            speaker.end,
            speaker.span,
            None if bare else saying.start,
            None if bare else saying.end,
            rule + speaker.how,
        )

    def _sayings(self) -> tuple[list[Saying], list[Saying]]:
        """Return the verbs of saying with a speaker, and those whose speaker is not known."""
        found: list[Saying] = []
        nobody: list[Saying] = []
        for match in verbs_of_saying().finditer(self.text):
            start, end = match.span()
            if self.layout.in_quote(start) or is_noun(self.text, start, end):
                continue
            place = begins(self.text, end)
            if place is None and not unstopped(self.text, match.group(), end):
                continue
            speaker = self._speaker(start, end, place)
            if speaker is None and place is not None:
                document = document_of(self.text, start, end)
                if document is not None and not opens_clause(self.text, start):
                    document = None
                if document is None:
                    unknown = Speaker(start, end, None, None, "")
                    nobody.append(Saying(start, end, unknown, *place))
                    continue
                name = self.text[start:document]
                speaker, start = Speaker(start, document, None, name, ".meeting"), document
            if speaker is None:
                continue
            last = found[-1].speaker if found else None
            speaker = resolve(speaker, last, self.layout, self.speakers)
            found.append(Saying(start, end, speaker, *(place or (end, True))))
        return found, nobody

    def _speaker(self, start: int, end: int, place: tuple[int, bool] | None) -> Speaker | None:
        """Return who speaks by a verb; directly before it where no stop stands behind it."""
        floor = self.layout.floor(start)
        speaker = self.speakers.before(start, floor)
        if place is None:
            if speaker is None or speaker.end != start or speaker.how not in ("", ".pronoun"):
                return None
            return speaker
        if speaker is not None and speaker.end < start and self.speakers.is_body(speaker):
            return meeting_at(self.text, floor, start) or speaker
        heads = place[1] or self.text[end : end + 1] == "“"
        if speaker is None and heads and self.text.startswith(_ALONE, start):
            speaker = subject_of(self.text, floor, start, self.speakers)
        return speaker or meeting_at(self.text, floor, start)

    def _is_empty(self, saying: Saying) -> bool:
        return self.text[saying.inside : saying.inside + 2] in ("“”", "「」")

    def _opens_unclosed(self, saying: Saying) -> bool:
        """Say whether a mark stands behind a verb that is never closed."""
        if self.text[saying.inside : saying.inside + 1] not in ("“", "「"):
            return False
        at = self.layout.quote_before(saying.inside)
        return at is None or self.layout.quotes[at].before != saying.inside

    def _unclosed(self, saying: Saying) -> Statement:
        """Return a quotation that is never closed: all of its paragraph."""
        start = saying.inside + 1
        _, end = self.layout.paragraphs[self.layout.paragraph_at(start)]
        end = start + len(self.text[start:end].rstrip())
        return self._statement(start, end, "direct", "direct.unclosed", saying)

    def _phrase_start(self, saying: Saying) -> int:
        """Return where the clause begins in which a speaker is named."""
        start = saying.speaker.start
        floor = max(0, start - 60)
        while start > floor and self.text[start - 1] not in "，,。；;！？!?\n”":
            start -= 1
        return start


def _unspoken(turn: Turn) -> Saying:
    """Return the saying of a turn, which has no verb."""
    return Saying(turn.speaker.start, turn.speaker.end, turn.speaker, turn.start, False)


def _once(statements: Sequence[Statement]) -> list[Statement]:
    """Return statements in order; the first of those that begin at one place."""
    kept: dict[int, Statement] = {}
    for statement in statements:
        if statement.text:
            kept.setdefault(statement.start, statement)
    return sorted(kept.values(), key=lambda s: (s.start, s.end))

"""Puts statements together: verbs of saying, their speakers, quotations and reported clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span
from gaoyou_nlp.records.statement import Statement
from gaoyou_nlp.statements.beside import (
    person_alone,
    person_before,
    person_behind,
    subject_of,
)
from gaoyou_nlp.statements.extent import ASKS, goes_on
from gaoyou_nlp.statements.interview import find_turns
from gaoyou_nlp.statements.profile import (
    asked_alone,
    end_of_words,
    in_headline,
    outside,
    paragraphs_between,
)
from gaoyou_nlp.statements.quotes import Quote, find_quotes
from gaoyou_nlp.statements.sayings import Saying, verbs_of_saying
from gaoyou_nlp.statements.speakers import Speaker, Speakers

_PARAGRAPH: Final = re.compile(r"[^\n]+")
_SENTENCE_END: Final = re.compile(r"[。！？!?\n]")
_STOP: Final = re.compile(r"[ ]?[，,：:][ ]?")
_ENDS_QUOTE: Final = frozenset("，,。！？!?…；;—")
_AFTER_QUOTE: Final = frozenset("，,。；;！？!?\n、")
_ADJUNCT: Final = re.compile(
    r"^(?:[在当][^，。；：“”]{1,20}?[上中时后里下]|[\d上下今昨年月日午天晚间]{1,14}"
    r"|日前|近日|近期|此前|随后|不久前)，"
)
"""What may stand between a quotation and its speaker: 在工地上，, 8月3日，."""
_SHORTEST_SPEECH: Final = 5
_LONGEST_POST: Final = 60
_TRIM: Final = " \u3000，,；;、。"


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
    finder = _Finder(text, spans)
    turns = find_turns(text, finder.paragraphs, finder.speakers)
    said = finder.statements()
    if not turns:
        return said
    found = [
        finder.statement(
            turn.start,
            turn.end,
            "direct",
            turn.speaker,
            None,
            "interview.turn" if turn.headed else "interview.continued",
        )
        for turn in turns
    ]
    heard = [(turn.start, turn.end) for turn in turns]
    return sorted(found + outside(said, heard), key=lambda s: (s.start, s.end))


class _Finder:
    """The quotations, sentences and speakers of one text."""

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self.text = text
        self.speakers = Speakers(text, spans)
        self.paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
        self._paragraph_starts = [start for start, _ in self.paragraphs]
        self.quotes = find_quotes(text)
        self._quote_starts = [quote.before for quote in self.quotes]
        ends = _SENTENCE_END.finditer(text)
        self._sentence_ends = [m.end() for m in ends if not self._in_quote(m.start())]
        self._interviewees: frozenset[str] = frozenset()

    def statements(self) -> list[Statement]:
        """Return the statements of a text that is no interview."""
        sayings = self._sayings()
        spoken = [(saying.speaker, saying.start) for saying in sayings]
        headed = in_headline(self.text, self.speakers)
        self._interviewees = headed or asked_alone(self.text, self.speakers, spoken)
        owners: dict[int, tuple[Saying, str]] = {}
        reported: list[Statement] = []
        for at, saying in enumerate(sayings):
            answers = self.text.startswith(("答", "回答", "回应", "回复"), saying.start)
            before = self._quote_before(saying)
            if before in owners or (answers and self._quote_behind(saying) is not None):
                before = None
            if before is not None:
                owners[before] = saying, "direct.after"
            behind = self._quote_behind(saying)
            if behind is not None:
                split = before is not None
                owners[behind] = saying, "direct.split" if split else "direct.before"
            elif self._opens_unclosed(saying):
                reported.append(self._unclosed(saying))
            elif saying.stopped and not self._is_empty(saying):
                following = sayings[at + 1] if at + 1 < len(sayings) else None
                reported += self._reported(saying, following)
        self._beside(owners)
        self._carry(owners)
        self._stand_alone(owners, sayings)
        direct = [
            self.statement(
                self.quotes[at].start, self.quotes[at].end, "direct", saying.speaker, saying, rule
            )
            for at, (saying, rule) in owners.items()
        ]
        found = sorted((s for s in direct + reported if s.text), key=lambda s: (s.start, s.end))
        found += paragraphs_between(self.text, self.paragraphs, found, headed)
        return sorted(found, key=lambda s: (s.start, s.end))

    def statement(
        self, start: int, end: int, kind: str, speaker: Speaker, saying: Saying | None, rule: str
    ) -> Statement:
        """Make the record of a statement; one beside a person has no verb."""
        bare = saying is None or saying.start == speaker.start
        verb = (None, None) if saying is None or bare else (saying.start, saying.end)
        return Statement(
            start,
            end,
            self.text[start:end],
            kind,
            speaker.name,
            speaker.start,
            speaker.end,
            speaker.span,
            verb[0],
            verb[1],
            rule + speaker.how,
        )

    def _sayings(self) -> list[Saying]:
        found: list[Saying] = []
        for match in verbs_of_saying().finditer(self.text):
            if self._in_quote(match.start()):
                continue
            stop = _STOP.match(self.text, match.end())
            inside = match.end() if stop is None else stop.end()
            if not self._says(match.end(), stop is not None):
                continue
            floor = self._floor(match.start())
            speaker = self.speakers.before(match.start(), floor)
            if speaker is None and stop is not None and match.group() in ASKS:
                speaker = subject_of(self.text, floor, match.start(), self.speakers)
            if speaker is None:
                continue
            if speaker.how == ".pronoun":
                speaker = self._resolve(speaker)
            found.append(Saying(*match.span(), speaker, inside, stop is not None))
        return found

    def _says(self, end: int, stopped: bool) -> bool:
        """Say whether a verb is one of saying here: a stop or a quotation stands beside it."""
        if stopped or end >= len(self.text):
            return True
        return self.text[end] in "。“「！；\n"

    def _floor(self, offset: int) -> int:
        """Return where the sentence of an offset begins, or the quotation before it ends."""
        at = bisect_right(self._sentence_ends, offset) - 1
        floor = self._sentence_ends[at] if at >= 0 else 0
        quote = bisect_right(self._quote_starts, offset) - 1
        return max(floor, self.quotes[quote].after if quote >= 0 else 0)

    def _in_quote(self, offset: int) -> bool:
        at = bisect_right(self._quote_starts, offset) - 1
        return at >= 0 and offset < self.quotes[at].after

    def _resolve(self, pronoun: Speaker) -> Speaker:
        """Find the person a pronoun stands for: the only one of its paragraph, or of the last."""
        at = bisect_right(self._paragraph_starts, pronoun.start) - 1
        here = self.speakers.people(self._floor(pronoun.start), pronoun.start)
        if len({person.name for person in here}) != 1:
            here = self.speakers.people(self.paragraphs[at][0], pronoun.start)
        named = here or (self.speakers.people(*self.paragraphs[at - 1]) if at else [])
        if len({person.name for person in named}) != 1:
            return pronoun
        return pronoun._replace(span=named[-1].span, name=named[-1].name)

    def _quote_before(self, saying: Saying) -> int | None:
        """Return the quotation that a saying closes: “…，”张某说."""
        at = bisect_right(self._quote_starts, saying.start) - 1
        if at < 0:
            return None
        quote = self.quotes[at]
        between = self.text[quote.after : saying.speaker.start]
        if len(between) > _LONGEST_POST or _SENTENCE_END.search(between):
            return None
        inner = self._without_posts(quote.after, saying.speaker.start)
        inner = _ADJUNCT.sub("", inner.lstrip("，, "), count=1)
        if any(char in "，,；;：:" for char in inner) or not self._is_speech(quote, between):
            return None
        return at

    def _without_posts(self, start: int, end: int) -> str:
        """Return a stretch without the commas between the posts of a chain: 副局长，党组成员."""
        return "".join(
            char
            for at, char in enumerate(self.text[start:end], start)
            if char not in "，," or not self.speakers.ends_title(at)
        )

    def _is_speech(self, quote: Quote, between: str) -> bool:
        """Tell a quotation from a quoted term: it ends with a stop, or a stop follows it."""
        if quote.end <= quote.start:
            return False
        return self.text[quote.end - 1] in _ENDS_QUOTE or between[:1] in ("，", ",")

    def _quote_behind(self, saying: Saying) -> int | None:
        """Return the quotation that a saying opens: 张某说：“…”."""
        at = bisect_right(self._quote_starts, saying.inside) - 1
        if at < 0 or self.quotes[at].before != saying.inside:
            return None
        quote = self.quotes[at]
        if quote.end <= quote.start:
            return None
        following = self.text[quote.after : quote.after + 1]
        ends = self.text[quote.end - 1] in _ENDS_QUOTE
        unclosed = quote.after == quote.end
        colon = self.text[saying.end : saying.inside].strip() in ("：", ":")
        if colon or ends or unclosed or not following or following in _AFTER_QUOTE:
            return at
        return None

    def _carry(self, owners: dict[int, tuple[Saying, str]]) -> None:
        """Give quotations to the speaker of the one before them, where they go on with it."""
        for at, quote in enumerate(self.quotes):
            if at == 0 or at in owners or at - 1 not in owners:
                continue
            saying, rule = owners[at - 1]
            if quote.carried:
                owners[at] = saying, "direct.carried"
                continue
            before = self.quotes[at - 1]
            between = self.text[before.after : quote.before]
            said = rule == "direct.after" and "\n" not in between
            if said and self.text[saying.end : quote.before].strip() in ("。", "，", ""):
                owners[at] = saying, "direct.next"

    def _beside(self, owners: dict[int, tuple[Saying, str]]) -> None:
        """Give quotations to the person beside them, where no verb of saying is."""
        spoken = {saying.speaker.start for saying, _ in owners.values()}
        for at, quote in enumerate(self.quotes):
            if at in owners:
                continue
            who, rule = person_behind(self.text, quote, self.speakers), "direct.behind"
            if who is not None and who.start in spoken:
                continue  # “何时修？”叶大川答：“年底。” are two speakers
            if who is None:
                who, rule = person_before(self.text, quote, self.speakers), "direct.colon"
            if who is not None:
                owners[at] = Saying(who.start, who.end, who, quote.before, False), rule

    def _stand_alone(self, owners: dict[int, tuple[Saying, str]], sayings: list[Saying]) -> None:
        """Give quotations that are sentences to the only person whom their paragraph names."""
        verbs = [saying.start for saying in sayings]
        for at, quote in enumerate(self.quotes):
            start, end = self.paragraphs[bisect_right(self._paragraph_starts, quote.before) - 1]
            if at in owners or bisect_right(verbs, start) < bisect_right(verbs, end):
                continue  # somebody else may speak here
            who = person_alone(self.text, quote, start, self.speakers)
            if who is not None:
                owners[at] = Saying(who.start, who.end, who, quote.before, False), "direct.alone"

    def _reported(self, saying: Saying, following: Saying | None) -> list[Statement]:
        """Return the clauses behind a verb up to the end of the sentence, and what goes on."""
        at = bisect_right(self._sentence_ends, saying.inside)
        end = self._sentence_ends[at] if at < len(self._sentence_ends) else len(self.text)
        limit = len(self.text) if following is None else self._phrase_start(following)
        quote = None if following is None else self._quote_before(following)
        if quote is not None:
            limit = min(limit, self.quotes[quote].before)
        end = min(end, max(limit, saying.inside))
        if saying.speaker.name in self._interviewees:
            paragraph = self.paragraphs[bisect_right(self._paragraph_starts, saying.inside) - 1]
            last = end_of_words(
                self.text, saying.inside, min(paragraph[1], limit), self._sentence_ends
            )
            rule = "reported" if last <= end else "reported.interview"
            found = self._split(saying, saying.inside, max(end, last), rule)
            spoken = self._quoted_next(saying, max(end, last), quote)
            return found if spoken is None else [*found, spoken]
        found = self._split(saying, saying.inside, end, "reported")
        spoken = self._quoted_next(saying, end, quote)
        if spoken is not None:
            return [*found, spoken]
        while at < len(self._sentence_ends) and end == self._sentence_ends[at] <= limit:
            if self.text[end - 1] == "\n" or not goes_on(
                self.text, self.text[saying.start : saying.end], end
            ):
                break
            at += 1
            stop = self._sentence_ends[at] if at < len(self._sentence_ends) else len(self.text)
            piece_end = min(stop, limit)
            found.append(self._piece(saying, end, piece_end, "reported.continued"))
            end = piece_end
        return found

    def _quoted_next(self, saying: Saying, end: int, claimed: int | None) -> Statement | None:
        """Return a quotation that is the sentence behind reported speech, if nobody claims it."""
        at = bisect_right(self._quote_starts, end) - 1
        if at < 0 or at == claimed or self.quotes[at].before != end:
            return None
        quote = self.quotes[at]
        ends = quote.end > quote.start and self.text[quote.end - 1] in "。！？!?"
        if not ends or self.text[quote.after : quote.after + 1] in ("，", "、", "的"):
            return None
        return self.statement(
            quote.start, quote.end, "direct", saying.speaker, saying, "direct.next"
        )

    def _split(self, saying: Saying, start: int, end: int, rule: str) -> list[Statement]:
        """Return reported speech, and a quotation that ends a sentence in it as direct speech."""
        found: list[Statement] = []
        at = bisect_right(self._quote_starts, start)
        while at < len(self.quotes) and self.quotes[at].after <= end:
            quote = self.quotes[at]
            at += 1
            opens = self.text[quote.before - 1] in "，,：:。" and quote.before > start
            if not opens or quote.end - quote.start < _SHORTEST_SPEECH:
                continue
            if self.text[quote.after : quote.after + 1] not in ("。", "；", "\n", ""):
                continue
            found.append(self._piece(saying, start, quote.before, rule))
            found.append(
                self.statement(
                    quote.start, quote.end, "direct", saying.speaker, saying, "direct.within"
                )
            )
            start = quote.after
        if self.text[start:end].strip(_TRIM + "\n"):
            found.append(self._piece(saying, start, end, rule))
        return found

    def _is_empty(self, saying: Saying) -> bool:
        return self.text[saying.inside : saying.inside + 2] in ("“”", "「」")

    def _opens_unclosed(self, saying: Saying) -> bool:
        """Say whether a mark stands behind a verb that is never closed."""
        if self.text[saying.inside : saying.inside + 1] not in ("“", "「"):
            return False
        at = bisect_right(self._quote_starts, saying.inside) - 1
        return at < 0 or self.quotes[at].before != saying.inside

    def _unclosed(self, saying: Saying) -> Statement:
        """Return a quotation that is never closed: all of its paragraph."""
        start = saying.inside + 1
        at = bisect_right(self._paragraph_starts, start) - 1
        inner = self.text[start : self.paragraphs[at][1]].rstrip()
        return self.statement(
            start, start + len(inner), "direct", saying.speaker, saying, "direct.unclosed"
        )

    def _piece(self, saying: Saying, start: int, end: int, rule: str) -> Statement:
        inner = self.text[start:end]
        kept = inner.rstrip(_TRIM + "\n")
        start += len(inner) - len(inner.lstrip(" \u3000"))
        stop = max(start, end - len(inner) + len(kept))
        return self.statement(start, stop, "reported", saying.speaker, saying, rule)

    def _phrase_start(self, saying: Saying) -> int:
        """Return where the clause begins in which a speaker is named."""
        start = saying.speaker.start
        floor = max(0, start - 60)
        while start > floor and self.text[start - 1] not in "，,。；;！？!?\n”":
            start -= 1
        return start

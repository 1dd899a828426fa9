"""Whose words a quotation is: the speaker of the verb before or behind it, or of the one before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.statements.beside import (
    person_alone,
    person_behind,
    person_within,
    speaker_before,
)
from gaoyou_nlp.statements.layout import Layout
from gaoyou_nlp.statements.pronouns import resolve
from gaoyou_nlp.statements.quotes import Quote
from gaoyou_nlp.statements.sayings import Saying
from gaoyou_nlp.statements.scenes import after_scene
from gaoyou_nlp.statements.speakers import Speakers

Owners = dict[int, tuple[Saying, str]]
"""The saying that each quotation belongs to, by its index, and by which rule."""

_STOPS: Final = re.compile(r"[。！？!?\n]")
_ENDS_QUOTE: Final = frozenset("，,。！？!?…；;—")
_BEFORE_QUOTE: Final = frozenset("，,。！？!?；;：:”’ \u3000\n）)")
_AFTER_QUOTE: Final = frozenset("，,。；;！？!?\n、")
_LONGEST_POST: Final = 72
_LONGEST_SPLIT: Final = 40


class Quotations:
    """The quotations of one text and whose words they are."""

    def __init__(self, layout: Layout, speakers: Speakers) -> None:
        self.layout = layout
        self.text = layout.text
        self.quotes = layout.quotes
        self.speakers = speakers

    def owners(self, sayings: Sequence[Saying], nobody: Sequence[Saying]) -> Owners:
        """Return the saying that each quotation belongs to.

        Parameters:
            sayings: The verbs of saying with a speaker, in order.
            nobody: Those whose speaker is not known: their quotations belong to nobody.
        """
        blocked = {self.behind(saying) for saying in nobody}
        blocked |= {self.before(saying) for saying in nobody}
        found: Owners = {}
        for saying in sayings:
            before = self.before(saying)
            if before in found or self._answers(saying):
                before = None
            if before in blocked:
                before = None
            if before is not None:
                found[before] = saying, "direct.after"
            behind = self.behind(saying)
            if behind is not None:
                rule = "direct.before" if before is None else "direct.split"
                found[behind] = saying, rule
        free = [at for at in range(len(self.quotes)) if at not in blocked]
        self._beside(found, set(free), sayings)
        self._continued(found, set(free))
        self._alone(found, free, sayings)
        return found

    def before(self, saying: Saying) -> int | None:
        """Return the quotation that a saying closes: “…，”张某说."""
        at = self.layout.quote_before(saying.start)
        if at is None:
            return None
        quote = self.quotes[at]
        between = self.text[quote.after : saying.speaker.start]
        if len(between) > _LONGEST_POST or _STOPS.search(between):
            return None
        start = after_scene(self.text, quote.after, saying.speaker.start)
        inner = self._without_posts(start, saying.speaker.start)
        if any(char in "，,；;：:" for char in inner) or not self._is_speech(quote, between):
            return None
        return at

    def behind(self, saying: Saying) -> int | None:
        """Return the quotation that a saying opens: 张某说：“…”."""
        at = self.layout.quote_before(saying.inside)
        if at is None or self.quotes[at].before != saying.inside:
            return None
        quote = self.quotes[at]
        if quote.end <= quote.start:
            return None
        following = self.text[quote.after : quote.after + 1]
        ends = self.text[quote.end - 1] in _ENDS_QUOTE
        unclosed = quote.after == quote.end
        colon = self.text[saying.end : saying.inside].strip() in ("：", ":")
        if colon or ends or unclosed or not following or following in _AFTER_QUOTE:
            return at if following != "、" or colon else None
        return None

    def _answers(self, saying: Saying) -> bool:
        """Say whether a saying answers the quotation before it: “何时修？”叶大川答：“年底。”."""
        verb = self.text.startswith(("答", "回答", "回应", "回复"), saying.start)
        return verb and (self.behind(saying) is not None or saying.stopped)

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
        opens = quote.before == 0 or self.text[quote.before - 1] in _BEFORE_QUOTE
        return self.text[quote.end - 1] in _ENDS_QUOTE or (opens and between[:1] in ("，", ","))

    def _beside(self, found: Owners, free: set[int], sayings: Sequence[Saying]) -> None:
        """Give quotations to the person beside them, where no verb of saying is."""
        spoken = {saying.speaker.start for saying in sayings}
        places = [saying.start for saying in sayings]
        for at, quote in enumerate(self.quotes):
            if at in found:
                continue
            who, rule = None, "direct.behind"
            if at in free:
                short = self._split_by(at) is not None
                who = person_behind(self.text, quote, self.speakers, short=short)
            if who is not None and who.start in spoken:
                continue  # “何时修？”叶大川答：“年底。” are two speakers
            if who is None:
                before = bisect_left(places, quote.before)
                last = sayings[before - 1].speaker if before else None
                who, rule = speaker_before(self.text, quote, self.speakers), "direct.colon"
                who = who and resolve(who, last, self.layout, self.speakers)
            if who is not None:
                found[at] = Saying(who.start, who.end, who, quote.before, False), rule

    def _split_by(self, at: int) -> tuple[int, int] | None:
        """Return the stretch between a quotation and one that goes on with it in the sentence."""
        if at + 1 >= len(self.quotes):
            return None
        start, end = self.quotes[at].after, self.quotes[at + 1].before
        following = self.quotes[at + 1]
        if end - start > _LONGEST_SPLIT or self.text[end - 1] != "，":
            return None
        if _STOPS.search(self.text, start, end) or following.end <= following.start:
            return None
        return (start, end) if self.text[following.end - 1] in _ENDS_QUOTE else None

    def _continued(self, found: Owners, free: set[int]) -> None:
        """Give quotations to the speaker of the one before them, where they go on with it."""
        for at, quote in enumerate(self.quotes):
            if at == 0 or at in found or at - 1 not in found or at not in free:
                continue
            saying, rule = found[at - 1]
            if quote.continued:
                found[at] = saying, "direct.carried"
                continue
            before = self.quotes[at - 1]
            between = self.text[before.after : quote.before]
            same = rule == "direct.after" and "\n" not in between
            if same and self.text[saying.end : quote.before].strip() in ("。", "，", ""):
                found[at] = saying, "direct.next"
                continue
            split = self._split_by(at - 1)
            behind = rule in ("direct.after", "direct.behind")
            if split is not None and behind and before.after <= saying.speaker.start < split[1]:
                names = {person.name for person in self.speakers.people(*split)}
                if names <= {saying.speaker.name}:
                    found[at] = saying, "direct.split"

    def _alone(self, found: Owners, free: Sequence[int], sayings: Sequence[Saying]) -> None:
        """Give quotations that are sentences to the only person whom their paragraph names."""
        names: dict[int, set[str | None]] = {}
        asked = {self.before(saying) for saying in sayings if self._answers(saying)}
        for saying in sayings:
            names.setdefault(self.layout.paragraph_at(saying.start), set()).add(saying.speaker.name)
        for at in free:
            quote = self.quotes[at]
            paragraph = self.layout.paragraph_at(quote.before)
            if at in found:
                continue
            start = self.layout.paragraphs[paragraph][0]
            who = person_within(self.text, quote, self.speakers)
            if who is not None and not self._reported_by(quote, sayings):
                found[at] = Saying(who.start, who.end, who, quote.before, False), "direct.end"
                continue
            who = person_alone(self.text, quote, start, self.speakers)
            if who is None:
                continue
            if at in asked or names.get(paragraph, {who.name}) == {who.name}:
                found[at] = Saying(who.start, who.end, who, quote.before, False), "direct.alone"

    def _reported_by(self, quote: Quote, sayings: Sequence[Saying]) -> bool:
        """Say whether a verb of saying stands before a quotation in its sentence."""
        floor = self.layout.floor(quote.before - 1)
        at = bisect_left(sayings, quote.before, key=lambda saying: saying.start) - 1
        return at >= 0 and sayings[at].start >= floor

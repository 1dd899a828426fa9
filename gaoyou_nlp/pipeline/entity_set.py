"""The entities of a text with their amounts and officials, each read once when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar

from gaoyou_nlp.language.traditional import original
from gaoyou_nlp.records import Amount, Official, Project, Span
from gaoyou_nlp.relations.officials import relate_officials
from gaoyou_nlp.rules.money import amount_at

_Named = TypeVar("_Named", Official, Project)


@dataclass(eq=False)
class Entities:
    """The entities of a text.

    Parameters:
        text: The text.
        reading: The text as it is read, simplified; as long as the text.
        spans: Flat, ordered, not overlapping.
        found: The amounts that the text gives, whatever is an entity.
    """

    text: str
    reading: str
    spans: tuple[Span, ...]
    found: tuple[Amount, ...]

    @cached_property
    def amounts(self) -> tuple[tuple[int, Amount], ...]:
        """(Index of the entity, amount) of every MONEY entity."""
        exact = {(amount.start, amount.end): amount for amount in self.found}
        return tuple(
            (
                index,
                exact.get((span.start, span.end)) or self._amount_at(span.start, span.end),
            )
            for index, span in enumerate(self.spans)
            if span.label == "MONEY"
        )

    @cached_property
    def read_spans(self) -> tuple[Span, ...]:
        """The entities with their characters as they are read."""
        if self.reading is self.text:
            return self.spans
        return tuple(replace(s, text=self.reading[s.start : s.end]) for s in self.spans)

    @cached_property
    def officials(self) -> tuple[Official, ...]:
        """The officials with their posts, as they are read."""
        return relate_officials(self.reading, self.read_spans)[1]

    def as_written(self, found: _Named) -> _Named:
        """Return an official or project with its name and posts as the text has them."""
        text, reading = self.text, self.reading
        if reading is text:
            return found
        name = original(found.name, text, reading)
        if isinstance(found, Project):
            return replace(found, name=name)
        posts = tuple(
            replace(
                post,
                org=None if post.org is None else original(post.org, text, reading),
                title=original(post.title, text, reading),
            )
            for post in found.posts
        )
        return replace(found, name=name, posts=posts)

    def _amount_at(self, start: int, end: int) -> Amount:
        amount = amount_at(self.reading, start, end, self.found)
        return replace(amount, text=self.text[amount.start : amount.end])

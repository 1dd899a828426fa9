"""Reads the entities of a ``Doc`` as plain spans, with their amounts and officials, once for all.

``doc.ents`` may be written by anybody at any time, so what is kept holds only as long as the
entities are those that it was read from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TypeVar
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

from gaoyou_nlp.language.traditional import original
from gaoyou_nlp.pipeline.border import to_doc
from gaoyou_nlp.pipeline.extensions import SCORES, score_of
from gaoyou_nlp.pipeline.memory import amounts_of, reading_text_of, text_of, token_edges
from gaoyou_nlp.records import Amount, Official, Origin, Project, Span
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


_Places = list[tuple[int, int, int, int, int]]
"""First token, one past the last, and the keys of label, rule and canonical name of each entity."""

_kept: WeakKeyDictionary[Doc, tuple[_Places, dict[str, float], Entities]] = WeakKeyDictionary()


def entities_of(doc: Doc) -> Entities:
    """Return the entities of a ``Doc``.

    Examples:
        >>> import spacy
        >>> doc = spacy.blank("zh")("江都总投资3亿元")
        >>> doc.ents = [doc.char_span(5, 8, label="MONEY")]
        >>> entities_of(doc).spans, str(entities_of(doc).amounts[0][1].low)
        ((Span(start=5, end=8, label='MONEY', text='3亿元', ...),), '300000000')
    """
    places: _Places = [(e.start, e.end, e.label, e.id, e.kb_id) for e in doc.ents]
    scores = doc.user_data.get(SCORES, {})
    known = _kept.get(doc)
    if known is None or known[0] != places or known[1] != scores:
        spans = tuple(_read(doc, places, scores))
        entities = Entities(text_of(doc), reading_text_of(doc), spans, amounts_of(doc))
        known = places, dict(scores), entities
        _kept[doc] = known
    return known[2]


def write_entities(doc: Doc, spans: Sequence[Span], officials: tuple[Official, ...]) -> None:
    """Write ``doc.ents``.

    Parameters:
        doc: The ``Doc``.
        spans: Flat, ordered, not overlapping.
        officials: What ``relate_officials`` says of them; kept for who asks next.
    """
    doc.set_ents(to_doc(doc, spans))
    entities = entities_of(doc)
    if _traits(entities.spans) == _traits(spans):
        entities.officials = officials


def _traits(spans: Iterable[Span]) -> list[tuple[int, int, str, Origin]]:
    """All of spans that their officials depend on."""
    return [(span.start, span.end, span.label, span.origin) for span in spans]


def _read(doc: Doc, places: _Places, scores: Mapping[str, float]) -> Iterator[Span]:
    text = text_of(doc)
    strings = doc.vocab.strings
    names = {key: strings[key] for place in places for key in place[2:]}
    starts, ends = token_edges(doc)
    for begin, stop, *keys in places:
        label, rule, canonical = (names[key] for key in keys)
        start, end = starts[begin], ends[stop - 1]
        score = score_of(scores, begin, stop, label) if scores else None
        yield Span(start, end, label, text[start:end], rule, score, canonical or None)

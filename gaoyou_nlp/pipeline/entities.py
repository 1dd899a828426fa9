"""Reads the entities of a ``Doc`` as plain spans, with their amounts and officials, once for all.

``doc.ents`` may be written by anybody at any time, so what is kept holds only as long as the
entities are those that it was read from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from weakref import WeakKeyDictionary

from spacy.tokens import Doc

from gaoyou_nlp.pipeline.border import to_doc
from gaoyou_nlp.pipeline.draft import AnyDoc, Draft
from gaoyou_nlp.pipeline.entity_set import Entities
from gaoyou_nlp.pipeline.extensions import SCORES, score_of
from gaoyou_nlp.pipeline.memory import amounts_of, reading_text_of, text_of, token_edges
from gaoyou_nlp.records import Official, Origin, Span

_Places = list[tuple[int, int, int, int, int]]
"""First token, one past the last, and the keys of label, rule and canonical name of each entity."""

_kept: WeakKeyDictionary[Doc, tuple[_Places, dict[str, float], Entities]] = WeakKeyDictionary()


def entities_of(doc: AnyDoc) -> Entities:
    """Return the entities of a ``Doc`` or draft.

    Examples:
        >>> import spacy
        >>> doc = spacy.blank("zh")("江都总投资3亿元")
        >>> doc.ents = [doc.char_span(5, 8, label="MONEY")]
        >>> entities_of(doc).spans, str(entities_of(doc).amounts[0][1].low)
        ((Span(start=5, end=8, label='MONEY', text='3亿元', ...),), '300000000')
    """
    if isinstance(doc, Draft):
        if doc.entities is None:
            doc.entities = Entities(doc.text, doc.reading, (), amounts_of(doc))
        return doc.entities
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


def draft_entities(
    draft: Draft, spans: Sequence[Span], officials: tuple[Official, ...]
) -> Entities:
    """Return the entities of a draft.

    Parameters:
        draft: The draft.
        spans: Flat, ordered, not overlapping; their characters as they are read.
        officials: What ``relate_officials`` says of them.
    """
    text = draft.text
    own = (
        Span(
            s.start,
            s.end,
            s.label,
            text[s.start : s.end],
            s.rule,
            draft.score(s.start, s.end, s.label),
            s.canonical or None,
        )
        for s in spans
    )
    entities = Entities(text, draft.reading, tuple(own), amounts_of(draft))
    if _traits(entities.spans) == _traits(spans):
        entities.officials = officials
    return entities


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

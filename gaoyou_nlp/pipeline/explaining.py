"""Explains what a pipeline decides about a text, for people who look for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.language import Language

from gaoyou_nlp.language.pieces import cut
from gaoyou_nlp.pipeline.resolver import Resolver
from gaoyou_nlp.rules.explain import Judgement


def explain(text: str, nlp: Language, *, piece: int = 50_000) -> Iterator[Judgement]:
    """Yield how each candidate of a text was judged.

    Parameters:
        text: Any text.
        nlp: A pipeline with ``gaoyou_resolver``; of any other nothing is yielded.
        piece: Longest text read as one document, in characters.

    Yields:
        Judgements in order of the text; offsets are characters of ``text``.

    Examples:
        >>> import gaoyou_nlp
        >>> for judgement in explain("江阴市委书记来了", gaoyou_nlp.load("rules")):
        ...     print(judgement.span.text, judgement.span.rule, judgement.verdict)
        江阴市委 org.committee stands
        江阴市 gpe.division outweighed
        书记 title.post stands
    """
    for start, end in cut(text, piece):
        part = text[start:end]
        doc = nlp.make_doc(part)
        for _, component in nlp.pipeline:
            if isinstance(component, Resolver):
                yield from (_moved(found, text, start) for found in component.explain(doc))
                break
            doc = component(doc)


def _moved(judgement: Judgement, text: str, by: int) -> Judgement:
    span = judgement.span
    start, end = span.start + by, span.end + by
    return replace(judgement, span=replace(span, start=start, end=end, text=text[start:end]))

"""Runs a pipeline on drafts in place of docs, where every component of it knows how."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Protocol, cast

from spacy.language import Language
from spacy.util import raise_error

from gaoyou_nlp.pipeline.draft import Draft
from gaoyou_nlp.pipeline.tokenizer import CharacterTokenizer


class _Component(Protocol):
    def read_drafts(self, drafts: Sequence[Draft]) -> None:
        """Do for drafts what ``__call__`` does for a ``Doc``."""


def can_read_drafts(nlp: Language) -> bool:
    """Say whether a pipeline can read texts without docs, with the same results.

    Parameters:
        nlp: Any pipeline. It can if it is spaCy's ``Language`` with the tokenizer and components of
            this library alone; whatever is added to it, or changed by a subclass, reads docs.

    Examples:
        >>> import gaoyou_nlp, spacy
        >>> can_read_drafts(gaoyou_nlp.load("rules")), can_read_drafts(spacy.blank("zh"))
        (True, False)
    """
    own = type(nlp)
    return (
        (own.pipe, own.make_doc, own.__call__)
        == (Language.pipe, Language.make_doc, Language.__call__)
        and not {"pipe", "make_doc"} & vars(nlp).keys()
        and type(nlp.tokenizer) is CharacterTokenizer
        and nlp.default_error_handler is raise_error
        and all(
            "read_drafts" in vars(type(component)) and getattr(component, "can_read_drafts", True)
            for _, component in nlp.pipeline
        )
    )


def read_texts(texts: Iterable[str], nlp: Language) -> Iterator[Draft]:
    """Read texts by all components.

    Parameters:
        texts: Any number, read in batches of ``nlp.batch_size``, as ``nlp.pipe`` does.
        nlp: A pipeline of which ``can_read_drafts`` holds.

    Yields:
        A draft each, in their order.

    Examples:
        >>> import gaoyou_nlp
        >>> [draft] = read_texts(["江都总投资3亿元"], gaoyou_nlp.load("rules"))
        >>> [span.text for span in draft.entities.spans]
        ['江都', '3亿元']
    """
    rest = iter(texts)
    while drafts := [Draft(text) for text in islice(rest, nlp.batch_size)]:
        for _, component in nlp.pipeline:
            cast(_Component, component).read_drafts(drafts)
        yield from drafts

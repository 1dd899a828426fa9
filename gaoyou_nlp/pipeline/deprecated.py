"""Names and settings of release 1.0 that a config may still hold.

What can go on working does, with a ``DeprecationWarning`` that says what to write; what cannot is a
``ModelError`` that says the same. All of it goes with release 2.0.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Model
from thinc.types import Ragged

from gaoyou_nlp.errors import ModelError
from gaoyou_nlp.pipeline.tag_model import build_tok2vec as _build_tok2vec

_PRIORITIES = {
    "money": 5,
    "agreed": 4,
    "title": 3,
    "person": 3,
    "project.list": 2,
    "model": 1,
    "project": -1,
}
"""What 1.0 wrote into every saved config: no choice of the user, so it counts for nothing."""


def _warn(old: str, instead: str) -> None:
    warnings.warn(f"{old} goes with release 2.0: {instead}", DeprecationWarning, stacklevel=3)


def ranks_of(
    ranks: Mapping[str, int],
    priorities: Mapping[str, int] | None,
    least: Mapping[str, float] | None,
) -> dict[str, int]:
    """Return the ranks of ``gaoyou_resolver`` from settings of any release.

    Parameters:
        ranks: As written today.
        priorities: As written for 1.0. What differs from its defaults is taken as ranks.
        least: As written for 1.0: the least scores of the model. They have no effect, since odds
            are fitted.

    Examples:
        >>> import warnings
        >>> with warnings.catch_warnings():
        ...     warnings.simplefilter("ignore", DeprecationWarning)
        ...     ranks_of({}, {"money": 5, "org.zone": -1}, None)
        {'org.zone': -1}
    """
    own = {}
    if priorities is not None:
        own = {rule: rank for rule, rank in priorities.items() if _PRIORITIES.get(rule) != rank}
        instead = f"write ranks = {own}." if own else "leave it out."
        _warn("The setting priorities of gaoyou_resolver", instead)
    if least is not None:
        _warn(
            "The setting least of gaoyou_resolver",
            "leave it out; the odds of candidates are fitted. To drop what the model alone "
            'proposes of a label, write ranks = {"model/ORG": -1}.',
        )
    return {**own, **ranks}


def build_tok2vec(
    encoder: Model[list[Doc], Ragged] | None,
    features: Model[list[Doc], Ragged] | None,
    mixer: Model[Ragged, Ragged],
) -> Model[list[Doc], list[Any]]:
    """Build ``gaoyou.LacTok2Vec.v1``, the rows of a tagger for spaCy's own ``ner``.

    Parameters:
        encoder, features, mixer: As for ``gaoyou.TagModel.v1``.

    Returns:
        A model from docs to one array each.
    """
    _warn(
        "The architecture gaoyou.LacTok2Vec.v1",
        "use the component gaoyou_tagger with gaoyou.TagModel.v1 in place of ner.",
    )
    return _build_tok2vec(encoder, features, mixer)


def build_lac(**settings: Any) -> Model[list[Doc], Ragged]:
    """Refuse ``gaoyou.LacEncoder.v1``, whose code is no longer part of the library.

    Parameters:
        settings: As written for 1.0.

    Raises:
        ModelError: Always; it says what to write.
    """
    raise ModelError(
        "gaoyou.LacEncoder.v1 is not part of the library since 1.1. Write encoder = null in "
        "[components.gaoyou_tagger.model] and train again: gaoyou.Features.v1 alone is what the "
        "shipped model uses. The encoder lies in training/lac of the sources."
    )


def build_swap_augmenter(
    level: float = 0.5,
    people: bool = True,
    places: bool = True,
    companies: bool = True,
    numbers: bool = True,
) -> Callable[[Language, Example], Iterator[Example]]:
    """Build ``gaoyou.swap_entities.v1``, which leaves examples as they are since 1.1.

    Parameters:
        level, people, places, companies, numbers: As written for 1.0; without effect.

    Returns:
        A function from an example to that example.
    """
    _warn(
        "The augmenter gaoyou.swap_entities.v1",
        "it leaves examples as they are; write augmenter = null.",
    )
    return _unchanged


def _unchanged(nlp: Language, example: Example) -> Iterator[Example]:
    yield example

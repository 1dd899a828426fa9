"""The network of the tagger: encoder and features, a mixer, one weight a tag, and the chain."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from spacy.tokens import Doc
from thinc.api import Dropout, Model, chain, concatenate, ragged2list, with_array
from thinc.types import Ragged

from gaoyou_nlp.network.arrays import Floats, add_gradient, param, set_param
from gaoyou_nlp.network.crf import Chain
from gaoyou_nlp.network.mixers import affine
from gaoyou_nlp.network.tags import Tags
from gaoyou_nlp.pipeline.sequences import in_pieces

_Docs = Model[list[Doc], Ragged]
_FORBIDDEN = -np.inf


def build_tag_model(
    encoder: _Docs | None,
    features: _Docs | None,
    mixer: Model[Ragged, Ragged],
    dropout: float = 0.0,
    piece: int = 0,
) -> _Docs:
    """Build the architecture ``gaoyou.TagModel.v1``.

    Parameters:
        encoder: From docs to rows; its weights may learn at a rate of their own (the attribute
            ``learn_rate`` of its root).
        features: From docs to rows.
        mixer: From the rows of both to rows.
        dropout: Of the mixer's rows; ``[training] dropout`` takes its place.
        piece: The most characters that mixer and chain read as one sequence, cut where a line or
            a sentence ends; 0 for whole docs. Many short sequences side by side are read faster
            than a few long ones.

    Returns:
        A model from docs to one column a tag for each token, one sequence a piece. Its reference
        ``chain`` holds the weights of neighbouring tags.

    Raises:
        ValueError: Neither encoder nor features are given.
    """
    output = affine()
    links: Model[Any, Any] = Model(
        "chain",
        _links_forward,
        init=_links_init,
        dims={"nO": None},
        params={"first": None, "next": None, "last": None},
    )
    model: _Docs = chain(
        in_pieces(_joined(encoder, features), piece),
        mixer,
        cast(Any, Dropout(dropout)),
        with_array(output),
        cast(Any, links),
    )
    model.set_ref("output", output)
    model.set_ref("chain", links)
    model.set_ref("encoder", encoder)
    return model


def build_tok2vec(
    encoder: _Docs | None, features: _Docs | None, mixer: Model[Ragged, Ragged]
) -> Model[list[Doc], list[Any]]:
    """Build the architecture ``gaoyou.LacTok2Vec.v1``: the rows of a tagger for spaCy's own ner.

    Parameters:
        encoder, features, mixer: As for ``gaoyou.TagModel.v1``; spaCy's components train an
            encoder at the rate of everything else, if at all.

    Returns:
        A model from docs to one array each, for ``tok2vec`` of spaCy's architectures.

    Raises:
        ValueError: Neither encoder nor features are given.
    """
    width = mixer.get_dim("nO")
    model: Model[list[Doc], list[Any]] = chain(
        _joined(encoder, features), mixer, cast(Any, ragged2list())
    )
    model.set_dim("nO", width)
    return model


def _joined(encoder: _Docs | None, features: _Docs | None) -> _Docs:
    parts = [part for part in (encoder, features) if part is not None]
    if not parts:
        raise ValueError("a tag model needs an encoder, features, or both.")
    return concatenate(*parts) if len(parts) > 1 else parts[0]


def _links_forward(
    model: Model[Any, Any], batch: Ragged, is_train: bool
) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
    return batch, lambda gradient: gradient


def _links_init(model: Model[Any, Any], X: Any = None, Y: Any = None) -> None:
    size = model.get_dim("nO")
    set_param(model, "first", np.zeros(size, np.float32))
    set_param(model, "next", np.zeros((size, size), np.float32))
    set_param(model, "last", np.zeros(size, np.float32))


def set_tags(model: _Docs, tags: Tags) -> None:
    """Tell a model without weights how many tags there are."""
    for name in ("output", "chain"):
        model.get_ref(name).set_dim("nO", len(tags))


def read_chain(model: _Docs, tags: Tags) -> Chain:
    """Return the weights of neighbouring tags, with minus infinity for what is not legal."""
    links = model.get_ref("chain")

    def bound(name: str, legal: Any) -> Any:
        return np.where(legal, param(links, name).astype(np.float64), _FORBIDDEN)

    return Chain(bound("first", tags.starts), bound("next", tags.follows), bound("last", tags.ends))


def add_chain_gradient(model: _Docs, gradient: Chain) -> None:
    """Add to the gradients of the weights of neighbouring tags."""
    links = model.get_ref("chain")
    for name in ("first", "next", "last"):
        value: Floats = getattr(gradient, name).astype(np.float32)
        add_gradient(links, name, value)

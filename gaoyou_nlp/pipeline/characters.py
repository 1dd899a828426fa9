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

from gaoyou_nlp.network.arrays import Floats, Ints
from gaoyou_nlp.pipeline.draft import AnyDoc
from gaoyou_nlp.pipeline.memory import reading_text_of, token_edges

CodePoints = npt.NDArray[np.uint32]
_UNICODE = 0x110000


@dataclass(frozen=True, slots=True)
class Characters:
    """The characters of a batch, and where its tokens stand among them.

    Parameters:
        points: The code points of the texts written one after the other.
        sizes: The characters of each text.
        token_starts: The first character of each token.
        token_sizes: Its characters.
        tokens: The tokens of each doc.
        single: Whether every token is one character.
    """

    points: CodePoints
    sizes: Ints
    token_starts: Ints
    token_sizes: Ints
    tokens: Ints
    single: bool


def code_points(text: str) -> CodePoints:
    """Return the code points of a text.

    Examples:
        >>> code_points("高𠮷").tolist()
        [39640, 134071]
    """
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.dtype("<u4"))


def read_characters(docs: Sequence[AnyDoc]) -> Characters:
    """Read the texts of some docs and where their tokens stand.

    Parameters:
        docs: The batch.

    Returns:
        Their characters and tokens.
    """
    if not docs:
        none = np.zeros(0, np.int64)
        return Characters(np.zeros(0, np.uint32), none, none, none, none, True)
    texts = [reading_text_of(doc) for doc in docs]
    points = code_points("".join(texts))
    sizes = np.array([len(text) for text in texts], np.int64)
    tokens = np.array([len(doc) for doc in docs], np.int64)
    if np.array_equal(tokens, sizes):  # every token is one character, and no blank is between
        starts = np.arange(len(points), dtype=np.int64)
        return Characters(points, sizes, starts, np.ones_like(starts), tokens, True)
    edges = np.concatenate([_edges(doc, size) for doc, size in zip(docs, sizes, strict=True)], 1)
    starts = edges[0] + np.repeat(np.cumsum(sizes) - sizes, tokens)
    token_sizes = edges[1] - edges[0]
    return Characters(points, sizes, starts, token_sizes, tokens, bool((token_sizes == 1).all()))


def _edges(doc: AnyDoc, size: int) -> Ints:
    """The first character of each token of a text of a size, and one past its last."""
    if len(doc) == size:
        ends = np.arange(1, size + 1)
        return np.stack([ends - 1, ends])
    return np.array(token_edges(doc), np.int64)


def _within(sizes: Ints) -> Ints:
    """Count 0, 1, 2 … within each of some groups of the given sizes."""
    return np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)


def pool(rows: Floats, characters: Characters) -> Floats:
    """Average the rows of each token's characters.

    Parameters:
        rows: One a character.
        characters: Of the batch.

    Returns:
        One row a token.
    """
    starts, sizes = characters.token_starts, characters.token_sizes
    if characters.single and len(starts) == len(rows):
        return rows
    means = rows[starts]
    for token in np.flatnonzero(sizes > 1):
        means[token] = rows[starts[token] : starts[token] + sizes[token]].mean(axis=0)
    return means


def unpool(gradient: Floats, characters: Characters) -> Floats:
    """Lead the gradient of ``pool`` back.

    Parameters:
        gradient: One row a token.
        characters: As given to ``pool``.

    Returns:
        One row a character, zero for the blanks between tokens.
    """
    starts, sizes = characters.token_starts, characters.token_sizes
    rows = np.zeros((len(characters.points), gradient.shape[1]), np.float32)
    index = np.repeat(np.arange(len(sizes)), sizes)
    share = gradient / sizes[:, None].astype(np.float32)
    rows[starts[index] + _within(sizes)] = share[index]
    return rows


@lru_cache(maxsize=8)
def row_table(characters: str) -> npt.NDArray[np.int32]:
    """Return, for every code point, its place in a string counted from 1, or 0.

    Parameters:
        characters: Without repetition.

    Returns:
        A table of all of Unicode.

    Examples:
        >>> int(row_table("高邮")[ord("邮")]), int(row_table("高邮")[ord("市")])
        (2, 0)
    """
    table = np.zeros(_UNICODE, np.int32)
    table[code_points(characters)] = np.arange(1, len(characters) + 1)
    return table

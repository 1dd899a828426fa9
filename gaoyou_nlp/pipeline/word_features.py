"""The dictionary words of a text as features of its characters."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from spacy.strings import get_string_id

from gaoyou_nlp.language.dictionary import segment
from gaoyou_nlp.network.arrays import Ints

PLACES = 3
"""Begin, inside and end of a word of several characters; a character alone has none."""


class CharacterWords(NamedTuple):
    """The words that the characters of a text stand in.

    Parameters:
        keys: A hash of the word for each character; 0 where it stands alone.
        places: 1 at the beginning of a word, 2 inside, 3 at its end, 0 alone.
    """

    keys: npt.NDArray[np.uint64]
    places: Ints


def read_words(text: str) -> CharacterWords:
    """Cut a text into dictionary words (``gaoyou_nlp.language.dictionary``) for its characters.

    Parameters:
        text: Any text.

    Returns:
        Keys and places, one each a character.

    Examples:
        >>> read_words("推进平和县建设").places.tolist()
        [1, 3, 1, 2, 3, 1, 3]
    """
    return (_of_short if len(text) < _SHORT else _read)(text)


def _read(text: str) -> CharacterWords:
    edges = segment(text)
    starts: Ints = np.array(edges[:-1], np.int64)
    sizes: Ints = np.array(edges[1:], np.int64) - starts
    hashes = [get_string_id(text[a:b]) if b - a > 1 else 0 for a, b in pairwise(edges)]
    places = np.full(len(text), 2, np.int64)
    long = sizes > 1
    places[starts] = long
    places[(starts + sizes - 1)[long]] = 3
    return CharacterWords(np.repeat(np.array(hashes, np.uint64), sizes), places)


_SHORT = 2000
_of_short = lru_cache(maxsize=128)(_read)

"""Spans as tags of tokens: O, and for each label B (begin), I (inside), E (end), S (single)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from gaoyou_nlp.network.arrays import Floats, Ints

Bools = npt.NDArray[np.bool_]
_B, _I, _E, _S = range(4)


class TokenSpan(NamedTuple):
    """A span of tokens, end exclusive."""

    start: int
    end: int
    label: str


class Tags:
    """The tags of some labels: number 0 is O, then B, I, E, S of the first label, and so on.

    Parameters:
        labels: Without repetition.

    Examples:
        >>> Tags(["GPE", "ORG"]).names
        ['O', 'B-GPE', 'I-GPE', 'E-GPE', 'S-GPE', 'B-ORG', 'I-ORG', 'E-ORG', 'S-ORG']
    """

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        self.names = ["O", *(f"{part}-{label}" for label in labels for part in "BIES")]
        self._index = {label: number for number, label in enumerate(labels)}
        kinds = np.array([-1, *([_B, _I, _E, _S] * len(labels))])
        owner = np.array([-1, *np.repeat(np.arange(len(labels)), 4)])
        closed = (kinds == -1) | (kinds == _E) | (kinds == _S)
        opening = (kinds == -1) | (kinds == _B) | (kinds == _S)
        same = owner[:, None] == owner[None, :]
        self.starts: Bools = opening
        self.ends: Bools = closed
        self.follows: Bools = np.where(
            closed[:, None], opening[None, :], same & ((kinds == _I) | (kinds == _E))[None, :]
        )

    def __len__(self) -> int:
        return len(self.names)

    def tag(self, part: str, label: str) -> int:
        """Return the number of a tag.

        Examples:
            >>> Tags(["GPE", "ORG"]).tag("S", "ORG")
            8
        """
        return 1 + 4 * self._index[label] + "BIES".index(part)

    def encode(self, spans: Iterable[TokenSpan], length: int) -> Ints:
        """Write flat spans as tags; spans of other labels are left out.

        Examples:
            >>> Tags(["GPE"]).encode([TokenSpan(1, 3, "GPE")], 4).tolist()
            [0, 1, 3, 0]
        """
        tags = np.zeros(length, np.int64)
        for start, end, label in spans:
            if label in self._index:
                first = self.tag("B", label)
                if end - start == 1:
                    tags[start] = first + _S
                else:
                    tags[start : end - 1] = first + _I
                    tags[start], tags[end - 1] = first, first + _E
        return tags

    def decode(self, tags: Ints) -> list[TokenSpan]:
        """Read spans from a legal sequence of tags.

        Examples:
            >>> Tags(["GPE"]).decode(np.array([0, 1, 3, 4]))
            [TokenSpan(start=1, end=3, label='GPE'), TokenSpan(start=3, end=4, label='GPE')]
        """
        spans = []
        start = 0
        places = np.flatnonzero(tags)
        for place, tag in zip(places.tolist(), tags[places].tolist(), strict=True):
            label, part = divmod(tag - 1, 4)
            if part in (_B, _S):
                start = place
            if part in (_E, _S):
                spans.append(TokenSpan(start, place + 1, self.labels[label]))
        return spans

    def multi_hot(self, spans: Iterable[TokenSpan], length: int) -> Floats:
        """Write spans that may overlap as one column a tag (O has none).

        Examples:
            >>> both = [TokenSpan(0, 2, "GPE"), TokenSpan(0, 1, "GPE")]
        >>> Tags(["GPE"]).multi_hot(both, 2).tolist()
            [[1.0, 0.0, 0.0, 1.0], [0.0, 0.0, 1.0, 0.0]]
        """
        columns = np.zeros((length, len(self) - 1), np.float32)
        for start, end, label in spans:
            if label in self._index:
                first = 4 * self._index[label]
                if end - start == 1:
                    columns[start, first + _S] = 1
                else:
                    columns[start, first + _B] = 1
                    columns[start + 1 : end - 1, first + _I] = 1
                    columns[end - 1, first + _E] = 1
        return columns

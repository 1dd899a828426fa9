"""Tags of tokens to spans, in whichever of the usual schemes they are written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gaoyou_nlp.errors import quoted

_TAG = re.compile(r"([BIEOSMLU])[-_](\S+)")
_PARTS = {"B": "B", "I": "I", "M": "I", "E": "E", "L": "E", "S": "S", "U": "S"}
"""The letters of BIO, BIOES, BMES and BILOU as those of BIOES."""


class TagError(ValueError):
    """A tag that fits no scheme.

    Parameters:
        message: What is wrong.
        index: Of the tag.
    """

    def __init__(self, message: str, index: int) -> None:
        super().__init__(message)
        self.index = index


def is_tag(tag: str) -> bool:
    """Tell whether a word can be a tag.

    Examples:
        >>> [is_tag(tag) for tag in ("O", "B-ORG", "I_PER", "S-ORG-x", "NN", "B-")]
        [True, True, True, True, False, False]
    """
    return tag == "O" or (tag[0:1] in _PARTS and _TAG.fullmatch(tag) is not None)


def tagged_spans(tags: Sequence[str], breaks: Sequence[int] = ()) -> list[tuple[int, int, str]]:
    """Read the spans that some tags mark.

    Parameters:
        tags: One a token: ``O``, or a letter, ``-`` or ``_``, and the label. The letters are those
            of BIO, IOB1, BIOES, BMES or BILOU.
        breaks: Tokens that begin a sentence which no span crosses.

    Returns:
        First token, one past the last, label.

    Raises:
        TagError: Naming the first tag that is none, goes on with nothing, or leaves a span open.

    Examples:
        >>> tagged_spans(["B-GPE", "I-GPE", "O", "B-ORG"])
        [(0, 2, 'GPE'), (3, 4, 'ORG')]
        >>> tagged_spans(["B-GPE", "E-GPE", "O", "S-ORG"])
        [(0, 2, 'GPE'), (3, 4, 'ORG')]
        >>> tagged_spans(["I-GPE", "I-GPE", "B-GPE", "I-ORG"])
        [(0, 2, 'GPE'), (2, 3, 'GPE'), (3, 4, 'ORG')]
    """
    parts = [_part(tag, index) for index, tag in enumerate(tags)]
    borders = frozenset(breaks)
    if any(letter in "ES" for letter, _ in parts) or any(tag[0] == "M" for tag in tags):
        return _closed(parts, borders)
    return _open(parts, borders, first=_is_iob1(parts, borders))


def _part(tag: str, index: int) -> tuple[str, str]:
    if tag == "O":
        return "O", ""
    if not is_tag(tag):
        raise TagError(f"{quoted(tag)} is no tag", index)
    return _PARTS[tag[0]], tag[2:]


def _is_iob1(parts: Sequence[tuple[str, str]], borders: frozenset[int]) -> bool:
    """Whether ``B`` parts a span from one of the same label before it and stands nowhere else."""
    return all(
        index > 0 and index not in borders and parts[index - 1][1] == label
        for index, (letter, label) in enumerate(parts)
        if letter == "B"
    )


def _open(
    parts: Sequence[tuple[str, str]], borders: frozenset[int], *, first: bool
) -> list[tuple[int, int, str]]:
    """Spans of BIO and IOB1, which end where nothing goes on.

    Parameters:
        first: Whether an ``I`` may begin a span.
    """
    spans: list[tuple[int, int, str]] = []
    for index, (letter, label) in enumerate(parts):
        begin, end, before = spans[-1] if spans else (0, -1, "")
        goes_on = (end, before) == (index, label) and index not in borders
        if letter == "I" and goes_on:
            spans[-1] = (begin, index + 1, label)
        elif letter == "I" and not first:
            raise TagError(f"I-{label} goes on with nothing", index)
        elif letter != "O":
            spans.append((index, index + 1, label))
    return spans


def _closed(
    parts: Sequence[tuple[str, str]], borders: frozenset[int]
) -> list[tuple[int, int, str]]:
    """Spans of BIOES, BMES and BILOU, which say where they end."""
    spans: list[tuple[int, int, str]] = []
    begin: int | None = None
    for index, (letter, label) in enumerate(parts):
        if begin is not None and (letter in "OBS" or index in borders):
            raise TagError(f"the span of {parts[begin][1]} before it has no end", index)
        if letter in "IE" and (begin is None or parts[begin][1] != label):
            raise TagError(f"the tag of {label} goes on with nothing", index)
        if letter in "BS":
            begin = index
        if letter in "ES" and begin is not None:
            spans.append((begin, index + 1, label))
            begin = None
    if begin is not None:
        raise TagError(f"the span of {parts[begin][1]} has no end", len(parts) - 1)
    return spans

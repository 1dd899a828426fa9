"""Long texts in pieces that end where a line or a sentence does; short ones in groups."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")

SENTENCE_ENDS = ("\n", "。", "！", "？", "；")
_STOPS = (*SENTENCE_ENDS, "，", "、", " ", "\u3000")


def cut(text: str, piece: int) -> Iterator[tuple[int, int]]:
    """Cut a text into pieces at line ends, else at sentence ends, else at commas.

    Parameters:
        text: Any text.
        piece: Longest piece in characters.

    Yields:
        (start, end) of each piece; together they are the text.

    Examples:
        >>> list(cut("高邮。江都。", 4))
        [(0, 3), (3, 6)]
    """
    start = 0
    while len(text) - start > piece:
        at = next(
            (
                p
                for p in (text.rfind(s, start + piece // 2, start + piece) for s in _STOPS)
                if p > 0
            ),
            start + piece - 1,
        )
        yield start, at + 1
        start = at + 1
    yield start, len(text)


def batched_by_size(
    items: Iterable[Item], size: int, *, of: Callable[[Item], int]
) -> Iterator[list[Item]]:
    """Group items so that the sizes of a group add up to no more than a limit.

    Parameters:
        items: Any number, taken as they are needed.
        size: The limit; a larger item is a group of its own.
        of: The size of an item.

    Yields:
        Groups in the order of the items, none of them empty.

    Examples:
        >>> list(batched_by_size(["高邮", "江阴", "高邮市江阴市"], 4, of=len))
        [['高邮', '江阴'], ['高邮市江阴市']]
    """
    group: list[Item] = []
    total = 0
    for item in items:
        if group and total + of(item) > size:
            yield group
            group, total = [], 0
        group.append(item)
        total += of(item)
    if group:
        yield group

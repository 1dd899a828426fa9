"""Reads what the head of a table says of the posts below it: 现任职务, 拟任职务."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table

_BETWEEN: Final = re.compile("[ 　]*[\t|｜][ 　]*|[ 　]+")
_HEAD_LENGTH: Final = 80  # characters of a line of heads
_FEWEST: Final = 2


class Columns:
    """The cells of the tables of a text whose column says what becomes of a post.

    Parameters:
        text: The article, its tables one row a line, with cells between tabs, bars or blanks.
    """

    def __init__(self, text: str) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._heads: list[tuple[str, str]] = []
        for start, end, head in _cells(text):
            self._starts.append(start)
            self._ends.append(end)
            self._heads.append(head)

    def at(self, offset: int) -> tuple[str, str] | None:
        """Return change and head of the column that an offset stands in, None outside of one.

        Parameters:
            offset: In characters.

        Examples:
            >>> Columns("姓名\\t拟任职务\\n张三\\t县教育局局长").at(11)
            ('proposed', '拟任职务')
        """
        at = bisect_right(self._starts, offset) - 1
        return self._heads[at] if at >= 0 and offset < self._ends[at] else None


@cache
def _head_cues() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows = (row for row in table("relations/post_cues.tsv") if row[1] == "column")
    return tuple((re.compile(row[0]), row[2]) for row in rows)


def _cells(text: str) -> Iterator[tuple[int, int, tuple[str, str]]]:
    """The cells below a head that is a cue, with start, end, and the head's change and words."""
    heads: list[tuple[str, str] | None] = []
    at = 0
    for line in text.split("\n"):
        cells = list(_split(line)) if heads or _is_head(line) else []
        found = _read_heads(line, cells) if _is_head(line) else []
        if found:
            heads = found
        elif len(cells) != len(heads):
            heads = []
        else:
            for (start, end), head in zip(cells, heads, strict=True):
                if head is not None:
                    yield at + start, at + end, head
        at += len(line) + 1


def _is_head(line: str) -> bool:
    return len(line) <= _HEAD_LENGTH and ("职" in line or "拟" in line)


def _split(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _BETWEEN.finditer(line):
        yield start, gap.start()
        start = gap.end()
    yield start, len(line)


def _read_heads(line: str, cells: list[tuple[int, int]]) -> list[tuple[str, str] | None]:
    """For each cell of a line of heads its change and words; nothing where it is none."""
    if len(cells) < _FEWEST:
        return []
    heads = [_read_head(line[start:end]) for start, end in cells]
    return heads if any(heads) else []


def _read_head(cell: str) -> tuple[str, str] | None:
    changes = (change for cue, change in _head_cues() if cue.fullmatch(cell))
    change = next(changes, "held")
    return None if change == "held" else (change, cell)

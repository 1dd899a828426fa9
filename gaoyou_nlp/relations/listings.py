"""Finds lists of projects that go line by line, and how many each line or the lead says there are.

The lead says a number (12个项目开工), and each line behind it opens with a project and a colon, or
with a class of projects: ``续建类28个：…；…``, ``提前的：…；…`` (the lead then says 提前2个).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re

_TABLE = "relations/project_contexts.tsv"
_NUMBERED: Final = re.compile(
    "[ \u3000]*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[）).、．][ \u3000]*)?"
)
_BEHIND_NAME: Final = re.compile("(?:项目|工程)?(?:（[^（）\n]{0,20}）)?[：:]")
_BETWEEN: Final = re.compile("(?:项目|工程)?(?:、|和|及|以及|与)")
_CLASS: Final = re.compile(
    "[ \u3000]*(?P<name>[\u4e00-\u9fff]{1,8}?)(?:类|批|的)?(?:项目)?"
    "(?:(?:共|有|计)*(?P<count>[0-9]{1,4})个|的)(?:项目)?[：:]"
)
_DROPPED: Final = re.compile("{dropped}", words=_TABLE)
_LONGEST_LIST: Final = 60


class Line(NamedTuple):
    """A line of a list: its characters, the names in it (indices), and its number if it says one.

    A line of a class has a ``name``, one of a single project or a few has none.
    """

    start: int
    end: int
    first: int
    last: int
    name: str | None = None
    number: int | None = None


def read_line(text: str, start: int, end: int, names: Sequence[tuple[int, int]]) -> Line | None:
    """Read a line of a list.

    Parameters:
        text: The text.
        start, end: The line.
        names: Start and end of each name of a project of the text, in order.

    Returns:
        The line; None where it opens with neither a project nor a class of projects. A project that
        is put off or given up is in no list.

    Examples:
        >>> text = "续建类2个：甲桥，年底通车；乙桥，6月合龙。"
        >>> read_line(text, 0, len(text), [(6, 8), (14, 16)])[2:]
        (0, 2, '续建', 2)
    """
    first = bisect_left(names, (start, 0))
    last = bisect_left(names, (end, 0))
    if first == last:
        return None
    head = _CLASS.match(text, start, names[first][0] + 1)
    if head is not None and head.end() <= names[first][0]:
        count = None if head["count"] is None else int(head["count"])
        return Line(start, end, first, last, head["name"], count)
    opening = _NUMBERED.match(text, start, end)
    if opening is None or opening.end() != names[first][0]:
        return None
    stop = first
    while stop + 1 < last and _BETWEEN.fullmatch(text, names[stop][1], names[stop + 1][0]):
        stop += 1
    if _BEHIND_NAME.match(text, names[stop][1], end) is None:
        return None
    dropped = _DROPPED.search(text, names[stop][1], end) is not None
    return Line(start, end, first, first if dropped else stop + 1)


def lines_behind(text: str, offset: int, names: Sequence[tuple[int, int]]) -> Iterator[Line]:
    """Read the lines of the list that begins behind the paragraph of an offset.

    Parameters:
        text: The text.
        offset: A place in the lead.
        names: Start and end of each name of a project of the text, in order.
    """
    end = text.find("\n", offset)
    for _ in range(_LONGEST_LIST):
        if end < 0:
            return
        start = end + 1
        end = text.find("\n", start)
        line = read_line(text, start, len(text) if end < 0 else end, names)
        if line is None:
            return
        yield line


def count_of_class(text: str, start: int, name: str) -> int | None:
    """Return the number that the line before a list says of a class: 其中提前2个.

    Examples:
        >>> count_of_class("共9个，其中提前2个", 0, "提前")
        2
    """
    end = text.find("\n", start)
    found = re.search(
        f"{name}(?:类|的)?(?:项目)?([0-9]{{1,4}})个", text[start : end if end > 0 else None]
    )
    return None if found is None else int(found[1])

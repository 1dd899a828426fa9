"""Names of by-lines: whole lines, and the ends of last paragraphs, that hold nothing but them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.reading.bylines import parse_byline, trailing_byline
from gaoyou_nlp.records import Span

_DATELINE = re.compile("(?<=[日月年\\d特专急])[电讯][ \u3000]?[（(]([^（）()\n]{2,40})[)）]")
"""本报高州4月1日电（周敏 李晓静）."""

_AT_END = re.compile("[（(]([\u4e00-\u9fff][^（）()。，\n]{1,30})[)）][ \u3000]*$", re.MULTILINE)
_ROLE = "记者 "
_NEAR_EDGE = 3
"""A by-line without any role is believed in the first and last lines of an article alone."""


def find_byline_names(text: str) -> list[Span]:
    """Propose the names of an article's by-lines.

    Parameters:
        text: The article.

    Returns:
        PERSON candidates in order.

    Examples:
        >>> [s.text for s in find_byline_names("水库建好了。\\n通讯员周敏 记者 李晓静")]
        ['周敏', '李晓静']
        >>> [s.text for s in find_byline_names("高州4月1日电(周敏李晓静)水库建好了。")]
        ['周敏', '李晓静']
    """
    lines = text.split("\n")
    filled = [number for number, line in enumerate(lines) if line.strip()]
    edges = {*filled[1:_NEAR_EDGE], *filled[-1:]} - set(filled[:1])
    spans: list[Span] = []
    start = 0
    for number, line in enumerate(lines):
        at = 0 if number in edges else None
        if number in edges and filled and number == filled[-1] and not parse_byline(line):
            at = trailing_byline(line)
        if at is not None:
            spans += _names(line[at:], start + at, bare=number == filled[-1])
        start += len(line) + 1
    taken = {span.start for span in spans}
    for pattern in (_DATELINE, _AT_END):
        for found in pattern.finditer(text):
            names = list(_names(found[1], found.start(1)))
            if not names and pattern is _DATELINE:  # rare surnames count here, as behind a role
                names = list(_names(f"{_ROLE}{found[1]}", found.start(1) - len(_ROLE)))
            spans += (s for s in names if s.start not in taken)
    return sorted(spans, key=lambda span: span.start)


def _names(line: str, start: int, *, bare: bool = True) -> Iterator[Span]:
    at = 0
    for author in parse_byline(line, bare=bare):
        found = line.find(author.name, at)
        if found >= 0:
            at = found + len(author.name)
            yield Span(start + found, start + at, "PERSON", author.name, "person.byline")


def with_byline_names(text: str, persons: Sequence[Span]) -> list[Span]:
    """Put the names of by-lines into the place of whatever else was read there.

    Parameters:
        text: The article.
        persons: Names found by the words around them, in order.

    Returns:
        Names in order, those of by-lines among them.

    Examples:
        >>> wrong = Span(7, 10, "PERSON", "周敏李", "person.word")
        >>> [s.text for s in with_byline_names("水库建好了。\\n周敏李晓静", [wrong])]
        ['周敏', '李晓静']
    """
    names = find_byline_names(text)
    if not names:
        return list(persons)
    kept = [p for p in persons if not any(p.start < n.end and n.start < p.end for n in names)]
    return sorted([*kept, *names], key=lambda span: span.start)

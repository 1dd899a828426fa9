"""Lines of a PDF in reading order to headlines and paragraphs, by indent, width, gap and size."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from gaoyou_nlp.reading.bylines import parse_byline
from gaoyou_nlp.reading.documents.official import is_signed_date
from gaoyou_nlp.reading.documents.pdf_lines import Line
from gaoyou_nlp.reading.documents.pdf_order import Column
from gaoyou_nlp.reading.documents.pdf_tables import RuledTable
from gaoyou_nlp.reading.kinds import BODY, HEAD, SUB
from gaoyou_nlp.reading.lines import ends_sentence, is_dashed, is_numbered

_HEAD = 1.4
_LARGER = 1.15
_INDENT = 1.2
_GAP = 1.75
_RAGGED = 4.0
_EDGES = 3
_MARGIN = 10
_HANGING = 3
"""Letters by which full lines differ: marks hang over the edge, digits are narrow."""

_WIDE, _MOST = 40, 0.7
"""Characters of a line of a wide column, and the share of lines that then end sentences."""

_WORD = re.compile(r"[A-Za-z0-9.,%+\-/]+|.", re.DOTALL)
_NUMBER = re.compile(r"[\d,.%％]{2,}|\d")
"""A line that is a number alone stands in a column of numbers: it is not part of a longer one."""

_CLOSING = re.compile(r"[，。、；：！？”’）》」』】%…,.;:!?)]*")


@dataclass(slots=True)
class Passage:
    """A paragraph, headline or subhead.

    Parameters:
        kind: As of ``paragraphs.Paragraph``.
        lines: Its lines.
        gap: 1 where it stands apart from what is above it.
        breaks: Which of its lines ends a clause of a headline, so that a blank follows.
    """

    kind: str
    lines: list[Line]
    gap: int = 0
    breaks: set[int] = field(default_factory=set)

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(line.text for line in self.lines)


Piece = Line | RuledTable


class Setting:
    """How the lines of a document are set.

    Parameters:
        lines: All of them.
    """

    def __init__(self, lines: Sequence[Line]) -> None:
        sizes: Counter[float] = Counter()
        for line in lines:
            sizes[round(line.size * 2) / 2] += len(line.text)
        self.size = max(sizes, key=lambda size: (sizes[size], size), default=10.0)
        self._lefts: Counter[tuple[int, int]] = Counter()
        self._rights: Counter[tuple[int, int]] = Counter()
        margins = Counter(round(line.left) for line in lines if self.is_body(line))
        self._margins = sorted(left for left, n in margins.items() if n >= _MARGIN)
        for line in lines:
            self._lefts[line.page, round(line.left)] += 1
            self._rights[line.page, round(line.end)] += 1
        gaps = Counter(
            round((b.base - a.base) / a.size, 1)
            for a, b in pairwise(lines)
            if a.page == b.page and 0 < b.base - a.base < 3 * a.size and self.is_body(a)
        )
        self.leading = max(gaps, key=lambda gap: gaps[gap], default=1.5)

    def is_body(self, line: Line) -> bool:
        """Whether a line is set in the size of running text."""
        return line.size < _LARGER * self.size

    def is_head(self, line: Line) -> bool:
        """Whether a line is set in the size of headlines."""
        return line.size >= _HEAD * self.size and not is_numbered(line.text)

    def left(self, line: Line, column: Column) -> float:
        """Where the lines of a line's column begin."""
        edge = self._edge(line.page, line.left, self._lefts, column.left, -1, line.size)
        if edge < line.left - 1 or self._lefts[line.page, round(line.left)] >= _EDGES:
            return edge
        at = bisect_right(self._margins, line.left + 1)
        return float(self._margins[at - 1]) if at else edge

    def right(self, line: Line, column: Column) -> float:
        """Where the lines of a line's column end."""
        return self._edge(line.page, line.end, self._rights, column.right, 1, line.size)

    def _edge(
        self,
        page: int,
        place: float,
        edges: Counter[tuple[int, int]],
        own: float,
        step: int,
        size: float,
    ) -> float:
        """The edge of the column; of one with few lines, an edge that many lines of the page
        share and that lies a little further out."""
        if abs(own - place) > 0.3 * size:
            return own
        reach = range(1, int(4 * size))
        shared = [n for n in reach if edges[page, round(place) + step * n] >= _EDGES]
        if edges[page, round(place)] >= _EDGES or not shared:
            return own
        return place + step * shared[0]


def passages(
    columns: Sequence[tuple[Column, Sequence[Piece]]], setting: Setting
) -> Iterator[Passage | RuledTable]:
    """Put lines together to paragraphs, over columns and pages too.

    Parameters:
        columns: In the order of reading.
        setting: Of the whole document.

    Yields:
        Paragraphs, headlines, subheads, and tables in their places.
    """
    open_: Passage | None = None
    before: tuple[Line, Column] | None = None
    for place, pieces in columns:
        column = _justified(place, pieces)
        each = _one_line_each(pieces)
        for at, piece in enumerate(_rows(pieces)):
            if isinstance(piece, RuledTable):
                if open_ is not None:
                    yield open_
                open_, before = None, None
                yield piece
                continue
            kind = _kind(piece, setting, open_)
            first = at == 0
            if (
                open_ is not None
                and before is not None
                and _goes_on(open_, kind, before, (piece, column), setting, first=first)
                and not (each and kind == BODY and ends_sentence(open_.text))
            ):
                if kind == HEAD and _is_clause(*before):
                    open_.breaks.add(len(open_.lines) - 1)
                open_.lines.append(piece)
            else:
                gap = int(first or before is None or _is_apart(before[0], piece, setting))
                if open_ is not None:
                    yield open_
                open_ = Passage(kind, [piece], gap)
            before = piece, column
    if open_ is not None:
        yield open_


def _one_line_each(pieces: Sequence[Piece]) -> bool:
    """Whether paragraphs of a wide column are lines: no line shows where text begins without an
    indent, and most end a sentence."""
    lines = [piece for piece in pieces if isinstance(piece, Line) and len(piece.text) > _WIDE]
    ends = sum(ends_sentence(line.text) for line in lines)
    return len(lines) > 1 and ends >= _MOST * len(lines)


def _justified(column: Column, pieces: Sequence[Piece]) -> Column:
    """The column with the right edge that many of its lines share: marks may hang over it, and a
    headline may be wider than the text."""
    lines = [piece for piece in pieces if isinstance(piece, Line)]
    rights = Counter(round(line.end) for line in lines)
    if not rights:
        return column
    edge, count = max(rights.items(), key=lambda item: (item[1], item[0]))
    if count >= _EDGES and count >= 0.3 * len(pieces):
        return Column(column.left, float(edge))
    size = sorted(line.size for line in lines)[len(lines) // 2]
    ends = [line.end for line in lines if line.size < _LARGER * size]
    near = sum(end > max(ends) - _HANGING * size for end in ends)
    full = near >= _EDGES and near >= 0.5 * len(ends) and max(ends) < column.right
    return Column(column.left, max(ends)) if full else column


def _rows(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Join pieces of a column that stand on one height, a blank between."""
    waiting: Line | None = None
    for piece in pieces:
        if isinstance(piece, RuledTable):
            if waiting is not None:
                yield waiting
            waiting = None
            yield piece
        elif waiting is not None and _level(waiting, piece):
            waiting = waiting.joined(piece, blank=True)
        else:
            if waiting is not None:
                yield waiting
            waiting = piece
    if waiting is not None:
        yield waiting


def _level(one: Line, other: Line) -> bool:
    return (
        one.page == other.page
        and abs(one.base - other.base) < 0.3 * min(one.size, other.size)
        and other.left >= one.right - 0.3 * one.size
        and 0.7 < one.size / other.size < 1.4
    )


def _kind(line: Line, setting: Setting, above: Passage | None) -> str:
    beneath = above is not None and above.kind in (HEAD, SUB)
    if beneath and is_dashed(line.text):
        return SUB
    if setting.is_head(line):
        return HEAD
    if above is not None and above.kind == SUB and len(above.lines) == 1:
        return SUB if line.size > 1.02 * setting.size and setting.is_body(line) is False else BODY
    return BODY


def _goes_on(
    open_: Passage,
    kind: str,
    before: tuple[Line, Column],
    now: tuple[Line, Column],
    setting: Setting,
    *,
    first: bool,
) -> bool:
    (above, column_above), (line, column) = before, now
    if kind != open_.kind or abs(line.size - above.size) > 0.12 * max(line.size, above.size):
        return False
    if kind == SUB:
        return not is_dashed(line.text) and not first
    if kind == HEAD:
        return not first and line.top - above.bottom < 1.0 * line.size
    if any(_NUMBER.fullmatch(text) or is_signed_date(text) for text in (above.text, line.text)):
        return False
    indented = line.left - setting.left(line, column) > _INDENT * line.size
    short = _is_short(above, setting.right(above, column_above), line)
    if first:
        return not indented and not short and not _is_end(open_)
    return not (indented or short or _is_apart(above, line, setting))


def _is_end(passage: Passage) -> bool:
    """Whether a paragraph ends here though its last line is full: at a column's end the next
    paragraph may stand without an indent."""
    return ends_sentence(passage.text) and bool(parse_byline(passage.text, bare=False))


def _is_short(line: Line, right: float, below: Line) -> bool:
    """Whether a line ends before its column does: what follows would have had room.

    In the middle of a sentence a line must end well before it, since not all text is set flush.
    """
    word = _WORD.match(below.text)
    end = 0 if word is None else word.end()
    closing = _CLOSING.match(below.text, end)
    end = end if closing is None else closing.end()
    if not below.edges:
        return True
    needed = below.edges[min(end, len(below.edges) - 1)] - below.left
    room = right - line.end
    if not ends_sentence(line.text) and line.text[-1] not in "：；":
        return room > max(needed, _RAGGED * line.size)
    return room > needed + 0.6 * line.size


def _is_apart(above: Line, line: Line, setting: Setting) -> bool:
    if above.page != line.page or line.base < above.base:
        return True
    return (line.base - above.base) / line.size > max(_GAP, 1.35 * setting.leading)


def _is_clause(above: Line, column: Column) -> bool:
    """Whether a line of a headline ends a clause: it does not fill the column."""
    return column.right - column.left - (above.end - above.left) >= 1.2 * above.size

"""Lines to paragraphs: what is broken over lines, columns and pages is put together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from gaoyou_nlp.reading.blanks import Blanks, Run
from gaoyou_nlp.reading.bylines import parse_byline, trailing_byline
from gaoyou_nlp.reading.kinds import BODY, BYLINE, FURNITURE, HEAD, ROW, SUB, line_kinds
from gaoyou_nlp.reading.layout import Layout
from gaoyou_nlp.reading.lines import (
    Line,
    ends_sentence,
    goes_on,
    has_inner_stop,
    is_dashed,
    is_date,
    is_furniture,
    is_numbered,
    is_row,
    like_headline,
    scan,
)

_TAIL = 200
_GOES_ON_FROM_NUMBER = "0123456789０１２３４５６７８９.．,，、%％十百千万亿元个年月日时"
"""What begins a line that may go on with a number at the end of the line above."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, headline, subhead or by-line.

    Parameters:
        kind: ``head``, ``sub``, ``byline``, ``body``, ``row`` or ``furniture`` (of the page).
        text: Without line breaks and stray blanks.
        runs: Where its stretches stand in the source, as in ``SourceMap``.
        gap: Empty lines above it.
    """

    kind: str
    text: str
    runs: tuple[Run, ...]
    gap: int = 0


def paragraphs(source: str) -> list[Paragraph]:
    r"""Take a text apart into its paragraphs, in the order of the source.

    Parameters:
        source: A text with any line ends, broken over lines or not.

    Returns:
        The paragraphs.

    Examples:
        >>> [p.text for p in paragraphs("会议指出，\n要抓好项目，确\n保按时完成。\n\n会议结束。")]
        ['会议指出，要抓好项目，确保按时完成。', '会议结束。']
    """
    every = scan(source)
    furniture = {at for at in range(len(every)) if _is_furniture(every, at)}
    lines = [line for at, line in enumerate(every) if at not in furniture]
    layout = Layout(lines)
    kinds = line_kinds(lines, layout)
    blanks = Blanks(source)
    found = [
        (line.start, [Paragraph(FURNITURE, *blanks.clean(_lines_joined([line])), line.gap)])
        for line in map(every.__getitem__, furniture)
    ]
    for first, last in _groups(lines, kinds, layout):
        found.append((lines[first].start, _built(lines[first:last], kinds[first], blanks)))
    found.sort(key=lambda item: item[0])
    return [paragraph for _, group in found for paragraph in group]


def _is_furniture(lines: Sequence[Line], at: int) -> bool:
    """Whether a line belongs to the page: it looks like it and goes on with nothing above it.

    A bare number must stand apart on both sides.
    """
    line = lines[at]
    above, below = lines[at - 1 : at] if at else [], lines[at + 1 : at + 2]
    if not (line.text.isdecimal() and len(line.text) <= 3):
        if not is_furniture(line.text):
            return False
        return line.gap > 0 or all(
            ends_sentence(a.text) or is_furniture(a.text) or a.text.isdecimal() for a in above
        )
    apart = (line.gap > 0 or not above) and (not below or below[0].gap > 0)
    number = any(a.text[-1].isdecimal() for a in above) or any(
        b.text[0] in _GOES_ON_FROM_NUMBER for b in below
    )
    return apart and not number


def _groups(lines: Sequence[Line], kinds: Sequence[str], layout: Layout) -> list[tuple[int, int]]:
    """The (first, last + 1) line of each paragraph."""
    groups: list[tuple[int, int]] = []
    first = 0
    tail = ""
    for at, line in enumerate(lines):
        if at and not _continues(lines, kinds, layout, first, at, tail):
            groups.append((first, at))
            first, tail = at, ""
        tail = (tail + line.text)[-_TAIL:]
    if lines:
        groups.append((first, len(lines)))
    return groups


def _continues(
    lines: Sequence[Line], kinds: Sequence[str], layout: Layout, first: int, at: int, tail: str
) -> bool:
    """Whether a line goes on with the paragraph from line ``first`` on, which ends in ``tail``."""
    line, above = lines[at], lines[at - 1]
    if kinds[at] != kinds[first] or is_row(line.text) or is_row(above.text):
        return False
    if kinds[at] == BYLINE:
        return not line.gap
    if kinds[at] == SUB:
        return kinds[at - 1] == SUB and not line.gap
    if kinds[at] == HEAD:
        return not line.gap and abs(line.width - above.width) <= 2
    if layout.indented(at) and line.indent > above.indent:
        return False
    if ends_sentence(tail):
        full = layout.full(at - 1) and not layout.ragged
        return full and not line.gap and not is_numbered(line.text) and not is_dashed(line.text)
    if _closed_by_byline(lines, kinds, layout, at, tail):
        return False
    if is_date(line.text) and not layout.exact(at - 1):
        return False
    if goes_on(tail):
        return not line.gap or layout.wrapped
    if is_numbered(line.text) and not layout.full(at - 1):
        return False
    if at - first == 1 and _is_title(lines, kinds, layout, first):
        return first == 0 and not line.gap and layout.exact(0)
    if at - first > 1 or has_inner_stop(tail):
        return layout.wrapped and (not line.gap or layout.full(at - 1))
    if line.gap:
        return layout.exact(at - 1) and not above.gap and not like_headline(line.text)
    return layout.full(at - 1) and not is_numbered(above.text)


def _is_title(lines: Sequence[Line], kinds: Sequence[str], layout: Layout, at: int) -> bool:
    """Whether a line may be a title: the first of all, or below a by-line, and no paragraph's."""
    if not like_headline(lines[at].text) or layout.indented(at):
        return False
    return at == 0 or kinds[at - 1] == BYLINE or trailing_byline(lines[at - 1].text) is not None


def _closed_by_byline(
    lines: Sequence[Line], kinds: Sequence[str], layout: Layout, at: int, tail: str
) -> bool:
    """Whether a by-line at the end of the line above closed the paragraph."""
    apart = lines[at].gap or kinds[at] != BODY or lines[at].text[0] in "“【"
    return bool(apart or not layout.full(at - 1)) and trailing_byline(tail) is not None


def _built(lines: Sequence[Line], kind: str, blanks: Blanks) -> list[Paragraph]:
    gap = lines[0].gap
    if kind != BODY:
        slices = _lines_apart(lines) if _stand_apart(lines, kind) else _lines_joined(lines)
        return [Paragraph(kind, *blanks.clean(slices, separates=True), gap)]
    slices = _lines_joined(lines)
    if len(lines) == 1 and is_row(lines[0].text):
        return [row_of_cells(list(_cells(lines[0])), blanks, gap)]
    if len(lines) == 1 and like_headline(lines[0].text):
        return [Paragraph(BODY, *blanks.clean(slices, separates=True), gap)]
    found = trailing_byline("".join(line.text for line in lines[-4:]))
    if found is None:
        return [Paragraph(BODY, *blanks.clean(slices), gap)]
    text, byline = cut_slices(slices, found + sum(line.end - line.start for line in lines[:-4]))
    return [
        Paragraph(BODY, *blanks.clean(text), gap),
        Paragraph(BYLINE, *blanks.clean(byline, separates=True)),
    ]


def row_of_cells(cells: Sequence[tuple[int, int]], blanks: Blanks, gap: int = 0) -> Paragraph:
    """Make the paragraph of a row of a table.

    Parameters:
        cells: The stretches of the source, a cell each.
        blanks: Of the source.
        gap: Empty lines above it.

    Returns:
        The cells without their stray blanks, parted by tabs, which stand in no run.
    """
    texts: list[str] = []
    runs: list[Run] = []
    length = 0
    for cell in cells:
        text, its = blanks.clean([cell], separates=True)
        runs += [(length + start, place, size) for start, place, size in its]
        texts.append(text)
        length += len(text) + 1
    return Paragraph(ROW, "\t".join(texts), tuple(runs), gap)


def _cells(line: Line) -> Iterator[tuple[int, int]]:
    at = line.start
    for cell in line.text.split("\t"):
        yield at, at + len(cell)
        at += len(cell) + 1


def _stand_apart(lines: Sequence[Line], kind: str) -> bool:
    """Whether each line is a whole of its own: a clause of a headline, or authors of one role."""
    return kind != BYLINE or all(parse_byline(line.text) for line in lines)


def _lines_apart(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """One stretch with its line breaks, which count as blanks."""
    return [(lines[0].start, lines[-1].end)]


def _lines_joined(lines: Sequence[Line]) -> list[tuple[int, int]]:
    return [(line.start, line.end) for line in lines]


def cut_slices(
    slices: Sequence[tuple[int, int]], at: int
) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Cut stretches in two, ``at`` characters from their beginning."""
    before: list[tuple[int, int]] = []
    after: list[tuple[int, int]] = []
    for start, end in slices:
        middle = min(max(start, start + at), end)
        if start < middle:
            before.append((start, middle))
        if middle < end:
            after.append((middle, end))
        at -= end - start
    return before, after

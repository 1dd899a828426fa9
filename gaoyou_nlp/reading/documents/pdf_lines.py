"""Characters of a page to pieces of lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gaoyou_nlp.reading.documents.pdf_characters import GAP, Char
from gaoyou_nlp.reading.documents.pdf_gutters import Gutter, end_of
from gaoyou_nlp.records.anchor import Page

_LEVEL = 0.35
_WIDE = 1.1
_STACK = 3
_NARROW = 0.45
_HANGING = "，。、；：！？”’）》」』】"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or the piece of one that a column holds.

    Parameters:
        page: Counted from 1.
        text: Its characters, without blanks at the edges.
        edges: The left edge of each character, and the right edge of the last; empty for letters
            that stand below each other.
        left, top, right, bottom: Its place; of marks at its end, which may hang out, half a
            letter counts.
        size: Of its letters, in points.
        base: The height that it stands on.
    """

    page: int
    text: str
    edges: tuple[float, ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    base: float

    @property
    def end(self) -> float:
        """Where its last character ends."""
        return self.edges[-1] if self.edges else self.right

    @property
    def where(self) -> Page:
        """Its place, with the edges of each character."""
        box = (round(self.left, 2), round(self.top, 2), round(self.end, 2), round(self.bottom, 2))
        return Page(self.page, box, self.edges)

    def joined(self, other: Line, *, blank: bool) -> Line:
        """This piece and one to its right as one."""
        inner = (*(self.edges if blank else self.edges[:-1]), *other.edges)
        known = inner if self.edges and other.edges else ()
        text = f"{self.text}{' ' if blank else ''}{other.text}"
        size = max(self.size, other.size)
        return Line(
            self.page,
            text,
            known,
            self.left,
            min(self.top, other.top),
            _solid(text, known, size) if known else other.right,
            max(self.bottom, other.bottom),
            size,
            self.base,
        )

    def without_gaps(self) -> Line:
        """The line without the narrow gaps that programs set between Chinese and digits."""
        if GAP not in self.text or not self.edges:
            return self
        kept = [at for at, char in enumerate(self.text) if char != GAP]
        edges = (*(self.edges[at] for at in kept), self.edges[-1])
        return replace(self, text=self.text.replace(GAP, ""), edges=edges)


def line_of(page: int, chars: Sequence[Char]) -> Line | None:
    """Make a line of characters that stand beside each other; None without any but blanks."""
    its = list(_told_apart(chars))
    while its and its[-1].text == " ":
        its.pop()
    while its and its[0].text == " ":
        its.pop(0)
    if not its:
        return None
    seen = [char for char in its if char.text != " "]
    heights = sorted(char.bottom - char.top for char in seen)
    bases = sorted(char.base for char in seen)
    size = heights[len(heights) * 4 // 5] or 1.0
    text = "".join(char.text for char in its)
    edges = _edges(its, max(char.right for char in seen))
    return Line(
        page,
        text,
        edges,
        min(char.left for char in seen),
        min(char.top for char in seen),
        _solid(text, edges, size),
        max(char.bottom for char in seen),
        size,
        bases[len(bases) // 2],
    )


def _solid(text: str, edges: Sequence[float], size: float) -> float:
    """Where a line ends for the eye: of the marks at its end half a letter counts."""
    solid = len(text.rstrip(_HANGING))
    return edges[-1] if solid == len(text) else min(edges[-1], edges[solid] + 0.5 * size)


def _edges(chars: Sequence[Char], end: float) -> tuple[float, ...]:
    edges: list[float] = []
    for at, char in enumerate(chars):
        count = len(char.text)
        left = round(char.left, 2)
        edges.append(left)
        if count > 1:
            right = chars[at + 1].left if at + 1 < len(chars) else end
            edges += [round(left + n * (right - left) / count, 2) for n in range(1, count)]
    return (*edges, round(end, 2))


def _told_apart(chars: Sequence[Char]) -> Iterator[Char]:
    """Wide gaps as blanks, narrow ones between letters of one kind as well."""
    for at, char in enumerate(chars):
        if char.text == GAP and 0 < at < len(chars) - 1:
            before, after = chars[at - 1], chars[at + 1]
            narrow = after.left - before.right < _NARROW * (before.bottom - before.top)
            mixed = before.text.isascii() != after.text.isascii()
            yield char if narrow and mixed else char._replace(text=" ")
        elif char.text != GAP:
            yield char


def lines_of(page: int, chars: Sequence[Char], gutters: Sequence[Gutter] = ()) -> list[Line]:
    """Put characters together to pieces of lines.

    Parameters:
        page: Counted from 1.
        chars: In the order of the file.
        gutters: Between columns; a piece ends there.

    Returns:
        The pieces, from top to bottom. A piece ends where the next character stands on another
        height, to the left, or far to the right. Single characters below each other are one
        piece, as headlines that are set upright.
    """
    groups: list[list[Char]] = []
    size = 0.0
    for char in chars:
        blank = char.text in (" ", GAP)
        if not groups or (
            not blank and (_ends(groups[-1][-1], char, size) or _parted(groups[-1], char, gutters))
        ):
            groups.append([char])
            size = char.bottom - char.top
        else:
            groups[-1].append(char)
            size = size if blank else max(size, char.bottom - char.top)
    found = [line for group in groups if (line := line_of(page, group)) is not None]
    return _beside(_upright(found), gutters)


def _parted(group: Sequence[Char], char: Char, gutters: Sequence[Gutter]) -> bool:
    """Whether a gutter stands between the letters of a line and the next one."""
    if not gutters or char.text in _HANGING:
        return False
    before = next((one for one in reversed(group) if one.text not in (" ", GAP)), group[-1])
    return any(gutter.parts(end_of(before), char.left, char.base) for gutter in gutters)


def _ends(before: Char, char: Char, size: float) -> bool:
    em = max(size, char.bottom - char.top, 1.0)
    return (
        abs(char.base - before.base) > _LEVEL * em
        or char.left < before.left - 0.3 * em
        or char.left - before.right > _WIDE * em
    )


def _upright(lines: Sequence[Line]) -> list[Line]:
    """Join single characters that stand below each other."""
    found: list[Line] = []
    stack: list[Line] = []
    for line in lines:
        single = len(line.text) == 1
        if not (single and stack and _below(stack[-1], line)):
            found += _stacked(stack)
            stack = []
        if single:
            stack.append(line)
        else:
            found.append(line)
    return found + _stacked(stack)


def _stacked(stack: list[Line]) -> list[Line]:
    if len(stack) < _STACK:
        return stack
    first, last = stack[0], stack[-1]
    left, right = min(line.left for line in stack), max(line.right for line in stack)
    text = "".join(line.text for line in stack)
    return [Line(first.page, text, (), left, first.top, right, last.bottom, first.size, first.base)]


def _below(above: Line, line: Line) -> bool:
    em = above.size
    return abs(line.left - above.left) < 0.5 * em and 0.5 * em < line.top - above.top < 1.8 * em


def _beside(lines: Sequence[Line], gutters: Sequence[Gutter]) -> list[Line]:
    """Join pieces that follow each other closely on one height, though not in the file."""
    found: list[Line] = []
    for line in sorted(lines, key=lambda one: (round(one.base / 2), one.left)):
        before = found[-1] if found else None
        if (
            before is not None
            and abs(before.base - line.base) <= _LEVEL * min(before.size, line.size)
            and -0.3 * line.size <= line.left - before.right <= 0.4 * line.size
            and 0.7 < before.size / line.size < 1.4
            and not any(gutter.parts(before.right, line.left, line.base) for gutter in gutters)
        ):
            found[-1] = before.joined(line, blank=False)
        else:
            found.append(line)
    return found

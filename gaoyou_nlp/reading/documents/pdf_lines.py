"""Characters of a page to pieces of lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from gaoyou_nlp.anchors import Page
from gaoyou_nlp.reading.documents.pdf_characters import Char

_LEVEL = 0.35
_WIDE = 1.1
_STACK = 3


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, or the piece of one that a column holds.

    Parameters:
        page: Counted from 1.
        chars: From left to right; blanks are characters of their own.
        left, top, right, bottom: Its place.
        size: Of its letters, in points.
    """

    page: int
    chars: tuple[Char, ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(char.text for char in self.chars)

    @property
    def base(self) -> float:
        """The height that most of its characters stand on."""
        bases = sorted(char.base for char in self.chars)
        return bases[len(bases) // 2]

    @property
    def where(self) -> Page:
        """Its place, with the edges of each character."""
        edges: list[float] = []
        rights = [char.left for char in self.chars[1:]] + [self.right]
        for char, right in zip(self.chars, rights, strict=True):
            step = (right - char.left) / len(char.text)
            edges += [char.left + n * step for n in range(len(char.text))]
        edges.append(self.right)
        rounded = tuple(round(edge, 2) for edge in edges)
        box = (rounded[0], round(self.top, 2), rounded[-1], round(self.bottom, 2))
        return Page(self.page, box, rounded)


def line_of(page: int, chars: Iterable[Char]) -> Line | None:
    """Make a line of characters that stand beside each other; None without any but blanks."""
    its = list(chars)
    while its and its[-1].text == " ":
        its.pop()
    while its and its[0].text == " ":
        its.pop(0)
    if not its:
        return None
    seen = [char for char in its if char.text != " "]
    heights = sorted(char.bottom - char.top for char in seen)
    return Line(
        page,
        tuple(its),
        min(char.left for char in seen),
        min(char.top for char in seen),
        max(char.right for char in seen),
        max(char.bottom for char in seen),
        heights[len(heights) * 4 // 5] or 1.0,
    )


def lines_of(page: int, chars: Sequence[Char]) -> list[Line]:
    """Put characters together to pieces of lines.

    Parameters:
        page: Counted from 1.
        chars: In the order of the file.

    Returns:
        The pieces, in that order. A piece ends where the next character stands on another height,
        to the left, or far to the right. Single characters below each other are one piece, as
        headlines that are set upright.
    """
    groups: list[list[Char]] = []
    size = 0.0
    for char in chars:
        before = groups[-1][-1] if groups else None
        if before is None or (char.text != " " and _ends(before, char, size)):
            groups.append([char])
            size = char.bottom - char.top
        else:
            groups[-1].append(char)
            size = max(size, char.bottom - char.top) if char.text != " " else size
    found = [line for group in groups if (line := line_of(page, group)) is not None]
    return _beside(_upright(found))


def _ends(before: Char, char: Char, size: float) -> bool:
    em = max(size, char.bottom - char.top, 1.0)
    return (
        abs(char.base - before.base) > _LEVEL * em
        or char.left < before.left - 0.3 * em
        or char.left - before.right > _WIDE * em
    )


def _upright(lines: list[Line]) -> list[Line]:
    """Join single characters that stand below each other."""
    found: list[Line] = []
    stack: list[Line] = []
    for line in [*lines, None]:
        if line is not None and len(line.text) == 1 and (not stack or _below(stack[-1], line)):
            stack.append(line)
            continue
        if len(stack) >= _STACK:
            chars = tuple(char for one in stack for char in one.chars)
            left, right = min(s.left for s in stack), max(s.right for s in stack)
            top, bottom = stack[0].top, stack[-1].bottom
            found.append(Line(stack[0].page, chars, left, top, right, bottom, stack[0].size))
        else:
            found += stack
        single = line is not None and len(line.text) == 1
        stack = [line] if single and line is not None else []
        if line is not None and not single:
            found.append(line)
    return found


def _below(above: Line, line: Line) -> bool:
    em = above.size
    return abs(line.left - above.left) < 0.5 * em and 0.5 * em < line.top - above.top < 1.8 * em


def _beside(lines: list[Line]) -> list[Line]:
    """Join pieces that follow each other closely on one height, though not in the file."""
    found: list[Line] = []
    for line in sorted(lines, key=lambda one: (round(one.base / 2), one.left)):
        before = found[-1] if found else None
        if (
            before is not None
            and abs(before.base - line.base) <= _LEVEL * min(before.size, line.size)
            and -0.3 * line.size <= line.left - before.right <= 0.4 * line.size
            and 0.7 < before.size / line.size < 1.4
        ):
            joined = line_of(line.page, (*before.chars, *line.chars))
            found[-1] = joined or before
        else:
            found.append(line)
    return found

"""Tables of a page, by the lines that rule them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from gaoyou_nlp.reading.documents.pdf_characters import Char, Rule
from gaoyou_nlp.reading.documents.pdf_lines import lines_of
from gaoyou_nlp.records.anchor import Page

_NEAR = 3.0
_LONGEST_CELL = 240
_MOST_RULES = 4000


@dataclass(frozen=True, slots=True)
class RuledTable:
    """A table with ruled cells.

    Parameters:
        rows: Text and place of each cell; a merged cell holds its text at its first place.
        left, top, right, bottom: Its place.
        size: Of its letters.
    """

    rows: tuple[tuple[tuple[str, Page | None], ...], ...]
    left: float
    top: float
    right: float
    bottom: float
    size: float


@dataclass(frozen=True, slots=True)
class _Grid:
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    level: tuple[Rule, ...]
    upright: tuple[Rule, ...]


def tables_of(
    page: int, chars: Sequence[Char], rules: Sequence[Rule]
) -> tuple[list[RuledTable], list[Char]]:
    """Take the tables out of a page.

    Parameters:
        page: Counted from 1.
        chars: Of the page.
        rules: Its lines.

    Returns:
        The tables, and the characters that stand in none. A frame around running text is no table.
    """
    found: list[RuledTable] = []
    rest = list(chars)
    for grid in _grids(rules):
        inside = [char for char in rest if _within(char, grid)]
        table = _table(page, inside, grid)
        if table is not None:
            found.append(table)
            taken = set(map(id, inside))
            rest = [char for char in rest if id(char) not in taken]
    return found, rest


def _within(char: Char, grid: _Grid) -> bool:
    x, y = (char.left + char.right) / 2, (char.top + char.bottom) / 2
    return grid.xs[0] < x < grid.xs[-1] and grid.ys[0] < y < grid.ys[-1]


def _grids(rules: Sequence[Rule]) -> Iterator[_Grid]:
    """Rules that touch each other, as the lines of a grid."""
    its = sorted(rules, key=lambda rule: rule.top)[:_MOST_RULES]
    groups: list[list[Rule]] = []
    boxes: list[list[float]] = []
    for rule in its:
        touched = [at for at, box in enumerate(boxes) if _touches(rule, box)]
        group, box = [rule], [rule.left, rule.top, rule.right, rule.bottom]
        for at in reversed(touched):
            group += groups.pop(at)
            other = boxes.pop(at)
            lows, highs = map(min, box[:2], other[:2]), map(max, box[2:], other[2:])
            box = [*lows, *highs]
        groups.append(group)
        boxes.append(box)
    for group in groups:
        level = tuple(rule for rule in group if rule.level)
        upright = tuple(rule for rule in group if not rule.level)
        xs = _clustered([x for rule in upright for x in (rule.left, rule.right)])
        ys = _clustered([y for rule in level for y in (rule.top, rule.bottom)])
        if len(xs) >= 3 and len(ys) >= 3:
            yield _Grid(xs, ys, level, upright)


def _touches(rule: Rule, box: Sequence[float]) -> bool:
    return (
        rule.left <= box[2] + _NEAR
        and rule.right >= box[0] - _NEAR
        and rule.top <= box[3] + _NEAR
        and rule.bottom >= box[1] - _NEAR
    )


def _clustered(places: list[float]) -> tuple[float, ...]:
    """Places that are one line, as their middle."""
    groups: list[list[float]] = []
    for place in sorted(places):
        if groups and place - groups[-1][-1] <= _NEAR:
            groups[-1].append(place)
        else:
            groups.append([place])
    return tuple(sum(group) / len(group) for group in groups)


def _table(page: int, chars: Sequence[Char], grid: _Grid) -> RuledTable | None:
    owners = _owners(grid)
    cells: dict[tuple[int, int], list[Char]] = {}
    for char in chars:
        row = bisect_right(grid.ys, (char.top + char.bottom) / 2) - 1
        column = bisect_right(grid.xs, (char.left + char.right) / 2) - 1
        cells.setdefault(owners[row][column], []).append(char)
    texts = {place: _text(page, its) for place, its in cells.items()}
    texts = {place: (text, where) for place, (text, where) in texts.items() if text}
    filled_rows = {row for row, _ in texts}
    filled_columns = {column for _, column in texts}
    if min(len(filled_rows), len(filled_columns)) < 2:
        return None
    if any(len(text) > _LONGEST_CELL for text, _ in texts.values()):
        return None
    rows = tuple(
        tuple(texts.get((row, column), ("", None)) for column in range(len(grid.xs) - 1))
        for row in range(len(grid.ys) - 1)
    )
    sizes = sorted(char.bottom - char.top for char in chars)
    size = sizes[len(sizes) // 2]
    return RuledTable(rows, grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1], size)


def _text(page: int, chars: Sequence[Char]) -> tuple[str, Page | None]:
    """The text of a cell, its lines joined as those of a paragraph are."""
    lines = sorted(lines_of(page, chars), key=lambda line: (round(line.base), line.left))
    text = ""
    for line in (line.without_gaps() for line in lines):
        apart = text[-1:].isascii() and line.text[:1].isascii() and text != ""
        words = apart and text[-1:].isalpha() and line.text[:1].isalpha()
        text += (" " if words else "") + line.text
    if not lines:
        return "", None
    box = (
        min(line.left for line in lines),
        min(line.top for line in lines),
        max(line.right for line in lines),
        max(line.bottom for line in lines),
    )
    left, top, right, bottom = (round(edge, 2) for edge in box)
    return text, Page(page, (left, top, right, bottom))


def _owners(grid: _Grid) -> list[list[tuple[int, int]]]:
    """For each field of the grid the first field of its cell: fields without a line between are
    one cell."""
    height, width = len(grid.ys) - 1, len(grid.xs) - 1
    owners = [[(row, column) for column in range(width)] for row in range(height)]
    level = _by_place(grid.level, grid.ys, lambda rule: (rule.top + rule.bottom) / 2)
    upright = _by_place(grid.upright, grid.xs, lambda rule: (rule.left + rule.right) / 2)
    for row in range(height):
        for column in range(width):
            x = (grid.xs[column] + grid.xs[column + 1]) / 2
            y = (grid.ys[row] + grid.ys[row + 1]) / 2
            if column and not any(r.top <= y <= r.bottom for r in upright[column]):
                owners[row][column] = owners[row][column - 1]
            elif row and not any(r.left <= x <= r.right for r in level[row]):
                owners[row][column] = owners[row - 1][column]
    return owners


def _by_place(
    rules: Sequence[Rule], places: Sequence[float], middle: Callable[[Rule], float]
) -> list[list[Rule]]:
    """The rules on each line of the grid."""
    found: list[list[Rule]] = [[] for _ in places]
    for rule in rules:
        at = min(range(len(places)), key=lambda n: abs(places[n] - middle(rule)))
        found[at].append(rule)
    return found

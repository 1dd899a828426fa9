"""Counts the Chinese words that stand as alternatives in patterns of the code, by room and file.

Words belong in the tables of ``data``, each with an example that is a test; what remains in code
should be few words that are part of the grammar of a pattern.

    python training/count_alternatives.py            # by room: all, and the most in one group
    python training/count_alternatives.py rules      # the patterns of a room, the longest first
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "gaoyou_nlp"
_WORD = re.compile("[\u4e00-\u9fff]{2,}")


def alternatives(pattern: str) -> int:
    """Return how many alternatives of a pattern hold a Chinese word of two characters or more.

    Parameters:
        pattern: The source of a regular expression; a string without ``|`` counts as none.

    Examples:
        >>> alternatives("(?:市长|县长|[一二]把手)$"), alternatives("市长"), alternatives("[a|b]")
        (3, 0, 0)
    """
    parts = pattern.split("|")
    return sum(1 for part in parts if _WORD.search(part)) if len(parts) > 1 else 0


def group_sizes(pattern: str) -> list[int]:
    """Return how many alternatives with a Chinese word each group of a pattern has.

    Parameters:
        pattern: The source of a regular expression; the whole of it counts as the last group.

    Examples:
        >>> group_sizes("(?:市长|县长|[一|二]把手)|(?:书记)?主任")
        [3, 1, 2]
    """
    sizes = []
    open_groups = [[False]]
    for part in re.findall(r"\\.|\[(?:\\.|[^\]])*\]|[()|]|[^\\\[()|]+", pattern):
        if part == "(":
            open_groups.append([False])
        elif part == ")" and len(open_groups) > 1:
            words = open_groups.pop()
            sizes.append(sum(words))
            open_groups[-1][-1] |= any(words)
        elif part == "|":
            open_groups[-1].append(False)
        elif part[0] != "[" and _WORD.search(part):
            open_groups[-1][-1] = True
    return [*sizes, sum(open_groups[0])]


def patterns(path: Path) -> Iterator[tuple[int, str]]:
    """Yield line and text of the strings of a module that are no docstrings.

    Parameters:
        path: A file of Python.
    """
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docstrings = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in docstrings
        ):
            yield node.lineno, node.value


def counted(folder: Path) -> list[tuple[int, str, int]]:
    """Return the patterns with alternatives below a folder: how many, file, line.

    Parameters:
        folder: A package or a room of it.
    """
    rows = [
        (number, str(path.relative_to(PACKAGE)), line)
        for path in sorted(folder.rglob("*.py"))
        for line, text in patterns(path)
        if (number := alternatives(text))
    ]
    return sorted(rows, key=lambda row: (-row[0], row[1:]))


def by_room() -> dict[str, tuple[int, int]]:
    """Return for each room how many alternatives it has, and the most that one group has."""
    rooms: dict[str, tuple[int, int]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).parts[0]
        for _, text in patterns(path):
            if number := alternatives(text):
                total, most = rooms.get(room, (0, 0))
                rooms[room] = (total + number, max(most, *group_sizes(text), 0))
    return rooms


def main() -> int:
    """Count or list."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("room", nargs="?", help="list the patterns of this one")
    parser.add_argument("--most", type=int, default=30, help="how many are listed")
    options = parser.parse_args()
    if options.room:
        for number, name, line in counted(PACKAGE / options.room)[: options.most]:
            sys.stdout.write(f"{number:5}  {name}:{line}\n")
        return 0
    rooms = sorted(by_room().items(), key=lambda item: -item[1][0])
    for room, (number, most) in rooms:
        sys.stdout.write(f"{number:5} {most:3}  {room}\n")
    sys.stdout.write(f"{sum(number for _, (number, _) in rooms):5}      in all\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

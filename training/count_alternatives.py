"""Counts the Chinese words that stand as alternatives in patterns of the code, by room and file.

Words belong in the tables of ``data``, each with an example that is a test; what remains in code
should be few words that are part of the grammar of a pattern.

    python training/count_alternatives.py            # by room
    python training/count_alternatives.py rules      # the patterns of a room, the longest first
"""

from __future__ import annotations

import argparse
import ast
import re
import sys
from collections import Counter
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
    rooms: Counter[str] = Counter()
    for number, name, _ in counted(PACKAGE):
        rooms[name.split("/")[0]] += number
    for room, number in rooms.most_common():
        sys.stdout.write(f"{number:5}  {room}\n")
    sys.stdout.write(f"{rooms.total():5}  in all\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Loads the word lists of the package: one entry a line, columns by tabs, ``#`` for remarks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

ROOMS = {
    "language": "language",
    "money": "money",
    "rules": "rules",
    "organisations": "rules/organisations",
    "persons": "rules/persons",
    "places": "rules/places",
    "projects": "rules/projects",
    "relations": "relations",
    "dates": "dates",
    "figures": "figures",
    "statements": "statements",
    "linking": "linking",
}
"""The rooms that have lists, and their folders."""


def list_file(name: str) -> Traversable:
    """Return where a list lies.

    Parameters:
        name: Its room and file name.
    """
    room, file = name.split("/")
    return files("gaoyou_nlp").joinpath(*ROOMS[room].split("/"), "data", file)


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a list that comes with the package.

    Parameters:
        name: Its room and file name: ``language/surnames.tsv``; the file lies in the folder
            ``data`` of that room.

    Returns:
        The rows as tuples of columns, without the remarks.

    Examples:
        >>> ("丁", "1800") in table("language/surnames.tsv")
        True
    """
    return tuple(read_rows(name))


def read_rows(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a list without keeping them.

    Parameters:
        name: Its room and file name.
    """
    for line in list_file(name).read_text("utf-8").split("\n"):
        if line and line[0] != "#":
            yield tuple(line.split("\t"))


def read_counts(name: str) -> dict[str, int]:
    """Read a long list of words and counts, quickly: its remarks stand above all entries.

    Parameters:
        name: Its room and file name.

    Examples:
        >>> read_counts("language/words.tsv")["发展"] > 1000
        True
    """
    text = list_file(name).read_text("utf-8").rstrip("\n")
    while text.startswith("#"):
        text = text[text.index("\n") + 1 :]
    cells = text.replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], map(int, cells[1::2]), strict=True))


@cache
def words(name: str) -> frozenset[str]:
    """Return the first column of a list as a set.

    Parameters:
        name: Its room and file name.
    """
    return frozenset(row[0] for row in table(name))


def alternatives(name: str, kind: str) -> str:
    """Return the words of a kind in a table as alternatives of a regular expression.

    Parameters:
        name: Room and file name of a table with a regular expression in its first column and a
            kind in its second.
        kind: The kind.

    Returns:
        The expressions in the order of the table, with ``|`` between them and no group around.

    Raises:
        KeyError: If the table has no word of that kind.

    Examples:
        >>> alternatives("relations/group_words.tsv", "naming").split("|")[:2]
        ['分别[是为]', '其中包括']
    """
    return "|".join(_by_kind(name)[kind])


@cache
def _by_kind(name: str) -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {}
    for word, kind, *_ in table(name):
        kinds.setdefault(kind, []).append(word)
    return kinds


def alternation(entries: Iterable[str]) -> str:
    """Return a regular expression for the longest of some words, grouped by first character.

    Parameters:
        entries: The words, taken literally; none may be empty.

    Examples:
        >>> alternation(["市长", "市", "县长"])
        '(?:县长|市长?)'
        >>> alternation(["主任", "主席", "书记"])
        '(?:主(?:任|席)|书记)'
    """
    return _tree(dict.fromkeys(entries))


def _tree(entries: Iterable[str]) -> str:
    groups: dict[str, dict[str, None]] = {}
    for entry in sorted(entries):
        groups.setdefault(entry[:1], {})[entry[1:]] = None
    ends = groups.pop("", None) is not None
    parts = [re.escape(first) + _tree(rest) for first, rest in groups.items()]
    if not parts:
        return ""
    if len(parts) == 1 and not ends:
        return parts[0]
    if len(parts) == 1 and len(parts[0]) == 1:
        return parts[0] + "?"
    return f"(?:{'|'.join(parts)})" + ("?" if ends else "")

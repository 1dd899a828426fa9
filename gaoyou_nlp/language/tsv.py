"""Loads the tables that lie beside the code: one entry a line, columns by tabs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


@cache
def rows(package: str, name: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a table.

    Parameters:
        package: The package it lies in.
        name: Its file name.

    Returns:
        The rows as tuples of columns, without the remarks (lines that begin with ``#``).

    Example:
        >>> rows("gaoyou_nlp.dates", "exceptions.tsv")[0][0]
        '今日头条'
    """
    content = (files(package) / name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in content.split("\n") if line and line[0] != "#")


def any_of(words: Iterable[str]) -> str:
    """Return a regular expression for any of some words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda w: (-len(w), w)))

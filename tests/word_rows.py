"""Checks that a row of a table of words is what a pattern finds its example by.

The tables of words of a pattern have the columns word (a regular expression), kind and example,
in which brackets mark the word: ``改造老旧小区[达到]19个``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from types import ModuleType

import pytest

from gaoyou_nlp.language.tables import alternatives, table

EXCLUSIONS = ("not a title", "not counted", "of the works")
"""Kinds of words that keep a pattern from finding the part in brackets."""
READ_WHOLE = (*EXCLUSIONS, "no noun at start")
"""Kinds whose examples are not cut at the brackets."""


def covers(pattern: re.Pattern[str], example: str, *, whole: bool = False) -> bool:
    """Say whether what a pattern finds in an example holds the part in brackets.

    Unless the example is read whole, the pattern may be one that ends where the part ends, or
    begins where it begins.
    """
    start, end = example.index("["), example.index("]") - 1
    text = example.replace("[", "").replace("]", "")
    cuts = ((0, len(text)), (0, end), (start, len(text)), (start, end))
    for left, right in cuts[:1] if whole else cuts:
        part = text[left:right]
        for found in (*pattern.finditer(part), *filter(None, [pattern.fullmatch(part)])):
            if found.start() + left <= start and end <= found.end() + left:
                return True
    return False


def decides(
    row: tuple[str, ...],
    monkeypatch: pytest.MonkeyPatch,
    module: ModuleType,
    pattern: Callable[..., re.Pattern[str]],
    *arguments: str,
) -> bool:
    """Say whether a pattern covers the example of a row, and would not without the row.

    Where the row is an exclusion: whether it does not, and would without the row.

    Parameters:
        row: Word, kind and example.
        monkeypatch: The fixture.
        module: Where the pattern is built.
        pattern: What builds it, cached.
        arguments: Of that function.
    """
    word, kind, example = row

    def without_row(name: str, wanted: str) -> str:
        words = [w for w, of, _ in table(name) if of == wanted and (w, of) != (word, kind)]
        return "|".join(words) if wanted == kind else alternatives(name, wanted)

    excludes, whole = kind in EXCLUSIONS, kind in READ_WHOLE
    found = covers(pattern(*arguments), example, whole=whole)
    monkeypatch.setattr(module, "alternatives", without_row)
    less = pattern.__wrapped__(*arguments)  # type: ignore[attr-defined]
    return found is not excludes and covers(less, example, whole=whole) is excludes

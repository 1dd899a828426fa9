"""Finds the words that say how firm a figure is: 确保, 力争, 计划, 左右."""

from __future__ import annotations

from functools import cache
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern

_SET: Final = re.compile(r"是|为|[:：]|定[为在]|设|[ ]?[0-9０-９]")
"""What stands behind 目标 where one is set, and not met or missed."""


@cache
def _wording_table() -> tuple[WordPattern, dict[str, tuple[str, str, str]]]:
    entries = {
        word: (kind, before.strip("-"), behind.strip("-"))
        for word, kind, before, behind, _ in table("figures/wordings.tsv")
    }
    return word_pattern(entries), entries


def find_wordings(text: str) -> list[tuple[int, str, str]]:
    """Find the words that say how firm a figure is.

    Returns:
        Offset, word and class of each, in order.

    Examples:
        >>> find_wordings("主要任务：确保增长6%，力争7%")
        [(5, '确保', 'hard'), (12, '力争', 'effort')]
    """
    pattern, entries = _wording_table()
    found = []
    for match in pattern.finditer(text):
        word = match.group()
        kind, before, behind = entries[word]
        previous = text[match.start() - 1] if match.start() else ""
        following = text[match.end() : match.end() + 1]
        if (previous and previous in before) or (following and following in behind):
            continue
        if word.endswith("目标") and not _SET.match(text, match.end()):
            continue
        found.append((match.start(), word, kind))
    return found

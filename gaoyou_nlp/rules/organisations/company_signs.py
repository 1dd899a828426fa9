"""What shows that a name stands for a company: what it does, has, or is called."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.language.word_pattern import WordPattern, word_pattern


class Signs(NamedTuple):
    """Where signs of a company stand in a text.

    Parameters:
        likely: Starts of words that are said of companies and of goods, but hardly of persons.
        said: Starts of words that are said of companies and of goods (生产, 上市).
        acts: Starts of words for what companies alone do or have (宣布, 旗下).
        owns: Starts of words for what companies alone have (旗下, 股价).
        kinds: Ends of words that say what the name right behind them is (制药企业).
    """

    likely: frozenset[int]
    said: frozenset[int]
    acts: frozenset[int]
    owns: frozenset[int]
    kinds: frozenset[int]


@cache
def _behind() -> WordPattern:
    return word_pattern(_worth())


@cache
def _kinds() -> WordPattern:
    rows = table("organisations/company_signs.tsv")
    return word_pattern(row[2] for row in rows if row[0] == "before")


@cache
def _worth() -> dict[str, str]:
    return {
        row[2]: row[1] for row in table("organisations/company_signs.tsv") if row[0] == "behind"
    }


def find_signs(text: str) -> Signs:
    """Find the signs of companies in a text.

    Parameters:
        text: Any text.

    Examples:
        >>> signs = find_signs("制药企业恒岳宣布，恒岳股价上涨")
        >>> sorted(signs.acts), sorted(signs.owns), sorted(signs.kinds)
        ([6, 11], [11], [4])
    """
    at: dict[str, set[int]] = {worth: set() for worth in ("sure", "act", "speech", "goods", "work")}
    worth = _worth()
    for match in _behind().finditer(text):
        at[worth[match[0]]].add(match.start())
    owns = at["sure"]
    acts = owns | at["act"] | at["speech"]
    likely = owns | at["act"] | at["goods"]
    return Signs(
        frozenset(likely),
        frozenset(likely | acts | at["work"]),
        frozenset(acts),
        frozenset(owns),
        frozenset(match.end() for match in _kinds().finditer(text)),
    )

"""What shows that a name stands for a company: what it does, has, or is called."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from gaoyou_nlp.language.tables import alternation, table


class Signs(NamedTuple):
    """Where signs of a company stand in a text.

    Parameters:
        acts: Starts of words that speak for a name right before them (宣布, 签约).
        owns: Those of them that no other name stands before (旗下, 股价).
        kinds: Ends of words that say what the name right behind them is (制药企业).
    """

    acts: frozenset[int]
    owns: frozenset[int]
    kinds: frozenset[int]


@cache
def _pattern(side: str, worth: str) -> re.Pattern[str]:
    rows = table("organisations/company_signs.tsv")
    return re.compile(alternation(row[2] for row in rows if row[:2] == (side, worth)))


def find_signs(text: str) -> Signs:
    """Find the signs of companies in a text.

    Parameters:
        text: Any text.

    Example:
        >>> find_signs("制药企业恒岳宣布，恒岳股价上涨")
        Signs(acts=frozenset({11, 6}), owns=frozenset({11}), kinds=frozenset({4}))
    """
    owns = {match.start() for match in _pattern("behind", "sure").finditer(text)}
    acts = owns | {match.start() for match in _pattern("behind", "weak").finditer(text)}
    kinds = {match.end() for match in _pattern("before", "sure").finditer(text)}
    return Signs(frozenset(acts), frozenset(owns), frozenset(kinds))

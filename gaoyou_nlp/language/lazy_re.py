"""Python's ``re``, except that a pattern is compiled when it is first used.

The rules have some six hundred patterns. A short text needs a quarter of them, and compiling all
takes longer than reading it. Modules of rules import this in place of ``re``.
"""

from __future__ import annotations

import re
from re import (
    ASCII,
    DOTALL,
    IGNORECASE,
    MULTILINE,
    I,
    M,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import Any, cast

__all__ = [
    "ASCII",
    "DOTALL",
    "IGNORECASE",
    "MULTILINE",
    "I",
    "M",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]


class _LazyPattern:
    """Stands for a pattern until it is used, then has the methods of the compiled one.

    Parameters:
        pattern: The regular expression.
        options: Its flags.
    """

    def __init__(self, pattern: str, options: int) -> None:
        self.pattern = pattern
        self._options = options

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self.pattern, self._options)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile(pattern: str, flags: int = 0) -> Pattern[str]:
    """Return a pattern that compiles itself when it is first used.

    Parameters:
        pattern: A regular expression.
        flags: As for ``re.compile``.

    Examples:
        >>> compile("[市县]长").search("副县长").span()
        (1, 3)
    """
    return cast("Pattern[str]", _LazyPattern(pattern, int(flags)))

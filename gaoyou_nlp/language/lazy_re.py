"""Python's ``re``, except that a pattern is compiled when it is first used.

The rules have some six hundred patterns. A short text needs a quarter of them, and compiling all
takes longer than reading it. Modules of rules import this in place of ``re``.

A pattern may also take its words from a table: ``compile("(?:{rate})$", words=TABLE)`` has the
words of the kind ``rate`` in place of the braces. What the grammar of a pattern is, then stands in
the code, and what its words are, in the table, each with an example that is a test.
"""

from __future__ import annotations

import re
from collections.abc import Callable
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

from gaoyou_nlp.language.tables import alternatives

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
_KIND = re.compile(r"\{([^\W\d][^{}]*)\}")
"""A kind of words in braces: no number of repetitions begins with a letter."""


class _LazyPattern:
    """Stands for a pattern until it is used, then has the methods of the compiled one.

    Parameters:
        template: The regular expression, with kinds of words in braces if there is a table.
        options: Its flags.
        words: The table of its words; None where it has none.
    """

    def __init__(self, template: str, options: int, words: str | None) -> None:
        self.template = template
        self.words = words
        self._options = options

    def kinds(self) -> tuple[str, ...]:
        """Return the kinds of words that the pattern takes from its table."""
        return tuple(_KIND.findall(self.template)) if self.words else ()

    def compiled(self, words_of: Callable[[str], str] | None = None) -> Pattern[str]:
        """Compile the pattern.

        Parameters:
            words_of: What returns the words of a kind, with ``|`` between them; those of its table
                by default.
        """
        pattern = self.template
        if self.words is not None:
            table = self.words
            look_up = words_of or (lambda kind: alternatives(table, kind))
            pattern = _KIND.sub(lambda kind: look_up(kind[1]), pattern)
        return re.compile(pattern, self._options)

    def __getattr__(self, name: str) -> Any:
        compiled = self.compiled()
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compile(pattern: str, flags: int = 0, *, words: str | None = None) -> Pattern[str]:
    """Return a pattern that compiles itself when it is first used.

    Parameters:
        pattern: A regular expression.
        flags: As for ``re.compile``.
        words: Room and file name of a table with a regular expression in its first column and a
            kind in its second. A kind in braces stands for the expressions of that kind, with
            ``|`` between them and no group around.

    Examples:
        >>> compile("[市县]长").search("副县长").span()
        (1, 3)
        >>> compile("(?:{not yet})任", words="relations/post_contexts.tsv").search("有望任局长")[0]
        '有望任'
    """
    return cast("Pattern[str]", _LazyPattern(pattern, int(flags), words))

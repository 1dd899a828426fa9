"""Checks that a row of a table of words is what a pattern finds its example by.

The tables of words of a pattern have the columns word (a regular expression), kind and example,
in which brackets mark the word: ``改造老旧小区[达到]19个``. The patterns are those of the code that
name the kind in braces: ``re.compile("(?:{reach})$", words=TABLE)``.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator
from functools import cache

from gaoyou_nlp.language.lazy_re import _LazyPattern
from gaoyou_nlp.language.tables import alternatives, table

ROOMS = ("dates", "figures", "linking", "money", "relations", "rules", "statements")
TABLES = (
    "figures/clause_words.tsv",
    "figures/frame_words.tsv",
    "figures/noun_words.tsv",
    "linking/pattern_words.tsv",
    "money/words.tsv",
    "organisations/pattern_words.tsv",
    "persons/person_words.tsv",
    "places/pattern_words.tsv",
    "projects/pattern_words.tsv",
    "relations/post_contexts.tsv",
    "relations/project_contexts.tsv",
    "rules/pattern_words.tsv",
)
READ_WHOLE = ("no noun at start", "before 总投资", "pushed")
"""Kinds whose examples are not cut at the brackets, beside those that exclude."""
_KIND = re.compile(r"\{([^\W\d][^{}]*)\}")


@cache
def patterns_by_kind() -> dict[tuple[str, str], list[_LazyPattern]]:
    """The patterns of all rooms by the tables and kinds of their words."""
    found: dict[tuple[str, str], list[_LazyPattern]] = {}
    for pattern in _patterns():
        for kind in pattern.kinds():
            found.setdefault((pattern.words or "", kind), []).append(pattern)
    return found


def _patterns() -> Iterator[_LazyPattern]:
    for room in ROOMS:
        folder = importlib.import_module(f"gaoyou_nlp.{room}")
        for module in pkgutil.walk_packages(folder.__path__, f"{folder.__name__}."):
            for value in vars(importlib.import_module(module.name)).values():
                for one in value.values() if isinstance(value, dict) else (value,):
                    if isinstance(one, _LazyPattern):
                        yield one


def sides(template: str, kind: str) -> str:
    """Return ``!`` where a word of a kind must not stand beside a match, ``=`` where it must.

    Returns:
        ``!`` for ``(?!{kind})``, ``=`` for ``(?={kind})``; nothing where it is a part of the match.
    """
    groups: list[str] = []
    place = template.index(f"{{{kind}}}")
    for opening in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]])*\]|\(\?<?[!=]|\(|\)", template[:place]):
        if opening[0].startswith("("):
            groups.append(opening[0][-1])
        elif opening[0] == ")":
            groups.pop()
    return "!" if groups.count("!") % 2 else "=" if "=" in groups else ""


def covers(pattern: re.Pattern[str], example: str, *, whole: bool, part: bool = True) -> bool:
    """Say whether what a pattern finds in an example holds the part in brackets.

    Parameters:
        pattern: One that is compiled.
        example: A text with one part in brackets.
        whole: Whether the example is read whole; else the pattern may be one that ends where the
            part ends, or begins where it begins.
        part: Whether the match has to hold the part; else it may stand anywhere.
    """
    start, end = example.index("["), example.index("]") - 1
    text = example.replace("[", "").replace("]", "")
    cuts = ((0, len(text)), (0, end), (start, len(text)), (start, end))
    for left, right in cuts[:1] if whole else cuts:
        piece = text[left:right]
        for found in (*pattern.finditer(piece), *filter(None, [pattern.fullmatch(piece)])):
            if not part or (found.start() + left <= start and end <= found.end() + left):
                return True
    return False


def decides(name: str, row: tuple[str, ...], pattern: _LazyPattern) -> bool:
    """Say whether a pattern covers the example of a row, and would not without the row.

    Where the word stands beside a match, that may be anywhere; where it must not stand there,
    nothing is found with the row, and something without it.

    Parameters:
        name: Of the table.
        row: Word, kind and example.
        pattern: One that takes words of that kind.
    """
    word, kind, example = row

    def without_row(wanted: str) -> str:
        if wanted != kind:
            return alternatives(name, wanted)
        words = [w for w, of, _ in table(name) if of == kind and w != word]
        return "|".join(words) or "(?!)"

    side = sides(pattern.template, kind)
    whole = side != "" or kind in READ_WHOLE
    wanted = (False, True) if side == "!" else (True, False)
    both = pattern.compiled(), pattern.compiled(without_row)
    return any(
        tuple(covers(one, example, whole=whole, part=part) for one in both) == wanted
        for part in ((True, False) if side else (True,))
    )

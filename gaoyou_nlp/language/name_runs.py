"""Personal names written without anything between them, taken apart by surname evidence."""

from __future__ import annotations

import math
from functools import cache

from gaoyou_nlp.language.tables import table, words

_LEAST = 20
"""Of the 390,000 names counted, as many must bear a surname before it can begin a further name."""

_PLAUSIBLE = -24.0
"""Log probability below which two or three characters are no name by themselves."""

_COMPOUND = 20
"""The count that every surname of two characters is taken to have."""

_LONGEST = 4


def split_names(run: str) -> tuple[str, ...]:
    """Take apart a run of names.

    Parameters:
        run: Chinese characters without blanks.

    Returns:
        The names; the run itself where it is one, and nothing where it cannot be names.

    Example:
        >>> split_names("周敏李晓静"), split_names("欧阳文华"), split_names("加快推进项目")
        (('周敏', '李晓静'), ('欧阳文华',), ())
    """
    if not run:
        return ()
    if 2 <= len(run) <= 3 and surname(run):
        return (run,)
    best: list[tuple[float, int] | None] = [(0.0, 0), *[None] * len(run)]
    for end in range(2, len(run) + 1):
        for start in range(max(0, end - _LONGEST), end - 1):
            before = best[start]
            if before is None or (start and not _begins_a_name(run[start:end])):
                continue
            score = before[0] + likelihood(run[start:end])
            now = best[end]
            if now is None or score > now[0]:
                best[end] = (score, start)
    names: list[str] = []
    at = len(run)
    while at:
        step = best[at]
        if step is None or step[0] == -math.inf:
            return (run,) if len(run) == _LONGEST and surname(run) else ()
        names.append(run[step[1] : at])
        at = step[1]
    return tuple(reversed(names))


def surname(name: str) -> str:
    """Return the surname that a name begins with, empty if none is known.

    Example:
        >>> surname("欧阳文华"), surname("李静"), surname("发展")
        ('欧阳', '李', '')
    """
    if len(name) > 2 and name[:2] in words("language/compound_surnames.txt"):
        return name[:2]
    return name[:1] if len(name) > 1 and name[:1] in _surnames() else ""


def likelihood(name: str) -> float:
    """Return the log probability of a name among all names, minus infinity if it is none.

    Parameters:
        name: A surname and one or two further characters.

    Example:
        >>> likelihood("李静") > likelihood("任务") > likelihood("发展")
        True
    """
    first = surname(name)
    given = name[len(first) :]
    if not first or not 1 <= len(given) <= 2 or name in words("language/compound_surnames.txt"):
        return -math.inf
    counts, totals = _given()
    score = math.log(_surnames().get(first, _COMPOUND) / sum(_surnames().values()))
    columns = (2,) if len(given) == 1 else (0, 1)
    for char, column in zip(given, columns, strict=True):
        score += math.log((counts.get(char, (0, 0, 0))[column] + 0.3) / totals[column])
    return score


def plausible(name: str) -> bool:
    """Whether some characters are a name even where nothing around them says so.

    Example:
        >>> plausible("李晓静"), plausible("高质量"), plausible("金融")
        (True, False, False)
    """
    return likelihood(name) > _PLAUSIBLE and name not in words("language/words.tsv")


def _begins_a_name(name: str) -> bool:
    first = surname(name)
    return len(first) == 2 or _surnames().get(first, 0) >= _LEAST


@cache
def _surnames() -> dict[str, int]:
    return {row[0]: int(row[1]) for row in table("language/surnames.tsv")}


@cache
def _given() -> tuple[dict[str, tuple[int, ...]], tuple[int, ...]]:
    counts = {row[0]: tuple(map(int, row[1:])) for row in table("language/given_names.tsv")}
    return counts, tuple(map(sum, zip(*counts.values(), strict=True)))

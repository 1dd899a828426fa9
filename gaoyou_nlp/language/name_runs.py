"""Personal names written without anything between them, taken apart; names without context."""

from __future__ import annotations

from math import inf

from gaoyou_nlp.language.dictionary import is_word
from gaoyou_nlp.language.names import is_surname, name_score, surname_score
from gaoyou_nlp.language.tables import words

_BEGINS = -9.6
"""The least score of a surname that may begin a further name of a run."""

_PLAUSIBLE = -24.0
"""The score below which two or three characters are no name by themselves."""

_LEAST = -45.0
"""The score below which characters are no name in a run either."""

_LONGEST = 4


def split_names(run: str) -> tuple[str, ...]:
    """Take apart a run of names.

    Parameters:
        run: Chinese characters without blanks.

    Returns:
        The names; the run itself where it is one, and nothing where it cannot be names.

    Examples:
        >>> split_names("周敏李晓静"), split_names("欧阳文华"), split_names("加快推进项目")
        (('周敏', '李晓静'), ('欧阳文华',), ())
    """
    if not run:
        return ()
    if 2 <= len(run) <= 3 and surname(run):
        return (run,)
    best: list[tuple[float, int]] = [(0.0, 0), *[(-inf, 0)] * len(run)]
    for end in range(2, len(run) + 1):
        for start in range(max(0, end - _LONGEST), end - 1):
            name = run[start:end]
            if start and not _begins_a_name(name):
                continue
            best[end] = max(best[end], (best[start][0] + likelihood(name), start))
    names: list[str] = []
    at = len(run)
    while at:
        score, start = best[at]
        if score == -inf:
            return (run,) if len(run) == _LONGEST and surname(run) else ()
        names.append(run[start:at])
        at = start
    return tuple(reversed(names))


def surname(name: str) -> str:
    """Return the surname that a name begins with, empty if none is known.

    Examples:
        >>> surname("欧阳文华"), surname("李静"), surname("发展")
        ('欧阳', '李', '')
    """
    if len(name) > 2 and name[:2] in words("language/compound_surnames.txt"):
        return name[:2]
    return name[:1] if len(name) > 1 and is_surname(name[:1]) else ""


def likelihood(name: str) -> float:
    """Return the score of a name of a surname and one or two characters, minus infinity if none.

    Examples:
        >>> likelihood("李静") > likelihood("任务") > likelihood("发展")
        True
    """
    given = name[len(surname(name)) :]
    if given == name or not 1 <= len(given) <= 2:
        return -inf
    if name in words("language/compound_surnames.txt"):
        return -inf
    score = name_score(name)
    return score if score > _LEAST else -inf


def _begins_a_name(name: str) -> bool:
    first = surname(name)
    return len(first) == 2 or surname_score(first) > _BEGINS


def plausible(name: str) -> bool:
    """Whether some characters are a name even where nothing around them says so.

    Examples:
        >>> plausible("李晓静"), plausible("高质量"), plausible("金融")
        (True, False, False)
    """
    return likelihood(name) > _PLAUSIBLE and not is_word(name)

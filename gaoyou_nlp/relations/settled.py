"""Tells a body that has moved in somewhere from works that are agreed upon: both are 落户."""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.relations.stages import Fact

_STOP = re.compile("[。；！？\n]")
_WINDOW = 200  # characters of a sentence on either side


@cache
def later_words(kind: str) -> str:
    """Return the words of a kind in ``later_words.tsv`` as one pattern.

    Parameters:
        kind: ``body``, ``works`` or ``itself``.

    Examples:
        >>> re.search(later_words("works"), "总投资3亿元")[0]
        '投资'
    """
    rows = table("relations/later_words.tsv")
    return f"(?:{'|'.join(row[0] for row in rows if row[1] == kind)})"


@cache
def _body() -> re.Pattern[str]:
    return re.compile(f"{later_words('body')}$")


@cache
def _works() -> re.Pattern[str]:
    return re.compile(later_words("works"))


def is_settled(text: str, start: int, end: int, fact: Fact) -> bool:
    """Say whether 落户 tells of a body at work, so that no works have a stage.

    Parameters:
        text: The article.
        start, end: Of the name.
        fact: A stage told in its sentence.

    Returns:
        True where a body is named and its sentence speaks of no works.

    Examples:
        >>> is_settled("云岭实验室落户沙坪，发表论文百篇", 0, 5, Fact(5, 7, "签约", True))
        True
        >>> is_settled("云岭实验室落户沙坪，总投资3亿元", 0, 5, Fact(5, 7, "签约", True))
        False
    """
    if not text.startswith("落户", fact.start) or not _body().search(text, start, end):
        return False
    low = max(0, min(start, fact.start) - _WINDOW)
    for stop in _STOP.finditer(text, low, min(start, fact.start)):
        low = stop.end()
    found = _STOP.search(text, max(end, fact.end), max(end, fact.end) + _WINDOW)
    high = found.start() if found else max(end, fact.end) + _WINDOW
    return not (_works().search(text, low, start) or _works().search(text, end, high))

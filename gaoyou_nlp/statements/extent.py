"""How far reported speech goes: which sentences behind it are plainly the same person's words."""

from __future__ import annotations

from functools import cache
from typing import Final

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, table

ASKS: Final = ("要求", "强调", "指出", "明确", "部署")
_SAYING: Final = ("介绍", "透露", "汇报", "通报")
_COMING_YEAR: Final = r"|[今明]年，?[^。\n]{0,12}(?:计划|将|力争|预计|拟|要)"
_ASKED_OF: Final = r"|对[^，。\n]{2,14}(?:实行|要|必须|一律|坚决|依法)|把[^，。\n]{2,14}"


@cache
def _opening(behind: str) -> re.Pattern[str]:
    """Return a pattern of the openings that go on behind ``any`` verb, ``asks`` or ``tells``."""
    rows = table("statements/continuations.tsv")
    words = alternation(word for word, verbs, _ in rows if verbs == behind)
    return re.compile(words + {"any": _COMING_YEAR, "asks": _ASKED_OF, "tells": ""}[behind])


def goes_on(text: str, verb: str, start: int) -> bool:
    """Say whether a sentence goes on with the reported speech of the one before it.

    Parameters:
        text: The article.
        verb: The verb of saying.
        start: Where the sentence begins.

    Examples:
        >>> goes_on("严禁瞒报。", "要求", 0), goes_on("严禁瞒报。", "说", 0)
        (True, False)
    """
    if _opening("any").match(text, start):
        return True
    if verb.startswith(ASKS):
        return _opening("asks").match(text, start) is not None
    return verb.startswith(_SAYING) and _opening("tells").match(text, start) is not None

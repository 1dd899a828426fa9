"""Reads what headline and beginning of an article say of all its projects."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.relations.stages import Facts, is_put_off

# What the beginning says of all projects of the article: 41个重点项目集中开工.
GROUP = re.compile(
    "(?<![未将拟])集中({begun together})|"
    "[0-9一二三四五六七八九十百]+(?:个|项)[^，。；\n]{0,14}(?:项目|工程)"
    "(?:(?!未|将|拟|计划|力争|确保)[^。；\n]){0,14}?({begun together})",
    words="relations/project_contexts.tsv",
)
_LEAD_LENGTH = 200
_FIRST_LINES = 4  # lines of which headline and beginning speak
_SAME = {"动工": "开工", "奠基": "开工"}

_OWN = 16  # characters before a lead in which the name stands that it is about


@cache
def _headline() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The statuses of ``headline_words.tsv`` in order, each with one pattern."""
    words: dict[str, list[str]] = {}
    for word, status, _ in table("relations/headline_words.tsv"):
        words.setdefault(status, []).append(word)
    return tuple((status, re.compile("|".join(found))) for status, found in words.items())


class Lead:
    """What the beginning says of all projects, not only of those that it names itself.

    Parameters:
        text: The article.
        names: Start and end of each project's name, in order.
        facts: The stages that the text reports.

    Attributes:
        stage: One of ``STATUSES``; None where neither headline nor beginning gives one.
        counts: Whether the beginning speaks of projects in number: 41个重点项目集中开工.
        end: Up to where it holds, in characters: the first lines.
    """

    def __init__(self, text: str, names: Sequence[tuple[int, int]], facts: Facts) -> None:
        self._text = text
        self._facts = facts
        lead = GROUP.search(text, 0, _LEAD_LENGTH)
        if lead is not None:
            before = bisect_left([start for start, _ in names], lead.end()) - 1
            own = before >= 0 and names[before][1] > lead.start() - _OWN
            if own or is_put_off(text, lead.start(lead.lastindex or 0)):
                lead = None
        self.counts = lead is not None
        self.end = len("\n".join(text.split("\n", _FIRST_LINES)[:_FIRST_LINES]))
        self.stage = self._of_headline()
        if self.stage is None and lead is not None:
            word = lead[1] or lead[2]
            self.stage = _SAME.get(word, word)

    def _of_headline(self) -> str | None:
        head = self._text[: max(0, self._text.find("\n", 0, 60))]
        for name, cue in _headline():
            found = cue.search(head) if len(head) < 40 else None
            if found and not is_put_off(head, found.start()) and not self._is_planned(len(head)):
                return name
        return None

    def _is_planned(self, since: int) -> bool:
        """Whether the beginning says what is planned and nothing that is done."""
        facts = [f for f in self._facts.between(since, _LEAD_LENGTH) if f.stage != "前期"]
        planned = [f for f in self._facts.between(since, _LEAD_LENGTH) if not f.sure]
        return bool(planned) and not any(fact.sure for fact in facts)

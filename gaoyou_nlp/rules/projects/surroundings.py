"""What is known of a text for all its candidates: clauses, topics, how often names stand."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import cache, cached_property

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import alternation, words
from gaoyou_nlp.rules.projects.names import ProjectEvidence

_TABLE = "projects/pattern_words.tsv"
_DENSITIES = (2, 5, 10, 18)
"""Words of building in a thousand characters, up to which a text is of one class."""
_CLAUSE = re.compile("[，。；：！？,;:!?\n]")
BUILDING = re.compile("{of building}", words=_TABLE)
"""Words of building."""
_POLICY = re.compile("{of policy}", words=_TABLE)
_BUILT = re.compile("{of one work}", words=_TABLE)
_SHORT = 60  # characters that a shorter text counts as
_NEAR = 30  # characters in which an amount is near


@cache
def _topics() -> re.Pattern[str]:
    return re.compile(alternation(words("projects/topics.txt")))


class Surroundings:
    """What is known of a text for all its candidates.

    Parameters:
        names: The evidence of the text.
    """

    def __init__(self, names: ProjectEvidence) -> None:
        self.names = names
        self.text = names.text
        self._clauses = [-1, *(m.start() for m in _CLAUSE.finditer(self.text)), len(self.text)]
        self._mentions: dict[str, int] = {}
        self._money_starts = sorted(names.money_starts)

    @cached_property
    def density(self) -> int:
        """How much the text speaks of building, as a class from 0 to 4."""
        count = sum(1 for _ in BUILDING.finditer(self.text))
        return bisect_left(_DENSITIES, 1000 * count / max(len(self.text), _SHORT))

    @cached_property
    def topics(self) -> set[str]:
        """Words that tell what the text is about."""
        counts = Counter(_topics().findall(self.text))
        return {f"text={word}" for word, count in counts.items() if count > 1}

    @cached_property
    def dense(self) -> str:
        """Whether the text speaks much of building, in a word."""
        return "dense" if self.density > 2 else "thin"

    def clause(self, start: int, end: int) -> tuple[int, int]:
        """Where the clause begins that holds a stretch, and where it ends."""
        first = self._clauses[bisect_left(self._clauses, start) - 1] + 1
        last = self._clauses[bisect_left(self._clauses, end)]
        return first, last

    def mentions(self, start: int, end: int) -> int:
        """How often a name stands in the text, up to 4."""
        name = self.text[start:end]
        if name not in self._mentions:
            self._mentions[name] = min(self.text.count(name), 4)
        return self._mentions[name]

    def amount_near(self, end: int) -> bool:
        """Whether an amount begins soon behind an offset."""
        index = bisect_left(self._money_starts, end)
        return index < len(self._money_starts) and self._money_starts[index] < end + _NEAR


def sentence_features(around: Surroundings, start: int, end: int) -> set[str]:
    """Return the features of the sentence that a name stands in."""
    text = around.text
    first = max(text.rfind(c, max(0, start - 120), start) for c in "。；！\n") + 1
    lasts = [at for c in "。；！\n" if (at := text.find(c, end, end + 120)) >= 0]
    last = min(lasts, default=min(len(text), end + 120))
    found = set()
    for name, pattern in (("policy", _POLICY), ("built", _BUILT)):
        if pattern.search(text, max(first, start - 120), start):
            found.add(f"sentence {name} before")
        if pattern.search(text, end, last):
            found.add(f"sentence {name} behind")
    if last < len(text) and text[last] == "\n" and text[first - 1 : first] in ("\n", ""):
        found.add("sentence is a line")
    return found

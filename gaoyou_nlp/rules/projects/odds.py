"""How far a candidate is a project's name, by the weights of its features.

``data/odds.tsv`` is written by ``training/fit_projects.py``; a weight is a log odds.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, cached_property, lru_cache
from math import fsum

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.rules.projects.candidates import Candidate
from gaoyou_nlp.rules.projects.features import (
    Closer,
    Outline,
    closer_look,
    combined,
    combined_closer,
    details,
    edges,
    outline_of,
)
from gaoyou_nlp.rules.projects.surroundings import Surroundings

CLEAR = 2.0
"""Log odds that clear forms are worth: A、B等项目开工, 项目名称：A, 建设“A基地”, A大桥通车."""
HOPELESS = -3.6
"""Log odds of an outline below which the details are not looked at: 5 % of the names, half of the
other candidates; the details can hardly make up for it."""


@cache
def weights() -> dict[str, float]:
    """Return the weight of each feature."""
    return {row[0]: float(row[1]) for row in table("projects/odds.tsv")}


class Weigher:
    """Weighs the candidates of a text.

    Parameters:
        around: Of the text.
    """

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    @cached_property
    def _topics(self) -> tuple[float, ...]:
        return _weights_of(self._around.topics)

    def weigh(self, candidate: Candidate) -> float:
        """Return the log odds that a candidate is the name of a project.

        Parameters:
            candidate: A stretch of the text.

        Returns:
            The sum of the weights of its features; of its outline alone, where that is hopeless.
        """
        around = self._around
        outline = outline_of(around, candidate)
        odds = [weights()["(bias)"], CLEAR if "clear" in candidate.signs else 0.0]
        odds += _weights_of_outline(outline)
        odds += _weights_of(edges(around.text, candidate))
        if (total := fsum(odds)) < HOPELESS:
            return total
        odds += _weights_of_closer(closer_look(around, candidate, outline))
        odds += self._topics
        odds += _weights_of(details(around, candidate, outline.kind))
        return fsum(odds)  # the same in whatever order a set yields them


def _weights_of(features: Iterable[str]) -> tuple[float, ...]:
    """The weights of features, without those that have none."""
    known = weights()
    return tuple(known[feature] for feature in features if feature in known)


# The same combinations come again and again, in one text and in the next.
@lru_cache(maxsize=1 << 13)
def _weights_of_outline(outline: Outline) -> tuple[float, ...]:
    return _weights_of(combined(outline))


@lru_cache(maxsize=1 << 13)
def _weights_of_closer(closer: Closer) -> tuple[float, ...]:
    return _weights_of(combined_closer(closer))

"""How far a candidate is a project's name, by the weights of its features.

``data/odds.tsv`` is written by ``training/fit_projects.py``; a weight is a log odds.
"""

from __future__ import annotations

from functools import cache
from itertools import repeat
from math import fsum

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.rules.projects.candidates import Candidate
from gaoyou_nlp.rules.projects.features import Surroundings, details, outline

CLEAR = 2.0
"""Log odds that clear forms are worth: A、B等项目开工, 项目名称：A, 建设“A基地”, A大桥通车."""
HOPELESS = -3.6
"""Log odds of an outline below which the details are not looked at: 5 % of the names, half of the
other candidates; the details can hardly make up for it."""


@cache
def weights() -> dict[str, float]:
    """Return the weight of each feature."""
    return {row[0]: float(row[1]) for row in table("projects/odds.tsv")}


def weigh(around: Surroundings, candidate: Candidate) -> float:
    """Return the log odds that a candidate is the name of a project.

    Parameters:
        around: Of its text.
        candidate: A stretch of the text.

    Returns:
        The sum of the weights of its features; of its outline alone, where that is hopeless.
    """
    known = weights()
    odds = [known["(bias)"], CLEAR if "clear" in candidate.signs else 0.0]
    odds += map(known.get, outline(around, candidate), repeat(0.0))
    if (total := fsum(odds)) < HOPELESS:
        return total
    odds += map(known.get, details(around, candidate), repeat(0.0))
    return fsum(odds)  # the same in whatever order a set yields them

"""The ranks of rules: which stand by their form, and which come first where there are no odds."""

from __future__ import annotations

from collections.abc import Mapping

from gaoyou_nlp.records import AGREED
from gaoyou_nlp.rules.mentions import POSSIBLE

RANKS: Mapping[str, int] = {
    "money": 2,
    "title": 1,
    "project.list": 1,
    "person.byline": 1,
    POSSIBLE: -1,
}
"""The ranks of the rules among themselves."""

IN_TABLE = "project.row"
"""A cell below a header 项目名称: no odds of words are needed."""
STANDING: Mapping[str, int] = {
    IN_TABLE: 1,
    "project.series": 1,
    "project.tender": 1,
    "person.cell": 1,
}
"""The ranks of rules whose form suffices where odds decide about all others."""


def rank_of(ranks: Mapping[str, int], rule: str, label: str) -> int:
    """Return the rank of a rule: that of the longest beginning of its id that has one.

    Examples:
        >>> rank_of({"org": 1, "org.zone/ORG": -1}, "org.zone", "ORG")
        -1
    """
    name = "agreed" if rule.endswith(AGREED) and "agreed" in ranks else rule.removesuffix(AGREED)
    while name and ranks:
        for key in (f"{name}/{label}", name):
            if key in ranks:
                return ranks[key]
        name = name[: max(name.rfind("."), name.rfind(":"), 0)]
    return 0

"""Runs all rules on a text, each on what those before it found."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.money import find_amounts
from gaoyou_nlp.rules.organisations.find import find_organisations
from gaoyou_nlp.rules.persons.find import find_persons
from gaoyou_nlp.rules.places.find import find_places
from gaoyou_nlp.rules.projects.find import find_projects
from gaoyou_nlp.rules.titles import find_titles

Rule = Callable[[Evidence], Iterable[Span]]

RULES: dict[str, Rule] = {
    "money": find_amounts,
    "places": find_places,
    "organisations": find_organisations,
    "titles": find_titles,
    "persons": find_persons,
    "projects": find_projects,
}
"""The rules by name, in their order: each takes the candidates of those before as evidence."""


def propose(text: str) -> list[Span]:
    """Propose the spans of a text by all rules.

    Parameters:
        text: Any text.

    Returns:
        Candidates in the order they were proposed; they may overlap.

    Examples:
        >>> [(s.text, s.label) for s in propose("清河县委书记罗军")]
        [('清河县', 'GPE'), ('清河县委', 'ORG'), ('书记', 'TITLE'), ('罗军', 'OFFICIAL')]
    """
    evidence = Evidence(text)
    for rule in RULES.values():
        evidence.add(rule(evidence))
    return evidence.found

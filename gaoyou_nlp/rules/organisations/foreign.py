"""Bodies of other states behind the country: 柬埔寨外交部, 泰国海军, 菲律宾卫生|部长."""

from __future__ import annotations

from collections.abc import Iterator

from gaoyou_nlp.language.areas import places
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import Anchors
from gaoyou_nlp.rules.organisations.behind_areas import pattern_behind_areas


def find_foreign(evidence: Evidence, anchors: Anchors) -> Iterator[Span]:
    """Propose ministries, parties, forces of other states.

    Parameters:
        evidence: Of a text, with its areas.
        anchors: Where names of bodies may begin.

    Yields:
        ORG candidates that begin with the country.

    Examples:
        >>> areas = [Span(0, 2, "GPE", "泰国"), Span(5, 7, "GPE", "泰国")]
        >>> evidence = Evidence("泰国海军与泰国卫生部长", areas)
        >>> [s.text for s in find_foreign(evidence, Anchors(evidence))]
        ['泰国海军', '泰国卫生']
    """
    text, countries = evidence.text, places().countries
    bodies = pattern_behind_areas("organisations/foreign_bodies.tsv")
    for start, at in anchors.areas.items():
        if text[start:at] not in countries:
            continue
        match = bodies.match(text, at)
        if match is not None:
            yield Span(start, match.end(), "ORG", text[start : match.end()], "org.foreign")

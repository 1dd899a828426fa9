"""Bodies of other states behind the country: 柬埔寨外交部, 泰国海军, 菲律宾卫生|部长."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.areas import places
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.records import Span
from gaoyou_nlp.rules.evidence import Evidence
from gaoyou_nlp.rules.organisations.anchors import Anchors


@cache
def _bodies() -> re.Pattern[str]:
    rows = table("organisations/foreign_bodies.tsv")
    return re.compile(
        "|".join(name if end == "-" else f"(?:{name})(?!{end})" for name, end, _ in rows)
    )


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
    for start, at in anchors.areas.items():
        if text[start:at] not in countries:
            continue
        match = _bodies().match(text, at)
        if match is not None:
            yield Span(start, match.end(), "ORG", text[start : match.end()], "org.foreign")

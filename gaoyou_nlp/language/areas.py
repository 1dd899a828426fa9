"""The table of administrative areas as a matcher: full names, short forms, towns."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from gaoyou_nlp.language.tables import table
from gaoyou_nlp.language.word_pattern import WordEnds, word_ends

FULL, FREE, CONTEXT, NEVER = "full", "free", "context", "never"
TOWN_ENDINGS = {"镇": "z", "乡": "x", "街道": "j", "苏木": "s"}


class Places(NamedTuple):
    """What the table knows.

    Parameters:
        use: From a surface to how it may be used: full, free, context or never.
        surfaces: The surfaces, to be looked up in a text.
        stems: Short forms of every level, whatever their use.
        towns: Names of towns and street offices without their endings, with the endings' codes.
        provinces: Full and short names of the provinces.
        abroad: Countries and cities abroad.
        cities_abroad: Cities abroad alone.
        countries: Countries alone, without China.
    """

    use: dict[str, str]
    surfaces: WordEnds
    stems: frozenset[str]
    towns: dict[str, str]
    provinces: frozenset[str]
    abroad: frozenset[str]
    cities_abroad: frozenset[str]
    countries: frozenset[str]

    def longest(self, text: str, at: int) -> int:
        """Return the end of the longest surface that starts at ``at``, or ``at``."""
        found = self.surfaces.ends_at(text, (at,))
        return found[0][1] if found else at


@cache
def places() -> Places:
    """Load the table; the work is done once."""
    use: dict[str, str] = {}
    stems = set()
    provinces = set()
    abroad = set()
    cities_abroad = set()
    countries = set()
    rank = {FULL: 3, FREE: 2, CONTEXT: 1, NEVER: 0}
    for name, kind, short, flag in table("language/divisions.tsv"):
        use[name] = FULL
        if kind == "province":
            provinces |= {name, short}
        if kind in ("country", "city"):
            abroad.add(name)
        if kind == "city":
            cities_abroad.add(name)
        if kind == "country" and name not in ("中国", "中华人民共和国"):
            countries.add(name)
        if len(short) > 1:
            stems.add(short)
            if rank[flag] > rank.get(use.get(short, NEVER), 0):
                use[short] = flag
    return Places(
        use,
        word_ends(use),
        frozenset(stems),
        {row[0]: row[1] for row in table("language/towns.tsv")},
        frozenset(provinces),
        frozenset(abroad),
        frozenset(cities_abroad),
        frozenset(countries),
    )

"""The pattern of a table of bodies that stand behind an area: 云南|移动, 泰国|海军."""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import table


@cache
def pattern_behind_areas(name: str) -> re.Pattern[str]:
    """Return what the bodies of a table are called behind an area.

    Parameters:
        name: Room and file name of a table with what a body is called and what must not follow it,
            both regular expressions, the second ``-`` for anything.

    Examples:
        >>> branch = pattern_behind_areas("organisations/area_branches.tsv")
        >>> branch.match("云南移动", 2)[0], branch.match("云南移动互联网", 2)
        ('移动', None)
    """
    rows = table(name)
    return re.compile(
        "|".join(called if end == "-" else f"(?:{called})(?!{end})" for called, end, _ in rows)
    )

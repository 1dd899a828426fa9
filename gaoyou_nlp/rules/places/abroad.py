"""Provinces and cities abroad that no table knows: 肯塔基州, 荷台达省, 明尼阿波利斯市."""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.language.tables import words
from gaoyou_nlp.rules.places.marks import Marks
from gaoyou_nlp.rules.places.patterns import NOT_AFTER

_SHORTEST, _LONGEST = 3, 8  # characters before the ending
_CITY = 4  # the same, for a city that no area abroad stands before


@cache
def _name() -> re.Pattern[str]:
    sounds = "".join(sorted(words("places/foreign_sounds.txt")))
    return re.compile(f"(?:新南)?[{sounds}]{{2,{_LONGEST}}}(?P<ending>[州省邦郡]|大区|[市县])")


def mark_abroad(marks: Marks) -> None:
    """Add the areas of a text that are written by their sounds and end like an area.

    Parameters:
        marks: The areas found so far; they are added to.
    """
    text = marks.text
    for match in _name().finditer(text):
        ending, stop, end = match["ending"], match.start("ending"), match.end()
        after = text[end : end + 1]
        if (after and after in NOT_AFTER.get(ending, "")) or end not in marks.cut.edge_set:
            continue
        areas = [at for at in range(match.start(), stop) if at in marks.at]
        over = areas.pop() if areas and marks.at[areas[-1]][0] >= stop else None
        start = marks.last_end(match.start(), stop - 1 if over is None else over)
        if over is not None and marks.at[over][0] == stop:
            # 莫斯科|州: the city gives its name to the province around it.
            if text[over:stop] in marks.known.cities_abroad:
                marks.replace(over, end, "gpe.abroad")
            continue
        if over is not None and end - over > 2:
            continue
        placed = marks.ends_at(start)
        needed = _CITY if ending in "市县" and not placed else _SHORTEST
        if stop - start >= needed and start in marks.cut.edge_set:
            # 明尼苏|达州: the end of the name reads as a city of its own.
            marks.replace(start, end, "gpe.abroad")

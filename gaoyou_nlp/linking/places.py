"""What the name of a place or of a project means in an article."""

from __future__ import annotations

import re
from typing import Final

from gaoyou_nlp.linking.areas import choose, cut_areas, meanings
from gaoyou_nlp.linking.setting import Setting
from gaoyou_nlp.linking.sightings import Place
from gaoyou_nlp.linking.towns import town_of

_MARKS: Final = re.compile('[“”"《》（）()\\s]')


def read_place(name: str, setting: Setting) -> Place:
    """Read what place a name means in an article.

    Parameters:
        name: As written.
        setting: Where the article plays.

    Examples:
        >>> from gaoyou_nlp.linking.areas import Area
        >>> setting = Setting((Area("高邮市", "321084"),))
        >>> read_place("高邮", setting).name, read_place("三垛镇", setting).key
        ('高邮市', '321084|三垛镇')
    """
    names, rest = cut_areas(name, (name,) if setting.called(name) else ())
    if not rest and names:
        *outer, last = names
        candidates = setting.called(last)
        around = [area for one in outer for area in meanings(one)]
        area = choose(candidates, (*around, *setting.areas)) if candidates else None
        if area is None:
            return Place("", name, None)
        return Place(area.key, area.name, area, rule="full" if area.name == last else "table")
    area = choose(setting.called(names[-1]), setting.areas) if names else setting.main
    if town_of(rest) or not meanings(rest):
        below = town_of(rest) is not None or rest.endswith(("村", "社区", "镇", "乡"))
        if not below:
            return Place(f"|{name}", name, None)
        key = "" if area is None else f"{area.key}|{rest}"
        return Place(key, rest, area, town=True)
    return Place("", name, None)


def plain_project(name: str, setting: Setting) -> str:
    """Return the name of a project without quotation marks and the area it begins with.

    Examples:
        >>> from gaoyou_nlp.linking.areas import Area
        >>> plain_project("高邮市“云湖”水库扩建工程", Setting((Area("高邮市", "321084"),)))
        '云湖水库扩建工程'
    """
    name = _MARKS.sub("", name)
    names, rest = cut_areas(name)
    own = {area.name for area in setting.areas}
    if names and len(rest) >= 4 and all(one in own for one in names):
        return rest
    return name

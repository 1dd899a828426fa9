"""People, bodies, places and projects as cells of their tables, behind the id."""

from __future__ import annotations

from collections.abc import Iterable

from gaoyou_nlp.linking.areas import Area, area_of_code
from gaoyou_nlp.linking.entities import Entity
from gaoyou_nlp.linking.profiles import Group
from gaoyou_nlp.tables.linked import Cells

_MOST = 12
"""Other names and posts that a cell lists."""


def person_cells(group: Group) -> Cells:
    """Return name, posts, area and code, first and last day, and the number of articles."""
    members = group.members
    days = [one.day for one in members if one.day]
    posts = (
        f"{tenure.full} {tenure.title}".strip()
        for one in members
        for tenure in one.tenures
        if tenure.kind != "press" and tenure.title
    )
    areas = [
        tenure.body.split("|")[0]
        for one in members
        for tenure in one.tenures
        if "|" in tenure.body.strip("|") and tenure.is_held
    ]
    code = areas[-1] if areas else ""
    area = area_of_code(code) or (Area(code) if code else None)
    count = len({one.article for one in members})
    return (members[0].name, _listed(posts), *_in_area(area), *_days(days), count)


def entity_cells(entity: Entity) -> Cells:
    """Return name, other names, area and code, first and last day, and the number of articles."""
    name = entity.name
    others = sorted(
        {*entity.names, *entity.written} - {name}, key=lambda other: (len(other), other)
    )
    days = [day for day in (entity.first_day, entity.last_day) if day]
    return (name, _listed(others), *_in_area(entity.area), *_days(days), entity.articles)


def _listed(parts: Iterable[str]) -> str | None:
    return "; ".join(list(dict.fromkeys(parts))[:_MOST]) or None


def _in_area(area: Area | None) -> Cells:
    return (None, None) if area is None else (area.name, area.code or None)


def _days(days: list[str]) -> Cells:
    return (min(days), max(days)) if days else (None, None)

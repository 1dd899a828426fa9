"""Places inside the JSON of a record: of everything that has characters of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

_LISTS = ("spans", "dates", "figures", "statements", "project_groups")
Place = Callable[[int, int], dict[str, Any]]


def located(row: dict[str, Any], place: Place) -> dict[str, Any]:
    """Say of every part of a row that has characters where they are in the source.

    Parameters:
        row: An official or a project as JSON-ready data; its parts are changed.
        place: What to say of ``text[start:end]``.

    Examples:
        >>> row = {"name": "县中学", "place": {"start": 1, "end": 4}}
        >>> located(row, lambda start, end: {"source_start": start + 7})
        {'name': '县中学', 'place': {'start': 1, 'end': 4, 'source_start': 8}}
    """
    for part in _parts(row):
        part.update(place(part["start"], part["end"]))
    return row


def items_of(row: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """Return all that has characters of its own in a record's JSON: spans first, in order."""
    items: list[Mapping[str, Any]] = []
    for name in _LISTS:
        items += row.get(name) or ()
    items += parts_of(row)
    return items


def parts_of(row: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Yield what has characters inside the projects and officials of a record's JSON."""
    for project in row.get("projects") or ():
        yield from _parts(project)
    for official in row.get("officials") or ():
        yield from _parts(official)


def _parts(row: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The parts of an official or a project that have characters."""
    posts: Iterable[Mapping[str, Any]] = row.get("posts") or ()
    for post in posts:
        yield from (post[name] for name in ("started", "ended") if post.get(name))
    yield from (row[name] for name in ("status_said", "place", "builder") if row.get(name))
    for name in ("capacity", "dates"):
        yield from row.get(name) or ()

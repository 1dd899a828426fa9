"""Bodies, places and projects over many articles: each key is one, some keys stand for others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from gaoyou_nlp.linking.areas import Area
from gaoyou_nlp.linking.bodies import Body, is_short_for
from gaoyou_nlp.linking.sightings import Place

SCORES: Final = {"full": 1.0, "table": 0.99, "here": 0.95, "letters": 0.9, "said": 0.99}
"""How sure a way of reading a name is."""

_LONGEST_SHORT = 7


@dataclass(slots=True)
class Entity:
    """A body, place or project.

    Parameters:
        key: What tells it from others.
        kind: ``body``, ``place`` or ``project``.
        area: The area it is in, or is.
        names: Full names with the last day on which they are used, and whether they are today's.
        written: How it is written, and how often.
        first_day, last_day: Of the articles that name it; empty where none has a day.
        articles: How many name it.
        below: Whether it is below the county.
    """

    key: str
    kind: str
    area: Area | None = None
    names: dict[str, tuple[str, bool]] = field(default_factory=dict)
    written: Counter[str] = field(default_factory=Counter)
    first_day: str = ""
    last_day: str = ""
    articles: int = 0
    below: bool = False

    @property
    def name(self) -> str:
        """The full name used last, today's before one of the past; the longest of several."""
        return max(self.names, key=lambda name: (self.names[name], len(name), name))

    def see(self, written: str, name: str, day: str, *, now: bool = True, new: bool = True) -> None:
        """Count a name that an article has for it.

        Parameters:
            written, name: The name as written, and in full.
            day: Of the article.
            now: Whether that is the name of today.
            new: Whether the article has had no other name for it.
        """
        self.written[written] += 1
        self._use(name, (day, now))
        if new:
            self._see_day(day, day)
            self.articles += 1

    def take(self, other: Entity) -> None:
        """Take over what is known of another that is the same."""
        self.written += other.written
        for name, (day, _) in other.names.items():
            self._use(name, (day, False))
        self._see_day(other.first_day, other.last_day)
        self.articles += other.articles

    def _use(self, name: str, use: tuple[str, bool]) -> None:
        self.names[name] = max(self.names.get(name, use), use)

    def _see_day(self, first: str, last: str) -> None:
        self.first_day = min(filter(None, (self.first_day, first)), default="")
        self.last_day = max(self.last_day, last)


class Entities:
    """All bodies, all places, or all projects of a run.

    Parameters:
        kind: ``body``, ``place`` or ``project``.
    """

    def __init__(self, kind: str) -> None:
        self.kind = kind
        self.found: dict[str, Entity] = {}
        self.stands_for: dict[str, tuple[str, str, str]] = {}

    def see(
        self, key: str, written: str, thing: Body | Place, day: str, *, new: bool = True
    ) -> None:
        """Count a name of an article; ``new`` is false for another name of the same thing."""
        entity = self.found.get(key)
        if entity is None:
            below = isinstance(thing, Place) and thing.town
            entity = self.found[key] = Entity(key, self.kind, thing.area, below=below)
        name = thing.full if isinstance(thing, Body) else thing.name
        now = not (isinstance(thing, Body) and thing.since)
        entity.see(written, name, day, now=now, new=new)

    def join(self, key: str, other: str, rule: str, reason: str) -> None:
        """Say that a key stands for another: they are the same from now on."""
        key, other = self.root(key), self.root(other)
        if key != other:
            self.stands_for[key] = (other, rule, reason)

    def root(self, key: str) -> str:
        """Return the key that a key stands for in the end."""
        while key in self.stands_for:
            key = self.stands_for[key][0]
        return key

    def settle(self) -> None:
        """Bring together what is known of keys that are the same."""
        for key in list(self.stands_for):
            entity = self.found.pop(key, None)
            if entity is not None:
                root = self.root(key)
                self.found.setdefault(root, Entity(root, self.kind, entity.area)).take(entity)


def short_forms(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Find the keys of bodies that are short forms of one other body of their area.

    Parameters:
        keys: Of bodies, as ``area|name``.

    Yields:
        The key of a short form, and that of its full form.

    Examples:
        >>> list(short_forms(["1|数管局", "1|数据管理局", "2|数字管理局"]))
        [('1|数管局', '1|数据管理局')]
    """
    areas: dict[tuple[str, str], list[str]] = {}
    for key in keys:
        area, _, name = key.partition("|")
        if area and name:
            areas.setdefault((area, name[-1]), []).append(name)
    for (area, _), names in areas.items():
        for short in names:
            if len(short) <= _LONGEST_SHORT:
                full = [name for name in names if is_short_for(short, name)]
                if len(full) == 1:
                    yield f"{area}|{short}", f"{area}|{full[0]}"

"""Sightings: what one article says of each person, body, place and project that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from gaoyou_nlp.linking.areas import Area
from gaoyou_nlp.linking.bodies import Body
from gaoyou_nlp.linking.setting import Setting

LEFT: Final = ("removed", "resigned", "former")
"""Changes that end a post."""

COMING: Final = ("nominated", "proposed")
"""Changes to a post that is not held yet."""


@dataclass(frozen=True, slots=True)
class Place:
    """Something that is where its name says: a place, or a project at a place.

    Parameters:
        key: What tells it from others; empty where that is not certain.
        name: Its whole name.
        area: The area it is in, or is.
        town: Whether it is below the county.
        rule: How it was read.
    """

    key: str
    name: str
    area: Area | None
    town: bool = False
    rule: str = "full"


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post of a person, with what is compared of it.

    Parameters:
        body: The key of the body; empty where its area is not known.
        full: Its whole name.
        kind: Of the body, see ``Body``.
        title: As written.
        tier: How high it is, see ``tier_of``.
        change: As in ``Post``.
    """

    body: str
    full: str
    kind: str
    title: str
    tier: int
    change: str | None = None

    @property
    def is_held(self) -> bool:
        """Whether the post is held when the article is written."""
        return self.change not in LEFT and self.change not in COMING


@dataclass(frozen=True, slots=True)
class Person:
    """A person as one article shows her or him.

    Parameters:
        article: Its id.
        name: The personal name.
        day: The day of the article, empty where it is not known.
        about: The day to compare by: that of the article, else the middle month of the year that
            its text names most often.
        area: The key of the area that the article is about; empty where it is not known.
        tenures: The posts.
        born: Year, or year and month, as the text says it.
        official: Whether the article has her or him as an OFFICIAL.
    """

    article: str
    name: str
    day: str
    about: str
    area: str
    tenures: tuple[Tenure, ...] = ()
    born: str = ""
    official: bool = True


@dataclass(frozen=True, slots=True)
class Sightings:
    """All that one article names, each with the spans that name it.

    Parameters:
        article, day: Its id and its day (empty where it is not known).
        people, bodies, places, projects: From the name as written to what it means here; bodies
            that stand in posts alone are among them.
    """

    article: str
    day: str
    setting: Setting
    people: dict[str, Person]
    bodies: dict[str, Body]
    places: dict[str, Place]
    projects: dict[str, Place]

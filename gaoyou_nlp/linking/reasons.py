"""Reasons of links, in words that a reader of the articles understands, and how sure they are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from gaoyou_nlp.linking.areas import LEVEL, cut_areas
from gaoyou_nlp.linking.bodies import NATION, Body
from gaoyou_nlp.linking.entities import SCORES
from gaoyou_nlp.linking.profiles import Group, Profile
from gaoyou_nlp.linking.setting import Setting, Source
from gaoyou_nlp.linking.sightings import Person, Place

_SOURCES: Final[dict[Source, tuple[float, str]]] = {
    "article": (1.0, "the article names it"),
    "beside": (0.97, "by the page or --place"),
    "run": (0.93, "the text has its short name, other articles its full one"),
    "words": (0.9, "the text has its short name"),
}
"""How sure the area of an article is by what says it, and that in words."""

FULL: Final = "full name"
_ALONE: Final = ("named in this article alone", "a surname alone is not compared")


class Reason(NamedTuple):
    """Why a name stands for something.

    Parameters:
        score: How sure that is, 0 to 1.
        text: Why.
    """

    score: float
    text: str

    def with_join(self, score: float, text: str) -> Reason:
        """Return the reason with that for which two names were taken for one thing.

        Examples:
            >>> Reason(1.0, FULL).with_join(0.99, "the text: 甲局更名为乙局")
            Reason(score=0.99, text='the text: 甲局更名为乙局')
        """
        first = "" if self.text == FULL else f"{self.text}; "
        return Reason(min(self.score, score), first + text)


def reason_of_name(written: str, thing: Body | Place, setting: Setting) -> Reason:
    """Give the reason why a name means a body, a place or a project.

    Parameters:
        written: The name as written.
        thing: What it means.
        setting: Where the article plays.

    Examples:
        >>> from gaoyou_nlp.linking.areas import Area
        >>> from gaoyou_nlp.linking.bodies import read_body
        >>> setting = Setting((Area("高邮市", "321084"),))
        >>> for name in ("高邮市商务局", "市发改委", "教育局"):
        ...     reason_of_name(name, read_body(name, setting), setting).text
        'full name'
        '市发改委 is short for 高邮市发展和改革委员会; 市 is 高邮市: the article names it'
        'taken to be in 高邮市: the article names it'
    """
    full = thing.full if isinstance(thing, Body) else thing.name
    score = SCORES["full" if full == written else thing.rule]
    parts = []
    if thing.rule == "here":
        parts.append(f"{written} is short for {full}, which the article names")
    elif thing.rule == "table" and full != written:
        parts.append(f"{written} is short for {full}")
    area = thing.near if isinstance(thing, Body) and thing.near else thing.area
    if area is not None and area != NATION and not _names_area(written, area.name):
        sure, why = _SOURCES[setting.source]
        score = min(score, sure)
        level = LEVEL.match(written)
        is_level = isinstance(thing, Body) and level is not None and len(written) > level.end()
        how = f"{level[0]} is" if level is not None and is_level else "taken to be in"
        parts.append(f"{how} {area.name}: {why}")
    return Reason(score, "; ".join(parts) or FULL)


def _names_area(written: str, area: str) -> bool:
    """Whether a name begins with the area, in full or short, or is that of the area."""
    return bool(cut_areas(written)[0]) or written.startswith(area[:2])


def reasons_of_group(group: Group) -> Iterator[tuple[Person, Reason]]:
    """Give the reasons why sightings are one person.

    Parameters:
        group: The person.

    Yields:
        Each sighting, and why it belongs to the others.
    """
    joins = [profile for profile in group.profiles if profile.reason]
    for profile in group.profiles:
        join = profile if profile.reason else next(iter(joins), profile)
        for person in profile.members:
            parts = [join.reason] if join.reason else []
            shared = _shared_with(person, profile)
            if shared is not None:
                parts.append("same name and body as in {}: {}".format(*shared))
            text = "; ".join(parts) or _ALONE[len(person.name) == 1]
            yield person, Reason(join.score, text)


def _shared_with(person: Person, profile: Profile) -> tuple[str, str] | None:
    """The article of the sighting next to one in time that shares a body, and the body."""
    at = profile.members.index(person)
    bodies = {tenure.body: tenure.full for tenure in person.tenures if tenure.body}
    for other in (*reversed(profile.members[:at]), *profile.members[at + 1 :]):
        for tenure in other.tenures:
            if tenure.body in bodies:
                return other.article, bodies[tenure.body]
    return None

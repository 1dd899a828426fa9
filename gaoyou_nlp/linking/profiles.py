"""Profiles: sightings of one name that belong to one person because they share a body."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Final

from gaoyou_nlp.linking.sightings import Person
from gaoyou_nlp.linking.tiers import DEPUTY

ALONE: Final = 1.0
"""The score of a profile that is joined with no other."""

Apart = Callable[[Person, Person], bool]


@dataclass
class Profile:
    """Sightings of one name that are one person; what follows for all of them is kept.

    Parameters:
        members: Them, by their days and articles.
        reason, score: Why the profile belongs to its group, and how sure that is.
    """

    members: list[Person]
    reason: str = ""
    score: float = ALONE

    @cached_property
    def areas(self) -> set[str]:
        """The areas that the bodies of the state are in."""
        return {
            tenure.body.split("|")[0]
            for person in self.members
            for tenure in person.tenures
            if tenure.body and tenure.kind == "state"
        }

    @cached_property
    def tier(self) -> int:
        """The highest post, -1 without one."""
        return max((tenure.tier for one in self.members for tenure in one.tenures), default=-1)

    @cached_property
    def bodies(self) -> dict[str, str]:
        """The bodies by their keys, with their names."""
        names = {t.body: t.full for one in self.members for t in one.tenures if t.body}
        return dict(sorted(names.items()))

    @cached_property
    def held(self) -> tuple[str, str]:
        """The first and the last day on which a post is held."""
        days = [
            one.about
            for one in self.members
            if one.about and (not one.tenures or any(tenure.is_held for tenure in one.tenures))
        ]
        return (min(days), max(days)) if days else ("", "")


@dataclass(slots=True)
class Group:
    """A person: profiles, the first of them first."""

    profiles: list[Profile] = field(default_factory=list)

    @property
    def members(self) -> list[Person]:
        """All sightings, by their days and articles."""
        return sorted((one for profile in self.profiles for one in profile.members), key=order)


def order(person: Person) -> tuple[str, str]:
    """Sort sightings by day and article; those without a day come last."""
    return (person.about or "9999", person.article)


def find_profiles(people: Sequence[Person], apart: Apart | None) -> list[Profile]:
    """Group sightings that share a body, in time that is linear in their number."""
    found: list[Profile] = []
    owner: dict[tuple[str, bool], list[Profile]] = {}
    for person in people:
        keys = _keys(person)
        near = {id(profile): profile for key in keys for profile in owner.get(key, ())}
        mine = [profile for profile in near.values() if _may_hold(profile, person, apart)]
        if apart is not None:
            mine.sort(
                key=lambda profile: abs(years_between(profile.members[-1].about, person.about))
            )
        if not mine:
            mine = [Profile([])]
            found.append(mine[0])
        first = mine[0]
        first.members.append(person)
        for key in keys:
            owners = owner.setdefault(key, [])
            if all(first is not other for other in owners):
                owners.append(first)
        for other in mine[1:]:
            if may_be_one(first, other, apart):
                _absorb(first, other, found, owner)
    for profile in found:
        profile.members.sort(key=order)
    return found


def _keys(person: Person) -> list[tuple[str, bool]]:
    """The keys that join two sightings: a body, and whether the person leads it."""
    keys = [(tenure.body, tenure.tier >= DEPUTY) for tenure in person.tenures if tenure.body]
    if len(person.name) == 1:  # a surname: 王局长 may be another 王 in each article
        keys = []
    return list(dict.fromkeys(keys)) if keys else [(f"article:{person.article}", False)]


def _may_hold(profile: Profile, person: Person, apart: Apart | None) -> bool:
    return apart is None or not any(apart(one, person) for one in profile.members)


def may_be_one(one: Profile, other: Profile, apart: Apart | None) -> bool:
    """Whether no overrule keeps the sightings of two profiles apart."""
    return apart is None or all(_may_hold(one, person, apart) for person in other.members)


def _absorb(
    one: Profile,
    other: Profile,
    found: list[Profile],
    owner: dict[tuple[str, bool], list[Profile]],
) -> None:
    one.members += other.members
    found[:] = [profile for profile in found if profile is not other]
    for key in {key for person in other.members for key in _keys(person)}:
        owners = [profile for profile in owner[key] if profile is not other]
        owner[key] = owners if any(one is profile for profile in owners) else [*owners, one]


def years_between(day: str, later: str) -> float:
    """Return how many years lie between two days or months, negative where the second is first."""
    first, last = (one if len(one) > 7 else f"{one}-01" for one in (day, later))
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days / 365.25
    except ValueError:
        return 99.0

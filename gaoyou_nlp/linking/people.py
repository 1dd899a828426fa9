"""Groups the sightings of one name into people.

Sightings that share a body are one person (``Profile``). Profiles are joined where the texts allow
a move: heads and deputies of one area whose times do not overlap, and only where no other profile
has the same claim. Everything else stays apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Final

from gaoyou_nlp.linking.comparing import compare
from gaoyou_nlp.linking.profiles import Apart, Group, Profile, find_profiles, may_be_one, order
from gaoyou_nlp.linking.sightings import Person

ENOUGH: Final = 0.8
"""The score from which on two profiles are one person."""

_MARGIN: Final = 0.06
"""By how much a join must be likelier than one that contradicts it."""


def group_people(sightings: Iterable[Person], apart: Apart | None = None) -> list[Group]:
    """Group the sightings of one name.

    Parameters:
        sightings: All of the same name, in any order.
        apart: Whether two sightings are known to be two people; None where nothing is known.

    Returns:
        The people, by their first sighting.

    Examples:
        >>> from gaoyou_nlp.linking.sightings import Person, Tenure
        >>> head = Tenure("321084|商务局", "高邮市商务局", "state", "局长", 3)
        >>> two = [Person("a", "叶大川", "2020-01-05", "2020-01-05", "321084", (head,)),
        ...        Person("b", "叶大川", "2021-03-01", "2021-03-01", "321084", (head,))]
        >>> [len(group.members) for group in group_people(two)]
        [2]
    """
    people = sorted(sightings, key=order)
    if apart is None and len({person.born for person in people if person.born}) > 1:
        apart = born_apart
    profiles = find_profiles(people, apart)
    groups = [Group([profile]) for profile in profiles]
    if people and len(people[0].name) == 1:
        return groups
    for score, first, second, reason in _joins(profiles):
        one, other = (next(g for g in groups if p in g.profiles) for p in (first, second))
        if one is other or _contradict(one, other, apart):
            continue
        second.reason, second.score = reason, score
        one.profiles += other.profiles
        groups.remove(other)
    return sorted(groups, key=lambda group: order(group.members[0]))


def born_apart(one: Person, other: Person) -> bool:
    """Whether two people are born in different years or months, as far as both are known."""
    length = min(len(one.born), len(other.born))
    return one.born[:length] != other.born[:length]


_Join = tuple[float, Profile, Profile, str]


def _joins(profiles: Sequence[Profile]) -> list[_Join]:
    """The pairs of profiles that may be one person, the surest first, without doubtful ones."""
    pairs: list[_Join] = []
    for one, other in combinations(sorted(profiles, key=_first_seen), 2):
        score, reason = compare(one, other)
        if score >= ENOUGH - _MARGIN:
            pairs.append((score, one, other, reason))
    pairs.sort(key=lambda pair: -pair[0])
    return [
        pair
        for pair in pairs
        if pair[0] >= ENOUGH and not any(_rivals(pair, other) for other in pairs)
    ]


def _rivals(pair: _Join, other: _Join) -> bool:
    """Whether another pair joins one of these profiles to a third, with nearly the same score."""
    mine = (pair[1], pair[2])
    theirs = [profile for profile in other[1:3] if all(profile is not one for one in mine)]
    if len(theirs) != 1 or other[0] < pair[0] - _MARGIN:
        return False
    left = [profile for profile in mine if all(profile is not one for one in other[1:3])]
    return compare(*sorted((left[0], theirs[0]), key=_first_seen))[0] < ENOUGH


def _contradict(one: Group, other: Group, apart: Apart | None) -> bool:
    """Whether two groups hold profiles that cannot be one person."""
    for first in one.profiles:
        for second in other.profiles:
            if apart is not None and not may_be_one(first, second, apart):
                return True
            if first.bodies and second.bodies:
                pair = sorted((first, second), key=_first_seen)
                if compare(*pair)[0] <= 0.2:
                    return True
    return False


def _first_seen(profile: Profile) -> tuple[str, str]:
    return order(profile.members[0])

"""Which sightings of one name are one person.

Sightings that share a body are one person (``Profile``). Profiles are joined where the texts allow
a move: heads and deputies of one area whose times do not overlap, and only where no other profile
has the same claim. Everything else stays apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import combinations
from typing import Final

from gaoyou_nlp.linking.sightings import Person
from gaoyou_nlp.linking.tiers import DEPUTY

ENOUGH: Final = 0.8
"""The score from which on two profiles are one person."""

SAME_BODY, ALONE, SURE = 0.98, 1.0, 1.0
_SAME_AREA, _A_YEAR, _LONGEST = 0.94, 0.012, 9.0
_SIDE_POST, _NO_POST, _SAID, _PERHAPS = 0.88, 0.84, 0.04, 0.79
_MARGIN: Final = 0.06
"""By how much a join must be likelier than one that contradicts it."""

_SIDE_POSTS: Final = (
    "公安局", "委组织部", "委宣传部", "委统战部", "委政法委员会", "纪律检查委员会", "人民武装部",
    "开发区", "高新区", "经济开发区", "工业园区", "委办公室", "人民政府办公室", "总工会",
)  # fmt: skip
"""Bodies that a member of a committee or a deputy of a government heads at the same time."""

_SEATS: Final = ("委员会", "人民政府", "人大常委会", "政协")
Apart = Callable[[Person, Person], bool]


@dataclass
class Profile:
    """Sightings of one name that are one person; what is said of all of them is kept.

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
        its = {t.body: t.full for one in self.members for t in one.tenures if t.body}
        return dict(sorted(its.items()))

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
        return sorted((one for its in self.profiles for one in its.members), key=order)


def order(person: Person) -> tuple[str, str]:
    """Sort sightings by day and article; those without a day come last."""
    return (person.about or "9999", person.article)


def group_people(sightings: Iterable[Person], apart: Apart | None = None) -> list[Group]:
    """Group the sightings of one name.

    Parameters:
        sightings: All of the same name, in any order.
        apart: Whether two sightings are said to be two people; None where nothing is said.

    Returns:
        The people, by their first sighting.

    Examples:
        >>> from gaoyou_nlp.linking.sightings import Tenure
        >>> head = Tenure("321084|商务局", "高邮市商务局", "state", "局长", 3)
        >>> two = [Person("a", "叶大川", "2020-01-05", "2020-01-05", "321084", (head,)),
        ...        Person("b", "叶大川", "2021-03-01", "2021-03-01", "321084", (head,))]
        >>> [len(group.members) for group in group_people(two)]
        [2]
    """
    people = sorted(sightings, key=order)
    if apart is None and len({person.born for person in people if person.born}) > 1:
        apart = born_apart
    profiles = _profiles(people, apart)
    groups = [Group([profile]) for profile in profiles]
    for score, first, second, reason in _joins(profiles):
        one, other = (next(g for g in groups if p in g.profiles) for p in (first, second))
        if one is other or _contradict(one, other, apart):
            continue
        second.reason, second.score = reason, score
        one.profiles += other.profiles
        groups.remove(other)
    return sorted(groups, key=lambda group: order(group.members[0]))


def born_apart(one: Person, other: Person) -> bool:
    """Whether two people are born in different years or months, as far as both are told."""
    length = min(len(one.born), len(other.born))
    return one.born[:length] != other.born[:length]


def _profiles(people: Sequence[Person], apart: Apart | None) -> list[Profile]:
    """Put together what shares a body, in time that grows with the number of sightings."""
    found: list[Profile] = []
    owner: dict[tuple[str, bool], list[Profile]] = {}
    for person in people:
        keys = _keys(person)
        near = {id(its): its for key in keys for its in owner.get(key, ())}
        mine = [its for its in near.values() if _may_hold(its, person, apart)]
        if apart is not None:
            mine.sort(key=lambda its: _distance(its.members[-1].about, person.about))
        if not mine:
            mine = [Profile([])]
            found.append(mine[0])
        first = mine[0]
        first.members.append(person)
        for key in keys:
            its = owner.setdefault(key, [])
            if all(first is not other for other in its):
                its.append(first)
        for other in mine[1:]:
            if _all_fit(first, other, apart):
                _absorb(first, other, found, owner)
    for profile in found:
        profile.members.sort(key=order)
    return found


def _keys(person: Person) -> list[tuple[str, bool]]:
    """What makes two sightings one: a body, and whether the person leads there."""
    keys = [(tenure.body, tenure.tier >= DEPUTY) for tenure in person.tenures if tenure.body]
    return list(dict.fromkeys(keys)) if keys else [(f"article:{person.article}", False)]


def _may_hold(profile: Profile, person: Person, apart: Apart | None) -> bool:
    return apart is None or not any(apart(one, person) for one in profile.members)


def _all_fit(one: Profile, other: Profile, apart: Apart | None) -> bool:
    return apart is None or all(_may_hold(one, person, apart) for person in other.members)


def _absorb(
    one: Profile,
    other: Profile,
    found: list[Profile],
    owner: dict[tuple[str, bool], list[Profile]],
) -> None:
    one.members += other.members
    found[:] = [its for its in found if its is not other]
    for key in {key for person in other.members for key in _keys(person)}:
        its = [profile for profile in owner[key] if profile is not other]
        owner[key] = its if any(one is profile for profile in its) else [*its, one]


_Join = tuple[float, Profile, Profile, str]


def _joins(profiles: Sequence[Profile]) -> list[_Join]:
    """The pairs of profiles that may be one person, the surest first, without doubtful ones."""
    pairs: list[_Join] = []
    for one, other in combinations(sorted(profiles, key=lambda its: order(its.members[0])), 2):
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
    """Whether another pair claims one of these profiles for somebody else, nearly as surely."""
    mine = (pair[1], pair[2])
    theirs = [its for its in other[1:3] if all(its is not one for one in mine)]
    if len(theirs) != 1 or other[0] < pair[0] - _MARGIN:
        return False
    left = [its for its in mine if all(its is not one for one in other[1:3])]
    return compare(*sorted((left[0], theirs[0]), key=lambda its: order(its.members[0])))[0] < ENOUGH


def compare(one: Profile, other: Profile) -> tuple[float, str]:
    """Say how likely two profiles of a name are one person, and why.

    Parameters:
        one: The profile that is seen first.
        other: The other.
    """
    if not one.bodies or not other.bodies:
        return _compare_bare(one, other)
    shared = one.areas & other.areas
    if not shared:
        return 0.05, "other areas"
    if min(one.tier, other.tier) < DEPUTY:
        return 0.2, "one of them leads no body"
    if not (one.held[0] and other.held[0]):
        return 0.6, "no days to compare"
    if _overlap(one.held, other.held):
        if _is_side_post(one, other) or _is_side_post(other, one):
            return _SIDE_POST, f"a post beside a seat in {_place(one, shared)}"
        return 0.1, "other posts at the same time"
    earlier, later = sorted((one, other), key=lambda its: its.held)
    years = _years(earlier.held[1], later.held[0])
    if years > _LONGEST:
        return 0.5, f"{years:.0f} years between"
    said = any(
        tenure.change in ("appointed", "elected", "acting")
        for person in later.members
        for tenure in person.tenures
    )
    score = _SAME_AREA - _A_YEAR * years + (_SAID if said else 0)
    before, after = (_names(its, shared) for its in (earlier, later))
    return min(score, 0.97), (
        f"moved: {before} until {_shown(earlier.held[1])}, {after} from {_shown(later.held[0])}"
    )


def _compare_bare(one: Profile, other: Profile) -> tuple[float, str]:
    """Compare a sighting without a post with a profile that has one."""
    bare, full = (one, other) if not one.bodies else (other, one)
    if bare.bodies or not full.bodies:
        return 0.3, "no post to compare"
    person = bare.members[0]
    twin = next(
        (
            name
            for name in full.bodies.values()
            for tenure in person.tenures
            if tenure.full and not tenure.body and name.endswith(tenure.full)
        ),
        "",
    )
    if twin:
        near = all((person.about, full.held[0])) and _near(person.about, full.held) <= 2
        return (_NO_POST, f"likely {twin}") if near else (_PERHAPS, f"perhaps {twin}")
    if person.tenures and any(tenure.full for tenure in person.tenures):
        return 0.3, "another post"
    if not person.official or person.area not in full.areas or full.tier < DEPUTY:
        return 0.3, "no post to compare"
    if not (person.about and full.held[0]):
        return 0.6, "no days to compare"
    if _near(person.about, full.held) > 2:
        return 0.5, "named without a post, years away"
    return _NO_POST, f"named without a post in the area of {next(iter(full.bodies.values()))}"


def _near(day: str, span: tuple[str, str]) -> float:
    """Return how many years a day is from a time."""
    if span[0] <= day <= span[1]:
        return 0.0
    return min(abs(_years(day, edge)) for edge in span)


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _shown(day: str) -> str:
    """A day, or the year where no more than that is known."""
    return day if len(day) > 7 else day[:4]


def _distance(day: str, later: str) -> float:
    return abs(_years(day, later))


def _years(day: str, later: str) -> float:
    first, last = (one if len(one) > 7 else f"{one}-01" for one in (day, later))
    try:
        return (date.fromisoformat(last) - date.fromisoformat(first)).days / 365.25
    except ValueError:
        return 99.0


def _is_side_post(one: Profile, other: Profile) -> bool:
    """Whether the first sits in a committee or government, and the other heads a part of it."""
    seats = {key.split("|")[1] for key in one.bodies}
    parts = {key.split("|")[1] for key in other.bodies}
    return bool(seats & set(_SEATS)) and all(
        part.endswith(_SIDE_POSTS) for part in parts - set(_SEATS)
    )


def _place(profile: Profile, areas: set[str]) -> str:
    return _names(profile, areas)


def _names(profile: Profile, areas: set[str]) -> str:
    names = [name for key, name in profile.bodies.items() if key.split("|")[0] in areas]
    return "、".join(names[:2])


def _contradict(one: Group, other: Group, apart: Apart | None) -> bool:
    """Whether two groups hold profiles that cannot be one person."""
    for first in one.profiles:
        for second in other.profiles:
            if apart is not None and not _all_fit(first, second, apart):
                return True
            if first.bodies and second.bodies:
                pair = sorted((first, second), key=lambda its: order(its.members[0]))
                if compare(*pair)[0] <= 0.2:
                    return True
    return False

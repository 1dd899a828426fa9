"""Scores how likely two profiles of one name are the same person."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.linking.profiles import Profile, years_between
from gaoyou_nlp.linking.tiers import DEPUTY

_SAME_AREA, _A_YEAR, _LONGEST = 0.94, 0.012, 9.0
_SIDE_POST, _NO_POST, _APPOINTED, _PERHAPS = 0.88, 0.84, 0.04, 0.79
_SIDE_POSTS: Final = (
    "公安局", "委组织部", "委宣传部", "委统战部", "委政法委员会", "纪律检查委员会", "人民武装部",
    "开发区", "高新区", "经济开发区", "工业园区", "委办公室", "人民政府办公室", "总工会",
)  # fmt: skip
"""Bodies that a member of a committee or a deputy of a government heads at the same time."""

_SEATS: Final = ("委员会", "人民政府", "人大常委会", "政协")


def compare(one: Profile, other: Profile) -> tuple[float, str]:
    """Score how likely two profiles of a name are the same person.

    Parameters:
        one: The profile that is seen first.
        other: The other.

    Returns:
        A score from 0 to 1, and the reason in words.
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
            return _SIDE_POST, f"a post beside a seat in {_names(one, shared)}"
        return 0.1, "other posts at the same time"
    earlier, later = sorted((one, other), key=lambda profile: profile.held)
    years = years_between(earlier.held[1], later.held[0])
    if years > _LONGEST:
        return 0.5, f"{years:.0f} years between"
    is_appointed = any(
        tenure.change in ("appointed", "elected", "acting")
        for person in later.members
        for tenure in person.tenures
    )
    score = _SAME_AREA - _A_YEAR * years + (_APPOINTED if is_appointed else 0)
    before, after = (_names(profile, shared) for profile in (earlier, later))
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
    return min(abs(years_between(day, edge)) for edge in span)


def _overlap(one: tuple[str, str], other: tuple[str, str]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _shown(day: str) -> str:
    """A day, or the year where no more than that is known."""
    return day if len(day) > 7 else day[:4]


def _is_side_post(one: Profile, other: Profile) -> bool:
    """Whether the first sits in a committee or government, and the other heads a part of it."""
    seats = {key.split("|")[1] for key in one.bodies}
    parts = {key.split("|")[1] for key in other.bodies}
    return bool(seats & set(_SEATS)) and all(
        part.endswith(_SIDE_POSTS) for part in parts - set(_SEATS)
    )


def _names(profile: Profile, areas: set[str]) -> str:
    names = [name for key, name in profile.bodies.items() if key.split("|")[0] in areas]
    return "、".join(names[:2])

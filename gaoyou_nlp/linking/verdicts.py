"""Applies overrules: resolves them to sightings, and joins or separates those."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gaoyou_nlp.linking.ids import Ids
from gaoyou_nlp.linking.overrules import Overrule
from gaoyou_nlp.linking.people import born_apart
from gaoyou_nlp.linking.profiles import Apart, Group, order
from gaoyou_nlp.linking.sightings import Person


class Verdicts:
    """What overrules mean for a run.

    Parameters:
        rules: As their file gives them.
    """

    def __init__(self, rules: Sequence[Overrule]) -> None:
        self._rules = tuple(rules)
        self._apart = [rule for rule in rules if not rule.same]
        self._wanted = {ref for rule in rules for ref in (rule.a, rule.b)}
        self._split = {rule.b for rule in self._apart}
        self._keys: dict[tuple[str, str], str] = {}

    def key(self, kind: str, article: str, name: str, key: str) -> str:
        """Return the key of a body, place or project; one of its own if it is said to be other.

        Parameters:
            kind: Of the thing.
            article, name: What names it.
            key: What the rules have found.
        """
        ref = f"{article}:{name}"
        if ref not in self._wanted:
            return key
        if ref in self._split and key:
            key = f"{key}#{article}"
        self._keys[kind, ref] = key
        return key

    def joins(self, kind: str, ids: Ids) -> Iterator[tuple[str, str, str]]:
        """Yield two keys that are said to be the same, and where that is said."""
        for rule in self._rules:
            if rule.same:
                one, other = (self._key_of(kind, ref, ids) for ref in (rule.a, rule.b))
                if one and other and one != other:
                    yield one, other, rule.where

    def forbids(self, kind: str, one: str, other: str, ids: Ids) -> bool:
        """Whether two keys are said to be two things."""
        pair = {one, other}
        return any(
            {self._key_of(kind, rule.a, ids), self._key_of(kind, rule.b, ids)} == pair
            for rule in self._apart
        )

    def _key_of(self, kind: str, ref: str, ids: Ids) -> str | None:
        return self._keys.get((kind, ref)) or ids.first_key(kind, ref)

    def apart(self, name: str, people: Sequence[Person], ids: Ids) -> Apart | None:
        """Return what tells people of one name apart; None where nothing is said of them."""
        pairs = []
        for rule in self._apart:
            sides = [_meant(ref, people, ids) for ref in (rule.a, rule.b)]
            if all(sides):
                pairs.append(sides)
        if not pairs:
            return None

        def apart(one: Person, other: Person) -> bool:
            a, b = one.article, other.article
            is_listed = any((a in left and b in right) or (b in left and a in right)
                       for left, right in pairs)  # fmt: skip
            return is_listed or bool(one.born and other.born and born_apart(one, other))

        return apart

    def names(self, person: Person) -> bool:
        """Whether an overrule names a sighting by its article."""
        return f"{person.article}:{person.name}" in self._wanted

    def join_people(self, groups: list[Group], ids: Ids) -> list[Group]:
        """Bring together the groups that are said to be one person."""
        articles = {one.article for group in groups for one in group.members}
        for rule in self._rules:
            if not rule.same:
                continue
            refs = [_lasting(ref, articles, ids) for ref in (rule.a, rule.b)]
            found = [[group for group in groups if _meant(ref, group.members, ids)] for ref in refs]
            for one in found[0][:1]:
                for other in found[1]:
                    if other is not one:
                        for profile in other.profiles:
                            profile.reason, profile.score = f"overruled: {rule.where}", 1.0
                        one.profiles += other.profiles
                        groups = [group for group in groups if group is not other]
        return sorted(groups, key=lambda group: (group.members[0].name, order(group.members[0])))


def _lasting(ref: str, articles: set[str], ids: Ids) -> str:
    """The id that earlier runs gave to what an article names, where this run lacks the article."""
    article, _, name = ref.rpartition(":")
    if not article or article in articles:
        return ref
    return ids.of_key("person", anchor(name, article)) or ref


def anchor(name: str, article: str) -> str:
    """Return the key of a name in an article, in the file of ids.

    Examples:
        >>> anchor("叶大川", "2020-1")
        '叶大川|article:2020-1'
    """
    return f"{name}|article:{article}"


def _meant(ref: str, people: Sequence[Person], ids: Ids) -> set[str]:
    """The articles in which a reference means one of some people."""
    article, _, name = ref.rpartition(":")
    meant = {one.article for one in people if one.article == article and one.name == name}
    keys = ids.keys("person", ref)
    if not keys:
        return meant
    anchors = {anchor(one.name, one.article): one.article for one in people}
    meant |= {article for key, article in anchors.items() if key in keys}
    bodies = {
        one.article
        for one in people
        for tenure in one.tenures
        if f"{one.name}|{tenure.body}" in keys
    }
    return meant | bodies

"""Links over many articles: what each names, grouped into people, bodies, places and projects."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from gaoyou_nlp.linking.bare_areas import RunAreas
from gaoyou_nlp.linking.cells import entity_cells, person_cells
from gaoyou_nlp.linking.entities import SCORES, Entities, short_forms
from gaoyou_nlp.linking.gathering import gather
from gaoyou_nlp.linking.ids import Ids
from gaoyou_nlp.linking.overrules import Overrule
from gaoyou_nlp.linking.people import group_people
from gaoyou_nlp.linking.profiles import Group, order
from gaoyou_nlp.linking.reasons import Reason, reason_of_name, reasons_of_group
from gaoyou_nlp.linking.renamings import renamings
from gaoyou_nlp.linking.setting import Setting, setting_of, setting_of_place
from gaoyou_nlp.linking.sightings import Person, Sightings
from gaoyou_nlp.linking.verdicts import Verdicts, anchor
from gaoyou_nlp.records import Record
from gaoyou_nlp.tables.linked import Cells, Link

_OF: Final = {"body": "bodies", "place": "places", "project": "projects"}
_KINDS: Final = {"bodies": "body", "places": "place", "linked_projects": "project"}


class Links:
    """The people, bodies, places and projects of a run.

    Parameters:
        place: Where articles play that do not say it themselves; empty where they may play
            anywhere.
        ids: What gives ids.
        overrules: What a person says against the rules.
    """

    def __init__(
        self, place: str = "", ids: Ids | None = None, overrules: Sequence[Overrule] = ()
    ) -> None:
        self.ids = Ids() if ids is None else ids
        self.entities = {kind: Entities(kind) for kind in _OF}
        self.groups: dict[str, Group] = {}
        self._renamings: list[tuple[str, str, str]] = []
        self._default = setting_of_place(place) if place else Setting()
        self._run = RunAreas()
        self._pages: dict[str, Setting] = {}
        self._people: dict[str, list[Person]] = {}
        self._verdicts = Verdicts(overrules)
        self._links: dict[tuple[str, str], Link] = {}
        self._ids: dict[str, dict[str, str]] = {}

    def look_at(self, record: Record) -> None:
        """Look at an article for what the others of its page and run may leave out."""
        self._run.see(record)
        page = _page_of(record)
        if page:
            seen = self._pages.get(page)
            own = setting_of(record)
            self._pages[page] = own if seen is None else seen.within(own)

    def sightings(self, record: Record) -> Sightings:
        """Gather what an article names, as the overrules have it."""
        page = self._pages.get(_page_of(record), Setting())
        return gather(record, page.within(self._default), self._run)

    def add(self, record: Record) -> None:
        """Take an article."""
        found = self.sightings(record)
        for person in found.people.values():
            self._people.setdefault(person.name, []).append(person)
        for kind, name in _OF.items():
            entities = self.entities[kind]
            seen = set()
            for written, thing in getattr(found, name).items():
                key = self._verdicts.key(kind, found.article, written, thing.key)
                if key:
                    entities.see(key, written, thing, found.day, new=key not in seen)
                    seen.add(key)
        self._renamings += renamings(record, found)

    def finish(self) -> None:
        """Group what was taken, and give ids."""
        bodies = self.entities["body"]
        joins = [(old, new, "said", words) for old, new, words in sorted(self._renamings)]
        for short, full in sorted(short_forms(bodies.found)):
            joins.append((short, full, "letters", "short form by its characters"))
        for old, new, rule, reason in joins:
            if not self._verdicts.forbids("body", old, new, self.ids):
                bodies.join(old, new, rule, reason)
        for kind, entities in self.entities.items():
            for a, b, where in self._verdicts.joins(kind, self.ids):
                entities.join(b, a, "said", f"overruled: {where}")
            entities.settle()
            self._name_entities(kind, entities)
        self._group_people()

    def of(self, record: Record) -> dict[tuple[str, str], Link]:
        """Return the links of an article by kind and name as written.

        Parameters:
            record: One of those that were taken.
        """
        found = self.sightings(record)
        links = {
            ("person", name): self._links[name, record.id]
            for name in found.people
            if (name, record.id) in self._links
        }
        for kind, name in _OF.items():
            for written, thing in getattr(found, name).items():
                key = self._verdicts.key(kind, record.id, written, thing.key)
                if key:
                    reason = reason_of_name(written, thing, found.setting)
                    links[kind, written] = self._entity_link(kind, key, reason)
        return links

    def rows(self, table: str) -> Iterator[Cells]:
        """Yield the rows of ``people``, ``bodies``, ``places`` or ``linked_projects``."""
        if table == "people":
            for id, group in sorted(self.groups.items(), key=lambda pair: _by_name(pair[1])):
                yield (id, *person_cells(group))
            return
        kind = _KINDS[table]
        for key, id in self._ids[kind].items():
            yield (id, *entity_cells(self.entities[kind].found[key]))

    def _entity_link(self, kind: str, key: str, reason: Reason) -> Link:
        entities = self.entities[kind]
        root = entities.root(key)
        if key in entities.stands_for:
            _, rule, words = entities.stands_for[key]
            if rule == "letters":
                words = f"{words}: {entities.found[root].name}"
            reason = reason.with_join(SCORES[rule], words)
        return Link(self._ids[kind][root], round(reason.score, 4), reason.text)

    def _name_entities(self, kind: str, entities: Entities) -> None:
        known: dict[str, list[str]] = {key: [key] for key in entities.found}
        for key in entities.stands_for:
            known.setdefault(entities.root(key), []).append(key)
        order = sorted(entities.found, key=lambda key: (entities.found[key].first_day or "9", key))
        claimed = {key: self.ids.claim(kind, known[key]) for key in order}
        self._ids[kind] = {
            key: self.ids.give(kind, entities.found[key].name, known[key], claimed[key])
            for key in order
        }

    def _group_people(self) -> None:
        bodies = self.entities["body"]
        groups: list[Group] = []
        for name, people in sorted(self._people.items()):
            if bodies.stands_for:
                people = [_with_roots(person, bodies) for person in people]
            groups += group_people(people, self._verdicts.apart(name, people, self.ids))
        self._people.clear()
        groups = self._verdicts.join_people(groups, self.ids)
        claimed = {
            id(group): self.ids.claim("person", _anchors(group, self._verdicts)) for group in groups
        }
        for group in groups:
            if claimed[id(group)] is None:
                claimed[id(group)] = self.ids.claim("person", _keys(group))
        for group in groups:
            keys = [*_keys(group), *_anchors(group, self._verdicts)]
            name = group.members[0].name
            person_id = self.ids.give("person", name, keys, claimed[id(group)])
            self.groups[person_id] = group
            for person, reason in reasons_of_group(group):
                link = Link(person_id, round(reason.score, 4), reason.text)
                self._links[person.name, person.article] = link


def _by_name(group: Group) -> tuple[str, str, str]:
    first = group.members[0]
    return (first.name, *order(first))


def _page_of(record: Record) -> str:
    """The page an article stands on: its file, where that is a page and no list of articles."""
    source = record.article.source
    return "" if source is None or source.line is not None else source.path


def _with_roots(person: Person, bodies: Entities) -> Person:
    if not any(tenure.body in bodies.stands_for for tenure in person.tenures):
        return person
    tenures = tuple(replace(one, body=bodies.root(one.body)) for one in person.tenures)
    return replace(person, tenures=tenures)


def _keys(group: Group) -> list[str]:
    """What a person is known by: her or his name in each body."""
    name = group.members[0].name
    keys = [f"{name}|{key}" for profile in group.profiles for key in profile.bodies]
    return list(dict.fromkeys(keys))


def _anchors(group: Group, verdicts: Verdicts) -> list[str]:
    """The first article of each profile, which tells namesakes in one body apart, and overruled."""
    members = [
        person
        for profile in group.profiles
        for at, person in enumerate(profile.members)
        if at == 0 or verdicts.names(person)
    ]
    return list(dict.fromkeys(anchor(one.name, one.article) for one in members))


def link(
    records: Iterable[Record],
    *,
    place: str = "",
    ids: Ids | None = None,
    overrules: Sequence[Overrule] = (),
) -> Links:
    """Link the articles of a run.

    Parameters:
        records: All of them; they are gone through once, or twice where they are a sequence or
            something that can be gone through again.
        place: Where articles play that do not say it themselves, such as ``扬州市高邮市``.
        ids: What gives ids; with those of earlier runs they stay.
        overrules: What a person says against the rules.

    Returns:
        The links.

    Examples:
        >>> from gaoyou_nlp.records import Article, Official, Post, Span
        >>> spans = (Span(0, 6, "ORG", "高邮市商务局"), Span(8, 11, "OFFICIAL", "叶大川"))
        >>> head = Official("叶大川", (Post("高邮市商务局", "局长"),), (1,))
        >>> text = "高邮市商务局局长叶大川"
        >>> records = [Record(Article(id, text), spans, (), (head,)) for id in ("a", "b")]
        >>> links = link(records)
        >>> len({links.of(record)["person", "叶大川"].id for record in records})
        1
    """
    links = Links(place, ids, overrules)
    if not isinstance(records, Iterable) or iter(records) is not records:
        for record in records:
            links.look_at(record)
    for record in records:
        links.add(record)
    links.finish()
    return links

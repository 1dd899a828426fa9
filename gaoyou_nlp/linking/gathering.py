"""Gathers the sightings of an article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from gaoyou_nlp.labels import NAMES
from gaoyou_nlp.linking.areas import cut_areas
from gaoyou_nlp.linking.bare_areas import RunAreas, area_of_words
from gaoyou_nlp.linking.bodies import Body, is_public, read_body
from gaoyou_nlp.linking.longer_names import longer_names
from gaoyou_nlp.linking.marks import Marks
from gaoyou_nlp.linking.places import plain_project, read_place
from gaoyou_nlp.linking.posts_beside import posts_beside
from gaoyou_nlp.linking.setting import Setting, Source, levels_of, setting_of
from gaoyou_nlp.linking.sightings import Person, Place, Sightings, Tenure
from gaoyou_nlp.linking.tiers import DEPUTY, tier_of
from gaoyou_nlp.linking.towns import town_of
from gaoyou_nlp.records import Post, Record

_BORN = re.compile(
    "[，,、（(](男|女)?[，,、]?(?:[\u4e00-\u9fff]{1,4}族[，,、])?(\\d{4})年(?:(\\d{1,2})月)?(?:出?生)"
)
_YEAR = re.compile("(?<!\\d)(?:19|20)\\d\\d(?=年)")
_UNITS: Final = {"局长": "局", "主任": "委会办", "厅长": "厅", "部长": "部", "党组书记": "局委"}
"""How bodies end whose posts are these."""

_REACH = 30


def gather(record: Record, beside: Setting | None = None, run: RunAreas | None = None) -> Sightings:
    """Gather what an article names.

    Parameters:
        record: The article.
        beside: The setting of the page or collection it stands in, for what it does not say itself.
        run: The areas that the run is about.
    """
    setting = _settle(record, beside or Setting(), run or RunAreas())
    known = {span.text for span in record.spans if span.label == "GPE"}
    day = (record.article.date or "")[:10]
    beside_names = posts_beside(record)
    marks = Marks(record)
    bodies = _bodies(record, setting, known, beside_names)
    people = {}
    for official in record.officials:
        tenures = tuple(
            _tenure(_with_unit(post, official.mentions, marks), bodies, setting)
            for post in official.posts or beside_names.get(official.name, ())
        )
        people[official.name] = _person(record, day, setting, marks, official.name, tenures)
    for span in record.spans:
        if span.label in NAMES and span.text not in people and not _is_part(span.text, people):
            posts = beside_names.get(span.text, ())
            tenures = tuple(_outside(_tenure(post, bodies, setting)) for post in posts)
            tenures = tenures or _as_author(record, span.text, setting, marks)
            people[span.text] = _person(record, day, setting, marks, span.text, tenures)
    return Sightings(
        record.id,
        day,
        setting,
        people,
        bodies,
        {name: read_place(name, setting) for name in sorted(known)},
        _projects(record, setting),
    )


def _settle(record: Record, beside: Setting, run: RunAreas) -> Setting:
    """The setting by the names that are marked, the page, and at last those that are not."""
    own = setting_of(record)
    main = own.main
    if own.is_local and own.has_level(levels_of(record.spans)):
        if main in run.areas:
            return own
        inner = run.named_in(record)
        inside = (
            main is not None
            and inner.main is not None
            and inner.main.is_in(main)
            and inner.main not in own.areas
        )
        return replace(inner.within(own), source="run") if inside else own
    if own.is_local:
        return _first(run.named_in(record), own, "run")
    if beside.is_local:
        return replace(own.within(beside), source="beside")
    own = own.within(beside)
    setting = _first(run.named_in(record), own, "run")
    return setting if setting.is_local else _first(area_of_words(record), own, "words")


def _first(setting: Setting, own: Setting, source: Source) -> Setting:
    """Put a setting before that of the marked names, where it says anything."""
    return replace(setting.within(own), source=source) if setting.areas else own


def _is_part(name: str, people: dict[str, Person]) -> bool:
    """Whether a name is the bare surname of somebody whose full name the article has too."""
    return len(name) == 1 and any(other.startswith(name) for other in people)


def _person(
    record: Record,
    day: str,
    setting: Setting,
    marks: Marks,
    name: str,
    tenures: tuple[Tenure, ...],
) -> Person:
    main = setting.main
    spans = marks.of_person(name)
    official = any(span.label == "OFFICIAL" for span in spans)
    born = next(filter(None, (_born(record.text, span.end) for span in spans)), "")
    about = day or _middle_of_year(record.text)
    area = "" if main is None else main.key
    return Person(record.id, name, day, about, area, tenures, born, official)


@lru_cache(maxsize=8)
def _middle_of_year(text: str) -> str:
    years = Counter(_YEAR.findall(text)).most_common(1)
    return f"{years[0][0]}-07" if years else ""


def _born(text: str, end: int) -> str:
    match = _BORN.match(text, end, end + _REACH)
    if match is None:
        return ""
    return match[2] if match[3] is None else f"{match[2]}-{int(match[3]):02}"


def _as_author(record: Record, name: str, setting: Setting, marks: Marks) -> tuple[Tenure, ...]:
    """The post of a reporter of the area, of a name in the by-line or behind 记者."""
    main = setting.main
    if main is None:
        return ()
    role = next((one.role or "" for one in record.article.authors if one.name == name), None)
    if role is None and not marks.signs(name):
        return ()
    return (Tenure(f"{main.key}|press", f"press of {main.name}", "press", role or "记者", 1),)


def _with_unit(post: Post, mentions: Sequence[int], marks: Marks) -> Post:
    """A post without a body gets the last one named before it whose name fits: 县交通局 … 局长."""
    ends = next((ends for head, ends in _UNITS.items() if post.title.endswith(head)), "")
    if post.org or not ends or not mentions:
        return post
    body = marks.body_before(mentions[0], ends)
    return post if body is None else replace(post, org=body)


def _tenure(post: Post, bodies: dict[str, Body], setting: Setting) -> Tenure:
    tier = tier_of(post.title) if post.title else DEPUTY  # a company is spoken of by who leads it
    body = _of_area(bodies[post.org], post) if post.org else _body_of_title(post.title, setting)
    if body is None:
        return Tenure("", "", "state", post.title, tier, post.change)
    return Tenure(body.key, body.full, body.kind, post.title, tier, post.change)


def _outside(tenure: Tenure) -> Tenure:
    """The post of somebody who is no official: one in a company, unless the body is public."""
    is_state = tenure.kind == "state" and is_public(tenure.full)
    return tenure if is_state else replace(tenure, kind="business")


def _body_of_title(title: str, setting: Setting) -> Body | None:
    """The government that a title says by itself: 副市长."""
    match = re.search("(?:^|副|代|原|任|务)([省市县区州旗盟])长$", title)
    if match is None:
        return None
    area = setting.of_level(match[1])
    return None if area is None else Body(area, "", "人民政府")


def _bodies(
    record: Record, setting: Setting, known: set[str], beside: Mapping[str, Sequence[Post]]
) -> dict[str, Body]:
    names = {span.text for span in record.spans if span.label == "ORG"}
    names |= {post.org for posts in beside.values() for post in posts if post.org}
    names |= {post.org for official in record.officials for post in official.posts if post.org}
    found = {name: read_body(name, setting, known) for name in sorted(names)}
    longer = longer_names(found, found)
    for name in found:
        whole = _whole(name, found, longer.get(name, ()))
        if whole is not None:
            body = found[whole]
            found[name] = replace(body, rule="here")
    meant: dict[str, set[Body]] = {}
    for official in record.officials:
        for post in official.posts:
            if post.org in known or (post.org and town_of(post.org) == post.org):
                meant.setdefault(post.org, set()).add(_of_area(found[post.org], post))
    for name, several in meant.items():
        if len(several) == 1:  # else 河口镇 is the committee of one post, the government of another
            found[name] = several.pop()
    return found


def _of_area(body: Body, post: Post) -> Body:
    """The government or the committee of an area whose name stands for it: 云河县县长."""
    if body.name not in ("", body.town) or body.area is None:
        return body
    return Body(body.area, body.town, "委员会" if "书记" in post.title else "人民政府")


def _whole(name: str, bodies: dict[str, Body], longer: Sequence[str]) -> str | None:
    """The longer name in the same article that a short form of a company or zone stands for."""
    if not longer or cut_areas(name)[0] or len(name) < 2:
        return None
    may_be_short = bodies[name].kind != "school"
    fits = [
        other
        for other in longer
        if (may_be_short and bodies[other].kind == "business" and bodies[other].near is None)
        or (name[-1] == "区" and other.endswith(name))
    ]
    return fits[0] if len(fits) == 1 else None


def _projects(record: Record, setting: Setting) -> dict[str, Place]:
    found = {}
    main = setting.main
    for project in record.projects:
        name = plain_project(project.name, setting)
        key = "" if main is None else f"{main.key}|{name}"
        place = Place(key, name, main)
        for text in (project.name, *(record.spans[at].text for at in project.mentions)):
            found[text] = place
    return found

"""Gives the bodies of posts their full names: 市发改委 is 高邮市发展和改革委员会."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gaoyou_nlp.records import Official, Post, Span
from gaoyou_nlp.relations.body_names import BodyName, full_area, level_of, parse_body
from gaoyou_nlp.relations.home import Home, find_home


@dataclass(frozen=True, slots=True)
class Unit:
    """A body as an article means it.

    Parameters:
        body: Its full name, with its area where that is known; all names that the article has for
            one body give the same.
        area: Its area, None where the article leaves it open.
        rule: How the area is known: ``written``, ``publisher``, ``dateline``, ``text``.
    """

    body: str
    area: str | None = None
    rule: str = ""


class Units:
    """The bodies of one article.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        publisher: Who published it, where that is known.
    """

    def __init__(self, text: str, spans: Sequence[Span], publisher: str | None = None) -> None:
        self._home: Home = find_home(text, spans, publisher)
        names = (parse_body(span.text) for span in spans if span.label == "ORG")
        self._named: dict[str, Unit] = {}
        for unit in map(self._placed, names):
            self._named.setdefault(unit.body, unit)

    def of(self, org: str) -> Unit:
        """Return the body that a name means.

        Parameters:
            org: As written, of a post.

        Examples:
            >>> spans = [Span(0, 3, "GPE", "高邮市"), Span(4, 8, "ORG", "市发改委")]
            >>> Units("高邮市，市发改委", spans).of("市发改委")
            Unit(body='高邮市发展和改革委员会', area='高邮市', rule='text')
        """
        area = full_area(org)
        if area is not None and level_of(area):
            return Unit(area, area, "written")
        name = parse_body(org)
        unit = self._placed(name)
        unit = self._named.get(unit.body, unit)
        others = (other for body, other in self._named.items() if body != unit.body)
        alike = [other for other in others if _is_short(name, unit, other)]
        return alike[0] if len(alike) == 1 else unit

    def _placed(self, name: BodyName) -> Unit:
        if name.area:
            return Unit(name.full, name.area, "written")
        known = self._home.get(name.level) if name.level else None
        if known is None:
            return Unit(name.full)
        return Unit(known[0] + name.rest, known[0], known[1])


def _is_short(name: BodyName, unit: Unit, other: Unit) -> bool:
    """Whether a name is a short form of another body: 发改委, or 县交通局 of 县交通运输局."""
    if not name.area and not name.level:
        return other.area is not None and other.body == other.area + name.rest
    if unit.area != other.area:
        return False
    short, long = (unit.body, other.body)
    prefix = len(unit.area or name.level)
    same = short[: prefix + 2] == long[: prefix + 2] and short[-1] == long[-1]
    return same and len(short) - prefix > 2 and len(short) < len(long) and _within(short, long)


def _within(short: str, long: str) -> bool:
    rest = iter(long)
    return all(character in rest for character in short)


def with_units(
    text: str, spans: Sequence[Span], officials: Sequence[Official], publisher: str | None = None
) -> tuple[Official, ...]:
    """Give the posts of officials the full names of their bodies.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        officials: As related.
        publisher: Who published it, where that is known.

    Returns:
        The officials; their posts have ``body``, and ``area`` with ``area_rule`` where it is known.
    """
    if not any(post.org for official in officials for post in official.posts):
        return tuple(officials)
    units = Units(text, spans, publisher)

    def with_unit(post: Post) -> Post:
        if not post.org:
            return post
        unit = units.of(post.org)
        return replace(post, body=unit.body, area=unit.area, area_rule=unit.rule)

    return tuple(
        replace(official, posts=tuple(map(with_unit, official.posts))) for official in officials
    )

"""Finds the area that an article is of: whose 市委 it means when it says no more than 市委."""

from __future__ import annotations

from collections.abc import Sequence

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations.body_names import full_area, level_of, parse_body

_TABLE = "relations/post_contexts.tsv"

Home = dict[str, tuple[str, str]]
"""From a level (市, 县) to the area of that level and the rule that found it."""
_LINE = re.compile(
    "本报(?P<first>[\u4e00-\u9fff]{2,9}?)(?:\\d{1,2}月\\d{1,2}日)?[讯电]|"
    "(?P<second>[\u4e00-\u9fff]{2,9}?)(?:\\d{1,2}月\\d{1,2}日)?[讯电](?:[ 　（(]|$)"
)
_OPENING = 400
_PUBLISHER_ENDS = re.compile(
    r"(?:中共)?(?P<area>[\u4e00-\u9fff]{2,9}?)(?:{publisher})", words=_TABLE
)
_VISIT = re.compile("{visit}", words=_TABLE)
"""Another area comes to call, or is called upon: its bodies are not those of the article."""


def find_home(text: str, spans: Sequence[Span], publisher: str | None = None) -> Home:
    """Find the areas that the bare bodies of an article belong to.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        publisher: Who published it, as its page or header says.

    Returns:
        For each level at most one area: that of the publisher or the date line; else the only
        area of the level that the text names, if it names it before any body without area and
        reports no visit. Nothing where there may be two.

    Examples:
        >>> spans = [Span(0, 3, "GPE", "阳新县"), Span(7, 9, "ORG", "县委")]
        >>> find_home("阳新县召开会议，县委书记讲话", spans)
        {'县': ('阳新县', 'text')}
        >>> find_home("县委书记讲话", [Span(0, 2, "ORG", "县委")], "阳新县人民政府")
        {'县': ('阳新县', 'publisher')}
    """
    home = dict(_of_text(text, spans))
    for rule, name in (("dateline", _date_line(text)), ("publisher", _publisher(publisher))):
        area = None if name is None else full_area(name)
        if area is not None and level_of(area):
            home[level_of(area)] = (area, rule)
    return home


def _publisher(name: str | None) -> str | None:
    found = _PUBLISHER_ENDS.match(name or "")
    return None if found is None else _known(found["area"])


def _date_line(text: str) -> str | None:
    at = 0
    while at <= min(len(text), _OPENING):
        found = _LINE.match(text, at)
        if found:
            return _known(found["first"] or found["second"])
        at = text.find("\n", at) + 1 or len(text) + 1
    return None


def _known(name: str) -> str | None:
    """The last area of a chain of areas; None where a part is none."""
    area = parse_body(name + "水利局").area
    return area if area.endswith(name) or (name.endswith(area) and area) else full_area(name)


def _of_text(text: str, spans: Sequence[Span]) -> Home:
    """The only area of each level, where it stands before the first body without one."""
    named: dict[str, set[str]] = {}
    bare: set[str] = set()
    late: set[str] = set()
    for span in spans:
        if span.label == "GPE":
            area, level = full_area(span.text), ""
        elif span.label == "ORG":
            body = parse_body(span.text)
            area, level = body.area or None, body.level
        else:
            continue
        if level:
            bare.add(level)
        elif area is not None and level_of(area):
            if level_of(area) in bare and area not in named.get(level_of(area), ()):
                late.add(level_of(area))
            named.setdefault(level_of(area), set()).add(area)
    single = {level: min(areas) for level, areas in named.items() if len(areas) == 1}
    kept = {level: area for level, area in single.items() if level in bare and level not in late}
    if not kept or _VISIT.search(text):
        return {}
    return {level: (area, "text") for level, area in kept.items()}

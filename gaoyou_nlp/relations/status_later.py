"""Reads a later stage where a text tells an old start: 2019年开工…。该工程投产后，缓解了…."""

from __future__ import annotations

from functools import cache

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.relations.settled import later_words
from gaoyou_nlp.relations.stages import is_put_off
from gaoyou_nlp.relations.status_context import Context, Place

_REACH = 300  # characters behind a name in which the text goes on about it
_HEAD = 2  # characters of a name that may stand for it: 恒岳市场…，市场已通过验收
_DONE = ("竣工", "投产", "达产")
_ALREADY = re.compile("已经?(?:于[^，。；\n]{1,10})?(?:正式|顺利|全部|全面|如期)?$")
_AHEAD = re.compile(
    "(?:该|此|目前)[^。；\n]{0,40}(?:计划|预计|力争|拟|将)[^，。；\n]{0,12}(?:开工|动工)"
)
_YEAR = re.compile("(?:19|20)[0-9]{2}年[^，。；\n]{0,10}$")
_NEAR = 18  # characters before a start in which its year stands


@cache
def _since() -> re.Pattern[str]:
    """What a text says of the time since a stage: 该工程投产后，缓解了…."""
    return re.compile(
        f"(?:[该此本]|这[一个座条]{{0,2}}){later_words('itself')}(?:建成|[竣完]工)?"
        "(?:(投[产用运]|投入(?:使用|运营|运行|生产)|启用)|通[车航])(?:后|以来)[，,]?"
        "(?![^，。；\n]{0,14}(?:将|可|能|预计|有望|力争|计划|要))[^，。；\n]{0,16}了"
    )


def reached_since(context: Context, place: Place) -> str | None:
    """Return the later stage of a project whose start is told; None where none is told.

    Parameters:
        context: Of the text.
        place: Where the project is named.

    Returns:
        What its head noun has reached in the same sentence (市场已通过验收), what the text says of
        the time since (该工程投产后，缓解了…), or what the headline tells of the one project
        whose dated start the text goes on to tell.
    """
    text = context.text
    following = context.following(place[1])
    _, high = context.sentence(place)
    head = text[place[1] - _HEAD : place[1]]
    for fact in context.between(place[1], min(high, following)):
        if fact.stage not in _DONE or not fact.sure:
            continue
        if _ALREADY.search(text, place[1], fact.start) and head in text[place[1] : fact.start]:
            return fact.stage
    since = _since().search(text, place[1], _end(context, place))
    if since is not None:
        return "投产" if since[1] else "竣工"
    return _of_headline(context, place)


def lies_ahead(context: Context, place: Place) -> bool:
    """Whether a start that a heading tells lies ahead by what the text goes on to say of it."""
    return _AHEAD.search(context.text, place[1], _end(context, place)) is not None


def _end(context: Context, place: Place) -> int:
    """Where the text stops going on about a project: at the next name."""
    return min(place[1] + _REACH, context.following(place[1]))


def _of_headline(context: Context, place: Place) -> str | None:
    """What the headline tells of the first project of a text, whose dated start it tells."""
    lead = context.lead
    if lead.counts or lead.stage not in _DONE or place != context.names[0]:
        return None
    for fact in context.between(place[1], _end(context, place)):
        if fact.stage != "开工" or not fact.sure or is_put_off(context.text, fact.start):
            continue
        low = max(place[1], fact.start - _NEAR)
        return lead.stage if _YEAR.search(context.text, low, fact.start) else None
    return None

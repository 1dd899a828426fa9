"""Brings together what a text says of its projects beyond status and sum, and their groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from gaoyou_nlp.records import Amount, DateMention, Project, ProjectGroup, Span
from gaoyou_nlp.relations.groups import find_groups
from gaoyou_nlp.relations.project_dates import DateReader
from gaoyou_nlp.relations.project_facts import FactReader
from gaoyou_nlp.relations.project_scope import ScopeReader

_MENTIONS = 8  # mentions of a project that are read


def with_details(
    text: str,
    spans: Sequence[Span],
    amounts: Sequence[Amount],
    dates: Sequence[DateMention],
    projects: Sequence[Project],
    today: str | None = None,
) -> tuple[tuple[Project, ...], tuple[ProjectGroup, ...]]:
    """Read place, builder, capacity and days of projects, and the groups they stand in.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
        amounts: Its amounts, in order.
        dates: Its dates, in order.
        projects: As related; what they have already stays.
        today: The day of publication (ISO 8601), if that is known.

    Returns:
        The projects and the groups. The sum of a group is that of none of its projects.

    Examples:
        >>> text = "云岭大桥位于云河县，由县交通局承建。"
        >>> ends = [(0, 4, "PROJECT"), (6, 9, "GPE"), (11, 15, "ORG")]
        >>> spans = [Span(a, b, label, text[a:b]) for a, b, label in ends]
        >>> [bridge], _ = with_details(text, spans, [], [], [Project("云岭大桥", mentions=(0,))])
        >>> bridge.place.text, bridge.builder.text
        ('云河县', '县交通局')
    """
    groups = find_groups(text, spans, amounts, projects)
    if not projects:
        return (), groups
    sums = {group.amount for group in groups if group.amount is not None}
    scopes, facts = ScopeReader(text, spans), FactReader(text, spans)
    days = DateReader(text, dates, today)
    detailed = []
    for project in projects:
        reach = list(scopes.of(replace(project, mentions=project.mentions[:_MENTIONS])))
        capacity = next(filter(None, map(facts.capacity, reach)), ())
        detailed.append(
            replace(
                project,
                amount=None if project.amount in sums else project.amount,
                place=project.place or next(filter(None, map(facts.place, reach)), None),
                builder=project.builder or next(filter(None, map(facts.builder, reach)), None),
                capacity=project.capacity or capacity,
                dates=project.dates or days.of(reach),
            )
        )
    return tuple(detailed), groups

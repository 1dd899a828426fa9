"""Reads the status of a project: what stands behind its name, before it, and over it."""

from __future__ import annotations

from collections.abc import Sequence

from gaoyou_nlp.labels import STATUSES
from gaoyou_nlp.language.flat_tables import find_rows
from gaoyou_nlp.records import Span
from gaoyou_nlp.relations import status_before, status_behind
from gaoyou_nlp.relations.stages import last_reached
from gaoyou_nlp.relations.status_context import Context, Place, holds_among_tasks
from gaoyou_nlp.relations.status_later import lies_ahead, reached_since

LOOKS = (
    status_behind.kind,
    status_behind.sure_after,
    status_before.before,
    status_behind.after,
    status_behind.of_all,
    status_before.anywhere,
    status_behind.behind,
    status_before.of_group,
    status_before.of_listing,
    status_before.of_class,
    status_before.headline,
)
"""Where a stage is looked for, the surest place first."""


class StatusReader:
    """Reads the status of the projects of one text.

    Parameters:
        text: The article.
        spans: Its spans, flat and in order.
    """

    def __init__(self, text: str, spans: Sequence[Span]) -> None:
        self._context = Context(text, spans)
        self._rows = {row.name[0]: row for row in find_rows(text)} if self._context.names else {}

    def of(self, mentions: Sequence[Span]) -> str | None:
        """Return the status of a project, None where the text does not give it.

        Parameters:
            mentions: Its spans.

        Examples:
            >>> text = "云岭大桥去年开工，目前主塔封顶。"
            >>> bridge = Span(0, 4, "PROJECT", "云岭大桥")
            >>> StatusReader(text, [bridge]).of([bridge])
            '在建'
        """
        rows = [row for span in mentions if (row := self._rows.get(span.start)) is not None]
        for row in rows:
            if row.status is not None:
                return last_reached(self._context.between(*row.status))
        mentions = [span for span in mentions if span.start not in self._rows]
        places = [self._context.block(span.start) for span in mentions]
        places = [place for place in places if not self._context.is_rumour(place)]
        for look in LOOKS:
            for place in places:
                found = look(self._context, place)
                if found and self._context.is_task(place):
                    found = [
                        fact for fact in found if holds_among_tasks(self._context.text, fact, place)
                    ]
                if found:
                    return self._later(last_reached(found), places)
        return None

    def _later(self, stage: str | None, places: Sequence[Place]) -> str | None:
        """The stage that a project has reached by all that stands as done behind its mentions."""
        if stage not in ("开工", "竣工"):
            return stage
        context = self._context
        if stage == "开工":
            since = (reached_since(context, place) for place in places)
            later = next((found for found in since if found), None)
            if later is not None:
                return later
            if any(lies_ahead(context, place) for place in places):
                return "前期"
        facts = [f for place in places if (f := status_behind.sure_after(context, place))]
        reached = [other for f in facts if (other := last_reached(f)) in ("竣工", "投产", "达产")]
        latest = max([stage, *reached], key=STATUSES.index)
        if latest == "开工" and any(status_behind.goes_on(context, place) for place in places):
            return "在建"
        return latest

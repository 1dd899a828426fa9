"""Puts the rows of tables of projects into the record of their document."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gaoyou_nlp.labels import STATUSES
from gaoyou_nlp.records import DateMention, Event, Project, Record, Said, Span
from gaoyou_nlp.records.span import Origin
from gaoyou_nlp.records.table import TableCell
from gaoyou_nlp.relations.tables import TableProject, projects_of_table

_EDGES = " 　\t，。、；：,.;:*"


def with_table_projects(record: Record, dates: Sequence[DateMention] = ()) -> Record:
    """Give a record the projects of the tables of its document.

    Parameters:
        record: Of an article with ``tables``.
        dates: The dates of its text, in order.

    Returns:
        The record with a project a row, whose status, sum, place, builder and days are those of
        its own row, each with its cell; spans of the names and sums that were not found yet have
        the rules ``table.project`` and ``table.amount``. A project that is named outside the
        table too keeps what the row does not say. A span of a user's list is left as it is.
    """
    text = record.text
    rows = [
        row
        for table in record.article.tables
        for row in projects_of_table(table)
        if _cell_text(text, row.name, "") is not None
    ]
    if not rows:
        return record
    names = [_name_span(text, row.name) for row in rows]
    starts = [amount.start for _, amount in record.amounts]
    sums = [_sum_span(record, starts, row) for row in rows]
    wanted = [*names, *(span for span in sums if span is not None)]
    spans, moved = _put_in(record.spans, wanted)
    number = {(span.start, span.end): at for at, span in enumerate(spans)}
    record = _amounts(_moved(record, spans, moved), rows, sums, number)
    projects = _projects(record, rows, names, sums, number, dates)
    return replace(record, projects=projects)


def _name_span(text: str, cell: TableCell) -> Span:
    """The name in a cell, a bracket at its end outside."""
    start, end = cell.start, cell.end
    name = text[start:end]
    for opening, closing in ("（）", "()"):
        if name.endswith(closing) and name.rfind(opening) > 1:
            name = name[: name.rfind(opening)]
    name = name.rstrip(_EDGES) or text[start:end]
    start += len(name) - len(name.lstrip(_EDGES))
    return Span(
        start, start + len(name.lstrip(_EDGES)), "PROJECT", name.lstrip(_EDGES), "table.project"
    )


def _sum_span(record: Record, starts: Sequence[int], row: TableProject) -> Span | None:
    """The sum of a row: the amount that stands in its cell already, or the whole cell."""
    cell = row.amount_cell
    if row.amount is None or cell is None or _cell_text(record.text, cell, "") is None:
        return None
    for at, amount in record.amounts[bisect_left(starts, cell.start) :]:
        if amount.start >= cell.end:
            break
        same = (amount.low, amount.high) == (row.amount.low, row.amount.high)
        if same and amount.end <= cell.end:
            return record.spans[at]
    return Span(cell.start, cell.end, "MONEY", cell.text, "table.amount")


def _put_in(
    spans: Sequence[Span], wanted: Sequence[Span]
) -> tuple[tuple[Span, ...], dict[int, int]]:
    """Spans with the wanted ones in place of those they overlap; and where the old ones went."""
    kept: list[tuple[Span, int]] = []
    new = sorted(set(wanted), key=lambda span: span.start)
    ready: list[tuple[Span, int]] = []
    at = 0
    for span in new:
        while at < len(spans) and spans[at].end <= span.start:
            kept.append((spans[at], at))
            at += 1
        over: list[tuple[Span, int]] = []
        while at + len(over) < len(spans) and spans[at + len(over)].start < span.end:
            over.append((spans[at + len(over)], at + len(over)))
        at += len(over)
        same = [(old, i) for old, i in over if (old.start, old.end) == (span.start, span.end)]
        if any(old.origin is Origin.USER for old, _ in over):
            kept += over
        elif same and same[0][0].label == span.label:
            kept += same
        else:
            ready.append((span, -1))
    kept += [(span, i) for i, span in enumerate(spans) if i >= at]
    both = sorted([*kept, *ready], key=lambda pair: pair[0].start)
    return tuple(span for span, _ in both), {old: i for i, (_, old) in enumerate(both) if old >= 0}


def _moved(record: Record, spans: tuple[Span, ...], moved: dict[int, int]) -> Record:
    """A record with other spans: what spoke of a span that is gone goes too."""
    amounts = [(moved[at], amount) for at, amount in record.amounts if at in moved]
    places = {amount.start: number for number, (_, amount) in enumerate(amounts)}

    def sum_of(project: Project) -> int | None:
        old = project.amount
        return None if old is None else places.get(record.amounts[old][1].start)

    def still(mentions: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(moved[at] for at in mentions if at in moved)

    officials = (
        replace(
            official,
            mentions=still(official.mentions),
            posts=tuple(replace(post, titles=still(post.titles)) for post in official.posts),
        )
        for official in record.officials
    )
    projects = (
        replace(project, mentions=still(project.mentions), amount=sum_of(project))
        for project in record.projects
    )
    return replace(
        record,
        spans=spans,
        amounts=tuple(amounts),
        officials=tuple(official for official in officials if official.mentions),
        projects=tuple(project for project in projects if project.mentions),
    )


def _amounts(
    record: Record,
    rows: Sequence[TableProject],
    sums: Sequence[Span | None],
    number: dict[tuple[int, int], int],
) -> Record:
    """The record with the sums of the rows among its amounts; projects point to the same ones."""
    found = dict(record.amounts)
    before = [at for at, _ in record.amounts]
    for row, span in zip(rows, sums, strict=True):
        at = None if span is None else number.get((span.start, span.end))
        if at is None or row.amount is None or at in found:
            continue
        marked = record.spans[at]
        if marked.label == "MONEY":
            found[at] = replace(row.amount, start=marked.start, end=marked.end)
    ordered = sorted(found.items())
    places = {at: place for place, (at, _) in enumerate(ordered)}
    projects = tuple(
        project
        if project.amount is None
        else replace(project, amount=places[before[project.amount]])
        for project in record.projects
    )
    return replace(record, amounts=tuple(ordered), projects=projects)


def _projects(
    record: Record,
    rows: Sequence[TableProject],
    names: Sequence[Span],
    sums: Sequence[Span | None],
    number: dict[tuple[int, int], int],
    dates: Sequence[DateMention],
) -> tuple[Project, ...]:
    """The projects of the rows, joined with those of the same names in the rest of the text."""
    places = {at: place for place, (at, _) in enumerate(record.amounts)}
    cells = {(span.start, span.end) for span in names}
    in_cells = {at for at, span in enumerate(record.spans) if (span.start, span.end) in cells}
    known: dict[str, Project] = {}
    rest: dict[int, Project] = {}
    for project in record.projects:
        prose = tuple(at for at in project.mentions if at not in in_cells)
        if prose:
            project = replace(project, mentions=prose)
            rest[project.mentions[0]] = project
            for at in prose:
                known.setdefault(record.spans[at].text, project)
    made: list[Project] = []
    for row, span, total in zip(rows, names, sums, strict=True):
        place = number.get((span.start, span.end))
        if place is None or record.spans[place].label != "PROJECT":
            continue
        same = known.get(span.text)
        related = None if same is None else rest.pop(same.mentions[0], None)
        amount = None if total is None else places.get(number.get((total.start, total.end), -1))
        made.append(_project(record.text, row, place, amount, related, dates))
    return tuple(sorted([*made, *rest.values()], key=lambda project: project.mentions[0]))


def _project(
    text: str,
    row: TableProject,
    at: int,
    amount: int | None,
    related: Project | None,
    dates: Sequence[DateMention],
) -> Project:
    """The project of a row; what the row does not say may stand elsewhere in the text."""
    base = related or Project(row.name.text)
    capacity = _cell_text(text, row.capacity, "table.capacity")
    return replace(
        base,
        name=max((base.name, row.name.text), key=len),
        status=row.status or base.status,
        amount=base.amount if amount is None else amount,
        mentions=tuple(sorted((*base.mentions, at))),
        status_said=_cell_text(text, row.status_cell, "table.status") if row.status else None,
        place=_cell_text(text, row.place, "table.place"),
        builder=_cell_text(text, row.builder, "table.builder"),
        capacity=() if capacity is None else (capacity,),
        dates=tuple(_days(row, dates)),
    )


def _days(row: TableProject, dates: Sequence[DateMention]) -> Iterator[Event]:
    for stage, cell in (("开工", row.start_cell), ("竣工", row.end_cell)):
        if cell is None:
            continue
        at = bisect_left(dates, cell.start, key=lambda date: date.start)
        date = dates[at] if at < len(dates) else None
        if date is None or date.end > cell.end:
            continue
        day = date.first if stage == "开工" else date.last
        if day:
            expression = (date.grain, date.start, date.end, date.text)
            planned = row.is_planned or _is_to_come(stage, row.status)
            yield Event(stage, day, *expression, "table.date", planned)


def _is_to_come(stage: str, status: str | None) -> bool:
    """Say whether a project has not reached a stage: 竣工 of what the row says is 在建."""
    return status is not None and STATUSES.index(status) < STATUSES.index(stage)


def _cell_text(text: str, cell: TableCell | None, rule: str) -> Said | None:
    """A cell at its characters; None where the text has others there."""
    if cell is None or not cell.text or text[cell.start : cell.end] != cell.text:
        return None
    return None if "\n" in cell.text else Said(cell.start, cell.end, cell.text, rule)

"""Writes dates, statements, figures and groups as the lines that ``record_lines.py`` reads."""

from __future__ import annotations

from gaoyou_nlp.corpora.gold_records import GoldFigure, GoldRecords
from gaoyou_nlp.corpora.places import quote
from gaoyou_nlp.corpora.record_lines import BAR, SIGNED, find_indicator
from gaoyou_nlp.corpora.values import parse_days, write_days, write_value
from gaoyou_nlp.records import Condition, DateMention, Figure


def write_records(records: GoldRecords, text: str) -> list[str]:
    """Write records as lines: the inverse of ``parse_records``.

    Parameters:
        records: The records.
        text: The article.
    """
    lines = [_written_date(date, text) for date in records.dates]
    for s in records.statements:
        lines.append(
            BAR.join((f"statement: {quote(text, s.start, s.end)}", s.speaker or "-", s.kind))
        )
    lines += [_written_figure(gold, text) for gold in records.figures]
    for group in records.groups:
        fields = [f"group: {'; '.join(sorted(group.members)) or '-'}"]
        if group.count is not None:
            fields.append(f"count={group.count}")
        if group.total is not None:
            fields.append(f"total={quote(text, *group.total)}")
        lines.append(BAR.join(fields))
    lines += [f"{one.kind}?: {quote(text, one.start, one.end)}" for one in records.uncertain]
    return lines


def _written_date(date: DateMention, text: str) -> str:
    days = write_days(date.first, date.last)
    fields = [f"date: {quote(text, date.start, date.end)}"]
    if days != "-" or date.grain is not None:
        fields.append(days)
    if date.grain != parse_days(days).grain:
        fields.append(date.grain or "-")
    return BAR.join(fields)


def _written_indicator(figure: Figure, text: str) -> str:
    place = figure.indicator_start, figure.indicator_end
    if find_indicator(figure.indicator, text, figure.start, figure.end)[1:] == place:
        return figure.indicator
    return quote(text, *place)


def _written_figure(gold: GoldFigure, text: str) -> str:
    figure = gold.figure
    wording, condition = figure.wording, figure.condition
    value = write_value(figure.comparator, figure.low, figure.high, figure.unit)
    implied = "up" if figure.kind in SIGNED else None
    written = {
        "indicator": _written_indicator(figure, text),
        "value": value,
        "kind": figure.kind,
        "direction": None if figure.direction == implied else figure.direction,
        "status": figure.status,
        "wording": f"{wording} {figure.wording_class}" if wording else None,
        "period": write_days(figure.period_start, figure.period_end),
        "owner": figure.owner,
        "condition": _written_condition(condition) if condition else None,
    }
    fields = [f"figure: {quote(text, figure.start, figure.end)}"]
    for key, words in written.items():
        shown = "?" if key in gold.uncertain else words
        if shown is not None and shown != "-":
            fields.append(f"{key}={shown}")
    return BAR.join(fields)


def _written_condition(condition: Condition) -> str:
    value = write_value(condition.comparator, condition.low, condition.high, condition.unit)
    return f"{condition.text} {value}"

"""Reports of evaluations as readable text."""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.evaluation.counts import Counts
from gaoyou_nlp.evaluation.record_scores import RecordReport
from gaoyou_nlp.evaluation.scores import Report

_NONE: Final = "-"
"""Stands where there is nothing to take a share of."""


def format_report(report: Report, *, errors: int = 0) -> str:
    """Write a report as a Markdown table with its error list.

    Parameters:
        report: The outcome of ``score``.
        errors: How many errors to list at most.

    Returns:
        Text of several lines, without a newline at the end.
    """
    lines = _head("label", "overlap F1")
    for label, counts in report.exact.items():
        overlap = percent(report.overlap[label].f1) if _gold(counts) else _NONE
        lines.append(_row(label, counts, report.intervals[label], overlap))
    right, matched = report.amounts
    if matched:
        lines.append(f"\nAmounts: value and currency right in {right} of {matched} matched spans.")
    if _gold(report.posts):
        p = report.posts
        lines.append(
            "\nPosts of officials (name, unit and title right): "
            f"precision {percent(p.precision)}, recall {percent(p.recall)}, F1 {percent(p.f1)}."
        )
    lines.append(f"\n{report.articles} articles, {len(report.errors)} errors.")
    for error in report.errors[:errors]:
        lines.append(f"{one_line(error.id)}\t{error.kind}\t{error.span.label}\t{error.context}")
    return "\n".join(lines)


def format_records(report: RecordReport, *, errors: int = 0) -> str:
    """Write a report of records as Markdown tables with the list of errors.

    Parameters:
        report: The outcome of ``score_records``.
        errors: How many errors to list at most.

    Returns:
        Text of several lines, without a newline at the end.
    """
    lines = _head("records")
    lines += [_row(row, counts, report.intervals[row]) for row, counts in report.rows.items()]
    lines += ["", "| field of figures | right | compared | % |", "|---|---|---|---|"]
    for name, counts in report.fields.items():
        compared = counts.right + counts.wrong
        share = percent(counts.precision) if compared else _NONE
        lines.append(f"| {name} | {counts.right} | {compared} | {share} |")
    lines.append(f"\n{report.articles} articles, {len(report.errors)} errors.")
    for error in report.errors[:errors]:
        lines.append("\t".join(map(one_line, (error.id, error.row, error.kind, error.what))))
    return "\n".join(lines)


def _head(first: str, *further: str) -> list[str]:
    names = (first, "precision", "recall", "F1", "95 % interval", *further, "gold")
    return [f"| {' | '.join(names)} |", "|---" * len(names) + "|"]


def _row(name: str, counts: Counts, interval: tuple[float, float], *further: str) -> str:
    """A line of shares; where there is no gold, all but the precision would be no share of it."""
    gold, predicted = _gold(counts), counts.right + counts.wrong
    precision = percent(counts.precision) if predicted else _NONE
    of_gold = [_NONE] * 3
    if gold:
        edges = "–".join(map(percent, interval))
        of_gold = [percent(counts.recall), percent(counts.f1), edges]
    return f"| {' | '.join((name, precision, *of_gold, *further, str(gold)))} |"


def _gold(counts: Counts) -> int:
    return counts.right + counts.missed


def percent(share: float) -> str:
    """Write a share in percent, with one digit behind the point."""
    return f"{100 * share:.1f}"


def one_line(text: str) -> str:
    """Return a text that neither ends the line nor begins a column."""
    return text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")

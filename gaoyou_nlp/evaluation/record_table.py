"""The report of an evaluation of records as readable text."""

from __future__ import annotations

from gaoyou_nlp.evaluation.record_scores import RecordReport
from gaoyou_nlp.evaluation.table import one_line, percent


def format_records(report: RecordReport, *, errors: int = 0) -> str:
    """Write a report as Markdown tables with the list of errors.

    Parameters:
        report: The outcome of ``score_records``.
        errors: How many errors to list at most.

    Returns:
        Text of several lines, without a newline at the end.
    """
    lines = [
        "| records | precision | recall | F1 | 95 % interval | gold |",
        "|---|---|---|---|---|---|",
    ]
    for row, counts in report.rows.items():
        low, high = report.intervals[row]
        lines.append(
            f"| {row} | {percent(counts.precision)} | {percent(counts.recall)} | "
            f"{percent(counts.f1)} | {percent(low)}–{percent(high)} | "
            f"{counts.right + counts.missed} |"
        )
    lines += ["", "| field of figures | right | compared | % |", "|---|---|---|---|"]
    for name, counts in report.fields.items():
        compared = counts.right + counts.wrong
        lines.append(f"| {name} | {counts.right} | {compared} | {percent(counts.precision)} |")
    lines.append(f"\n{report.articles} articles, {len(report.errors)} errors.")
    for error in report.errors[:errors]:
        lines.append("\t".join(map(one_line, (error.id, error.row, error.kind, error.what))))
    return "\n".join(lines)

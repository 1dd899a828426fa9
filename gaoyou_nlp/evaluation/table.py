"""The report of an evaluation as readable text."""

from __future__ import annotations

from gaoyou_nlp.evaluation.scores import Report


def format_report(report: Report, *, errors: int = 0) -> str:
    """Write a report as a Markdown table with its error list.

    Parameters:
        report: The outcome of ``score``.
        errors: How many errors to list at most.

    Returns:
        Text of several lines, without a newline at the end.
    """
    lines = [
        "| label | precision | recall | F1 | 95 % interval | overlap F1 | gold |",
        "|---|---|---|---|---|---|---|",
    ]
    for label, counts in report.exact.items():
        low, high = report.intervals[label]
        lines.append(
            f"| {label} | {percent(counts.precision)} | {percent(counts.recall)} | "
            f"{percent(counts.f1)} | {percent(low)}–{percent(high)} | "
            f"{percent(report.overlap[label].f1)} | {counts.right + counts.missed} |"
        )
    right, matched = report.amounts
    if matched:
        lines.append(f"\nAmounts: value and currency right in {right} of {matched} matched spans.")
    if report.posts.right + report.posts.missed:
        p = report.posts
        lines.append(
            "\nPosts of officials (name, unit and title right): "
            f"precision {percent(p.precision)}, recall {percent(p.recall)}, F1 {percent(p.f1)}."
        )
    lines.append(f"\n{report.articles} articles, {len(report.errors)} errors.")
    for error in report.errors[:errors]:
        lines.append(f"{one_line(error.id)}\t{error.kind}\t{error.span.label}\t{error.context}")
    return "\n".join(lines)


def percent(share: float) -> str:
    """Write a share in percent, with one digit behind the point."""
    return f"{100 * share:.1f}"


def one_line(text: str) -> str:
    """Return a text that neither ends the line nor begins a column."""
    return text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", "\\t")

"""``gaoyou evaluate``: compare predictions with gold."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from gaoyou_nlp.cli.terminal import inert_json, say


def evaluate_cli(
    gold: Annotated[Path, typer.Argument(help="Gold: JSONL or a corpus folder.", exists=True)],
    predicted: Annotated[
        Path | None,
        typer.Argument(
            help="Predictions as JSONL; without it, a model annotates the gold's texts.",
            exists=True,
        ),
    ] = None,
    model: Annotated[
        str | None, typer.Option(help="The model to use when no predictions are given.")
    ] = None,
    errors: Annotated[int, typer.Option(min=0, help="How many errors to list, with context.")] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    split: Annotated[str | None, typer.Option(help="Only this split of a corpus folder.")] = None,
    records: Annotated[
        bool,
        typer.Option(
            "--records", help="Score dates, statements, figures, posts, statuses and groups."
        ),
    ] = False,
) -> None:
    """Precision, recall and F1 a label (exact and overlap), with bootstrap intervals.

    With --records those of the records instead, over the articles that hold all of theirs.
    """

    from gaoyou_nlp.annotation import annotate
    from gaoyou_nlp.evaluation import read_gold, score
    from gaoyou_nlp.evaluation.record_gold import read_record_gold
    from gaoyou_nlp.evaluation.record_scores import score_records
    from gaoyou_nlp.evaluation.table import format_records, format_report
    from gaoyou_nlp.loading import load

    of_records = read_record_gold(gold, split=split) if records else []
    wanted = [one.record for one in of_records] if records else read_gold(gold, split=split)
    found = (
        annotate((record.article for record in wanted), load(model))
        if predicted is None
        else iter(read_gold(predicted))
    )
    report: Any = score_records(of_records, found) if records else score(wanted, found)
    if as_json:
        say(inert_json(report.to_dict(), indent=1))
    else:
        say((format_records if records else format_report)(report, errors=errors))

"""``gaoyou annotate``: files, folders and standard input to a file, a folder of parts, a stream."""

from __future__ import annotations

from contextlib import ExitStack
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from gaoyou_nlp.cli.terminal import inert, warn
from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.formats.table import FORMATS
from gaoyou_nlp.reading.forms import FORMS

if TYPE_CHECKING:
    from gaoyou_nlp.batch.report import Report

_SHOWN = 3
"""Reasons that are told on the terminal."""

FormatName = Enum("FormatName", {name: name for name in FORMATS}, type=str)  # type: ignore[misc]
FormName = Enum("FormName", {name: name for name in FORMS}, type=str)  # type: ignore[misc]


class EngineName(str, Enum):
    """What does the parts."""

    local = "local"
    spark = "spark"


Inputs = Annotated[list[str], typer.Argument(help="Files, folders, - for standard input.")]
OutputName = Annotated[
    str,
    typer.Option(
        "--output",
        "-o",
        help="A file (news.jsonl, .csv …), a folder of parts, or - for standard output.",
    ),
]
FormatOption = Annotated[
    FormatName | None,
    typer.Option("--format", "-f", help="By the ending of the output, else jsonl."),
]
Model = Annotated[
    str | None, typer.Option("--model", "-m", help="A model package or folder, or rules.")
]
Lexicon = Annotated[Path | None, typer.Option(help="Your word list (TSV or CSV).")]
Workers = Annotated[int, typer.Option("--workers", "-w", min=1, help="Processes.")]
Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Replace what is there, or another run's parts.")
]
Encoding = Annotated[str | None, typer.Option(help="Of the inputs; found out if left out.")]
FormOption = Annotated[
    FormName | None, typer.Option("--input-format", help="Of the inputs; by their names.")
]
IdColumn = Annotated[str, typer.Option(help="The field or column of ids.")]
TextColumn = Annotated[
    str, typer.Option(help="The field or column of texts; data.content for one in another.")
]
DateColumn = Annotated[str, typer.Option(help="The field or column of dates of publication.")]
Reflow = Annotated[
    bool | None,
    typer.Option("--reflow/--no-reflow", help="Put broken lines together; text files only."),
]
MaxUnpacked = Annotated[
    int | None, typer.Option(min=1, help="Bytes that a packed input may unpack to.")
]
TimeLimit = Annotated[
    float, typer.Option(min=0, help="Seconds an article may take; 0 for no limit.")
]
PartCharacters = Annotated[int, typer.Option(min=1, help="Characters of a part at most.")]
PartArticles = Annotated[int, typer.Option(min=1, help="Articles of a part at most.")]
EngineOption = Annotated[EngineName, typer.Option(help="Processes of this machine, or Spark.")]
Master = Annotated[
    str | None, typer.Option(help="Spark's master; as spark-submit says if left out.")
]


def annotate_cli(
    inputs: Inputs,
    output: OutputName,
    format: FormatOption = None,
    model: Model = None,
    lexicon: Lexicon = None,
    workers: Workers = 1,
    overwrite: Overwrite = False,
    encoding: Encoding = None,
    form: FormOption = None,
    id_column: IdColumn = "id",
    text_column: TextColumn = "text",
    date_column: DateColumn = "date",
    reflow: Reflow = None,
    max_unpacked: MaxUnpacked = None,
    time_limit: TimeLimit = 60.0,
    part_characters: PartCharacters = 100_000,
    part_articles: PartArticles = 1000,
    engine: EngineOption = EngineName.local,
    master: Master = None,
) -> None:
    """Annotate articles. A run that was killed is taken up by the same command.

    Exit codes: 0 all done; 1 wrong use, or the output cannot be written; 2 nothing could be read;
    3 some inputs were set aside, each with its reason in rejects.jsonl.
    """
    from gaoyou_nlp.batch.output import is_stream
    from gaoyou_nlp.reading.opening import MAX_BYTES
    from gaoyou_nlp.reading.rows import Options

    reading = Options(
        encoding, reflow, id_column, text_column, max_unpacked or MAX_BYTES, date_column
    )
    shared = {
        "format": None if format is None else format.value,
        "model": model,
        "lexicon": lexicon,
        "reading": reading,
        "form": None if form is None else form.value,
        "time_limit": time_limit,
    }
    if engine is EngineName.local and master is not None:
        raise GaoyouError("--master goes with --engine spark.")
    if is_stream(output):
        if engine is EngineName.spark or workers > 1:
            raise GaoyouError("a stream is written by one process. Choose a file or a folder.")
        report = _annotate_stream(inputs, output, shared)
    else:
        of_files = {
            "workers": workers,
            "fork": True,
            "overwrite": overwrite,
            "part_characters": part_characters,
            "part_articles": part_articles,
        }
        report = _annotate_files(inputs, output, engine, master, {**shared, **of_files})
    warn(summary(report))
    if report.exit_code:
        raise typer.Exit(report.exit_code)


def _annotate_files(
    inputs: list[str],
    output: str,
    engine: EngineName,
    master: str | None,
    options: dict[str, Any],
) -> Report:
    from gaoyou_nlp.batch.job import annotate_files
    from gaoyou_nlp.cli.progress import progress_bar

    try:
        with ExitStack() as stack:
            if engine is EngineName.spark:
                from gaoyou_nlp.batch.on_spark import spark_engine

                options["engine"] = stack.enter_context(spark_engine(master))
            watch = stack.enter_context(progress_bar())
            return annotate_files(inputs, output, watch=watch, **options)
    except KeyboardInterrupt:
        warn("gaoyou: stopped. Parts that are done are kept: the same command goes on from there.")
        raise typer.Exit(130) from None


def _annotate_stream(inputs: list[str], output: str, options: dict[str, Any]) -> Report:
    from gaoyou_nlp.batch.intake import place_and_reason
    from gaoyou_nlp.batch.stream import annotate_stream, open_output

    with open_output(output) as stream:
        return annotate_stream(
            inputs,
            stream,
            on_reject=lambda reject: warn(f"gaoyou: set aside: {place_and_reason(reject)}"),
            **options,
        )


def summary(report: Report) -> str:
    """Return what became of a run, in a few lines.

    Examples:
        >>> from gaoyou_nlp.batch import Report
        >>> from gaoyou_nlp.batch.counts import Counts
        >>> summary(Report(Path("a.jsonl"), 2, Counts(2, 0, 900, 31, 1)))
        'a.jsonl: 2 articles, 900 characters, 31 entities.'
    """
    first = "Nothing could be read."
    if report.articles:
        first = (
            f"{_shown(report.output)}: {report.records} articles, {report.characters:,} "
            f"characters, {report.spans:,} entities."
        )
    if report.resumed:
        first += f" {report.resumed} of {report.parts} parts were done before."
    lines = [first]
    if report.rejects and report.rejects_path is not None:
        lines.append(f"{report.rejects} set aside: see {_shown(report.rejects_path)}.")
        lines += [f"  {inert(reason, keep='')}" for reason in report.reasons[:_SHOWN]]
        if report.rejects > _SHOWN:
            lines.append(f"  and {report.rejects - min(_SHOWN, len(report.reasons))} more.")
    if report.skipped:
        where = "" if report.skipped_path is None else f": see {_shown(report.skipped_path)}"
        lines.append(f"{report.skipped} found that are no inputs{where}.")
    if not report.articles and not report.rejects and not report.skipped:
        lines.append("There is nothing in the inputs that were named.")
    return "\n".join(lines)


def _shown(path: Path) -> str:
    from gaoyou_nlp.errors import path_text

    return inert(path_text(path), keep="")

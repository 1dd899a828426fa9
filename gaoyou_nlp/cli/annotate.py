"""``gaoyou annotate``: files, folders and standard input to a file or a folder of parts."""

from __future__ import annotations

from contextlib import ExitStack
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.formats import FORMATS

if TYPE_CHECKING:
    from gaoyou_nlp.batch.job import Engine, Report, Watch

Format = Enum("Format", {name: name for name in FORMATS}, type=str)  # type: ignore[misc]


class Form(str, Enum):
    """The forms of inputs."""

    txt = "txt"
    jsonl = "jsonl"
    csv = "csv"
    parquet = "parquet"
    document = "document"


class EngineName(str, Enum):
    """What does the parts."""

    local = "local"
    spark = "spark"


def annotate_cli(
    inputs: Annotated[list[str], typer.Argument(help="Files, folders, - for standard input.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="A file (news.jsonl, .csv …) or a folder of parts."),
    ],
    format: Annotated[
        Format | None,
        typer.Option("--format", "-f", help="By the ending of the output, else jsonl."),
    ] = None,
    model: Annotated[
        str | None, typer.Option("--model", "-m", help="A model package or folder, or rules.")
    ] = None,
    lexicon: Annotated[Path | None, typer.Option(help="Your word list (TSV or CSV).")] = None,
    workers: Annotated[int, typer.Option("--workers", "-w", min=1, help="Processes.")] = 1,
    overwrite: Annotated[
        bool, typer.Option("--overwrite", help="Replace what is there, or another run's parts.")
    ] = False,
    encoding: Annotated[
        str | None, typer.Option(help="Of the inputs; found out if left out.")
    ] = None,
    form: Annotated[
        Form | None, typer.Option("--input-format", help="Of the inputs; by their names.")
    ] = None,
    id_column: Annotated[str, typer.Option(help="The field or column of ids.")] = "id",
    text_column: Annotated[
        str, typer.Option(help="The field or column of texts; data.content for one in another.")
    ] = "text",
    date_column: Annotated[
        str, typer.Option(help="The field or column of dates of publication.")
    ] = "date",
    reflow: Annotated[
        bool | None,
        typer.Option("--reflow/--no-reflow", help="Put broken lines together; text files only."),
    ] = None,
    max_unpacked: Annotated[
        int | None, typer.Option(min=1, help="Bytes that a packed input may unpack to.")
    ] = None,
    time_limit: Annotated[
        float, typer.Option(min=0, help="Seconds an article may take; 0 for no limit.")
    ] = 60.0,
    part_characters: Annotated[
        int, typer.Option(min=1, help="Characters of a part at most.")
    ] = 100_000,
    part_articles: Annotated[int, typer.Option(min=1, help="Articles of a part at most.")] = 1000,
    engine: Annotated[EngineName, typer.Option(help="Processes of this machine, or Spark.")] = (
        EngineName.local
    ),
    master: Annotated[
        str | None, typer.Option(help="Spark's master; as spark-submit says if left out.")
    ] = None,
) -> None:
    """Annotate articles. A run that was killed is taken up by the same command.

    Exit codes: 0 all done; 1 wrong use, or the output cannot be written; 2 nothing could be read;
    3 some inputs were set aside, each with its reason in rejects.jsonl.
    """
    from gaoyou_nlp.batch.job import annotate_files
    from gaoyou_nlp.cli.progress import progress_bar
    from gaoyou_nlp.reading.opening import MAX_BYTES
    from gaoyou_nlp.reading.rows import Options

    reading = Options(
        encoding, reflow, id_column, text_column, max_unpacked or MAX_BYTES, date_column
    )
    with ExitStack() as stack:
        runs: Engine | None = None
        if engine is EngineName.spark:
            from gaoyou_nlp.batch.on_spark import spark_engine

            runs = stack.enter_context(spark_engine(master))
        elif master is not None:
            raise GaoyouError("--master goes with --engine spark.")
        watch: Watch | None = stack.enter_context(progress_bar())
        report = annotate_files(
            inputs,
            output,
            format=None if format is None else format.value,
            model=model,
            lexicon=lexicon,
            workers=workers,
            engine=runs,
            overwrite=overwrite,
            reading=reading,
            form=None if form is None else form.value,
            time_limit=time_limit,
            part_characters=part_characters,
            part_articles=part_articles,
            watch=watch,
        )
    typer.echo(summary(report), err=True)
    if report.exit_code:
        raise typer.Exit(report.exit_code)


def summary(report: Report) -> str:
    """Return what became of a run, in a line or two.

    Example:
        >>> from gaoyou_nlp.batch import Report
        >>> summary(Report(Path("a.jsonl"), 2, 2, 0, None, 900, 31, 1, 0))
        'a.jsonl: 2 articles, 900 characters, 31 entities.'
    """
    said = (
        f"{report.output}: {report.records} articles, {report.characters:,} characters, "
        f"{report.spans:,} entities."
        if report.articles
        else "Nothing could be read."
    )
    if report.resumed:
        said += f" {report.resumed} of {report.parts} parts were done before."
    if report.rejects:
        said += f"\n{report.rejects} set aside: see {report.rejects_path}."
    return said

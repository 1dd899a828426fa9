"""``gaoyou tables``: the tables of an earlier run."""

from __future__ import annotations

from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from gaoyou_nlp.cli.terminal import inert, warn
from gaoyou_nlp.errors import path_text
from gaoyou_nlp.tables.writing import NAMES, TABLE_FORMATS

FormatName = Enum("FormatName", {name: name for name in TABLE_FORMATS}, type=str)  # type: ignore[misc]
NamesName = Enum("NamesName", {name: name for name in NAMES}, type=str)  # type: ignore[misc]
FormatOption = Annotated[
    FormatName | None,
    typer.Option("--format", "-f", help="By the ending of the output; csv for a folder."),
]
NamesOption = Annotated[
    NamesName, typer.Option(help="Of columns: ascii (as for Stata), or chinese headers.")
]
OverwriteOption = Annotated[bool, typer.Option("--overwrite", help="Replace what is there.")]


def tables_cli(
    run: Annotated[Path, typer.Argument(help="A file of records, or a run's folder of parts.")],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="news.xlsx, .duckdb, .sqlite, or a folder."),
    ],
    format: FormatOption = None,
    names: NamesOption = NamesName.ascii,  # type: ignore[attr-defined]
    link: Annotated[
        bool, typer.Option("--link", help="Link the articles first, as gaoyou link does.")
    ] = False,
    overwrite: OverwriteOption = False,
) -> None:
    """Write the flat tables of an earlier run: articles, posts, figures and so on."""
    import gc

    from gaoyou_nlp.formats.apart import keep_inputs
    from gaoyou_nlp.tables.runs import read_run
    from gaoyou_nlp.tables.writing import write_tables

    gc.set_threshold(100_000, 20, 100)  # records hold no circles: less looking for them
    keep_inputs([run], output)
    if link:
        from gaoyou_nlp.linking.runs import link_runs

        done = link_runs(
            [run],
            output,
            format=None if format is None else format.value,
            names=names.value,
            overwrite=overwrite,
        )
        warn(f"{inert(path_text(output), keep='')}: the tables of {done.articles:,} articles.")
        return
    count = write_tables(
        read_run(run),
        output,
        format=None if format is None else format.value,
        names=names.value,
        overwrite=overwrite,
    )
    warn(f"{inert(path_text(output), keep='')}: the tables of {count:,} articles.")

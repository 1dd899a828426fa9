"""``gaoyou link``: tables of runs, with people, bodies, places and projects over all articles."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from gaoyou_nlp.cli.tables import FormatOption, NamesName, NamesOption, OverwriteOption
from gaoyou_nlp.cli.terminal import inert, warn
from gaoyou_nlp.errors import path_text

PLACE = "Where articles play that do not say it themselves: 扬州市高邮市."
IDS = "The file of ids, read and written anew; else OUTPUT.ids.tsv."
OVERRULE = "CSV or TSV with a, b, same: ids or article_id:name, and same or not same."


def link_cli(
    runs: Annotated[
        list[Path], typer.Argument(help="Files of records, or runs' folders of parts.")
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", help="links.duckdb, .xlsx, .sqlite, or a folder."),
    ],
    format: FormatOption = None,
    names: NamesOption = NamesName.ascii,  # type: ignore[attr-defined]
    place: Annotated[str, typer.Option(help=PLACE)] = "",
    ids: Annotated[Path | None, typer.Option(help=IDS)] = None,
    overrule: Annotated[Path | None, typer.Option(help=OVERRULE)] = None,
    overwrite: OverwriteOption = False,
) -> None:
    """Group what articles name into people, bodies, places and projects, with ids that stay."""
    import gc

    from gaoyou_nlp.linking.runs import link_runs

    gc.set_threshold(100_000, 20, 100)  # records hold no circles: less looking for them
    done = link_runs(
        runs,
        output,
        format=None if format is None else format.value,
        names=names.value,
        overwrite=overwrite,
        place=place,
        ids=ids,
        overrules=overrule,
    )
    found = ", ".join(
        f"{sum(1 for _ in done.links.rows(table)):,} {name}"
        for table, name in (
            ("people", "people"),
            ("bodies", "bodies"),
            ("places", "places"),
            ("linked_projects", "projects"),
        )
    )
    place_text = inert(path_text(output), keep="")
    warn(f"{place_text}: {found} of {done.articles:,} articles; ids in {path_text(done.ids)}.")

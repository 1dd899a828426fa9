"""``gaoyou corpus export`` and ``import``: to annotation tools and back."""

from __future__ import annotations

import os
from datetime import date as Date
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import Annotated

import typer

from gaoyou_nlp.cli.terminal import inert, say, warn
from gaoyou_nlp.errors import GaoyouError, path_text
from gaoyou_nlp.formats import FORMATS, format_of, write

_BOTH_WAYS = [name for name, format in FORMATS.items() if format.reads and name != "parquet"]
Exchange = Enum("Exchange", {name: name for name in _BOTH_WAYS}, type=str)  # type: ignore[misc]


class Split(str, Enum):
    """The parts of a corpus."""

    train = "train"
    dev = "dev"
    test = "test"
    seed = "seed"


class Origin(str, Enum):
    """Where an article is from."""

    written = "written"
    seed = "seed"
    model = "model"


Format = Annotated[Exchange | None, typer.Option("--format", "-f", help="By the ending if absent.")]
Overwrite = Annotated[bool, typer.Option("--overwrite", help="Replace what is there.")]


def export_cli(
    folder: Annotated[Path, typer.Argument(help="A corpus folder.", exists=True, file_okay=False)],
    output: Annotated[Path, typer.Option("--output", "-o", help="A file; for brat a folder.")],
    format: Format = None,
    overwrite: Overwrite = False,
) -> None:
    """Write the annotated articles for an annotation tool or a trainer."""
    from gaoyou_nlp.corpora.markup import read_corpus
    from gaoyou_nlp.corpora.records import gold_record
    from gaoyou_nlp.formats.apart import keep_inputs

    keep_inputs([folder, *folder.rglob("*.txt")], output)
    records = (gold_record(article) for article in read_corpus(folder))
    count = write(records, output, format=_format(format, output), overwrite=overwrite)
    say(f"{path_text(output)}: {count} articles")


def import_cli(
    file: Annotated[Path, typer.Argument(help="An export; for brat a folder.", exists=True)],
    output: Annotated[Path, typer.Option("--output", "-o", help="A corpus folder.")],
    format: Format = None,
    kind: Annotated[str | None, typer.Option(help="Such as 项目签约; 未知 if absent.")] = None,
    province: Annotated[str | None, typer.Option(help="未知 if absent.")] = None,
    place: Annotated[str | None, typer.Option(help="City and county; 未知 if absent.")] = None,
    date: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Of the news; today if absent.")
    ] = None,
    split: Annotated[Split | None, typer.Option(help="train if absent.")] = None,
    origin: Annotated[Origin | None, typer.Option(help="written if absent.")] = None,
    field: Annotated[
        str | None, typer.Option(help="Label Studio: the field of the text; text if absent.")
    ] = None,
    annotator: Annotated[
        str | None,
        typer.Option(help="Label Studio: whose annotations, by number or e-mail; or all."),
    ] = None,
    spans_key: Annotated[
        str | None, typer.Option(help="DocBin: the group of doc.spans; the entities if absent.")
    ] = None,
    map: Annotated[
        list[str] | None, typer.Option(help="A label of others: LOC=GPE, or LOC=- to leave it out.")
    ] = None,
    overwrite: Overwrite = False,
) -> None:
    """Write annotated articles as corpus files, named by their ids.

    Labels that are none of ours are named, and nothing is written, unless --map says what they are.

    An article that replaces one of the same id keeps the header lines that no option gives, and,
    where the format holds spans alone, its posts and the attributes of its spans.
    """
    from gaoyou_nlp.corpora.exchange import DEFAULTS, import_records
    from gaoyou_nlp.corpora.foreign_labels import map_labels, parse_mapping

    given = {
        "kind": kind,
        "province": province,
        "place": place,
        "date": None if date is None else date.date().isoformat(),
        "split": None if split is None else split.value,
        "origin": None if origin is None else origin.value,
    }
    mapping = parse_mapping(map or ())
    name = _format(format, file)
    options = _reading(name, {"field": field, "annotator": annotator, "spans_key": spans_key})
    records = FORMATS[name].load().read(file, **options)
    written = import_records(
        map_labels(records, mapping, path=file),
        output,
        {key: value for key, value in given.items() if value is not None},
        defaults={**DEFAULTS, "date": Date.today().isoformat()},
        overwrite=overwrite,
    )
    for imported in written:
        for loss in imported.losses:
            warn(inert(f"{path_text(imported.path)}: {loss}", keep=""))
    say(f"{path_text(output)}: {len(written)} articles")


def labels_cli() -> None:
    """Print the labelling configuration for a project of Label Studio."""
    from gaoyou_nlp.formats.label_studio import labelling_config

    typer.echo(labelling_config(), nl=False)


_OPTIONS = {"field": "label-studio", "annotator": "label-studio", "spans_key": "docbin"}
"""Options of reading, and the format that has them."""


def _reading(format: str, options: dict[str, str | None]) -> dict[str, str]:
    """The options that are given, if the format has them."""
    given = {key: value for key, value in options.items() if value is not None}
    for key in given:
        if _OPTIONS[key] != format:
            option = "--" + key.replace("_", "-")
            raise GaoyouError(f"{option} is for {_OPTIONS[key]}, the format is {format}.")
    return given


def _format(format: Exchange | None, path: Path) -> str:
    name = format.value if format else "brat" if os.path.isdir(path) else format_of(path)
    if name not in _BOTH_WAYS:
        raise GaoyouError(
            f"the name does not say the format. Give --format, one of {', '.join(_BOTH_WAYS)}.",
            path=path,
        )
    return name

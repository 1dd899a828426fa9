"""``gaoyou corpus export`` and ``import``: to annotation tools and back."""

from __future__ import annotations

from datetime import date as Date
from datetime import datetime
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Annotated

import typer

from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.formats import FORMATS, format_of, write


class Exchange(str, Enum):
    """The formats that are both written and read."""

    label_studio = "label-studio"
    doccano = "doccano"
    brat = "brat"
    conll = "conll"
    docbin = "docbin"
    jsonl = "jsonl"


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

    records = (gold_record(article) for article in read_corpus(folder))
    count = write(records, output, format=_format(format, output), overwrite=overwrite)
    typer.echo(f"{output}: {count} articles")


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
    overwrite: Overwrite = False,
) -> None:
    """Write annotated articles as corpus files, named by their ids.

    An article that replaces one of the same id keeps the header lines that no option gives, and,
    where the format holds spans alone, its posts and the attributes of its spans.
    """
    from gaoyou_nlp.corpora.exchange import DEFAULTS, import_records

    given = {
        "kind": kind,
        "province": province,
        "place": place,
        "date": None if date is None else date.date().isoformat(),
        "split": None if split is None else split.value,
        "origin": None if origin is None else origin.value,
    }
    records = import_module(f"gaoyou_nlp.formats.{FORMATS[_format(format, file)]}").read(file)
    written = import_records(
        records,
        output,
        {key: value for key, value in given.items() if value is not None},
        defaults={**DEFAULTS, "date": Date.today().isoformat()},
        overwrite=overwrite,
    )
    for its in written:
        for loss in its.losses:
            typer.echo(f"{its.path}: {loss}", err=True)
    typer.echo(f"{output}: {len(written)} articles")


def labels_cli() -> None:
    """Print the labelling configuration for a project of Label Studio."""
    from gaoyou_nlp.formats.label_studio import labelling_config

    typer.echo(labelling_config(), nl=False)


def _format(format: Exchange | None, path: Path) -> str:
    name = format.value if format else "brat" if path.is_dir() else format_of(path)
    known = [its.value for its in Exchange]
    if name not in known:
        raise GaoyouError(
            f"the name does not say the format. Give --format, one of {', '.join(known)}.",
            path=path,
        )
    return name

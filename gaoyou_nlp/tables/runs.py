"""Reads the records of earlier runs: a file of records, or a folder of parts."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats.json_text import parse_json
from gaoyou_nlp.formats.table import FORMATS, format_of
from gaoyou_nlp.records import Record

WHOLE = ("jsonl", "parquet")
"""The formats that keep whole records."""


def read_run(path: str | PathLike[str]) -> Iterator[Record]:
    """Read the records of a run, one after the other.

    Parameters:
        path: A file of JSON Lines (also packed) or Parquet as ``gaoyou annotate`` writes it, or
            the folder of parts of a run that is done.

    Yields:
        The records in their order.

    Raises:
        ReadError: There is no such run, it is not done, or a record of it is spoiled.
        MissingExtraError: A package that the format needs is not installed.
    """
    place = Path(path)
    if place.is_dir():
        yield from _read_parts(place)
        return
    format = format_of(place.with_suffix("") if place.suffix in (".gz", ".zst") else place)
    if format not in WHOLE:
        raise ReadError(
            "is no file of whole records. Name a run: JSON Lines, Parquet of articles, or the "
            "folder of parts.",
            path=path,
        )
    yield from FORMATS[format].load().read(place)


def _read_parts(folder: Path) -> Iterator[Record]:
    manifest = folder / "manifest.json"
    if not manifest.is_file():
        raise ReadError(
            "has no manifest.json: it is no run of gaoyou annotate, or one that is not done.",
            path=folder,
        )
    content = parse_json(manifest.read_bytes(), path=manifest)
    try:
        format = FORMATS[content["format"]]
        names = [part["name"] for part in content["parts"]]
        inside = all(Path(name).name == name for name in names)
    except (KeyError, TypeError) as error:
        raise ReadError("is no list of parts.", path=manifest) from error
    if format.name not in WHOLE or not inside:
        raise ReadError(f"lists parts in {format.name}, which keeps no whole records.", path=folder)
    module = format.load()
    for name in names:
        yield from module.read(folder / name)

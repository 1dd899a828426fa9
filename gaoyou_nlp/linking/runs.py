"""Links runs on the disk, and writes their tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from gaoyou_nlp.formats.apart import keep_inputs
from gaoyou_nlp.linking.ids import Ids, read_ids, write_ids
from gaoyou_nlp.linking.links import Links, link
from gaoyou_nlp.linking.overrules import Overrule, read_overrules
from gaoyou_nlp.records import Record
from gaoyou_nlp.tables.runs import read_run
from gaoyou_nlp.tables.writing import choose_format, write_tables

StrPath = str | PathLike[str]


class Linked(NamedTuple):
    """The result of linking runs: how many articles, the links, and the file of ids."""

    articles: int
    links: Links
    ids: Path


class Runs:
    """The records of several runs, which can be gone through again.

    Parameters:
        paths: Files of records, or folders of parts.
    """

    def __init__(self, paths: Sequence[StrPath]) -> None:
        self._paths = tuple(paths)

    def __iter__(self) -> Iterator[Record]:
        for path in self._paths:
            yield from read_run(path)


def link_runs(
    runs: Sequence[StrPath],
    output: StrPath,
    *,
    format: str | None = None,
    names: str = "ascii",
    overwrite: bool = False,
    place: str = "",
    ids: StrPath | None = None,
    overrules: StrPath | None = None,
) -> Linked:
    """Link the articles of runs, and write all tables with ids.

    Parameters:
        runs: Files of records, or folders of parts; the ids of articles differ over all of them.
        output, format, names, overwrite: As of ``write_tables``.
        place: Where articles play that do not say it, such as ``扬州市高邮市``.
        ids: The file of ids, read if it is there and written anew; None for one beside the output.
        overrules: The file in which a person says what is the same, and what is not.

    Returns:
        The number of articles, the links, and where the ids are kept.

    Raises:
        ReadError: A run, the ids or the overrules cannot be read.
        WriteError: The output is there already, is one of the inputs, or cannot be written.
    """
    choose_format(output, format)
    for kept in (*runs, ids, overrules):
        if kept is not None:
            keep_inputs([kept], output)
    where = ids_beside(output) if ids is None else Path(ids)
    rules = () if overrules is None else read_overrules(overrules)
    return write_linked(
        Runs(runs),
        output,
        where,
        format=format,
        names=names,
        overwrite=overwrite,
        place=place,
        overrules=rules,
    )


def write_linked(
    records: Iterable[Record],
    output: StrPath,
    ids: Path,
    *,
    format: str | None = None,
    names: str = "ascii",
    overwrite: bool = False,
    place: str = "",
    overrules: Sequence[Overrule] = (),
) -> Linked:
    """Link records, and write all tables with ids.

    Parameters:
        records: Gone through several times; memory grows with the people they name, not with them.
        output, format, names, overwrite: As of ``write_tables``.
        ids: The file of ids, read if it is there and written anew.
        place: As of ``link_runs``.
        overrules: What a person says is the same, and what is not.

    Returns:
        The number of records, the links, and where the ids are kept.

    Raises:
        ReadError: The file of ids cannot be read.
        WriteError: The output is there already, or cannot be written.
    """
    links = link(records, place=place, ids=Ids(read_ids(ids)), overrules=overrules)
    count = write_tables(
        records, output, format=format, names=names, overwrite=overwrite, linked=links
    )
    write_ids(links.ids.known, ids)
    return Linked(count, links, ids)


def ids_beside(output: StrPath) -> Path:
    """Return the file of ids that belongs to an output.

    Examples:
        >>> ids_beside("out/links.duckdb").name, ids_beside("out/links").name
        ('links.ids.tsv', 'links.ids.tsv')
    """
    place = Path(output)
    return place.with_name(f"{place.stem}.ids.tsv")

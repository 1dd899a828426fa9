"""Chooses what writes tables, and where: one file, or a folder with a file a table."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Any, Final

from gaoyou_nlp.errors import WriteError
from gaoyou_nlp.formats.table import FORMATS, Format, format_of
from gaoyou_nlp.formats.writing import write_format
from gaoyou_nlp.records import Record
from gaoyou_nlp.tables.linked import Linked

TABLE_FORMATS: Final = {
    format.name: format
    for format in (
        Format("csv", "tables.csv_files", None),
        Format("parquet", "tables.parquet_files", None, needs=("pyarrow",)),
        *(FORMATS[name] for name in ("xlsx", "duckdb", "sqlite")),
    )
}
"""The formats of tables by their names; those without an ending are folders."""

ONE_FILE: Final = tuple(name for name, form in TABLE_FORMATS.items() if not form.is_folder)
"""Those that hold all tables in one file."""

NAMES: Final = ("ascii", "chinese")
"""How columns may be called. ASCII names are short enough for Stata, SAS and databases."""


def choose_format(path: str | PathLike[str], format: str | None = None) -> Format:
    """Decide the format of tables.

    Parameters:
        path: A file, or a folder.
        format: One of ``TABLE_FORMATS``; None to go by the ending, and CSV for a folder.

    Raises:
        WriteError: The format is not known, or is a folder where the path names a file.

    Examples:
        >>> choose_format("out/news.duckdb").name, choose_format("out").name
        ('duckdb', 'csv')
    """
    ending = Path(path).suffix
    by_name = format_of(path)
    name = format or by_name or ("" if ending else "csv")
    if name not in TABLE_FORMATS:
        known = ", ".join(TABLE_FORMATS)
        raise WriteError(f"does not say a format of tables. Name one of {known}.", path=path)
    chosen = TABLE_FORMATS[name]
    if chosen.is_folder and ending and by_name is not None:
        raise WriteError(f"{name} is a folder with a file a table: name a folder.", path=path)
    return chosen


def write_tables(
    records: Iterable[Record],
    path: str | PathLike[str],
    *,
    format: str | None = None,
    names: str = "ascii",
    overwrite: bool = False,
    linked: Linked | None = None,
) -> int:
    """Write the tables of records; the file or folder appears whole or not at all.

    Parameters:
        records: Any number; memory does not grow with them.
        path: A file, or a folder for CSV and Parquet.
        format: One of ``TABLE_FORMATS``; None to go by the ending, and CSV for a folder.
        names: ``ascii``, or ``chinese`` for the headers of CSV and Excel.
        overwrite: Whether to replace what is there (a folder with all that is in it).
        linked: The links of these records, see ``gaoyou_nlp.linking``; without them people are
            those of single articles, and bodies, places and links have no rows.

    Returns:
        How many records there were.

    Raises:
        WriteError: The format is not known, something is there already, or the place cannot be
            written to.
        MissingExtraError: A package that the format needs is not installed.

    Examples:
        >>> import tempfile, pathlib
        >>> from gaoyou_nlp.records import Article
        >>> place = pathlib.Path(tempfile.mkdtemp(), "tables")
        >>> write_tables([Record(Article("1", "高邮"))], place)
        1
        >>> (place / "authors.csv").read_text("utf-8-sig")[:20]
        'article_id,name,role'
    """
    chosen = choose_format(path, format)
    if names not in NAMES:
        raise WriteError(f"unknown names {names!r}. Use one of {', '.join(NAMES)}.")
    options: dict[str, Any] = {"linked": linked}
    if names == "chinese":
        if chosen.name not in ("csv", "xlsx"):
            raise WriteError(f"columns of {chosen.name} have ASCII names. Use csv or xlsx.")
        options["chinese"] = True
    return write_format(chosen, records, path, overwrite=overwrite, **options)

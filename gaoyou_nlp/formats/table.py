"""The formats of records: their names, modules, endings, and how parts of them are joined."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from os import PathLike, fspath
from typing import Any, Literal

from gaoyou_nlp.errors import WriteError, missing_extra


@dataclass(frozen=True, slots=True)
class Format:
    """A format of records.

    Its module has ``dump(records, target, **options)``, which returns how many records were
    written, and ``read(path)`` where ``reads`` says so. The target is a stream of bytes, the
    folder itself where the format is one, and a path where a library opens its file by itself.

    Parameters:
        name: What it is called on the command line.
        module: Its module in ``gaoyou_nlp``.
        suffix: How the name of a part ends; None where the format is a folder.
        endings: Endings of names that stand for it.
        joins: Whether parts are one file when they are put behind each other (``bytes``, the
            header of all but the first left out), or only when written anew (``records``).
        reads: Whether files of it are read back.
        by_path: Whether a library opens the file by itself.
        needs: Packages of the extra ``tables`` that writing it needs.
    """

    name: str
    module: str
    suffix: str | None
    endings: tuple[str, ...] = ()
    joins: Literal["bytes", "records"] = "records"
    reads: bool = False
    by_path: bool = False
    needs: tuple[str, ...] = ()

    @property
    def is_folder(self) -> bool:
        """Whether it is a folder of files."""
        return self.suffix is None

    def load(self) -> Any:
        """Import its module.

        Raises:
            MissingExtraError: A package that it needs is not installed.
        """
        for package in self.needs:
            if find_spec(package) is None:
                raise missing_extra(package, "tables")
        return import_module(f"gaoyou_nlp.{self.module}")


FORMATS: Mapping[str, Format] = {
    format.name: format
    for format in (
        Format("jsonl", "formats.jsonl", ".jsonl", (".jsonl",), joins="bytes", reads=True),
        Format("csv", "formats.table_csv", ".csv", (".csv",), joins="bytes"),
        Format("html", "formats.html_page", ".html", (".html", ".htm")),
        Format(
            "parquet",
            "formats.parquet_table",
            ".parquet",
            (".parquet",),
            reads=True,
            needs=("pyarrow",),
        ),
        Format("docbin", "formats.docbin", ".spacy", (".spacy",), reads=True),
        Format("brat", "formats.brat", None, reads=True),
        Format("doccano", "formats.doccano", ".jsonl", joins="bytes", reads=True),
        Format("label-studio", "formats.label_studio", ".json", reads=True),
        Format("conll", "formats.conll", ".conll", (".conll", ".bio"), joins="bytes", reads=True),
        Format("xlsx", "tables.workbook", ".xlsx", (".xlsx",), needs=("xlsxwriter",)),
        Format(
            "duckdb",
            "tables.duckdb_file",
            ".duckdb",
            (".duckdb", ".ddb"),
            by_path=True,
            needs=("duckdb", "pyarrow"),
        ),
        Format("sqlite", "tables.sqlite_file", ".sqlite", (".sqlite", ".db"), by_path=True),
    )
}
"""The formats by their names."""


def get_format(name: str) -> Format:
    """Return a format by its name.

    Raises:
        WriteError: There is none of that name.
    """
    if name not in FORMATS:
        raise WriteError(f"unknown format {name!r}. Use one of {', '.join(FORMATS)}.")
    return FORMATS[name]


def format_of(path: str | PathLike[str]) -> str | None:
    """Return the format that a file's ending says, None where it says none.

    Examples:
        >>> format_of("out/news.csv"), format_of("out")
        ('csv', None)
    """
    name = fspath(path).lower()
    found = (format.name for format in FORMATS.values() if name.endswith(format.endings))
    return next(found, None)

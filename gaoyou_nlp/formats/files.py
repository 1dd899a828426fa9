"""Writes records in the format that a name or a file's ending says."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import import_module
from os import PathLike, fspath
from typing import IO, Any

from gaoyou_nlp.errors import WriteError
from gaoyou_nlp.records import Record

FORMATS = {
    "jsonl": "jsonl",
    "csv": "table_csv",
    "html": "html_page",
    "parquet": "parquet_table",
    "docbin": "docbin",
    "brat": "brat",
    "doccano": "doccano",
    "label-studio": "label_studio",
    "conll": "conll",
}
"""The formats and their modules, each with ``write(records, path, *, overwrite=False)``."""

_ENDINGS = {
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".html": "html",
    ".htm": "html",
    ".parquet": "parquet",
    ".spacy": "docbin",
    ".conll": "conll",
    ".bio": "conll",
}


def write(
    records: Iterable[Record],
    path: str | PathLike[str],
    *,
    format: str | None = None,
    overwrite: bool = False,
) -> int:
    """Write records; the file appears whole or not at all.

    Parameters:
        records: Any number; memory does not grow with them, save for DocBin.
        path: The file, for brat the folder.
        format: One of ``FORMATS``; None to go by the file's ending.
        overwrite: Whether to replace what is there.

    Returns:
        How many records were written.

    Raises:
        WriteError: The format is not known, something is there already, or the place cannot be
            written to.
        MissingExtraError: A package that the format needs is not installed.

    Example:
        >>> import tempfile, pathlib
        >>> from gaoyou_nlp.records import Article
        >>> place = pathlib.Path(tempfile.mkdtemp(), "out.jsonl")
        >>> write([Record(Article("1", "高邮"))], place)
        1
    """
    name = format or format_of(path)
    if name is None:
        raise WriteError(
            f"the name does not say the format. Name one of {', '.join(FORMATS)}.", path=path
        )
    count: int = _module(name).write(records, path, overwrite=overwrite)
    return count


def dump(records: Iterable[Record], stream: IO[bytes], *, format: str) -> int:
    """Write records to an open stream, such as standard output.

    Parameters:
        records: Any number.
        stream: Takes bytes.
        format: One of ``FORMATS`` that is a single file.

    Returns:
        How many records were written.

    Raises:
        WriteError: The format is not known or needs a folder.
    """
    module = _module(format)
    if not hasattr(module, "dump"):
        raise WriteError(f"the format {format} needs a place of its own: name a file or folder.")
    count: int = module.dump(records, stream)
    return count


def format_of(path: str | PathLike[str]) -> str | None:
    """Return the format that a file's ending says, None where it says none.

    Example:
        >>> format_of("out/news.csv"), format_of("out")
        ('csv', None)
    """
    name = fspath(path).lower()
    return next((its for ending, its in _ENDINGS.items() if name.endswith(ending)), None)


def _module(name: str) -> Any:
    if name not in FORMATS:
        raise WriteError(f"unknown format {name!r}. Use one of {', '.join(FORMATS)}.")
    return import_module(f"gaoyou_nlp.formats.{FORMATS[name]}")

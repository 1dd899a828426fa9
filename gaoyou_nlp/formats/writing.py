"""Writes records in the format that a name or a file's ending says."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from typing import IO, Any

from gaoyou_nlp.errors import WriteError
from gaoyou_nlp.formats.atomic import atomic_file, atomic_folder, atomic_path
from gaoyou_nlp.formats.table import FORMATS, Format, format_of, get_format
from gaoyou_nlp.records import Record


def write(
    records: Iterable[Record],
    path: str | PathLike[str],
    *,
    format: str | None = None,
    overwrite: bool = False,
    **options: Any,
) -> int:
    """Write records; the file appears whole or not at all.

    Parameters:
        records: Any number; memory does not grow with them, save for DocBin.
        path: The file, for brat the folder.
        format: One of ``FORMATS``; None to go by the file's ending.
        overwrite: Whether to replace what is there (for brat the folder, with all that is in it).
        options: Of the format: ``heading`` of ``html``; ``units`` of ``doccano`` and
            ``label-studio`` (``code-points``, or ``utf-16`` for their pages); ``spelling`` of
            ``doccano``.

    Returns:
        How many records were written.

    Raises:
        WriteError: The format is not known, something is there already, or the place cannot be
            written to.
        MissingExtraError: A package that the format needs is not installed.

    Examples:
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
    return write_format(get_format(name), records, path, overwrite=overwrite, **options)


def write_format(
    format: Format,
    records: Iterable[Record],
    path: str | PathLike[str],
    *,
    overwrite: bool = False,
    **options: Any,
) -> int:
    """Write records in a format that is chosen, as ``write`` does."""
    module = format.load()
    place: Any = atomic_path if format.by_path else atomic_file
    place = atomic_folder if format.is_folder else place
    with place(path, overwrite=overwrite) as target:
        count: int = module.dump(records, target, **options)
    return count


def dump(records: Iterable[Record], stream: IO[bytes], *, format: str, **options: Any) -> int:
    """Write records to an open stream, such as standard output.

    Parameters:
        records: Any number.
        stream: Takes bytes.
        format: One of ``FORMATS`` that is a single file and no database.
        options: As for ``write``.

    Returns:
        How many records were written.

    Raises:
        WriteError: The format is not known or needs a folder.
    """
    chosen = get_format(format)
    if chosen.is_folder:
        raise WriteError(f"the format {format} needs a place of its own: name a folder.")
    if chosen.by_path:
        raise WriteError(f"the format {format} needs a place of its own: name a file.")
    count: int = chosen.load().dump(records, stream, **options)
    return count

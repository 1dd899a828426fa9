"""Puts finished parts together: one file of records, one file of rejects."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from gaoyou_nlp.batch.counts import Counts
from gaoyou_nlp.batch.store import Store, file_sha256
from gaoyou_nlp.errors import WriteError
from gaoyou_nlp.formats import FORMATS, dump, write
from gaoyou_nlp.formats.atomic import atomic_file
from gaoyou_nlp.records import Record
from gaoyou_nlp.tables.writing import ONE_FILE


def part_format(format: str) -> str:
    """Return the format of the parts that a single file is made of.

    Parts of some formats are put together as they are; the others are written from JSON Lines.

    Examples:
        >>> part_format("csv"), part_format("parquet")
        ('csv', 'jsonl')
    """
    return format if FORMATS[format].joins == "bytes" else "jsonl"


def join_parts(store: Store, count: int, target: Path, format: str, *, overwrite: bool) -> None:
    """Write the records of all parts to one file, whole or not at all.

    Parameters:
        store: Where the parts are.
        count: How many.
        target: The file (for brat the folder).
        format: Its format.
        overwrite: Whether to replace what is there.

    Raises:
        WriteError: Something else is there already, or there is no room.
    """
    paths = [store.part(index) for index in range(count)]
    if not overwrite and os.path.lexists(target):
        _keep_if_equal(store, paths, target, format)
    else:
        _join(paths, target, format, overwrite=overwrite)


def join_rejects(store: Store, count: int, target: Path) -> None:
    """Write what was set aside to one file, in order; without any, no file is left."""
    paths = [path for index in range(count) if (path := store.rejects(index)).exists()]
    if not paths:
        target.unlink(missing_ok=True)
        return
    with atomic_file(target, overwrite=True) as stream:
        for path in paths:
            with open(path, "rb") as part:
                shutil.copyfileobj(part, stream, 2**20)


def write_manifest(
    store: Store, count: int, run: dict[str, Any], target: Path, *, skipped: int = 0
) -> None:
    """List all parts of a folder with counts and checksums; holds neither times nor host names.

    Parameters:
        store: Where the parts are.
        count: How many.
        run: What decided them.
        target: The file.
        skipped: How many things were found that are no inputs.
    """
    total = Counts()
    with atomic_file(target, overwrite=True) as stream:
        stream.write(b'{"parts": [')
        for outcome in store.outcomes(count):
            total += outcome.counts
            row = {
                "name": store.part(outcome.index).name,
                **outcome.counts.to_dict(),
                "bytes": outcome.bytes,
                "sha256": outcome.sha256,
            }
            stream.write(b",\n " if outcome.index else b"\n ")
            stream.write(json.dumps(row).encode())
        totals = {
            "parts": count,
            "inputs": total.inputs,
            **total.to_dict(),
            "skipped": skipped,
        }
        rest = {"total": totals, "run": run, "format": store.format}
        stream.write(b"],\n" + json.dumps(rest, ensure_ascii=False, indent=1).encode()[1:] + b"\n")


def _join(
    paths: list[Path], target: Path, format: str, *, overwrite: bool, of: Path | None = None
) -> None:
    """Join parts; ``of`` is the output whose ids are used when ``target`` is a temporary file."""
    if format in ONE_FILE:
        from gaoyou_nlp.linking.runs import ids_beside, write_linked

        ids = ids_beside(of or target)
        write_linked(_Records(paths), target, ids, format=format, overwrite=overwrite)
        return
    if FORMATS[format].joins == "records":
        write(_Records(paths), target, format=format, overwrite=overwrite)
        return
    with atomic_file(target, overwrite=overwrite) as stream:
        _concatenate(paths, stream, format)


def _concatenate(paths: list[Path], stream: IO[bytes], format: str) -> None:
    header = _header(format)
    stream.write(header)
    for path in paths:
        with open(path, "rb") as part:
            if part.read(len(header)) != header:
                raise WriteError("does not begin with the header of its format.", path=path)
            shutil.copyfileobj(part, stream, 2**20)


def _header(format: str) -> bytes:
    """What a file of a format begins with, also without a record."""
    stream = BytesIO()
    dump([], stream, format=format)
    return stream.getvalue()


def _keep_if_equal(store: Store, paths: list[Path], target: Path, format: str) -> None:
    """Accept a file that a run killed at its very end left behind; refuse any other."""
    again = store.hidden / f"again-{target.name}"
    if target.is_file():
        _join(paths, again, format, overwrite=True, of=target)
        same = file_sha256(again) == file_sha256(target)
        again.unlink()
        if same:
            return
    raise WriteError("is there already. Choose another name, or say --overwrite.", path=target)


class _Records:
    """The records of parts, which can be gone through again."""

    def __init__(self, paths: list[Path]) -> None:
        self._paths = paths

    def __iter__(self) -> Iterator[Record]:
        for path in self._paths:
            with open(path, encoding="utf-8", newline="\n") as stream:
                for line in stream:
                    yield Record.from_dict(json.loads(line))

"""What goes into a run: the files that its inputs stand for, read one after the other."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from os import PathLike, fspath

from gaoyou_nlp.batch.output import Output
from gaoyou_nlp.batch.parts import Item
from gaoyou_nlp.batch.store import HIDDEN
from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats import brat, html_page, label_studio
from gaoyou_nlp.formats.apart import keep_inputs
from gaoyou_nlp.formats.table_csv import COLUMNS
from gaoyou_nlp.reading.files import read_found
from gaoyou_nlp.reading.listing import PathOrName, Skipped, list_inputs
from gaoyou_nlp.reading.opening import STDIN, open_bytes
from gaoyou_nlp.reading.rows import Input, Options
from gaoyou_nlp.records import Article, Reject
from gaoyou_nlp.tables.linked import ID_COLUMNS
from gaoyou_nlp.tables.schema import TABLES

_CHARACTERS_A_BYTE = 0.33
"""Of plain UTF-8; used until a file is through."""

_REASONS = 5
"""How many rejects are kept to be told at the end."""

_FIRST = 2**20
"""Bytes of a file that are looked at to tell an output of ours."""

_HEAD = 2**10
"""Bytes that hold the mark of a page of ours."""

_DOCCANO = tuple({"article_id", "text"} | more for more in ({"label"}, {"labels"}))
"""The fields of a task for doccano as we write it."""

_TABLES = [table.names(chinese=chinese) for table in TABLES.values() for chinese in (False, True)]
_HEADERS = {b"\xef\xbb\xbf" + ",".join(names).encode() for names in (COLUMNS, *_TABLES)}
_HEADERS.add("\t".join(ID_COLUMNS).encode())
"""The first lines of CSV and TSV that we write."""

_OURS = "is an output of gaoyou. Name the file, or its folder of parts, to have it read."


class Intake:
    """The inputs of a run, without what it writes itself.

    Parameters:
        paths: Files, folders, or ``-`` for standard input.
        form: The form of all of them; None to go by their names.
        output: Where the run writes; None for a stream.

    Raises:
        WriteError: An input is the output.
    """

    def __init__(
        self, paths: PathOrName | Iterable[PathOrName], form: str | None, output: Output | None
    ) -> None:
        self._paths: list[PathOrName] = [paths] if isinstance(paths, (str, PathLike)) else [*paths]
        self._named = {fspath(path) for path in self._paths}
        self._form = form
        self._leave: frozenset[str] = frozenset() if output is None else output.own_paths()
        self._bytes_left = self._bytes = self._characters = 0
        self.skipped: dict[str, str] = {}
        self.reasons: list[str] = []
        if output is not None and not output.folder:  # parts are put beside what is in a folder
            keep_inputs(sorted(self._named - {STDIN}), output.target)

    def measure(self) -> None:
        """Look up the sizes of the inputs, to estimate how much there is to do."""
        for found in list_inputs(self._paths, form=self._form, leave=self._leave):
            if isinstance(found, Input):
                self._bytes_left += _size(found)

    @property
    def expected(self) -> int:
        """About how many characters there are: exact at the end, by the sizes of files before."""
        ratio = self._characters / self._bytes if self._bytes else _CHARACTERS_A_BYTE
        return self._characters + int(ratio * max(0, self._bytes_left))

    def items(self, reading: Options) -> Iterator[Item]:
        """Read all inputs; what cannot be opened is set aside like others that cannot be read.

        Parameters:
            reading: How to read.

        Yields:
            Articles and rejects. What is neither is kept in ``skipped``.
        """
        for found in list_inputs(self._paths, form=self._form, leave=self._leave):
            for item in self._read(found, reading) if isinstance(found, Input) else [found]:
                if isinstance(item, Skipped):
                    self.skipped[item.path] = item.reason
                    continue
                if isinstance(item, Article):
                    self._characters += len(item.text)
                elif len(self.reasons) < _REASONS:
                    self.reasons.append(place_and_reason(item))
                yield item

    def _is_named(self, file: Input) -> bool:
        """Whether somebody named a file, or the folder of parts that it is a part of."""
        folder, name = os.path.split(file.path)
        return file.path in self._named or (
            name.startswith("part-") and not self._named.isdisjoint({folder, f"{folder}/"})
        )

    def _read(self, file: Input, reading: Options) -> Iterator[Item | Skipped]:
        if not self._is_named(file) and is_own_output(file):
            yield Skipped(file.name, _OURS)
        else:
            yield from read_found(file, reading)
        self._bytes += _size(file)
        self._bytes_left -= _size(file)


def place_and_reason(reject: Reject) -> str:
    """Return where a reject stands and why it was set aside, in a line.

    Examples:
        >>> place_and_reason(Reject(None, "a.jsonl", 3, "is no JSON object."))
        'a.jsonl:3: is no JSON object.'
    """
    place = reject.path if reject.line is None else f"{reject.path}:{reject.line}"
    return f"{place}: {reject.reason}"


def is_own_output(file: Input) -> bool:
    """Whether a file of a folder was written by this library, in whatever format, or is a list.

    Parameters:
        file: The file.

    Returns:
        Whether it, or the folder of parts that it lies in, is an output of an earlier run.
    """
    folder = os.path.dirname(file.path)
    if os.path.exists(os.path.join(folder, HIDDEN, "run.json")):
        return True
    if file.form == "txt":
        return _begins(os.path.join(folder, "annotation.conf"), brat.MARK.encode())
    if file.form == "parquet":
        return _is_own_parquet(file.path)
    try:
        with open_bytes(file.path) as stream:
            if html_page.MARK.encode() in stream.peek(_HEAD)[:_HEAD]:
                return True
            line = stream.readline(_FIRST)
            if label_studio.is_own_file(line, stream.readline(_FIRST)):
                return True
    except ReadError:
        return False
    if file.form == "csv":
        return line.rstrip() in _HEADERS
    return _is_own_row(line)


def _is_own_row(line: bytes) -> bool:
    """Whether a line is a record, a task of doccano, or a line of a list, as we write them."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return False
    if not isinstance(row, dict):
        return False
    keys = set(row)
    return (
        {"schema", "model", "spans"} <= keys
        or (keys in _DOCCANO and isinstance(row.get("label", row.get("labels", [])), list))
        or {"id", "path", "line", "offset", "reason"} <= keys
        or keys == {"path", "reason"}
    )


def _is_own_parquet(path: str) -> bool:
    from gaoyou_nlp.formats.parquet_table import is_own_table

    return is_own_table(path)


def _begins(path: str, with_: bytes) -> bool:
    try:
        with open(path, "rb") as stream:
            return stream.read(len(with_)) == with_
    except OSError:
        return False


def _size(file: Input) -> int:
    if file.path != STDIN:
        with suppress(OSError, ValueError):
            return os.stat(file.path).st_size
    return 0

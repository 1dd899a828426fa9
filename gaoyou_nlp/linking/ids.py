"""Ids that stay: made from what they stand for, and kept in a file that later runs read again."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterable, Sequence
from itertools import chain, count
from os import PathLike
from pathlib import Path
from typing import Final, NamedTuple

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats.atomic import atomic_file
from gaoyou_nlp.tables.linked import ID_COLUMNS

COLUMNS: Final = ID_COLUMNS
_LETTERS: Final = {"person": "p", "body": "b", "place": "l", "project": "w"}


class Known(NamedTuple):
    """A line of the file: something that an id has been given for."""

    id: str
    kind: str
    name: str
    key: str


class Ids:
    """Gives ids, the same to the same thing.

    Parameters:
        known: What earlier runs have given, in their order.

    Examples:
        >>> ids = Ids()
        >>> first = ids.give("body", "高邮市商务局", ["321084|商务局"])
        >>> first == Ids().give("body", "高邮市商务局", ["321084|商务局"])
        True
        >>> Ids(ids.known).give("body", "商务局", ["321084|贸易局", "321084|商务局"]) == first
        True
    """

    def __init__(self, known: Iterable[Known] = ()) -> None:
        self.known = list(known)
        self._by_key: dict[tuple[str, str], str] = {}
        self._rank: dict[str, int] = {}
        for at, row in enumerate(self.known):
            self._by_key.setdefault((row.kind, row.key), row.id)
            self._rank.setdefault(row.id, at)
        self._taken: set[str] = set()

    def of_key(self, kind: str, key: str) -> str | None:
        """Return the id that a key has been given before."""
        return self._by_key.get((kind, key))

    def keys(self, kind: str, id: str) -> set[str]:
        """Return all that an id has been given for before."""
        return {row.key for row in self.known if row.id == id and row.kind == kind}

    def first_key(self, kind: str, id: str) -> str | None:
        """Return what an id was given for first, None where it is not known."""
        return next((row.key for row in self.known if row.id == id and row.kind == kind), None)

    def claim(self, kind: str, keys: Sequence[str]) -> str | None:
        """Return the oldest id of some keys that nothing else of this run has.

        Parameters:
            kind: Of the thing.
            keys: All that may have been given an id.
        """
        found = {self._by_key[kind, key] for key in keys if (kind, key) in self._by_key}
        for id in sorted(found - self._taken, key=self._rank.__getitem__):
            self._taken.add(id)
            return id
        return None

    def give(self, kind: str, name: str, keys: Sequence[str], claimed: str | None = None) -> str:
        """Return the id of a thing; one is made from its first key where it has none yet.

        Parameters:
            kind: ``person``, ``body``, ``place`` or ``project``.
            name: For readers of the file.
            keys: What it is known by, the most lasting first.
            claimed: What ``claim`` has returned for it before.
        """
        id = claimed or self.claim(kind, keys)
        if id is None:
            id = next(
                made
                for text in chain(keys, (f"{keys[0]}#{n}" for n in count(2)))
                if (made := _hash(kind, text)) not in self._taken and made not in self._rank
            )
            self._taken.add(id)
            self._rank[id] = len(self.known)
        for key in keys:
            if (kind, key) not in self._by_key:
                self._by_key[kind, key] = id
                self.known.append(Known(id, kind, name, key))
        return id


def _hash(kind: str, text: str) -> str:
    return f"{_LETTERS[kind]}-{hashlib.sha256(f'{kind}|{text}'.encode()).hexdigest()[:12]}"


def read_ids(path: str | PathLike[str]) -> list[Known]:
    """Read the file of ids; none where it is not there.

    Raises:
        ReadError: It is no such file.
    """
    place = Path(path)
    if not place.exists():
        return []
    try:
        with open(place, encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.reader(stream, delimiter="\t"))
    except (UnicodeDecodeError, OSError, csv.Error) as error:
        raise ReadError(f"cannot be read as a file of ids: {error}.", path=path) from error
    if not rows or tuple(rows[0]) != COLUMNS:
        raise ReadError(f"is no file of ids: its columns are not {', '.join(COLUMNS)}.", path=path)
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(COLUMNS):
            raise ReadError(f"expected {len(COLUMNS)} columns.", path=path, line=number)
    return [Known(*row) for row in rows[1:]]


def write_ids(known: Iterable[Known], path: str | PathLike[str]) -> None:
    """Write the file of ids; it appears whole or not at all.

    Raises:
        WriteError: The place cannot be written to.
    """
    with atomic_file(path, overwrite=True) as stream:
        for row in (COLUMNS, *known):
            cells = (cell.replace("\t", " ").replace("\n", " ").replace('"', "") for cell in row)
            stream.write(("\t".join(cells) + "\n").encode("utf-8"))

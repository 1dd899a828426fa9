"""Ids that were met before, kept on the disk: memory does not grow with their number."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from gaoyou_nlp.errors import WriteError
from gaoyou_nlp.reading.unique import Seen

_CACHE_KIB = 8192


@contextmanager
def seen_on_disk(place: Path) -> Iterator[Seen]:
    """Keep the keys of ids in a file.

    Parameters:
        place: The file; removed before and after.

    Yields:
        What ``unique`` asks whether an id was met before.

    Raises:
        WriteError: The ids cannot be kept there.
    """
    place.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(place, isolation_level=None)) as table:
            table.execute("pragma journal_mode = off")
            table.execute("pragma synchronous = off")
            table.execute(f"pragma cache_size = -{_CACHE_KIB}")
            table.execute("create table met (id blob primary key) without rowid")
            table.execute("begin")
            yield _SeenOnDisk(table)
    except sqlite3.Error as error:
        raise WriteError(f"the ids of articles cannot be kept: {error}.", path=place) from error
    finally:
        place.unlink(missing_ok=True)


class _SeenOnDisk:
    def __init__(self, table: sqlite3.Connection) -> None:
        self._table = table

    def add(self, key: bytes) -> bool:
        """Keep a key; whether it is new."""
        return self._table.execute("insert or ignore into met values (?)", (key,)).rowcount == 1

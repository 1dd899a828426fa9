"""Ids that were met before, kept on the disk: memory does not grow with their number."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Iterable
from contextlib import closing
from hashlib import blake2b
from pathlib import Path

from gaoyou_nlp.batch.parts import Item
from gaoyou_nlp.errors import WriteError
from gaoyou_nlp.records import Article, Reject

_CACHE_KIB = 8192


def unique(items: Iterable[Item], place: Path) -> Generator[Item, None, None]:
    """Turn every article whose id was met before into a reject.

    Parameters:
        items: What reading gives.
        place: A file to keep the ids in; removed before and after.

    Yields:
        The items in their order.

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
            for item in items:
                yield item if not isinstance(item, Article) else _once(item, table)
    except sqlite3.Error as error:
        raise WriteError(f"the ids of articles cannot be kept: {error}.", path=place) from error
    finally:
        place.unlink(missing_ok=True)


def _once(article: Article, table: sqlite3.Connection) -> Item:
    key = blake2b(article.id.encode(), digest_size=16).digest()
    if table.execute("insert or ignore into met values (?)", (key,)).rowcount == 1:
        return article
    source = article.source
    return Reject(
        article.id,
        "" if source is None else source.path,
        None if source is None else source.line,
        f"the id {article.id!r} was met before. Ids must differ within a run.",
        article.text.encode(),
    )

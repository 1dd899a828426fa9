"""Of two articles with the same id the first counts; the second is set aside."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from typing import Protocol

from gaoyou_nlp.errors import quoted
from gaoyou_nlp.records import Article, Reject


class Seen(Protocol):
    """Keys that were met before."""

    def add(self, key: bytes) -> bool:
        """Keep a key; whether it is new."""


class SeenInMemory:
    """Keys kept in memory, some seventy bytes each."""

    def __init__(self) -> None:
        self._keys: set[bytes] = set()

    def add(self, key: bytes) -> bool:
        """Keep a key; whether it is new."""
        before = len(self._keys)
        self._keys.add(key)
        return len(self._keys) > before


def unique(items: Iterable[Article | Reject], seen: Seen) -> Iterator[Article | Reject]:
    """Turn every article whose id was met before into a reject.

    Parameters:
        items: What reading gives.
        seen: Keeps the ids.

    Yields:
        The items in their order.

    Examples:
        >>> items = [Article("1", "高邮"), Article("1", "江阴")]
        >>> [type(item).__name__ for item in unique(items, SeenInMemory())]
        ['Article', 'Reject']
    """
    for item in items:
        if isinstance(item, Article):
            key = blake2b(item.id.encode(), digest_size=16).digest()
            yield item if seen.add(key) else _second(item)
        else:
            yield item


def _second(article: Article) -> Reject:
    source = article.source
    return Reject(
        article.id,
        "" if source is None else source.path,
        None if source is None else source.line,
        f"the id {quoted(article.id)} was met before. Ids must differ within a run.",
        article.text.encode(),
    )

"""Cuts a stream of articles into parts: the unit that is written, checked and done again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gaoyou_nlp.records import Article, Reject

CHARACTERS = 100_000
"""Characters of a part at most, unless a single article has more."""

ARTICLES = 1000
"""Articles of a part at most."""

REJECTS = 10_000
"""Rejects of a part at most."""

REJECTED_BYTES = 16 * 2**20
"""Bytes of a part's rejects at most, unless a single one has more."""

Item = Article | Reject


@dataclass(frozen=True, slots=True)
class Part:
    """Some consecutive inputs.

    Parameters:
        index: Its number, from 0; says the names of its files.
        items: Articles, and what could not be read, in their order.
    """

    index: int
    items: tuple[Item, ...]

    @property
    def characters(self) -> int:
        """Characters of its articles."""
        return sum(len(item.text) for item in self.items if isinstance(item, Article))


def cut_parts(
    items: Iterable[Item], *, characters: int = CHARACTERS, articles: int = ARTICLES
) -> Iterator[Part]:
    """Cut a stream into parts that depend on nothing but the stream and the two limits.

    Parameters:
        items: What reading gives, read as it is needed.
        characters: Largest size of a part; a longer article is a part of its own.
        articles: Largest number of articles in a part.

    Yields:
        The parts in order. Rejects go with the article before them and move no border, save where
        there are very many of them.

    Examples:
        >>> items = [Article("1", "高邮"), Article("2", "江阴"), Article("3", "高邮市江阴市")]
        >>> [len(part.items) for part in cut_parts(items, characters=4)]
        [2, 1]
    """
    index = size = count = rejects = rejected = 0
    held: list[Item] = []
    for item in items:
        if isinstance(item, Article):
            length = len(item.text)
            full = count > 0 and (size + length > characters or count == articles)
            size, count = size + length, count + 1
        else:
            length = len(item.raw)
            full = rejects == REJECTS or (rejects > 0 and rejected + length > REJECTED_BYTES)
            rejects, rejected = rejects + 1, rejected + length
        if full:
            yield Part(index, tuple(held))
            index, held = index + 1, []
            size, count, rejects, rejected = (
                (length, 1, 0, 0) if isinstance(item, Article) else (0, 0, 1, length)
            )
        held.append(item)
    if held:
        yield Part(index, tuple(held))


def digest(part: Part, run: str) -> str:
    """Return the identity of a part: of its inputs and of what makes something of them.

    Parameters:
        part: The part.
        run: The identity of model, options and schema.

    Returns:
        A sha256 in hexadecimal. Equal identities give equal bytes.

    Examples:
        >>> one = Part(0, (Article("1", "高邮"),))
        >>> digest(one, "a") == digest(one, "a"), digest(one, "a") == digest(one, "b")
        (True, False)
    """
    total = hashlib.sha256(run.encode())
    for item in part.items:
        total.update(b"\n")
        total.update(json.dumps(_fields(item), ensure_ascii=True).encode())
        if isinstance(item, Article):
            for at in range(0, len(item.text), CHARACTERS):
                total.update(item.text[at : at + CHARACTERS].encode("utf-8", "surrogatepass"))
    return total.hexdigest()


def _fields(item: Item) -> list[object]:
    if isinstance(item, Reject):
        return ["reject", item.to_dict()]
    source = item.source
    return [
        "article",
        item.id,
        len(item.text),  # its characters stand behind, in pieces
        item.title,
        item.subtitle,
        item.kicker,
        item.byline,
        [(author.name, author.role) for author in item.authors],
        None if source is None else (source.path, source.encoding, source.sha256, source.line),
        None if item.source_map is None else item.source_map.runs,
        [item.date, item.author, item.publisher, item.url, item.notes],
        "" if source is None else repr(source.anchors),
    ]

"""Tables that a PDF breaks over pages: one table, its headers once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from gaoyou_nlp.reading.documents.pdf_paragraphs import Passage
from gaoyou_nlp.reading.documents.pdf_tables import RuledTable
from gaoyou_nlp.reading.tables import is_number

_NEAR = 6.0
"""Points by which the edges of the parts of a table may differ."""

_MOST_HEADERS = 3


def joined_tables(found: Iterable[Passage | RuledTable]) -> Iterator[Passage | RuledTable]:
    """Join tables that follow each other on the next page at the same place.

    Parameters:
        found: Paragraphs and tables in the order of reading, page furniture left out.

    Yields:
        The same, parts of a table joined; headers that come again on the next page are dropped.
    """
    parts: list[RuledTable] = []
    for item in found:
        if isinstance(item, RuledTable) and parts and _goes_on(parts[0], parts[-1], item):
            parts.append(item)
            continue
        if parts:
            yield _whole(parts)
        parts = [item] if isinstance(item, RuledTable) else []
        if not parts:
            yield item
    if parts:
        yield _whole(parts)


def _goes_on(first: RuledTable, above: RuledTable, below: RuledTable) -> bool:
    if _last_page(above) + 1 != _page(below) or len(first.rows[0]) != len(below.rows[0]):
        return False
    if abs(above.left - below.left) > _NEAR or abs(above.right - below.right) > _NEAR:
        return False
    return _repeated(first, below) > 0 or any(is_number(text) for text, _ in below.rows[0])


def _repeated(first: RuledTable, below: RuledTable) -> int:
    """How many of the first rows come again, those without numbers."""
    count = 0
    for one, other in zip(first.rows[:_MOST_HEADERS], below.rows, strict=False):
        texts = [text for text, _ in one]
        if texts != [text for text, _ in other] or any(map(is_number, texts)):
            break
        count += 1
    return count


def _whole(parts: list[RuledTable]) -> RuledTable:
    first = parts[0]
    rows = list(first.rows)
    for part in parts[1:]:
        rows += part.rows[_repeated(first, part) :]
    return replace(first, rows=tuple(rows)) if len(parts) > 1 else first


def _page(table: RuledTable) -> int:
    return next((place.number for row in table.rows for _, place in row if place is not None), 0)


def _last_page(table: RuledTable) -> int:
    rows = reversed(table.rows)
    return next((place.number for row in rows for _, place in row if place is not None), 0)

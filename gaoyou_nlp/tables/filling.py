"""Fills tables from records: the one loop behind every kind of file."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Final, Protocol

from gaoyou_nlp.records import Record
from gaoyou_nlp.tables.linked import ENTITIES, Linked
from gaoyou_nlp.tables.rows import ROWS
from gaoyou_nlp.tables.schema import TABLES, Table
from gaoyou_nlp.tables.source import Cells, Source

CHUNK: Final = 10_000
"""Rows of a table that are held in memory before they are handed on."""

CHARACTERS: Final = 2_000_000
"""Characters of articles after which all rows that are held are handed on."""


class Sink(Protocol):
    """What takes the rows of tables."""

    def add(self, table: Table, rows: list[Cells]) -> None:
        """Take rows of a table, behind those that were taken before."""


def fill(records: Iterable[Record], sink: Sink, linked: Linked | None = None) -> int:
    """Hand the rows of records to a sink; memory does not grow with their number.

    Parameters:
        records: Any number.
        sink: Takes them in chunks, a table at a time; rows of a table stay in order.
        linked: The links of these records, None where they are not linked.

    Returns:
        How many records there were.
    """
    held: dict[str, list[Cells]] = {name: [] for name in TABLES}
    makers = [(TABLES[name], held[name], ROWS[name]) for name in TABLES if name in ROWS]
    count = characters = 0
    for record in records:
        source = Source(record, linked)
        characters += len(record.text)
        is_full = characters >= CHARACTERS
        for table, rows, make in makers:
            rows.extend(make(source))
            if rows and (is_full or len(rows) >= CHUNK):
                sink.add(table, rows)
                rows.clear()
        count += 1
        characters = 0 if is_full else characters
    for table, rows, _ in makers:
        if rows:
            sink.add(table, rows)
    if linked is not None:
        for name in ENTITIES:
            rest = iter(linked.rows(name))
            while rows := list(islice(rest, CHUNK)):
                sink.add(TABLES[name], rows)
    return count

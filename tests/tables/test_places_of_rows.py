"""Rows of documents: the page, the box and the cell that each row begins in."""

from __future__ import annotations

import pytest

from gaoyou_nlp.records import Article, Cell, DateMention, Page, Record, Source, Span
from gaoyou_nlp.tables.rows import ROWS
from gaoyou_nlp.tables.source import Source as RowSource

TEXT = "县水利局今年开工\n县财政局"
LINE = Page(2, (72.0, 90.5, 168.0, 104.0), tuple(72.0 + 12 * at for at in range(9)))


def record(*anchors: tuple[int, int, Page | Cell]) -> Record:
    """Return a record of a document with its places."""
    source = Source("a.pdf", anchors=anchors)
    spans = (Span(0, 4, "ORG", "县水利局", "org.body"), Span(9, 13, "ORG", "县财政局", "org.body"))
    dates = (DateMention(4, 6, "今年", None, None, "year", "date.year"),)
    return Record(Article("a", TEXT, source=source), spans, dates=dates)


@pytest.mark.parametrize("read_again", [False, True], ids=["as annotated", "read from JSON"])
@pytest.mark.parametrize(
    ("anchors", "expected"),
    [
        (
            ((0, 8, LINE), (9, 13, Page(3, (72.0, 60.0, 120.0, 73.5)))),
            [
                (2, "72 90.5 120 104", None),
                (3, "72 60 120 73.5", None),
                (2, "120 90.5 144 104", None),
            ],
        ),
        (
            ((0, 8, Cell(3, 2, sheet="项目")), (9, 13, Cell(2, 1, table=1))),
            [(None, None, "项目!B3"), (None, None, "table 1!A2"), (None, None, "项目!B3")],
        ),
        ((), [(None, None, None)] * 3),
    ],
    ids=["a page", "a sheet and a table", "no document"],
)
def test_where_rows_begin(
    anchors: tuple[tuple[int, int, Page | Cell], ...],
    expected: list[tuple[int | None, str | None, str | None]],
    read_again: bool,
) -> None:
    one = record(*anchors)
    source = RowSource(Record.from_dict(one.to_dict()) if read_again else one)
    rows = [*ROWS["mentions"](source), *ROWS["dates"](source)]
    assert [row[-3:] for row in rows] == expected

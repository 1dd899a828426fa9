"""A table of a document, as plain data: its cells, their texts and where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from gaoyou_nlp.records.anchor import Where


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell.

    Parameters:
        text: What it holds, without blanks at the edges; a merged cell holds its text once, the
            places that it covers besides hold nothing.
        start, end: Its characters in the article's text; both 0 where it is empty.
        where: Its place in the document; None where that is not known.
    """

    text: str
    start: int = 0
    end: int = 0
    where: Where | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Parameters:
        headers: The name of each column, empty where it has none; no headers at all where the
            first rows do not look like names.
        rows: The rows below the headers, each with as many cells as there are columns.
        title: The line above it that names it, if there is one.
        unit: The unit of its amounts from a line such as ``单位：万元``; empty where there is none.
    """

    headers: tuple[str, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    title: str = ""
    unit: str = ""

    def column(self, name: str) -> Iterator[TableCell]:
        """Yield the cells below a header.

        Parameters:
            name: The header, whole.

        Raises:
            KeyError: There is no such column.

        Examples:
            >>> table = Table(("项目", "进度"), ((TableCell("县中学"), TableCell("在建")),))
            >>> [cell.text for cell in table.column("进度")]
            ['在建']
        """
        if name not in self.headers:
            raise KeyError(name)
        at = self.headers.index(name)
        for row in self.rows:
            yield row[at]

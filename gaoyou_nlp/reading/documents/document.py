"""What every reader of documents makes: the extracted text, its blocks, anchors and tables.

The extracted text is the source that ``Article.source_map`` leads to. Readers write it with a
``Draft``; ``building`` makes articles of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.characters import clean
from gaoyou_nlp.reading.kinds import BODY, ROW
from gaoyou_nlp.records.anchor import Anchor, Page, Where


@dataclass(frozen=True, slots=True)
class Facts:
    """What a document says about itself; see the fields of ``Article``."""

    title: str = ""
    date: str | None = None
    author: str | None = None
    publisher: str | None = None
    url: str | None = None

    def or_else(self, other: Facts) -> Facts:
        """Return these facts, those that are missing taken from others.

        Examples:
            >>> Facts(title="甲").or_else(Facts(title="乙", date="2026-04-13")).date
            '2026-04-13'
        """
        names = ("title", "date", "author", "publisher", "url")
        return Facts(**{name: getattr(self, name) or getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, headline, by-line, or row of a table.

    Parameters:
        kind: As of ``paragraphs.Paragraph``.
        slices: The stretches of the extracted text that make it up: a line of a page each, or a
            cell each.
        gap: 1 where it stands apart from what is above it.
    """

    kind: str
    slices: tuple[tuple[int, int], ...]
    gap: int = 0


@dataclass(frozen=True, slots=True)
class DraftCell:
    """A cell of a table, its characters those of the extracted text."""

    text: str
    start: int = 0
    end: int = 0
    where: Where | None = None


MAX_CELLS = 1_000_000
"""Cells of a table in a text; more are no table that anybody reads."""


def check_cells(rows: Sequence[Sequence[str]], cells: int) -> int:
    """Count the cells of the last row too, and refuse a table with too many.

    Raises:
        ReadError: With the reason.

    Examples:
        >>> check_cells([("甲", "乙"), ("丙",)], 2)
        3
    """
    cells += len(rows[-1])
    if cells > MAX_CELLS:
        raise ReadError(f"holds a table of more than {MAX_CELLS} cells. Part it.")
    return cells


@dataclass(frozen=True, slots=True)
class DraftTable:
    """A table: its rows, all equally long, and the two lines above it."""

    rows: tuple[tuple[DraftCell, ...], ...]
    above: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An extracted document.

    Parameters:
        text: All of it.
        blocks: In reading order.
        anchors: Of ``text``, ordered.
        tables: In their order.
        facts: What it says about itself.
        several: Whether it may hold several articles, as a page of a newspaper does.
        notes: What is to be known about it.
    """

    text: str
    blocks: tuple[Block, ...]
    anchors: tuple[Anchor, ...] = ()
    tables: tuple[DraftTable, ...] = ()
    facts: Facts = Facts()
    several: bool = False
    notes: tuple[str, ...] = ()


@dataclass
class Draft:
    """Writes a document block by block.

    Examples:
        >>> draft = Draft()
        >>> draft.paragraph("县水库开工", kind="head")
        >>> draft.table([[("项目", None), ("进度", None)], [("县中学", None), ("", None)]])
        >>> draft.document().text
        '县水库开工\\n项目\\t进度\\n县中学\\n'
    """

    _pieces: list[str] = field(default_factory=list)
    _length: int = 0
    _blocks: list[Block] = field(default_factory=list)
    _anchors: list[Anchor] = field(default_factory=list)
    _tables: list[DraftTable] = field(default_factory=list)
    _above: list[str] = field(default_factory=list)

    def paragraph(
        self, text: str, where: Where | None = None, *, kind: str = BODY, gap: int = 0
    ) -> None:
        """Add a paragraph; one without characters is left out."""
        text = clean(text).strip()
        if text:
            start, end = self._write(text, where)
            self._blocks.append(Block(kind, ((start, end),), gap))
            self._put("\n")
            self._above.append(text)

    def lines(self, lines: Sequence[tuple[str, Page]], *, kind: str = BODY, gap: int = 0) -> None:
        """Add a paragraph that is broken over lines of pages, each as it is."""
        slices = []
        for text, where in lines:
            slices.append(self._write(text, where))
            self._put("\n")
        if slices:
            self._blocks.append(Block(kind, tuple(slices), gap))
            self._above.append("".join(text for text, _ in lines))

    def table(self, rows: Iterable[Sequence[tuple[str, Where | None]]]) -> None:
        """Add a table, each cell with its place; rows are filled up to the longest."""
        above = tuple(self._above[-2:])
        done = [cells for cells in map(self._row, rows) if any(cell.text for cell in cells)]
        width = max(map(len, done), default=0)
        empty = DraftCell("")
        filled = tuple(cells + (empty,) * (width - len(cells)) for cells in done)
        if filled:
            self._tables.append(DraftTable(filled, above))
            self._above.clear()

    def document(
        self, facts: Facts | None = None, *, several: bool = False, notes: Iterable[str] = ()
    ) -> Document:
        """Return what was written."""
        return Document(
            "".join(self._pieces),
            tuple(self._blocks),
            tuple(self._anchors),
            tuple(self._tables),
            facts or Facts(),
            several,
            tuple(notes),
        )

    def _row(self, row: Sequence[tuple[str, Where | None]]) -> tuple[DraftCell, ...]:
        cells: list[DraftCell] = []
        for text, where in row:
            text = " ".join(clean(text).split())
            if not text:
                cells.append(DraftCell("", where=where))
                continue
            if any(cell.text for cell in cells):
                self._put("\t")
            start, end = self._write(text, where)
            cells.append(DraftCell(text, start, end, where))
        slices = tuple((cell.start, cell.end) for cell in cells if cell.text)
        if slices:
            self._blocks.append(Block(ROW, slices))
            self._put("\n")
        return tuple(cells)

    def _write(self, text: str, where: Where | None) -> tuple[int, int]:
        start = self._length
        self._put(text)
        if where is not None:
            self._anchors.append((start, self._length, where))
        return start, self._length

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

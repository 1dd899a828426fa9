"""Documents to articles: blanks and by-lines as in text files, anchors and tables carried over."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from gaoyou_nlp.reading.articles import build_article
from gaoyou_nlp.reading.blanks import Blanks, Run
from gaoyou_nlp.reading.bylines import LONGEST, parse_byline, trailing_byline
from gaoyou_nlp.reading.characters import private_places
from gaoyou_nlp.reading.documents.document import Block, Document
from gaoyou_nlp.reading.kinds import BODY, BYLINE, HEAD, ROW, SUB, has_role
from gaoyou_nlp.reading.page import Part, split_page
from gaoyou_nlp.reading.paragraphs import Paragraph, cut_slices, row_of_cells
from gaoyou_nlp.reading.tables import parts_of, recognise
from gaoyou_nlp.records import Article, Source
from gaoyou_nlp.records.anchor import Anchor, places
from gaoyou_nlp.records.table import Table, TableCell


def articles_of(document: Document, id: str, source: Source) -> Iterator[Article]:
    """Make the articles of a document.

    Parameters:
        document: As its reader left it.
        id: The article's id; with several articles ``#1``, ``#2`` … are added.
        source: The file.

    Yields:
        Its articles in their order; none where it holds no text.

    Examples:
        >>> from gaoyou_nlp.reading.documents.document import Draft
        >>> draft = Draft()
        >>> draft.paragraph("县水库 开工", kind="head")
        >>> draft.paragraph("3日，县水库开工。 记者 周敏")
        >>> next(articles_of(draft.document(), "a", Source("a.docx"))).byline
        '记者 周敏'
    """
    paragraphs = _paragraphs(document)
    parts = split_page(paragraphs) if document.several else [_single(paragraphs)]
    parts = [part for part in parts if part.items]
    for number, part in enumerate(parts, 1):
        name = id if len(parts) == 1 else f"{id}#{number}"
        yield _article(part, name, source, document)


def _paragraphs(document: Document) -> list[Paragraph]:
    blanks = Blanks(document.text)
    found: list[Paragraph] = []
    last = len(document.blocks) - 1
    for at, block in enumerate(document.blocks):
        ends = at == last or document.blocks[at + 1].kind in (HEAD, ROW)
        found += _built(block, document.text, blanks, ends=ends)
    return [paragraph for paragraph in found if paragraph.text]


def _built(block: Block, text: str, blanks: Blanks, *, ends: bool) -> list[Paragraph]:
    if block.kind == ROW:
        return [row_of_cells(block.slices, blanks, block.gap)]
    if block.kind != BODY:
        return [Paragraph(block.kind, *blanks.clean(block.slices, separates=True), block.gap)]
    whole = "".join(text[start:end] for start, end in block.slices)
    if len(whole) <= LONGEST and parse_byline(whole, bare=ends):
        return [Paragraph(BYLINE, *blanks.clean(block.slices, separates=True), block.gap)]
    tail = whole[-(LONGEST + 20) :]
    cut = trailing_byline(tail) if ends or has_role(tail) else None
    if cut is None:
        return [Paragraph(BODY, *blanks.clean(block.slices), block.gap)]
    before, after = cut_slices(block.slices, len(whole) - len(tail) + cut)
    return [
        Paragraph(BODY, *blanks.clean(before), block.gap),
        Paragraph(BYLINE, *blanks.clean(after, separates=True)),
    ]


def _single(paragraphs: Sequence[Paragraph]) -> Part:
    """All of a document as one article: its first headline is the title, a dashed one below it
    the subtitle."""
    items: list[tuple[str, Paragraph]] = []
    above, titled = "", False
    for paragraph in paragraphs:
        role = BYLINE if paragraph.kind == BYLINE else BODY
        title = paragraph.kind == HEAD and (not titled or above == HEAD)
        if title or (paragraph.kind == SUB and above in (HEAD, SUB)):
            role = paragraph.kind
        above, titled = role, titled or role == HEAD
        items.append((role, paragraph))
    return Part(tuple(items))


def _article(part: Part, id: str, source: Source, document: Document) -> Article:
    article = build_article(part, id, source)
    runs = () if article.source_map is None else article.source_map.runs
    facts = document.facts
    return replace(
        article,
        title=article.title or _title_in(article.text, facts.title),
        source=replace(source, anchors=_anchors(runs, document.anchors)),
        date=facts.date,
        author=facts.author,
        publisher=facts.publisher,
        url=facts.url,
        tables=tuple(_tables(runs, document)),
        notes=(*document.notes, *_notes(article.text)),
    )


def _title_in(text: str, title: str) -> str:
    """The title a document says it has, if it stands in the text: titles are parts of texts."""
    return title if title and title in text.split("\n") else ""


def _anchors(runs: Sequence[Run], anchors: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """Anchors of the article's text from those of the extracted text."""
    return tuple(
        (start + first - place, start + last - place, where)
        for start, place, size in runs
        for first, last, where in places(anchors, place, place + size)
    )


def _tables(runs: Sequence[Run], document: Document) -> Iterator[Table]:
    """The tables that stand in the article, cells with their offsets there."""
    by_source = sorted((place, place + size, start) for start, place, size in runs)
    for table in document.tables:
        rows = []
        for row in table.rows:
            cells = []
            for cell in row:
                start = _offset(by_source, cell.start) if cell.text else None
                end = _offset(by_source, cell.end - 1) if cell.text else None
                if start is None or end is None:
                    cells.append(TableCell("" if cell.text == "" else cell.text, where=cell.where))
                else:
                    cells.append(TableCell(cell.text, start, end + 1, cell.where))
            rows.append(cells)
        texts = [[cell.text for cell in row] for row in rows]
        for begin, end in parts_of(texts):
            above = table.above if texts[begin] == texts[0] else ()  # the same columns go on
            if any(cell.end for row in rows[begin:end] for cell in row):
                yield recognise(rows[begin:end], above)


def _offset(by_source: Sequence[tuple[int, int, int]], place: int) -> int | None:
    at = bisect_right(by_source, place, key=lambda run: run[0]) - 1
    if at < 0:
        return None
    first, last, start = by_source[at]
    return start + place - first if place < last else None


def _notes(text: str) -> Iterator[str]:
    found = list(private_places(text))
    if found:
        shown = ", ".join(map(str, found[:5])) + (" …" if len(found) > 5 else "")
        yield (
            f"{len(found)} characters that only their font knows, or that could not be decoded, "
            f"at {shown}."
        )

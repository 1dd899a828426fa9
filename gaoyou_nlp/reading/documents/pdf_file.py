"""Reads PDF files: articles in the order of reading, tables, each character with its place."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.reading.documents.document import Document, Draft, Facts
from gaoyou_nlp.reading.documents.official import is_attachment, is_number_of, signed_date
from gaoyou_nlp.reading.documents.pdf_bare_tables import bare_tables_of, with_tables
from gaoyou_nlp.reading.documents.pdf_boxes import Frame, boxed, frames_of
from gaoyou_nlp.reading.documents.pdf_characters import GAP, Sheet, read_sheet
from gaoyou_nlp.reading.documents.pdf_furniture import furniture_of
from gaoyou_nlp.reading.documents.pdf_gutters import gutters_of, is_woven
from gaoyou_nlp.reading.documents.pdf_lines import Line, lines_of
from gaoyou_nlp.reading.documents.pdf_long_tables import joined_tables
from gaoyou_nlp.reading.documents.pdf_order import Column, in_order
from gaoyou_nlp.reading.documents.pdf_paragraphs import Passage, Piece, Setting, passages
from gaoyou_nlp.reading.documents.pdf_scans import HALF
from gaoyou_nlp.reading.documents.pdf_tables import RuledTable, tables_of
from gaoyou_nlp.reading.kinds import BODY, HEAD
from gaoyou_nlp.reading.lines import like_headline

MAX_PAGES = 5000
MAX_SECONDS = 600.0

_FEW = 20
_OPENING = 8
_LONGEST_SIGNED = 40
_HYPHEN = re.compile(r"[A-Za-z][-\u2010]$")


@dataclass(frozen=True, slots=True)
class ReadPdf:
    """A PDF file that was read.

    Parameters:
        document: Its text.
        pictures: The pages that are pictures without text.
        unknown: The pages whose fonts do not name their characters.
    """

    document: Document
    pictures: tuple[int, ...]
    unknown: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Printed:
    """What stands on a page, and where its narrow gutters are."""

    width: float
    height: float
    lines: list[Line]
    tables: list[RuledTable]
    frames: list[Frame]
    narrow: tuple[float, ...]


def read_pdf(data: bytes) -> ReadPdf:
    """Read a PDF file.

    Parameters:
        data: Its bytes.

    Returns:
        Its text, and which pages hold none. Scripts, forms and attachments are left alone.

    Raises:
        ReadError: It is spoiled, locked, too long, or takes too much time.
        MissingExtraError: pypdfium2 is not installed.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise missing_extra("pypdfium2", "documents") from error
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise ReadError("is locked with a password. Save it without one.") from error
        reason = str(error).rstrip(".")
        raise ReadError(f"is a spoiled PDF file: {reason}. Get it again.") from error
    try:
        if len(pdf) > MAX_PAGES:
            raise ReadError(f"has more than {MAX_PAGES} pages. Part it.")
        return _read(_sheets(pdf))
    finally:
        pdf.close()


def _sheets(pdf: Any) -> Iterator[Sheet]:
    import pypdfium2

    begin = time.monotonic()
    for index in range(len(pdf)):
        try:
            sheet = read_sheet(pdf, index)
        except pypdfium2.PdfiumError as error:
            raise ReadError(f"page {index + 1} cannot be read: {error}.") from error
        if time.monotonic() - begin > MAX_SECONDS:
            raise ReadError(f"takes more than {MAX_SECONDS:.0f} seconds. Part it.")
        yield sheet


def _read(sheets: Iterable[Sheet]) -> ReadPdf:
    pictures: list[int] = []
    unknown: list[int] = []
    woven: list[int] = []
    loose: list[int] = []
    scanned: list[int] = []
    pages: list[_Printed] = []
    for sheet in sheets:
        if len(sheet.chars) < _FEW and sheet.picture > HALF:
            pictures.append(sheet.number)
            continue
        if sheet.unknown > max(_FEW, len(sheet.chars) // 4):
            unknown.append(sheet.number)
            continue
        if sheet.scanned:
            scanned.append(sheet.number)
        tables, rest = tables_of(sheet.number, sheet.chars, sheet.rules)
        bare, rest = bare_tables_of(sheet.number, rest)
        if any(len(table.rows[0]) == 1 for table in bare):
            loose.append(sheet.number)
        gutters = gutters_of(rest)
        lines = lines_of(sheet.number, rest, gutters)
        if is_woven([(line.text.replace(GAP, " "), line.edges, line.size) for line in lines]):
            woven.append(sheet.number)
        narrow = tuple((gutter.left + gutter.right) / 2 for gutter in gutters)
        found = [*tables, *bare]
        pages.append(
            _Printed(sheet.width, sheet.height, lines, found, frames_of(sheet.rules), narrow)
        )
    furniture, facts = furniture_of([(page.height, page.lines) for page in pages])
    columns: list[tuple[Column, list[Piece]]] = []
    for page in pages:
        pieces: list[Piece] = [line for line in page.lines if id(line) not in furniture]
        for group in boxed([*pieces, *page.tables], page.frames):
            columns += with_tables(in_order(group, page.narrow, page.width / 2))
    ordered = [piece for _, its in columns for piece in its if isinstance(piece, Line)]
    draft = Draft()
    written: list[str] = []
    read = list(joined_tables(passages(columns, Setting(ordered))))
    official = _official(read)
    if official is not None:
        _set_title(read, official)
    for passage in read:
        if isinstance(passage, RuledTable):
            draft.table(passage.rows)
            written.append("")
        else:
            _write(draft, passage)
            written.append(passage.text if len(passage.text) <= _LONGEST_SIGNED else "…")
    facts = facts.or_else(Facts(date=signed_date(written)))
    document = draft.document(facts, several=official is None, notes=_notes(woven, loose, scanned))
    return ReadPdf(document, tuple(pictures), tuple(unknown))


def _notes(woven: Sequence[int], loose: Sequence[int], scanned: Sequence[int]) -> Iterator[str]:
    """What is not sure, and on which pages."""
    for pages, fault in (
        (woven, "the order of reading is not sure: lines seem to run over two columns"),
        (loose, "the cells of a table touch each other: its rows are read as lines"),
        (scanned, "a scan whose text was recognised by OCR"),
    ):
        if pages:
            which = ", ".join(map(str, pages[:20]))
            yield f"page {which}: {fault}. Compare with the page."


def _official(found: Sequence[Passage | RuledTable]) -> int | None:
    """Which passage is the number of an official document, or says that it is an attachment: such
    a document is one article, whatever is set large in it."""
    for at, passage in enumerate(found[:_OPENING]):
        if isinstance(passage, Passage) and (
            is_number_of(passage.text) or is_attachment(passage.text)
        ):
            return at
    return None


def _set_title(found: Sequence[Passage | RuledTable], number: int) -> None:
    """Make what stands below the number of an official document its title if it can be one; what
    stands above is then the head of the paper. Else the number stands below the title."""
    below = found[number + 1] if number + 1 < len(found) else None
    if isinstance(below, Passage) and like_headline(below.text):
        for passage in found[: number + 1]:
            if isinstance(passage, Passage):
                passage.kind = BODY
        below.kind = HEAD


def _write(draft: Draft, passage: Passage) -> None:
    """Write a paragraph, its lines joined: a hyphen that parts a word at a line's end goes, two
    words and two clauses of a headline keep a blank."""
    lines = []
    for at, line in enumerate(passage.lines):
        shown = line if passage.kind == BODY else line.without_gaps()
        text, where = shown.text.replace(GAP, " "), shown.where
        below = passage.lines[at + 1].text if at + 1 < len(passage.lines) else ""
        if _HYPHEN.search(text) and below[:1].islower() and below[:1].isascii():
            text = text[:-1]
        elif at in passage.breaks or (
            text[-1:].isascii()
            and text[-1:].isalpha()
            and below[:1].isascii()
            and below[:1].isalpha()
        ):
            text += " "
        lines.append((text, where))
    draft.lines(lines, kind=passage.kind, gap=passage.gap)


def _is_letter(char: str) -> bool:
    return char.isascii() and char.isalpha()

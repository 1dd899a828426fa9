"""Reads PDF files: articles in the order of reading, tables, each character with its place."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.reading.documents.document import Document, Draft, Facts
from gaoyou_nlp.reading.documents.office import Written, signed_date
from gaoyou_nlp.reading.documents.pdf_bare_tables import bare_tables_of
from gaoyou_nlp.reading.documents.pdf_boxes import Frame, boxed, frames_of
from gaoyou_nlp.reading.documents.pdf_characters import GAP, Sheet, read_sheet
from gaoyou_nlp.reading.documents.pdf_furniture import furniture_of
from gaoyou_nlp.reading.documents.pdf_lines import Line, lines_of
from gaoyou_nlp.reading.documents.pdf_order import Column, in_order
from gaoyou_nlp.reading.documents.pdf_paragraphs import Passage, Piece, Setting, passages
from gaoyou_nlp.reading.documents.pdf_tables import RuledTable, tables_of
from gaoyou_nlp.reading.kinds import BODY

MAX_PAGES = 5000
MAX_SECONDS = 600.0

_PICTURE = 0.5
_FEW = 20
_ENDING = 4
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
        raise ReadError(f"is a spoiled PDF file: {error}. Get it again.") from error
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
    pages: list[tuple[float, list[Line], list[RuledTable], list[Frame]]] = []
    for sheet in sheets:
        if len(sheet.chars) < _FEW and sheet.picture > _PICTURE:
            pictures.append(sheet.number)
            continue
        if sheet.unknown > max(_FEW, len(sheet.chars) // 4):
            unknown.append(sheet.number)
            continue
        tables, rest = tables_of(sheet.number, sheet.chars, sheet.rules)
        bare, rest = bare_tables_of(sheet.number, rest)
        lines = lines_of(sheet.number, rest)
        pages.append((sheet.height, lines, [*tables, *bare], frames_of(sheet.rules)))
    furniture, facts = furniture_of([(height, lines) for height, lines, _, _ in pages])
    columns: list[tuple[Column, list[Piece]]] = []
    for _, lines, tables, frames in pages:
        pieces: list[Piece] = [line for line in lines if id(line) not in furniture]
        for group in boxed([*pieces, *tables], frames):
            columns += in_order(group)
    ordered = [piece for _, its in columns for piece in its if isinstance(piece, Line)]
    draft = Draft()
    written: list[Written] = []
    for passage in passages(columns, Setting(ordered)):
        if isinstance(passage, RuledTable):
            draft.table(passage.rows)
        else:
            _write(draft, passage)
            written = [*written[-_ENDING:], Written(passage.text)]
    facts = facts.or_else(Facts(date=signed_date(written)))
    return ReadPdf(draft.document(facts, several=True), tuple(pictures), tuple(unknown))


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

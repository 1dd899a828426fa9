"""From the bytes of a document that stands alone to its articles, one function a kind."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import cast

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.articles import articles
from gaoyou_nlp.reading.characters import as_meant
from gaoyou_nlp.reading.decoding import decode
from gaoyou_nlp.reading.delimited import read_delimited
from gaoyou_nlp.reading.documents.open_document import read_odt
from gaoyou_nlp.reading.documents.pdf_file import read_pdf
from gaoyou_nlp.reading.documents.reader import Found, Opened
from gaoyou_nlp.reading.documents.rich_text import read_rtf
from gaoyou_nlp.reading.documents.web_page import read_web
from gaoyou_nlp.reading.documents.word import read_word
from gaoyou_nlp.reading.rows import Input
from gaoyou_nlp.records import Reject


def open_text(opened: Opened) -> Found:
    """The articles of a plain text; in an archive or a mail its name may say that it is a table."""
    if opened.level and opened.path.lower().endswith((".csv", ".tsv")):
        stream = cast("io.BufferedReader", io.BufferedReader(io.BytesIO(opened.data)))
        yield from read_delimited(Input(opened.path, opened.id, "csv", stream), opened.options)
        return
    text, encoding = decode(opened.data, opened.encoding)
    found = articles(as_meant(text), opened.id, replace(opened.source, encoding=encoding))
    if not found:
        raise ReadError("holds no text.")
    yield from found


def open_web(opened: Opened) -> Found:
    """The article of a web page."""
    document, encoding = read_web(opened.data, opened.encoding)
    yield from opened.articles(document, encoding)


def open_word(opened: Opened) -> Found:
    """The article of a Word file."""
    yield from opened.articles(read_word(opened.data))


def open_odt(opened: Opened) -> Found:
    """The article of an OpenDocument text."""
    yield from opened.articles(read_odt(opened.data))


def open_rtf(opened: Opened) -> Found:
    """The article of an RTF file."""
    yield from opened.articles(read_rtf(opened.data))


def open_pdf(opened: Opened) -> Found:
    """The articles of a PDF file, and a reject for the pages that hold no text."""
    read = read_pdf(opened.data)
    every = bool(read.document.text.strip())
    if every:
        yield from opened.articles(read.document)
    for pages, reason in (
        (read.pictures, "scanned pictures without text. Read them with OCR first: ocrmypdf"),
        (read.unknown, "set in fonts that do not name their characters. Read them with OCR"),
    ):
        if pages:
            which = ("page " if len(pages) == 1 else "pages ") + ", ".join(map(str, pages[:20]))
            verb = "is" if len(pages) == 1 else "are"
            yield Reject(opened.id, opened.path, None, f"{which} {verb} {reason}.")
            every = True
    if not every:
        raise ReadError("holds no text.")

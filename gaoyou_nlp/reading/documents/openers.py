"""From the bytes of a document that stands alone to its articles, one function a kind."""

from __future__ import annotations

from dataclasses import replace

from gaoyou_nlp.reading.articles import articles
from gaoyou_nlp.reading.characters import as_meant
from gaoyou_nlp.reading.decoding import decode
from gaoyou_nlp.reading.documents.reader import Found, Opened
from gaoyou_nlp.reading.documents.web_page import read_web
from gaoyou_nlp.reading.documents.word import read_word


def open_text(opened: Opened) -> Found:
    """The articles of a plain text."""
    text, encoding = decode(opened.data, opened.encoding)
    yield from articles(as_meant(text), opened.id, replace(opened.source, encoding=encoding))


def open_web(opened: Opened) -> Found:
    """The article of a web page."""
    document, encoding = read_web(opened.data, opened.encoding)
    yield from opened.articles(document, encoding)


def open_word(opened: Opened) -> Found:
    """The article of a Word file."""
    yield from opened.articles(read_word(opened.data))

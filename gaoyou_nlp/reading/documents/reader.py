"""Reads documents of all kinds; what kind one is, its bytes say."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from importlib import import_module

from gaoyou_nlp.errors import MissingExtraError, ReadError, first_line
from gaoyou_nlp.reading.documents.building import articles_of
from gaoyou_nlp.reading.documents.document import Document
from gaoyou_nlp.reading.documents.kind import REFUSED, kind_of
from gaoyou_nlp.reading.opening import MAX_RECORD, open_bytes
from gaoyou_nlp.reading.rows import Input, Options
from gaoyou_nlp.records import Article, Reject, Source

_KEPT = 2**20
_PACKAGE = "gaoyou_nlp.reading.documents"


@dataclass(frozen=True, slots=True)
class Opened:
    """The bytes of a document.

    Parameters:
        data: All of them.
        path: Its name; a document inside another has the outer one's name before ``!/``.
        id: What the ids of its articles begin with.
        options: How to read.
        level: How many documents it lies in.
        encoding: What the outer document says its encoding is.
    """

    data: bytes
    path: str
    id: str
    options: Options
    level: int = 0
    encoding: str | None = None

    @property
    def source(self) -> Source:
        """Where its articles come from."""
        return Source(self.path, None, hashlib.sha256(self.data).hexdigest())

    def inner(self, name: str, data: bytes, encoding: str | None = None) -> Opened:
        """A document inside this one."""
        path, id = f"{self.path}!/{name}", f"{self.id}/{name}"
        return replace(self, data=data, path=path, id=id, level=self.level + 1, encoding=encoding)

    def articles(self, document: Document, encoding: str | None = None) -> Iterator[Article]:
        """The articles of what was extracted.

        Raises:
            ReadError: There are none.
        """
        empty = True
        for article in articles_of(document, self.id, replace(self.source, encoding=encoding)):
            empty = False
            yield article
        if empty:
            raise ReadError("holds no text.")


Found = Iterator[Article | Reject]

_READERS: dict[str, tuple[str, str]] = {
    "text": ("openers", "open_text"),
    "html": ("openers", "open_web"),
    "docx": ("openers", "open_word"),
    "odt": ("openers", "open_odt"),
    "rtf": ("openers", "open_rtf"),
    "pdf": ("openers", "open_pdf"),
    "xlsx": ("workbook", "open_workbook"),
    "xls": ("workbook", "open_workbook"),
    "ods": ("workbook", "open_workbook"),
    "json": ("json_tree", "open_json"),
    "xml": ("xml_tree", "open_xml"),
    "mail": ("mail", "open_mail"),
    "zip": ("archive", "open_archive"),
}
"""Module and function of each kind, imported when the first such document comes."""


_PROGRAMS = {
    "docx": "Word or LibreOffice",
    "odt": "LibreOffice",
    "rtf": "Word or LibreOffice",
    "xlsx": "Excel or LibreOffice",
    "xls": "Excel or LibreOffice",
    "ods": "LibreOffice",
    "pdf": "a viewer of PDF",
    "html": "a browser",
}
"""What opens many a spoiled file of a kind."""


def read_document(file: Input, options: Options) -> Iterator[Article | Reject]:
    """Read the articles of a document of whatever kind.

    Parameters:
        file: The file.
        options: How to read.

    Yields:
        Its articles, or one reject for the file; for an archive, one for each file in it that
        cannot be read. A package that is missing is named in a reject.
    """
    data = b""
    try:
        limit = min(options.max_bytes, MAX_RECORD)
        with open_bytes(file.path, max_bytes=limit, stream=file.stream) as stream:
            data = stream.read(MAX_RECORD + 1)
        if len(data) > MAX_RECORD:
            raise ReadError(f"has more than {MAX_RECORD} bytes. Part the file.")
    except ReadError as error:
        yield Reject(None, file.name, None, error.message, b"", error.offset)
        return
    yield from read_opened(Opened(data, file.name, file.id, options, encoding=options.encoding))


def read_opened(opened: Opened) -> Iterator[Article | Reject]:
    """Read the articles of a document's bytes; whatever goes wrong is one reject.

    Parameters:
        opened: The bytes and their name.

    Yields:
        Its articles, or a reject.
    """
    kind = ""
    try:
        if not opened.data.strip():
            raise ReadError("is empty.")
        kind = kind_of(opened.data)
        if kind in REFUSED:
            raise ReadError(REFUSED[kind])
        yield from _reader(kind)(opened)
    except MissingExtraError as error:
        yield _reject(opened, error.message)
    except ReadError as error:
        yield _reject(opened, error.message, error.offset)
    except RecursionError:
        yield _reject(opened, f"is a {kind} file that is nested too deeply. {_advice(kind)}")
    except MemoryError:
        yield _reject(opened, f"is a {kind} file that needs more memory than there is. Part it.")
    except Exception as error:  # the parsers of a dozen forms raise whatever spoiled bytes cause
        said = f"{type(error).__name__}: {first_line(error)}"
        reason = f"is a {kind} file that cannot be read ({said})."
        yield _reject(opened, f"{reason} {_advice(kind)}")


def _advice(kind: str) -> str:
    """What a person does about a spoiled file.

    Examples:
        >>> _advice("xls")
        'Open it in Excel or LibreOffice and save it again.'
    """
    program = _PROGRAMS.get(kind)
    if program is None:
        return "Get it again from where it came."
    return f"Open it in {program} and save it again."


def _reader(kind: str) -> Callable[[Opened], Found]:
    module, name = _READERS[kind]
    function: Callable[[Opened], Found] = getattr(import_module(f"{_PACKAGE}.{module}"), name)
    return function


def _reject(opened: Opened, reason: str, offset: int | None = None) -> Reject:
    raw = opened.data if len(opened.data) <= _KEPT else b""
    size, checksum = len(opened.data), hashlib.sha256(opened.data).hexdigest()
    return Reject(opened.id, opened.path, None, reason, raw, offset, size, checksum)

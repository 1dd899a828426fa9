"""Reads a text file: a page or a single article."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.reading.articles import articles
from gaoyou_nlp.reading.characters import as_meant, is_encodable
from gaoyou_nlp.reading.decoding import decode
from gaoyou_nlp.reading.documents.kind import kind_of
from gaoyou_nlp.reading.documents.listed import is_list, open_list
from gaoyou_nlp.reading.documents.reader import Opened, read_opened
from gaoyou_nlp.reading.opening import MAX_RECORD, open_bytes
from gaoyou_nlp.reading.rows import Input, Options
from gaoyou_nlp.records import Article, Reject, Source

OTHERS = frozenset({"html", "pdf", "docx", "odt", "xlsx", "xls", "ods", "rtf", "zip", "doc"})
"""Kinds of documents that are no text, whatever their names say."""

_KEPT = 2**20
_OPENING, _SAMPLE = 6, 2**16


def read_text(file: Input, options: Options) -> Iterator[Article | Reject]:
    """Read the articles of a text file.

    Parameters:
        file: The file.
        options: How to read; with ``reflow=False`` the file is one article, as it is.

    Yields:
        Its articles, or one reject for the file.
    """
    data = b""
    try:
        limit = min(options.max_bytes, MAX_RECORD)
        with open_bytes(file.path, max_bytes=limit, stream=file.stream) as stream:
            data = stream.read(MAX_RECORD + 1)
        if len(data) > MAX_RECORD:
            raise ReadError(f"has more than {MAX_RECORD} bytes. Part the file.", path=file.name)
        if kind_of(data) in OTHERS:
            yield from read_opened(Opened(data, file.name, file.id, options))
            return
        text, encoding = decode(data, options.encoding, path=file.name)
        if not is_encodable(text):
            raise ReadError(f"holds half of a surrogate pair: it is not {encoding}.")
    except ReadError as error:
        kept = data if len(data) <= _KEPT else b""
        yield Reject(None, file.name, None, error.message, kept, error.offset)
        return
    source = Source(file.name, encoding, hashlib.sha256(data).hexdigest())
    if not text.strip("\ufeff \t\r\n\u3000"):
        yield Reject(file.id, file.name, None, "is empty.", data)
    elif _is_list(text):
        yield from open_list(Opened(data, file.name, file.id, options, encoding=encoding), "\t")
    elif options.reflow is False:
        yield Article(id=file.id, text=text, source=source)
    else:
        yield from articles(as_meant(text), file.id, source)


def _is_list(text: str) -> bool:
    """Whether a text is a list of projects with tabs between its cells, as Excel saves text.

    Examples:
        >>> _is_list("序号\\t项目名称\\n1\\t县中学迁建"), _is_list("项目名称\\n县中学迁建")
        (True, False)
    """
    lines = text[:_SAMPLE].removeprefix("\ufeff").splitlines()
    tabbed = [line.split("\t") for line in lines if "\t" in line]
    mostly = 2 * len(tabbed) > sum(map(bool, map(str.strip, lines)))
    return mostly and is_list(tabbed[:_OPENING])

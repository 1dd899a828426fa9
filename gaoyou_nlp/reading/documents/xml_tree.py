"""Reads XML files: records by the path of their texts, or all the text there is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from gaoyou_nlp.errors import ReadError, missing_extra
from gaoyou_nlp.reading.documents.document import Draft
from gaoyou_nlp.reading.documents.reader import Found, Opened
from gaoyou_nlp.reading.documents.web_decoding import decode_markup
from gaoyou_nlp.reading.rows import Input, article_of
from gaoyou_nlp.records import Article

_SHOWN = 8
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def open_xml(opened: Opened) -> Found:
    """Read the articles of an XML file.

    Parameters:
        opened: The file.

    Yields:
        An article for each element that the column of texts names, by its name or by a path
        (``item.description``); what stands beside it are the other fields of the record. Where
        there is none and the column is the default, all of the file is one article, a line an
        element.

    Raises:
        ReadError: It is spoiled, declares entities, or has no such element.
        MissingExtraError: defusedxml is not installed.
    """
    try:
        from defusedxml.common import DefusedXmlException
        from defusedxml.ElementTree import ParseError, fromstring
    except ImportError as error:
        raise missing_extra("defusedxml", "documents") from error
    try:
        text, _ = decode_markup(opened.data, opened.encoding)
        root = fromstring(_DECLARATION.sub("", text.removeprefix("\ufeff")), forbid_dtd=False)
    except DefusedXmlException as error:
        raise ReadError("declares entities, which are not followed. Save it without.") from error
    except (ParseError, ValueError, LookupError) as error:
        raise ReadError(f"is no well-formed XML: {error}.") from error
    options = opened.options
    steps = options.text_column.split(".")
    records = [(parent, child) for parent, child in _elements(root) if _ends(parent, child, steps)]
    if records:
        file = Input(opened.path, opened.id, "document")
        for number, ((*_, holder), element) in enumerate(records, 1):
            row: dict[str, Any] = {_name(e): _whole(e) for e in holder}
            row.update({name: value for name, value in holder.attrib.items() if name not in row})
            row[options.text_column] = _whole(element)
            yield article_of(row, file, number, options, opened.data[:0], "utf-8")
        return
    if options.text_column != "text":
        names = sorted({_name(child) for _, child in _elements(root) if (child.text or "").strip()})
        raise ReadError(
            f"has no element {options.text_column!r}. Its elements with text are: "
            f"{', '.join(names[:_SHOWN])}."
        )
    yield from _all(root, opened)


def _all(root: Any, opened: Opened) -> Iterator[Article]:
    draft = Draft()
    for element in root.iter():
        for text in (element.text, element.tail):
            for line in (text or "").split("\n"):
                draft.paragraph(line)
    yield from opened.articles(draft.document())


def _elements(root: Any) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """All elements below the root, each with those that it lies in."""
    waiting: list[tuple[tuple[Any, ...], Any]] = [((root,), child) for child in reversed(root)]
    while waiting:
        above, element = waiting.pop()
        yield above, element
        waiting += [((*above[-20:], element), child) for child in reversed(element)]


def _ends(above: tuple[Any, ...], element: Any, steps: list[str]) -> bool:
    """Whether the path of an element ends in some names."""
    path = [_name(e) for e in (*above, element)]
    return path[-len(steps) :] == steps


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _whole(element: Any) -> str:
    return "".join(element.itertext()).strip()

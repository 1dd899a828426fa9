"""spaCy's DocBin: articles as ``Doc`` objects with entities, to train and to go on in spaCy."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Iterator
from os import PathLike
from typing import IO, TYPE_CHECKING, Any

from gaoyou_nlp.errors import ReadError, WriteError, first_line, os_reason, quoted
from gaoyou_nlp.formats.json_text import parse_json, record_of_row
from gaoyou_nlp.records import Article, Record, Span, check_spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

KEY = "gaoyou_record"
"""Where ``doc.user_data`` keeps the whole record, as JSON."""

MAX_BYTES = 256 * 2**20
"""Bytes that a file may unpack to, unless told otherwise."""

_BLOCK = 2**20

_ORTH = 65
"""The number of spaCy's attribute ORTH, the words themselves."""


def dump(records: Iterable[Record], stream: IO[bytes]) -> int:
    """Write a DocBin to an open stream; returns how many records it holds."""
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("zh")
    nlp.max_length = 2**31
    docs: Any = DocBin(store_user_data=True)
    for record in records:
        docs.add(to_doc(record, nlp))
    stream.write(docs.to_bytes())
    return len(docs)


def to_doc(record: Record, nlp: Language) -> Doc:
    """Build the ``Doc`` of a record: its entities with their rules as ``id_``.

    Parameters:
        record: The record.
        nlp: A pipeline whose tokens are single characters.

    Returns:
        The ``Doc``, with the record itself in ``doc.user_data``.

    Raises:
        WriteError: A span does not lie on the borders of tokens.
    """
    doc = nlp.make_doc(record.text)
    entities = []
    for span in record.spans:
        entity = doc.char_span(span.start, span.end, label=span.label, span_id=span.rule)
        if entity is None:
            raise WriteError(
                f"article {quoted(record.id)}: the span {quoted(span.text)} is not on the borders "
                "of tokens."
            )
        entities.append(entity)
    doc.set_ents(entities)
    doc.user_data[KEY] = json.dumps(record.to_dict(), ensure_ascii=False)
    return doc


def read(
    path: str | PathLike[str], *, spans_key: str | None = None, max_bytes: int = MAX_BYTES
) -> Iterator[Record]:
    """Read a DocBin.

    Parameters:
        path: The file, as written here or by spaCy.
        spans_key: The group of ``doc.spans`` that holds the spans; None for ``doc.ents``.
        max_bytes: What it may unpack to; its documents take some ten times as much memory.

    Yields:
        The records; of foreign files those that their entities make up, with ids by number.

    Raises:
        ReadError: The file is no DocBin; a document has no entities but groups of spans, and none
            is named; or the spans of a group overlap.
    """
    import spacy

    try:
        data = _read_limited(path, max_bytes)
        for number, doc in enumerate(_docs(data, spacy.blank("zh")), 1):
            yield _record(doc, number, path, spans_key)
    except OSError as error:
        raise ReadError(f"cannot be opened: {os_reason(error)}.", path=path) from error
    except ReadError:
        raise
    except Exception as error:  # spaCy lets through whatever zlib, msgpack and numpy raise
        raise ReadError(f"is no DocBin: {first_line(error)}.", path=path) from error


def _read_limited(path: str | PathLike[str], max_bytes: int) -> bytes:
    """The bytes of a DocBin, which are packed, after a check of their unpacked size."""
    with open(path, "rb") as stream:
        data = stream.read()
    unpacking = zlib.decompressobj()
    rest, size = data, 0
    while rest and not unpacking.eof:
        size += len(unpacking.decompress(rest, _BLOCK))
        rest = unpacking.unconsumed_tail
        if size > max_bytes:
            raise ReadError(
                f"unpacks to more than {max_bytes} bytes. Read it by docbin.read with a larger "
                "max_bytes if you trust the file.",
                path=path,
            )
    return data


def _docs(data: bytes, nlp: Language) -> Iterator[Doc]:
    """The documents of a DocBin, after checks that spaCy leaves out."""
    from spacy.tokens import DocBin

    docs: Any = DocBin(store_user_data=True).from_bytes(data)
    if _ORTH not in docs.attrs:
        raise ValueError("it holds no words")
    if not len(docs.tokens) == len(docs.spaces) == len(docs.user_data) == len(docs.cats):
        raise ValueError("its lists differ in length")
    if any(
        len(tokens) != len(spaces) for tokens, spaces in zip(docs.tokens, docs.spaces, strict=True)
    ):
        raise ValueError("its words and blanks differ in number")
    yield from docs.get_docs(nlp.vocab)


def _record(
    doc: Doc, number: int, path: str | PathLike[str], spans_key: str | None = None
) -> Record:
    if KEY in doc.user_data and spans_key is None:
        return record_of_row(parse_json(doc.user_data[KEY], path=path), path)
    id, text = str(number), doc.text
    if KEY in doc.user_data:
        id = record_of_row(parse_json(doc.user_data[KEY], path=path), path).id
    spans = [
        Span(entity.start_char, entity.end_char, entity.label_, entity.text, entity.id_)
        for entity in _marked(doc, number, path, spans_key)
    ]
    spans.sort(key=lambda span: span.start)
    try:
        check_spans(text, spans)
    except ValueError as error:
        reason = f"document {number}: {first_line(error)}. Keep one of the spans."
        raise ReadError(reason, path=path) from error
    return Record(Article(id, text), tuple(spans))


def _marked(
    doc: Doc, number: int, path: str | PathLike[str], spans_key: str | None
) -> Iterable[Any]:
    """The entities of a document, or the spans of one of its groups."""
    groups = {name: len(group) for name, group in doc.spans.items() if len(group)}
    names = ", ".join(f"{name} ({count})" for name, count in groups.items())
    if spans_key is None:
        if groups and not doc.ents:
            raise ReadError(
                f"document {number} has no entities, but spans in the groups {names}. Name one by "
                "spans_key= or --spans-key.",
                path=path,
            )
        return doc.ents
    if spans_key not in doc.spans and (groups or doc.ents):
        has = f"its groups are {names}" if groups else "it has entities alone"
        raise ReadError(
            f"document {number} has no group {quoted(spans_key)} of spans, {has}.", path=path
        )
    group: Iterable[Any] = doc.spans.get(spans_key, ())
    return group

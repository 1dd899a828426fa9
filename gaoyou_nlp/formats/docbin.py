"""spaCy's DocBin: articles as ``Doc`` objects with entities, to train and to go on in spaCy."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from os import PathLike
from typing import IO, TYPE_CHECKING

from gaoyou_nlp.errors import ReadError, WriteError
from gaoyou_nlp.formats.atomic import atomic_file
from gaoyou_nlp.records import Article, Record, Span, check_spans

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

KEY = "gaoyou_record"
"""Where ``doc.user_data`` keeps the whole record, as JSON."""


def write(records: Iterable[Record], path: str | PathLike[str], *, overwrite: bool = False) -> int:
    """Write records as one DocBin; all of them are held in memory.

    Parameters:
        records: The records.
        path: The file, usually ``.spacy``.
        overwrite: Whether to replace a file that is there.

    Returns:
        How many were written.

    Raises:
        WriteError: The file is there already or cannot be written.
    """
    with atomic_file(path, overwrite=overwrite) as stream:
        return dump(records, stream)


def dump(records: Iterable[Record], stream: IO[bytes]) -> int:
    """Write a DocBin to an open stream; returns how many records it holds."""
    import spacy
    from spacy.tokens import DocBin

    nlp = spacy.blank("zh")
    nlp.max_length = 2**31
    docs = DocBin(store_user_data=True)
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
                f"article {record.id!r}: the span {span.text!r} is not on the borders of tokens."
            )
        entities.append(entity)
    doc.set_ents(entities)
    doc.user_data[KEY] = json.dumps(record.to_dict(), ensure_ascii=False)
    return doc


def read(path: str | PathLike[str]) -> Iterator[Record]:
    """Read a DocBin.

    Parameters:
        path: The file, as written here or by spaCy.

    Yields:
        The records; of foreign files those that their entities make up, with ids by number.

    Raises:
        ReadError: The file is no DocBin.
    """
    import spacy
    from spacy.tokens import DocBin

    try:
        with open(path, "rb") as stream:
            docs = DocBin(store_user_data=True).from_bytes(stream.read())
    except OSError as error:
        raise ReadError(f"cannot be opened: {error.strerror}.", path=path) from error
    except Exception as error:  # spaCy lets through whatever zlib, msgpack and numpy raise
        raise ReadError(f"is no DocBin: {error}.", path=path) from error
    for number, doc in enumerate(docs.get_docs(spacy.blank("zh").vocab), 1):
        yield _record(doc, number)


def _record(doc: Doc, number: int) -> Record:
    if KEY in doc.user_data:
        record = Record.from_dict(json.loads(doc.user_data[KEY]))
        check_spans(record.text, record.spans)
        return record
    spans = tuple(
        Span(entity.start_char, entity.end_char, entity.label_, entity.text, entity.id_)
        for entity in doc.ents
    )
    return Record(Article(str(number), doc.text), spans)

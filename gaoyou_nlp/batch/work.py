"""Annotates a part and writes it; articles that fail are set aside. Knows no engine."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from gaoyou_nlp.batch.counts import Counts
from gaoyou_nlp.batch.identity import identity_digest
from gaoyou_nlp.batch.isolating import (
    Announce,
    FaultIsolatingAnnotator,
    announce_nothing,
    reason_of,
    reject,
)
from gaoyou_nlp.batch.parts import Part
from gaoyou_nlp.batch.passing import PassingStream
from gaoyou_nlp.batch.store import Outcome, Store
from gaoyou_nlp.errors import MissingExtraError, ModelError
from gaoyou_nlp.formats import dump
from gaoyou_nlp.formats.atomic import atomic_file
from gaoyou_nlp.loading import load
from gaoyou_nlp.records import Article, Record, Reject

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class Settings:
    """All that a worker needs to know.

    Parameters:
        store: Where to write.
        model: As for ``gaoyou_nlp.load``.
        lexicon: The user's word list.
        time_limit: Seconds for an article; a longer one than 100,000 characters has as many times
            more. 0 for no limit.
        run: The identity of the run, which the worker's own model must have.
        options: What else went into the identity.
    """

    store: Store
    model: str
    lexicon: str | None
    time_limit: float
    run: str
    options: tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Task:
    """A part to be done.

    Parameters:
        part: The part.
        identity: Of the part.
        skip: Items known to end the process that takes them up, with the reason.
        only: Items to try one by one, without writing anything; empty to do the part.
    """

    part: Part
    identity: str
    skip: Mapping[int, str] = field(default_factory=dict)
    only: tuple[int, ...] = ()


def load_pipeline(settings: Settings) -> Language:
    """Load the pipeline of a run.

    Raises:
        ModelError: It cannot be loaded here, or is another one than the run began with.
    """
    here = identity_digest(settings.model, settings.lexicon, dict(settings.options))
    if here != settings.run:
        raise ModelError(
            f"this worker has another version of the library or of {settings.model!r} than the "
            "process that began the run. Install the same on every machine."
        )
    return load(settings.model, lexicon=settings.lexicon)


class Annotator:
    """Does parts with a model that is loaded once.

    Parameters:
        settings: What to load and where to write.
        announce: Told of every group of articles before it is taken up.
        nlp: What ``load_pipeline`` gave; None to load it.

    Raises:
        ModelError: As of ``load_pipeline``.
    """

    def __init__(
        self,
        settings: Settings,
        announce: Announce = announce_nothing,
        nlp: Language | None = None,
    ) -> None:
        self._settings = settings
        self._announce = announce
        nlp = load_pipeline(settings) if nlp is None else nlp
        self._annotator = FaultIsolatingAnnotator(nlp, settings.time_limit, announce)

    def do(self, task: Task) -> Outcome | None:
        """Annotate and write a part; None where the task was only to try some items.

        Raises:
            WriteError: The part cannot be written: no room, no permission.
        """
        if task.only:
            for index in task.only:
                item = task.part.items[index]
                if isinstance(item, Article):
                    _checked(self._annotator.annotate_one(index, item), self._settings.store.format)
            return None
        results = [result for _, result in sorted(self._results(task), key=itemgetter(0))]
        self._announce((), 0)
        size, sha256 = self._write(results, self._settings.store.part(task.part.index))
        records = [item for item in results if isinstance(item, Record)]
        rejects = [item for item in results if isinstance(item, Reject)]
        store = self._settings.store
        outcome = Outcome(
            task.part.index,
            task.identity,
            Counts(
                len(records),
                len(rejects),
                sum(len(record.text) for record in records),
                sum(len(record.spans) for record in records),
            ),
            size,
            sha256,
            _write_rejects(rejects, store, task.part.index),
        )
        store.finish(outcome)
        return outcome

    def _write(self, results: list[Record | Reject], place: Path) -> tuple[int, str]:
        """Write the records; those that the format cannot hold become rejects in ``results``.

        Returns:
            Bytes and checksum of the file.

        Raises:
            WriteError: No room, no permission.
        """
        format = self._settings.store.format
        try:
            return _written(results, place, format)
        except MissingExtraError:
            raise
        except Exception as error:
            if isinstance(error.__cause__, OSError):
                raise  # of the disk, not of a record
            results[:] = [_checked(item, format) for item in results]
            return _written(results, place, format)

    def _results(self, task: Task) -> Iterator[tuple[int, Record | Reject]]:
        """A result for every item, with its place."""
        articles: list[tuple[int, Article]] = []
        for index, item in enumerate(task.part.items):
            if isinstance(item, Reject):
                yield index, item
            elif index in task.skip:
                yield index, reject(item, task.skip[index])
            else:
                articles.append((index, item))
        yield from self._annotator.annotate(articles)


def encoded(records: Iterable[Record], format: str) -> bytes:
    """Return the bytes of records in a format."""
    stream = io.BytesIO()
    dump(records, stream, format=format)
    return stream.getvalue()


def _written(results: Iterable[Record | Reject], place: Path, format: str) -> tuple[int, str]:
    """Write the records among results to a file; returns its bytes and checksum."""
    with atomic_file(place, overwrite=True) as stream:
        passing = PassingStream(stream)
        records = (item for item in results if isinstance(item, Record))
        dump(records, cast("IO[bytes]", passing), format=format)
    return passing.tell(), passing.sha256


def _checked(item: Record | Reject, format: str) -> Record | Reject:
    """A record, or a reject where the format cannot hold it."""
    if isinstance(item, Record):
        try:
            encoded([item], format)
        except Exception as error:
            return reject(item.article, reason_of(error))
    return item


def _write_rejects(rejects: list[Reject], store: Store, index: int) -> str | None:
    place = store.rejects(index)
    if not rejects:
        place.unlink(missing_ok=True)
        return None
    rows = [json.dumps(one.to_dict(), ensure_ascii=False) + "\n" for one in rejects]
    data = "".join(rows).encode()
    with atomic_file(place, overwrite=True) as stream:
        stream.write(data)
    return hashlib.sha256(data).hexdigest()

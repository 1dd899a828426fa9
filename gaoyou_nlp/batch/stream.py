"""Files in, a stream out: standard output, a pipe. In this process, without parts or resume."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from os import fspath
from pathlib import Path
from typing import IO, cast

from gaoyou_nlp.batch.counts import Counts
from gaoyou_nlp.batch.intake import Intake
from gaoyou_nlp.batch.isolating import FaultIsolatingAnnotator
from gaoyou_nlp.batch.options import TIME_LIMIT, check_lexicon, check_numbers, check_reading
from gaoyou_nlp.batch.output import STDOUT
from gaoyou_nlp.batch.passing import PassingStream
from gaoyou_nlp.batch.report import Report
from gaoyou_nlp.errors import WriteError, os_reason
from gaoyou_nlp.formats import dump
from gaoyou_nlp.loading import load, resolve_name
from gaoyou_nlp.reading.listing import PathOrName
from gaoyou_nlp.reading.rows import Options
from gaoyou_nlp.reading.unique import SeenInMemory, unique
from gaoyou_nlp.records import Article, Record, Reject


def annotate_stream(
    paths: PathOrName | Iterable[PathOrName],
    stream: IO[bytes],
    *,
    format: str | None = None,
    model: str | None = None,
    lexicon: PathOrName | None = None,
    reading: Options | None = None,
    form: str | None = None,
    time_limit: float = TIME_LIMIT,
    on_reject: Callable[[Reject], object] | None = None,
) -> Report:
    """Annotate files and write the records as they come.

    Parameters:
        paths, model, lexicon, reading, form, time_limit: As for ``annotate_files``.
        stream: Takes bytes.
        format: A format that is a single file; JSON Lines if None.
        on_reject: Called with every input that is set aside.

    Returns:
        Counts.

    Raises:
        WriteError: The format is unknown or needs a folder.
        GaoyouError: As for ``annotate_files``.
        BrokenPipeError: Whoever reads the stream has gone.

    Examples:
        >>> stream = io.BytesIO()
        >>> annotate_stream([], stream, model="rules").records, stream.getvalue()
        (0, b'')
    """
    check_numbers(1, 1, 1, time_limit)
    reading = reading or Options()
    check_reading(reading, form)
    format = format or "jsonl"
    dump([], io.BytesIO(), format=format)  # whatever the format needs is missing now or never
    if lexicon is not None:
        check_lexicon(lexicon)
    nlp = load(resolve_name(model), lexicon=None if lexicon is None else fspath(lexicon))
    annotator = FaultIsolatingAnnotator(nlp, time_limit)
    intake = Intake(paths, form, None)
    counts, read = Counts(), 0

    def set_aside(reject: Reject) -> None:
        nonlocal counts
        counts += Counts(rejects=1)
        if on_reject is not None:
            on_reject(reject)

    def articles() -> Iterator[tuple[int, Article]]:
        nonlocal read
        for item in unique(intake.items(reading), SeenInMemory()):
            if isinstance(item, Reject):
                set_aside(item)
            else:
                read += 1
                yield read, item

    def records() -> Iterator[Record]:
        nonlocal counts
        for _, result in annotator.annotate(articles()):
            if isinstance(result, Reject):
                set_aside(result)
            else:
                counts += Counts(1, 0, len(result.text), len(result.spans))
                yield result
                stream.flush()

    dump(records(), cast("IO[bytes]", PassingStream(stream)), format=format)
    stream.flush()
    counts = replace(counts, parts=1)
    return Report(Path("-"), read, counts, skipped=len(intake.skipped))


@contextmanager
def open_output(name: str) -> Iterator[IO[bytes]]:
    """Open standard output, a pipe or a device for bytes.

    Parameters:
        name: One of the names of standard output, or a path.

    Raises:
        WriteError: It is closed or cannot be opened.
    """
    if name in STDOUT:
        if sys.stdout is None or sys.stdout.closed:
            raise WriteError("standard output is closed. Name a file.", path="-")
        yield sys.stdout.buffer
        return
    try:
        stream = open(name, "wb")  # noqa: SIM115
    except OSError as error:
        raise WriteError(f"cannot be written: {os_reason(error)}.", path=name) from error
    with stream:
        yield stream

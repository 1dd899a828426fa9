"""A whole run: files in, files out, taken up where it was left."""

from __future__ import annotations

import json
import os
import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from os import fspath
from pathlib import Path
from typing import Any

from gaoyou_nlp.batch.counts import Counts
from gaoyou_nlp.batch.identity import digest_of, identity
from gaoyou_nlp.batch.ids import seen_on_disk
from gaoyou_nlp.batch.intake import Intake
from gaoyou_nlp.batch.joining import join_parts, join_rejects, write_manifest
from gaoyou_nlp.batch.options import TIME_LIMIT, check_lexicon, check_numbers, check_reading
from gaoyou_nlp.batch.output import Output, choose_output
from gaoyou_nlp.batch.parts import ARTICLES, CHARACTERS, Part, cut_parts, digest
from gaoyou_nlp.batch.report import Progress, Report, Watch
from gaoyou_nlp.batch.runner import run_processes
from gaoyou_nlp.batch.store import Outcome
from gaoyou_nlp.batch.work import Settings, Task, encoded
from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.formats import get_format
from gaoyou_nlp.formats.apart import keep_inputs
from gaoyou_nlp.formats.atomic import atomic_file
from gaoyou_nlp.loading import resolve_name
from gaoyou_nlp.reading.listing import PathOrName
from gaoyou_nlp.reading.rows import Options
from gaoyou_nlp.reading.unique import unique
from gaoyou_nlp.records import Article

Engine = Callable[[Iterable[Task], Settings], Iterator[Outcome]]

__all__ = ["Engine", "Progress", "Report", "Watch", "annotate_files"]


def annotate_files(
    paths: PathOrName | Iterable[PathOrName],
    output: PathOrName,
    *,
    format: str | None = None,
    model: str | None = None,
    lexicon: PathOrName | None = None,
    workers: int = 1,
    fork: bool = False,
    engine: Engine | None = None,
    overwrite: bool = False,
    reading: Options | None = None,
    form: str | None = None,
    time_limit: float = TIME_LIMIT,
    part_characters: int = CHARACTERS,
    part_articles: int = ARTICLES,
    watch: Watch | None = None,
) -> Report:
    """Annotate files into a file or a folder of parts; the same call again takes up a killed run.

    Parameters:
        paths: Files, folders, ``-``, as for ``gaoyou_nlp.read``.
        output: A file where the name has the ending of a format, else a folder.
        format: One of ``FORMATS``; None to go by the ending, and JSON Lines for a folder.
        model: As for ``gaoyou_nlp.load``.
        lexicon: The user's word list.
        workers: Processes that annotate. The results do not depend on their number.
        fork: Whether workers may be copies of this process, which then loads the model once for
            all of them, where that is safe: on Linux, and while nothing has started a thread.
        engine: What does the parts, in place of processes of this machine.
        overwrite: Whether to replace an output, or a run of another model or other options.
        reading: How to read.
        form: The form of all inputs; None to go by their names.
        time_limit: Seconds for an article of up to 100,000 characters; longer ones have as many
            times more; 0 for no limit.
        part_characters, part_articles: Largest size of a part.
        watch: Told of each part that is done.

    Returns:
        Counts; what was set aside is listed in ``rejects.jsonl`` in the output folder, what was
        found and is no input in ``skipped.jsonl``.

    Raises:
        WriteError: The output is there already, holds another run, or cannot be written.
        ReadError: The form or the encoding is unknown.
        LexiconError: The word list is not well formed.
        ModelError: The model cannot be loaded.
        GaoyouError: An option is wrong, or an article was lost, which never happens.
    """
    check_numbers(workers, part_characters, part_articles, time_limit)
    reading = reading or Options()
    check_reading(reading, form)
    place = choose_output(output, format)
    get_format(place.format).load()
    encoded([], place.store.format)  # whatever the format needs is missing now or never
    if lexicon is not None:
        check_lexicon(lexicon)
        keep_inputs([lexicon], place.target)
    options = {
        "format": place.format,
        "time_limit": time_limit,
        "part_characters": part_characters,
        "part_articles": part_articles,
    }
    name = resolve_name(model)
    list_path = None if lexicon is None else fspath(lexicon)
    description = identity(name, list_path, options)
    place.check_free(overwrite=overwrite)
    settings = Settings(
        place.store, name, list_path, time_limit, digest_of(description), tuple(options.items())
    )
    intake = Intake(paths, form, place)
    run = _Run(place, intake, reading, settings, description, overwrite, watch)
    with place.store.locked():
        place.store.begin(description, overwrite=overwrite)
        with _remove_if_nothing_done(place):
            progress = run.annotate(engine or partial(run_processes, workers=workers, fork=fork))
        run.finish(progress)
    if not place.folder:
        shutil.rmtree(place.store.root)
    return run.report(progress)


@dataclass(frozen=True, slots=True)
class _Run:
    """The steps of a run, on a folder that is locked.

    Parameters:
        place: Where it writes.
        intake: What it reads.
        reading: How.
        settings: What workers need to know.
        description: What decides its bytes.
        overwrite: Whether what is there may be replaced.
        watch: Told of each part.
    """

    place: Output
    intake: Intake
    reading: Options
    settings: Settings
    description: dict[str, Any]
    overwrite: bool
    watch: Watch | None

    def annotate(self, engine: Engine) -> Progress:
        """Do all parts that are not done."""
        progress = Progress()
        if self.watch is not None:
            self.intake.measure()
        with seen_on_disk(self.place.store.hidden / "ids") as seen:
            items = unique(self.intake.items(self.reading), seen)
            parts = cut_parts(
                items,
                characters=int(self.description["part_characters"]),
                articles=int(self.description["part_articles"]),
            )
            for counts in _counts_of_parts(parts, self.settings, engine, progress):
                progress.counts += counts
                if self.watch is not None:
                    progress.expected = self.intake.expected
                    self.watch(progress)
        _check_complete(progress)
        return progress

    def finish(self, progress: Progress) -> None:
        """Join the parts, or list them; write the lists of what is not among them."""
        store, count = self.place.store, progress.parts
        store.trim(count)
        join_rejects(store, count, self.place.rejects)
        _write_skipped(self.intake, self.place.skipped)
        if self.place.folder:
            manifest = self.place.target / "manifest.json"
            write_manifest(
                store, count, self.description, manifest, skipped=len(self.intake.skipped)
            )
        elif progress.articles:
            join_parts(store, count, self.place.target, self.place.format, overwrite=self.overwrite)

    def report(self, progress: Progress) -> Report:
        """Summarise the run."""
        skipped = len(self.intake.skipped)
        return Report(
            self.place.target,
            progress.articles,
            progress.counts,
            self.place.rejects if progress.counts.rejects else None,
            skipped,
            self.place.skipped if skipped else None,
            tuple(self.intake.reasons),
        )


@contextmanager
def _remove_if_nothing_done(place: Output) -> Iterator[None]:
    """Remove the folder of a run that fails before its first part is done."""
    try:
        yield
    except BaseException:
        store = place.store
        if not any(store.hidden.glob("part-*.json")):
            shutil.rmtree(store.hidden, ignore_errors=True)
            if store.root.is_dir() and not os.listdir(store.root):
                store.root.rmdir()
        raise


def _counts_of_parts(
    parts: Iterable[Part], settings: Settings, engine: Engine, progress: Progress
) -> Iterator[Counts]:
    """Yield the counts of every part, done now or by an earlier run."""
    before: deque[Outcome] = deque()

    def tasks() -> Iterator[Task]:
        for part in parts:
            progress.parts += 1
            progress.inputs += len(part.items)
            progress.articles += sum(isinstance(item, Article) for item in part.items)
            part_digest = digest(part, settings.run)
            outcome = settings.store.done(part.index, part_digest)
            if outcome is None:
                yield Task(part, part_digest)
            else:
                before.append(outcome)

    def resumed() -> Iterator[Counts]:
        while before:
            counts = before.popleft().counts
            yield replace(counts, parts=1, resumed=1, resumed_characters=counts.characters)

    for outcome in engine(tasks(), settings):
        yield replace(outcome.counts, parts=1)
        yield from resumed()
    yield from resumed()


def _check_complete(progress: Progress) -> None:
    """Raise an error if an input has become neither a record nor a reject."""
    if progress.counts.inputs != progress.inputs:
        raise GaoyouError(
            f"{progress.inputs} inputs were read, but {progress.counts.records} records and "
            f"{progress.counts.rejects} rejects came out. Please report this; the parts that are "
            "done are kept."
        )


def _write_skipped(intake: Intake, target: Path) -> None:
    """List the files that were found but are no inputs; without any, remove an old list."""
    if not intake.skipped:
        target.unlink(missing_ok=True)
        return
    with atomic_file(target, overwrite=True) as stream:
        for path, reason in sorted(intake.skipped.items()):
            row = {"path": path, "reason": reason}
            stream.write(json.dumps(row, ensure_ascii=False).encode() + b"\n")

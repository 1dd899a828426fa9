"""A whole run: files in, files out, taken up where it was left."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass
from os import fspath
from pathlib import Path

from gaoyou_nlp.batch.identity import chosen_model, digest_of, identity
from gaoyou_nlp.batch.ids import unique
from gaoyou_nlp.batch.intake import Intake, PathOrName
from gaoyou_nlp.batch.joining import (
    IN_THE_WAY,
    join_parts,
    join_rejects,
    part_format,
    write_manifest,
)
from gaoyou_nlp.batch.parts import ARTICLES, CHARACTERS, Part, cut_parts, digest
from gaoyou_nlp.batch.runner import run_processes
from gaoyou_nlp.batch.store import SUFFIXES, Outcome, Store
from gaoyou_nlp.batch.work import Settings, Task, encoded
from gaoyou_nlp.errors import GaoyouError, WriteError
from gaoyou_nlp.formats import FORMATS, format_of
from gaoyou_nlp.formats.atomic import atomic_file
from gaoyou_nlp.reading.rows import Options
from gaoyou_nlp.records import Article

TIME_LIMIT = 60.0
"""Seconds that an article may take; a thousand times what it needs."""

Engine = Callable[[Iterable[Task], Settings], Iterator[Outcome]]
FORMS = ("txt", "jsonl", "csv", "parquet", "document")
"""The forms that inputs can have."""


@dataclass(frozen=True, slots=True)
class Report:
    """What became of a run.

    Parameters:
        output: The file or folder.
        articles: Articles that could be read.
        records: Articles annotated.
        rejects: Inputs set aside.
        rejects_path: Where they are listed with their reasons, if there are any.
        characters: Of the annotated articles.
        spans: Entities found.
        parts: How many parts there were.
        resumed: How many of them were done before.
    """

    output: Path
    articles: int
    records: int
    rejects: int
    rejects_path: Path | None
    characters: int
    spans: int
    parts: int
    resumed: int

    @property
    def exit_code(self) -> int:
        """0 all done, 2 nothing could be read, 3 some inputs were set aside."""
        if not self.articles:
            return 2
        return 3 if self.rejects else 0


@dataclass(frozen=True, slots=True)
class _Output:
    """Where all goes: a folder of parts, or one file that hidden parts are joined into."""

    target: Path
    format: str
    folder: bool

    @property
    def store(self) -> Store:
        if self.folder:
            return Store(self.target, self.format)
        hidden = self.target.with_name(f".{self.target.name}.parts")
        return Store(hidden, part_format(self.format))


@dataclass(slots=True)
class Progress:
    """How far a run is.

    Parameters:
        expected: Characters of all inputs, an estimate from the sizes of the files.
        characters: Characters of the articles annotated.
        before: How many of them were annotated by an earlier run.
        items: Inputs read so far, articles and those set aside.
        articles, records, rejects, spans, parts, resumed: As in ``Report``.
    """

    expected: int = 0
    characters: int = 0
    before: int = 0
    items: int = 0
    articles: int = 0
    records: int = 0
    rejects: int = 0
    spans: int = 0
    parts: int = 0
    resumed: int = 0


Watch = Callable[[Progress], None]


def annotate_files(
    paths: PathOrName | Iterable[PathOrName],
    output: PathOrName,
    *,
    format: str | None = None,
    model: str | None = None,
    lexicon: PathOrName | None = None,
    workers: int = 1,
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
        engine: What does the parts, in place of processes of this machine.
        overwrite: Whether to replace an output, or a run of another model or other options.
        reading: How to read.
        form: The form of all inputs; None to go by their names.
        time_limit: Seconds for an article of up to 100,000 characters; longer ones have as many
            times more; 0 for no limit.
        part_characters, part_articles: Largest size of a part.
        watch: Told of each part that is done.

    Returns:
        Counts; what was set aside is in ``rejects.jsonl`` in the output folder.

    Raises:
        WriteError: The output is there already, holds another run, or cannot be written.
        ModelError: The model cannot be loaded.
        GaoyouError: An option is wrong, or an article was lost, which never happens.
    """
    if workers < 1 or part_characters < 1 or part_articles < 1 or time_limit < 0:
        raise GaoyouError("workers and sizes of parts must be 1 or more, the time limit 0 or more.")
    if form is not None and form not in FORMS:
        raise GaoyouError(f"unknown form of inputs {form!r}. Use one of {', '.join(FORMS)}.")
    where = _output(output, format)
    if where.format in SUFFIXES:
        encoded([], where.format)  # whatever the format needs is missing now or never
    name = chosen_model(model)
    list_ = None if lexicon is None else fspath(lexicon)
    how = reading or Options()
    options = {
        "format": where.format,
        "time_limit": time_limit,
        "part_characters": part_characters,
        "part_articles": part_articles,
    }
    run = identity(name, list_, options)
    store = where.store
    if not where.folder and not overwrite and where.target.exists() and not store.hidden.exists():
        raise WriteError(IN_THE_WAY, path=where.target)
    files = Intake(paths, form, where.target)
    with store.locked():
        store.begin(run, overwrite=overwrite)
        rejects_path = _rejects_path(where, overwrite)
        counts = Progress()
        settings = Settings(store, name, list_, time_limit, digest_of(run), tuple(options.items()))
        if watch is not None:
            files.measure()
        with closing(unique(files.items(how, {rejects_path}), store.hidden / "ids")) as items:
            parts = cut_parts(items, characters=part_characters, articles=part_articles)
            for outcome, fresh in _outcomes(parts, settings, engine or _local(workers), counts):
                _add(outcome, counts, fresh=fresh)
                if watch is not None:
                    counts.expected = files.expected
                    watch(counts)
        _check(counts)
        store.trim(counts.parts)
        join_rejects(store, counts.parts, rejects_path)
        if where.folder:
            write_manifest(store, counts.parts, run, where.target / "manifest.json")
        elif counts.articles:
            join_parts(store, counts.parts, where.target, where.format, overwrite=overwrite)
    if not where.folder:
        shutil.rmtree(store.root)
    return Report(
        where.target,
        counts.articles,
        counts.records,
        counts.rejects,
        rejects_path if counts.rejects else None,
        counts.characters,
        counts.spans,
        counts.parts,
        counts.resumed,
    )


def _local(workers: int) -> Engine:
    return lambda tasks, settings: run_processes(tasks, settings, workers=workers)


def _outcomes(
    parts: Iterable[Part], settings: Settings, engine: Engine, counts: Progress
) -> Iterator[tuple[Outcome, bool]]:
    """What became of every part, and whether it was done just now."""
    before: deque[Outcome] = deque()

    def tasks() -> Iterator[Task]:
        for part in parts:
            counts.parts += 1
            counts.items += len(part.items)
            counts.articles += sum(isinstance(item, Article) for item in part.items)
            its = digest(part, settings.run)
            outcome = settings.store.done(part.index, its)
            if outcome is None:
                yield Task(part, its)
            else:
                before.append(outcome)

    for outcome in engine(tasks(), settings):
        yield outcome, True
        while before:
            yield before.popleft(), False
    while before:
        yield before.popleft(), False


def _add(outcome: Outcome, counts: Progress, *, fresh: bool) -> None:
    counts.records += outcome.records
    counts.rejects += outcome.rejects
    counts.characters += outcome.characters
    counts.spans += outcome.spans
    if not fresh:
        counts.resumed += 1
        counts.before += outcome.characters


def _check(counts: Progress) -> None:
    """Refuse to end well where an input has become neither a record nor a reject."""
    if counts.records + counts.rejects != counts.items:
        raise GaoyouError(
            f"{counts.items} inputs were read, but {counts.records} records and {counts.rejects} "
            "rejects came out. Please report this; the parts that are done are kept."
        )


def _output(output: PathOrName, format: str | None) -> _Output:
    target = Path(output)
    if format is not None and format not in FORMATS:
        raise WriteError(f"unknown format {format!r}. Use one of {', '.join(FORMATS)}.")
    by_name = format_of(target)
    folder = target.is_dir() or fspath(output).endswith("/") or not target.suffix
    if format == "brat":
        folder = False
    elif not folder and by_name is None and format is None:
        raise WriteError(
            f"the name does not say the format. Name one of {', '.join(FORMATS)}.", path=target
        )
    its = format or (None if folder else by_name) or "jsonl"
    if folder and its not in SUFFIXES:
        raise WriteError(f"parts cannot be {its}. Use one of {', '.join(SUFFIXES)}.", path=target)
    if folder and target.exists() and not target.is_dir():
        raise WriteError("is no folder. Choose another name.", path=target)
    return _Output(target, its, folder)


def _rejects_path(where: _Output, overwrite: bool) -> Path:
    """Where rejects are listed: ``rejects.jsonl``, unless another run's list has that name.

    The choice is kept, so that a run taken up again makes the same.
    """
    if where.folder:
        return where.target / "rejects.jsonl"
    kept = where.store.hidden / "rejects-name"
    if kept.exists():
        return where.target.with_name(kept.read_text(encoding="utf-8"))
    free = overwrite or not where.target.with_name("rejects.jsonl").exists()
    name = "rejects.jsonl" if free else f"{where.target.name}.rejects.jsonl"
    with atomic_file(kept) as stream:
        stream.write(name.encode())
    return where.target.with_name(name)

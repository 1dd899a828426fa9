"""The standoff files of brat: a folder with ``.txt`` and ``.ann`` an article, and the labels."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from urllib.parse import quote, unquote

from gaoyou_nlp.errors import ReadError, WriteError
from gaoyou_nlp.formats.atomic import atomic_folder
from gaoyou_nlp.formats.html_page import COLOURS
from gaoyou_nlp.labels import LABELS, OPTIONAL
from gaoyou_nlp.records import Article, Record, Span, check_spans

_LONGEST = 200
"""Bytes of a file name without its ending; file systems allow 255."""

_ENTITY = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t(.*)")
_NOTE = re.compile(r"#\d+\tAnnotatorNotes (T\d+)\t(.*)")
_LINE_END = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def write(records: Iterable[Record], path: str | PathLike[str], *, overwrite: bool = False) -> int:
    """Write a folder that brat opens; rule, score and canonical name go into notes.

    Parameters:
        records: Any number.
        path: The folder.
        overwrite: Whether to replace a folder that is there, with all that is in it.

    Returns:
        How many were written.

    Raises:
        WriteError: The folder is there already or cannot be written, an id comes twice, or is too
            long for a file name.
    """
    count = 0
    with atomic_folder(path, overwrite=overwrite) as folder:
        (folder / "annotation.conf").write_bytes(_labels().encode())
        (folder / "visual.conf").write_bytes(_colours().encode())
        for record in records:
            name = file_name(record.id)
            if len(name.encode()) > _LONGEST:
                raise WriteError(f"the id {record.id!r} is too long for a file name.", path=path)
            if (folder / f"{name}.txt").exists():
                raise WriteError(f"the id {record.id!r} is there twice.", path=path)
            (folder / f"{name}.txt").write_bytes(record.text.encode("utf-8"))
            (folder / f"{name}.ann").write_bytes("".join(_standoff(record)).encode("utf-8"))
            count += 1
    return count


def read(path: str | PathLike[str]) -> Iterator[Record]:
    """Read a folder of brat.

    Parameters:
        path: The folder; a ``.txt`` without ``.ann`` has no entities.

    Yields:
        A record a text, in the order of the names, with its entities; relations and events are
        left out.

    Raises:
        ReadError: A line is no annotation, or an entity does not match the text.
    """
    folder = Path(path)
    if not folder.is_dir():
        raise ReadError("is no folder.", path=path)
    for file in sorted(folder.glob("*.txt")):
        try:
            text = file.read_bytes().decode("utf-8")
            annotations = file.with_suffix(".ann")
            lines = annotations.read_bytes().decode("utf-8") if annotations.exists() else ""
        except UnicodeDecodeError as error:
            raise ReadError("is not UTF-8.", path=file, offset=error.start) from error
        yield Record(Article(unquote(file.stem), text), _spans(text, lines, annotations))


def file_name(id: str) -> str:
    """Return a name for an article's files that no file system and no path misreads.

    Example:
        >>> file_name("../page#2"), file_name("高邮")
        ('%2E.%2Fpage%232', '高邮')
    """
    name = "".join(char if char.isalnum() else quote(char, safe="-_.") for char in id)
    return f"%2E{name[1:]}" if name.startswith(".") else name or "%"


def _standoff(record: Record) -> Iterator[str]:
    for number, span in enumerate(record.spans, 1):
        fragments = ";".join(f"{start} {end}" for start, end in _fragments(span))
        surface = " ".join(span.text[s - span.start : e - span.start] for s, e in _fragments(span))
        yield f"T{number}\t{span.label} {fragments}\t{surface}\n"
        note = {"rule": span.rule, "score": span.score, "canonical": span.canonical}
        told = {key: value for key, value in note.items() if value not in (None, "")}
        if told:
            yield f"#{number}\tAnnotatorNotes T{number}\t{json.dumps(told, ensure_ascii=True)}\n"


def _fragments(span: Span) -> list[tuple[int, int]]:
    """The stretches of a span between line ends, which brat's annotations cannot hold."""
    fragments = []
    at = 0
    for found in [*_LINE_END.finditer(span.text), None]:
        end = len(span.text) if found is None else found.start()
        if end > at:
            fragments.append((span.start + at, span.start + end))
        at = end if found is None else found.end()
    return fragments


def _spans(text: str, lines: str, path: Path) -> tuple[Span, ...]:
    spans: dict[str, Span] = {}
    for number, line in enumerate(lines.split("\n"), 1):
        line = line.rstrip("\r")
        entity, note = _ENTITY.fullmatch(line), _NOTE.fullmatch(line)
        if entity is not None:
            spans[entity[1]] = _span(text, entity, path, number)
        elif note is not None and note[1] in spans:
            spans[note[1]] = _noted(spans[note[1]], note[2])
        elif line and line[0] not in "REAMN*#":
            raise ReadError(f"{line!r} is no annotation.", path=path, line=number)
    ordered = tuple(sorted(spans.values(), key=lambda span: span.start))
    try:
        check_spans(text, ordered)
    except ValueError as error:
        raise ReadError(f"{error}.", path=path) from error
    return ordered


def _span(text: str, entity: re.Match[str], path: Path, number: int) -> Span:
    fragments = [tuple(map(int, part.split(" "))) for part in entity[3].split(";")]
    start, end = fragments[0][0], fragments[-1][1]
    if " ".join(text[first:last] for first, last in fragments) != entity[4]:
        raise ReadError(f"{entity[4]!r} does not stand there.", path=path, line=number)
    return Span(start, end, entity[2], text[start:end])


def _noted(span: Span, note: str) -> Span:
    """A span with what our own notes say of it; other notes are left alone."""
    try:
        told = json.loads(note)
        return Span(
            span.start,
            span.end,
            span.label,
            span.text,
            told.get("rule", ""),
            told.get("score"),
            told.get("canonical"),
        )
    except (ValueError, AttributeError):
        return span


def _labels() -> str:
    entities = "\n".join((*LABELS, OPTIONAL))
    return f"[entities]\n{entities}\n\n[relations]\n\n[events]\n\n[attributes]\n"


def _colours() -> str:
    lines = [f"{label}\tbgColor:{back}, fgColor:black" for label, (back, _) in COLOURS.items()]
    return "[labels]\n\n[drawing]\nSPAN_DEFAULT\tfgColor:black, borderColor:darken\n" + (
        "\n".join(lines) + "\n"
    )

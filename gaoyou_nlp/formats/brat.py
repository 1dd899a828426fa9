"""The standoff files of brat: a folder with ``.txt`` and ``.ann`` an article, and the labels."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from os import PathLike
from pathlib import Path
from urllib.parse import quote, unquote

from gaoyou_nlp.errors import ReadError, WriteError, os_reason, path_text, quoted
from gaoyou_nlp.formats.html_page import COLOURS
from gaoyou_nlp.formats.json_text import parse_json
from gaoyou_nlp.labels import LABELS, OPTIONAL
from gaoyou_nlp.records import Article, Record, Span, check_spans

MARK = "# Written by gaoyou."
"""The first line of ``annotation.conf``: tells our folders from those of others."""

SHORTENED = "shortened.jsonl"
"""The file of the ids that are too long for a file name: ``[name, id]`` a line."""

_LONGEST = 200
"""Bytes of a file name without its ending; file systems allow 255."""

_DIGITS = 16
"""Of the checksum that a shortened name ends with."""

_LONGEST_OFFSET = 12
"""Digits of an offset: no text is so long."""

_ENTITY = re.compile(r"(T[0-9]+)\t(\S+) ([0-9]+ [0-9]+(?:;[0-9]+ [0-9]+)*)\t(.*)")
_NOTE = re.compile(r"#[0-9]+\tAnnotatorNotes (T[0-9]+)\t(.*)")
_LINE_END = re.compile(r"[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")


def dump(records: Iterable[Record], folder: Path) -> int:
    """Fill a folder that brat opens; rule, score and canonical name go into notes.

    Parameters:
        records: Any number, with distinct ids.
        folder: An empty folder.

    Returns:
        How many were written. An id that is too long for a file name is shortened there, and
        written in full into ``shortened.jsonl``.

    Raises:
        WriteError: An id comes twice.
    """
    count = 0
    (folder / "annotation.conf").write_bytes(_labels().encode())
    (folder / "visual.conf").write_bytes(_colours().encode())
    for record in records:
        name = file_name(record.id)
        if (folder / f"{name}.txt").exists():
            raise WriteError(f"the id {quoted(record.id)} is there twice.", path=folder)
        if unquote(name) != record.id:
            with open(folder / SHORTENED, "ab") as names:
                names.write(json.dumps([name, record.id]).encode() + b"\n")
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
    try:
        names = sorted(entry.name for entry in os.scandir(folder) if entry.name.endswith(".txt"))
    except OSError as error:
        raise ReadError(f"cannot be listed as a folder: {os_reason(error)}.", path=path) from error
    shortened = _shortened(folder / SHORTENED)
    for name in names:
        file = folder / name
        text = _content(file)
        annotations = file.with_suffix(".ann")
        lines = _content(annotations) if os.path.lexists(annotations) else ""
        id = shortened.get(file.stem, unquote(path_text(file.stem)))
        yield Record(Article(id, text), _spans(text, lines, annotations))


def file_name(id: str) -> str:
    """Return a name for an article's files that no file system and no path misreads.

    Examples:
        >>> file_name("../page#2"), file_name("高邮"), len(file_name("高" * 300).encode())
        ('%2E.%2Fpage%232', '高邮', 200)
    """
    name = "".join(char if char.isalnum() else quote(char, safe="-_.") for char in id)
    name = f"%2E{name[1:]}" if name.startswith(".") else name or "%"
    if len(name.encode()) <= _LONGEST:
        return name
    start = name.encode()[: _LONGEST - _DIGITS - 1].decode("utf-8", "ignore")
    return f"{start}-{sha256(id.encode()).hexdigest()[:_DIGITS]}"


def _content(file: Path) -> str:
    try:
        return file.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError("is not UTF-8.", path=file, offset=error.start) from error
    except OSError as error:
        raise ReadError(f"cannot be opened: {os_reason(error)}.", path=file) from error


def _shortened(file: Path) -> dict[str, str]:
    """The full ids of the articles whose file names were shortened."""
    if not os.path.lexists(file):
        return {}
    ids: dict[str, str] = {}
    for number, line in enumerate(_content(file).splitlines(), 1):
        row = parse_json(line, path=file, line=number)
        if not (isinstance(row, list) and len(row) == 2 and all(isinstance(x, str) for x in row)):
            raise ReadError("expected [name, id].", path=file, line=number)
        ids[row[0]] = row[1]
    return ids


def _standoff(record: Record) -> Iterator[str]:
    for number, span in enumerate(record.spans, 1):
        fragments = ";".join(f"{start} {end}" for start, end in _fragments(span))
        surface = " ".join(span.text[s - span.start : e - span.start] for s, e in _fragments(span))
        yield f"T{number}\t{span.label} {fragments}\t{surface}\n"
        note = {"rule": span.rule, "score": span.score, "canonical": span.canonical}
        note = {key: value for key, value in note.items() if value not in (None, "")}
        if note:
            yield f"#{number}\tAnnotatorNotes T{number}\t{json.dumps(note, ensure_ascii=True)}\n"


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
            raise ReadError(f"{quoted(line)} is no annotation.", path=path, line=number)
    ordered = tuple(sorted(spans.values(), key=lambda span: span.start))
    try:
        check_spans(text, ordered)
    except ValueError as error:
        raise ReadError(f"{error}.", path=path) from error
    return ordered


def _span(text: str, entity: re.Match[str], path: Path, number: int) -> Span:
    if max(map(len, re.findall("[0-9]+", entity[3]))) > _LONGEST_OFFSET:
        raise ReadError("an offset leaves the text.", path=path, line=number)
    fragments = [tuple(map(int, part.split(" "))) for part in entity[3].split(";")]
    start, end = fragments[0][0], fragments[-1][1]
    if " ".join(text[first:last] for first, last in fragments) != entity[4]:
        raise ReadError(f"{quoted(entity[4])} does not stand there.", path=path, line=number)
    return Span(start, end, entity[2], text[start:end])


def _noted(span: Span, note: str) -> Span:
    """A span with what our own notes say of it; other notes are left alone."""
    try:
        row = json.loads(note)
    except (ValueError, RecursionError):
        return span
    if not isinstance(row, dict):
        return span
    rule, score, canonical = (row.get(key) for key in ("rule", "score", "canonical"))
    return replace(
        span,
        rule=rule if isinstance(rule, str) else "",
        score=float(score) if isinstance(score, (int, float)) else None,
        canonical=canonical if isinstance(canonical, str) else None,
    )


def _labels() -> str:
    entities = "\n".join((*LABELS, OPTIONAL))
    return f"{MARK}\n[entities]\n{entities}\n\n[relations]\n\n[events]\n\n[attributes]\n"


def _colours() -> str:
    lines = [f"{label}\tbgColor:{back}, fgColor:black" for label, (back, _) in COLOURS.items()]
    return "[labels]\n\n[drawing]\nSPAN_DEFAULT\tfgColor:black, borderColor:darken\n" + (
        "\n".join(lines) + "\n"
    )

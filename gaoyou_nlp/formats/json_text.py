"""JSON of others to data and records: whatever is wrong with it is a ``ReadError``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from os import PathLike, fspath
from typing import Any

from gaoyou_nlp.errors import ReadError, first_line, quoted
from gaoyou_nlp.formats.field_types import FAULTS, check_fields, fields_fit
from gaoyou_nlp.reading.opening import MAX_RECORD, open_bytes
from gaoyou_nlp.records import (
    SCHEMA,
    SCHEMAS,
    DateMention,
    Event,
    Figure,
    ProjectGroup,
    Record,
    Said,
    Statement,
    check_spans,
)

try:
    import orjson
except ImportError:  # of the extra "tables": faster, and no more than that
    orjson = None  # type: ignore[assignment]

PathOrName = str | PathLike[str]

_Found = DateMention | Figure | Statement | Event | ProjectGroup | Said

_MOST_DIGITS = 60
"""Digits of a sum of money: more is no sum but an attack on whoever writes it out."""


def parse_json(raw: bytes | str, *, path: PathOrName | None = None, line: int | None = None) -> Any:
    """Parse JSON.

    Parameters:
        raw: The text, or its bytes in UTF-8, with or without a byte order mark.
        path, line: Where it stands, for errors.

    Returns:
        The data.

    Raises:
        ReadError: It is not UTF-8 or no JSON, is nested too deep, or holds half of a surrogate
            pair.

    Examples:
        >>> parse_json(b'{"id": 1}')
        {'id': 1}
    """
    try:
        text = raw if isinstance(raw, str) else raw.decode("utf-8-sig")
        data = json.loads(text)
        if "\\ud" in text or "\\uD" in text:
            json.dumps(data, ensure_ascii=False).encode("utf-8")
    except UnicodeDecodeError as error:
        raise ReadError(f"is not UTF-8 (byte {error.start + 1}).", path=path, line=line) from error
    except UnicodeEncodeError as error:
        raise ReadError(
            "holds half of a surrogate pair, which is no character.", path=path, line=line
        ) from error
    except RecursionError as error:
        raise ReadError("is not JSON: nested too deep.", path=path, line=line) from error
    except ValueError as error:
        raise ReadError(f"is not JSON: {first_line(error)}.", path=path, line=line) from error
    return data


def json_lines(path: PathOrName) -> Iterator[tuple[int, Any]]:
    """Read JSON Lines, also packed ones.

    Parameters:
        path: The file; ``.gz`` and ``.zst`` are unpacked.

    Yields:
        The number of each line that is not blank, and its data.

    Raises:
        ReadError: The file cannot be opened or breaks off, or a line is not JSON.
    """
    with open_bytes(fspath(path)) as stream:
        number = 0
        while raw := stream.readline(MAX_RECORD + 1):
            number += 1
            if len(raw) > MAX_RECORD:
                raise ReadError(f"has more than {MAX_RECORD} bytes.", path=path, line=number)
            if raw.strip():
                yield number, _parse_fast(raw, path, number)


def _parse_fast(raw: bytes, path: PathOrName, line: int) -> Any:
    """Parse a line, three times as fast where orjson is installed; its errors are those of json."""
    if orjson is not None:
        try:
            return orjson.loads(raw)
        except ValueError:  # no JSON, or what json alone takes: a byte order mark, NaN
            pass
    return parse_json(raw, path=path, line=line)


def record_of_row(row: object, path: PathOrName, line: int | None = None) -> Record:
    """Build a record from data of another program, and check it.

    Parameters:
        row: As made by ``Record.to_dict``, fields beyond ``id`` and ``text`` may be absent.
        path, line: Where it stands, for errors.

    Returns:
        The record.

    Raises:
        ReadError: A field is missing or of another kind, the schema is newer, or spans are out of
            order, overlap, or do not match the text.

    Examples:
        >>> record_of_row({"id": 1, "text": "高邮"}, "a.jsonl").id
        '1'
        >>> record_of_row({"id": 1}, "a.jsonl", 3)
        Traceback (most recent call last):
        ...
        gaoyou_nlp.errors.ReadError: a.jsonl:3: the field 'text' is missing.
    """
    record = _build(row, path, line)
    _check(record, path, line)
    return record


_HELD = 64
_HELD_CHARACTERS = 1_000_000
"""How many records, and characters of them, are checked at once."""


def records_of_rows(rows: Iterable[tuple[int, object]], path: PathOrName) -> Iterator[Record]:
    """Build records from numbered rows; the types of many are checked at once.

    Parameters:
        rows: Line and data of each record, as of ``json_lines``.
        path: Where they stand, for errors.

    Yields:
        The records, those before a spoiled one too.

    Raises:
        ReadError: As ``record_of_row``, for the first that is spoiled.
    """
    held: list[tuple[int, Record]] = []
    characters = 0
    spoiled: ReadError | None = None
    numbered = iter(rows)
    while spoiled is None:
        try:
            line, row = next(numbered)
            record = _build(row, path, line)
            held.append((line, record))
            characters += len(record.text) if isinstance(record.text, str) else 0
        except StopIteration:
            break
        except ReadError as error:
            spoiled = error
        if len(held) >= _HELD or characters >= _HELD_CHARACTERS:
            yield from _checked(held, path)
            held, characters = [], 0
    yield from _checked(held, path)
    if spoiled is not None:
        raise spoiled


def _checked(held: Sequence[tuple[int, Record]], path: PathOrName) -> Iterator[Record]:
    fit = fields_fit([record for _, record in held])
    for line, record in held:
        _check(record, path, line, fields=not fit)
        yield record


def _build(row: object, path: PathOrName, line: int | None) -> Record:
    if not isinstance(row, Mapping):
        raise ReadError("expected a JSON object with id and text.", path=path, line=line)
    if row.get("schema", SCHEMA) not in SCHEMAS:
        raise ReadError(
            f"has schema {quoted(row['schema'])}, this version reads {SCHEMA}. Update gaoyou-nlp.",
            path=path,
            line=line,
        )
    try:
        return Record.from_dict(row)
    except FAULTS as error:
        raise _fault(error, path, line) from error


def _check(record: Record, path: PathOrName, line: int | None, *, fields: bool = True) -> None:
    try:
        check_record(record, fields=fields)
        check_spans(record.text, record.spans)
    except FAULTS as error:
        raise _fault(error, path, line) from error


def _fault(error: Exception, path: PathOrName, line: int | None) -> ReadError:
    missing = isinstance(error, KeyError)
    message = f"the field {error} is missing." if missing else f"is no record: {first_line(error)}."
    return ReadError(message, path=path, line=line)


def check_record(record: Record, *, fields: bool = True) -> None:
    """Refuse a record whose fields are of other types than they should be.

    Parameters:
        record: Built from data that nobody has checked.
        fields: False where the types of its fields were checked with those of others.

    Raises:
        ValueError: Naming the first field that is wrong.
    """
    if fields:
        check_fields(record)
    for official in record.officials:
        _check_indices(official.mentions, len(record.spans), "a mention")
        for post in official.posts:
            _check_indices(post.titles, len(record.spans), "a title")
            for event in (post.started, post.ended):
                _check_place(event, record)
    for project in record.projects:
        _check_indices(project.mentions, len(record.spans), "a mention")
        if project.amount is not None:
            _check_indices((project.amount,), len(record.amounts), "a project's amount")
        parts = (project.status_said, project.place, project.builder)
        for part in (*parts, *project.capacity, *project.dates):
            _check_place(part, record)
    for group in record.project_groups:
        _check_place(group, record)
        _check_indices(group.members, len(record.projects), "a member")
        if group.amount is not None:
            _check_indices((group.amount,), len(record.amounts), "a group's amount")
    for at, amount in record.amounts:
        _check_indices((at,), len(record.spans), "an amount's span")
        if not (is_sum(amount.low) and is_sum(amount.high)):
            raise ValueError("an amount is no number that a sum of money may be")
    lists: tuple[DateMention | Figure | Statement, ...] = (
        *record.dates,
        *record.figures,
        *record.statements,
    )
    for found in lists:
        _check_place(found, record)
        if isinstance(found, Statement) and found.span is not None:
            _check_indices((found.span,), len(record.spans), "a statement's span")


def is_sum(number: Decimal | None) -> bool:
    """Whether a number may be a sum of money: finite, and of a size that can be written out.

    Examples:
        >>> is_sum(Decimal("5e8")), is_sum(Decimal("NaN")), is_sum(Decimal("1e999999"))
        (True, False, False)
    """
    return number is None or (number.is_finite() and abs(number.adjusted()) <= _MOST_DIGITS)


def _check_place(found: _Found | None, record: Record) -> None:
    """Refuse what is not in the text where it says it is."""
    if found is None:
        return
    if found.start < 0 or record.text[found.start : found.end] != found.text:
        raise ValueError(f"{quoted(found.text)} does not match the text")


def _check_indices(values: tuple[int, ...], size: int, name: str) -> None:
    for value in values:
        if not 0 <= value < size:
            raise ValueError(f"{name} points to number {quoted(value)} of {size}")

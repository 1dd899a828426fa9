"""The JSON Lines of doccano, in whichever spelling: read all, written one."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from os import PathLike
from typing import IO, Any, Literal

from gaoyou_nlp.errors import ReadError, first_line, quoted
from gaoyou_nlp.formats.field_types import FAULTS
from gaoyou_nlp.formats.json_text import json_lines
from gaoyou_nlp.formats.offsets import Utf16
from gaoyou_nlp.records import Article, Record, Span, check_spans

_SPELLINGS = ("label", "labels", "entities", "annotations")
"""The fields that may hold spans."""

Spelling = Literal["label", "labels", "entities"]
Units = Literal["code-points", "utf-16"]


def dump(
    records: Iterable[Record],
    stream: IO[bytes],
    *,
    spelling: Spelling = "label",
    units: Units = "code-points",
) -> int:
    """Write records to an open stream; returns how many."""
    count = 0
    for record in records:
        count += 1
        row = {
            "article_id": record.id,
            "text": record.text,
            spelling: _labels(record, spelling, units),
        }
        if spelling == "entities":
            row["relations"] = []
        stream.write(json.dumps(row, ensure_ascii=False).encode("utf-8") + b"\n")
    return count


def read(path: str | PathLike[str], *, units: Units = "code-points") -> Iterator[Record]:
    """Read an export of doccano, in whichever spelling.

    Parameters:
        path: The file.
        units: How its offsets count.

    Yields:
        Records with spans, none where a line has no label; the id is ``article_id`` where doccano
        kept it, else its own ``id``.

    Raises:
        ReadError: Naming the first line that is not such, or whose spans overlap or leave the
            text.
    """
    for number, row in json_lines(path):
        try:
            yield _record(row, number, units)
        except FAULTS as error:
            kind = "" if type(error) is ValueError else f"{type(error).__name__}: "
            reason = f"is no line of doccano: {kind}{first_line(error)}."
            raise ReadError(reason, path=path, line=number) from error


def _labels(record: Record, spelling: Spelling, units: Units) -> list[Any]:
    count = Utf16(record.text if units == "utf-16" else "").from_code_points
    places = [(count(span.start), count(span.end), span.label) for span in record.spans]
    if spelling != "entities":
        return [list(place) for place in places]
    return [
        {"id": number, "label": label, "start_offset": start, "end_offset": end}
        for number, (start, end, label) in enumerate(places)
    ]


def _record(row: Mapping[str, Any], number: int, units: Units) -> Record:
    text = row.get("text", row.get("data"))
    if not isinstance(text, str):
        raise ValueError(f"it has no text, its fields are {', '.join(row)}")
    count = Utf16(text if units == "utf-16" else "").to_code_points
    spans = []
    for start, end, label in sorted(_places(row)):
        first, last = count(start), count(end)
        if not 0 <= first < last <= len(text):
            raise ValueError(f"the span {start}–{end} leaves the text")
        spans.append(Span(first, last, label, text[first:last]))
    check_spans(text, spans)
    meta = row.get("meta") or row.get("metadata") or {}
    id = row.get("article_id", meta.get("article_id", row.get("id", number)))
    return Record(Article(str(id), text), tuple(spans))


def _places(row: Mapping[str, Any]) -> list[tuple[int, int, str]]:
    """Start, end and label of the spans of a line; none where nobody has labelled it."""
    given = [name for name in _SPELLINGS if row.get(name)]
    if len(given) > 1:
        raise ValueError(f"it has spans in {' and '.join(given)}. Keep one of the fields")
    if not given:
        others = [name for name, value in row.items() if _holds_marks(value)]
        if others:
            raise ValueError(
                f"it has no spans in {', '.join(_SPELLINGS)}, but a list in {', '.join(others)}. "
                "Rename the field that has them to label"
            )
        return []
    return [_place(mark) for mark in row[given[0]]]


def _place(mark: Any) -> tuple[int, int, str]:
    if isinstance(mark, Mapping):
        return int(mark["start_offset"]), int(mark["end_offset"]), _label(mark["label"])
    if isinstance(mark, str):
        raise ValueError(
            f"its label {quoted(mark)} is of the whole text. Export a project of sequence labelling"
        )
    start, end, label = mark
    return int(start), int(end), _label(label)


def _label(label: Any) -> str:
    """The one label of a span, as doccano names or numbers it."""
    if isinstance(label, list | dict) or label is None:
        raise ValueError(f"the label {quoted(label)} of a span is not one word. Give each its own")
    return str(label)


def _holds_marks(value: object) -> bool:
    """Whether a field of another name seems to hold spans."""
    return isinstance(value, list) and any(isinstance(mark, (list, Mapping)) for mark in value)

"""The JSON Lines of doccano: three spellings read, one written."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from os import PathLike
from typing import IO, Any, Literal

from gaoyou_nlp.errors import ReadError, first_line
from gaoyou_nlp.formats import writing
from gaoyou_nlp.formats.json_text import FAULTS, json_lines
from gaoyou_nlp.formats.offsets import Utf16
from gaoyou_nlp.records import Article, Record, Span, check_spans

Spelling = Literal["label", "labels", "entities"]
Units = Literal["code-points", "utf-16"]


write = partial(writing.write, format="doccano")
"""Write records to a file of this format; see ``gaoyou_nlp.write``."""


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
        Records with spans; the id is ``article_id`` where doccano kept it, else its own ``id``.

    Raises:
        ReadError: Naming the first line that is not such, or whose spans overlap or leave the
            text.
    """
    for number, row in json_lines(path):
        try:
            yield _record(row, number, units)
        except FAULTS as error:
            reason = f"is no line of doccano: {type(error).__name__}: {first_line(error)}."
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
    text = row["text"] if "text" in row else row["data"]
    if not isinstance(text, str):
        raise TypeError("the text is no string")
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
    for spelling in ("label", "labels"):
        if spelling in row:
            return [(int(start), int(end), str(label)) for start, end, label in row[spelling]]
    return [
        (int(e["start_offset"]), int(e["end_offset"]), str(e["label"]))
        if isinstance(e, Mapping)
        else (int(e[0]), int(e[1]), str(e[2]))
        for e in row["entities"]
    ]

"""Tasks of Label Studio: predictions out, annotations back, and the labelling configuration."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from os import PathLike, fspath
from typing import IO, Any, Literal

from gaoyou_nlp.errors import ReadError, first_line
from gaoyou_nlp.formats import writing
from gaoyou_nlp.formats.html_page import COLOURS
from gaoyou_nlp.formats.json_text import FAULTS, check_record, parse_json
from gaoyou_nlp.formats.offsets import Utf16
from gaoyou_nlp.labels import LABELS, OPTIONAL
from gaoyou_nlp.reading.opening import MAX_RECORD, open_bytes
from gaoyou_nlp.records import Article, Record, Span, check_spans

Units = Literal["code-points", "utf-16"]

_CONTROL, _OBJECT = "label", "text"
_UNITS = "offsets"
"""The field of a task's data that says how our offsets count."""


def is_own_file(first: bytes, second: bytes) -> bool:
    """Whether a file holds tasks as written here, by its first two lines.

    Example:
        >>> is_own_file(b"[\\n", b'{"data": {"id": "1", "offsets": ""}, "predictions": []}\\n')
        True
    """
    if first != b"[\n":
        return False
    try:
        task = json.loads(second.rstrip(b",\n"))
    except (ValueError, RecursionError):
        return False
    return (
        isinstance(task, dict)
        and task.keys() == {"data", "predictions"}
        and isinstance(task["data"], dict)
        and _UNITS in task["data"]
    )


def labelling_config() -> str:
    """Return the labelling configuration for a project: the seven labels and OPT.

    Example:
        >>> labelling_config().splitlines()[2].strip()
        '<Label value="OFFICIAL" background="#c62828"/>'
    """
    labels = "\n".join(
        f'    <Label value="{label}" background="{COLOURS.get(label, ("", "#777777"))[1]}"/>'
        for label in (*LABELS, OPTIONAL)
    )
    return (
        f'<View>\n  <Labels name="{_CONTROL}" toName="{_OBJECT}">\n{labels}\n  </Labels>\n'
        f'  <Text name="{_OBJECT}" value="$text" granularity="symbol"/>\n</View>\n'
    )


write = partial(writing.write, format="label-studio")
"""Write records to a file of this format; see ``gaoyou_nlp.write``."""


def dump(records: Iterable[Record], stream: IO[bytes], *, units: Units = "code-points") -> int:
    """Write tasks to an open stream; returns how many."""
    count = 0
    stream.write(b"[")
    for record in records:
        stream.write(b",\n" if count else b"\n")
        stream.write(json.dumps(_task(record, units), ensure_ascii=False).encode("utf-8"))
        count += 1
    stream.write(b"\n]\n")
    return count


def read(path: str | PathLike[str]) -> Iterator[Record]:
    """Read an export: annotations where a task has them, else its predictions.

    Parameters:
        path: The JSON file of an export, or of tasks as written here. Whether offsets count code
            points or UTF-16 units is told by the texts of the spans, and where both fit by what
            the task was written with.

    Yields:
        Records with spans. Of several annotations the last that was not cancelled counts.

    Raises:
        ReadError: The file is no such export, or the spans of a task overlap or do not match its
            text.
    """
    with open_bytes(fspath(path)) as stream:
        raw = stream.read(MAX_RECORD + 1)
    if len(raw) > MAX_RECORD:
        raise ReadError(f"has more than {MAX_RECORD} bytes. Export in smaller parts.", path=path)
    tasks = parse_json(raw, path=path)
    if not isinstance(tasks, list):
        raise ReadError("expected a list of tasks. Export the project as JSON.", path=path)
    for number, task in enumerate(tasks, 1):
        try:
            record = _record(task, number)
            check_record(record)
        except FAULTS as error:
            reason = f"task {number} cannot be read: {type(error).__name__}: {first_line(error)}."
            raise ReadError(reason, path=path) from error
        yield record


def _task(record: Record, units: Units) -> dict[str, Any]:
    count = Utf16(record.text if units == "utf-16" else "").from_code_points
    result = [
        {
            "id": f"s{number}",
            "from_name": _CONTROL,
            "to_name": _OBJECT,
            "type": "labels",
            "value": {
                "start": count(span.start),
                "end": count(span.end),
                "text": span.text,
                "labels": [span.label],
            },
            "meta": {
                key: value
                for key, value in (("rule", span.rule), ("canonical", span.canonical))
                if value
            },
            **({} if span.score is None else {"score": span.score}),
        }
        for number, span in enumerate(record.spans)
    ]
    return {
        "data": {"id": record.id, "text": record.text, _UNITS: units},
        "predictions": [{"model_version": record.model, "result": result}],
    }


def _record(task: Mapping[str, Any], number: int) -> Record:
    data = task["data"]
    text = data["text"]
    answers = [a for a in task.get("annotations") or () if not a.get("was_cancelled")]
    answers = answers or list(task.get("predictions") or ())
    answer: Mapping[str, Any] = answers[-1] if answers else {}
    results = [r for r in answer.get("result", ()) if r["type"] == "labels"]
    spans = sorted(_spans(data, results), key=lambda span: span.start)
    check_spans(text, spans)
    id = data.get("id", task.get("id", number))
    return Record(
        Article(str(id), text), tuple(spans), model=str(answer.get("model_version") or "")
    )


def _spans(data: Mapping[str, Any], results: Sequence[Mapping[str, Any]]) -> list[Span]:
    """The spans of a task, whichever way their offsets count: that which fits their texts."""
    text = data["text"]
    by_units = Utf16(text).to_code_points
    ways: list[Callable[[int], int]] = [int, by_units]
    if data.get(_UNITS) == "utf-16":
        ways.reverse()
    for count in ways:
        try:
            return [_span(text, result, count) for result in results]
        except ValueError:
            if count is ways[-1]:
                raise
    return []


def _span(text: str, result: Mapping[str, Any], count: Callable[[int], int]) -> Span:
    value = result["value"]
    start, end = count(value["start"]), count(value["end"])
    surface = text[start:end]
    if not 0 <= start < end <= len(text) or surface != value.get("text", surface):
        raise ValueError(f"the span {value['start']}–{value['end']} is not {value.get('text')!r}")
    meta = result.get("meta") or {}
    return Span(
        start,
        end,
        value["labels"][0],
        surface,
        meta.get("rule", ""),
        result.get("score"),
        meta.get("canonical"),
    )

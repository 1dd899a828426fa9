"""Tasks of Label Studio: predictions out, annotations back, and the labelling configuration."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from os import PathLike, fspath
from typing import IO, Any, Literal

from gaoyou_nlp.errors import ReadError, first_line, quoted
from gaoyou_nlp.formats.annotators import answers_of, choose
from gaoyou_nlp.formats.field_types import FAULTS
from gaoyou_nlp.formats.html_page import COLOURS
from gaoyou_nlp.formats.hypertext import PageText
from gaoyou_nlp.formats.json_text import check_record, parse_json
from gaoyou_nlp.formats.offsets import Utf16
from gaoyou_nlp.labels import LABELS, OPTIONAL
from gaoyou_nlp.reading.opening import MAX_RECORD, open_bytes
from gaoyou_nlp.records import Article, Record, Span, check_spans

Units = Literal["code-points", "utf-16"]

_HYPERTEXT = "hypertextlabels"
_CONTROL, _OBJECT = "label", "text"
_UNITS = "offsets"
"""The field of a task's data that says how our offsets count."""


def is_own_file(first: bytes, second: bytes) -> bool:
    """Whether a file holds tasks as written here, by its first two lines.

    Examples:
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

    Examples:
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


def read(
    path: str | PathLike[str], *, field: str = "text", annotator: str | None = None
) -> Iterator[Record]:
    """Read an export, JSON or JSON-MIN: annotations where a task has them, else its predictions.

    Parameters:
        path: The JSON file of an export, or of tasks as written here. Whether offsets count code
            points or UTF-16 units is told by the texts of the spans, and where both fit by what
            the task was written with.
        field: The field of a task's data that holds its text.
        annotator: Whose annotations count where several people annotated a task: a number or
            e-mail address as in the export, which leaves out the tasks that they did not
            annotate; or ``all`` for a record each, with the id ``task@annotator``.

    Yields:
        Records with spans. Of several annotations of one person the last that was not cancelled
        counts; without ``annotator``, the one that is marked as ground truth counts.

    Raises:
        ReadError: The file is no such export, a task has no such field, or annotations of several
            people; or the spans of a task overlap, have not one label each, or do not match its
            text.
    """
    with open_bytes(fspath(path)) as stream:
        raw = stream.read(MAX_RECORD + 1)
    if len(raw) > MAX_RECORD:
        raise ReadError(f"has more than {MAX_RECORD} bytes. Export in smaller parts.", path=path)
    rows = parse_json(raw, path=path)
    if not isinstance(rows, list) or not all(isinstance(row, Mapping) for row in rows):
        raise ReadError("expected a list of tasks. Export the project as JSON.", path=path)
    count, people = 0, set[str]()
    for number, task in enumerate(_tasks(rows), 1):
        try:
            answers = answers_of(task)
            people.update(filter(None, answers))
            for name, answer in choose(answers, annotator):
                record = _record(task, answer, number, field, name)
                check_record(record)
                count += 1
                yield record
        except FAULTS as error:
            kind = "" if type(error) is ValueError else f"{type(error).__name__}: "
            reason = f"task {number} cannot be read: {kind}{first_line(error)}."
            raise ReadError(reason, path=path) from error
    if rows and not count:
        those = f"Those who did: {', '.join(sorted(people))}" if people else "Nobody did"
        reason = f"{quoted(annotator)} annotated none of its tasks. {those}."
        raise ReadError(reason, path=path)


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


def _tasks(rows: Sequence[Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The tasks of an export; the rows of JSON-MIN, one an annotation, are put together."""
    if all(isinstance(row.get("data"), Mapping) for row in rows):
        yield from rows
        return
    tasks: dict[str, dict[str, Any]] = {}
    for number, row in enumerate(rows, 1):
        key = f"task {row['id']}" if "annotation_id" in row and "id" in row else f"row {number}"
        task = tasks.setdefault(key, {"data": row, "annotations": []})
        regions = [
            region
            for values in row.values()
            if isinstance(values, list)
            for region in values
            if isinstance(region, Mapping) and "start" in region
        ]
        kinds = [next((k for k in region if k.endswith("labels")), "labels") for region in regions]
        results = [{"type": k, "value": r} for k, r in zip(kinds, regions, strict=True)]
        answer = {"id": row.get("annotation_id"), "completed_by": row.get("annotator")}
        if results or "annotation_id" in row:
            task["annotations"].append({**answer, "result": results})
    yield from tasks.values()


def _record(
    task: Mapping[str, Any], answer: Mapping[str, Any], number: int, field: str, name: str
) -> Record:
    data = task["data"]
    if field not in data:
        raise ValueError(
            f"it has no field {quoted(field)}, its fields are {', '.join(map(str, data))}. Name "
            "the one with the text by field= or --field"
        )
    text = data[field]
    if not isinstance(text, str):
        raise ValueError(f"its field {quoted(field)} is no text")
    results = [r for r in answer.get("result", ()) if str(r["type"]).endswith("labels")]
    others = sorted({r["type"] for r in results} - {"labels", _HYPERTEXT})
    if others:
        raise ValueError(f"it has regions of the kind {', '.join(others)}, which mark no text")
    spans: Sequence[Span]
    if any(r["type"] == _HYPERTEXT for r in results):
        text, spans = _in_page(text, results)
    else:
        spans = _fitting(text, data, [_label_of(r) for r in results], results, _span)
    spans = sorted(spans, key=lambda span: span.start)
    check_spans(text, spans)
    id = f"{data.get('id', task.get('id', number))}{name and '@'}{name}"
    return Record(Article(id, text), tuple(spans), model=str(answer.get("model_version") or ""))


def _label_of(result: Mapping[str, Any]) -> str:
    """The label of a region."""
    value = result["value"]
    labels = value.get(result["type"]) or []
    if len(labels) != 1:
        has = f"the labels {', '.join(labels)}" if labels else "no label"
        raise ValueError(f"the span {quoted(value.get('text', ''))} has {has}. Give it one")
    return str(labels[0])


_Make = Callable[[str, Mapping[str, Any], str, Callable[[int], int]], Span]


def _fitting(
    text: str,
    data: Mapping[str, Any],
    labels: Sequence[str],
    results: Sequence[Mapping[str, Any]],
    make: _Make,
) -> list[Span]:
    """The spans of a task, whichever way their offsets count: that which fits their texts."""
    ways: list[Callable[[int], int]] = [int, Utf16(text).to_code_points]
    if data.get(_UNITS) == "utf-16":
        ways.reverse()
    for count in ways:
        try:
            return [make(text, r, label, count) for r, label in zip(results, labels, strict=True)]
        except ValueError:
            if count is ways[-1]:
                raise
    return []


def _span(text: str, result: Mapping[str, Any], label: str, count: Callable[[int], int]) -> Span:
    value = result["value"]
    start, end = count(value["start"]), count(value["end"])
    surface = text[start:end]
    if not 0 <= start < end <= len(text) or surface != value.get("text", surface):
        raise ValueError(f"the span {value['start']}–{value['end']} is not {value.get('text')!r}")
    meta = result.get("meta") or {}
    return Span(
        start,
        end,
        label,
        surface,
        meta.get("rule", ""),
        result.get("score"),
        meta.get("canonical"),
    )


def _in_page(html: str, results: Sequence[Mapping[str, Any]]) -> tuple[str, list[Span]]:
    """The text of a page, and the spans that lie in it by their global offsets."""
    page = PageText(html)
    labels = [_label_of(result) for result in results]
    found = _fitting(page.counted, {_UNITS: "utf-16"}, labels, results, _global_span)
    spans = []
    for span in found:
        start, end = page.place(span.start, span.end)
        spans.append(replace(span, start=start, end=end, text=page.text[start:end]))
    return page.text, spans


def _global_span(
    text: str, result: Mapping[str, Any], label: str, count: Callable[[int], int]
) -> Span:
    value = result["value"]
    given = value.get("globalOffsets")
    if not given:
        raise ValueError(
            f"the span {quoted(value.get('text', ''))} of a page has no globalOffsets. Annotate "
            "plain text: <Text> and <Labels> in place of <HyperText> and <HyperTextLabels>"
        )
    start, end = count(given["start"]), count(given["end"])
    surface = text[start:end]
    if not surface or "".join(surface.split()) != "".join(value.get("text", surface).split()):
        raise ValueError(
            f"the span {given['start']}–{given['end']} of the page is not {value.get('text')!r}. "
            "Annotate plain text: <Text> and <Labels> in place of <HyperText>"
        )
    return Span(start, end, label, surface)

"""Exports of Label Studio: read whole, or refused with what to do; never spans lost in silence."""

import json
from pathlib import Path
from typing import Any

import pytest
from shown_records import shown

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats import label_studio


def _region(start: int, end: int, text: str, *labels: str) -> dict[str, Any]:
    value = {"start": start, "end": end, "text": text, "labels": list(labels)}
    return {"type": "labels", "from_name": "label", "to_name": "text", "value": value}


def _in_page(start: int, end: int, text: str, *labels: str) -> dict[str, Any]:
    value = {
        "start": "/p[1]/text()[1]",
        "end": "/p[1]/text()[1]",
        "startOffset": 0,
        "endOffset": 1,
        "globalOffsets": {"start": start, "end": end},
        "text": text,
        "hypertextlabels": list(labels),
    }
    return {"type": "hypertextlabels", "from_name": "label", "to_name": "text", "value": value}


def _without_offsets() -> dict[str, Any]:
    region = _in_page(0, 2, "陈安", "PER")
    del region["value"]["globalOffsets"]
    return region


def _by(who: object, *regions: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"completed_by": who, "result": list(regions), **more}


def _task(
    *answers: dict[str, Any], text: str = "陈安到乙县", field: str = "text"
) -> dict[str, Any]:
    return {"id": 7, "data": {"title": "到", field: text}, "annotations": list(answers)}


PERSON, PLACE = _region(0, 2, "陈安", "PER"), _region(3, 5, "乙县", "LOC")
TWO = _task(_by(3, PERSON), _by({"id": 4, "email": "b@example.org"}, PLACE))
MIN = {
    "id": 7,
    "text": "陈安到乙县",
    "annotation_id": 1,
    "annotator": 3,
    "label": [PERSON["value"]],
}
PAGE = "<p>县水库<b>开工</b></p><p>陈安&amp;周敏<br>讲话</p>"

STUDIO = {
    "field": (
        [_task(_by(3, PERSON), field="content")],
        {"field": "content"},
        "7: [陈安|PER]到乙县",
    ),
    "one-annotator": ([_task(_by(3, PERSON))], {}, "7: [陈安|PER]到乙县"),
    "two-of-one-person": ([_task(_by(3, PERSON), _by(3, PLACE))], {}, "7: 陈安到[乙县|LOC]"),
    "cancelled": (
        [_task(_by(3, PERSON), _by(4, PLACE, was_cancelled=True))],
        {},
        "7: [陈安|PER]到乙县",
    ),
    "ground-truth": (
        [_task(_by(3, PERSON, ground_truth=True), _by(4, PLACE))],
        {},
        "7: [陈安|PER]到乙县",
    ),
    "chosen-by-number": ([TWO], {"annotator": "3"}, "7: [陈安|PER]到乙县"),
    "chosen-by-address": ([TWO], {"annotator": "b@example.org"}, "7: 陈安到[乙县|LOC]"),
    "all": (
        [TWO],
        {"annotator": "all"},
        "7@3: [陈安|PER]到乙县; 7@b@example.org: 陈安到[乙县|LOC]",
    ),
    "not-theirs": ([TWO, {**_task(_by(4)), "id": 8}], {"annotator": "3"}, "7: [陈安|PER]到乙县"),
    "completions": (
        [{"id": 7, "data": {"text": "陈安"}, "completions": [_by(3, PERSON)]}],
        {},
        "7: [陈安|PER]",
    ),
    "json-min": ([MIN], {}, "7: [陈安|PER]到乙县"),
    "json-min-field": (
        [{"id": 7, "content": "陈安", "annotation_id": 1, "annotator": 3}],
        {"field": "content"},
        "7: 陈安",
    ),
    "json-min-of-two": (
        [MIN, {**MIN, "annotation_id": 2, "annotator": 4, "label": [PLACE["value"]]}],
        {"annotator": "4"},
        "7: 陈安到[乙县|LOC]",
    ),
    "page": (
        [_task(_by(3, _in_page(0, 3, "县水库", "ORG"), _in_page(8, 10, "周敏", "PER")), text=PAGE)],
        {},
        "7: [县水库|ORG]开工\n陈安&[周敏|PER]\n讲话\n",
    ),
    "page-of-text": (
        [_task(_by(3, _in_page(3, 5, "安到", "X")), text="𠮷陈安到乙县")],
        {},
        "7: 𠮷陈[安到|X]乙县",
    ),
}
"""Name: tasks, options, what is read."""

STUDIO_REFUSED = {
    "no-field": (
        [_task(_by(3, PERSON), field="content")],
        {},
        "task 1 cannot be read: it has no field 'text', its fields are title, content. Name the "
        "one with the text by field= or --field.",
    ),
    "json-min-no-field": (
        [{"id": 7, "content": "陈安"}],
        {},
        "task 1 cannot be read: it has no field 'text', its fields are id, content. Name the one "
        "with the text by field= or --field.",
    ),
    "two-annotators": (
        [TWO],
        {},
        "task 1 cannot be read: it is annotated by 3, b@example.org. Choose one by annotator= or "
        "--annotator, or take all.",
    ),
    "two-without-names": (
        [_task({"id": 11, "result": [PERSON]}, {"id": 12, "result": [PLACE]})],
        {},
        "task 1 cannot be read: it is annotated by #11, #12. Choose one by annotator= or "
        "--annotator, or take all.",
    ),
    "json-min-of-two": (
        [MIN, {**MIN, "annotation_id": 2, "annotator": 4}],
        {},
        "task 1 cannot be read: it is annotated by 3, 4. Choose one by annotator= or --annotator, "
        "or take all.",
    ),
    "unknown-annotator": (
        [TWO],
        {"annotator": "9"},
        "'9' annotated none of its tasks. Those who did: 3, b@example.org.",
    ),
    "two-labels": (
        [_task(_by(3, _region(0, 2, "陈安", "PER", "ORG")))],
        {},
        "task 1 cannot be read: the span '陈安' has the labels PER, ORG. Give it one.",
    ),
    "no-label": (
        [_task(_by(3, _region(0, 2, "陈安")))],
        {},
        "task 1 cannot be read: the span '陈安' has no label. Give it one.",
    ),
    "page-without-offsets": (
        [_task(_by(3, _without_offsets()))],
        {},
        "task 1 cannot be read: the span '陈安' of a page has no globalOffsets. Annotate plain "
        "text: <Text> and <Labels> in place of <HyperText> and <HyperTextLabels>.",
    ),
    "page-of-other-text": (
        [_task(_by(3, _in_page(0, 2, "乙县", "LOC")))],
        {},
        "task 1 cannot be read: the span 0–2 of the page is not '乙县'. Annotate plain text: "
        "<Text> and <Labels> in place of <HyperText>.",
    ),
    "boxes": (
        [_task(_by(3, {"type": "rectanglelabels", "value": {}}))],
        {},
        "task 1 cannot be read: it has regions of the kind rectanglelabels, which mark no text.",
    ),
    "no-tasks": (["陈安"], {}, "expected a list of tasks. Export the project as JSON."),
}
"""Name: tasks, options, why they are refused."""


def _studio(folder: Path, tasks: list[Any], options: dict[str, str]) -> list[str]:
    (folder / "a.json").write_text(json.dumps(tasks, ensure_ascii=False), encoding="utf-8")
    return shown(label_studio.read(folder / "a.json", **options))


@pytest.mark.parametrize("name", STUDIO)
def test_label_studio(tmp_path: Path, name: str) -> None:
    tasks, options, wanted = STUDIO[name]
    assert "; ".join(_studio(tmp_path, tasks, options)) == wanted


@pytest.mark.parametrize("name", STUDIO_REFUSED)
def test_label_studio_refused(tmp_path: Path, name: str) -> None:
    tasks, options, reason = STUDIO_REFUSED[name]
    with pytest.raises(ReadError) as caught:
        _studio(tmp_path, tasks, options)
    assert caught.value.message == reason

"""What other tools write: read whole, or refused with what to do; never spans lost in silence."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from gaoyou_nlp.corpora.foreign_labels import map_labels, parse_mapping
from gaoyou_nlp.errors import GaoyouError, ReadError
from gaoyou_nlp.formats import conll, docbin, doccano, label_studio
from gaoyou_nlp.records import Article, Record


def _shown(records: Iterable[Record]) -> list[str]:
    """Records as ``id: text`` with the spans in brackets."""
    shown = []
    for record in records:
        text, last = f"{record.id}: ", 0
        for span in record.spans:
            assert record.text[span.start : span.end] == span.text
            text += f"{record.text[last : span.start]}[{span.text}|{span.label}]"
            last = span.end
        shown.append(text + record.text[last:])
    return shown


def _rows(lines: str) -> str:
    """Lines with ``/`` between sentences."""
    return "".join("\n" if line == "/" else line + "\n" for line in lines.split("; "))


CONLL = {
    "bio": ("陈 B-PER; 安 I-PER; 到 O; 乙 B-LOC; 县 I-LOC", "1: [陈安|PER]到[乙县|LOC]"),
    "bio-of-words": (
        "陈安 B-PER; 到 O; 乙县 B-LOC; 水务局 I-LOC",
        "1: [陈安|PER]到[乙县水务局|LOC]",
    ),
    "bioes": ("陈 B-PER; 安 E-PER; 到 O; 省 S-LOC", "1: [陈安|PER]到[省|LOC]"),
    "bmes": ("陈 B-PER; 小 M-PER; 安 E-PER; 到 O", "1: [陈小安|PER]到"),
    "bmes-without-m": ("陈 B-NAME; 安 E-NAME", "1: [陈安|NAME]"),
    "bilou": ("陈 B-PER; 小 I-PER; 安 L-PER; 省 U-LOC", "1: [陈小安|PER][省|LOC]"),
    "iob1": ("陈 I-PER; 安 I-PER; 周 B-PER; 敏 I-PER; 省 I-LOC", "1: [陈安|PER][周敏|PER][省|LOC]"),
    "iob1-over-a-sentence": (
        "陈 I-PER; 安 I-PER; /; 周 I-PER; 敏 I-PER",
        "1: [陈安|PER]\n[周敏|PER]",
    ),
    "underscore": ("陈 B_PER; 安 I_PER; 到 O", "1: [陈安|PER]到"),
    "label-with-a-dash": ("县 B-ORG-gov; 局 I-ORG-gov", "1: [县局|ORG-gov]"),
    "three-columns": ("陈安 NR B-PER; 到 V O", "1: [陈安|PER]到"),
    "four-columns-and-docstart": (
        "-DOCSTART- -X- O O; /; 陈安 NR B-NP B-PER; /; -DOCSTART- -X- O O; /; 乙县 NS B-NP B-LOC",
        "1: [陈安|PER]; 2: [乙县|LOC]",
    ),
    "tabs": ("陈\tB-PER; 安\tI-PER", "1: [陈安|PER]"),
    "latin-words": ("Green B-ORG; Valley I-ORG; 2 O; 0 O; 公司 O", "1: [Green Valley|ORG] 20公司"),
    "a-blank-as-token": ("陈 B-PER;  O; 安 O", "1: [陈|PER] 安"),
    "astral": ("𠮷 B-LOC; 县 I-LOC; 好 O", "1: [𠮷县|LOC]好"),
    "remarks": ("# text = 陈安到; 陈 B-PER; 安 I-PER; # O", "1: [陈安|PER]#"),
}
"""Name: lines, what is read."""

CONLL_REFUSED = {
    "i-with-nothing": ("乙 B-LOC; 县 O; 陈 I-PER", 3, "I-PER goes on with nothing."),
    "open-end": ("陈 B-PER; 安 E-PER; 乙 B-LOC; 县 O", 4, "the span of LOC before it has no end."),
    "open-at-the-end": ("省 S-LOC; 陈 B-PER", 2, "the span of PER has no end."),
    "other-label": ("陈 B-PER; 安 E-LOC", 2, "the tag of LOC goes on with nothing."),
    "no-tag": ("陈 NR", 1, "'陈 NR' is no token with a tag."),
    "ten-columns": ("1 陈 _ _ _ _ _ _ _ O", 1, "'1 陈 _ _ _ _ _ _ _ O' is no token with a tag."),
    "columns-differ": ("陈 NR O; 安 O", 2, "'安 O' has 2 columns, the line before 3."),
}
"""Name: lines, the line refused, why."""


@pytest.mark.parametrize("name", CONLL)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_conll(tmp_path: Path, name: str, encoding: str) -> None:
    lines, wanted = CONLL[name]
    (tmp_path / "a.conll").write_bytes(_rows(lines).encode(encoding))
    assert "; ".join(_shown(conll.read(tmp_path / "a.conll"))) == wanted


def test_conll_in_gb18030(tmp_path: Path) -> None:
    content = "陈 B-PER\n安 I-PER\n" + "".join(
        f"{char} O\n" for char in "说，县里今天召开了工作会议。"
    )
    (tmp_path / "a.conll").write_bytes(content.encode("gb18030"))
    assert _shown(conll.read(tmp_path / "a.conll")) == ["1: [陈安|PER]说，县里今天召开了工作会议。"]


@pytest.mark.parametrize("name", CONLL_REFUSED)
def test_conll_refused(tmp_path: Path, name: str) -> None:
    lines, number, reason = CONLL_REFUSED[name]
    (tmp_path / "a.conll").write_text(_rows(lines), encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        list(conll.read(tmp_path / "a.conll"))
    assert caught.value.line == number
    assert caught.value.message == (
        f"{reason} A line is a token, at most 2 other columns, and a tag such as O, B-ORG or I-ORG "
        "(BIO, IOB1, BIOES, BMES, BILOU). Convert the file to that."
    )


def test_conll_in_another_encoding(tmp_path: Path) -> None:
    content = "".join(f"{char} O\n" for char in "县里今天召开了工作会议")
    (tmp_path / "a.conll").write_bytes(content.encode("utf-16"))
    with pytest.raises(ReadError, match=r"is utf-16\. Convert it to UTF-8\."):
        list(conll.read(tmp_path / "a.conll"))


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
    return _shown(label_studio.read(folder / "a.json", **options))


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


MARK = {"start_offset": 0, "end_offset": 2, "label": "PER"}
DOCCANO = {
    "label": ({"text": "陈安到", "label": [[0, 2, "PER"]]}, "1: [陈安|PER]到"),
    "labels": ({"text": "陈安到", "labels": [[0, 2, "PER"]]}, "1: [陈安|PER]到"),
    "entities": ({"text": "陈安到", "entities": [MARK], "relations": []}, "1: [陈安|PER]到"),
    "annotations": ({"text": "陈安到", "annotations": [{**MARK, "label": 5}]}, "1: [陈安|5]到"),
    "empty-and-full": ({"text": "陈安到", "label": [], "entities": [MARK]}, "1: [陈安|PER]到"),
    "unlabelled": ({"text": "陈安到", "Comments": []}, "1: 陈安到"),
    "null": ({"text": "陈安到", "label": None}, "1: 陈安到"),
}
DOCCANO_REFUSED = {
    "two-fields": (
        {"text": "陈安", "label": [[0, 2, "PER"]], "entities": [MARK]},
        "it has spans in label and entities. Keep one of the fields.",
    ),
    "other-field": (
        {"text": "陈安", "spans": [[0, 2, "PER"]]},
        "it has no spans in label, labels, entities, annotations, but a list in spans. Rename the "
        "field that has them to label.",
    ),
    "of-the-whole-text": (
        {"text": "陈安", "label": ["人物"]},
        "its label '人物' is of the whole text. Export a project of sequence labelling.",
    ),
    "two-labels-of-a-span": (
        {"text": "陈安", "label": [[0, 2, ["人物", "官员"]]]},
        "the label ['人物', '官员'] of a span is not one word. Give each its own.",
    ),
    "no-text": ({"content": "陈安", "label": []}, "it has no text, its fields are content, label."),
}


def _doccano(folder: Path, row: dict[str, Any]) -> list[str]:
    (folder / "a.jsonl").write_text(json.dumps(row, ensure_ascii=False), encoding="utf-8")
    return _shown(doccano.read(folder / "a.jsonl"))


@pytest.mark.parametrize("name", DOCCANO)
def test_doccano(tmp_path: Path, name: str) -> None:
    row, wanted = DOCCANO[name]
    assert _doccano(tmp_path, row) == [wanted]


@pytest.mark.parametrize("name", DOCCANO_REFUSED)
def test_doccano_refused(tmp_path: Path, name: str) -> None:
    row, reason = DOCCANO_REFUSED[name]
    with pytest.raises(ReadError) as caught:
        _doccano(tmp_path, row)
    assert caught.value.message == f"is no line of doccano: {reason}"


DOCBIN = {
    "group": ({"sc": [(3, 5, "LOC"), (0, 2, "PER")]}, [], "sc", "1: [陈安|PER]到[乙县|LOC]"),
    "entities-first": ({"sc": [(3, 5, "LOC")]}, [(0, 2, "PER")], None, "1: [陈安|PER]到乙县"),
    "empty-group": ({"sc": []}, [], None, "1: 陈安到乙县"),
    "not-named": (
        {"sc": [(3, 5, "LOC")], "b": [(0, 2, "PER")]},
        [],
        None,
        "document 1 has no entities, but spans in the groups sc (1), b (1). Name one by spans_key= "
        "or --spans-key.",
    ),
    "other-name": (
        {"sc": [(3, 5, "LOC")]},
        [],
        "ruler",
        "document 1 has no group 'ruler' of spans, its groups are sc (1).",
    ),
    "entities-alone": (
        {},
        [(0, 2, "PER")],
        "sc",
        "document 1 has no group 'sc' of spans, it has entities alone.",
    ),
    "overlap": (
        {"sc": [(0, 2, "PER"), (1, 3, "PER")]},
        [],
        "sc",
        "document 1: span '安到' (1, 3) overlaps or is out of order. Keep one of the spans.",
    ),
}
"""Name: groups, entities, the group that is asked for, what is read or said."""


@pytest.mark.parametrize("name", DOCBIN)
def test_docbin(tmp_path: Path, name: str) -> None:
    import spacy
    from spacy.tokens import DocBin, Span

    groups, entities, key, wanted = DOCBIN[name]
    doc = spacy.blank("zh")("陈安到乙县")
    doc.ents = [Span(doc, *place) for place in entities]
    for group, places in groups.items():
        doc.spans[group] = [Span(doc, *place) for place in places]
    DocBin(docs=[doc]).to_disk(tmp_path / "a.spacy")
    try:
        said = "; ".join(_shown(docbin.read(tmp_path / "a.spacy", spans_key=key)))
    except ReadError as error:
        said = error.message
    assert said == wanted


def test_labels_are_mapped_or_named() -> None:
    from gaoyou_nlp.records import Span

    spans = (Span(0, 2, "PER", "陈安"), Span(3, 5, "LOC", "乙县"), Span(5, 6, "LOC", "省"))
    record = Record(Article("1", "陈安到乙县省"), spans)
    mapping = parse_mapping(["PER=PERSON", "LOC=GPE"])
    assert _shown(map_labels([record], mapping)) == ["1: [陈安|PERSON]到[乙县|GPE][省|GPE]"]
    assert _shown(map_labels([record], {**mapping, "LOC": "-"})) == ["1: [陈安|PERSON]到乙县省"]
    with pytest.raises(ReadError) as caught:
        map_labels([record], path="a.json")
    assert str(caught.value) == (
        "a.json: has the labels LOC (2), PER (1), which are none of OFFICIAL, PERSON, TITLE, ORG, "
        "GPE, MONEY, PROJECT, OPT. Say what they are by --map LOC=GPE, or leave them out by "
        "--map LOC=-."
    )


@pytest.mark.parametrize("pairs", [["LOC"], ["LOC=CITY"], ["=GPE"], ["LOC=GPE", "LOC=ORG"]])
def test_mappings_that_say_nothing(pairs: list[str]) -> None:
    with pytest.raises(GaoyouError):
        parse_mapping(pairs)

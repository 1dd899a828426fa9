"""Files of doccano and spaCy: read whole or refused; the labels of other tools are mapped."""

import json
from pathlib import Path
from typing import Any

import pytest
from shown_records import shown

from gaoyou_nlp.corpora.foreign_labels import map_labels, parse_mapping
from gaoyou_nlp.errors import GaoyouError, ReadError
from gaoyou_nlp.formats import docbin, doccano
from gaoyou_nlp.records import Article, Record

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
    return shown(doccano.read(folder / "a.jsonl"))


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
        said = "; ".join(shown(docbin.read(tmp_path / "a.spacy", spans_key=key)))
    except ReadError as error:
        said = error.message
    assert said == wanted


def test_labels_are_mapped_or_named() -> None:
    from gaoyou_nlp.records import Span

    spans = (Span(0, 2, "PER", "陈安"), Span(3, 5, "LOC", "乙县"), Span(5, 6, "LOC", "省"))
    record = Record(Article("1", "陈安到乙县省"), spans)
    mapping = parse_mapping(["PER=PERSON", "LOC=GPE"])
    assert shown(map_labels([record], mapping)) == ["1: [陈安|PERSON]到[乙县|GPE][省|GPE]"]
    assert shown(map_labels([record], {**mapping, "LOC": "-"})) == ["1: [陈安|PERSON]到乙县省"]
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

"""What is written is read back the same, whatever characters it holds."""

import json
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gaoyou_nlp.errors import ReadError
from gaoyou_nlp.formats import (
    FORMATS,
    brat,
    conll,
    docbin,
    doccano,
    jsonl,
    label_studio,
    parquet_table,
    write,
)
from gaoyou_nlp.records import Article, Record, Span

pytest.importorskip("pyarrow")

_RELAXED = settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def _spans_only(record: Record, *kept: str) -> Record:
    """A record as formats for annotation tools keep it: id, text, spans and the fields named."""
    every = {"rule": "", "score": None, "canonical": None}
    dropped: dict[str, Any] = {key: value for key, value in every.items() if key not in kept}
    spans = tuple(replace(span, **dropped) for span in record.spans)
    return Record(Article(record.id, record.text), spans, model=record.model * ("model" in kept))


def _name(module: Any) -> str:
    """The name of a module's format."""
    return next(format.name for format in FORMATS.values() if format.load() is module)


def _round_trip(module: Any, records: list[Record], **options: Any) -> list[Record]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "out")
        written = write(iter(records), path, format=_name(module), **options)
        assert written == len(records)
        assert [file.name for file in Path(folder).iterdir()] == ["out"]
        kept = {
            key: value for key, value in options.items() if key == "units" and module is doccano
        }
        return list(module.read(path, **kept))


@pytest.mark.parametrize("module", [jsonl, parquet_table, docbin])
def test_whole_records(module: Any, record_lists: st.SearchStrategy[list[Record]]) -> None:
    @_RELAXED
    @given(record_lists)
    def check(records: list[Record]) -> None:
        assert _round_trip(module, records) == records

    check()


@pytest.mark.parametrize(
    ("module", "options", "kept"),
    [
        (doccano, {"spelling": "label"}, ()),
        (doccano, {"spelling": "labels"}, ()),
        (doccano, {"spelling": "entities"}, ()),
        (doccano, {"spelling": "entities", "units": "utf-16"}, ()),
        (label_studio, {}, ("rule", "score", "canonical", "model")),
        (label_studio, {"units": "utf-16"}, ("rule", "score", "canonical", "model")),
        (conll, {}, ()),
    ],
)
def test_spans(
    module: Any,
    options: dict[str, str],
    kept: tuple[str, ...],
    record_lists: st.SearchStrategy[list[Record]],
) -> None:
    @_RELAXED
    @given(record_lists)
    def check(records: list[Record]) -> None:
        expected = [_spans_only(record, *kept) for record in records]
        assert _round_trip(module, records, **options) == expected

    check()


def test_brat(record_lists: st.SearchStrategy[list[Record]]) -> None:
    @_RELAXED
    @given(record_lists)
    def check(records: list[Record]) -> None:
        read = {record.id: record for record in _round_trip(brat, records)}
        assert read == {r.id: _spans_only(r, "rule", "score", "canonical") for r in records}

    check()


def test_docbin_has_entities_for_spacy(tmp_path: Path) -> None:
    import spacy
    from spacy.tokens import DocBin

    spans = (Span(0, 2, "OFFICIAL", "王军", "person.chain"), Span(3, 7, "MONEY", "5亿元钱", "m"))
    write([Record(Article("1", "王军投5亿元钱"), spans)], tmp_path / "a.spacy")
    [doc] = DocBin().from_disk(tmp_path / "a.spacy").get_docs(spacy.blank("zh").vocab)
    assert [(e.text, e.label_, e.id_) for e in doc.ents] == [
        ("王军", "OFFICIAL", "person.chain"),
        ("5亿元钱", "MONEY", "m"),
    ]
    doc.user_data.clear()
    DocBin(docs=[doc]).to_disk(tmp_path / "b.spacy")
    [record] = docbin.read(tmp_path / "b.spacy")
    assert (record.id, record.spans) == ("1", spans)


@pytest.mark.parametrize(
    "row",
    [
        {"text": "王军讲话", "label": [[0, 2, "OFFICIAL"]]},
        {"text": "王军讲话", "labels": [[0, 2, "OFFICIAL"]], "id": 1},
        {"data": "王军讲话", "label": [[0, 2, "OFFICIAL"]]},
        {"text": "王军讲话", "entities": [[0, 2, "OFFICIAL"]]},
        {
            "id": 7,
            "text": "王军讲话",
            "meta": {"article_id": "1"},
            "entities": [{"id": 3, "label": "OFFICIAL", "start_offset": 0, "end_offset": 2}],
            "relations": [],
            "Comments": [],
        },
    ],
)
def test_spellings_of_doccano(tmp_path: Path, row: dict[str, Any]) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(row), encoding="utf-8")
    [record] = doccano.read(tmp_path / "a.jsonl")
    assert (record.id, record.text) == ("1", "王军讲话")
    assert record.spans == (Span(0, 2, "OFFICIAL", "王军"),)


def test_annotations_of_label_studio_win_over_predictions(tmp_path: Path) -> None:
    def result(start: int, end: int, text: str) -> dict[str, Any]:
        value = {"start": start, "end": end, "text": text, "labels": ["OFFICIAL"]}
        return {"type": "labels", "from_name": "label", "to_name": "text", "value": value}

    task = {
        "id": 12,
        "data": {"text": "𠮷王军讲话"},
        "annotations": [
            {"result": [result(0, 1, "𠮷")], "was_cancelled": True},
            {"result": [result(2, 4, "王军"), {"type": "choices", "value": {}}]},
        ],
        "predictions": [{"result": []}],
    }
    (tmp_path / "a.json").write_text(json.dumps([task]), encoding="utf-8")
    [record] = label_studio.read(tmp_path / "a.json")
    assert (record.id, record.spans) == ("12", (Span(1, 3, "OFFICIAL", "王军"),))


def test_labelling_configuration_names_all_labels() -> None:
    from xml.etree import ElementTree

    view = ElementTree.fromstring(label_studio.labelling_config())
    labels = [label.get("value") for label in view.iter("Label")]
    assert labels == ["OFFICIAL", "PERSON", "TITLE", "ORG", "GPE", "MONEY", "PROJECT", "OPT"]


def test_brat_parts_spans_at_line_ends(tmp_path: Path) -> None:
    record = Record(Article("a/b", "王\n军讲话"), (Span(0, 3, "OFFICIAL", "王\n军", "x"),))
    write([record], tmp_path / "out", format="brat")
    assert (tmp_path / "out" / "a%2Fb.ann").read_text(encoding="utf-8").splitlines() == [
        "T1\tOFFICIAL 0 1;2 3\t王 军",
        '#1\tAnnotatorNotes T1\t{"rule": "x"}',
    ]
    assert list(brat.read(tmp_path / "out")) == [record]


def test_conll_of_others(tmp_path: Path) -> None:
    (tmp_path / "a.bio").write_text("王 B-OFFICIAL\n军 I-OFFICIAL\n\n说 O\n", encoding="utf-8")
    [record] = conll.read(tmp_path / "a.bio")
    assert (record.text, record.spans) == ("王军\n说", (Span(0, 2, "OFFICIAL", "王军"),))


@pytest.mark.parametrize(
    ("module", "name", "content", "line"),
    [
        (jsonl, "a", '{"id": "1", "text": "一"}\n{"id": "2"}\n', 2),
        (jsonl, "a", '{"id": "1", "text": "一"', 1),
        (jsonl, "a", "[1]\n", 1),
        (jsonl, "a", '{"id": "1", "text": "一", "schema": 9}\n', 1),
        (jsonl, "a", '{"id": "1", "text": "\\ud800"}\n', 1),
        (
            jsonl,
            "a",
            '{"id": "1", "text": "一", "spans": [{"start": 0, "end": 1, "label": "GPE", '
            '"text": "二"}]}',
            1,
        ),
        (doccano, "a", '{"text": "一", "label": [[0, 2, "GPE"]]}\n', 1),
        (doccano, "a", '\n{"text": "一二", "label": [[0, 2, "GPE"], [1, 2, "ORG"]]}\n', 2),
        (doccano, "a", '{"text": "一", "spans": [[0, 1, "GPE"]]}\n', 1),
        (conll, "a", "一\tB-GPE\n二\tI-ORG\n", 2),
        (conll, "a", "一二\n", 1),
        (conll, "a", "一\tX\n", 1),
        (label_studio, "a", "{}", None),
        (label_studio, "a", '[{"data": {}}]', None),
        (
            label_studio,
            "a",
            '[{"data": {"text": "一"}, "predictions": [{"result": [{"type": "labels", "value": '
            '{"start": 0, "end": 1, "text": "二", "labels": ["GPE"]}}]}]}]',
            None,
        ),
        (docbin, "a", "no DocBin", None),
        (parquet_table, "a", "no Parquet", None),
    ],
)
def test_what_cannot_be_read_is_told(
    tmp_path: Path, module: Any, name: str, content: str, line: int | None
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(ReadError) as caught:
        list(module.read(tmp_path / name))
    assert caught.value.path == str(tmp_path / name)
    assert caught.value.line == line


@pytest.mark.parametrize("module", [jsonl, doccano, conll, label_studio, docbin, brat])
def test_a_missing_file_is_told(tmp_path: Path, module: Any) -> None:
    with pytest.raises(ReadError):
        list(module.read(tmp_path / "missing"))


@pytest.mark.parametrize(
    "annotation", ["T1\tGPE 0 1\t二\n", "T1 GPE 0 1\n", "T1\tGPE 0 2\t一二\nT2\tORG 1 2\t二\n"]
)
def test_spoiled_annotations_of_brat(tmp_path: Path, annotation: str) -> None:
    (tmp_path / "1.txt").write_text("一二", encoding="utf-8")
    (tmp_path / "1.ann").write_text(annotation, encoding="utf-8")
    with pytest.raises(ReadError):
        list(brat.read(tmp_path))


def test_brat_shortens_ids_that_are_too_long_for_a_file_name(tmp_path: Path) -> None:
    records = [Record(Article("长" * 99 + end, "一")) for end in ("甲", "乙")]
    write(records, tmp_path / "out", format="brat")
    assert all(len(path.name.encode()) <= 255 for path in (tmp_path / "out").iterdir())
    read = sorted(brat.read(tmp_path / "out"), key=lambda record: record.id)
    assert read == sorted(records, key=lambda record: record.id)


def test_brat_keeps_ids_inside_its_folder(tmp_path: Path) -> None:
    write([Record(Article("../../etc/x", "一"))], tmp_path / "out", format="brat")
    assert not (tmp_path.parent / "etc").exists()
    assert [record.id for record in brat.read(tmp_path / "out")] == ["../../etc/x"]


def test_parquet_says_its_schema(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    write([], tmp_path / "a.parquet")
    table = parquet.read_table(tmp_path / "a.parquet")
    assert table.num_rows == 0
    assert table.schema.metadata[parquet_table.METADATA] == b"2"
    assert table.schema.equals(parquet_table.schema())
    parquet.write_table(pa.table({"id": ["1"]}), tmp_path / "b.parquet")
    with pytest.raises(ReadError, match="schema of its own"):
        list(parquet_table.read(tmp_path / "b.parquet"))


def test_a_docbin_that_unpacks_to_too_much(tmp_path: Path) -> None:
    write([Record(Article("1", "高邮" * 500))], tmp_path / "a.spacy")
    assert len(list(docbin.read(tmp_path / "a.spacy"))) == 1
    with pytest.raises(ReadError, match="unpacks to more than 1000 bytes"):
        list(docbin.read(tmp_path / "a.spacy", max_bytes=1000))

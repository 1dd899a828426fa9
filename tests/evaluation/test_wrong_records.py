"""Scores cannot be fooled: records that are wrong are errors that name the article."""

import json
from pathlib import Path
from typing import Any

import pytest

from gaoyou_nlp.errors import GaoyouError
from gaoyou_nlp.evaluation import agreement, read_gold, score
from gaoyou_nlp.records import Article, Record, Span

GOOD = Record(Article("1", "甲县乙县"), (Span(0, 2, "GPE", "甲县"), Span(2, 4, "GPE", "乙县")))


def with_spans(*spans: Span) -> Record:
    """The article with other spans."""
    return Record(GOOD.article, spans)


WRONG = {
    "leaves the text": [with_spans(Span(0, 99, "GPE", "甲县"))],
    r"\(-2, 2\) leaves": [with_spans(Span(-2, 2, "GPE", "甲县"))],
    "leaves": [with_spans(Span(2, 2, "GPE", ""))],
    "is not what stands there": [with_spans(Span(0, 2, "GPE", "乙县"))],
    r"the span '甲县' \(0, 2\) comes twice": [with_spans(*[Span(0, 2, "GPE", "甲县")] * 2)],
    "the article '1' comes twice": [GOOD, GOOD],
}


@pytest.mark.parametrize(("says", "records"), WRONG.items(), ids=WRONG)
def test_wrong_records_are_errors(says: str, records: list[Record]) -> None:
    for compare in (score, agreement):
        with pytest.raises(GaoyouError, match=says):
            compare(records, [GOOD])
        with pytest.raises(GaoyouError, match=says):
            compare([GOOD], records)


ROWS: dict[str, dict[str, Any]] = {
    "unknown label 'PER'": {"spans": [{"start": 0, "end": 1, "label": "PER", "text": "甲"}]},
    "the field 'start' of a Span cannot be '0'": {
        "spans": [{"start": "0", "end": 1, "label": "GPE", "text": "甲"}]
    },
    "no number that a sum": {
        "spans": [{"start": 0, "end": 1, "label": "MONEY", "text": "甲", "value": "1e999999"}]
    },
    "InvalidOperation": {
        "spans": [{"start": 0, "end": 1, "label": "MONEY", "text": "甲", "value": "x"}]
    },
    "'start'": {"spans": [{"end": 1, "label": "GPE", "text": "甲"}]},
}


@pytest.mark.parametrize(("says", "row"), ROWS.items(), ids=ROWS)
def test_wrong_rows_name_their_line(tmp_path: Path, says: str, row: dict[str, Any]) -> None:
    place = tmp_path / "gold.jsonl"
    place.write_text('{"id": "0", "text": "x"}\n' + json.dumps({"id": "1", "text": "甲", **row}))
    with pytest.raises(GaoyouError, match=says) as caught:
        read_gold(place)
    assert (caught.value.path, caught.value.line) == (str(place), 2)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b'{"id": "1", "text": "\xff"}', "is not UTF-8"),
        (b"[" * 100_000, "nested too deep"),
        (b"5", "no JSON object"),
        (b'{"id": "1", "text": "\\ud800"}', "half of a surrogate pair"),
    ],
    ids=["encoding", "deep", "number", "surrogate"],
)
def test_files_that_are_no_annotations(tmp_path: Path, data: bytes, says: str) -> None:
    (tmp_path / "gold.jsonl").write_bytes(data)
    with pytest.raises(GaoyouError, match=says):
        read_gold(tmp_path / "gold.jsonl")


def test_a_packed_file_is_read(tmp_path: Path) -> None:
    import gzip

    row = json.dumps(GOOD.to_dict()).encode()
    (tmp_path / "gold.jsonl.gz").write_bytes(gzip.compress(row))
    assert read_gold(tmp_path / "gold.jsonl.gz") == [GOOD]


@pytest.mark.parametrize(
    ("split", "says"), [("nope", "unknown split 'nope'"), ("dev", "no article of the split dev")]
)
def test_a_split_must_hold_articles(tmp_path: Path, split: str, says: str) -> None:
    header = (
        "id: a\nkind: x\nprovince: x\nplace: x\ndate: 2020-01-01\nsplit: train\norigin: written"
    )
    (tmp_path / "a.txt").write_text(f"{header}\n---\n甲县\n", "utf-8")
    assert len(read_gold(tmp_path, split="train")) == 1
    with pytest.raises(GaoyouError, match=says):
        read_gold(tmp_path, split=split)
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOOD.to_dict()), "utf-8")
    with pytest.raises(GaoyouError, match="belong to no split"):
        read_gold(tmp_path / "gold.jsonl", split="train")

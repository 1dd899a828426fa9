"""Each row of the lists of field names and of watermark words, by its example."""

from __future__ import annotations

from importlib.resources import files

import pytest

from gaoyou_nlp.reading.documents.pdf_watermarks import _words
from gaoyou_nlp.reading.form_tables import form_of, is_head
from gaoyou_nlp.records.table import TableCell


def _rows(package: str, name: str) -> list[tuple[str, str, str]]:
    text = (files(package) / name).read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, kind, example) for word, kind, example in rows]


NAMES = _rows("gaoyou_nlp.reading", "field_names.tsv")
MARKS = _rows("gaoyou_nlp.reading.documents", "watermark_words.tsv")


@pytest.mark.parametrize(("ending", "kind", "example"), NAMES, ids=[row[2] for row in NAMES])
def test_names_of_fields(ending: str, kind: str, example: str) -> None:
    assert example.endswith(ending)
    assert is_head(example)
    assert not is_head(f"{example}不明。")
    rows = [["项目名称", "县中学"], ["建设地址", "城北"], ["法人", "甲"], [example, "值"]]
    found = form_of([[TableCell(text) for text in row] for row in rows])
    assert (found is not None) == (kind == "field" and example != "项目名称")


@pytest.mark.parametrize(("word", "kind", "example"), MARKS, ids=[row[2] for row in MARKS])
def test_words_of_watermarks(word: str, kind: str, example: str) -> None:
    assert word in example
    assert word in _words()
    assert kind in ("a draft", "who may read it")


def test_no_ending_stands_twice() -> None:
    assert len({row[0] for row in NAMES}) == len(NAMES)
    assert len(set(_words())) == len(_words())

"""A long record is written in pieces, with the bytes that it would have at once."""

import io
import json
import tracemalloc
from collections.abc import Callable

import pytest

import gaoyou_nlp
from gaoyou_nlp.formats import jsonl
from gaoyou_nlp.records import Article, Record

PARAGRAPH = (
    "市水务局局长王一军说，城北水厂项目总投资5亿元，今年力争供水增长6%，比上年多3个百分点。\n"
)


@pytest.fixture(scope="module")
def long_record() -> Record:
    text = PARAGRAPH * (150_000 // len(PARAGRAPH))
    article = Article("long", text, title='"题"\\', date="2024-05-06")
    [record] = gaoyou_nlp.annotate([article], gaoyou_nlp.load("rules"))
    return record


def test_the_bytes_are_those_of_the_whole_record(long_record: Record) -> None:
    stream = io.BytesIO()
    jsonl.dump([long_record], stream)
    assert stream.getvalue() == jsonl.line(long_record)
    row = json.loads(stream.getvalue())
    assert [len(row[name]) > 1000 for name in ("spans", "amounts", "figures")] == [True] * 3


@pytest.mark.parametrize("text", ["高" * 200_000, '"\\\n\u2028𠮷' * 40_001])
def test_a_text_without_entities(text: str) -> None:
    record, stream = Record(Article("a", text)), io.BytesIO()
    jsonl.dump([record], stream)
    assert stream.getvalue() == jsonl.line(record)


def test_writing_needs_a_fraction_of_the_memory(long_record: Record) -> None:
    class Nowhere(io.RawIOBase):
        def write(self, data: object) -> int:
            return len(data)  # type: ignore[arg-type]

    at_once = peak_of(lambda: jsonl.line(long_record))
    in_pieces = peak_of(lambda: jsonl.dump([long_record], Nowhere()))  # type: ignore[arg-type]
    assert in_pieces < at_once / 4


def peak_of(work: Callable[[], object]) -> int:
    """Bytes that some work needs at its highest."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

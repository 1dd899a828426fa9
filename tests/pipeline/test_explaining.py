"""The pipeline explains what it decides: offsets of the whole text, and no side effects."""

from __future__ import annotations

import pytest
import spacy

from gaoyou_nlp import Article, annotate, load
from gaoyou_nlp.pipeline.explaining import explain

TEXT = "江阴市委书记陈一鸣到璜塘镇。\n" * 3
TRADITIONAL = "縣財政局局長孫志強陪同調研，總投資約3億元。"


@pytest.mark.parametrize("piece", [20, 1000], ids=["in pieces", "whole"])
def test_what_stands_is_what_is_found(piece: int) -> None:
    nlp = load("rules")
    [record] = annotate([Article("1", TEXT)], nlp, piece=piece)
    judged = list(explain(TEXT, nlp, piece=piece))
    standing = [(j.span.start, j.span.end) for j in judged if j.verdict == "stands"]
    assert standing == [(span.start, span.end) for span in record.spans]
    assert all(TEXT[j.span.start : j.span.end] == j.span.text for j in judged)


def test_the_text_of_a_candidate_is_that_of_the_source() -> None:
    judged = list(explain(TRADITIONAL, load("rules")))
    assert [j.span.text for j in judged if j.verdict == "stands"] == [
        "縣財政局",
        "局長",
        "孫志強",
        "3億元",
    ]


def test_a_pipeline_without_a_resolver_explains_nothing() -> None:
    assert list(explain(TEXT, spacy.blank("zh"))) == []

"""The lists behind places, organisations and projects: well formed, sorted, without doubles."""

import pytest

from gaoyou_nlp.language.dictionary import segment
from gaoyou_nlp.language.tables import table
from gaoyou_nlp.rules.segmentation import Segmentation


def test_divisions_have_known_kinds_and_flags() -> None:
    rows = table("language/divisions.tsv")
    kinds = {"province", "prefecture", "county", "former", "country", "city"}
    assert {row[1] for row in rows} == kinds
    assert {row[3] for row in rows} == {"", "free", "context", "never"}
    assert all(bool(row[2]) == bool(row[3]) for row in rows)


def test_project_heads_have_known_kinds() -> None:
    assert {row[1] for row in table("projects/project_heads.tsv")} == {"s", "b", "r"}


@pytest.mark.parametrize("text", ["", "高", "长治久安", "𠮷林abc123，。\n", "推进平和县建设"])
def test_a_cut_covers_the_text(text: str) -> None:
    edges = segment(text)
    assert edges[0] == 0
    assert edges[-1] == len(text)
    assert list(edges) == sorted(set(edges))


def test_names_begin_behind_words_that_end_them() -> None:
    text = "会上由桂阳恒岳公司承建"
    assert text[Segmentation(text).name_start(7) : 7] == "桂阳恒岳"

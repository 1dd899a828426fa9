"""The lists behind places, organisations and projects: well formed, sorted, without doubles."""

import pytest

from gaoyou_nlp.components.edges import Words
from gaoyou_nlp.lexicon.segmenter import cut
from gaoyou_nlp.lexicon.tables import table

LISTS = {
    "divisions.tsv": 4,
    "towns.tsv": 2,
    "place_generic.txt": 1,
    "compounds.txt": 1,
    "edge_words.txt": 1,
    "department_fields.txt": 1,
    "national_bodies.txt": 1,
    "trades.tsv": 2,
    "company_endings.tsv": 3,
    "body_endings.tsv": 2,
    "bare_bodies.txt": 1,
    "body_words.txt": 1,
    "ending_homographs.txt": 1,
    "zone_endings.tsv": 2,
    "zone_generic.txt": 1,
    "company_words.txt": 1,
    "verbal_names.txt": 1,
    "unit_endings.txt": 1,
    "company_generic.txt": 1,
    "project_heads.tsv": 2,
    "project_generic.txt": 1,
    "project_cues.tsv": 2,
}


@pytest.mark.parametrize(("name", "columns"), LISTS.items())
def test_lists_are_sorted_without_doubles(name: str, columns: int) -> None:
    rows = table(name)
    firsts = [row[0] for row in rows]
    assert {len(row) for row in rows} == {columns}
    assert firsts == sorted(set(firsts))
    assert all(cell == cell.strip() for row in rows for cell in row)


def test_divisions_have_known_kinds_and_flags() -> None:
    rows = table("divisions.tsv")
    kinds = {"province", "prefecture", "county", "former", "country", "city"}
    assert {row[1] for row in rows} == kinds
    assert {row[3] for row in rows} == {"", "free", "context", "never"}
    assert all(bool(row[2]) == bool(row[3]) for row in rows)


def test_project_heads_have_known_kinds() -> None:
    assert {row[1] for row in table("project_heads.tsv")} == {"s", "b", "r"}


@pytest.mark.parametrize("text", ["", "高", "长治久安", "𠮷林abc123，。\n", "推进平和县建设"])
def test_a_cut_covers_the_text(text: str) -> None:
    edges = cut(text)
    assert edges[0] == 0
    assert edges[-1] == len(text)
    assert list(edges) == sorted(set(edges))


def test_names_begin_behind_words_that_end_them() -> None:
    text = "会上由桂阳恒岳公司承建"
    assert text[Words(text).name_start(7) : 7] == "桂阳恒岳"

"""Every question is answered as its page says, and only from files that hold the tables."""

from datetime import date
from pathlib import Path

import pytest

from gaoyou_nlp.errors import GaoyouError, ReadError
from gaoyou_nlp.tables.asking import ask, lacks_links, questions
from gaoyou_nlp.tables.page import questions_page

pytest.importorskip("duckdb")

PAGE = Path(__file__).parents[2] / "docs" / "questions.md"


def test_the_page_shows_the_answers(written_file: Path) -> None:
    made = "run python training/make_pages.py, and look at what has changed"
    assert PAGE.read_text("utf-8") == questions_page(written_file), made


@pytest.mark.parametrize("name", questions())
def test_every_question_has_an_answer_in_the_written_articles(
    name: str, written_file: Path
) -> None:
    answer = ask(written_file, name)
    assert answer.rows
    assert questions()[name].text.endswith(("?", ")"))


@pytest.mark.parametrize("name", questions())
def test_no_articles_give_no_rows(name: str, tmp_path: Path) -> None:
    from gaoyou_nlp.formats import write

    write([], tmp_path / "none.duckdb")
    assert ask(tmp_path / "none.duckdb", name).rows == ()


def test_rows_about_a_word(written_file: Path) -> None:
    answer = ask(written_file, "timeline", ["叶大川", "交通"])
    place = answer.columns.index("org")
    assert [row[place] for row in answer.rows] == ["云河县交通运输局"]


def test_a_sentence_that_names_somebody_else_makes_no_row_about_him(tmp_path: Path) -> None:
    from gaoyou_nlp import Article, annotate, load
    from gaoyou_nlp.formats import write

    text = "免去贺知远的县水利局局长职务，任命滕若水为县水利局局长。"
    write(annotate([Article("1", text)], load("rules")), tmp_path / "posts.duckdb")
    rows = ask(tmp_path / "posts.duckdb", "timeline", ["贺知远"]).rows
    assert [(row[0], row[5]) for row in rows] == [("贺知远", "removed")]


def test_a_target_is_not_of_the_body_that_its_speaker_has_left(tmp_path: Path) -> None:
    from gaoyou_nlp import Article, annotate, load
    from gaoyou_nlp.formats import write

    text = "镇党委书记贺知远表示，2026年全镇计划新签约项目不少于6个。\n此前，贺知远任县水利局局长。"
    write(annotate([Article("1", text)], load("rules")), tmp_path / "left.duckdb")
    due = date(2026, 12, 31)
    assert ask(tmp_path / "left.duckdb", "deadlines").rows == (
        (due, None, "新签约项目", ">=", 6.0, None, "个", "计划", "1"),
    )
    assert ask(tmp_path / "left.duckdb", "promises").rows == ()


def test_one_body_of_many_names_is_listed_once(tmp_path: Path) -> None:
    from gaoyou_nlp import Article, annotate, load
    from gaoyou_nlp.linking import link
    from gaoyou_nlp.tables import write_tables

    texts = ("云河县水利局局长贺知远到场。", "县水利局局长贺知远讲话。")
    records = list(
        annotate([Article(str(at), text) for at, text in enumerate(texts)], load("rules"))
    )
    file = tmp_path / "linked.duckdb"
    write_tables(records, file, linked=link(records, place="云河县"))
    assert ask(file, "directory").rows == (("云河县水利局", "局长", "贺知远", None, None, 2),)


def test_a_question_that_needs_links_says_so(tmp_path: Path, written_file: Path) -> None:
    from gaoyou_nlp.formats import write

    write([], tmp_path / "none.duckdb")
    assert lacks_links(tmp_path / "none.duckdb", "moves")
    assert not lacks_links(tmp_path / "none.duckdb", "promises")
    assert not lacks_links(written_file, "moves")


def test_projects_count_once(written_file: Path) -> None:
    rows = ask(written_file, "projects_by_stage").rows
    assert rows == (("前期", 1, 0, None), ("开工", 2, 2, 14.0), ("在建", 1, 1, 5.0))


def test_an_unknown_question_names_those_that_are_known(written_file: Path) -> None:
    with pytest.raises(GaoyouError, match=r"no question 'weather'\. Ask one of deadlines, "):
        ask(written_file, "weather")


def test_a_file_without_the_tables(tmp_path: Path) -> None:
    (tmp_path / "a.duckdb").write_bytes(b"no database")
    with pytest.raises(ReadError, match="is no DuckDB file with tables of this version"):
        ask(tmp_path / "a.duckdb", "promises")
    (tmp_path / "c.sqlite").write_bytes(b"SQLite format 3\0")
    with pytest.raises(ReadError, match=r"c\.sqlite: is a SQLite file\. Questions are put to "):
        ask(tmp_path / "c.sqlite", "promises")
    with pytest.raises(ReadError, match=r"is no file\. Make it with"):
        ask(tmp_path / "b.duckdb", "promises")

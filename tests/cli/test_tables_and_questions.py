"""``gaoyou tables``, ``gaoyou ask``, and tables straight from ``gaoyou annotate``."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from gaoyou_nlp.cli import _app
from gaoyou_nlp.cli.ask import table_of
from gaoyou_nlp.formats import write
from gaoyou_nlp.tables.asking import Answer, questions
from tests.tables.written import written_records

duckdb = pytest.importorskip("duckdb")
pytest.importorskip("pyarrow")
pytest.importorskip("xlsxwriter")

PAGE = "县水务局局长王军说，今年力争完成投资5亿元。"


@pytest.fixture(scope="module")
def written_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A DuckDB file with the tables of the written articles."""
    place = tmp_path_factory.mktemp("written") / "written.duckdb"
    write(written_records(), place)
    return place


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(_app, [str(argument) for argument in arguments])


def _targets(path: Path) -> list[tuple[object, ...]]:
    connection = duckdb.connect(str(path), read_only=True)
    try:
        found: list[tuple[object, ...]] = connection.execute(
            "SELECT article_id, speaker, body, year, low, source_path, source_start FROM targets"
        ).fetchall()
        return found
    finally:
        connection.close()


def test_annotate_into_tables_and_tables_of_a_run(tmp_path: Path) -> None:
    row = {"id": "a", "text": PAGE, "date": "2022-02-03"}
    source = tmp_path / "in.jsonl"
    source.write_text(json.dumps(row) + "\n", "utf-8")
    for name in ("x.duckdb", "x.xlsx", "run", "x.jsonl"):
        result = _run("annotate", source, "-o", tmp_path / name, "--model", "rules")
        assert result.exit_code == 0, result.output
    wanted = [("a", "王军", "县水务局", 2022, 5e8, str(source), 16)]
    assert _targets(tmp_path / "x.duckdb") == wanted
    for name in ("run", "x.jsonl"):
        result = _run("tables", tmp_path / name, "-o", tmp_path / f"{name}.duckdb")
        assert result.exit_code == 0, result.output
        assert _targets(tmp_path / f"{name}.duckdb") == wanted
    _run("tables", tmp_path / "run", "-o", tmp_path / "again.xlsx", "--link")
    assert (tmp_path / "again.xlsx").read_bytes() == (tmp_path / "x.xlsx").read_bytes()


def test_annotate_links_the_articles_of_a_database(tmp_path: Path) -> None:
    texts = {
        "a": "扬州市高邮市水利局局长叶大川到三垛镇调研。",
        "b": "高邮市水利局局长叶大川说，今年力争完成投资5亿元。",
    }
    folder = tmp_path / "news"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
    for name in ("x.duckdb", "x.xlsx", "run"):
        place = folder / name if name == "x.duckdb" else tmp_path / name
        result = _run("annotate", folder, "-o", place, "--model", "rules")
        assert result.exit_code == 0, result.output
    names = {path.name for path in folder.iterdir()}
    assert names == {"a.txt", "b.txt", "x.duckdb", "x.ids.tsv"}
    result = _run("link", tmp_path / "run", "-o", tmp_path / "linked.duckdb")
    assert result.exit_code == 0, result.output
    found = [_linked(path) for path in (folder / "x.duckdb", tmp_path / "linked.duckdb")]
    assert found[0] == found[1]
    assert found[0]["people"] == 1
    assert found[0]["people_of_posts"] == [(2, 1)]
    ids = [path.read_bytes() for path in (folder / "x.ids.tsv", tmp_path / "linked.ids.tsv")]
    assert ids[0] == ids[1] == (tmp_path / "x.ids.tsv").read_bytes()


def test_what_is_no_file_of_ids_is_told_before_anything_is_annotated(tmp_path: Path) -> None:
    (tmp_path / "in.txt").write_text(PAGE, "utf-8")
    (tmp_path / "x.ids.tsv").write_text("my notes\n", "utf-8")
    result = _run("annotate", tmp_path / "in.txt", "-o", tmp_path / "x.xlsx", "--model", "rules")
    assert "is no file of ids" in result.output
    assert {path.name for path in tmp_path.iterdir()} == {"in.txt", "x.ids.tsv"}


def _linked(path: Path) -> dict[str, object]:
    """How many rows the tables of links have, and how many posts and people there are."""
    connection = duckdb.connect(str(path), read_only=True)
    try:
        tables = ("people", "bodies", "places", "linked_projects", "links", "posts")
        rows = {name: connection.execute(f"FROM {name} ORDER BY ALL").fetchall() for name in tables}
        posts = connection.execute("SELECT count(*), count(DISTINCT person_id) FROM posts")
        return {**rows, "people_of_posts": posts.fetchall(), "people": len(rows["people"])}
    finally:
        connection.close()


def test_offsets_of_the_source_reach_the_tables(tmp_path: Path) -> None:
    page = tmp_path / "page.txt"
    page.write_text("　　" + PAGE.replace("力争", "力\n争"), "utf-8")
    _run("annotate", page, "-o", tmp_path / "x.duckdb", "--model", "rules")
    _run("annotate", page, "-o", tmp_path / "x.jsonl", "--model", "rules")
    _run("tables", tmp_path / "x.jsonl", "-o", tmp_path / "y.duckdb")
    assert _targets(tmp_path / "x.duckdb") == _targets(tmp_path / "y.duckdb")
    assert [row[-1] for row in _targets(tmp_path / "x.duckdb")] == [19]


@pytest.mark.parametrize(
    ("run", "reason"),
    [
        ("none.jsonl", "cannot be opened"),
        ("page.csv", "is no file of whole records"),
        (".", "has no manifest.json"),
    ],
)
def test_what_is_no_run(run: str, reason: str, tmp_path: Path) -> None:
    result = _run("tables", tmp_path / run, "-o", tmp_path / "x.sqlite")
    assert result.exit_code == 1
    assert reason in result.output
    assert not (tmp_path / "x.sqlite").exists()


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    write(written_records(), tmp_path / "run.jsonl")
    arguments = ("tables", tmp_path / "run.jsonl", "-o", tmp_path / "out", "-f", "csv")
    assert _run(*arguments).exit_code == 0
    assert "is there already" in _run(*arguments).output
    assert _run(*arguments, "--overwrite").exit_code == 0


def test_ask(written_file: Path) -> None:
    listed = _run("ask", written_file).stdout
    assert [line.split()[0] for line in listed.splitlines()] == list(questions())
    answered = _run("ask", written_file, "timeline", "沈若谷").stdout
    assert "沈若谷" in answered
    assert "叶大川" not in answered
    assert _run("ask", written_file, "timeline", "nobody").stdout == "No row answers this.\n"
    assert "6 more rows" in _run("ask", written_file, "timeline", "--limit", "1").stdout
    assert _run("ask", written_file, "moves", "--sql").stdout.startswith("WITH seen")
    assert _run("ask", written_file, "weather").exit_code == 1


def test_an_answer_steers_no_terminal() -> None:
    answer = Answer(("name", "empty"), (("王\x1b[2J军", None),))
    table = table_of("Who?", answer, 1)
    assert [column.header for column in table.columns] == ["name"]
    assert list(table.columns[0].cells) == ["王\\x1b[2J军"]

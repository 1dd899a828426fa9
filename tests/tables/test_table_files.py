"""Every kind of file holds the same rows, has real types, and appears whole or not at all."""

import csv
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from gaoyou_nlp.errors import GaoyouError, WriteError
from gaoyou_nlp.formats import write
from gaoyou_nlp.records import Article, Record
from gaoyou_nlp.tables import TABLE_FORMATS, TABLES, Column, write_tables
from gaoyou_nlp.tables.rows import ROWS
from gaoyou_nlp.tables.source import Source

Rows = list[tuple[Any, ...]]


def _wanted(records: list[Record], name: str, cell: Callable[[Column, Any], Any]) -> Rows:
    """The rows of a table, each cell that is none of None made what a file gives back."""
    columns = TABLES[name].columns
    return [
        tuple(
            None if value is None else cell(column, value)
            for column, value in zip(columns, row, strict=True)
        )
        for record in records
        for row in (ROWS[name](Source(record)) if name in ROWS else ())
    ]


def _csv_cell(column: Column, value: Any) -> str:
    return str(value).lower() if column.type == "boolean" else str(value)


def _typed(column: Column, value: Any) -> Any:
    kinds: dict[str, Callable[[Any], Any]] = {"number": float, "date": date.fromisoformat}
    return kinds.get(column.type, lambda same: same)(value)


def test_csv(written: list[Record], tmp_path: Path) -> None:
    assert write_tables(written, tmp_path / "out") == len(written)
    for name, table in TABLES.items():
        with open(tmp_path / f"out/{name}.csv", encoding="utf-8-sig", newline="") as stream:
            header, *rows = csv.reader(stream)
        assert header == table.names()
        wanted = _wanted(written, name, _csv_cell)
        assert rows == [["" if cell is None else str(cell) for cell in row] for row in wanted]


def test_parquet(written: list[Record], tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    write_tables(written, tmp_path / "out", format="parquet")
    for name, table in TABLES.items():
        found = parquet.read_table(tmp_path / f"out/{name}.parquet")
        assert found.column_names == table.names()
        assert [tuple(row.values()) for row in found.to_pylist()] == _wanted(written, name, _typed)


def test_duckdb(written: list[Record], tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    write(written, tmp_path / "a.duckdb")
    with closing(duckdb.connect(str(tmp_path / "a.duckdb"), read_only=True)) as connection:
        for name in TABLES:
            rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
            assert rows == _wanted(written, name, _typed)
        said = connection.execute(
            "SELECT comment FROM duckdb_columns() WHERE table_name = 'amounts' "
            "AND column_name = 'low'"
        ).fetchall()
    assert said == [("Lower bound; empty where open [of the currency (元, not 万元)]",)]


def test_sqlite(written: list[Record], tmp_path: Path) -> None:
    write(written, tmp_path / "a.sqlite")
    with closing(sqlite3.connect(tmp_path / "a.sqlite")) as connection:
        for name in TABLES:
            rows = connection.execute(f'SELECT * FROM "{name}"').fetchall()
            plain = _wanted(written, name, lambda c, v: float(v) if c.type == "number" else v)
            assert rows == plain
        years = connection.execute("SELECT DISTINCT year FROM targets ORDER BY year").fetchall()
    assert years == [(2020,), (2022,), (2025,)]


def _sheets(path: Path) -> dict[str, Rows]:
    openpyxl = pytest.importorskip("openpyxl")
    with closing(openpyxl.load_workbook(path)) as book:
        assert all(sheet.freeze_panes == "A2" for sheet in book)
        return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}


def test_a_workbook(written: list[Record], tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    write(written, tmp_path / "a.xlsx")
    sheets = _sheets(tmp_path / "a.xlsx")
    assert list(sheets) == [*TABLES, "columns"]

    def cell(column: Column, value: Any) -> Any:
        typed = _typed(column, value)
        return datetime(typed.year, typed.month, typed.day) if column.type == "date" else typed

    for name, table in TABLES.items():
        header, *rows = sheets[name]
        assert list(header) == table.names()
        assert rows == _wanted(written, name, cell)
    assert sheets["columns"][1][:3] == ("articles", "article_id", "文章编号")


def test_equal_records_give_an_equal_workbook(written: list[Record], tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    for name in ("a.xlsx", "b.xlsx"):
        write(written, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_full_sheet_is_followed_by_another(written: list[Record], tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    from gaoyou_nlp.tables import workbook

    with open(tmp_path / "a.xlsx", "wb") as stream:
        workbook.dump(written, stream, most_rows=4)
    sheets = _sheets(tmp_path / "a.xlsx")
    articles = [name for name in sheets if name.startswith("articles")]
    assert articles == ["articles", "articles_2", "articles_3"]
    assert [len(sheets[name]) for name in articles] == [4, 4, 3]
    assert len({sheets[name][0] for name in articles}) == 1


HOSTILE = Article("12345678901234567890", "=1+1", title="=HYPERLINK(1)", date="1899-12-31")


def test_excel_rounds_no_number_and_runs_no_text(tmp_path: Path) -> None:
    pytest.importorskip("xlsxwriter")
    from gaoyou_nlp.tables.workbook import LONGEST

    long = replace(HOSTILE, id="2", text="字" * (LONGEST + 1))
    write([Record(HOSTILE), Record(long)], tmp_path / "a.xlsx")
    names, first, second = _sheets(tmp_path / "a.xlsx")["articles"]
    assert first[:3] == ("12345678901234567890", "1899-12-31", "=HYPERLINK(1)")
    assert second[names.index("text")] == "字" * (LONGEST - 1) + "…"
    import zipfile

    with zipfile.ZipFile(tmp_path / "a.xlsx") as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")


def test_long_numbers_are_text_in_excel() -> None:
    from gaoyou_nlp.tables.workbook import _is_short

    numbers = ("500000000", "123456789012345", "1234567890123456", "0.5", "-12345678.12345678")
    assert [_is_short(number) for number in numbers] == [True, True, False, True, False]


def test_chinese_headers(tmp_path: Path) -> None:
    write_tables([], tmp_path / "out", names="chinese")
    assert (tmp_path / "out/authors.csv").read_text("utf-8-sig")[:10] == "文章编号,姓名,身份"[:10]
    with pytest.raises(WriteError, match="columns of sqlite have ASCII names"):
        write_tables([], tmp_path / "a.sqlite", names="chinese")


@pytest.mark.parametrize(
    ("name", "format", "reason"),
    [
        ("a.txt", None, "does not say a format of tables"),
        ("a.csv", None, "is a folder with a file a table"),
        ("out", "html", "does not say a format of tables"),
    ],
)
def test_a_name_that_does_not_fit(name: str, format: str | None, reason: str) -> None:
    with pytest.raises(WriteError, match=reason):
        write_tables([], name, format=format)


def _failing(written: list[Record]) -> Iterator[Record]:
    yield written[0]
    raise GaoyouError("the input breaks off.")


@pytest.mark.parametrize("format", TABLE_FORMATS)
def test_a_file_appears_whole_or_not_at_all(
    format: str, written: list[Record], tmp_path: Path
) -> None:
    place = tmp_path / f"a{TABLE_FORMATS[format].suffix or ''}"
    with pytest.raises(GaoyouError, match="breaks off"):
        write_tables(_failing(written), place, format=format)
    assert list(tmp_path.iterdir()) == []
    write_tables([], place, format=format)
    with pytest.raises(WriteError, match="is there already"):
        write_tables(written, place, format=format)
    assert write_tables(written, place, format=format, overwrite=True) == len(written)
    assert list(tmp_path.iterdir()) == [place]

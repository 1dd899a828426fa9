"""Workbooks of three forms: tables with their cells, rows of records."""

import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article, Reject, locate

openpyxl = pytest.importorskip("openpyxl")
pytest.importorskip("xlrd")

ROWS = [
    ["青川县2026年重点项目表"],
    ["单位：万元"],
    ["序号", "项目名称", "建设地点", "总投资", "完成率", "开工日期"],
    [1, "城北水厂扩建工程", "城北街道", 23600, 0.85, date(2026, 3, 1)],
    [2, "大桥镇农贸市场改造项目", "大桥镇", 1850.5, 1, date(2025, 11, 20)],
]


def _xlsx(rows: list[list[object]]) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "项目"
    for row in rows:
        sheet.append(row)
    for cell in [*sheet["E"]][3:]:
        cell.number_format = "0%"
    hidden = book.create_sheet("底稿")
    hidden.append(["县长王假名"])
    hidden.sheet_state = "hidden"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _xls(rows: list[list[object]]) -> bytes:
    xlwt = pytest.importorskip("xlwt")
    book = xlwt.Workbook()
    sheet = book.add_sheet("项目")
    days = xlwt.easyxf(num_format_str="YYYY-MM-DD")
    for at, row in enumerate(rows):
        for column, value in enumerate(row):
            style = (days,) if isinstance(value, date) else ()
            sheet.write(at, column, value, *style)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _articles(data: bytes, folder: Path, name: str, **options: str) -> list[Article]:
    (folder / name).write_bytes(data)
    return list(read(folder / name, **options))  # type: ignore[arg-type]


def _ods(rows: list[list[object]]) -> bytes:
    """As LibreOffice writes it: blanks behind the last cell and row are counted, not written."""
    names = ("office", "text", "table")
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names
    )
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    blank = '<table:table-cell table:number-columns-repeated="16000"/>'
    lines = "".join(
        f"<table:table-row>{''.join(map(cell.format, row))}{blank}</table:table-row>"
        for row in rows
    )
    end = f'<table:table-row table:number-rows-repeated="1048000">{blank}</table:table-row>'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr(
            "content.xml",
            f"<office:document-content {spaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="项目">{lines}{end}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>",
        )
    return stream.getvalue()


@pytest.mark.parametrize(
    ("make", "name", "rate"),
    [(_xlsx, "a.xlsx", "85%"), (_xls, "a.xls", "0.85"), (_ods, "a.ods", "0.85")],
    ids=["openpyxl", "xlwt", "ods"],
)
def test_a_sheet_is_a_table(make: object, name: str, rate: str, tmp_path: Path) -> None:
    (article,) = _articles(make(ROWS), tmp_path, name)  # type: ignore[operator]
    assert article.title == "青川县2026年重点项目表"
    assert article.text.split("\n")[3] == (
        f"1\t城北水厂扩建工程\t城北街道\t23600\t{rate}\t2026-03-01"
    )
    (table,) = article.tables
    assert (table.title, table.unit) == ("青川县2026年重点项目表", "万元")
    assert [cell.text for cell in table.column("总投资")] == ["23600", "1850.5"]
    at = article.text.index("大桥镇农贸")
    assert [where.name for where in locate(article, at, at + 5)] == ["项目!B5"]


def test_rows_of_records(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["编号", "标题", "正文", "发布日期"],
        [7, "水库开工", "3日，县水库开工。", "2026年3月4日"],
        [8, "空", None, None],
    ]
    (tmp_path / "a.xlsx").write_bytes(_xlsx(rows))
    rejects: list[Reject] = []
    options = {"id_column": "编号", "text_column": "正文", "date_column": "发布日期"}
    found = list(read(tmp_path / "a.xlsx", on_reject=rejects.append, **options))  # type: ignore[arg-type]
    assert [(a.id, a.text, a.date) for a in found] == [("7", "3日，县水库开工。", "2026-03-04")]
    assert [where.name for where in locate(found[0], 0, 4)] == ["项目!C2"]
    assert [(reject.line, reject.reason) for reject in rejects] == [(3, "has no '正文'.")]


def test_several_sheets_are_several_articles(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.title = "一季度"
    book.active.append(["项目", "进展"])
    book.active.append(["城北水厂扩建工程", "在建"])
    book.create_sheet("二季度").append(["大桥镇农贸市场改造项目", "竣工"])
    book.create_sheet("空")
    book.save(tmp_path / "a.xlsx")
    found = list(read(tmp_path / "a.xlsx"))
    assert [article.id for article in found] == ["a.xlsx#一季度", "a.xlsx#二季度"]


def test_a_spoiled_workbook_is_set_aside(tmp_path: Path) -> None:
    data = _xlsx(ROWS)
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<no" if name.startswith("xl/worksheets") else old.read(name))
    (tmp_path / "a.xlsx").write_bytes(stream.getvalue())
    (tmp_path / "b.xls").write_bytes(_xls(ROWS)[:700])
    (tmp_path / "c.xlsx").write_bytes(data)
    rejects: list[Reject] = []
    assert [a.id for a in read(tmp_path, on_reject=rejects.append)] == ["c.xlsx"]
    assert len(rejects) == 2


@pytest.mark.parametrize("mark", ["\x0b", "\x0c", "\x1c", "\x85", "\u2028"])
def test_a_break_inside_a_cell_of_a_list_is_no_new_row(mark: str, tmp_path: Path) -> None:
    rows = f"序号,项目名称,总投资（万元）\n1,晨星机床{mark}扩建项目,3000\n2,城北水厂扩建项目,500\n"
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8", newline="")
    (article,) = read(tmp_path / "a.csv")
    assert [[cell.text for cell in row] for row in article.tables[0].rows] == [
        ["1", "晨星机床 扩建项目", "3000"],
        ["2", "城北水厂扩建项目", "500"],
    ]


def test_a_spoiled_old_workbook_says_what_to_do(tmp_path: Path) -> None:
    data = _xls(ROWS)
    reasons = set()
    for at in range(0, len(data), 37):
        (tmp_path / "a.xls").write_bytes(data[:at] + b"\xff\x7f" + data[at + 2 :])
        rejects: list[Reject] = []
        list(read(tmp_path / "a.xls", on_reject=rejects.append))
        reasons.update(reject.reason for reject in rejects)
    assert [reason for reason in reasons if reason.count(". ") == 0] == []
    assert any("Open it in Excel or LibreOffice" in reason for reason in reasons)

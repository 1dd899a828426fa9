"""Tables: what is a header, a unit, a title; and the projects that rows name."""

from decimal import Decimal

import pytest

from gaoyou_nlp.reading.tables import recognise
from gaoyou_nlp.records.table import Table, TableCell
from gaoyou_nlp.relations.tables import projects_of_table, status_in


def _table(text: str, *above: str) -> Table:
    """A table from lines of cells parted by ``|``."""
    rows = [[TableCell(cell.strip()) for cell in line.split("|")] for line in text.split("\n")]
    return recognise(rows, above)


@pytest.mark.parametrize(
    ("text", "above", "headers", "unit", "title", "count"),
    [
        ("序号|项目名称|总投资\n1|县中学迁建项目|850", ("计划表", "单位：万元"),
         ("序号", "项目名称", "总投资"), "万元", "计划表", 1),
        ("重点项目表||\n（单位：亿元）||\n项目|投资|地点\n县中学|0.85|城北", (),
         ("项目", "投资", "地点"), "亿元", "重点项目表", 1),
        ("项目名称|投资（万元）|\n|总投资|本年计划\n县中学|850|300", (),
         ("项目名称", "投资（万元）总投资", "投资（万元）本年计划"), "", "", 1),
        ("1|县中学|850\n2|县医院|960", (), (), "", "", 2),
        ("姓名|职务\n卢向东|县水务局局长\n闻若谷|县教育局副局长", (), ("姓名", "职务"), "", "", 2),
        ("县中学|城北街道建设的学校，占地六十亩。\n县医院|大桥镇", (), (), "", "", 2),
    ],
    ids=["plain", "title-inside", "two-rows", "no-headers", "names", "sentences"],
)  # fmt: skip
def test_headers_units_and_titles(
    text: str, above: tuple[str, ...], headers: tuple[str, ...], unit: str, title: str, count: int
) -> None:
    table = _table(text, *above)
    assert (table.headers, table.unit, table.title, len(table.rows)) == (
        headers,
        unit,
        title,
        count,
    )


def _projects(text: str, *above: str) -> list[tuple[object, ...]]:
    return [
        (
            project.name.text,
            None if project.amount is None else (project.amount.low, project.amount.currency),
            None if project.place is None else project.place.text,
            project.status,
        )
        for project in projects_of_table(_table(text, *above))
    ]


@pytest.mark.parametrize(
    ("text", "above", "projects"),
    [
        ("项目名称|总投资（万元）|建设地点|进度\n城北水厂扩建工程|23,600|城北街道|在建\n"
         "合计|23,600||", (),
         [("城北水厂扩建工程", (Decimal(236000000), "CNY"), "城北街道", "在建")]),
        ("序号|工程名称|投资额|进展情况\n1|大桥镇农贸市场改造项目|1850.5|已竣工", ("单位：万元",),
         [("大桥镇农贸市场改造项目", (Decimal(18505000), "CNY"), None, "竣工")]),
        ("项目|总投资\n县中学迁建项目|8560", (), [("县中学迁建项目", None, None, None)]),
        ("项目|总投资\n县中学迁建项目|约3亿元", (),
         [("县中学迁建项目", (Decimal(300000000), "CNY"), None, None)]),
        ("项目名称|完成投资（万元）|总投资（亿美元）\n云河光伏项目|20|1.2", (),
         [("云河光伏项目", (Decimal(120000000), "USD"), None, None)]),
        ("项目名称|中标金额（含税）\n城北道路工程|560", ("单位：万元",),
         [("城北道路工程", (Decimal(5600000), "CNY"), None, None)]),
        ("项目名称|完成率\n城北道路工程|85%", ("单位：万元",),
         [("城北道路工程", None, None, None)]),
        ("姓名|职务\n卢向东|局长", (), []),
        ("项目名称|总投资（万元）\n城北道路工程|-\n大桥工程|/", (),
         [("城北道路工程", None, None, None), ("大桥工程", None, None, None)]),
    ],
    ids=["unit-in-header", "unit-above", "no-unit", "own-unit", "part-and-total", "tax", "rate",
         "no-projects", "blanks"],
)  # fmt: skip
def test_rows_to_projects(
    text: str, above: tuple[str, ...], projects: list[tuple[object, ...]]
) -> None:
    assert _projects(text, *above) == projects


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("3月开工", "开工"),
        ("主体施工", "在建"),
        ("已签约", "签约"),
        ("前期", "前期"),
        ("投产", "投产"),
        ("未开工", None),
        ("拟于6月开工", None),
        ("计划2027年竣工", None),
        ("正常", None),
    ],
)
def test_status_of_a_cell(text: str, status: str | None) -> None:
    assert status_in(text) == status


def test_rows_that_all_name_columns_take_time_in_proportion_to_them() -> None:
    import time

    from gaoyou_nlp.reading.tables import parts_of

    begin = time.process_time()
    assert list(parts_of([("项目", "进度")] * 20_000)) == [(0, 20_000)]
    assert time.process_time() - begin < 5

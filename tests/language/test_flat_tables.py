"""Tables of projects that became lines: which lines are rows, and what each cell says."""

import pytest

from gaoyou_nlp import Article, annotate, load
from gaoyou_nlp.language.flat_tables import find_rows

TABLES = {
    "tabs": (
        "序号\t项目名称\t总投资（万元）\n1\t云岭中学迁建\t800\n2\t沙坪水厂扩建\t5600",
        [("云岭中学迁建", "800", None), ("沙坪水厂扩建", "5600", None)],
    ),
    "bars": (
        "项目名称 | 地点 | 投资额（亿元） | 进展\n恒岳纸业二期 | 高台镇 | 3.5 | 在建",
        [("恒岳纸业二期", "3.5", "在建")],
    ),
    "wide blanks": (
        "序号  项目名称  形象进度\n1  云岭大道北延  路基施工",
        [("云岭大道北延", None, "路基施工")],
    ),
    "empty cells": (
        "项目名称\t总投资\t进度\n云岭大道北延\t\t前期",
        [("云岭大道北延", None, "前期")],
    ),
    "sums are no rows": (
        "项目名称\t总投资\n云岭大道北延\t3亿元\n合计\t3亿元",
        [("云岭大道北延", "3亿元", None)],
    ),
    "money of a year is no total": (
        "项目名称\t年度计划投资\n云岭大道北延\t3亿元",
        [("云岭大道北延", None, None)],
    ),
    "a line ends the table": ("项目名称\t总投资\n云岭大道要加快建设。\n沙坪水厂\t5亿元", []),
    "fewer cells are no row": ("序号\t项目名称\t总投资\n1\t云岭大道北延", []),
    "no column of projects": ("姓名\t职务\n李河\t局长", []),
    "prose": ("项目名称：云岭大道北延，总投资3亿元。\n建设地点：沙坪镇。", []),
    "one blank": (
        "序号 项目名称 总投资（万元） 进度\n1 云岭中学迁建 800 在建\n2 沙坪水厂扩建 560 已开工",
        [("云岭中学迁建", "800", "在建"), ("沙坪水厂扩建", "560", "已开工")],
    ),
    "one wide blank": (
        "序号　项目名称　总投资　进度\n1　云岭中学迁建　800万元　在建",
        [("云岭中学迁建", "800万元", "在建")],
    ),
    "one blank and a sum": (
        "序号 项目名称 总投资 进度\n1 云岭中学迁建 800 在建\n合计 1 800 -",
        [("云岭中学迁建", "800", "在建")],
    ),
    "one blank and prose behind": (
        "序号 项目名称 总投资 进度\n1 云岭中学迁建 800 在建\n加快建设。\n2 沙坪水厂 900 在建",
        [("云岭中学迁建", "800", "在建")],
    ),
    "one blank, two cells": ("项目名称 总投资\n云岭中学迁建 800", []),
    "one blank, nothing told": ("序号 项目名称 地点\n1 云岭中学迁建 沙坪", []),
    "one blank in prose": ("项目 总投资 进度 都要公开\n云岭中学 去年 已经 开学", []),
    "one blank, another number of cells": (
        "序号 项目名称 总投资 进度\n1 云岭中学迁建 二期 800 在建",
        [],
    ),
    "nothing": ("", []),
    "header alone": ("项目名称\t总投资", []),
}


@pytest.mark.parametrize(("text", "rows"), TABLES.values(), ids=TABLES)
def test_rows(text: str, rows: list[tuple[str, str | None, str | None]]) -> None:
    found = [
        tuple(None if cell is None else text[slice(*cell)] for cell in row[2:])
        for row in find_rows(text)
    ]
    assert found == rows


RECORDS = {
    "each row its own amount and status": (
        "项目名称 | 总投资（亿元） | 进展\n"
        "云岭中学迁建 | 1.2 | 已竣工\n恒岳纸业二期 | 3.5 | 尚未开工",
        [("云岭中学迁建", "竣工", "1.2"), ("恒岳纸业二期", "前期", "3.5")],
    ),
    "a cell without a stage takes nothing of the next row": (
        "项目名称\t总投资（万元）\t进度\n云岭大道北延\t9000\t正常\n沙坪水厂扩建\t5600\t主体施工",
        [("云岭大道北延", None, "9000"), ("沙坪水厂扩建", "在建", "5600")],
    ),
    "one blank parts the cells": (
        "序号 项目名称 总投资（万元） 进度\n1 云岭大道北延 9000 在建\n2 沙坪水厂扩建 5600 已竣工",
        [("云岭大道北延", "在建", "9000"), ("沙坪水厂扩建", "竣工", "5600")],
    ),
    "no status without its column": (
        "全县集中开工3个项目。\n序号\t项目名称\t总投资（万元）\n1\t云岭大道北延工程\t23,400",
        [("云岭大道北延工程", None, "23,400")],
    ),
}


@pytest.mark.parametrize(("text", "projects"), RECORDS.values(), ids=RECORDS)
def test_rows_become_records(text: str, projects: list[tuple[str, str | None, str | None]]) -> None:
    (record,) = annotate([Article("a", text)], load("rules"))
    assert [
        (p.name, p.status, None if p.amount is None else record.amounts[p.amount][1].text)
        for p in record.projects
    ] == projects

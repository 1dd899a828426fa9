"""Workbooks and CSV files with the habits of offices: merged titles, sums on top, numbers as text."""

# ruff: noqa: E501

from __future__ import annotations

import io
from datetime import date, datetime
from typing import Any

from tests.documents.bureau.expected import Reading
from tests.documents.towns import texts as t
from tests.documents.towns.case import Case


def _saved(book: Any) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def merged() -> bytes:
    """A merged title, day and unit in one cell, a header of two rows, groups, the sum on top."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["砚池县在建项目进展情况表"],
        ["（截至2026年2月底）　　　　　单位：万元"],
        ["序号", "项目名称", "投资情况", None, "形象进度", "备注"],
        [None, None, "总投资", "累计完成投资", None, None],
        ["总计", None, 8485, 4120, None, None],
        ["一", "环保类", 4860, 3100],
        [1, "柏桥镇污水处理厂二期工程", 4860, 3100, "已通水", None],
        ["二", "民生类", 3625, 1020],
        [1, "鹭洲街道老年活动中心", 1350, 1020, "内部装修", "续建"],
        [2, "望苏乡通村公路提升工程", 2275, 0, "未开工", None],
    ):
        sheet.append(row)
    for place in ("A1:F1", "A2:F2", "A3:A4", "B3:B4", "C3:D3", "E3:E4", "F3:F4", "A5:B5"):
        sheet.merge_cells(place)
    return _saved(book)


def several() -> bytes:
    """A sheet of words, a sheet of projects, a very hidden one, hidden columns in the middle."""
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "填报说明"
    book.active["B2"] = "一、本表由各责任单位于每月5日前报送。"
    book.active["B3"] = "二、总投资以批复概算为准。"
    sheet = book.create_sheet("项目")
    sheet.append([*t.HEADER[:2], "项目代码", *t.HEADER[2:]])
    for row in t.ROWS:
        sheet.append([int(row[0]), row[1], f"2603-{row[0]}", row[2], float(row[3]), row[4]])
    sheet.column_dimensions["C"].hidden = True
    secret = book.create_sheet("底数")
    secret.append(["项目名称", "总投资（万元）"])
    secret.append(["不公开的项目", 1])
    secret.sheet_state = "veryHidden"
    return _saved(book)


def written_numbers() -> bytes:
    """Amounts as people type them, dates as text, as days and as bare numbers."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["项目名称", "总投资（万元）", "开工时间"])
    sheet.append(["柏桥镇污水处理厂二期工程", "４８６０", date(2025, 3, 1)])
    sheet.append(["鹭洲街道老年活动中心", "1,350.00", "2025.6"])
    sheet.append(["望苏乡通村公路提升工程", "2.3亿元", datetime(2026, 4, 1, 0, 0)])
    sheet.append(["砚池县体育公园", "约8000", 46113])
    sheet.append(["柏桥镇农贸市场", "待定", None])
    sheet["C2"].number_format = "yyyy年m月"
    return _saved(book)


def side_by_side() -> bytes:
    """Line breaks in cells, rich text, links, text of three cells below the table."""
    import openpyxl
    from openpyxl.cell.rich_text import CellRichText, TextBlock
    from openpyxl.cell.text import InlineFont

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append([t.LIST_TITLE])
    sheet.append(["序\n号", "项目名称", "建设地点", "总投资\n（万元）", "责任\n单位"])
    for row in t.ROWS:
        sheet.append([int(row[0]), row[1], row[2], int(row[3]), row[4]])
    sheet["B3"] = CellRichText("柏桥镇", TextBlock(InlineFont(b=True), "污水处理厂"), "二期工程")
    sheet["B4"] = "鹭洲街道\n老年活动中心"
    sheet["B5"].hyperlink = "https://www.yanchi.example/1.html"
    sheet.append([])
    sheet.append(["填表人：陆听澜", None, None, "2026年3月10日"])
    return _saved(book)


def articles() -> bytes:
    """Articles in rows, the names of the columns in Chinese, days as days."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["编号", "标题", "发布日期", "正文"])
    sheet.append([101, t.TITLE, datetime(2026, 3, 9, 18, 30), "\n".join(t.NEWS)])
    sheet.append([102, t.OTHER_TITLE, "2026年3月11日", "\r\n".join(t.OTHER)])
    return _saved(book)


def old_book() -> bytes:
    """An old workbook: a cell merged over rows, percentages, an error, truth values."""
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("项目")
    share = xlwt.easyxf(num_format_str="0%")
    for at, text in enumerate(("责任单位", "项目名称", "总投资（亿元）", "完成率")):
        sheet.write(0, at, text)
    sheet.write_merge(1, 2, 0, 0, "县交通运输局")
    sheet.write(1, 1, "望苏乡通村公路提升工程")
    sheet.write(1, 2, 0.2275)
    sheet.write(1, 3, 0.4, share)
    sheet.write(2, 1, "柏桥大桥")
    sheet.write(2, 2, 1.5)
    sheet.write(2, 3, xlwt.Formula("1/0"))
    return _saved(book)


def page_as_book() -> bytes:
    """A web page that a system of an office gives out as ``.xls``."""
    rows = "".join(
        "<tr>" + "".join(f"<td x:str>{cell}</td>" for cell in row) + "</tr>" for row in t.ROWS
    )
    head = "".join(f"<td class=xl24>{name}</td>" for name in t.HEADER)
    return (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><style>.xl24{mso-number-format:"\\@"}</style>'
        "<!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets><x:ExcelWorksheet><x:Name>项目</x:Name></x:ExcelWorksheet></x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--></head>"
        f"<body><table><tr><td colspan=5>{t.LIST_TITLE}</td></tr><tr>{head}</tr>{rows}</table></body></html>"
    ).encode("gb18030")


def markup_in_cells() -> bytes:
    """Articles in rows whose texts are pieces of web pages."""
    one = "".join(f'<p style="text-indent:2em">{x}</p>' for x in t.NEWS).replace('"', '""')
    other = "<br/>".join(f"&nbsp;&nbsp;{x}" for x in t.OTHER)
    return f'\ufeffid,title,date,text\r\n7,{t.TITLE},2026-03-09,"{one}"\r\n8,{t.OTHER_TITLE},2026-03-11,"{other}"\r\n'.encode()


def wide_text() -> bytes:
    """A list as Excel saves it as Unicode text."""
    return "\r\n".join("\t".join(row) for row in (t.HEADER, *t.ROWS)).encode("utf-16")


def thousands() -> bytes:
    """A list with its title above, quoted numbers with marks, an empty row, a sum, in GB18030."""
    rows = [
        f"{t.LIST_TITLE},,,,", ",,,,单位：万元", "序号,项目名称,建设地点,总投资,责任单位",
        *(f'{r[0]},{r[1]},{r[2]},"{int(r[3]):,}",{r[4]}' for r in t.ROWS), ",,,,", '合计,,,"8,485",',
    ]  # fmt: skip
    return "\r\n".join(rows).encode("gb18030")


_LIST = Reading("", t.LINES, None, t.PROJECTS)
_TITLED = Reading(t.LIST_TITLE, (t.LIST_TITLE, *t.LINES), None, t.PROJECTS)
_MERGED = Reading(
    "砚池县在建项目进展情况表",
    ("砚池县在建项目进展情况表", "（截至2026年2月底）单位：万元", "序号\t项目名称\t投资情况\t形象进度\t备注", "总投资\t累计完成投资", "总计\t8485\t4120", "一\t环保类\t4860\t3100", "1\t柏桥镇污水处理厂二期工程\t4860\t3100\t已通水", "二\t民生类\t3625\t1020", "1\t鹭洲街道老年活动中心\t1350\t1020\t内部装修\t续建", "2\t望苏乡通村公路提升工程\t2275\t0\t未开工"),
    None, t.PROJECTS,
)  # fmt: skip

CASES = (
    Case("merged.xlsx", merged, (_MERGED,)),
    Case("several.xlsx", several, (
        Reading("", ("一、本表由各责任单位于每月5日前报送。", "二、总投资以批复概算为准。")), _LIST,
    )),
    Case("written-numbers.xlsx", written_numbers, (
        Reading("", ("项目名称\t总投资（万元）\t开工时间", "柏桥镇污水处理厂二期工程\t４８６０\t2025-03-01", "鹭洲街道老年活动中心\t1,350.00\t2025.6", "望苏乡通村公路提升工程\t2.3亿元\t2026-04-01", "砚池县体育公园\t约8000\t46113", "柏桥镇农贸市场\t待定"), None, (
            ("柏桥镇污水处理厂二期工程", 48600000), ("鹭洲街道老年活动中心", 13500000), ("望苏乡通村公路提升工程", 230000000), ("砚池县体育公园", 80000000), ("柏桥镇农贸市场", None),
        )),
    )),
    Case("side-by-side.xlsx", side_by_side, (
        Reading(t.LIST_TITLE, (t.LIST_TITLE, "序号\t项目名称\t建设地点\t总投资 （万元）\t责任 单位", t.LINES[1], t.LINES[2].replace("街道老", "街道 老"), t.LINES[3], "填表人：陆听澜\t2026年3月10日"), None, tuple((name.replace("街道老", "街道 老"), amount) for name, amount in t.PROJECTS)),
    )),
    Case("articles.xlsx", articles, (
        Reading(t.TITLE, t.NEWS, "2026-03-09"), Reading(t.OTHER_TITLE, t.OTHER, "2026-03-11"),
    ), {"text_column": "正文", "id_column": "编号", "date_column": "发布日期"}),
    Case("old.xls", old_book, (
        Reading("", ("责任单位\t项目名称\t总投资（亿元）\t完成率", "县交通运输局\t望苏乡通村公路提升工程\t0.2275\t40%", "柏桥大桥\t1.5"), None, (("望苏乡通村公路提升工程", 22750000), ("柏桥大桥", 150000000))),
    )),
    Case("page-as-book.xls", page_as_book, (_TITLED,)),
    Case("markup-in-cells.csv", markup_in_cells, (
        Reading(t.TITLE, t.NEWS, "2026-03-09"), Reading(t.OTHER_TITLE, t.OTHER, "2026-03-11"),
    )),
    Case("wide-text.txt", wide_text, (_LIST,)),
    Case("thousands.csv", thousands, (
        Reading(t.LIST_TITLE, (t.LIST_TITLE, "单位：万元", "序号\t项目名称\t建设地点\t总投资\t责任单位", *("\t".join((*r[:3], f"{int(r[3]):,}", r[4])) for r in t.ROWS), "合计\t8,485"), None, t.PROJECTS),
    )),
)  # fmt: skip

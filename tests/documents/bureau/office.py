"""Word files and workbooks of invented bureaus, by python-docx, openpyxl and xlwt."""

# ruff: noqa: E501

from __future__ import annotations

import io
from datetime import date
from typing import Any

from tests.documents.bureau import texts as t


def _saved(thing: Any) -> bytes:
    stream = io.BytesIO()
    thing.save(stream)
    return stream.getvalue()


def _word() -> Any:
    import docx
    from docx.oxml.ns import qn
    from docx.shared import Pt

    word = docx.Document()
    style = word.styles["Normal"]
    style.font.name = "Noto Serif CJK SC"
    style.font.size = Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Noto Serif CJK SC")
    return word


def _line(
    word: Any,
    text: str,
    *,
    size: float = 0,
    align: str = "",
    red: bool = False,
    indent: bool = False,
) -> Any:
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
    from docx.shared import Pt, RGBColor

    paragraph = word.add_paragraph()
    run = paragraph.add_run(text)
    if size:
        run.font.size = Pt(size)
    if red:
        run.font.color.rgb = RGBColor(255, 0, 0)
    if align:
        paragraph.alignment = {"center": ALIGN.CENTER, "right": ALIGN.RIGHT}[align]
    if indent:
        paragraph.paragraph_format.first_line_indent = Pt(24)
    return paragraph


def notice(*, furniture: bool = True) -> Any:
    """A notice with a red head, running head and foot, signature, copies."""
    word = _word()
    if furniture:
        section = word.sections[0]
        section.header.paragraphs[0].text = "内部资料 注意保存"
        section.footer.paragraphs[0].text = "— 1 —"
    _line(word, t.HEAD, size=32, align="center", red=True)
    _line(word, t.NUMBER, align="center")
    _line(word, t.TITLE, size=18, align="center")
    _line(word, t.ADDRESSEE)
    for text in t.PARAGRAPHS:
        _line(word, text, indent=True)
    _line(word, t.ATTACHMENT, indent=True)
    _line(word, t.SIGNED, align="right")
    _line(word, t.DATE, align="right")
    _line(word, t.OPEN, indent=True)
    _line(word, t.COPIES)
    _line(word, t.PRINTED)
    return word


def add_table(word: Any) -> None:
    """The list with merged headers, and a sum."""
    table = word.add_table(rows=0, cols=7)
    table.style = "Table Grid"
    for row in (t.UPPER, t.LOWER, *t.ROWS, t.TOTAL):
        cells = table.add_row().cells
        for cell, text in zip(cells, row, strict=True):
            cell.text = text
    cells = [row.cells for row in table.rows]
    cells[0][3].merge(cells[0][4])
    for at in (0, 1, 2, 5, 6):
        cells[0][at].merge(cells[1][at])
    cells[-1][0].merge(cells[-1][2])
    for row in table.rows:  # merging adds empty paragraphs
        for cell in row.cells:
            for paragraph in cell.paragraphs[1:]:
                if not paragraph.text:
                    paragraph._p.getparent().remove(paragraph._p)


def listing() -> Any:
    """The attached list."""
    word = _word()
    _line(word, "附件")
    _line(word, t.LIST_TITLE, size=18, align="center")
    _line(word, t.UNIT, align="right")
    add_table(word)
    return word


def long_list() -> Any:
    """A list over pages, its header repeated on each."""
    from docx.oxml import OxmlElement

    word = _word()
    _line(word, "澜川县各乡镇在库项目清单", size=18, align="center")
    table = word.add_table(rows=0, cols=5)
    table.style = "Table Grid"
    for row in (t.LONG_HEADER, *t.LONG):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    word.add_paragraph("说明：本清单由县发展和改革局汇总，截至2026年2月底。")
    section = word.sections[0]
    section.header.paragraphs[0].text = "澜川县重点项目办公室"
    return word


def changed() -> Any:
    """Tracked changes, comments, a footnote, a list numbered by Word, a link, a field, a control."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    word = _word()
    _line(word, t.NEWS_TITLE, size=18, align="center")
    body = word.element.body
    space = nsdecls("w", "r")
    pieces = (
        f'<w:p {space}><w:r><w:t>3月9日，大桥8号主墩承台开始浇筑，总投资</w:t></w:r><w:del w:id="1" w:author="a" w:date="2026-03-10T00:00:00Z"><w:r><w:delText>2.97</w:delText></w:r></w:del><w:ins w:id="2" w:author="a" w:date="2026-03-10T00:00:00Z"><w:r><w:t>3.27</w:t></w:r></w:ins><w:commentRangeStart w:id="0"/><w:r><w:t>亿元</w:t></w:r><w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>',
        f'<w:p {space}><w:sdt><w:sdtContent><w:r><w:t>县交通运输局局长</w:t></w:r></w:sdtContent></w:sdt><w:hyperlink r:id="rId1"><w:r><w:t>杭叙白</w:t></w:r></w:hyperlink><w:smartTag w:uri="u" w:element="date"><w:r><w:t>3月9日</w:t></w:r></w:smartTag><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>到</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>现场察看。</w:t></w:r></w:p>',
        f'<w:p {space}><w:pPr><w:rPr><w:del w:id="3" w:author="a" w:date="2026-03-10T00:00:00Z"/></w:rPr></w:pPr><w:r><w:t>大桥全长1.86公里，</w:t></w:r></w:p>',
        f"<w:p {space}><w:r><w:t>由湖南砚山路桥建设有限公司承建。</w:t></w:r></w:p>",
        f'<w:moveFrom {space} w:id="5" w:author="a" w:date="2026-03-10T00:00:00Z"><w:p><w:r><w:t>这一段移走了。</w:t></w:r></w:p></w:moveFrom>',
    )
    for piece in pieces:
        body.insert(len(body) - 1, parse_xml(piece))
    for text in ("加快征地拆迁。", "加强安全监管。"):
        word.add_paragraph(text, style="List Number")
    table = word.add_table(rows=2, cols=2)
    for cell, text in zip(
        [c for row in table.rows for c in row.cells],
        ("项目名称", "总投资（亿元）", "石磨滩特大桥", "3.27"),
        strict=True,
    ):
        cell.text = text
    return word


def boxed() -> Any:
    """Text boxes as Word writes them: a drawing, and a picture for old programs."""
    from docx.oxml import parse_xml

    word = _word()
    _line(word, t.NEWS_TITLE, size=18, align="center")
    inner = f"<w:txbxContent><w:p><w:r><w:t>{t.OTHER_TITLE}</w:t></w:r></w:p><w:p><w:r><w:t>{t.OTHER[0]}</w:t></w:r></w:p></w:txbxContent>"
    word.element.body.insert(1, parse_xml(
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml">'
        f"<w:r><w:t>{t.NEWS[0]}</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    ))  # fmt: skip
    word.add_paragraph(t.NEWS[1])
    return word


def workbook(*, computed: bool = True) -> Any:
    """Sheets, merged headers, hidden rows and columns, dates, numbers as text, formulas."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "投资计划"
    sheet.append([t.LIST_TITLE])
    sheet.append(["填报单位：县发展和改革局", "", "", "", "", "", t.UNIT])
    sheet.append(list(t.UPPER))
    sheet.append(list(t.LOWER))
    for number, row in enumerate(t.ROWS):
        cells: list[Any] = list(row)
        cells[0] = number + 1
        cells[3] = int(row[3].replace(",", "")) if number else row[3]  # the first is text
        cells[4] = int(row[4].replace(",", ""))
        sheet.append(cells)
    sheet.append(["6", "已撤销的旧项目", "芦塘乡", 99999, 1, "县财政局", "停建"])
    sheet.row_dimensions[10].hidden = True
    sheet.append(
        [
            "合计",
            None,
            None,
            "=SUM(D5:D9)" if computed else 117800,
            "=SUM(E5:E9)" if computed else 65800,
        ]
    )
    for merged in ("A1:G1", "D3:E3", "A3:A4", "B3:B4", "C3:C4", "F3:F4", "G3:G4", "A11:C11"):
        sheet.merge_cells(merged)
    for row in sheet.iter_rows(min_row=5, min_col=4, max_col=5):
        for cell in row:
            cell.number_format = "#,##0"
    sheet["H3"], sheet["H5"] = "内部测算", 12345
    sheet.column_dimensions["H"].hidden = True
    dates = book.create_sheet("开工时间")
    dates.append(["项目名称", "总投资（亿元）", "开工时间", "完成率"])
    dates.append(["澜川县第三自来水厂", 3.57, date(2026, 4, 20), 0.35])
    dates.append(["白鹿岭农产品冷链仓储中心", "=1.5+1.29", date(2026, 5, 6), 0.125])
    for row in (2, 3):
        dates.cell(row, 3).number_format = 'yyyy"年"m"月"d"日"'
        dates.cell(row, 4).number_format = "0.0%"
    book.create_sheet("空表")
    return book


def old_workbook() -> Any:
    """The list as an old workbook."""
    import xlwt

    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("Sheet1")
    days = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    sheet.write_merge(0, 0, 0, 4, "澜川县水利工程一览表")
    sheet.write(1, 4, "单位：亿元")
    for at, text in enumerate(("序号", "工程名称", "总投资", "开工日期", "责任单位")):
        sheet.write(2, at, text)
    for row, cells in enumerate(
        (
            (1, "青螺水库除险加固工程", 1.26, date(2026, 2, 18)),
            (2, "芦塘灌区续建配套工程", "0.85", date(2025, 11, 3)),
        ),
        3,
    ):
        for at, value in enumerate(cells):
            sheet.write(row, at, value, *((days,) if isinstance(value, date) else ()))
    sheet.write_merge(3, 4, 4, 4, "县水利局")
    sheet.write(5, 1, "已取消的工程")
    sheet.write(5, 2, 7.77)
    sheet.row(5).hidden = True
    return book

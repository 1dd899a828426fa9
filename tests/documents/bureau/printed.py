"""Printed pages of invented bureaus, for Chromium, typst and reportlab."""

# ruff: noqa: E501

from __future__ import annotations

import io
from typing import Any

from tests.documents.bureau import texts as t

_CSS = "body{font:14px/1.7 'Noto Serif CJK SC'}h1{text-align:center;font-size:26px}h2{font-size:22px}p{text-indent:2em;margin:0;text-align:justify}table{border-collapse:collapse}td,th{padding:3px 10px;font-weight:normal;text-align:left}"


def _html(css: str, body: str) -> str:
    return (
        f"<!DOCTYPE html><html lang=zh><meta charset=utf-8><style>{_CSS}{css}</style><body>{body}"
    )


def _rows(rows: Any, tag: str = "td") -> str:
    return "".join("<tr>" + "".join(f"<{tag}>{c}</{tag}>" for c in row) + "</tr>" for row in rows)


def long_list() -> str:
    """A table over pages with a head on each and page numbers."""
    return _html(
        "td,th{border:1px solid #000}@page{size:A4;margin:20mm;@bottom-center{content:'第 ' counter(page) ' 页 共 ' counter(pages) ' 页'}}",
        f"<h1>澜川县各乡镇在库项目清单</h1><table><thead>{_rows([t.LONG_HEADER], 'th')}</thead><tbody>{_rows(t.LONG)}</tbody></table><p>说明：本清单由县发展和改革局汇总，截至2026年2月底。</p>",
    )


def merged_list() -> str:
    """A table with merged cells, borders of cells only."""
    head = "<tr><td rowspan=2>序号<td rowspan=2>项目名称<td rowspan=2>建设地点<td colspan=2>投资计划<td rowspan=2>责任单位<td rowspan=2>进度<tr><td>总投资<td>2026年计划投资"
    total = "<tr><td colspan=3>合计<td>186,200<td>65,800<td><td>"
    return _html(
        "td{border:1px solid #000}@page{size:A4 landscape}",
        f"<h1>{t.LIST_TITLE}</h1><p style='text-align:right'>{t.UNIT}</p><table>{head}{_rows(t.ROWS)}{total}</table>",
    )


def three_lines() -> str:
    """A table with rules above, below and under the head only."""
    rows = [(r[1], r[2], r[3], r[6]) for r in t.ROWS]
    return _html(
        "table{border-top:2px solid #000;border-bottom:2px solid #000;width:100%}th{border-bottom:1px solid #000}",
        f"<h1>{t.LIST_TITLE}</h1><p>{t.PARAGRAPHS[0]}</p><p>{t.UNIT}</p><table><thead>{_rows([('项目名称', '建设地点', '总投资', '进度')], 'th')}</thead>{_rows(rows)}</table><p>{t.PARAGRAPHS[1]}</p>",
    )


def bare_beside() -> str:
    """A table without lines to the right of running text."""
    rows = [(r[1], r[2], r[3]) for r in t.ROWS]
    return _html(
        "@page{size:A3}main{display:flex;gap:26px}section{flex:1}",
        f"<h1>{t.NEWS_TITLE}</h1><main><section>{''.join(f'<p>{x}</p>' for x in t.NEWS * 2)}</section><section><table>{_rows([('项目名称', '建设地点', '总投资（万元）'), *rows])}</table></section></main>",
    )


def two_articles() -> str:
    """Two articles on a page, a narrow gutter with a rule, running head and foot."""
    one = f"<h2>{t.NEWS_TITLE}</h2>" + "".join(f"<p>{x}</p>" for x in t.NEWS) + "<p>记者 温如故</p>"
    two = (
        f"<h2>{t.OTHER_TITLE}</h2>"
        + "".join(f"<p>{x}</p>" for x in t.OTHER)
        + "<p>通讯员 舒小满</p>"
    )
    return _html(
        "@page{size:A3}main{display:flex;gap:9px}article{flex:1;padding:0 4px}article+article{border-left:1px solid #000}header{border-bottom:1px solid #000}",
        f"<header>澜川日报 2026年3月10日 星期二 第2版 要闻</header><main><article>{one}</article><article>{two}</article></main>",
    )


def watermark() -> str:
    """A notice over a level and a turned watermark."""
    return _html(
        "body:before{content:'征求意见稿';position:fixed;top:300px;left:60px;font-size:90px;color:#ddd;z-index:-1}body:after{content:'澜川县发改局';position:fixed;top:600px;left:100px;font-size:60px;color:#ddd;transform:rotate(-40deg)}",
        f"<h1>{t.TITLE}</h1><p>{t.ADDRESSEE}</p>"
        + "".join(f"<p>{x}</p>" for x in t.PARAGRAPHS)
        + f"<p style='text-align:right'>{t.SIGNED}</p><p style='text-align:right'>{t.DATE}</p>",
    )


_TYPST = '#set text(font: "Noto Serif CJK SC", size: 11pt, lang: "zh")\n#set par(justify: true, first-line-indent: (amount: 2em, all: true), spacing: 0.9em, leading: 0.9em)\n'


def typst_notice() -> str:
    """A notice with a red head, footnotes and page numbers, by typst."""
    return (
        _TYPST + '#set page(paper: "a4", numbering: "— 1 —")\n'
        f"#align(center)[#text(size: 30pt, fill: red)[{t.HEAD}]]\n#align(center)[{t.NUMBER}]\n#line(length: 100%, stroke: red)\n#align(center)[#text(size: 17pt)[{t.TITLE}]]\n\n#par(first-line-indent: 0em)[{t.ADDRESSEE}]\n\n"
        + f"{t.PARAGRAPHS[0]}#footnote[县政府第41次常务会议于2026年3月6日召开。]\n\n"
        + "\n\n".join(t.PARAGRAPHS[1:])
        + f"\n\n{t.ATTACHMENT}\n\n#align(right)[{t.SIGNED}]\n#align(right)[{t.DATE}]\n#pagebreak()\n附件\n\n#align(center)[#text(size: 17pt)[{t.LIST_TITLE}]]\n#align(right)[{t.UNIT}]\n"
        + "#set text(size: 9pt)\n#set par(first-line-indent: 0em, justify: false)\n#table(columns: 7, table.header(table.cell(rowspan: 2)[序号], table.cell(rowspan: 2)[项目名称], table.cell(rowspan: 2)[建设地点], table.cell(colspan: 2)[投资计划], table.cell(rowspan: 2)[责任单位], table.cell(rowspan: 2)[进度], [总投资], [2026年计划投资]),"
        + ",".join(f"[{cell}]" for row in t.ROWS for cell in row)
        + ",table.cell(colspan: 3)[合计],[186,200],[65,800],[],[])\n"
    )


def typst_columns() -> str:
    """Three narrow columns with narrow gutters, two articles, by typst."""
    body = "\n\n".join(t.NEWS * 2)
    other = "\n\n".join(t.OTHER * 2)
    return (
        _TYPST + '#set page(paper: "a4", margin: 15mm)\n#set text(size: 9pt)\n'
        f"#align(center)[#text(size: 20pt)[{t.NEWS_TITLE}]]\n#columns(3, gutter: 8pt)[{body}]\n#align(center)[#text(size: 20pt)[{t.OTHER_TITLE}]]\n#columns(2, gutter: 8pt)[{other}]\n"
    )


def typst_list() -> str:
    """A list over pages with its head repeated, no upright lines, by typst."""
    cells = ",".join(f"[{cell}]" for row in t.LONG for cell in row)
    head = ",".join(f"[{cell}]" for cell in t.LONG_HEADER)
    return (
        _TYPST
        + '#set page(paper: "a4", header: [澜川县重点项目办公室], numbering: "1 / 1")\n#set par(first-line-indent: 0em)\n'
        f"#align(center)[#text(size: 17pt)[澜川县各乡镇在库项目清单]]\n#table(columns: 5, stroke: (x: none, y: 0.5pt), table.header({head}),{cells})\n说明：本清单由县发展和改革局汇总，截至2026年2月底。\n"
    )


def _canvas(stream: io.BytesIO, size: tuple[float, float] = (595, 842)) -> Any:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    return Canvas(stream, pagesize=size, invariant=True)


def _broken(text: str, room: int, *, hanging: bool = False) -> list[str]:
    """Lines of so many letters; a digit is half as wide. Marks may hang over the edge."""
    lines = [""]
    width = 0.0
    for char in "　　" + text:
        if width + (0.5 if char.isascii() else 1) > room and not (hanging and char in "，。、”"):
            lines.append("")
            width = 0.0
        lines[-1] += char
        width += 0.5 if char.isascii() else 1
    return lines


def columns(gutter: float, *, woven: bool, blanks: bool = False) -> bytes:
    """Two columns with a gutter of so many points; woven row by row; as one string with blanks."""
    stream = io.BytesIO()
    canvas = _canvas(stream)
    left = [line for text in t.NEWS for line in _broken(text, 22, hanging=gutter > 9)]
    right = [line for text in t.OTHER for line in _broken(text, 22, hanging=gutter > 9)]
    canvas.setFont("STSong-Light", 10)
    if blanks:
        left, right = left * 3, right * 3
    places = [(line, 60.0, 700 - 16 * at) for at, line in enumerate(left)]
    places += [(line, 60.0 + 220 + gutter, 700 - 16 * at) for at, line in enumerate(right)]
    if woven:
        places.sort(key=lambda item: (-item[2], item[1]))
    if blanks:
        for at, (one, other) in enumerate(zip(left, right, strict=False)):
            canvas.drawString(60, 700 - 16 * at, f"{one} {other}")
    else:
        for line, x, y in places:
            canvas.drawString(x, y, line)
    canvas.save()
    return stream.getvalue()


def scanned() -> bytes:
    """A page of text and a page that is a picture."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    stream = io.BytesIO()
    canvas = _canvas(stream)
    canvas.setFont("STSong-Light", 20)
    canvas.drawCentredString(297, 760, t.NEWS_TITLE)
    canvas.setFont("STSong-Light", 10)
    y = 720
    for text in t.NEWS:
        for line in _broken(text, 44):
            canvas.drawString(60, y, line)
            y -= 16
    canvas.showPage()
    canvas.drawImage(ImageReader(Image.new("L", (200, 280), 240)), 0, 0, 595, 842)
    canvas.save()
    return stream.getvalue()

"""A second set, written when the first was mended: what is read at first sight shows how far."""

# ruff: noqa: E501

from __future__ import annotations

import html
import io
import json
from email.message import EmailMessage
from typing import Any

from tests.documents.bureau.carried import archive
from tests.documents.bureau.expected import Reading
from tests.documents.bureau.office import _line, _word
from tests.documents.towns import texts as t
from tests.documents.towns.case import Case

HEAD = "砚池县水利局关于报送防汛工程的函"
BODY = (
    "县发展和改革局：",
    "现将我县2026年防汛工程报送你局，共2项，总投资1.35亿元。",
    "联系人：庄牧野，电话：0000-6600001。",
)
FLOOD = (("望苏渠清淤工程", "0.35"), ("鹭洲堤防加固工程", "1"))
FLOOD_AMOUNTS = (("望苏渠清淤工程", 35000000), ("鹭洲堤防加固工程", 100000000))


def _saved(thing: Any) -> bytes:
    stream = io.BytesIO()
    thing.save(stream)
    return stream.getvalue()


def _filled(word: Any, rows: tuple[tuple[str, ...], ...]) -> None:
    table = word.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def attachments() -> bytes:
    """A letter with two attachments in one file: a list in 亿元, a list in 万元."""
    word = _word()
    _line(word, HEAD, size=18, align="center")
    for text in BODY:
        _line(word, text)
    _line(word, "砚池县水利局", align="right")
    _line(word, "2026年3月16日", align="right")
    _line(word, "附件1")
    _line(word, "防汛工程表（单位：亿元）", align="center")
    _filled(word, (("工程名称", "总投资"), *FLOOD))
    _line(word, "附件2")
    _line(word, "民生实事项目表", align="center")
    _line(word, "单位：万元", align="right")
    _filled(word, (("项目名称", "总投资"), *((row[1], row[3]) for row in t.ROWS)))
    return _saved(word)


def three_heads() -> bytes:
    """A header of three rows, a table that begins in the third column, notes below."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    for row in (
        ["砚池县交通项目投资表"],
        ["项目名称", "投资情况（亿元）", None, None, "开工日期"],
        [None, "总投资", "其中", None, None],
        [None, None, "上级补助", "自筹", None],
        ["望苏乡通村公路提升工程", 0.2275, 0.1, 0.1275, "2026年4月"],
        ["柏桥大桥", 1.5, 1, 0.5, "2026年5月"],
        ["总 计", 1.7275, 1.1, 0.6275, None],
        ["注：总投资以批复为准。"],
    ):
        sheet.append([None, None, *row])
    for place in ("C1:G1", "C2:C4", "D2:F2", "D3:D4", "E3:F3", "G2:G4"):
        sheet.merge_cells(place)
    return _saved(book)


def captioned() -> bytes:
    """A table with a caption that gives the unit, towns over several rows, links in the text."""
    rows = "<tr><td rowspan=2>柏桥镇<td>柏桥镇污水处理厂二期工程<td>4860<tr><td>柏桥镇农贸市场<td>620<tr><td>望苏乡<td>望苏乡通村公路提升工程<td>2275"
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{t.LIST_TITLE}-砚池县人民政府</title><meta name=PubDate content=2026-03-10></head><body><div class=nav><a href=/>首页</a></div><div class=article><h1>{t.LIST_TITLE}</h1><p>经<a href=/x>县政府</a>同意，现将项目公布如下，请<a href=/y>社会各界</a>监督。</p><table><caption>单位：万元</caption><tr><th>乡镇<th>项目名称<th>总投资{rows}</table><p>附件：<a href=a.xls>项目表.xls</a></p></div><div class=footer>版权所有</div></body></html>".encode()


def wide_page() -> bytes:
    """A page in UTF-16, text in ``pre``, an editor below."""
    text = "\n".join(f"　　{line}" for line in t.NEWS)
    return f"<html><head><title>{t.TITLE}</title></head><body><h2>{t.TITLE}</h2><p>2026-03-09 来源：县生态环境局</p><pre>{text}</pre><p>（责任编辑：温则言）</p></body></html>".encode(
        "utf-16"
    )


def pictures() -> bytes:
    """Captions below pictures, a film, links to other articles below, a letter larger at first."""
    body = f"<p><span style='font-size:32px'>{t.NEWS[0][0]}</span>{t.NEWS[0][1:]}</p><p style='text-align:center'><img src=1.jpg></p><p style='text-align:center'>图为通水现场。砚池县融媒体中心 供图</p><video src=1.mp4>您的浏览器不支持视频</video><p>{t.NEWS[1]}</p><p>{t.NEWS[2]}</p>"
    return f"<!DOCTYPE html><html><head><meta charset=utf-8><title>{t.TITLE}|砚池网</title></head><body><div class=top><a href=/>砚池网</a> &gt; <a href=/n>新闻</a> &gt; 正文</div><h1 class=t>{t.TITLE}</h1><div class=from>2026年03月09日 18:30 来源：砚池网</div><div class=detail>{body}<p>【纠错】【<a href=#>打印</a>】责任编辑：温则言</p></div><div class=rel><h3>相关新闻</h3><ul><li><a href=1>{t.OTHER_TITLE}</a></li><li><a href=2>望苏乡开展植树活动，干部群众踊跃参加</a></li></ul></div></body></html>".encode()


def escaped() -> bytes:
    """Records whose pages are escaped, a text that is missing, ids as numbers."""
    page = html.escape("".join(f"<p>{text}</p>" for text in t.NEWS))
    rows = [
        {"id": 31, "title": t.TITLE, "content": page, "date": "2026-03-09 18:30:00"},
        {"id": 32, "title": "空", "content": "", "date": None},
    ]
    return json.dumps({"docs": rows}).encode()


def feed() -> bytes:
    """A feed with pages in CDATA under a name with a prefix, days as feeds write them."""
    page = "".join(f"<p>{text}</p>" for text in t.NEWS)
    return f'<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>砚池网</title><item><title>{t.TITLE}</title><link>https://www.yanchi.example/1.html</link><pubDate>Mon, 09 Mar 2026 18:30:00 +0800</pubDate><content:encoded><![CDATA[{page}]]></content:encoded></item></channel></rss>'.encode()


def mail_with_list() -> bytes:
    """A mail whose page holds the list, with an archive of a sheet attached."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>"
        for row in (t.HEADER, *t.ROWS)
    )
    message = EmailMessage()
    message["From"], message["To"] = "发改局 <fgj@yanchi.example>", "desk@paper.example"
    message["Subject"], message["Date"] = "民生实事项目表", "Tue, 17 Mar 2026 09:00:00 +0800"
    message.set_content("见表。")
    message.add_alternative(
        f"<div>各单位：</div><div>现将项目表发给你们。</div><table border=1>{rows}</table>",
        subtype="html",
    )
    message.add_attachment(
        archive({"交通项目.xlsx": three_heads()}),
        maintype="application",
        subtype="zip",
        filename="材料.zip",
    )
    return bytes(message)


def exported() -> bytes:
    """A list as a system gives it out: numbers with a tab before them, an empty last column."""
    lines = [
        "\t序号,项目名称,建设地点,总投资(万元),责任单位,",
        *(f"\t{r[0]},{r[1]},{r[2]},\t{r[3]},{r[4]}," for r in t.ROWS),
    ]
    return b"\xef\xbb\xbf" + "\n".join(lines).encode()


def ruled_form() -> bytes:
    """A form with lines and merged cells, by reportlab."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Table

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), invariant=True)
    canvas.setFont("STSong-Light", 20)
    canvas.drawCentredString(297, 780, "砚池县项目基本情况表")
    rows = [
        ["项目名称", "望苏乡通村公路提升工程", "", ""],
        ["建设单位", "县交通运输局", "建设地点", "望苏乡"],
        ["总投资（万元）", "2275", "建设工期", "6个月"],
        [
            "建设内容",
            "改造农村公路12公里，新建桥梁一座，配套建设\n排水沟、护栏和标志标线。",
            "",
            "",
        ],
    ]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
        ("FONT", (0, 0), (-1, -1), "STSong-Light", 11),
        ("SPAN", (1, 0), (3, 0)),
        ("SPAN", (1, 3), (3, 3)),
    ]
    table = Table(rows, colWidths=[90, 150, 80, 100], style=style)
    table.wrapOn(canvas, 500, 500)
    table.drawOn(canvas, 80, 640)
    canvas.save()
    return stream.getvalue()


def turned() -> bytes:
    """A wide list on a page that is turned when it is shown, the unit in the second line of the
    head."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Table

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842), invariant=True)
    canvas.setPageRotation(90)
    canvas.translate(595, 0)
    canvas.rotate(90)
    canvas.setFont("STSong-Light", 20)
    canvas.drawCentredString(421, 540, t.LIST_TITLE)
    head = ["序号", "项目名称", "建设地点", "总投资\n（万元）", "责任单位"]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
        ("FONT", (0, 0), (-1, -1), "STSong-Light", 11),
    ]
    table = Table([head, *map(list, t.ROWS)], colWidths=[40, 200, 90, 80, 120], style=style)
    table.wrapOn(canvas, 800, 500)
    table.drawOn(canvas, 100, 400)
    canvas.save()
    return stream.getvalue()


_TRAFFIC = Reading(
    "砚池县交通项目投资表",
    ("砚池县交通项目投资表", "项目名称\t投资情况（亿元）\t开工日期", "总投资\t其中", "上级补助\t自筹", "望苏乡通村公路提升工程\t0.2275\t0.1\t0.1275\t2026年4月", "柏桥大桥\t1.5\t1\t0.5\t2026年5月", "总计\t1.7275\t1.1\t0.6275", "注：总投资以批复为准。"),
    None, (("望苏乡通村公路提升工程", 22750000), ("柏桥大桥", 150000000)),
)  # fmt: skip
_DAY = "2026-03-09"

CASES = (
    Case("attachments.docx", attachments, (Reading(HEAD, (
        HEAD, *BODY, "砚池县水利局", "2026年3月16日", "附件1", "防汛工程表（单位：亿元）", "工程名称\t总投资", *map("\t".join, FLOOD), "附件2", "民生实事项目表", "单位：万元", "项目名称\t总投资", *(f"{r[1]}\t{r[3]}" for r in t.ROWS),
    ), "2026-03-16", (*FLOOD_AMOUNTS, *t.PROJECTS)),)),
    Case("three-heads.xlsx", three_heads, (_TRAFFIC,)),
    Case("captioned.html", captioned, (Reading(t.LIST_TITLE, (
        t.LIST_TITLE, "经县政府同意，现将项目公布如下，请社会各界监督。", "单位：万元", "乡镇\t项目名称\t总投资", "柏桥镇\t柏桥镇污水处理厂二期工程\t4860", "柏桥镇农贸市场\t620", "望苏乡\t望苏乡通村公路提升工程\t2275", "附件：项目表.xls",
    ), "2026-03-10", (t.PROJECTS[0], ("柏桥镇农贸市场", 6200000), t.PROJECTS[2])),)),
    Case("wide-page.html", wide_page, (Reading(t.TITLE, (t.TITLE, *t.NEWS), _DAY, (), "县生态环境局"),)),
    Case("pictures.html", pictures, (Reading(t.TITLE, (t.TITLE, t.NEWS[0], "图为通水现场。砚池县融媒体中心供图", *t.NEWS[1:]), _DAY, (), "砚池网"),)),
    Case("escaped.json", escaped, (Reading(t.TITLE, t.NEWS, _DAY),), {"text_column": "content"}, ("is empty",)),
    Case("feed.xml", feed, (Reading(t.TITLE, t.NEWS, _DAY, (), None, "https://www.yanchi.example/1.html"),), {"text_column": "encoded", "date_column": "pubDate"}),
    Case("mail-with-list.eml", mail_with_list, (
        Reading("民生实事项目表", ("民生实事项目表", "各单位：", "现将项目表发给你们。", *t.LINES), "2026-03-17", t.PROJECTS), _TRAFFIC,
    )),
    Case("exported.csv", exported, (Reading("", tuple(line.replace("（万元）", "(万元)") for line in t.LINES), None, t.PROJECTS),)),
    Case("ruled-form.pdf", ruled_form, (Reading("砚池县项目基本情况表", (
        "砚池县项目基本情况表", "项目名称\t望苏乡通村公路提升工程", "建设单位\t县交通运输局\t建设地点\t望苏乡", "总投资（万元）\t2275\t建设工期\t6个月", "建设内容\t改造农村公路12公里，新建桥梁一座，配套建设排水沟、护栏和标志标线。",
    ), None, t.PROJECTS[2:]),)),
    Case("turned.pdf", turned, (Reading(t.LIST_TITLE, (t.LIST_TITLE, *t.LINES), None, t.PROJECTS),)),
)  # fmt: skip

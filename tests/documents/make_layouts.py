"""Sets one text in many layouts by three programs: columns, boxes, tables with and without lines.

``python tests/documents/make_layouts.py FOLDER`` writes a PDF file for each layout and program that
is installed (reportlab, Chromium, LibreOffice) and says which of them are read as they should be.
Without FOLDER nothing is kept. All texts are invented.
"""

# ruff: noqa: E501

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from gaoyou_nlp.reading import read  # noqa: E402

TITLE = "云岫县枫溪大桥合龙"
PARAGRAPHS = (
    "4月9日上午，随着最后一方混凝土浇筑完成，云岫县枫溪大桥顺利合龙。县委常委、常务副县长骆闻笙到场察看，向建设者表示慰问。",
    "枫溪大桥全长1.26公里，总投资3.85亿元，由湖北鼎岳路桥有限公司承建，是连接县城与枫溪镇的重要通道，也是县里今年十件民生实事之一。",
    "县交通运输局局长师一帆介绍，合龙只是一个节点，接下来桥面铺装、护栏安装和绿化工程要抢在梅雨季节之前完成，施工单位已经调集两百多名工人，分三班作业。",
    "大桥通车以后，枫溪镇到县城的车程将由40分钟缩短到12分钟，沿线三个乡镇的茶叶、蔬菜可以当天运进县城的批发市场，两万多名群众从中受益。",
    "枫溪镇党委书记冯念慈表示，镇里同步规划了桥头集镇和停车场，计划投资2600万元，目前土地已经平整，五月份进场施工，年底与大桥一起投入使用。",
)
BOX_TITLE = "桥名由来"
BOX = (
    "枫溪大桥所在的枫溪渡口已有三百年历史，过去两岸往来全靠木船，遇到洪水常常停渡。",
    "2024年春天，县里向社会征集桥名，收到来信一千多封，最后选定了这个名字。",
)
ROWS = (
    ("序号", "项目名称", "总投资（万元）", "建设地点", "进度"),
    ("1", "枫溪大桥", "38500", "枫溪镇", "在建"),
    ("2", "城北水厂扩建工程", "23600", "城北街道", "已竣工"),
    ("3", "云岫县第二中学新校区", "41200", "云岫经济开发区", "在建"),
    ("4", "农产品冷链物流中心", "9800", "大桥镇", "拟开工"),
)


@dataclass(frozen=True)
class Layout:
    """What is set: how many columns, a box beside the text, a table below it."""

    name: str
    columns: int = 1
    box: bool = False
    table: str = ""

    @property
    def lines(self) -> list[str]:
        """The paragraphs and rows that a reader should find, without those of the box."""
        rows = ["\t".join(row) for row in ROWS] if self.table else []
        return [TITLE, *PARAGRAPHS, *rows]


LAYOUTS = (
    *(Layout(f"columns{count}", count) for count in (1, 2, 3, 4, 5)),
    Layout("box2", 2, box=True),
    Layout("box3", 3, box=True),
    Layout("ruled", table="ruled"),
    Layout("ruled2", 2, table="ruled"),
    Layout("bare", table="bare"),
    Layout("bare2", 2, table="bare"),
)


def page_html(layout: Layout) -> str:
    """The layout for a browser."""
    table = "".join(
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in row) + "</tr>" for row in ROWS
    )
    text = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    box = f"<aside><h3>{BOX_TITLE}</h3>{''.join(f'<p>{t}</p>' for t in BOX)}</aside>"
    border = "td{border:1px solid #000}" if layout.table == "ruled" else ""
    return (
        "<!DOCTYPE html><meta charset=utf-8><style>@page{size:A3;margin:18mm}"
        "body{font:13px/1.6 'Noto Serif CJK SC'}h1{text-align:center;font-size:30px}"
        "h3{font-size:20px;text-align:center;margin:6px}p{text-indent:2em;margin:0}"
        "table{border-collapse:collapse;margin:16px 0}td{padding:3px 14px}" + border +
        f"div{{column-count:{layout.columns};column-gap:26px;text-align:justify}}"
        "aside{border:1px solid #000;padding:10px;margin-top:20px;width:36%}</style>"
        f"<h1>{TITLE}</h1><div>{text}</div>"
        + (f"<table>{table}</table>" if layout.table else "") + (box if layout.box else "")
    )  # fmt: skip


def by_chromium(layout: Layout, path: Path) -> bool:
    """Set by Chromium; returns whether it is installed."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page_html(layout), encoding="utf-8")
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--user-data-dir={folder}/profile", f"--print-to-pdf={path}", source.as_uri()],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
    return True


def flat_text(layout: Layout) -> str:
    """The layout as flat OpenDocument text."""
    border = "0.5pt solid #000000" if layout.table == "ruled" else "none"
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell table:style-name="C"><text:p text:style-name="T">{cell}</text:p></table:table-cell>'
            for cell in row
        )
        + "</table:table-row>"
        for row in ROWS
    )
    table = (
        f'<table:table table:name="t"><table:table-column table:number-columns-repeated="{len(ROWS[0])}"/>{cells}</table:table>'
        if layout.table
        else ""
    )
    box = "".join(f'<text:p text:style-name="P">{text}</text:p>' for text in BOX)
    boxed = (
        '<text:p text:style-name="T"> </text:p><table:table table:name="b" table:style-name="W"><table:table-column/><table:table-row><table:table-cell '
        f'table:style-name="B"><text:p text:style-name="H3">{BOX_TITLE}</text:p>{box}</table:table-cell></table:table-row></table:table>'
        if layout.box
        else ""
    )
    text = "".join(f'<text:p text:style-name="P">{text}</text:p>' for text in PARAGRAPHS)
    names = {
        "office": "office",
        "text": "text",
        "table": "table",
        "style": "style",
        "fo": "xsl-fo-compatible",
    }
    spaces = " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for short, name in names.items()
    )
    font = 'style:font-name-asian="Noto Serif CJK SC" style:font-size-asian="{0}pt" fo:font-size="{0}pt"'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document {spaces} office:version="1.2" '
        'office:mimetype="application/vnd.oasis.opendocument.text"><office:font-face-decls>'
        '<style:font-face style:name="Noto Serif CJK SC"/></office:font-face-decls><office:automatic-styles>'
        '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="297mm" fo:page-height="420mm" fo:margin="18mm"/></style:page-layout>'
        f'<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-indent="20pt" fo:text-align="justify" fo:line-height="160%" style:punctuation-wrap="simple"/><style:text-properties {font.format(10)}/></style:style>'
        f'<style:style style:name="T" style:family="paragraph"><style:text-properties {font.format(10)}/></style:style>'
        f'<style:style style:name="H" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="10pt"/><style:text-properties {font.format(24)}/></style:style>'
        f'<style:style style:name="H3" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties {font.format(15)}/></style:style>'
        f'<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="{border}" fo:padding="3pt"/></style:style>'
        '<style:style style:name="B" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="8pt"/></style:style>'
        '<style:style style:name="W" style:family="table"><style:table-properties style:width="110mm" table:align="left"/></style:style>'
        f'<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="{layout.columns}" fo:column-gap="20pt"/></style:section-properties></style:style>'
        '</office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>'
        f'<office:body><office:text><text:p text:style-name="H">{TITLE}</text:p><text:section text:name="s" text:style-name="S">{text}</text:section>{table}{boxed}</office:text></office:body></office:document>'
    )


def by_libreoffice(layout: Layout, path: Path) -> bool:
    """Set by LibreOffice; returns whether it is installed."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, f"{path.stem}.fodt")
        source.write_text(flat_text(layout), encoding="utf-8")
        subprocess.run(
            [office, f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", "pdf", "--outdir", folder, str(source)],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
        shutil.copyfile(source.with_suffix(".pdf"), path)
    return True


def by_reportlab(layout: Layout, path: Path) -> bool:
    """Set by reportlab, with a font that is not embedded."""
    from reportlab.lib.pagesizes import A3
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import (
        BalancedColumns,
        KeepInFrame,
        Paragraph,
        SimpleDocTemplate,
        Spacer,
        Table,
    )  # fmt: skip

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    body = ParagraphStyle(
        "body", fontName="STSong-Light", fontSize=10, leading=16, firstLineIndent=20,
        wordWrap="CJK",
    )  # fmt: skip
    head = ParagraphStyle("head", body, fontSize=24, leading=32, alignment=1, firstLineIndent=0)
    small = ParagraphStyle("small", head, fontSize=15, leading=24)
    document = SimpleDocTemplate(str(path), pagesize=A3, margin=50, invariant=True)
    texts = [Paragraph(text, body) for text in PARAGRAPHS]
    story = [Paragraph(TITLE, head), Spacer(1, 10)]
    if layout.columns > 1:
        story.append(BalancedColumns(texts, nCols=layout.columns, innerPadding=18))
    else:
        story += texts
    font = ("FONT", (0, 0), (-1, -1), "STSong-Light", 10)
    grid = ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0))
    if layout.table:
        style = [font, grid] if layout.table == "ruled" else [font]
        story += [Spacer(1, 14), Table([list(row) for row in ROWS], style=style, hAlign="LEFT")]
    if layout.box:
        inner = [Paragraph(BOX_TITLE, small), *(Paragraph(text, body) for text in BOX)]
        frame = KeepInFrame(290, 300, inner)
        box = ("BOX", (0, 0), (-1, -1), 0.5, (0, 0, 0))
        story += [Spacer(1, 20), Table([[frame]], colWidths=[310], style=[box], hAlign="LEFT")]
    document.build(story)
    return True


PROGRAMS = {"reportlab": by_reportlab, "chromium": by_chromium, "libreoffice": by_libreoffice}


def faults(layout: Layout, path: Path) -> Iterator[str]:
    """What is not read as it was set: paragraphs and rows that are not whole, or not in order."""
    articles = list(read(path))
    found = [line for article in articles for line in article.text.split("\n")]
    box = [BOX_TITLE, *BOX] if layout.box else []
    for lines in (layout.lines, box):
        places = [found.index(line) if line in found else -1 for line in lines]
        yield from (
            f"not whole: {line[:30]}" for line, at in zip(lines, places, strict=True) if at < 0
        )
        if places != sorted(places) and -1 not in places:
            yield "not in order"
    if len(found) != len(layout.lines) + len(box):
        yield f"{len(found)} lines, not {len(layout.lines) + len(box)}"


def main() -> None:
    """Set all, and tell what is read."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for program, make in PROGRAMS.items():
            for layout in LAYOUTS:
                path = folder / f"{layout.name}-{program}.pdf"
                if not make(layout, path):
                    sys.stderr.write(f"{program} is not installed.\n")
                    break
                wrong = list(faults(layout, path))
                sys.stdout.write(f"{path.name:28} {'; '.join(wrong) or 'as it was set'}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()

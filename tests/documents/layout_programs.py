"""Sets the layouts by reportlab, Chromium and LibreOffice."""

# ruff: noqa: E501

from __future__ import annotations

import html
import shutil
import subprocess
import tempfile
from pathlib import Path

from tests.documents.layout_texts import BOX, BOX_TITLE, PARAGRAPHS, ROWS, TITLE, Layout


def page_html(layout: Layout) -> str:
    """The layout for a browser."""
    text = "".join(f"<p>{text}</p>" for text in layout.texts)
    other = f"<h3>{BOX_TITLE}</h3>{''.join(f'<p>{t}</p>' for t in BOX)}"
    border = "" if layout.table == "bare" else "td{border:1px solid #000}"
    paper = (
        "size:A5;margin:15mm;@bottom-center{content:counter(page)}"
        if layout.pages
        else "size:A3;margin:18mm"
    )
    title, text = f"<h1>{TITLE}</h1>", f"<div>{text}</div>"
    if layout.beside:
        title, text = (
            "",
            f"<main><section>{title}{text}</section><section class=b>{other}</section></main>",
        )
    return (
        f"<!DOCTYPE html><meta charset=utf-8><style>@page{{{paper}}}"
        "body{font:13px/1.6 'Noto Serif CJK SC'}h1{text-align:center;font-size:30px}"
        "h3{font-size:20px;text-align:center;margin:6px}p{text-indent:2em;margin:0}"
        "table{border-collapse:collapse;margin:16px 0}td{padding:3px 14px}" + border +
        f"div{{column-count:{layout.columns};column-gap:26px;text-align:justify}}"
        "main{display:flex;gap:26px}section{flex:2}section.b{flex:1}"
        "aside{border:1px solid #000;padding:10px;margin-top:20px;width:36%}</style>"
        f"{title}{text}"
        + (f"<table>{_table_rows(layout)}</table>" if layout.table else "")
        + (f"<aside>{other}</aside>" if layout.box else "")
    )  # fmt: skip


def _table_rows(layout: Layout) -> str:
    rows = ["".join(f"<td>{html.escape(cell)}</td>" for cell in row) for row in layout.rows]
    if layout.table == "merged":
        two = "<td rowspan=2>"
        rows[0] = f"{two}序号{two}项目名称<td colspan=2>投资（万元）{two}进度"
        rows[1] = "<td>总投资<td>今年计划"
        rows[-1] = "<td colspan=2>合计<td>103300<td>25000<td>"
    head = f"<thead><tr>{rows.pop(0)}</tr></thead>" if layout.table == "long" else ""
    return head + "".join(f"<tr>{row}</tr>" for row in rows)


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

"""Typesets the two pages of ``corpus/pages`` again as pages of a newspaper, by two programs.

``python tests/documents/typeset.py`` writes ``tests/documents/*.pdf``: by reportlab with a font
that is not embedded, so that the files are small, and, where Chromium is installed, by Chromium
with embedded fonts. The tests read the files that are committed.
"""

from __future__ import annotations

import html
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article

HERE = Path(__file__).parent
PAGES = HERE.parents[1] / "corpus" / "pages"
PAPER, DATE = "秦邮晚报", "2022年1月10日　星期一　第2版　要闻　责任编辑：周敏　版式：王军"
_NOT_FIRST = "，。、；：！？”’）》」』】%％"
_NOT_LAST = "“‘（《「『【"


@dataclass(frozen=True)
class Block:
    """What stands on the page: the series above all, or an article."""

    kicker: tuple[str, ...]
    title: tuple[str, ...]
    subtitle: tuple[str, ...]
    note: tuple[str, ...]
    body: tuple[str, ...]
    byline: str


def blocks(articles: list[Article]) -> list[Block]:
    """Take the articles of a text page apart into the lines to be set."""
    found = []
    for article in articles:
        lines = article.text.split("\n")
        kicker = article.kicker.split("\n") if article.kicker else []
        heads = [*kicker, *article.title.split("\n"), *article.subtitle.split("\n")]
        body = [line for line in lines if line not in heads and line != article.byline]
        note = [line for line in body if line.startswith("编者按")]
        found.append(
            Block(
                tuple(kicker),
                tuple(article.title.split("\n")),
                tuple(article.subtitle.split("\n")) if article.subtitle else (),
                tuple(note),
                tuple(line for line in body if line not in note),
                article.byline,
            )
        )
    return found


def by_reportlab(page: list[Block], path: Path, *, columns: int = 6) -> None:
    """Set a page with reportlab: articles in boxes side by side, two boxes a row."""
    from reportlab.lib.pagesizes import A2
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfgen.canvas import Canvas

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    width, height = A2[0], 420 + 180 * len(page)
    canvas = Canvas(str(path), pagesize=(width, height), invariant=True, pageCompression=1)
    canvas.setTitle("")
    margin, gutter, size, leading = 50.0, 16.0, 9.6, 14.0
    whole = width - 2 * margin

    def put(text: str, x: float, y: float, size: float, room: float | None = None) -> None:
        """A line; with ``room`` its letters are spread to fill it."""
        wide = canvas.stringWidth(text, "STSong-Light", size)
        spread = 0.0 if room is None or len(text) < 2 else (room - wide) / (len(text) - 1)
        canvas.setFont("STSong-Light", size)
        canvas.drawString(x, y, text, charSpace=max(0.0, spread))

    def broken(text: str, room: float, size: float, indent: float) -> list[str]:
        lines, line, used = [], "", indent
        for char in text:
            step = canvas.stringWidth(char, "STSong-Light", size)
            full = used + step > room + 0.01
            full = full or (used + 2 * step > room + 0.01 and (char in _NOT_LAST))
            if full and char not in _NOT_FIRST and line:
                lines.append(line)
                line, used = "", 0.0
            line += char
            used += step
        return [*lines, line]

    def article(block: Block, left: float, top: float, room: float, count: int) -> float:
        """Set an article; returns where it ends."""
        y = top
        for line in block.title:
            wide = canvas.stringWidth(line, "STSong-Light", 21)
            put(line, left + max(0.0, (room - wide) / 2), y - 21, 21)
            y -= 29
        for line in block.subtitle:
            wide = canvas.stringWidth(line, "STSong-Light", 12)
            put(line, left + max(0.0, (room - wide) / 2), y - 13, 12)
            y -= 22
        column = (room - gutter * (count - 1)) / count
        lines: list[tuple[str, float, bool]] = []
        for text in block.body:
            its = broken(text, column, size, 2 * size)
            lines += [(line, 2 * size * (n == 0), n + 1 < len(its)) for n, line in enumerate(its)]
        lines.append((block.byline, -1.0, False))
        each = -(-len(lines) // count)
        for at, (line, indent, full) in enumerate(lines):
            x = left + (at // each) * (column + gutter)
            baseline = y - (at % each + 1) * leading
            if indent < 0:
                put(
                    line,
                    x + column - canvas.stringWidth(line, "STSong-Light", size),
                    baseline,
                    size,
                )
            else:
                put(line, x + indent, baseline, size, column - indent if full else None)
        return y - each * leading

    put(f"{PAPER}　{DATE}", margin, height - 30, 9)
    y = height - 60
    for block in page:
        for n, line in enumerate(block.kicker):
            big = 30 if n == 0 else 16
            put(
                line,
                margin + (whole - canvas.stringWidth(line, "STSong-Light", big)) / 2,
                y - big,
                big,
            )
            y -= 1.5 * big
        for note in block.note:
            for n, line in enumerate(broken(note, whole, size, 2 * size)):
                put(line, margin + 2 * size * (n == 0), y - leading, size)
                y -= leading
    y -= 20
    half = (whole - 2 * gutter) / 2
    for at in range(0, len(page), 2):
        pair = page[at : at + 2]
        if len(pair) == 1:
            y = article(pair[0], margin, y, whole, columns) - 26
            continue
        ends = [
            article(block, margin + n * (half + 2 * gutter), y, half, columns // 2)
            for n, block in enumerate(pair)
        ]
        y = min(ends) - 26
    put("本报热线：0000-00000000", margin, 28, 9)
    canvas.save()


def page_html(page: list[Block]) -> str:
    """The page for a browser: headlines over the columns of each article."""

    def lines(tag: str, texts: tuple[str, ...]) -> str:
        return "".join(f"<{tag}>{html.escape(text)}</{tag}>" for text in texts)

    series = "".join(lines("h1", b.kicker[:1]) + lines("h3", b.kicker[1:]) for b in page)
    notes = "".join(lines("p", b.note) for b in page)
    boxes = "".join(
        f"<section>{lines('h2', b.title)}{lines('h4', b.subtitle)}<div>{lines('p', b.body)}"
        f"<p class=by>{html.escape(b.byline)}</p></div></section>"
        for b in page
    )
    return (
        "<!DOCTYPE html><meta charset=utf-8><style>@page{size:420mm 594mm;margin:15mm}"
        "body{font:12.5px/1.5 'Noto Serif CJK SC'}h1,h2,h3,h4{text-align:center;margin:8px 0}"
        "h1{font-size:40px}h2{font-size:26px}h3{font-size:20px}h4{font-size:16px;font-weight:400}"
        "main{display:grid;grid-template-columns:1fr 1fr;gap:24px}"
        "div{column-count:3;column-gap:20px;text-align:justify}"
        "p{text-indent:2em;margin:0}p.by{text-align:right}</style>"
        f"<header>{PAPER}　{DATE}</header>{series}{notes}<main>{boxes}</main>"
    )


def by_chromium(page: list[Block], path: Path) -> bool:
    """Set a page with Chromium; returns whether it is installed."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if browser is None:
        return False
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "page.html")
        source.write_text(page_html(page), encoding="utf-8")
        subprocess.run(
            [browser, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
             f"--user-data-dir={folder}/profile", f"--print-to-pdf={path}", source.as_uri()],
            check=True, capture_output=True, timeout=120,
        )  # fmt: skip
    return True


def main() -> None:
    """Set both pages by both programs."""
    for source in sorted(PAGES.glob("*.txt")):
        page = blocks(list(read(source)))
        name = source.stem.partition("_")[0]
        by_reportlab(page, HERE / f"{name}-reportlab.pdf")
        if not by_chromium(page, HERE / f"{name}-chromium.pdf"):
            sys.stderr.write("Chromium is not installed: its pages were not set.\n")


if __name__ == "__main__":
    main()

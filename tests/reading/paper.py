"""Paper of PDF made by reportlab, and what it says."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gaoyou_nlp.reading import read
from gaoyou_nlp.records import Article, Reject

FONT = "STSong-Light"


TITLE = "青川县水库加固工程开工"


WORDS = (
    "县水务局局长卢向东在工地上介绍，工程总投资1.2亿元，由江苏澄景建设有限公司承建，计划今年底"
    "主体完工，明年汛期前投入使用，届时可以保护下游大桥镇、青川经济开发区等地三十万亩农田。"
)


OTHER = (
    "县教育局副局长闻若谷表示，今年全县将新建学校三所、改扩建五所，完成投资4.6亿元，新增学位"
    "六千个，其中大桥镇中心小学迁建工程九月投入使用，城北初级中学年底前封顶。"
)


class Paper:
    """A canvas with letters of one size; ``save`` gives the bytes."""

    def __init__(self, width: float = 595.0, height: float = 842.0, **options: Any) -> None:
        from reportlab.pdfbase import pdfmetrics
        from reportlab.pdfbase.cidfonts import UnicodeCIDFont
        from reportlab.pdfgen.canvas import Canvas

        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self.height = height
        self.stream = io.BytesIO()
        self.canvas = Canvas(self.stream, pagesize=(width, height), **options)

    def put(self, text: str, x: float, top: float, size: float = 10.0) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self.height - top, text)

    def lines(self, text: str, x: float, top: float, room: int, size: float = 10.0) -> float:
        """A paragraph with an indent of two letters, so many letters a line."""
        rest = "　　" + text
        while rest:
            count = room
            while rest[count : count + 1] and rest[count] in "，。、”":
                count += 1
            self.put(rest[:count], x, top, size)
            rest, top = rest[count:], top + 1.5 * size
        return top

    def save(self) -> bytes:
        self.canvas.save()
        return self.stream.getvalue()


def read_pdf(data: bytes, folder: Path) -> tuple[list[Article], list[Reject]]:
    (folder / "a.pdf").write_bytes(data)
    rejects: list[Reject] = []
    return list(read(folder / "a.pdf", on_reject=rejects.append)), rejects


def pages() -> bytes:
    """Two pages with heads and feet; a paragraph goes on over the page."""
    paper = Paper()
    paper.put(TITLE, 180, 100, 22)
    whole = [line for text in (WORDS, OTHER) * 6 for line in broken(text, 40)]
    for page in range(2):
        for number, line in enumerate(whole[page * 17 : page * 17 + 17]):
            paper.put(line, 60, 140 + 16 * number)
        paper.put("青川县水务局简报", 60, 40, 9)
        paper.put(f"— {page + 1} —", 290, 820, 9)
        paper.canvas.showPage()
    return paper.save()


def broken(text: str, room: int) -> list[str]:
    rest, lines = "　　" + text, []
    while rest:
        count = room
        while rest[count : count + 1] and rest[count] in "，。、”":
            count += 1
        lines.append(rest[:count])
        rest = rest[count:]
    return lines


def columns(order: Callable[[list[Any]], list[Any]]) -> bytes:
    paper = Paper()
    paper.put(TITLE, 180, 60, 22)
    jobs = []
    for column, text in enumerate((WORDS + OTHER, OTHER + WORDS)):
        for number, line in enumerate(broken(text, 22)):
            jobs.append((line, 50 + 250 * column, 100 + 16 * number))
    for line, x, top in order(jobs):
        paper.put(line, x, top)
    return paper.save()

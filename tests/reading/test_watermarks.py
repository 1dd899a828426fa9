"""Watermarks are no text, and pale or large text is none: a page for each kind."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from gaoyou_nlp.reading import read
from tests.reading.test_pdf import FONT, OTHER, TITLE, Paper
from tests.reading.test_pdf import WORDS as FIRST

pytest.importorskip("pypdfium2")
pytest.importorskip("reportlab")


WORDS = FIRST + OTHER


def _print(
    paper: Paper, text: str, x: float, top: float, size: float, grey: float | tuple[float, ...]
) -> None:
    """Print in a grey, 0 to 1, or in a colour."""
    paper.canvas.saveState()
    colour = (grey, grey, grey) if isinstance(grey, float) else grey
    paper.canvas.setFillColorRGB(*colour[:3], *colour[3:])
    paper.put(text, x, top, size)
    paper.canvas.restoreState()


def _level(paper: Paper) -> None:
    _print(paper, "征求意见稿", 80, 150, 80, 0.85)


def _darker(paper: Paper) -> None:
    _print(paper, "征求意见稿", 80, 150, 60, 0.6)


def _see_through(paper: Paper) -> None:
    _print(paper, "内部资料", 80, 150, 60, (1.0, 0.0, 0.0, 0.2))


def _beside_text(paper: Paper) -> None:
    _print(paper, "征求意见稿", 80, 600, 80, 0.85)


def _tiles(paper: Paper) -> None:
    for row in range(6):
        for column in range(3):
            _print(paper, "青川县水务局", 60 + 170 * column, 105 + 40 * row, 14, 0.88)


def _turned_tiles(paper: Paper) -> None:
    for row in range(5):
        paper.canvas.saveState()
        paper.canvas.translate(80 + 60 * row, 700 - 30 * row)
        paper.canvas.rotate(30)
        paper.canvas.setFillColorRGB(0.7, 0.7, 0.7)
        paper.canvas.setFont(FONT, 12)
        paper.canvas.drawString(0, 0, "内部资料")
        paper.canvas.restoreState()


def _outlined(paper: Paper) -> None:
    text = paper.canvas.beginText(80, paper.height - 160)
    text.setFont(FONT, 70)
    text.setTextRenderMode(1)
    text.textLine("样本样本")
    paper.canvas.drawText(text)


def _shadow(paper: Paper) -> None:
    _print(paper, TITLE, 122.5, 62.5, 30, 0.75)


MARKS: dict[str, Callable[[Paper], None]] = {
    "level": _level,
    "darker": _darker,
    "see-through": _see_through,
    "beside-the-text": _beside_text,
    "small-tiles": _tiles,
    "turned-tiles": _turned_tiles,
    "outlined": _outlined,
    "shadow-of-the-headline": _shadow,
}


@pytest.mark.parametrize("mark", MARKS.values(), ids=MARKS)
def test_a_watermark_is_off(mark: Callable[[Paper], None], tmp_path: Path) -> None:
    paper = Paper()
    mark(paper)
    paper.put(TITLE, 120, 60, 30)
    paper.lines(WORDS, 50, 110, 40)
    (tmp_path / "a.pdf").write_bytes(paper.save())
    (article,) = read(tmp_path / "a.pdf")
    assert article.text == f"{TITLE}\n{WORDS}"


def _pale_headline(paper: Paper) -> None:
    _print(paper, TITLE, 120, 60, 32, 0.78)


def _grey_headline(paper: Paper) -> None:
    _print(paper, TITLE, 120, 60, 32, 0.5)


def _on_a_bar(paper: Paper, *colour: float) -> None:
    paper.canvas.setFillColorRGB(0.6, 0.1, 0.1)
    paper.canvas.rect(50, paper.height - 75, 500, 55, fill=1, stroke=0)
    _print(paper, TITLE, 120, 60, 34, colour)


def _white_on_a_bar(paper: Paper) -> None:
    _on_a_bar(paper, 1.0, 1.0, 1.0)


def _cream_on_a_bar(paper: Paper) -> None:
    _on_a_bar(paper, 1.0, 0.95, 0.8)


def _red(paper: Paper) -> None:
    _print(paper, TITLE, 60, 60, 42, (1.0, 0.0, 0.0))


HEADLINES: dict[str, Callable[[Paper], None]] = {
    "pale": _pale_headline,
    "grey": _grey_headline,
    "white-on-a-bar": _white_on_a_bar,
    "cream-on-a-bar": _cream_on_a_bar,
    "red": _red,
}


@pytest.mark.parametrize("headline", HEADLINES.values(), ids=HEADLINES)
def test_a_headline_in_colour_is_none(headline: Callable[[Paper], None], tmp_path: Path) -> None:
    paper = Paper()
    headline(paper)
    paper.lines(WORDS, 50, 110, 40)
    (tmp_path / "a.pdf").write_bytes(paper.save())
    (article,) = read(tmp_path / "a.pdf")
    assert article.text == f"{TITLE}\n{WORDS}"


def test_pale_small_text_is_none(tmp_path: Path) -> None:
    paper = Paper()
    paper.put(TITLE, 120, 60, 30)
    paper.lines(WORDS, 50, 110, 40)
    _print(paper, "图为水库加固工程施工现场。", 200, 300, 10, 0.78)
    (tmp_path / "a.pdf").write_bytes(paper.save())
    (article,) = read(tmp_path / "a.pdf")
    assert article.text == f"{TITLE}\n{WORDS}\n图为水库加固工程施工现场。"

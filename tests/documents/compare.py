"""Compares programs that take text out of web pages and PDF files, as ``docs/documents.md`` tells.

``python tests/documents/compare.py`` prints, for the pages of ``make_pages`` and the PDF files of
this folder, how much of the true text each program that is installed gives: for web pages how many
are exact, for PDF files the share of all runs of eight characters that are there in one piece.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from gaoyou_nlp.reading import read  # noqa: E402
from tests.reading.make_pages import pages  # noqa: E402

LONG = 8


def bare(text: str) -> str:
    """The text without blanks."""
    return "".join(text.replace("|", "").replace("\u200b", "").split())


def web() -> dict[str, Callable[[bytes], str]]:
    """Programs for web pages: bytes to text."""

    def ours(data: bytes) -> str:
        from gaoyou_nlp.reading.documents.web_page import read_web

        return read_web(data)[0].text

    programs: dict[str, Callable[[bytes], str]] = {"gaoyou": ours}
    try:
        import trafilatura
    except ImportError:
        return programs
    for name in ("precision", "recall", "default"):
        programs[f"trafilatura, {name}"] = lambda data, name=name: (  # type: ignore[misc]
            trafilatura.extract(
                data,
                include_comments=False,
                favor_precision=name == "precision",
                favor_recall=name == "recall",
            )
            or ""
        )
    return programs


def pdf() -> dict[str, Callable[[Path], str]]:
    """Programs for PDF files: path to text."""

    def ours(path: Path) -> str:
        return "\n".join(article.text for article in read(path))

    def pdfium(path: Path) -> str:
        import pypdfium2

        document = pypdfium2.PdfDocument(path)
        return "".join(page.get_textpage().get_text_range() for page in document)

    def miner(path: Path) -> str:
        from pdfminer.high_level import extract_text

        return str(extract_text(path))

    def plumber(path: Path) -> str:
        import pdfplumber

        with pdfplumber.open(path) as document:
            return "".join(page.extract_text() or "" for page in document.pages)

    def mupdf(path: Path) -> str:
        import pymupdf

        return "".join(page.get_text() for page in pymupdf.open(path))

    return {
        "gaoyou": ours,
        "pypdfium2": pdfium,
        "pdfminer.six": miner,
        "pdfplumber": plumber,
        "pymupdf": mupdf,
    }


def found(true: str, text: str) -> float:
    """The share of the runs of eight characters of a text that stand in another."""
    runs = {true[at : at + LONG] for at in range(len(true) - LONG)}
    return sum(run in text for run in runs) / len(runs)


def main() -> None:
    """Print both comparisons."""
    out = sys.stdout.write
    for name, extract in web().items():
        begin = time.process_time()
        exact = 0
        for page in pages().values():
            text = bare(extract(page.data)).removeprefix(bare(page.title))
            exact += text == bare("".join(page.paragraphs))
        seconds = time.process_time() - begin
        out(f"web  {name:24} {exact} of {len(pages())} exact, {seconds:.2f} s CPU\n")
    for path in [*sorted(HERE.glob("*.pdf")), *map(Path, sys.argv[1:])]:
        texts = list((ROOT / "corpus" / "pages").glob(f"{path.name.partition('-')[0]}_*.txt"))
        if not texts:
            continue
        articles = [bare(article.text) for article in read(texts[0])]
        for name, extract_pdf in pdf().items():
            try:
                begin = time.process_time()
                text = bare(extract_pdf(path))
            except ImportError:
                continue
            seconds = time.process_time() - begin
            share = sum(found(true, text) * len(true) for true in articles) / sum(
                map(len, articles)
            )
            out(f"pdf  {path.name:20} {name:14} {100 * share:5.1f} %, {seconds:.2f} s CPU\n")


if __name__ == "__main__":
    main()

"""Compares programs that take text out of web pages and PDF files, as ``docs/documents.md`` tells.

``python tests/documents/compare.py`` prints, for the pages of ``make_pages`` and
``make_county_pages`` and the PDF files of this folder, how much of the true text each program that
is installed gives: for web pages how many are exact and the share of characters, titles and dates
that are right, for PDF files the share of all runs of eight characters that are in one piece.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping
from difflib import SequenceMatcher
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(ROOT))

from gaoyou_nlp.reading import read  # noqa: E402
from tests.reading.make_county_pages import county_pages  # noqa: E402
from tests.reading.make_pages import Saved, pages  # noqa: E402

LONG = 8


def bare(text: str) -> str:
    """The text without blanks."""
    return "".join(text.replace("|", "").replace("\u200b", "").split())


Taken = tuple[str, str, str | None]
"""The text, the title and the date that a program takes from a page."""


def web() -> dict[str, Callable[[bytes], Taken]]:
    """Programs for web pages."""

    def ours(data: bytes) -> Taken:
        from gaoyou_nlp.reading.documents.web_page import read_web

        document = read_web(data)[0]
        return document.text, document.facts.title, document.facts.date

    programs: dict[str, Callable[[bytes], Taken]] = {"gaoyou": ours}
    try:
        import trafilatura
    except ImportError:
        return programs

    def theirs(data: bytes, favor: str) -> Taken:
        text = trafilatura.extract(
            data,
            include_comments=False,
            favor_precision=favor == "precision",
            favor_recall=favor == "recall",
        )
        facts = trafilatura.extract_metadata(data)
        return text or "", (facts and facts.title) or "", facts and facts.date

    for favor in ("precision", "recall", "default"):
        programs[f"trafilatura, {favor}"] = lambda data, favor=favor: theirs(data, favor)  # type: ignore[misc]
    return programs


def right(true: str, text: str) -> float:
    """The share of characters that are right, of all that are there or should be.

    Examples:
        >>> right("县长到场", "县长到场"), right("县长到场", "县长")
        (1.0, 0.6666666666666666)
    """
    return SequenceMatcher(None, true, text, autojunk=False).ratio()


def compare_web(name: str, saved: Mapping[str, Saved], *, tell: bool) -> Iterator[str]:
    """Figures of every program for a set of pages; with ``tell`` the pages that ours misses."""
    for program, extract in web().items():
        begin = time.process_time()
        exact = titles = dates = 0
        shares = []
        for kind, page in saved.items():
            text, title, date = extract(page.data)
            got = bare(text).removeprefix(bare(page.title))
            shares.append(right(bare("".join(page.paragraphs)), got))
            exact += shares[-1] == 1
            titles += bare(title) == bare(page.title)
            dates += date == page.date
            if tell and program == "gaoyou" and shares[-1] < 1:
                yield f"     {kind}: {100 * shares[-1]:.1f} %\n"
        seconds = time.process_time() - begin
        mean, worst = 100 * sum(shares) / len(shares), 100 * min(shares)
        yield (
            f"web  {name:8} {program:24} {exact} of {len(saved)} exact, characters {mean:.1f} % "
            f"(worst {worst:.1f}), titles {titles}, dates {dates}, {seconds:.2f} s CPU\n"
        )


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
    for name, saved in (("builders", pages()), ("county", county_pages())):
        for line in compare_web(name, saved, tell=True):
            out(line)
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

"""Sets one text in many layouts by five programs: columns, boxes, headlines, pages, tables.

``python tests/documents/make_layouts.py FOLDER`` writes a PDF file for each layout and program that
is installed (reportlab, Chromium, LibreOffice, typst, XeLaTeX) and says which of them are read as they should be.
Without FOLDER nothing is kept. All texts are invented.
"""

# ruff: noqa: E501

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from gaoyou_nlp.reading import read  # noqa: E402
from gaoyou_nlp.records import Article, locate  # noqa: E402
from gaoyou_nlp.records.anchor import Page  # noqa: E402
from gaoyou_nlp.relations.tables import projects_of_table  # noqa: E402
from tests.documents.layout_programs import by_chromium, by_libreoffice, by_reportlab  # noqa: E402
from tests.documents.layout_texts import LAYOUTS, OTHERS, Layout  # noqa: E402
from tests.documents.typesetters import by_typst, by_xelatex  # noqa: E402

PROGRAMS = {
    "reportlab": by_reportlab,
    "chromium": by_chromium,
    "libreoffice": by_libreoffice,
    "typst": by_typst,
    "xelatex": by_xelatex,
}
ALL = ("chromium", "typst", "xelatex")
"""Those that set the other layouts too."""


def faults(layout: Layout, path: Path) -> Iterator[str]:
    """What is not read as it was set: paragraphs and rows that are not whole, or not in order."""
    articles = list(read(path))
    found = [line for article in articles for line in article.text.split("\n")]
    for lines in (layout.lines, layout.apart):
        places = [found.index(line) if line in found else -1 for line in lines]
        yield from (
            f"not whole: {line[:30]}" for line, at in zip(lines, places, strict=True) if at < 0
        )
        if places != sorted(places) and -1 not in places:
            yield "not in order"
    count = len(layout.lines) + len(layout.apart)
    if len(found) != count:
        yield f"{len(found)} lines, not {count}"
    yield from _wrong_projects(layout, articles)


def _wrong_projects(layout: Layout, articles: list[Article]) -> Iterator[str]:
    """Projects of the table that are wrong, or whose cells lead nowhere."""
    found: list[tuple[str, int | None]] = []
    for article in articles:
        for project in (p for table in article.tables for p in projects_of_table(table)):
            amount = None if project.amount is None else project.amount.low
            found.append((project.name.text, None if amount is None else int(amount)))
            for cell in filter(None, (project.name, project.amount_cell)):
                places = locate(article, cell.start, cell.end)
                if not places or not all(isinstance(place, Page) for place in places):
                    yield f"leads nowhere: {cell.text}"
    if found != layout.amounts:
        yield f"projects: {found[:4]}, {len(found)} not {len(layout.amounts)}"


def main() -> None:
    """Set all, and tell what is read."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1] if len(sys.argv) > 1 else temporary)
        folder.mkdir(parents=True, exist_ok=True)
        for program, make in PROGRAMS.items():
            for layout in (*LAYOUTS, *OTHERS):
                path = folder / f"{layout.name}-{program}.pdf"
                if layout in OTHERS and program not in ALL:
                    continue
                if not path.exists() and not make(layout, path):
                    sys.stderr.write(f"{program} is not installed.\n")
                    break
                wrong = list(faults(layout, path))
                sys.stdout.write(f"{path.name:28} {'; '.join(wrong) or 'as it was set'}\n")
                sys.stdout.flush()


if __name__ == "__main__":
    main()

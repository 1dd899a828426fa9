"""Documents as bureaus have them: what a person reads there is what is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.bureau.expected import EXPECTED, faults
from tests.documents.bureau.make import make_elsewhere, make_here

for _package in ("pypdfium2", "reportlab", "docx", "openpyxl", "xlwt", "xlrd", "lxml", "PIL"):
    pytest.importorskip(_package)

FOLDER = Path(__file__).parents[1] / "documents" / "bureau" / "files"
HERE = (
    *("notice.docx", "listing.docx", "long.docx", "changed.docx", "boxed.docx"),
    *("plan.xlsx", "formulas.xlsx", "water.xls"),
    *(f"{kind}{gutter}.pdf" for kind in ("gutter", "woven") for gutter in (20, 9, 5)),
    *("woven-blanks.pdf", "scanned.pdf", "saved", "blink.mhtml", "explorer.mht", "mail.eml"),
    *("crawled.json", "list.csv", "titled.csv", "records.csv", "packed.zip"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bureau")
    make_here(folder)
    return folder


@pytest.mark.parametrize("name", HERE)
def test_documents_that_python_makes(name: str, made: Path) -> None:
    assert list(faults(made / name)) == []


@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()), ids=lambda path: path.name)
def test_documents_that_other_programs_made(path: Path) -> None:
    assert list(faults(path)) == []


@pytest.mark.slow
def test_documents_that_other_programs_make(made: Path) -> None:
    make_elsewhere(made)
    names = [name for name in EXPECTED if (made / name).exists()]
    wrong = {name: its for name in names if (its := list(faults(made / name)))}
    assert wrong == {}

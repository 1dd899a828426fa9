"""Documents of an invented town: what a person reads there is what is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.towns.case import Case, faults
from tests.documents.towns.make import CASES

for _package in ("docx", "openpyxl", "xlwt", "xlrd", "lxml", "defusedxml"):
    pytest.importorskip(_package)


FILES = sorted((Path(__file__).parents[1] / "documents" / "towns" / "files").iterdir())
BY_STEM = {case.name.partition(".")[0]: case for case in CASES}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_files_that_libreoffice_made_of_them(path: Path) -> None:
    assert list(faults(BY_STEM[path.stem.removesuffix("-office")], path)) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_person_reads(case: Case, tmp_path: Path) -> None:
    (tmp_path / case.name).write_bytes(case.make())
    assert list(faults(case, tmp_path / case.name)) == []

"""Documents of an invented town: what a person reads there is what is read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.documents.towns.case import Case, faults
from tests.documents.towns.make import CASES

for _package in ("docx", "openpyxl", "xlwt", "xlrd", "lxml", "defusedxml"):
    pytest.importorskip(_package)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_what_a_person_reads(case: Case, tmp_path: Path) -> None:
    (tmp_path / case.name).write_bytes(case.make())
    assert list(faults(case, tmp_path / case.name)) == []

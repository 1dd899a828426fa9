"""The written articles as records and as a DuckDB file."""

from pathlib import Path

import pytest

from gaoyou_nlp.linking import link
from gaoyou_nlp.records import Record
from gaoyou_nlp.tables import write_tables
from tests.tables.written import written_records


@pytest.fixture(scope="session")
def written() -> list[Record]:
    """The records of the written articles, by their dates."""
    return written_records()


@pytest.fixture(scope="session")
def written_file(written: list[Record], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A DuckDB file with their tables, linked."""
    pytest.importorskip("duckdb")
    place = tmp_path_factory.mktemp("written") / "written.duckdb"
    write_tables(written, place, linked=link(written, place="云河县"))
    return place

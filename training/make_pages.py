"""Write the pages of the documents that are made: docs/tables.md and docs/questions.md.

    python training/make_pages.py

The answers on the page of questions come from the written articles of ``tests/tables``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from gaoyou_nlp.linking import link  # noqa: E402
from gaoyou_nlp.tables import write_tables  # noqa: E402
from gaoyou_nlp.tables.page import questions_page, tables_page  # noqa: E402
from tests.tables.written import written_records  # noqa: E402


def main() -> None:
    """Write both pages."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "written.duckdb")
        records = written_records()
        write_tables(records, file, linked=link(records, place="云河县"))
        pages = {"tables.md": tables_page(), "questions.md": questions_page(file)}
    for name, page in pages.items():
        (ROOT / "docs" / name).write_text(page, "utf-8")


if __name__ == "__main__":
    main()

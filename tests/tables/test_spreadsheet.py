"""The workbook and the CSV tables as a spreadsheet opens them: text stays text."""

import html
import re
import shutil
import subprocess
from pathlib import Path

import pytest

pytest.importorskip("xlsxwriter")

from gaoyou_nlp.records import Article, Record, Source, Span
from gaoyou_nlp.tables.writing import write_tables

EVIL = ("=1+1", "+1+1", "-1+1", "@SUM(1)", "\t=1+1", "=cmd|' /C calc'!A1", "一;=1+1", "\u200b=1+1")
RECORDS = [
    Record(Article(text, text, text, source=Source(text)), (Span(0, len(text), "ORG", text),))
    for text in EVIL
]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("format", ["xlsx", "csv"])
def test_a_spreadsheet_shows_text(tmp_path: Path, format: str) -> None:
    place = tmp_path / ("t.xlsx" if format == "xlsx" else "tables")
    assert write_tables(RECORDS, place, format=format) == len(EVIL)
    files = [place] if format == "xlsx" else [place / "articles.csv", place / "mentions.csv"]
    for file in files:
        shown = _opened(file, tmp_path)
        assert "table:formula=" not in shown
        cells = [html.unescape(cell) for cell in re.findall("<text:p>(.*?)</text:p>", shown)]
        found = [cell.lstrip("'") for cell in cells if cell.lstrip("'") in EVIL]
        assert set(found) >= {"=1+1", "+1+1", "-1+1", "@SUM(1)"}, cells[:40]


def _opened(file: Path, folder: Path) -> str:
    """What LibreOffice shows of a file, as the text of its flat XML."""
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    if file.suffix == ".csv":  # formulas are evaluated, as in a spreadsheet that asks nothing
        command += ["--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true"]
    command += ["--convert-to", "fods", "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return (folder / file.with_suffix(".fods").name).read_text("utf-8")

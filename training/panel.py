"""Prints how the headline targets of the national work reports are read.

    python training/panel.py REPORTS [--expected tests/figures/panel.tsv]

REPORTS is a file of JSON Lines (also gz) with ``id`` (ending in -YEAR) and ``text``. Of each report
of a year in the table of expected values the paragraphs that set targets are looked at: those that
say 预期目标是 or the like, and the one that such a heading introduces. A target there of one of the
indicators below, for the report's year, is a headline; one that is not in the table is a false one.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from gaoyou_nlp.dates import find_dates
from gaoyou_nlp.figures import Figure, find_figures
from gaoyou_nlp.money import find_money

INDICATORS = (
    "地区生产总值",
    "城镇新增就业",
    "城镇登记失业率",
    "城镇调查失业率",
    "居民消费价格",
    "单位GDP能耗",
    "粮食产量",
)
_HEADING = re.compile(r"[^。！？\n]*(?:预期|主要|增长)目标(?:[是为]|定)[^\n]*\n?(?:\s*[^\n]+)?")
EXPECTED = Path(__file__).parents[1] / "tests" / "figures" / "panel.tsv"


class Row(NamedTuple):
    """A headline target: of which year, what, and how much."""

    year: str
    indicator: str
    low: str
    high: str
    comparator: str
    unit: str


def read_expected(path: Path) -> list[Row]:
    """Read the table of expected headline targets."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [Row(*line.split("\t")) for line in lines if line and not line.startswith("#")]


def read_reports(path: Path) -> Iterator[tuple[int, str]]:
    """Read year and text of the reports that have a year."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            year = re.search(r"^government.*-(\d{4})$", row["id"])
            if year is not None:
                yield int(year[1]), row["text"]


def headlines(year: int, text: str) -> list[Figure]:
    """Return the figures of the six indicators that a report sets as targets of its year."""
    anchor = date(year, 3, 5)
    dates = find_dates(text, anchor)
    figures = find_figures(text, amounts=find_money(text), dates=dates, anchor=anchor)
    places = [match.span() for match in _HEADING.finditer(text)]
    return [
        figure
        for figure in figures
        if figure.canonical in INDICATORS
        and figure.status == "target"
        and figure.period_end == f"{year}-12-31"
        and any(start <= figure.start < end for start, end in places)
    ]


def rows(year: int, text: str) -> list[Row]:
    """Return the headline targets of a report, each once."""
    found = [
        Row(str(year), f.canonical or "", f.low or "", f.high or "", f.comparator or "", f.unit)
        for f in headlines(year, text)
    ]
    return list(dict.fromkeys(found))


def main() -> int:
    """Print the panel, and fail where it is below 95 % or has a false row."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", type=Path)
    parser.add_argument("--expected", type=Path, default=EXPECTED)
    parsed = parser.parse_args()
    expected = read_expected(parsed.expected)
    years = {row.year for row in expected}
    found = [
        row for year, text in read_reports(parsed.reports) if str(year) in years
        for row in rows(year, text)
    ]  # fmt: skip
    for row in sorted({*expected, *found}, reverse=True):
        state = "right" if row in expected and row in found else "MISSED"
        state = "FALSE" if row not in expected else state
        sys.stdout.write("\t".join((state, *row)) + "\n")
    right = sum(row in found for row in expected)
    false = sum(row not in expected for row in found)
    sys.stdout.write(f"{right} of {len(expected)} right, {false} false\n")
    return 0 if right >= 0.95 * len(expected) and not false else 1


if __name__ == "__main__":
    raise SystemExit(main())

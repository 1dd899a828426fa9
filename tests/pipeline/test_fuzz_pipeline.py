"""Nothing false is read out of assembled articles: the short form of ``make fuzz``."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))

from fuzz_pipeline import fuzz

SECONDS = 15


def test_nothing_false_is_read() -> None:
    counts = fuzz(SECONDS)
    assert counts["values"] > counts["articles"] > 0

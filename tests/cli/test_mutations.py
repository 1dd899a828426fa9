"""Spoiled files end no command and no reader with a traceback: the short form of ``make fuzz``."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("zstandard")
sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))

from fuzz_files import fuzz

SPOILED = 300


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_spoiled_files_end_in_a_message() -> None:
    assert fuzz(SPOILED, seed=0) == []

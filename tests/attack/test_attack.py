"""All attacks of ``make attack`` are survived."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("zstandard")
pytest.importorskip("resource")
sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1] / "fuzz")]

from attack import families, try_family

FAMILIES = families()


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("family", FAMILIES)
def test_attacks_are_survived(family: str) -> None:
    assert try_family(FAMILIES[family], quickly=family != "models") == []


def test_there_are_enough() -> None:
    assert sum(map(len, FAMILIES.values())) >= 300

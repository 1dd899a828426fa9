"""A quarter of the attacks of ``make attack``, from each family, is survived."""

import sys
from pathlib import Path

import pytest

pytest.importorskip("pyarrow")
pytest.importorskip("zstandard")
pytest.importorskip("resource")
sys.path.insert(0, str(Path(__file__).parent))

from attack import FAMILIES, family, try_family


@pytest.mark.slow
@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", FAMILIES)
def test_attacks_are_survived(name: str) -> None:
    assert try_family(family(name)[::4], quickly=name != "models") == []

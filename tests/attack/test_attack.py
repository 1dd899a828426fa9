"""A quarter of the attacks of ``make attack``, from each family, is survived.

Of situations and moments, which are processes of their own, every thirtieth.
"""

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
    step = 30 if name in ("situations", "moments") else 4
    assert try_family(family(name)[::step], quickly=name != "models") == []

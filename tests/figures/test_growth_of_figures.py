"""A paragraph without end is read in time that grows with its figures, not with their square."""

import pytest

from gaoyou_nlp.figures import find_figures
from training.growth import exponent

BOUND = 1.5


@pytest.mark.slow
@pytest.mark.parametrize(
    "unit",
    ["外贸进出口增长6%，新建泵站20座。形势不变。", "预期外贸进出口增长6%。"],
    ids=["figures of nobody", "aims of nobody"],
)
def test_time_grows_with_the_figures_of_a_paragraph(unit: str) -> None:
    def read(text: str) -> object:
        return find_figures(text, amounts=(), dates=())

    assert exponent(read, unit, 5_000, 40_000, times=3) < BOUND

"""Time grows in proportion to the text, whatever character or word it repeats."""

import pytest

import gaoyou_nlp
from gaoyou_nlp import Article
from training.growth import exponent, steepest, text_of, units

BOUND = 1.3
"""1.2, and room for the noise of a machine in other use: what lies above is measured again."""

SIZES = (2_000, 8_000)


def test_a_rule_that_looks_back_over_the_text_is_seen():
    def look_back(text: str) -> int:
        return sum(text[:at].count("二") for at in range(len(text)))

    assert exponent(look_back, "一", 2_000, 16_000, times=3) > BOUND


def test_a_rule_that_does_not_is_not():
    def look_on(text: str) -> int:  # makes no objects: the collector has its own growth
        return sum(map(ord, text))

    assert exponent(look_on, "一", 100_000, 400_000, times=9) < BOUND


@pytest.mark.slow
def test_time_grows_in_proportion():
    nlp = gaoyou_nlp.load("rules")

    def read(text: str) -> object:
        return list(gaoyou_nlp.annotate([Article("1", text)], nlp))

    drawn = [" ", "\u3000", *units(25, seed=15)]
    for unit in drawn:  # tables and caches are filled, patterns compiled
        read(text_of(unit, 200))
    steep = {
        unit: number
        for number, unit in steepest(read, drawn, SIZES, BOUND, times=6)
        if number > BOUND
    }
    assert steep == {}

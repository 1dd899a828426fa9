"""Properties of the recogniser, over random amounts and random texts."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from money_checks import check_any_text, check_known_span, check_random_case, check_random_form
from money_grammar import ALPHABET, PLAIN, Case, amount, hanzi, surrounded

from gaoyou_nlp.money import find_money, parse_money, parse_number

chance = st.randoms(use_true_random=False)


@given(chance)
@settings(max_examples=400, deadline=None)
def test_what_is_written_is_read(rng: Random) -> None:
    check_random_case(rng)


@given(chance)
@settings(max_examples=400, deadline=None)
def test_what_is_negative_torn_or_headed_is_read(rng: Random) -> None:
    check_random_form(rng)


@given(chance)
@settings(max_examples=200, deadline=None)
def test_the_text_around_an_amount_does_not_change_it(rng: Random) -> None:
    case = amount(rng)
    for _ in range(3):
        check_known_span(case, *surrounded(rng, case))


@given(chance)
@settings(max_examples=100, deadline=None)
def test_an_amount_alone_is_parsed_as_it_is_found(rng: Random) -> None:
    case = amount(rng)
    assert [parse_money(case.text)] == find_money(case.text)


@given(st.integers(0, 10**16 - 1))
@settings(deadline=None)
def test_hanzi_numerals_are_read_back(number: int) -> None:
    text = hanzi(number, PLAIN)
    parsed = parse_number(text)
    assert parsed is not None, text
    assert (parsed.low, parsed.high, parsed.vague) == (number, number, False), text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6))
@settings(deadline=None)
def test_decimals_are_read_exactly(number: object) -> None:
    parsed = parse_money(f"{number:,f}元")
    assert parsed is not None
    assert parsed.low == parsed.high == number


@given(st.text(alphabet=ALPHABET, max_size=60))
@settings(max_examples=500, deadline=None)
def test_no_text_of_its_own_characters_raises(text: str) -> None:
    check_any_text(text)


@given(st.text(max_size=80))
@settings(deadline=None)
def test_no_text_raises(text: str) -> None:
    check_any_text(text)


@given(st.lists(chance, min_size=2, max_size=4))
@settings(max_examples=100, deadline=None)
def test_sentences_side_by_side_are_read_as_each_alone(rngs: list[Random]) -> None:
    cases: list[Case] = [amount(rng) for rng in rngs]
    text = "。".join(f"投入资金{case.whole}" for case in cases)
    assert [found.text for found in find_money(text)] == [case.text for case in cases]


@given(chance, st.text(alphabet=ALPHABET, max_size=12), st.text(alphabet=ALPHABET, max_size=12))
@settings(max_examples=300, deadline=None)
def test_the_short_way_gives_what_the_long_way_gives(rng: Random, left: str, right: str) -> None:
    text = f"{left}{rng.randint(1, 9999)}{rng.choice(['', '.5', '万', '.25亿'])}元{right}"
    short = find_money(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("gaoyou_nlp.money.scan.read_common", lambda *_: None)
        patch.setattr("gaoyou_nlp.money.numerals.read_common_numeral", lambda *_: None)
        assert find_money(text) == short

"""What must hold for every text, and for every amount whose meaning is known."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from money_forms import headed, negative, torn
from money_grammar import Case, amount, surrounded

from gaoyou_nlp.labels import COMPARATORS
from gaoyou_nlp.money import find_money, find_numbers, parse_money, parse_number, read_amount
from gaoyou_nlp.records import Amount


def check_any_text(text: str) -> None:
    """No input raises; spans are ordered, exact and true to the text."""
    last = 0
    for found in find_money(text):
        check_amount(text, found)
        assert found.start >= last, text
        last = found.end
    whole = parse_money(text)
    if whole is not None:
        check_amount(text, whole)
    last = 0
    for numeral in find_numbers(text):
        assert last <= numeral.start < numeral.end <= len(text), text
        last = numeral.end
    parse_number(text)


def check_amount(text: str, found: Amount) -> None:
    """An amount fits its text; its bounds are decimals in order."""
    assert 0 <= found.start < found.end <= len(text), text
    assert text[found.start : found.end] == found.text, text
    assert found.text == found.text.strip(), text
    for bound in (found.low, found.high):
        assert bound is None or (type(bound) is Decimal and bound.is_finite()), text
    if found.low is not None and found.high is not None:
        assert found.low <= found.high, text
    assert found.comparator in (None, *COMPARATORS), text
    assert type(found.vague) is bool, text


def check_case(case: Case, text: str, start: int) -> None:
    """An amount of known meaning is found in a text, and read span by span."""
    expected = Amount(
        start,
        start + len(case.text),
        case.text,
        case.low,
        case.high,
        case.currency,
        case.comparator,
        case.per,
        case.vague,
    )
    assert find_money(text) == [expected], text


def check_known_span(case: Case, text: str, start: int) -> None:
    """An amount of known meaning is read where its span is known."""
    check_case(case, text, start)
    expected = find_money(text)[0]
    assert read_amount(text, expected.start, expected.end) == expected, text


def check_random_case(rng: Random) -> None:
    """A random amount is read alone and in a sentence."""
    case = amount(rng)
    alone = case.before + case.text + case.after
    check_known_span(case, alone, len(case.before))
    check_known_span(case, *surrounded(rng, case))


def check_random_form(rng: Random) -> None:
    """A negative, a torn or a headed amount is read in a sentence."""
    case = rng.choice([negative, torn, headed])(rng)
    for left in ("", "据公告，", "其中：", "\n"):
        check_case(case, f"{left}{case.whole}。", len(left) + len(case.before))

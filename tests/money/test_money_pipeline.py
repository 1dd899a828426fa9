"""The pipeline keeps every amount that the money grammar finds, with its span and its value."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from money_forms import GAPS, headed, negative, torn
from money_grammar import ALPHABET, amount, noise, surrounded
from spacy.language import Language
from spacy.tokens import Span

import gaoyou_nlp
from gaoyou_nlp.money import find_money
from gaoyou_nlp.records import Amount, Article


@pytest.fixture(scope="module")
def nlp() -> Language:
    return gaoyou_nlp.load("rules")


def in_pipeline(nlp: Language, text: str) -> list[Amount]:
    """Return the amounts of the record of a text."""
    [record] = gaoyou_nlp.annotate([Article("1", text)], nlp)
    return [found for _, found in record.amounts]


@pytest.mark.parametrize(
    "text",
    [
        "净利润为-4.6亿元，同比下降",
        "收支差额-126.34万元",
        "预算 120万元，决算 -15万元",
        "净利润－4500万元",
        "亏损额为–3亿元",
        "从-3亿元到5亿元",
        "售价.8元",
        "总投资12,\n500万元",
        "总投资<b>3.5</b>亿元",
        "成交额（亿元）：12.5",
        "单位：万元\n名称\t总投资\n水厂\t8600",
        "A01-500元",
        "总投资____万元以上",
    ],
)
def test_agreement(nlp: Language, text: str) -> None:
    assert in_pipeline(nlp, text) == find_money(text)


@given(st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_agreement_on_any_text(nlp: Language, rng: Random) -> None:
    parts = []
    for _ in range(rng.randint(1, 4)):
        case = rng.choice([amount, negative, torn, headed])(rng)
        parts += [surrounded(rng, case)[0], noise(rng, 12), rng.choice(("", "。", *GAPS))]
    text = "".join(parts)
    assert in_pipeline(nlp, text) == find_money(text)


@given(st.text(alphabet=ALPHABET, max_size=40))
@settings(max_examples=150, deadline=None)
def test_agreement_on_noise(nlp: Language, text: str) -> None:
    assert in_pipeline(nlp, text) == find_money(text)


def test_the_attribute_of_a_span_agrees(nlp: Language) -> None:
    text = "单位：万元\n名称\t总投资\n水厂\t8600\n净利润为-4.6亿元"
    doc = nlp(text)
    money: list[Span] = [span for span in doc.ents if span.label_ == "MONEY"]
    assert [span._.amount for span in money] == [a.to_dict() for a in find_money(text)]


def test_a_part_of_an_amount_has_no_value(nlp: Language) -> None:
    doc = nlp("净利润为-4.6亿元")
    part = doc.char_span(5, 10, label="MONEY")
    whole = doc.char_span(4, 10, label="MONEY")
    assert part is not None
    assert whole is not None
    assert part._.amount is None
    assert whole._.amount["low"] == "-460000000"

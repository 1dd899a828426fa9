"""The currency that a bracket gives to the plain 元 below it."""

import pytest

from gaoyou_nlp.money import find_money

CASES = {
    "the amount before and all below": (
        "零售价6998元(港元，下同)的手机仅需3898元，月费降至498元。",
        [("6998元", "HKD"), ("3898元", "HKD"), ("498元", "HKD")],
    ),
    "what stands before is not changed": (
        "一台50元，另一台80元（港元，下同）。",
        [("50元", "CNY"), ("80元", "HKD")],
    ),
    "own words go before": (
        "赔偿300万元（新台币，下同），折合人民币66万元，另付20万元",
        [("300万元", "TWD"), ("人民币66万元", "CNY"), ("20万元", "TWD")],
    ),
    "another currency": (
        "投资3亿元（港元，下同），借款5万美元",
        [("3亿元", "HKD"), ("5万美元", "USD")],
    ),
    "renminbi": (
        "经费5.12亿元(人民币，下同)，资金6399万元",
        [("5.12亿元", "CNY"), ("6399万元", "CNY")],
    ),
    "the last bracket counts": (
        "收入3亿元（港元，下同），成本2亿元。净利1亿元（人民币，下同），分红500万元",
        [("3亿元", "HKD"), ("2亿元", "HKD"), ("1亿元", "CNY"), ("500万元", "CNY")],
    ),
    "semicolon": ("投资3亿元（日元；下同）", [("3亿元", "JPY")]),
    "with a label": (
        "营收3亿元（单位：美元，下同），利润2亿元",
        [("3亿元", "USD"), ("2亿元", "USD")],
    ),
    "not without 下同": ("投资3亿元（港元），借款2亿元", [("3亿元", "CNY"), ("2亿元", "CNY")]),
    "no currency": ("投资3亿元（含税，下同），借款2亿元", [("3亿元", "CNY"), ("2亿元", "CNY")]),
    "words": ("投资3亿元（以下简称本金，下同），借款2亿元", [("3亿元", "CNY"), ("2亿元", "CNY")]),
    "no amount": ("港元（下同）走强", []),
}


@pytest.mark.parametrize(("text", "amounts"), CASES.values(), ids=CASES)
def test_a_bracket_gives_the_currency(text: str, amounts: list[tuple[str, str]]) -> None:
    assert [(a.text, a.currency) for a in find_money(text)] == amounts

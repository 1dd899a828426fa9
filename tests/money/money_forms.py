"""Writes amounts below zero, torn ones and headed ones, together with what they mean."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from money_grammar import Case, exact

GAPS = ("\n", "\r\n", "\u2028", "\u200b", "\ufeff", "&nbsp;", "<b>", "</strong>", "<br/>", " \n")
DEBTS = ("净利润", "收支结余", "差额为", "比上年", "净资产：", "现金流量净额 ")
HEADS = ("投资额", "中标金额", "合同价款", "财政收入", "GDP")


def negative(rng: Random) -> Case:
    """A number below zero, or a range that begins there."""
    sign = rng.choice("-－−负")
    unit, factor = rng.choice([("万", 10**4), ("亿", 10**8)])
    low = rng.randint(1, 9999)
    before = rng.choice(DEBTS)
    if rng.random() < 0.5:
        value = Decimal(-low * factor)
        return Case(f"{sign}{low}{unit}元", value, value, before=before)
    high = rng.randint(1, 9999)
    text = f"{sign}{low}{unit}元{rng.choice('至到~～')}{high}{unit}元"
    return Case(text, Decimal(-low * factor), Decimal(high * factor), before=before)


def torn(rng: Random) -> Case:
    """A number with something inside that does not belong there."""
    gap = rng.choice(GAPS)
    unit, factor = rng.choice([("万", 10**4), ("亿", 10**8)])
    whole, part = rng.randint(1, 999), rng.choice("123456789")
    value = exact(Decimal(f"{whole}.{part}"), factor)
    group = f"{rng.randint(0, 999):03}"
    kind = rng.randrange(5)
    if kind == 0:
        text = f"{whole}.{part}{gap}{unit}元"
    elif kind == 1:
        text = f"{whole}.{gap}{part}{unit}元"
    elif kind == 2:
        text = f"{whole}{gap}.{part}{unit}元"
    elif kind == 3:
        text = f"{whole}.{part}{unit}{gap}元"
    else:
        text = f"{whole},{gap}{group}{unit}元"
        value = exact(Decimal(f"{whole}{group}"), factor)
    return Case(text, value, value, before="总投资")


def headed(rng: Random) -> Case:
    """A number whose unit stands in a bracket before or behind it."""
    text = f"{rng.randint(1, 99999)}{rng.choice(['', '.5', '.25'])}"
    unit, factor = rng.choice([("元", 1), ("万元", 10**4), ("亿元", 10**8)])
    bracket = rng.choice([f"（{unit}）", f"({unit})", f"（单位：{unit}）"])
    value = exact(Decimal(text), factor)
    head = rng.choice(HEADS)
    if rng.random() < 0.5:
        return Case(text, value, value, before=f"{head}{bracket}：")
    return Case(text, value, value, before=f"{head}：", after=bracket)

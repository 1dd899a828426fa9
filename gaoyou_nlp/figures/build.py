"""Asks the clause for the rest of a figure: its kind, period, wording, owner and condition."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from gaoyou_nlp.figures.clauses import Sentence, clause_start
from gaoyou_nlp.figures.found import Found, end_of, year_on_year
from gaoyou_nlp.figures.quantities import Quantity
from gaoyou_nlp.figures.scope import Surroundings
from gaoyou_nlp.figures.status import read_status
from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.tokens import Exact
from gaoyou_nlp.records import Amount, decimal_string
from gaoyou_nlp.records.figure import Condition, Figure

_WEIGHED: Final = ("吨", "公斤", "斤", "千瓦时", "度", "标准箱", "标箱")
"""Units of what is produced, sold or kept, which is no count of things."""
_BUILDS: Final = re.compile("新?[建增引]|改造|投放")
_AMOUNTS: Final = re.compile("(?<![数总])量$|出栏|存栏|饲养")
_SIGNS_BEFORE: Final = ("不低于", "超过", "超")


def build_figure(
    text: str,
    found: Found,
    sentence: Sentence,
    around: Surroundings,
    amounts: Sequence[Amount],
    group: int,
) -> Figure:
    """Make the record of a figure.

    Parameters:
        text: The text.
        found: The number with its indicator.
        sentence: Its sentence.
        around: The wordings, dates and spans of the text.
        amounts: The amounts of the text, in order.
        group: The number of its group.
    """
    found = replace(found, quantity=_in_percent(found))
    quantity, head, start, end = found.quantity, found.head, found.start, found.end
    wording = around.wording(sentence, start, end)
    period = around.period(sentence, start, quantity.end)
    opening = clause_start(text, start, sentence.start)
    return Figure(
        start=start,
        end=end,
        text=text[start:end],
        indicator=text[head.start : head.end],
        indicator_start=head.start,
        indicator_end=head.end,
        canonical=head.canonical,
        comparator=quantity.comparator,
        low=_decimal(quantity.low),
        high=_decimal(quantity.high),
        unit=quantity.unit,
        kind=_kind(found, text[head.start : head.end]),
        direction=None if quantity.sort == "rank" else found.link.direction,
        period_start=None if period is None else period.first,
        period_end=None if period is None else period.last,
        wording=None if wording is None else wording[0],
        wording_class=None if wording is None else wording[1],
        status=read_status(
            text,
            around.anchor,
            wording,
            period,
            text[opening:end],
            planned=around.in_plan(sentence, start),
            reported=around.reports(sentence, start) or year_on_year(text, end),
            framed=around.is_framed(start),
            open_year=around.is_open_year(sentence, start),
        ),
        owner=around.owner(sentence, start),
        condition=_condition(text, found, amounts),
        group=group,
        rule=f"figure.{found.rule}",
    )


def like_first(figure: Figure, before: Sequence[Figure], around: Surroundings) -> Figure:
    """Give a number that goes on with another its period and status: 达50亿元，比去年增长6%."""
    first = before[-1] if before and before[-1].group == figure.group else None
    if first is None or around.is_dated_or_planned(first.end, figure.end):
        return figure
    return replace(
        figure,
        period_start=first.period_start,
        period_end=first.period_end,
        status=first.status,
    )


def _condition(text: str, found: Found, amounts: Sequence[Amount]) -> Condition | None:
    """Find the amount that the counted things must have: 亿元以上项目."""
    head = found.head
    at = bisect_left(amounts, head.start, key=lambda amount: amount.start)
    if at >= len(amounts) or amounts[at].end > head.end:
        return None
    amount = amounts[at]
    start = amount.start
    end = end_of(text, Quantity(start, amount.end, None, None, None, "", ""))
    sign = next((s for s in _SIGNS_BEFORE if text.endswith(s, head.start, start)), "")
    return Condition(
        start - len(sign),
        end,
        text[start - len(sign) : end],
        None if amount.low is None else decimal_string(amount.low),
        None if amount.high is None else decimal_string(amount.high),
        amount.comparator,
        "元" if amount.currency == "CNY" else amount.currency or "?",
    )


def _in_percent(found: Found) -> Quantity:
    """Return the number of a figure, 增长1.2倍 as 120 %."""
    quantity = found.quantity
    if quantity.unit != "倍" or found.link.direction != "up" or found.link.reaches:
        return quantity
    low, high = (None if n is None else 100 * n for n in (quantity.low, quantity.high))
    return replace(quantity, low=low, high=high, unit="%", sort="percent")


def _kind(found: Found, indicator: str) -> str:
    quantity, nature, direction = found.quantity, found.head.nature, found.link.direction
    sort = quantity.sort
    if sort == "rank":
        return "rank"
    if sort == "percent":
        return "growth" if direction or nature == "growth" else "share"
    if sort == "point" or direction is not None:
        return "increment"
    is_stock = quantity.unit in _WEIGHED and not _BUILDS.match(indicator)
    return "level" if nature != "count" or is_stock or _AMOUNTS.search(indicator) else "count"


def _decimal(number: Exact | None) -> str | None:
    if number is None:
        return None
    exact = Fraction(number)
    return decimal_string(Decimal(exact.numerator) / Decimal(exact.denominator))

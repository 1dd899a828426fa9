"""The figures on the suites of others and on real news, where ``../shared`` is at hand."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from gaoyou_nlp.money import find_money, find_numbers, parse_number
from gaoyou_nlp.records import Amount

SHARED = Path(__file__).parents[2].parent / "shared"
SUITES = SHARED / "suites"
MONEY_SUITES = (
    "cn2an_rmb",
    "duckling_money",
    "jionlp_extractor",
    "jionlp_parser",
    "jionlp_rs",
    "recognizers_currency",
    "recognizers_negatives",
)
NUMBER_SUITES = ("cn2an_number", "duckling_numeral", "recognizers_number")

pytestmark = pytest.mark.skipif(not SUITES.exists(), reason="../shared/suites is not here")


def read(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the cases of a suite."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def same_value(gold: Mapping[str, Any], amount: Amount) -> bool:
    """Compare bounds; a gold value with a comparator bounds one side."""
    for reading in [gold, *gold.get("alt", ())]:
        value = reading.get("value")
        if value is not None:
            exact = Decimal(str(value))
            sides = [side for side in (amount.low, amount.high) if side is not None]
            more = gold.get("comparator") == ">" and amount.vague and amount.low == exact
            if sides and (more or all(side == exact for side in sides)):
                return True
        elif (amount.low, amount.high) == (
            Decimal(str(reading["low"])),
            Decimal(str(reading["high"])),
        ):
            return True
    return False


def same_currency(gold: Mapping[str, Any], amount: Amount) -> bool:
    """Compare currencies; a gold without one accepts any, or those it lists."""
    if gold.get("currency"):
        return bool(gold["currency"] == amount.currency)
    accepted = gold.get("currency_accept")
    return not accepted or amount.currency in accepted


def same_comparator(gold: Mapping[str, Any], amount: Amount) -> bool:
    """Compare comparators."""
    return amount.comparator in [gold.get("comparator"), *gold.get("comparator_alt", ())]


class Counts:
    """Counts over suites, and the cases that went wrong."""

    def __init__(self) -> None:
        self.gold = self.found = self.spans = self.right = self.compared = 0
        self.wrong: list[str] = []

    def add(self, text: str, gold: list[dict[str, Any]], found: list[Amount]) -> None:
        """Compare one text."""
        self.gold += len(gold)
        self.found += len(found)
        by_place = {(a.start, a.end): a for a in found}
        for span in gold:
            amount = by_place.pop((span["start"], span["end"]), None)
            if amount is None:
                self.wrong.append(f"missed {span['text']!r} in {text!r}: {found}")
                continue
            self.spans += 1
            if same_value(span, amount) and same_currency(span, amount):
                self.right += 1
            else:
                self.wrong.append(f"value {amount} in {text!r}")
            if same_comparator(span, amount):
                self.compared += 1
            else:
                self.wrong.append(f"comparator {amount} in {text!r}")
        self.wrong += [f"extra {amount} in {text!r}" for amount in by_place.values()]

    def f1(self, hits: int) -> float:
        """F1 of so many hits."""
        return 2 * hits / (self.gold + self.found)


def test_money_suites() -> None:
    counts = Counts()
    for name in MONEY_SUITES:
        for case in read(SUITES / f"{name}.jsonl"):
            counts.add(case["text"], case["gspans"], find_money(case["text"]))
    report = "\n".join(counts.wrong)
    assert counts.f1(counts.spans) >= 0.98, report
    assert counts.f1(counts.right) >= 0.96, report
    assert counts.compared / counts.spans >= 0.95, report


def test_negatives_stay_silent() -> None:
    counts = Counts()
    for case in read(SUITES / "recognizers_negatives.jsonl"):
        counts.add(case["text"], case["gspans"], find_money(case["text"]))
    assert counts.found == counts.spans == counts.gold, counts.wrong


def test_number_suites() -> None:
    """Texts to parse: the value; texts to search: every number, place and value."""
    right, wrong = 0, []
    cases = [c for name in NUMBER_SUITES for c in read(SUITES / f"{name}.jsonl")]
    for case in cases:
        text = case["text"]
        if case["kind"] == "parse":
            number = parse_number(text)
            good = number is not None and _close(number.low, case["gspans"][0]["value"])
        else:
            found = [(n.start, n.end) for n in find_numbers(text)]
            values = [n.low for n in find_numbers(text)]
            good = found == [(s["start"], s["end"]) for s in case["gspans"]] and all(
                _close(v, s["value"]) for v, s in zip(values, case["gspans"], strict=True)
            )
        right += good
        if not good:
            wrong.append(text)
    assert right / len(cases) >= 0.97, wrong


def _close(exact: Fraction | int | None, gold: float) -> bool:
    """Compare with a gold value, which has 15 digits."""
    return (
        exact is not None and abs(exact - Fraction(str(gold))) <= abs(Fraction(str(gold))) / 10**14
    )


@pytest.mark.skipif(not (SHARED / "real").exists(), reason="../shared/real is not here")
def test_real_news() -> None:
    counts = Counts()
    for case in read(SHARED / "real" / "dev.jsonl"):
        spans = case["spans"]
        open_ = {(s["start"], s["end"]) for s in spans if s["label"] == "OPT"}
        found = [a for a in find_money(case["text"]) if (a.start, a.end) not in open_]
        counts.add(case["text"], [s for s in spans if s["label"] == "MONEY"], found)
    report = "\n".join(counts.wrong)
    assert counts.f1(counts.spans) >= 0.98, report
    assert counts.right / counts.spans >= 0.98, report

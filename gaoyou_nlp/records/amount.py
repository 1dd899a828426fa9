"""A sum of money, read exactly."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from gaoyou_nlp.records.span import Span


@dataclass(frozen=True, slots=True)
class Amount:
    """A sum of money, read exactly.

    Parameters:
        start, end, text: Its characters.
        low, high: Bounds in the currency's main unit (元, not 万元); equal for one exact number,
            None where open or unreadable.
        currency: ISO 4217, or None where unknown.
        comparator: One of ``COMPARATORS`` or None.
        per: The unit of a unit price (亩, 股, 平方米 …) or None.
        vague: True where only bounds are given (几亿, 10多亿元).
    """

    start: int
    end: int
    text: str
    low: Decimal | None = None
    high: Decimal | None = None
    currency: str | None = None
    comparator: str | None = None
    per: str | None = None
    vague: bool = False

    def to_dict(self) -> dict[str, Any]:
        """Return the value as JSON-ready data, numbers as decimal strings; without its characters.

        Examples:
            >>> amount = Amount(0, 3, "5亿元", Decimal(500000000), Decimal(500000000), "CNY")
            >>> amount.to_dict()["low"]
            '500000000'
        """
        return {
            "low": None if self.low is None else decimal_string(self.low),
            "high": None if self.high is None else decimal_string(self.high),
            "currency": self.currency,
            "comparator": self.comparator,
            "per": self.per,
            "vague": self.vague,
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any], span: Span) -> Amount:
        """Build an amount from its JSON fields and the span of its characters."""
        low, high = row.get("low"), row.get("high")
        return cls(
            span.start,
            span.end,
            span.text,
            None if low is None else Decimal(low),
            None if high is None else Decimal(high),
            row.get("currency"),
            row.get("comparator"),
            row.get("per"),
            bool(row.get("vague", False)),
        )


def decimal_string(number: Decimal) -> str:
    """Write a decimal without exponent and without trailing zeros.

    Examples:
        >>> decimal_string(Decimal("1E+8")), decimal_string(Decimal("1.50"))
        ('100000000', '1.5')
    """
    text = format(number, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text

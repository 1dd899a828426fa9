"""The notation of the money tests: amounts in brackets, readings as text.

``总投资[3亿元]以上`` marks the span; ``300000000 … CNY `>=` /亩 vague`` is its reading: low … high
(one number where both are equal), the currency (``?`` for null), the comparator, the unit of a unit
price, and ``vague``. Several readings are separated by ``; ``, and ``none`` is no amount. In
a table of rows ``text | readings`` a character that is not seen stands as a sign: ⏎ for a line
break and so on (``UNSEEN``).
"""

from __future__ import annotations

from gaoyou_nlp.records import Amount, decimal_string

UNSEEN = str.maketrans(
    {
        "⏎": "\n",
        "⇥": "\t",
        "↵": "\u2028",
        "␣": "\u200b",
        "⍽": "\ufeff",
        "⎵": "\u00a0",
        "▭": "\u3000",
    }
)


def rows_of(table: str) -> list[tuple[str, str]]:
    """Return the rows of a table: the marked text and its readings."""
    rows = [line.rsplit(" | ", 1) for line in table.strip().splitlines()]
    return [(marked.translate(UNSEEN), expected) for marked, expected in rows]


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without its brackets, and the spans that they mark."""
    text = ""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for char in marked:
        if char == "[" and start is None:
            start = len(text)
        elif char == "]" and start is not None:
            spans.append((start, len(text)))
            start = None
        elif char in "[]":
            raise ValueError(f"bad brackets in {marked!r}")
        else:
            text += char
    if start is not None:
        raise ValueError(f"bad brackets in {marked!r}")
    return text, spans


def mark(text: str, amounts: list[Amount]) -> str:
    """Return the text with the amounts in brackets."""
    for amount in reversed(amounts):
        text = f"{text[: amount.start]}[{amount.text}]{text[amount.end :]}"
    return text


def reading(amount: Amount) -> str:
    """Write the reading of an amount."""
    low = "" if amount.low is None else decimal_string(amount.low)
    high = "" if amount.high is None else decimal_string(amount.high)
    parts = [low] if low == high else [low, "…", high]
    parts.append(amount.currency or "?")
    if amount.comparator:
        parts.append(f"`{amount.comparator}`")
    if amount.per:
        parts.append(f"/{amount.per}")
    if amount.vague:
        parts.append("vague")
    return " ".join(part for part in parts if part)


def readings(amounts: list[Amount]) -> str:
    """Write the readings of the amounts of a text."""
    return "; ".join(map(reading, amounts)) or "none"

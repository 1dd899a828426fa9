"""Reads the tokens that bring digits into a numeral: 35, 三十 without its 十, 几, 半, 点五.

Each function looks at the token under the cursor and returns the index of the next one to read,
None where the numeral ends before it, or an index not beyond it where the numeral has to end there.
"""

from __future__ import annotations

from fractions import Fraction

from gaoyou_nlp.money.cursor import Cursor
from gaoyou_nlp.money.reading import Reading
from gaoyou_nlp.money.terms import step_of
from gaoyou_nlp.money.tokens import HAN_DIGITS, PAIR_WORDS, Kind, is_pair, read_row


def read_arabic(cursor: Cursor, part: Reading) -> int | None:
    """Read digits: they wait for a multiplier, or are the number."""
    token = cursor.token
    terms = part.terms
    if part.digits or part.more:
        return None
    value = token.value
    if terms and (isinstance(value, Fraction) or value >= terms[-1].unit):
        return None
    if token.text[0] in "0０":
        part.zero = part.zero or bool(terms)
    part.hold(cursor.at, token, value, value, step_of(token.text, value), len(token.text) == 1)
    return cursor.at + 1


def read_han(cursor: Cursor, part: Reading) -> int | None:
    """Read hanzi digits behind a term: a zero, a tail, two digits that mean about so many."""
    token = cursor.token
    if part.digits or part.more:
        return None
    row = token.text
    after = cursor.kind(1)
    if not part.terms:
        return _read_first_row(cursor, part, after)
    plain = row.lstrip("零〇○")
    if len(plain) < len(row):
        if not plain and after not in ("arabic", "several", "small", "tens"):
            return None
        part.zero = True
    if not plain:
        part.end, part.chain = token.end, []
        return cursor.at + 1
    multiplied = after in ("small", "big", "ge", "more")
    if len(plain) == 1:
        if plain in PAIR_WORDS and not multiplied:
            return None
        value = HAN_DIGITS[plain]
        part.hold(cursor.at, token, value, value, 1, True)
    elif is_pair(plain):
        part.hold(cursor.at, token, HAN_DIGITS[plain[0]], HAN_DIGITS[plain[1]], 1, True)
        part.vague = True
    elif len(plain) == 3 and plain[1] in "零〇○" and not multiplied and not part.zero:
        value = HAN_DIGITS[plain[0]]
        part.hold(cursor.at, token, value, value, 1, True)
        if part.digits:
            part.digits.tail = HAN_DIGITS[plain[2]]
    else:
        return None
    return cursor.at + 1


def _read_first_row(cursor: Cursor, part: Reading, after: Kind | None) -> int | None:
    """Read hanzi digits that the numeral begins with."""
    token = cursor.token
    row = token.text
    if is_pair(row) and after != "dot":
        part.hold(cursor.at, token, HAN_DIGITS[row[0]], HAN_DIGITS[row[1]], 1, True)
        part.vague = True
        return cursor.at + 1
    if len(row) > 1 and PAIR_WORDS.intersection(row):
        return None
    value = read_row(row)
    if not value and len(row) == 1 and after == "small":
        part.zero, part.end = True, token.end
        return cursor.at + 1
    part.hold(cursor.at, token, value, value, 1, len(row) == 1)
    return cursor.at + 1


def read_several(cursor: Cursor, part: Reading) -> int | None:
    """Read 几 and 数: 几百万, 数十, 40几."""
    token = cursor.token
    after = cursor.kind(1)
    terms = part.terms
    if part.more or (part.digits and cursor.before != "arabic"):
        return None
    if part.digits:
        if part.digits.low % 10 or not part.digits.low or token.text in "数數":
            return None
        part.digits.high, part.vague, part.end = part.digits.low + 10, True, token.end
        return cursor.at + 1
    if after not in ("small", "big", "ge") and (
        token.text in "数數" or (terms and terms[-1].unit != 10 and not part.zero)
    ):
        return None
    part.hold(cursor.at, token, 0 if terms else 1, 10, 1, False)
    part.vague = True
    return cursor.at + 1


def read_half(cursor: Cursor, part: Reading) -> int | None:
    """Read 半: 半个亿, 一个半亿."""
    token = cursor.token
    after = cursor.kind(1)
    if cursor.before == "ge" and after == "big" and part.digits:
        part.digits.low += Fraction(1, 2)
        part.digits.high += Fraction(1, 2)
        part.end = token.end
        return cursor.at + 1
    if cursor.before or after not in ("small", "big", "ge"):
        return None
    part.hold(cursor.at, token, Fraction(1, 2), Fraction(1, 2), 1, False)
    return cursor.at + 1


def read_dot(cursor: Cursor, part: Reading) -> int | None:
    """Read 点 and the decimals behind it."""
    after = cursor.ahead(1)
    if cursor.before not in ("han", "small", "big", "tens") or after is None or part.more:
        return None
    if after.kind not in ("han", "arabic") or (not after.text.isdigit() and after.kind != "han"):
        return None
    if PAIR_WORDS.intersection(after.text) or part.vague:
        return None
    beyond = cursor.ahead(2)
    if beyond is not None and (beyond.kind == "tens" or beyond.text in ("十", "拾")):
        return None
    part.settle()
    row = after.text
    whole = int(row) if after.kind == "arabic" else read_row(row)
    decimals = Fraction(whole, 10 ** len(row))
    base = part.digits.low if part.digits else 0
    held = part.digits
    part.hold(
        cursor.at, after, base + decimals, base + decimals, Fraction(1, 10 ** len(row)), False
    )
    if held and part.digits:
        part.digits.at, part.digits.end_before = held.at, held.end_before
    return cursor.at + 2

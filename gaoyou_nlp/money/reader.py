"""Reads one numeral from the tokens of a run, token by token, without ever going back.

Every token is consumed or ends the numeral. Where it turns out that the last part belongs to the
next numeral (2000万 5000万), that part is given back, once.
"""

from __future__ import annotations

from gaoyou_nlp.money.cursor import Cursor
from gaoyou_nlp.money.digits import read_arabic, read_dot, read_half, read_han, read_several
from gaoyou_nlp.money.multipliers import (
    read_big,
    read_ge,
    read_letter,
    read_more,
    read_small,
    read_tens,
)
from gaoyou_nlp.money.reading import Reading
from gaoyou_nlp.money.terms import Numeral
from gaoyou_nlp.money.tokens import Token


def read_numeral(text: str, tokens: list[Token], first: int) -> tuple[Numeral | None, int]:
    """Read the numeral that begins with a token.

    Parameters:
        text: The text.
        tokens: The tokens of a run in it.
        first: Index of the token to begin with.

    Returns:
        The numeral, None where there is none, and the index of the token to go on with.

    Examples:
        >>> from gaoyou_nlp.money.tokens import tokenize
        >>> numeral, after = read_numeral("3亿5千万", tokenize("3亿5千万", 0, 5), 0)
        >>> numeral.low, after
        (350000000, 5)
    """
    if tokens[first].kind == "huge":
        return _read_huge(tokens, first)
    cursor = Cursor(text, tokens, first, first)
    part = Reading(first, tokens[first].start)
    while cursor.at < len(tokens) and cursor.before != "letter":
        after = _read_token(cursor, part)
        if after is None:
            break
        if after <= cursor.at:
            return part.finish(), after
        cursor.at = after
    return part.finish(), cursor.at


def _read_token(cursor: Cursor, part: Reading) -> int | None:
    """Read the token under the cursor; what is returned is described in ``digits.py``."""
    match cursor.token.kind:
        case "arabic":
            return read_arabic(cursor, part)
        case "han":
            return read_han(cursor, part)
        case "several":
            return read_several(cursor, part)
        case "half":
            return read_half(cursor, part)
        case "dot":
            return read_dot(cursor, part)
        case "tens":
            return read_tens(cursor, part)
        case "small":
            return read_small(cursor, part)
        case "big":
            return read_big(cursor, part)
        case "letter":
            return read_letter(cursor, part)
        case "more":
            return read_more(cursor, part)
        case "ge":
            return read_ge(cursor, part)
        case "huge":
            return None


def _read_huge(tokens: list[Token], first: int) -> tuple[Numeral, int]:
    """Keep digits too many to be read as a span without a value, with its multipliers."""
    end = first + 1
    while end < len(tokens) and tokens[end].kind in ("small", "big"):
        end += 1
    return Numeral(tokens[first].start, tokens[end - 1].end, None, None), end

"""Reads the tokens that multiply or widen a numeral: 十, 百, 万, 亿, k, 个, 多.

Each function looks at the token under the cursor and returns the index of the next one to read,
None where the numeral ends before it, or an index not beyond it where the numeral has to end there.
"""

from __future__ import annotations

from typing import Final

from gaoyou_nlp.money.cursor import Cursor
from gaoyou_nlp.money.reading import Reading
from gaoyou_nlp.money.terms import LARGEST, Term
from gaoyou_nlp.money.tokens import Kind

_NOT_MORE: Final = {
    "余": frozenset("额款量留地音温粮党孽下生姚杭干热震波弦角"),
    "餘": frozenset("額款量留地音溫糧黨孽下生"),
    "多": frozenset("元边哈维媒轮党民云雨伦次"),
}
_MULTI: Final = frozenset("化文体民结型功方层样党论")
_UNITS_AFTER_LAI: Final = frozenset("元块塊圆圓角毛个個美欧港日英韩")


def read_tens(cursor: Cursor, part: Reading) -> int | None:
    """Read 廿, 卅, 卌."""
    token = cursor.token
    if part.digits or part.more or (part.section and part.section[-1].unit <= 10):
        return None
    part.section.append(Term(token.value, token.value, 10, 10, cursor.at, part.end))
    part.close(token, 10, False)
    part.bare = False
    return cursor.at + 1


def read_small(cursor: Cursor, part: Reading) -> int | None:
    """Read 十, 百, 千."""
    token = cursor.token
    unit = int(token.value)
    digits = part.digits
    if part.more:
        return None
    if digits is None:
        terms = part.terms
        joined = cursor.before == "small" and unit == 10 and terms and terms[-1].unit >= 100
        if terms and not part.zero and not joined:
            return None
        part.section.append(Term(unit, unit, unit, unit, cursor.at, part.end))
        part.bare = part.bare and unit != 10
    else:
        if part.terms and (
            (part.section and (part.section[-1].unit <= unit or digits.high > 10))
            or digits.high * unit > part.terms[-1].unit
        ):
            return part.drop()
        part.section.append(
            Term(
                digits.low * unit,
                digits.high * unit,
                unit,
                digits.step * unit,
                digits.at,
                digits.end_before,
            )
        )
    part.close(token, unit, False)
    return cursor.at + 1


def read_big(cursor: Cursor, part: Reading) -> int | None:
    """Read 万, 亿, 兆."""
    token = cursor.token
    unit = int(token.value)
    if not part.section and part.digits is None:
        if not part.done:
            part.done.append(Term(unit, unit, unit, unit, cursor.at, part.end))
            part.close(token, unit, True)
            return cursor.at + 1
        last = part.done[-1]
        chained = cursor.before == "big" and int(cursor.tokens[cursor.at - 1].value) <= unit
        if not chained and not (cursor.before == "more" and last.unit < unit):
            return None
        if last.unit * unit > LARGEST:
            return None
        if len(part.done) > 1 and last.high * unit >= part.done[-2].unit:
            part.done.pop()
            part.end = last.end_before
            part.chain = []
            return last.at
        last.low, last.high, last.unit = last.low * unit, last.high * unit, last.unit * unit
        last.step *= unit
        part.close(token, unit, True)
        return cursor.at + 1
    return _close_section(cursor, part, unit)


def _close_section(cursor: Cursor, part: Reading, unit: int) -> int:
    """Multiply what waits by 万 or 亿."""
    token = cursor.token
    if part.section:
        part.settle()
    digits = part.digits
    low = sum((t.low for t in part.section), 0 if digits is None else digits.low)
    high = sum((t.high for t in part.section), 0 if digits is None else digits.high)
    first = part.section[0].at if part.section else (digits.at if digits else cursor.at)
    end_before = part.section[0].end_before if part.section else part.before_digits
    step = digits.step if digits else part.section[-1].step
    kept = len(part.done)
    joins = bool(part.section) or part.zero or (digits is not None and digits.low >= 1000)
    while kept and part.done[kept - 1].unit < unit and joins:
        kept -= 1
        low, high = low + part.done[kept].low, high + part.done[kept].high
        first, end_before = part.done[kept].at, part.done[kept].end_before
    if kept and high * unit >= part.done[kept - 1].unit:
        del part.done[kept:]
        part.section, part.digits, part.chain = [], None, []
        part.end = end_before
        return first
    del part.done[kept:]
    part.done.append(Term(low * unit, high * unit, unit, step * unit, first, end_before))
    if step >= 1 and not part.more:
        part.done[-1].step = unit
    part.section = []
    part.close(token, unit, True)
    return cursor.at + 1


def read_letter(cursor: Cursor, part: Reading) -> int | None:
    """Read k, w, M behind digits."""
    if cursor.before != "arabic" or part.terms:
        return None
    return _close_section(cursor, part, int(cursor.token.value))


def read_more(cursor: Cursor, part: Reading) -> int | None:
    """Read 多, 余, 来, 把: one more of the lowest place."""
    token = cursor.token
    after = cursor.kind(1)
    following = cursor.text[token.end : token.end + 2]
    if not (part.digits or part.terms) or part.more or (cursor.before == "han" and part.zero):
        return None
    if cursor.before == "several" or (
        token.text in "来來把" and not _before_unit(after, following)
    ):
        return None
    if token.text == "把" and not part.bare:
        return None
    multi = token.text != "多" or following[:1] != "元" or following[1:] in _MULTI
    if after != "big" and following[:1] in _NOT_MORE.get(token.text, ()) and multi:
        return None
    last = part.digits or part.terms[-1]
    last.high = last.low + last.step if last.low == last.high else last.high
    part.more = token.text not in "来來把"
    part.vague = True
    part.end = token.end
    return cursor.at + 1


def _before_unit(after: Kind | None, following: str) -> bool:
    return after == "big" or following[:1] in _UNITS_AFTER_LAI


def read_ge(cursor: Cursor, part: Reading) -> int | None:
    """Read 个 between a number and 万 or 亿."""
    token = cursor.token
    ahead = [cursor.kind(1), cursor.kind(2)]
    if not (part.digits or part.section) or cursor.before == "ge":
        return None
    if ahead[0] != "big" and not (ahead[0] in ("more", "half") and ahead[1] == "big"):
        return None
    part.counted = token.end
    part.end = token.end
    return cursor.at + 1

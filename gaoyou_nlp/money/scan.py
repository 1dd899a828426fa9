"""One pass over the runs of numeral characters of a text: every number that may be money."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from gaoyou_nlp.language import lazy_re as re
from gaoyou_nlp.money.change import SUB_PARTS
from gaoyou_nlp.money.contexts import counts
from gaoyou_nlp.money.currencies import (
    currency_at,
    currency_before,
    first_characters,
    last_characters,
    skip_blanks,
)
from gaoyou_nlp.money.cuts import is_cut
from gaoyou_nlp.money.elided import is_large
from gaoyou_nlp.money.gaps import GAP_STARTS, goes_on, is_torn_left, is_torn_right
from gaoyou_nlp.money.judge import is_count_of
from gaoyou_nlp.money.lone_units import stands_alone
from gaoyou_nlp.money.numerals import Numeral, read_run
from gaoyou_nlp.money.quantity import YUAN, Quantity
from gaoyou_nlp.money.ranges import RANGE, read_quantity
from gaoyou_nlp.money.scales import SCALE_STARTS, scale_at
from gaoyou_nlp.money.signs import is_bullet
from gaoyou_nlp.money.tokens import BIG, BLANK, LETTERS, NUMERAL_START, RUN
from gaoyou_nlp.money.units import read_common

_LARGE: Final = re.compile(f"[千仟{''.join(BIG)}{''.join(LETTERS)}]")
_PLAIN: Final = re.compile(
    rf"[0-9０-９.．,，]+[十百千]?[{''.join(BIG)}]{{1,2}}[多余]?|[{''.join(LETTERS)}0-9]+"
)
_UNITS: Final = frozenset(YUAN) | frozenset(SUB_PARTS)
_RANGE_STARTS: Final = frozenset("-—–－―─~～〜∼至到（(、")
_RANGE_AHEAD: Final = re.compile(rf"(?:{RANGE.pattern}|、)(?=[^\u4e00-\u9fff]|[{NUMERAL_START}])")


class Scan(NamedTuple):
    """What one pass over a text finds.

    Parameters:
        quantities: The numbers that may be money, in order.
        torn: Whether a number looks torn by a line break, a tag or a blank.
    """

    quantities: list[Quantity]
    torn: bool


def scan(text: str) -> Scan:
    """Read every number of a text that may be money, each with its unit.

    Parameters:
        text: The text.

    Returns:
        The quantities in order, and whether a number of the text looks torn.

    Examples:
        >>> [q.low for q in scan("投资3亿元，占地50亩").quantities]
        [300000000]
    """
    found: list[Quantity] = []
    floor = 0
    torn = False
    edges = _edges()
    for run in RUN.finditer(text):
        start, end = run.span()
        if start < floor:
            if end <= floor:
                continue
            again = RUN.search(text, floor, end)
            if again is None:
                continue
            start = again.start()
        common = read_common(text, start, end)
        if common is not None:
            found.append(common)
            floor = common.end
            continue
        if not _marked(text, start, end, edges):
            torn = torn or (text[end : end + 1] in GAP_STARTS and is_torn_right(text, end))
            if not _LARGE.search(text, start, end):
                continue
            if _PLAIN.fullmatch(text, start, end) and counts(text, end):
                continue
        torn = torn or is_torn_left(text, start) or goes_on(text, end)
        floor = _read_all(text, read_run(text, start, end), floor, found)
    return Scan(found, torn)


class _Edges(NamedTuple):
    """Characters beside a run that call for a closer look: a set lookup spares most calls."""

    behind: frozenset[str]
    before: frozenset[str]


@lru_cache(maxsize=1)
def _edges() -> _Edges:
    """Return what a currency word, a multiplier, a range or a blank can begin and end with."""
    behind = first_characters() | SCALE_STARTS | _RANGE_STARTS | frozenset(BLANK)
    return _Edges(behind, last_characters() | frozenset(BLANK))


def _marked(text: str, start: int, end: int, edges: _Edges) -> bool:
    """Say whether a currency word or the sign of a range stands beside a run."""
    after = text[end : end + 1]
    if after in _UNITS:
        return True
    if after in edges.behind:
        at = skip_blanks(text, end)
        after = text[at : at + 1]
        if after and (after in _UNITS or currency_at(text, at) is not None):
            return True
        if after in SCALE_STARTS and scale_at(text, end) is not None:
            return True
        if after in _RANGE_STARTS and _RANGE_AHEAD.match(text, end):
            return True
    if not start or text[start - 1] not in edges.before:
        return False
    back = start
    while back and start - back < 3 and text[back - 1] in BLANK:
        back -= 1
    return back > 0 and currency_before(text, back) is not None


def _read_all(text: str, numerals: list[Numeral], floor: int, found: list[Quantity]) -> int:
    """Add the quantities of a run; return the offset up to which the text is used."""
    for numeral in numerals:
        if numeral.start < floor:
            continue
        quantity = read_quantity(text, numeral, floor)
        if is_bullet(text, quantity.start, quantity.end):
            quantity = read_quantity(text, numeral, quantity.start + 1)
        if numeral.counted is not None and is_count_of(text, quantity):
            inner = read_run(text, numeral.counted, numeral.end)
            floor = _read_all(text, inner, numeral.counted, found)
            continue
        if quantity.form == "bare" and numeral.tail is not None and counts(text, numeral.end):
            # 38万一台: the digit counts what follows
            quantity = read_quantity(text, read_run(text, numeral.start, numeral.tail)[0], floor)
        if quantity.form == "bare" and not is_large(quantity):
            continue
        if not is_cut(text, quantity) and (
            not quantity.numeral.bare or stands_alone(text, quantity)
        ):
            found.append(quantity)
        floor = quantity.end
        if floor < numeral.end:
            floor = _read_all(text, read_run(text, floor, numeral.end), floor, found)
    return floor
